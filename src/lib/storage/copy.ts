// A copy of all lists for reading: one text, and beside it every row that was written since it was made. The rows
// themselves stay the truth. Each write of a row goes into both, in one transaction; so the copy is never behind.

import { packLists, unpackLists, withChanges, type Change, type Lists, type Row } from './packed.ts';
import type { Database } from './layout.ts';

/** Its store, which is no part of a snapshot. Keys: PACKED, ERA, and `row/<list>/<id>`. */
export const COPY = 'copy';
const PACKED = 'packed';
/** Counts up whenever the text changes; who made a new text meanwhile from older rows sees it and leaves it. */
const ERA = 'era';
const ROW = 'row/';

/** From when on a text is worth making. */
export interface CopyLimits {
	/** Fewer rows are read as rows; a copy of them would save nothing. */
	readonly rows: number;
	/** So many changes beside the text, and a new one is made. */
	readonly changes: number;
}

export const COPY_LIMITS: CopyLimits = { rows: 400, changes: 200 };

interface Readable {
	getAllKeys(): Promise<readonly string[]>;
	getAll(): Promise<readonly unknown[]>;
}

export interface Copy {
	readonly era: number;
	/** The lists as they are now; `null`: there is no copy, or none that can be read. */
	readonly lists: Lists | null;
	readonly changes: ReadonlyMap<string, Change>;
}

async function readStore(store: Readable) {
	const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
	const at = (key: string) => values[keys.indexOf(key)];
	const changes = keys.flatMap((key, n) => (key.startsWith(ROW) ? [[key, values[n] as Change] as const] : []));
	return { era: Number(at(ERA) ?? 0), text: at(PACKED), changes: new Map(changes) };
}

/** Awaits nothing but the transaction. */
export async function readCopy(store: Readable): Promise<Copy> {
	const { era, text, changes } = await readStore(store);
	const lists = typeof text === 'string' ? unpackLists(text) : null;
	return { era, changes, lists: lists && withChanges(lists, [...changes.values()]) };
}

/** Asks for a row to be written, into its list and beside the copy. The transaction has both stores. */
export function putRow(tx: IDBTransaction, list: string, row: Row): void {
	tx.objectStore(list).put(row);
	tx.objectStore(COPY).put({ list, row } satisfies Change, `${ROW}${list}/${row.id}`);
}

/** Asks for the copy to be thrown away, as all rows are replaced. */
export function dropCopy(tx: IDBTransaction): void {
	const store = tx.objectStore(COPY);
	const asked = store.get(ERA);
	asked.onsuccess = () => {
		store.clear();
		store.put(Number(asked.result ?? 0) + 1, ERA);
	};
}

const countOf = (lists: Lists): number => Object.values(lists).reduce((sum, rows) => sum + rows.length, 0);

const isWorthIt = ({ lists, changes }: Copy, read: Lists, limits: CopyLimits): boolean =>
	lists ? changes.size >= limits.changes : countOf(read) >= limits.rows;

/**
 * Makes a new text of what was `read` together with `copy`, when that is worth it. What was written meanwhile stays
 * beside it; nothing happens when another tab was faster. Never rejects: without a copy the rows are read.
 */
export async function renewCopy(db: Database, copy: Copy, read: Lists, limits: CopyLimits): Promise<void> {
	if (!isWorthIt(copy, read, limits)) return;
	const text = packLists(read);
	try {
		const tx = db.transaction(COPY, 'readwrite', { durability: 'relaxed' });
		const { era, changes } = await readStore(tx.store);
		if (era === copy.era) {
			for (const [key, change] of copy.changes)
				if (JSON.stringify(changes.get(key)) === JSON.stringify(change)) void tx.store.delete(key);
			void tx.store.put(text, PACKED);
			void tx.store.put(era + 1, ERA);
		}
		await tx.done;
	} catch {
		// No room, or closed by a newer tab: it was only a copy.
	}
}
