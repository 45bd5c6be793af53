// What comes next in one plan, also in those that plan.ts knows nothing of: longer running, and run-walk for good.

import { didRun, keptSessions } from './history.ts';
import { isLongRun, nextLongRun, runsOfLongerWeek, type LongRun, type LongRunReason } from './long-run.ts';
import type { LongerRunning } from './longer-running.ts';
import type { LocalDay } from './local-day.ts';
import { inOrder, type Facts, type Plan, type Proposal } from './plan.ts';
import { factsFor } from './plans.ts';
import { runSession, type Programmes, type RunStage } from './programme.ts';
import { proposalOf } from './proposal.ts';
import type { Reading } from './reading.ts';
import { guardRun } from './run-guard.ts';
import type { StageReason } from './run-stage.ts';
import type { Session } from './session.ts';
import { stayedProposal, stayingOf, withKnownStages, withLongerRuns } from './stay.ts';

/** Everything a plan is read with. `longer`: `null` while its content is not loaded. */
export interface Shelf {
	readonly programmes: Programmes;
	readonly longer: LongerRunning | null;
}

/** A plan that runs, with the session that comes next in it. */
export interface NextUp {
	readonly plan: Plan;
	readonly proposal: Proposal;
	/** The sessions that follow one another, the proposed one first; the last of them comes again and again. */
	readonly inOrder: readonly Session[];
	/** Week, reason and guard of longer running; `null` elsewhere, and while a stage of run-walk has to come first. */
	readonly longRun: LongRun | null;
}

const asStageReason: Readonly<Record<LongRunReason, StageReason>> = {
	start: 'start',
	nextWeek: 'earned',
	easyWeek: 'earned',
	roundAgain: 'earned',
	oneMore: 'oneMoreGreen',
	repeatAmber: 'repeatAmber',
	repeatShort: 'repeatAmber',
	stepBackRed: 'stepBackRed',
	noAnswers: 'noAnswers',
	stepBackAmber: 'stepBackAmber',
	afterFlare: 'afterFlare',
	afterBreak: 'stepBackAfterBreak'
};

function nextStage(plan: Plan, facts: Facts, { programmes }: Shelf, today: LocalDay, reading: Reading): NextUp {
	const known = withKnownStages(factsFor(plan.programmeId, facts), programmes);
	const proposal = proposalOf(plan, known, programmes, today, reading);
	return { plan, proposal, inOrder: [proposal.session], longRun: null };
}

/** The stage that comes next, or the step of run-walk for good that leads to the chosen one. */
function nextStep(plan: Plan, facts: Facts, shelf: Shelf, today: LocalDay, reading: Reading): NextUp {
	const { programmes, longer } = shelf;
	const staying = stayingOf(factsFor(plan.programmeId, facts), programmes, longer);
	if (!staying) return nextStage(plan, facts, shelf, today, reading);
	const from = { ...plan, startStageId: staying.named(plan.startStageId) };
	const { stages, documentedEnd } = programmes.runWalk;
	const proposal = stayedProposal(
		proposalOf(from, staying.facts, staying.programmes, today, reading),
		staying,
		stages.findIndex(({ id }) => id === documentedEnd)
	);
	return { plan, proposal, inOrder: [proposal.session], longRun: null };
}

/**
 * The stage of run-walk that leads back to longer running: where the last run-walk plan stands today, the long runs
 * since counted in. Stages are their own guard; those of one run (from S16 on) are no longer than it allows
 * (decisions.md '10 % guard').
 */
function nextStageBefore(plan: Plan, facts: Facts, shelf: Shelf, today: LocalDay, reading: Reading): NextUp {
	const { programmes } = shelf;
	const begun = inOrder(facts.choices).findLast(
		(choice) => choice.type === 'begun' && choice.programmeId === 'run-walk'
	);
	const startStageId = begun?.type === 'begun' ? begun.stageId : '';
	const runWalk: Plan = { ...plan, programmeId: 'run-walk', startStageId, begunOn: begun?.on ?? plan.begunOn };
	const known = factsFor('run-walk', withLongerRuns(facts, programmes));
	const proposal = proposalOf(runWalk, known, programmes, today, reading);
	const { stages } = programmes.runWalk;
	const { seconds } = guardRun(Infinity, facts.sessions, today);
	const isAllowed = ({ intervals, longestBoutSeconds }: RunStage): boolean =>
		seconds === 0 || longestBoutSeconds <= seconds || intervals.length > 1 || (intervals[0]?.reps ?? 0) > 1;
	const rung = Math.max(0, stages.slice(0, proposal.rung + 1).findLastIndex(isAllowed));
	const stage = stages[rung];
	const session = stage ? runSession(stage) : proposal.session;
	return { plan, proposal: { ...proposal, rung, session }, inOrder: [session], longRun: null };
}

/** The runs of the week that are still open since the last long one, then the week from its beginning. */
function runsInOrder(runs: readonly Session[], facts: Facts, today: LocalDay): readonly Session[] {
	const done = keptSessions(facts.sessions).filter(
		(record) => record.on <= today && record.session.programmeId === 'running' && didRun(record)
	);
	const sinceLong = done.slice(done.findLastIndex(isLongRun) + 1).map(({ session }) => session.stageId);
	const isOpen = ({ stageId }: Session): boolean => !sinceLong.includes(stageId);
	return [...runs.filter(isOpen), ...runs.filter((run) => !isOpen(run))];
}

/** The shortest run of longer running, in seconds: what the guard has to allow before there is any [P]. */
export const shortestRunSeconds = ({ weeks }: LongerRunning): number =>
	60 * Math.min(...weeks.flatMap(({ longMinutes, otherMinutes }) => [longMinutes, ...otherMinutes]));

function nextRun(plan: Plan, facts: Facts, shelf: Shelf, today: LocalDay, reading: Reading): NextUp | null {
	const { longer } = shelf;
	if (!longer) return null;
	const run = { ...facts, flaresOver: reading.settle.endedOn };
	const longRun = nextLongRun(run, longer, today);
	if (longRun.guard.seconds < shortestRunSeconds(longer)) return nextStageBefore(plan, facts, shelf, today, reading);
	const inOrder = runsInOrder(runsOfLongerWeek(run, longer, today), facts, today);
	const [session] = inOrder;
	if (!session) return null;
	const proposal: Proposal = {
		session,
		reason: asStageReason[longRun.reason],
		breakDays: 0,
		dueOn: today,
		rung: longer.weeks.indexOf(longRun.week),
		greens: 0,
		greensNeeded: 1
	};
	return { plan, proposal, inOrder, longRun };
}

/** What comes next in `plan`; `null` while its content is not loaded. The day it is due comes from agenda.ts. */
export function nextUp(plan: Plan, facts: Facts, shelf: Shelf, today: LocalDay, reading: Reading): NextUp | null {
	if (plan.programmeId === 'running') return nextRun(plan, facts, shelf, today, reading);
	if (plan.programmeId === 'run-walk') return nextStep(plan, facts, shelf, today, reading);
	return nextStage(plan, facts, shelf, today, reading);
}
