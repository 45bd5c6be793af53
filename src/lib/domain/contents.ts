// What a snapshot holds, counted as it is told before a file replaces it: only what was not removed.

import type { Kept } from './kept.ts';
import type { LocalDay } from './local-day.ts';
import { earliest } from './period.ts';
import { isKept, type CheckIn, type SessionRecord, type Settings, type Snapshot } from './record.ts';

export interface Contents {
	readonly sessions: number;
	readonly checkIns: number;
	/** Of the diary. */
	readonly entries: number;
	readonly movements: number;
}

/** First and last day of the sessions, entries and movements that were not removed; `null` for none. */
export function daysOf({
	sessions,
	entries,
	movements
}: Snapshot): { readonly from: LocalDay; readonly to: LocalDay } | null {
	const days = [sessions, entries, movements].flatMap((list) => list.filter(isKept).map(({ on }) => on));
	const from = earliest(days);
	return from === null ? null : { from, to: days.reduce((last, on) => (on > last ? on : last), from) };
}

/** Check-ins that were not removed, of sessions that were not: with a session goes what was said about it. */
export function checkInsOfKept(checkIns: readonly CheckIn[], sessions: readonly SessionRecord[]): readonly CheckIn[] {
	const kept = new Set(sessions.filter(isKept).map(({ id }) => id));
	return checkIns.filter((checkIn) => isKept(checkIn) && kept.has(checkIn.sessionId));
}

const countOf = (records: readonly Kept[]): number => records.filter(isKept).length;

export const contentsOf = ({ sessions, checkIns, entries, movements }: Snapshot): Contents => ({
	sessions: countOf(sessions),
	checkIns: checkInsOfKept(checkIns, sessions).length,
	entries: countOf(entries),
	movements: countOf(movements)
});

/** True when there is anything that the person would miss, be it one answer or a plan that was chosen. */
export function holdsAnything(snapshot: Snapshot): boolean {
	const { choices, sessions, checkIns, ownSessions, movements, entries, answers } = snapshot;
	return (
		snapshot.running !== null ||
		[choices, sessions, checkIns, ownSessions, movements, entries, answers].some((list) => list.some(isKept))
	);
}

/** A file as it comes onto this phone: what the test said of another phone stays there, what it said of this one stays here. */
export const ontoThisPhone = (snapshot: Snapshot, { phoneTest }: Settings): Snapshot => ({
	...snapshot,
	settings: { ...snapshot.settings, phoneTest }
});
