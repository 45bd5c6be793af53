// History by days, read from the index instead of whole: for the day when there are thousands of sessions.

import type { LocalDay } from '#lib/domain/local-day.ts';
import { isKept, type SessionRecord } from '#lib/domain/record.ts';
import type { Database } from './layout.ts';

/** Asks for the days before `before` (without it: from the newest on) until at least `limit` sessions are there. */
export interface DayPage {
	readonly before?: LocalDay;
	/** At least 1. The last day is read to its end, so a page may be longer. */
	readonly limit: number;
}

const startedAt = (record: SessionRecord): number => record.log[0]?.at ?? 0;

const newestFirst = (a: SessionRecord, b: SessionRecord): number =>
	b.on.localeCompare(a.on) || startedAt(b) - startedAt(a) || b.id.localeCompare(a.id);

/**
 * Whole days of sessions that were not removed, newest first. The next page begins before the day of the last one;
 * an empty page is the end. Law: the pages joined are all sessions, each once.
 */
export async function sessionsByDay(db: Database, { before, limit }: DayPage): Promise<readonly SessionRecord[]> {
	const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
	const found: SessionRecord[] = [];
	const tx = db.transaction('sessions');
	// What fails is said by the request that fails.
	tx.done.catch(() => {});
	let cursor = await tx.store.index('on').openCursor(range, 'prev');
	while (cursor && (found.length < limit || cursor.value.on === found.at(-1)?.on)) {
		if (isKept(cursor.value)) found.push(cursor.value);
		cursor = await cursor.continue();
	}
	return found.toSorted(newestFirst);
}
