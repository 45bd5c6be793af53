// Several plans side by side, from the same choices as the one of plan.ts. What is asked of each programme by itself
// (its stage, its proposal) stays there: `factsFor` gives it the part of the facts that is its own.

import type { LocalDay, Weekday } from './local-day.ts';
import { mondayOf } from './local-day.ts';
import { begunOf, changedBy, inOrder, type Facts, type Plan } from './plan.ts';
import type { Choice } from './record.ts';
import type { ProgrammeId, Session } from './session.ts';
import type { WeekMove, Wish } from './week-wish.ts';

/** Sunday (decisions.md, 'Week'). */
export const USUAL_FREE_DAY: Weekday = 6;

function afterChoice(plans: readonly Plan[], choice: Choice): readonly Plan[] {
	const but = (id: ProgrammeId): readonly Plan[] => plans.filter((plan) => plan.programmeId !== id);
	if (choice.type === 'begun') return [...(choice.beside ? but(choice.programmeId) : []), begunOf(choice)];
	if (choice.type === 'ended') return but(choice.programmeId);
	if (choice.type !== 'weekdays' && choice.type !== 'paused' && choice.type !== 'takenUp') return plans;
	const id = choice.programmeId ?? plans.at(-1)?.programmeId;
	return plans.map((plan) => (plan.programmeId === id ? changedBy(plan, choice) : plan));
}

/**
 * The plans the choices add up to, the one begun last at the end; at most one of each programme. A `begun` that is not
 * `beside` replaces them all, so choices made before there were several mean what they meant.
 */
export const plansOf = (choices: readonly Choice[]): readonly Plan[] =>
	inOrder(choices).reduce<readonly Plan[]>(afterChoice, []);

/** The facts as plan.ts reads them for one programme: without the beginnings of the others and what names them. */
export const factsFor = (programmeId: ProgrammeId, facts: Facts): Facts => ({
	...facts,
	choices: facts.choices.filter(
		(choice) => !('programmeId' in choice && choice.programmeId !== undefined) || choice.programmeId === programmeId
	)
});

/** The weekday that was chosen to stay free; `null`: none was. */
export const chosenFreeDay = (choices: readonly Choice[]): Weekday | null =>
	inOrder(choices).reduce<Weekday | null>((day, choice) => (choice.type === 'freeDay' ? choice.weekday : day), null);

/** The step of run-walk for good, if that was chosen. */
export const stayedAt = (choices: readonly Choice[]): string | null =>
	inOrder(choices).reduce<string | null>((at, choice) => (choice.type === 'stayed' ? choice.stageId : at), null);

/**
 * What is left of earlier moves after a choice: other weekdays and a beginning beside the others void those of their own
 * plan, another free day and a beginning in place of all void every one. So do weekdays that name no plan: there was one.
 */
function movesAfter(moves: readonly WeekMove[], choice: Choice): readonly WeekMove[] {
	if (choice.type === 'freeDay' || (choice.type === 'begun' && !choice.beside)) return [];
	if (choice.type !== 'begun' && choice.type !== 'weekdays') return moves;
	return moves.filter(({ wishId }) => choice.programmeId !== undefined && wishId !== choice.programmeId);
}

/** The moves of the week of `day` that still hold, in the order in which they were made. */
export function movesOf(choices: readonly Choice[], day: LocalDay): readonly WeekMove[] {
	return inOrder(choices).reduce<readonly WeekMove[]>((before, choice) => {
		const moves = movesAfter(before, choice);
		if (choice.type !== 'moved' || mondayOf(choice.from) !== mondayOf(day)) return moves;
		return [...moves, { wishId: choice.programmeId, from: choice.from, to: choice.to }];
	}, []);
}

/** The plans as wishes for a week; those that are paused wish nothing. `sessionsOf` says what a week of a plan holds. */
export const wishesOfPlans = (
	plans: readonly Plan[],
	sessionsOf: (plan: Plan) => readonly Session[]
): readonly Wish[] =>
	plans
		.filter((plan) => plan.pausedOn === null)
		.map((plan) => ({
			id: plan.programmeId,
			sessions: sessionsOf(plan),
			weekdays: plan.weekdays,
			from: plan.begunOn
		}));
