// How pain went over weeks: the line of seven-day medians, and three words for the whole of it. Describes, and tells no
// reason for it. Source: evidence.md 6, 'Showing change honestly' [P].

import { ENOUGH_DAYS, medianOf, usualOf, weekMedian, type DiaryDay } from './diary.ts';
import { addDays, daysBetween, type LocalDay } from './local-day.ts';
import type { Span } from './period.ts';

const WEEK = 7;

/** A change that counts: this many points of 100, and for less this share of the start too (evidence.md 6 [S:O1]). */
export const CHANGE = { points: 15, percent: 30 } as const;

/** The average difference in studies, as context (evidence.md 6, rule 3 [S:seed4]). */
export const STUDY_POINTS = 15;

/** The median of the seven days that end on `on`; `null`: not enough entries, so there is no line. */
export interface LinePoint {
	readonly on: LocalDay;
	readonly median: number | null;
}

/** Clearly less, about the same, clearly more. There is no fourth word. */
export type ChangeWord = 'less' | 'same' | 'more';

export type PainChange =
	| { readonly type: 'compared'; readonly word: ChangeWord; readonly start: number; readonly now: number }
	/** Days with a value in the first week (see `firstWeekOn`) and in the last, and of all from the first week on. */
	| { readonly type: 'notEnough'; readonly startDays: number; readonly nowDays: number; readonly allDays: number };

/** One point for each day of the span, oldest first. Law: the same as `weekMedian` of that day. */
export function medianLine(days: readonly DiaryDay[], { from, to }: Span): readonly LinePoint[] {
	const valued = days.filter(({ value }) => value !== null);
	const line: LinePoint[] = [];
	/** The seven days that end on the present one. */
	let week = Array.from({ length: WEEK }, (_, n) => addDays(from, n + 1 - WEEK));
	let first = 0;
	let next = 0;
	for (let on = from; on <= to; on = week.at(-1) ?? '~') {
		while ((valued[next]?.on ?? '~') <= on) next += 1;
		while (first < next && (valued[first]?.on ?? '') < (week[0] ?? '')) first += 1;
		const values = valued.slice(first, next).map(({ value }) => value ?? 0);
		line.push({ on, median: values.length < ENOUGH_DAYS ? null : medianOf(values) });
		week = [...week.slice(1), addDays(on, 1)];
	}
	return line;
}

/** The same line, ending with the last day on which something was entered: it is never drawn beyond it. */
export function endedLine(line: readonly LinePoint[], days: readonly DiaryDay[]): readonly LinePoint[] {
	const lastOn = days.findLast(({ value }) => value !== null)?.on ?? '';
	return line.map((point) => (point.on > lastOn ? { ...point, median: null } : point));
}

/** Less has to be enough in points and in share of the start; more in points. Halves are exact, so nothing is rounded. */
export function changeWord(start: number, now: number): ChangeWord {
	const less = start - now;
	if (less >= CHANGE.points && 100 * less >= CHANGE.percent * start) return 'less';
	return -less >= CHANGE.points ? 'more' : 'same';
}

const valuedUpTo = (days: readonly DiaryDay[], today: LocalDay): readonly DiaryDay[] =>
	days.filter(({ on, value }) => value !== null && on <= today);

/** How many of the first days lie within seven days from the first of them on. */
const weekFrom = (valued: readonly DiaryDay[]): number =>
	valued.slice(0, WEEK).filter(({ on }) => daysBetween(valued[0]?.on ?? on, on) < WEEK).length;

/** Those from the first seven days on that have ENOUGH_DAYS; without such a week all of them. */
function fromFirstWeek(valued: readonly DiaryDay[]): readonly DiaryDay[] {
	const at = valued.findIndex(({ on }, n) => {
		const fifth = valued[n + ENOUGH_DAYS - 1];
		return fifth !== undefined && daysBetween(on, fifth.on) < WEEK;
	});
	return valued.slice(Math.max(0, at));
}

/** The day on which the first week with ENOUGH_DAYS begins: entries that lie alone before it are no start. */
export function firstWeekOn(days: readonly DiaryDay[], today: LocalDay): LocalDay | null {
	const valued = fromFirstWeek(valuedUpTo(days, today));
	return weekFrom(valued) < ENOUGH_DAYS ? null : (valued[0]?.on ?? null);
}

/**
 * The median of the first seven daily values against that of the last seven up to `today`; never single days. The first
 * are those from `firstWeekOn` on. Not enough entries: no such week, fewer than ENOUGH_DAYS of them in the last seven
 * days, or so few in all that a day would stand on both sides. `days` are those of `diaryDays`, oldest first.
 */
export function painChange(days: readonly DiaryDay[], today: LocalDay): PainChange {
	const valued = fromFirstWeek(valuedUpTo(days, today));
	const now = usualOf(valued, today);
	const start = medianOf(valued.slice(0, WEEK).map(({ value }) => value ?? 0));
	const startDays = weekFrom(valued);
	if (start === null || now === null || startDays < ENOUGH_DAYS || valued.length < 2 * WEEK)
		return { type: 'notEnough', startDays, nowDays: weekMedian(valued, today).days, allDays: valued.length };
	return { type: 'compared', word: changeWord(start, now), start, now };
}

/** Where the average of the studies lies for this start, or `null` when it would be below nothing. Context, no goal. */
export const studyLevel = (change: PainChange): number | null =>
	change.type === 'compared' && change.start >= STUDY_POINTS ? change.start - STUDY_POINTS : null;
