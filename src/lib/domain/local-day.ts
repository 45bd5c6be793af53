// Calendar days as text, '2026-11-21', in the person's own place. Knows nothing of hours or time zones:
// days are counted in UTC, where none is ever 23 or 25 hours long. (Who asks which day it is now: platform/clock.ts.)

import { assert } from './assert.ts';

/** A day on the wall calendar, `YYYY-MM-DD`. */
export type LocalDay = string;

/** 0 Monday … 6 Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The instant of UTC at which a text of the right shape begins as a day; of one that does not exist, of another day. */
function utcOf(text: string): number {
	const match = SHAPE.exec(text);
	return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : NaN;
}

/** True for a text of the right shape that names a day which exists. */
export function isLocalDay(text: string): boolean {
	const ms = utcOf(text);
	return Number.isFinite(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** Years of a diary ask for the same days thousands of times; each is worked out once. Emptied when it grows. */
const REMEMBERED = 20_000;
const msOf = new Map<LocalDay, number>();
const dayOf = new Map<number, LocalDay>();

function remember<K, V>(known: Map<K, V>, key: K, value: V): V {
	if (known.size >= REMEMBERED) known.clear();
	known.set(key, value);
	return value;
}

const fromMs = (ms: number): LocalDay => dayOf.get(ms) ?? remember(dayOf, ms, new Date(ms).toISOString().slice(0, 10));

function toMs(day: LocalDay): number {
	const known = msOf.get(day);
	if (known !== undefined) return known;
	const ms = utcOf(day);
	assert(Number.isFinite(ms) && fromMs(ms) === day, `not a day: ${day}`);
	return remember(msOf, day, ms);
}

/** The day `count` days after `day`; before it, when negative. Law D1: `addDays(addDays(d, n), -n) = d`. Throws on a text that is no day. */
export const addDays = (day: LocalDay, count: number): LocalDay => fromMs(toMs(day) + count * DAY_MS);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDay, to: LocalDay): number => Math.round((toMs(to) - toMs(from)) / DAY_MS);

/** Monday is 0. */
export const weekdayOf = (day: LocalDay): Weekday => ((new Date(toMs(day)).getUTCDay() + 6) % 7) as Weekday;

/** The Monday of the week in which `day` lies. */
export const mondayOf = (day: LocalDay): LocalDay => addDays(day, -weekdayOf(day));

/** The seven days of the week of `day`, Monday first. */
export const weekOf = (day: LocalDay): readonly LocalDay[] =>
	[0, 1, 2, 3, 4, 5, 6].map((n) => addDays(mondayOf(day), n));
