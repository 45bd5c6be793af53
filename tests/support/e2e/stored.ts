// What lies on the device, whatever the screen says.

import type { Page } from '@playwright/test';

/** A row of the database, as it was written. */
export interface Stored {
	readonly type?: string;
	readonly sessionId?: string;
	readonly deletedAt?: number;
	readonly [key: string]: unknown;
}

/** All rows of one store. */
export const stored = (
	page: Page,
	store: 'answers' | 'checkIns' | 'entries' | 'sessions' | 'single'
): Promise<readonly Stored[]> =>
	page.evaluate(async (store) => {
		const done = <T>(request: IDBRequest<T>): Promise<T> =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(new Error(String(request.error)));
			});
		const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
		const database = await done(indexedDB.open(names.find((name) => name.startsWith('rueckenwind')) ?? ''));
		const rows = await done(database.transaction(store).objectStore(store).getAll());
		database.close();
		return rows as Stored[];
	}, store);
