// The stretch of days that a picture, a table or a page for the doctor is about: whole weeks, the present one included.

import { addDays, isLocalDay, mondayOf, type LocalDay } from './local-day.ts';

/** Nobody enters an earlier day: a year like 0202 is a slip of the keys. One that was kept counts nowhere;
 * an entry or a movement is listed, to be corrected. */
export const FIRST_DAY: LocalDay = '1970-01-01';

/** A day about which something may be entered today. */
export const isPast = (on: LocalDay, today: LocalDay): boolean => isLocalDay(on) && on >= FIRST_DAY && on <= today;

export const PERIODS = ['weeks4', 'weeks12', 'all'] as const;
/** Four or twelve calendar weeks that end with the present one, or everything there is. */
export type Period = (typeof PERIODS)[number];

/** Both days included; `from` is a Monday. */
export interface Span {
	readonly from: LocalDay;
	readonly to: LocalDay;
}

const WEEKS = { weeks4: 4, weeks12: 12 } as const;

/** `firstOn`: the day of the first thing that was entered or done; `null`: there is none yet. */
export function spanOf(period: Period, firstOn: LocalDay | null, today: LocalDay): Span {
	const thisMonday = mondayOf(today);
	if (period !== 'all') return { from: addDays(thisMonday, 7 - 7 * WEEKS[period]), to: today };
	return { from: firstOn === null || firstOn > today ? thisMonday : mondayOf(firstOn), to: today };
}

export const isWithin = ({ from, to }: Span, on: LocalDay): boolean => on >= from && on <= to;

/** The Mondays of a span, oldest first. */
export function mondaysOf({ from, to }: Span): readonly LocalDay[] {
	const mondays: LocalDay[] = [];
	for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) mondays.push(monday);
	return mondays;
}

/** The earliest of these days, slips of the keys left out; `null` for none. */
export const earliest = (days: readonly LocalDay[]): LocalDay | null =>
	days.reduce<LocalDay | null>((first, on) => (on >= FIRST_DAY && (first === null || on < first) ? on : first), null);
