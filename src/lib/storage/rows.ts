// A snapshot to rows of the database and back, by nothing but a layout. What is not known is kept as well.

import { SINGLE, textOfKey, type Layout } from './layout.ts';
import type { Plain } from './migrations.ts';

/** What reading needs of an idb transaction, whatever its types. */
export interface Readable {
	objectStore(name: string): {
		getAll(): Promise<readonly unknown[]>;
		getAllKeys(): Promise<readonly IDBValidKey[]>;
	};
}

const namesOf = (layout: Layout): readonly string[] => Object.keys(layout.lists);

/** Singles that have no row, as `null`. */
export const emptySingles = (layout: Layout): Plain => Object.fromEntries(layout.singles.map((name) => [name, null]));

/** All rows as one plain snapshot without its version. Awaits nothing but the transaction; rejects with its error. */
export async function readRows(tx: Readable, layout: Layout): Promise<Plain> {
	const single = tx.objectStore(SINGLE);
	const stores = namesOf(layout).map((name) => tx.objectStore(name));
	const [keys, values, ...lists] = await Promise.all([
		single.getAllKeys(),
		single.getAll(),
		...stores.map((store) => store.getAll())
	]);
	return {
		...emptySingles(layout),
		...Object.fromEntries(keys.map((key, n) => [textOfKey(key), values[n]])),
		...Object.fromEntries(namesOf(layout).map((name, n) => [name, lists[n]]))
	};
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
