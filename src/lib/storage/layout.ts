// How the database is divided: a store for each list of records, and one for everything there is one of.
// Knows nothing of what the records mean.

import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Answer } from '#lib/domain/answer.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import type { CheckIn, Choice, OtherMovement, OwnSession, SessionRecord } from '#lib/domain/record.ts';

/** The division from one data version on. */
export interface Layout {
	/** Each list of the snapshot is a store of the same name, keyed by `id`; here with the fields it is indexed by. */
	readonly lists: Readonly<Record<string, readonly string[]>>;
	/** Rows of the store `single` that every snapshot has, `null` while there is no such row. */
	readonly singles: readonly string[];
	/** Stores that are no part of a snapshot; made anew, and so emptied, by every upgrade. */
	readonly beside?: readonly string[];
}

/** The store of all that is no list, under its name in the snapshot. */
export const SINGLE = 'single';

/** A key as text. Those of the store `single` are names, nothing else. */
export const textOfKey = (key: IDBValidKey): string => (typeof key === 'string' ? key : JSON.stringify(key));

/** The stores of the current version, for the compiler. */
export interface Rows extends DBSchema {
	sessions: { key: string; value: SessionRecord; indexes: { on: string } };
	checkIns: { key: string; value: CheckIn; indexes: { sessionId: string } };
	choices: { key: string; value: Choice };
	ownSessions: { key: string; value: OwnSession };
	movements: { key: string; value: OtherMovement };
	entries: { key: string; value: PainEntry; indexes: { on: string } };
	answers: { key: string; value: Answer; indexes: { on: string } };
	single: { key: string; value: unknown };
	copy: { key: string; value: unknown };
}

/** An open database of the current version. Opaque outside this room but for `close()`. */
export type Database = IDBPDatabase<Rows>;

/** A database of whatever version, and the transaction in which that changes. */
export type AnyDatabase = IDBPDatabase;
export type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;

function changeIndexes(tx: UpgradeTransaction, name: string, wanted: readonly string[]): void {
	const store = tx.objectStore(name);
	const present = [...store.indexNames];
	for (const field of present) if (!wanted.includes(field)) store.deleteIndex(field);
	for (const field of wanted) if (!present.includes(field)) store.createIndex(field, field);
}

/** Makes the stores of `to` out of those of `from`. Stores that `from` did not know are left alone. */
export function changeLayout(db: AnyDatabase, tx: UpgradeTransaction, from: Layout | undefined, to: Layout): void {
	for (const name of Object.keys(from?.lists ?? {})) if (!(name in to.lists)) db.deleteObjectStore(name);
	for (const [name, indexes] of Object.entries(to.lists)) {
		if (!db.objectStoreNames.contains(name)) db.createObjectStore(name, { keyPath: 'id' });
		changeIndexes(tx, name, indexes);
	}
	if (!db.objectStoreNames.contains(SINGLE)) db.createObjectStore(SINGLE);
	for (const name of from?.beside ?? []) if (db.objectStoreNames.contains(name)) db.deleteObjectStore(name);
	for (const name of to.beside ?? []) db.createObjectStore(name);
}
