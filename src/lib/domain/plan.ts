// Where this person stands: derived from their choices and records at each reading. The app proposes, the person decides.

import { checkInOf, keptSessions, summaryOf } from './history.ts';
import { lightOf } from './light.ts';
import { addDays, daysBetween, weekdayOf, type LocalDay, type Weekday } from './local-day.ts';
import { runSession, sequenceSession, walkSession, type Programmes, type WalkPlan } from './programme.ts';
import { isKept, type CheckIn, type Choice, type SessionRecord } from './record.ts';
import { RULES } from './rules.ts';
import { stageAfter, type StageEvent, type StageReason, type StageState } from './run-stage.ts';
import { sessionSeconds, type ProgrammeId, type Session } from './session.ts';
import { assert } from './assert.ts';

/** What the person chose, from all their choices. */
export interface Plan {
	readonly programmeId: ProgrammeId;
	readonly startStageId: string;
	readonly weekdays: readonly Weekday[];
	readonly begunOn: LocalDay;
	readonly pausedOn: LocalDay | null;
}

/** The next session and why it is this one. */
export interface Proposal {
	readonly session: Session;
	readonly reason: StageReason;
	readonly breakDays: number;
	/** The day it is due; today or later. A wish, not a duty. */
	readonly dueOn: LocalDay;
	/** Run-walk: index of the stage. Walks: index of the week. Sequences: 0. */
	readonly rung: number;
	readonly greens: number;
	readonly greensNeeded: number;
}

export interface Facts {
	readonly choices: readonly Choice[];
	readonly sessions: readonly SessionRecord[];
	readonly checkIns: readonly CheckIn[];
}

const inOrder = (choices: readonly Choice[]): readonly Choice[] =>
	choices.filter(isKept).toSorted((a, b) => a.on.localeCompare(b.on) || a.updatedAt - b.updatedAt);

/** The plan the choices add up to; `null` before the first start. A later `begun` replaces the earlier one. */
export function planOf(choices: readonly Choice[]): Plan | null {
	return inOrder(choices).reduce<Plan | null>((plan, choice) => {
		if (choice.type === 'begun')
			return {
				programmeId: choice.programmeId,
				startStageId: choice.stageId,
				weekdays: choice.weekdays,
				begunOn: choice.on,
				pausedOn: null
			};
		if (!plan) return null;
		if (choice.type === 'weekdays') return { ...plan, weekdays: choice.weekdays };
		if (choice.type === 'paused') return { ...plan, pausedOn: choice.on };
		if (choice.type === 'takenUp') return { ...plan, pausedOn: null };
		return plan;
	}, null);
}

/** Sessions of one programme, oldest first. */
const sessionsOf = (facts: Facts, programmeId: ProgrammeId): readonly SessionRecord[] =>
	keptSessions(facts.sessions).filter((record) => record.session.programmeId === programmeId);

const beganAt = (record: SessionRecord): number => record.log[0]?.at ?? 0;

/** Whether something is of the present plan: what came before the last `begun` belongs to the plan before it. */
function sinceBegun(facts: Facts): (entry: { readonly on: LocalDay; readonly at: number }) => boolean {
	const begun = inOrder(facts.choices).findLast((choice) => choice.type === 'begun');
	return ({ on, at }) => !begun || on > begun.on || (on === begun.on && at >= begun.updatedAt);
}

/** The stage of the next run: evidence.md 1.5 through run-stage.ts. */
export function runStageState(plan: Plan, facts: Facts, programmes: Programmes, today: LocalDay): StageState {
	const { stages } = programmes.runWalk;
	const indexOf = (id: string): number =>
		Math.max(
			0,
			stages.findIndex((stage) => stage.id === id)
		);
	const isOfPlan = sinceBegun(facts);
	const done = sessionsOf(facts, 'run-walk').map((record) => ({
		type: 'session' as const,
		on: record.on,
		at: beganAt(record),
		stage: indexOf(record.session.stageId),
		light: lightOf(summaryOf(record), checkInOf(facts.checkIns, record.id))
	}));
	const chosen = facts.choices
		.filter((choice) => isKept(choice) && choice.type === 'stageChosen' && choice.on >= plan.begunOn)
		.map((choice) => ({
			type: 'chosen' as const,
			on: choice.on,
			at: choice.updatedAt,
			stage: indexOf(choice.type === 'stageChosen' ? choice.stageId : '')
		}));
	const events: StageEvent[] = [...done, ...chosen]
		.filter(isOfPlan)
		.toSorted((a, b) => a.on.localeCompare(b.on) || a.at - b.at);
	return stageAfter(indexOf(plan.startStageId), events, today, stages.length - 1);
}

/** The next planned day from `today` on; runs never on consecutive days (evidence.md 1.5). */
export function dueDay(plan: Plan, lastOn: LocalDay | null, today: LocalDay): LocalDay {
	const free = plan.programmeId === 'run-walk' ? 2 : 1;
	const rested = lastOn === null ? today : addDays(lastOn, free);
	const first = rested > today ? rested : today;
	for (let n = 0; n < 7; n++) {
		const day = addDays(first, n);
		if (plan.weekdays.includes(weekdayOf(day))) return day;
	}
	return first;
}

/**
 * The stage at which running would be taken up again: where the last running plan stands today. `null` if there was none.
 * Choosing walking for a while and coming back loses no stage beyond what a break costs.
 */
