// One write transaction, and by name what stood in its way. Everything in it is kept, or nothing.

import { unwrap, type StoreNames } from 'idb';
import { failed, ok, type Result } from '#lib/domain/result.ts';
import type { Database, Rows } from './layout.ts';
import { isFull, nameOf } from './platform-error.ts';

export type WriteError =
	/** No room left on the device. */
	| { readonly type: 'full' }
	/** The database was closed under the page (by a newer tab, by the browser): the page has to be loaded anew. */
	| { readonly type: 'closed' }
	| { readonly type: 'unknown'; readonly cause: unknown };

export type Written = Result<void, WriteError>;

export interface WriteOptions {
	readonly stores: readonly StoreNames<Rows>[];
	/** `strict` waits for the disk; `relaxed` survives a killed browser, but perhaps not a power cut. */
	readonly durability: 'strict' | 'relaxed';
}

function writeErrorOf(error: unknown): WriteError {
	if (isFull(error)) return { type: 'full' };
	return nameOf(error) === 'InvalidStateError' ? { type: 'closed' } : { type: 'unknown', cause: error };
}

/** Settles with the transaction; rejects with the error of the request that failed, or of the commit. */
const endOf = (tx: IDBTransaction): Promise<void> =>
	new Promise((resolve, reject) => {
		tx.oncomplete = () => resolve();
		tx.onabort = () => reject(tx.error ?? new DOMException('aborted', 'AbortError'));
	});

/** Runs `ask`; when that throws, what it had asked for before is not kept either. */
function askAll(tx: IDBTransaction, ask: (tx: IDBTransaction) => void): void {
	try {
		ask(tx);
	} catch (error) {
		tx.abort();
		throw error;
	}
}

/**
 * Runs `ask`, which makes its requests at once, in one transaction. Answers when all is kept; never rejects.
 * Requests are the platform's own, without promises, so that one failure is reported once.
 */
export async function write(db: Database, options: WriteOptions, ask: (tx: IDBTransaction) => void): Promise<Written> {
	try {
		const { stores, durability } = options;
		const tx = unwrap(db).transaction(stores, 'readwrite', { durability });
		askAll(tx, ask);
		return ok(await endOf(tx));
	} catch (error) {
		return failed(writeErrorOf(error));
	}
}
