// Movement that no session of ours was for: cycling, swimming, a class. It counts in minutes (done.ts), and in nothing
// else (decisions.md, 'Other movement').

import type { LocalDay } from './local-day.ts';
import { FIRST_DAY, isPast } from './period.ts';
import { isKept, type OtherMovement } from './record.ts';

export type { OtherKind, OtherMovement } from './record.ts';

/** The longest entry: a whole day on the bicycle. */
export const MOST_MINUTES = 16 * 60;

/** Minutes are offered in steps of this many; any whole number may be typed. */
const STEP_MINUTES = 5;

/** Why an entry cannot be kept as it is; also the id of what is said. */
export type MovementFault = 'minutes' | 'day' | 'year';

/** Entries that were not removed, newest first; of one day the one changed last comes first. */
export const keptMovements = (movements: readonly OtherMovement[]): readonly OtherMovement[] =>
	movements
		.filter(isKept)
		.toSorted((a, b) => b.on.localeCompare(a.on) || b.updatedAt - a.updatedAt || a.id.localeCompare(b.id));

/** The next multiple of five above or below, within what an entry may have. */
export function minutesStepped(minutes: number, by: 'less' | 'more'): number {
	const stepped =
		by === 'more'
			? Math.floor(minutes / STEP_MINUTES) * STEP_MINUTES + STEP_MINUTES
			: Math.ceil(minutes / STEP_MINUTES) * STEP_MINUTES - STEP_MINUTES;
	return Math.min(MOST_MINUTES, Math.max(1, stepped));
}

/** What keeps an entry from being kept; `null` when nothing does. An empty field has no minutes. */
export function movementFault(minutes: number | null | undefined, on: LocalDay, today: LocalDay): MovementFault | null {
	const isWhole = Number.isInteger(minutes) && (minutes ?? 0) >= 1 && (minutes ?? 0) <= MOST_MINUTES;
	if (!isWhole) return 'minutes';
	if (on !== '' && on < FIRST_DAY) return 'year';
	return isPast(on, today) ? null : 'day';
}
