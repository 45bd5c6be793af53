import { describe, expect, test } from 'vitest';
import { createPersistence } from '#lib/storage/persistence.ts';

const browser = (answer: boolean) => ({ persisted: async () => answer, persist: async () => !answer });

describe('persistence', () => {
	test('the answer of the browser is handed on, for each question its own', async () => {
		const persistence = createPersistence(browser(false));
		expect(await persistence.persisted()).toBe(false);
		expect(await persistence.askToPersist()).toBe(true);
	});

	test('a browser without storage manager answers unknown', async () => {
		const persistence = createPersistence(undefined);
		expect(await persistence.persisted()).toBe('unknown');
		expect(await persistence.askToPersist()).toBe('unknown');
	});

	test('an old browser that lacks the questions answers unknown', async () => {
		const persistence = createPersistence({} as StorageManager);
		expect(await persistence.persisted()).toBe('unknown');
		expect(await persistence.askToPersist()).toBe('unknown');
	});

	test('a browser that refuses the question answers unknown', async () => {
		const refuse = async (): Promise<boolean> => {
			throw new DOMException('no', 'SecurityError');
		};
		const persistence = createPersistence({ persisted: refuse, persist: refuse });
		expect(await persistence.persisted()).toBe('unknown');
		expect(await persistence.askToPersist()).toBe('unknown');
	});
});