export function stageToTakeUp(facts: Facts, programmes: Programmes, today: LocalDay): string | null {
	const choices = inOrder(facts.choices);
	const last = choices.findLastIndex((choice) => choice.type === 'begun' && choice.programmeId === 'run-walk');
	const plan = planOf(choices.slice(0, last + 1));
	if (last < 0 || !plan) return null;
	const known = choices.filter((choice, index) => index <= last || choice.type === 'stageChosen');
	const { stage } = runStageState(plan, { ...facts, choices: known }, programmes, today);
	return programmes.runWalk.stages[stage]?.id ?? null;
}

/** Enough of the prescribed walk was walked, wherever it was ended. */
const isWalked = (record: SessionRecord): boolean =>
	summaryOf(record).playedMs >= RULES.walkCountsFromShare * sessionSeconds(record.session) * 1000;

interface WalkState {
	readonly week: number;
	/** Walks done in this week of the plan. */
	readonly walks: number;
	readonly lastOn: LocalDay | null;
}

const breakBefore = (state: WalkState, on: LocalDay): number =>
	state.lastOn === null ? 0 : daysBetween(state.lastOn, on);

/** Two weeks of the plan back after a break of two weeks [P]. */
const afterBreak = (state: WalkState, on: LocalDay): WalkState =>
	breakBefore(state, on) < RULES.stepBackFromDays
		? state
		: { ...state, week: Math.max(0, state.week - RULES.stagesBackAfterBreak), walks: 0 };

/** One week of the plan further for every three walks; the last week stays [P]. */
function afterWalk(before: WalkState, on: LocalDay, plan: WalkPlan): WalkState {
	const state = afterBreak(before, on);
	const walks = state.walks + 1;
	return walks < walksOfWeek(plan, state.week)
		? { ...state, walks, lastOn: on }
		: { week: Math.min(plan.weeks.length - 1, state.week + 1), walks: 0, lastOn: on };
}

const timesADay = (plan: WalkPlan, week: number): number => plan.weeks[week]?.times ?? 1;
const walksOfWeek = (plan: WalkPlan, week: number): number => RULES.walksPerWeek * timesADay(plan, week);

function proposeWalk(plan: Plan, facts: Facts, programmes: Programmes, today: LocalDay): Proposal {
	const walk = programmes.walks.find((each) => each.id === plan.startStageId) ?? programmes.walks[0];
	assert(walk, 'no walking plan');
	const isOfPlan = sinceBegun(facts);
	const walked = sessionsOf(facts, 'walk').filter(isWalked);
	const done = walked
		.filter((record) => isOfPlan({ on: record.on, at: beganAt(record) }))
		.reduce<WalkState>((state, { on }) => afterWalk(state, on, walk), {
			week: 0,
			walks: 0,
			lastOn: null
		});
	const state = afterBreak(done, today);
	const breakDays = breakBefore(done, today);
	const reason = state !== done ? 'stepBackAfterBreak' : done.lastOn === null ? 'start' : 'oneMoreGreen';
	const session = walkSession(walk.id, state.week + 1, walk.weeks[state.week]?.minutes ?? 30);
	// In a week of two walks a day the second is due on the same day, some hours later.
	const onToday = walked.filter((record) => record.on === today).length;
	const moreToday =
		onToday > 0 && onToday < timesADay(walk, state.week) && state.walks % timesADay(walk, state.week) > 0;
	const dueOn = moreToday ? today : dueDay(plan, walked.at(-1)?.on ?? null, today);
	const greensNeeded = walksOfWeek(walk, state.week);
	return { session, reason, breakDays, dueOn, rung: state.week, greens: state.walks, greensNeeded };
}

function proposeRun(plan: Plan, facts: Facts, programmes: Programmes, today: LocalDay): Proposal {
	const state = runStageState(plan, facts, programmes, today);
	const stage = programmes.runWalk.stages[state.stage];
	assert(stage, 'no such stage');
	const { reason, breakDays, greens, greensNeeded } = state;
	// The free day between runs is kept also where a new plan begins.
	const dueOn = dueDay(plan, sessionsOf(facts, 'run-walk').at(-1)?.on ?? null, today);
	return { session: runSession(stage), reason, breakDays, dueOn, rung: state.stage, greens, greensNeeded };
}

function proposeSequence(plan: Plan, facts: Facts, programmes: Programmes, today: LocalDay): Proposal {
	const { sequences } = programmes;
	const sequence =
		sequences.find((each) => each.id === plan.startStageId) ??
		sequences.find((each) => each.programmeId === plan.programmeId) ??
		sequences[0];
	assert(sequence, 'no sequence');
	const lastOn = sessionsOf(facts, plan.programmeId).at(-1)?.on ?? null;
	const reason = lastOn === null ? 'start' : 'oneMoreGreen';
	const dueOn = dueDay(plan, lastOn, today);
	return { session: sequenceSession(sequence), reason, breakDays: 0, dueOn, rung: 0, greens: 0, greensNeeded: 0 };
}

/** The session that comes next, when, and why. A pure function of choices, records and today. */
export function proposalOf(plan: Plan, facts: Facts, programmes: Programmes, today: LocalDay): Proposal {
	if (plan.programmeId === 'run-walk') return proposeRun(plan, facts, programmes, today);
	if (plan.programmeId === 'walk') return proposeWalk(plan, facts, programmes, today);
	return proposeSequence(plan, facts, programmes, today);
}
