// The pain diary: any number of entries a day. Pain is 0-100; `null`: not entered. Knows nothing of plans.

import type { LocalDay } from './local-day.ts';
import type { Kept } from './kept.ts';

/** Where it hurts. Legs are watched apart from the back (evidence.md 0, fact 3). */
export interface Pains {
	readonly back: number | null;
	readonly leg: number | null;
	readonly elsewhere: number | null;
}

/** One entry. What it feels like now, the average and the worst of the last 24 hours are kept apart (users.md 1, D). */
export interface PainEntry extends Kept {
	readonly on: LocalDay;
	/** The moment it is about, epoch milliseconds. */
	readonly at: number;
	readonly now: Pains | null;
	readonly average: Pains | null;
	readonly worst: Pains | null;
	readonly note: string;
}
