// What is asked at the start, after six and after twelve weeks: three activities of the person's own and two beliefs, 0-10
// each. Source: evidence.md 6 (PSFS: the method, in our own words), 8.2 row 9 [P]. Judges nothing.

import type { Activity, Answer, AskedWeek } from './answer.ts';
import { daysBetween, type LocalDay } from './local-day.ts';
import { isKept, type Choice, type SessionRecord } from './record.ts';

export const ASKED_WEEKS: readonly AskedWeek[] = [0, 6, 12];

/** Own activities, and points of ten (evidence.md 6: three to five; here three). */
export const MOST_ACTIVITIES = 3;
export const MOST_SCORE = 10;

/** So long it is asked after its day has come; later the answer would be about another time [P]. */
const OPEN_DAYS = 21;

export type Activities = Extract<Answer, { type: 'activities' }>;
export type Beliefs = Extract<Answer, { type: 'beliefs' }>;

/** The day from which the weeks are counted: the first plan that was begun, else the first session; `null`: neither. */
export function beganOn(choices: readonly Choice[], sessions: readonly SessionRecord[]): LocalDay | null {
	const begun = choices.filter((choice) => isKept(choice) && choice.type === 'begun');
	const days = (begun.length > 0 ? begun : sessions.filter(isKept)).map(({ on }) => on);
	return days.reduce<LocalDay | null>((first, on) => (first === null || on < first ? on : first), null);
}

/** The week that may be asked about today; `null`: none. The first three weeks are the start. */
export function openWeek(began: LocalDay | null, today: LocalDay): AskedWeek | null {
	if (began === null) return null;
	const days = daysBetween(began, today);
	return ASKED_WEEKS.findLast((week) => days >= 7 * week && days < 7 * week + OPEN_DAYS) ?? null;
}

/** The week of which the person looks back today, as long as it may be asked about; `null`: none. */
export function lookBackWeek(began: LocalDay | null, today: LocalDay): 6 | 12 | null {
	const week = openWeek(began, today);
	return week === 6 || week === 12 ? week : null;
}

/** The last answer of each week, by the order in which they were changed. */
function byWeek<T extends Activities | Beliefs>(answers: readonly T[]): ReadonlyMap<AskedWeek, T> {
	return new Map(answers.toSorted((a, b) => a.updatedAt - b.updatedAt).map((answer) => [answer.week, answer] as const));
}

export const activitiesOf = (answers: readonly Answer[]): ReadonlyMap<AskedWeek, Activities> =>
	byWeek(answers.filter((answer): answer is Activities => answer.type === 'activities' && isKept(answer)));

export const beliefsOf = (answers: readonly Answer[]): ReadonlyMap<AskedWeek, Beliefs> =>
	byWeek(answers.filter((answer): answer is Beliefs => answer.type === 'beliefs' && isKept(answer)));

/** The week that is asked about now: it is open, and nothing was answered yet, not even with nothing. */
export function askedWeek(answers: readonly Answer[], began: LocalDay | null, today: LocalDay): AskedWeek | null {
	const week = openWeek(began, today);
	if (week === null) return null;
	return activitiesOf(answers).has(week) || beliefsOf(answers).has(week) ? null : week;
}

/** One activity and its score in each of the weeks; `null`: not answered then. */
export interface ActivityRow {
	readonly name: string;
	readonly scores: Readonly<Record<AskedWeek, number | null>>;
}

/** The names asked for again: those of the last week in which there were some, so that like is set beside like. */
export function knownActivities(answers: readonly Answer[]): readonly string[] {
	const weeks = activitiesOf(answers);
	const named = (week: AskedWeek): readonly Activity[] => weeks.get(week)?.activities ?? [];
	const last = ASKED_WEEKS.findLast((week) => named(week).length > 0);
	return last === undefined ? [] : named(last).map(({ name }) => name);
}

/** Each activity over time, in the order in which it was first named. */
export function activityRows(answers: readonly Answer[]): readonly ActivityRow[] {
	const weeks = activitiesOf(answers);
	const scores = new Map<string, Record<AskedWeek, number | null>>();
	for (const week of ASKED_WEEKS)
		for (const { name, score } of weeks.get(week)?.activities ?? [])
			scores.set(name, { ...(scores.get(name) ?? { 0: null, 6: null, 12: null }), [week]: score });
	return [...scores].map(([name, of]) => ({ name, scores: of }));
}
