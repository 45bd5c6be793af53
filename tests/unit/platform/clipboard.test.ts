import { afterEach, expect, test, vi } from 'vitest';
import { copyText } from '#lib/platform/clipboard.ts';

afterEach(() => vi.unstubAllGlobals());

test('copies, or says that the browser refused', async () => {
	const copied: string[] = [];
	vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } });
	expect(await copyText('a link')).toBe(true);
	expect(copied).toEqual(['a link']);
	vi.stubGlobal('navigator', {
		clipboard: { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }
	});
	expect(await copyText('a link')).toBe(false);
});

test('a browser without a clipboard copies nothing', async () => {
	vi.stubGlobal('navigator', {});
	expect(await copyText('a link')).toBe(false);
});
