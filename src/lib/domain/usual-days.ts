// The weekdays that are offered when a plan is begun: as in the sample weeks, or between what runs already.
// Source: evidence.md 7.3 (how often a week) and 7.5 (on which days) [P].

import { chooseDays } from './day-choice.ts';
import type { Weekday } from './local-day.ts';
import type { Plan } from './plan.ts';
import type { ProgrammeId } from './session.ts';

const USUAL: Readonly<Record<ProgrammeId, readonly Weekday[]>> = {
	'run-walk': [0, 2, 4],
	running: [0, 2, 5],
	walk: [0, 2, 4],
	core: [1, 4],
	legs: [1, 3],
	pilates: [1, 4],
	'tai-chi': [1, 3],
	yoga: [1, 3],
	relax: [1, 3, 5],
	desk: [0, 1, 2, 3, 4],
	settle: [0, 2, 4],
	own: [0, 2, 4]
};

/** Programmes whose days are kept apart: each session is a run. */
export const isRunProgramme = (id: ProgrammeId): boolean => id === 'run-walk' || id === 'running';

/**
 * The days offered for `id` beside `others`: its usual ones, moved to where nothing else is, never the free day. Runs
 * not on Sunday and Monday both: the weeks follow one another.
 */
export function usualDays(id: ProgrammeId, others: readonly Plan[], freeDay: Weekday): readonly Weekday[] {
	const crowded = others.flatMap(({ weekdays }) => weekdays);
	const usual = USUAL[id];
	const allowed = [0, 1, 2, 3, 4, 5, 6].filter((day) => day !== freeDay);
	const chosenFrom = (days: readonly number[]): readonly number[] =>
		chooseDays({
			count: usual.length,
			allowed: days,
			kept: [],
			liked: usual.filter((day) => !crowded.includes(day)),
			crowded,
			apart: isRunProgramme(id),
			runDays: others.filter(({ programmeId }) => isRunProgramme(programmeId)).flatMap(({ weekdays }) => weekdays)
		});
	const chosen = chosenFrom(allowed);
	const touches = isRunProgramme(id) && chosen.includes(0) && chosen.includes(6);
	return (touches ? chosenFrom(allowed.filter((day) => day !== 6)) : chosen) as readonly Weekday[];
}
