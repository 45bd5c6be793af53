// The next walk of a walking plan: a fold over the walks that were done. Source: evidence.md 2.2 [P].

import { summaryOf } from './history.ts';
import { daysBetween, type LocalDay } from './local-day.ts';
import { beganAt, dueDay, sessionsOf, sinceBegun, type Facts, type Plan, type Proposal } from './plan.ts';
import { walkSession, type Programmes, type WalkPlan } from './programme.ts';
import type { Reading } from './reading.ts';
import type { SessionRecord } from './record.ts';
import { RULES } from './rules.ts';
import type { SessionLight } from './session-lights.ts';
import { sessionSeconds } from './session.ts';
import { assert } from './assert.ts';

/** Enough of the prescribed walk was walked, wherever it was ended. */
const isWalked = (record: SessionRecord): boolean =>
	summaryOf(record).playedMs >= RULES.walkCountsFromShare * sessionSeconds(record.session) * 1000;

interface WalkState {
	readonly week: number;
	/** Walks done in this week of the plan. */
	readonly walks: number;
	readonly lastOn: LocalDay | null;
	/** After a red walk: shorter, until one is green. */
	readonly isCut: boolean;
	readonly reason: 'start' | 'oneMoreGreen' | 'repeatAmber' | 'stepBackRed' | 'stepBackAfterBreak';
}

const breakBefore = (state: WalkState, on: LocalDay): number =>
	state.lastOn === null ? 0 : daysBetween(state.lastOn, on);

/** Two weeks of the plan back after a break of two weeks [P]. */
const afterBreak = (state: WalkState, on: LocalDay): WalkState =>
	breakBefore(state, on) < RULES.stepBackFromDays
		? state
		: {
				...state,
				week: Math.max(0, state.week - RULES.stagesBackAfterBreak),
				walks: 0,
				reason: 'stepBackAfterBreak'
			};

/**
 * One week of the plan further for every three walks; the last week stays [P]. An amber walk asks for the same minutes
 * again, a red one for a third less (evidence.md 2.2); without an answer a walk counts: any walk does.
 */
function afterWalk(before: WalkState, on: LocalDay, plan: WalkPlan, { light }: SessionLight): WalkState {
	const state = { ...afterBreak(before, on), lastOn: on };
	if (light === 'red') return { ...state, isCut: true, walks: 0, reason: 'stepBackRed' };
	if (light === 'amber') return { ...state, reason: 'repeatAmber' };
	const walks = state.walks + 1;
	const isCut = state.isCut && light !== 'green';
	return walks < walksOfWeek(plan, state.week)
		? { ...state, walks, isCut, reason: 'oneMoreGreen' }
		: { ...state, week: Math.min(plan.weeks.length - 1, state.week + 1), walks: 0, isCut, reason: 'oneMoreGreen' };
}

const timesADay = (plan: WalkPlan, week: number): number => plan.weeks[week]?.times ?? 1;
const walksOfWeek = (plan: WalkPlan, week: number): number => RULES.walksPerWeek * timesADay(plan, week);

/** The next walk. */
export function proposeWalk(
	plan: Plan,
	facts: Facts,
	programmes: Programmes,
	today: LocalDay,
	reading: Reading
): Proposal {
	const walk = programmes.walks.find((each) => each.id === plan.startStageId) ?? programmes.walks[0];
	assert(walk, 'no walking plan');
	const isOfPlan = sinceBegun(facts);
	const walked = sessionsOf(facts, 'walk').filter((record) => record.on <= today && isWalked(record));
	const done = walked
		.filter((record) => isOfPlan({ on: record.on, at: beganAt(record) }))
		.reduce<WalkState>((state, record) => afterWalk(state, record.on, walk, reading.lightOf(record)), {
			week: 0,
			walks: 0,
			lastOn: null,
			isCut: false,
			reason: 'start'
		});
	const state = afterBreak(done, today);
	const breakDays = breakBefore(done, today);
	const { reason } = state;
	const minutes = walk.weeks[state.week]?.minutes ?? 30;
	const share = state.isCut ? RULES.walkShareAfterRed : 1;
	const session = walkSession(walk.id, state.week + 1, Math.max(1, Math.round(minutes * share)));
	// In a week of two walks a day the second is due on the same day, some hours later.
	const onToday = walked.filter((record) => record.on === today).length;
	const moreToday =
		onToday > 0 && onToday < timesADay(walk, state.week) && state.walks % timesADay(walk, state.week) > 0;
	const dueOn = moreToday ? today : dueDay(plan, walked.at(-1)?.on ?? null, today);
	const greensNeeded = walksOfWeek(walk, state.week);
	return { session, reason, breakDays, dueOn, rung: state.week, greens: state.walks, greensNeeded };
}
