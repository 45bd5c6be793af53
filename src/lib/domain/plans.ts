// Several plans side by side, from the same choices as the one of plan.ts. What is asked of each programme by itself
// (its stage, its proposal) stays there: `factsFor` gives it the part of the facts that is its own.

import type { LocalDay, Weekday } from './local-day.ts';
import { mondayOf } from './local-day.ts';
import type { Facts, Plan } from './plan.ts';
import { isKept, type Choice, type Kept } from './record.ts';
import type { ProgrammeId, Session } from './session.ts';
import type { WeekMove, Wish } from './week-wish.ts';

/** What is to be chosen beyond the choices there are: stored records, once a migration brings them. */
export type WeekChoice = Kept & { readonly on: LocalDay } & (
		| { readonly type: 'ended'; readonly programmeId: ProgrammeId }
		| { readonly type: 'freeDay'; readonly weekday: Weekday }
		| { readonly type: 'moved'; readonly programmeId: ProgrammeId; readonly from: LocalDay; readonly to: LocalDay }
		/** Run-walk for good, at this step of its ladder (`W1`, …); `null`: no longer. */
		| { readonly type: 'stayed'; readonly stageId: string | null }
	);

/**
 * The choices of today with what they would carry: `begun` may be `beside` the plans there are, and `weekdays`,
 * `paused`, `takenUp` may name the programme they mean (without it: the one begun last).
 */
export type PlanChoice = (Choice & { readonly beside?: true; readonly programmeId?: ProgrammeId }) | WeekChoice;

/** Sunday (decisions.md, 'Week'). */
export const USUAL_FREE_DAY: Weekday = 6;

const inOrder = (choices: readonly PlanChoice[]): readonly PlanChoice[] =>
	choices.filter(isKept).toSorted((a, b) => a.on.localeCompare(b.on) || a.updatedAt - b.updatedAt);

const begunOf = (choice: Extract<PlanChoice, { type: 'begun' }>): Plan => ({
	programmeId: choice.programmeId,
	startStageId: choice.stageId,
	weekdays: choice.weekdays,
	begunOn: choice.on,
	pausedOn: null
});

/** What a choice makes of the one plan it is about. */
function changed(plan: Plan, choice: PlanChoice): Plan {
	if (choice.type === 'weekdays') return { ...plan, weekdays: choice.weekdays };
	if (choice.type === 'paused') return { ...plan, pausedOn: choice.on };
	if (choice.type === 'takenUp') return { ...plan, pausedOn: null };
	return plan;
}

function afterChoice(plans: readonly Plan[], choice: PlanChoice): readonly Plan[] {
	const but = (id: ProgrammeId): readonly Plan[] => plans.filter((plan) => plan.programmeId !== id);
	if (choice.type === 'begun') return [...(choice.beside ? but(choice.programmeId) : []), begunOf(choice)];
	if (choice.type === 'ended') return but(choice.programmeId);
	if (choice.type !== 'weekdays' && choice.type !== 'paused' && choice.type !== 'takenUp') return plans;
	const id = choice.programmeId ?? plans.at(-1)?.programmeId;
	return plans.map((plan) => (plan.programmeId === id ? changed(plan, choice) : plan));
}

/**
 * The plans the choices add up to, the one begun last at the end; at most one of each programme. A `begun` that is not
 * `beside` replaces them all, so choices made before there were several mean what they meant.
 */
export const plansOf = (choices: readonly PlanChoice[]): readonly Plan[] =>
	inOrder(choices).reduce<readonly Plan[]>(afterChoice, []);

const isOfStoredKind = (choice: PlanChoice): choice is Choice =>
	!['ended', 'freeDay', 'moved', 'stayed'].includes(choice.type);

/** The facts as plan.ts reads them for one programme: without the beginnings of the others. */
export const factsFor = (
	programmeId: ProgrammeId,
	facts: Omit<Facts, 'choices'> & { readonly choices: readonly PlanChoice[] }
): Facts => ({
	...facts,
	choices: facts.choices
		.filter(isOfStoredKind)
		.filter((choice) => choice.type !== 'begun' || choice.programmeId === programmeId)
});

/** The weekday that stays free. */
export const freeDayOf = (choices: readonly PlanChoice[]): Weekday =>
	inOrder(choices).reduce<Weekday>((day, choice) => (choice.type === 'freeDay' ? choice.weekday : day), USUAL_FREE_DAY);

/** The step of run-walk for good, if that was chosen. */
export const stayedAt = (choices: readonly PlanChoice[]): string | null =>
	inOrder(choices).reduce<string | null>((at, choice) => (choice.type === 'stayed' ? choice.stageId : at), null);

/**
 * The moves of the week of `day`, in the order in which they were made. Other weekdays, another free day and a new
 * beginning make what was moved before void.
 */
export function movesOf(choices: readonly PlanChoice[], day: LocalDay): readonly WeekMove[] {
	return inOrder(choices).reduce<readonly WeekMove[]>((moves, choice) => {
		if (choice.type === 'begun' || choice.type === 'weekdays' || choice.type === 'freeDay') return [];
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
		.map((plan) => ({ id: plan.programmeId, sessions: sessionsOf(plan), weekdays: plan.weekdays }));
