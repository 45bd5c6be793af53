// Whether the browser promises not to clear our data by itself, and the question that makes it promise.

/** `unknown`: the browser cannot be asked. */
export type PersistenceAnswer = boolean | 'unknown';

export interface Persistence {
	persisted(): Promise<PersistenceAnswer>;
	/** May show a question (Firefox): after a finished session, not at the first visit. */
	askToPersist(): Promise<PersistenceAnswer>;
}

type BrowserStorage = Pick<StorageManager, 'persist' | 'persisted'>;

async function answerOf(ask: () => Promise<boolean> | undefined): Promise<PersistenceAnswer> {
	try {
		return (await ask()) ?? 'unknown';
	} catch {
		return 'unknown';
	}
}

/** Neither question ever rejects. */
export const createPersistence = (
	storage: BrowserStorage | undefined = globalThis.navigator?.storage
): Persistence => ({
	persisted: () => answerOf(() => storage?.persisted()),
	askToPersist: () => answerOf(() => storage?.persist())
});
