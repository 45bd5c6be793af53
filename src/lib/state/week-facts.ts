// The facts of one week for its review: reads that week only, so that Today can ask for it.

import { diaryDays } from '#lib/domain/diary.ts';
import { doneSessions, doneWeeks } from '#lib/domain/done.ts';
import { addDays, type LocalDay } from '#lib/domain/local-day.ts';
import { isWithin } from '#lib/domain/period.ts';
import { weekFacts, type WeekFacts } from '#lib/domain/week-review.ts';
import { lastWeek, reviewedWeek } from '#lib/domain/week-told.ts';
import type { App } from './app.svelte.ts';

const noType = (): undefined => undefined;

export function weekFactsOf(app: App, monday: LocalDay): WeekFacts {
	const span = { from: monday, to: addDays(monday, 6) };
	const of = <T extends { readonly on: LocalDay }>(list: readonly T[]): readonly T[] =>
		list.filter(({ on }) => isWithin(span, on));
	const { sessions, movements, entries } = app.snapshot;
	const done = doneSessions(of(sessions), noType);
	return weekFacts(monday, doneWeeks(done, of(movements), span), diaryDays(of(entries)));
}

const hourNow = (app: App): number => new Date(app.parts.clock.now()).getHours();

/** The week that is told today; `null`: none. */
export const weekToTell = (app: App): LocalDay | null => reviewedWeek(app.today, hourNow(app));

/** The last week, on whatever day it is asked for. */
export const lastWeekFacts = (app: App): WeekFacts => weekFactsOf(app, lastWeek(app.today, hourNow(app)));
