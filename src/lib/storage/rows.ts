// A snapshot to rows of the database and back, by nothing but a layout. What is not known is kept as well.

import { SINGLE, textOfKey, type Layout } from './layout.ts';
import type { Plain } from './migrations.ts';

interface Store {
	getAll(): Promise<readonly unknown[]>;
	getAllKeys(): Promise<readonly IDBValidKey[]>;
	count(): Promise<number>;
}

/** What reading needs of an idb transaction, whatever its types. */
export interface Readable {
	objectStore(name: string): Store;
}

const namesOf = (layout: Layout): readonly string[] => Object.keys(layout.lists);

/** Singles that have no row, as `null`. */
export const emptySingles = (layout: Layout): Plain => Object.fromEntries(layout.singles.map((name) => [name, null]));

/** All there is one of. Awaits nothing but the transaction; so do the next three. */
export async function readSingles(tx: Readable, layout: Layout): Promise<Plain> {
	const single = tx.objectStore(SINGLE);
	const [keys, values] = await Promise.all([single.getAllKeys(), single.getAll()]);
	return { ...emptySingles(layout), ...Object.fromEntries(keys.map((key, n) => [textOfKey(key), values[n]])) };
}

const ofEach = async <T>(tx: Readable, layout: Layout, ask: (store: Store) => Promise<T>) => {
	const names = namesOf(layout);
	const answers = await Promise.all(names.map((name) => ask(tx.objectStore(name))));
	return Object.fromEntries(names.map((name, n) => [name, answers[n] as T]));
};

export const readLists = (tx: Readable, layout: Layout): Promise<Record<string, readonly unknown[]>> =>
	ofEach(tx, layout, (store) => store.getAll());

/** How many rows each list has. */
export const countRows = (tx: Readable, layout: Layout): Promise<Record<string, number>> =>
	ofEach(tx, layout, (store) => store.count());

/** All rows as one plain snapshot without its version. Rejects with the error of the transaction. */
export async function readRows(tx: Readable, layout: Layout): Promise<Plain> {
	const [singles, lists] = await Promise.all([readSingles(tx, layout), readLists(tx, layout)]);
	return { ...singles, ...lists };
}

/** Asks for all rows to be replaced by those of a snapshot. Whether they were, the end of the transaction tells. Throws on a missing list. */
export function writeRows(tx: IDBTransaction, layout: Layout, snapshot: Plain): void {
	const single = tx.objectStore(SINGLE);
	single.clear();
	for (const [key, value] of Object.entries(snapshot)) {
		if (key !== 'version' && value !== undefined && !(key in layout.lists)) single.put(value, key);
	}
	for (const name of namesOf(layout)) {
		const store = tx.objectStore(name);
		store.clear();
		for (const row of snapshot[name] as readonly unknown[]) store.put(row);
	}
}
