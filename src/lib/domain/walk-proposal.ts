// The next walk of a walking plan: a fold over the walks that were done. Source: evidence.md 2.2 [P].

import { didShare, summaryOf } from './history.ts';
import { daysBetween, type LocalDay } from './local-day.ts';
import { beganAt, dueDay, sessionsOf, sinceBegun, type Facts, type Plan, type Proposal } from './plan.ts';
import { walkOfWeek, type Programmes, type WalkPlan } from './programme.ts';
import type { Reading } from './reading.ts';
import type { SessionRecord } from './record.ts';
import { RULES } from './rules.ts';
import type { SessionLight } from './session-lights.ts';
import { assert } from './assert.ts';

/** Enough of what was set out for was walked: it ends a break. */
const isWalked = (record: SessionRecord): boolean => didShare(record, RULES.walkCountsFromShare);

interface WalkState {
	readonly week: number;
	/** Walks done in this week of the plan. */
	readonly walks: number;
	readonly lastOn: LocalDay | null;
	/** Walked on the last day of all, and how many walks of the plan that made. */
	readonly onDay: { readonly on: LocalDay | null; readonly playedMs: number; readonly counted: number };
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

const timesADay = (plan: WalkPlan, week: number): number => plan.weeks[week]?.times ?? 1;
const walksOfWeek = (plan: WalkPlan, week: number): number => RULES.walksPerWeek * timesADay(plan, week);

/** Whole minutes of the next walk: those of the week, after a red one a third less (evidence.md 2.2). */
const minutesOf = (plan: WalkPlan, { week, isCut }: WalkState): number =>
	Math.max(1, Math.round((plan.weeks[week]?.minutes ?? 30) * (isCut ? RULES.walkShareAfterRed : 1)));

/**
 * Whether it was enough for a walk of the plan: with what else was walked that day at least half of the minutes that
 * were due, so two halves are one walk and a stroll of ten minutes is none of forty.
 */
function isEnough(state: WalkState, playedMs: number, plan: WalkPlan): boolean {
	const walkedMs = timesADay(plan, state.week) > 1 ? playedMs : state.onDay.playedMs;
	return walkedMs >= RULES.walkCountsFromShare * minutesOf(plan, state) * 60_000;
}

/**
 * One week of the plan further for every three walks; the last week stays [P]. An amber walk asks for the same minutes
 * again, a red one for a third less (evidence.md 2.2), however short it was; without an answer a walk counts: any does.
 */
function afterWalk(before: WalkState, record: SessionRecord, plan: WalkPlan, { light }: SessionLight): WalkState {
	const { on } = record;
	const { playedMs } = summaryOf(record);
	const today = before.onDay.on === on ? before.onDay : { on, playedMs: 0, counted: 0 };
	const walkedToday = { ...today, playedMs: today.playedMs + playedMs };
	const state = { ...afterBreak(before, on), lastOn: on, onDay: walkedToday };
	if (light === 'red') return { ...state, isCut: true, walks: 0, reason: 'stepBackRed' };
	if (light === 'amber') return { ...state, reason: 'repeatAmber' };
	// A few minutes end no break; with others of the same day they may.
	if (!isEnough(state, playedMs, plan)) return isWalked(record) ? state : { ...before, onDay: walkedToday };
	const isCut = state.isCut && light !== 'green';
	const after = { ...state, isCut, reason: isCut ? ('stepBackRed' as const) : ('oneMoreGreen' as const) };
	// No more a day than the plan asks for.
	if (state.onDay.counted >= timesADay(plan, state.week)) return after;
	const walks = state.walks + 1;
	const next = { ...after, onDay: { ...state.onDay, counted: state.onDay.counted + 1 } };
	return walks < walksOfWeek(plan, state.week)
		? { ...next, walks }
		: { ...next, week: Math.min(plan.weeks.length - 1, state.week + 1), walks: 0 };
}

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
	const all = sessionsOf(facts, 'walk').filter((record) => record.on <= today);
	const walked = all.filter(isWalked);
	const done = all
		.filter((record) => isOfPlan({ on: record.on, at: beganAt(record) }))
		.reduce<WalkState>((state, record) => afterWalk(state, record, walk, reading.lightOf(record)), {
			week: 0,
			walks: 0,
			lastOn: null,
			onDay: { on: null, playedMs: 0, counted: 0 },
			isCut: false,
			reason: 'start'
		});
	const state = afterBreak(done, today);
	const breakDays = breakBefore(done, today);
	const { reason } = state;
	const session = walkOfWeek(walk, state.week, minutesOf(walk, state));
	// In a week of two walks a day the second is due on the same day, some hours later.
	const onToday = walked.filter((record) => record.on === today).length;
	const moreToday =
		onToday > 0 && onToday < timesADay(walk, state.week) && state.walks % timesADay(walk, state.week) > 0;
	const dueOn = moreToday ? today : dueDay(plan, walked.at(-1)?.on ?? null, today);
	const greensNeeded = walksOfWeek(walk, state.week);
	return { session, reason, breakDays, dueOn, rung: state.week, greens: state.walks, greensNeeded };
}
