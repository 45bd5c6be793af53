// The diary as it is read: day by day, newest first, a page at a time. There may be many thousand entries.

import type { PainEntry } from './entry.ts';
import type { LocalDay } from './local-day.ts';

/** One day of the list. */
export interface ListDay {
	readonly on: LocalDay;
	/** Newest first. */
	readonly entries: readonly PainEntry[];
	/** Whether a medicine was taken; `null`: not said. */
	readonly medicine: boolean | null;
}

export interface DiaryList {
	readonly days: readonly ListDay[];
	/** There is more than what is shown. */
	readonly hasMore: boolean;
}

/**
 * The first `most` entries with the days they are of, and the days in between on which only the medicine was answered.
 * `entries` are those of `keptEntries`, newest first.
 */
export function diaryList(
	entries: readonly PainEntry[],
	medicine: ReadonlyMap<LocalDay, boolean>,
	most: number
): DiaryList {
	const shown = entries.slice(0, most);
	const hasMore = entries.length > most;
	const last = hasMore ? (shown.at(-1)?.on ?? '') : '';
	const byDay = new Map<LocalDay, PainEntry[]>();
	for (const on of medicine.keys()) if (on >= last) byDay.set(on, []);
	for (const entry of shown) byDay.set(entry.on, [...(byDay.get(entry.on) ?? []), entry]);
	const days = [...byDay].map(([on, ofDay]) => ({ on, entries: ofDay, medicine: medicine.get(on) ?? null }));
	return { days: days.toSorted((a, b) => (a.on < b.on ? 1 : -1)), hasMore };
}
