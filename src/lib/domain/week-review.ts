// Once a week, two lines of facts and one thing that went well. What it says; when it is offered: week-told.ts.
// Source: evidence.md 8.2, row 4 [P].

import type { Answer } from './answer.ts';
import { medianOf, type DiaryDay } from './diary.ts';
import { sumMinutes, type DoneWeek } from './done.ts';
import { addDays, type LocalDay } from './local-day.ts';
import { isKept } from './record.ts';

/** The facts of one week. Pain is 0-100; `null`: nothing was entered. */
export interface WeekFacts {
	readonly monday: LocalDay;
	readonly minutes: number;
	readonly sessions: number;
	/** Of the days with an entry; how many there are stands beside it. */
	readonly median: number | null;
	readonly days: number;
}

type WeekReview = Extract<Answer, { type: 'weekReview' }>;

/** The facts of the week of `monday`. `weeks` are those of `doneWeeks`, `days` those of `diaryDays`. */
export function weekFacts(monday: LocalDay, weeks: readonly DoneWeek[], days: readonly DiaryDay[]): WeekFacts {
	const week = weeks.find((each) => each.monday === monday);
	const sunday = addDays(monday, 6);
	const values = days.flatMap(({ on, value }) => (on >= monday && on <= sunday && value !== null ? [value] : []));
	return {
		monday,
		minutes: week ? sumMinutes(week.minutes) : 0,
		sessions: week?.sessions ?? 0,
		median: medianOf(values),
		days: values.length
	};
}

/** Of a week in which nothing was done or entered nothing is told. */
export const isTold = ({ minutes, days }: WeekFacts): boolean => minutes > 0 || days > 0;

/** What was answered about this week: the last one that was not removed. */
export const reviewOf = (answers: readonly Answer[], monday: LocalDay): WeekReview | undefined =>
	answers
		.filter((answer): answer is WeekReview => answer.type === 'weekReview' && isKept(answer))
		.filter((answer) => answer.monday === monday)
		.toSorted((a, b) => a.updatedAt - b.updatedAt)
		.at(-1);

/** All that went well, newest week first, one for each week. */
export function wentWell(answers: readonly Answer[]): readonly WeekReview[] {
	const mondays = answers.flatMap((answer) => (answer.type === 'weekReview' && isKept(answer) ? [answer.monday] : []));
	return [...new Set(mondays)]
		.toSorted((a, b) => (a < b ? 1 : -1))
		.flatMap((monday) => reviewOf(answers, monday) ?? [])
		.filter((answer) => answer.wentWell.trim() !== '');
}
