// Which week is told, and when. By itself, because Today asks on every day and needs the rest on two of seven.
// Source: evidence.md 8.2, row 4 [P].

import { addDays, mondayOf, weekdayOf, type LocalDay } from './local-day.ts';

/** From this hour on a Sunday the week is told [P]. */
const EVENING = 18;

/**
 * The Monday of the week that is told now: on Sunday evening the present one, on Monday the last one; else none.
 * `hour`: 0-23, of the person's clock.
 */
export function reviewedWeek(today: LocalDay, hour: number): LocalDay | null {
	const weekday = weekdayOf(today);
	if (weekday === 6 && hour >= EVENING) return mondayOf(today);
	return weekday === 0 ? addDays(today, -7) : null;
}

/** The last week that is over, or nearly: what the screen of progress shows on any day. */
export const lastWeek = (today: LocalDay, hour: number): LocalDay =>
	reviewedWeek(today, hour) ?? addDays(mondayOf(today), -7);
