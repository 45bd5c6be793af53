// What comes next in one plan, also in those that plan.ts knows nothing of: longer running, and run-walk for good.

import { keptSessions } from './history.ts';
import { isLongRun, nextLongRun, runsOfLongerWeek, type LongRun, type LongRunReason } from './long-run.ts';
import { stayStages, type LongerRunning } from './longer-running.ts';
import type { LocalDay } from './local-day.ts';
import type { Facts, Plan, Proposal } from './plan.ts';
import { factsFor, stayedAt } from './plans.ts';
import { runSession, type Programmes } from './programme.ts';
import { proposalOf } from './proposal.ts';
import type { Reading } from './reading.ts';
import type { SessionRecord } from './record.ts';
import type { StageReason } from './run-stage.ts';
import type { Session } from './session.ts';

/** Everything a plan is read with. `longer`: `null` while its content is not loaded. */
export interface Shelf {
	readonly programmes: Programmes;
	readonly longer: LongerRunning | null;
	readonly slowTrack: boolean;
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
	afterBreak: 'stepBackAfterBreak'
};

/** Steps of run-walk for good count as the stage they grow out of, so that leaving them loses nothing. */
function withKnownStages(facts: Facts, { runWalk }: Programmes): Facts {
	const known = new Set(runWalk.stages.map(({ id }) => id));
	const isKnown = ({ session }: SessionRecord): boolean =>
		session.programmeId !== 'run-walk' || known.has(session.stageId);
	// The same list stays the same: what was read out of it need not be read again.
	if (facts.sessions.every(isKnown)) return facts;
	const sessions = facts.sessions.map((record): SessionRecord => {
		if (isKnown(record)) return record;
		return { ...record, session: { ...record.session, stageId: runWalk.documentedEnd } };
	});
	return { ...facts, sessions };
}

function nextStage(plan: Plan, facts: Facts, { programmes }: Shelf, today: LocalDay, reading: Reading): NextUp {
	const known = withKnownStages(factsFor(plan.programmeId, facts), programmes);
	const proposal = proposalOf(plan, known, programmes, today, reading);
	return { plan, proposal, inOrder: [proposal.session], longRun: null };
}

/** A step of run-walk for good instead of a stage, if that was chosen. */
function nextStep(plan: Plan, facts: Facts, shelf: Shelf, today: LocalDay, reading: Reading): NextUp {
	const next = nextStage(plan, facts, shelf, today, reading);
	const at = stayedAt(facts.choices);
	const step = shelf.longer && stayStages(shelf.longer).find(({ id }) => id === at);
	if (!step) return next;
	const session = runSession(step);
	return { ...next, proposal: { ...next.proposal, session, reason: 'chosen' }, inOrder: [session] };
}

/** The stage of run-walk that leads back to longer running: where the last run-walk plan stands today. */
function nextStageBefore(plan: Plan, facts: Facts, shelf: Shelf, today: LocalDay, reading: Reading): NextUp {
	const begun = facts.choices.findLast((choice) => choice.type === 'begun' && choice.programmeId === 'run-walk');
	const startStageId = begun?.type === 'begun' ? begun.stageId : '';
	const runWalk: Plan = { ...plan, programmeId: 'run-walk', startStageId, begunOn: begun?.on ?? plan.begunOn };
	return { ...nextStage(runWalk, facts, shelf, today, reading), plan };
}

/** The runs of the week that are still open since the last long one, then the week from its beginning. */
function runsInOrder(runs: readonly Session[], facts: Facts, today: LocalDay): readonly Session[] {
	const done = keptSessions(facts.sessions).filter(
		({ on, session }) => on <= today && session.programmeId === 'running'
	);
	const sinceLong = done.slice(done.findLastIndex(isLongRun) + 1).map(({ session }) => session.stageId);
	const isOpen = ({ stageId }: Session): boolean => !sinceLong.includes(stageId);
	return [...runs.filter(isOpen), ...runs.filter((run) => !isOpen(run))];
}

/** The shortest run of longer running, in seconds: what the guard has to allow before there is any [P]. */
export const shortestRunSeconds = ({ weeks }: LongerRunning): number =>
	60 * Math.min(...weeks.flatMap(({ longMinutes, otherMinutes }) => [longMinutes, ...otherMinutes]));

function nextRun(plan: Plan, facts: Facts, shelf: Shelf, today: LocalDay, reading: Reading): NextUp | null {
	const { longer, slowTrack } = shelf;
	if (!longer) return null;
	const longRun = nextLongRun(facts, longer, today, slowTrack);
	if (longRun.guard.seconds < shortestRunSeconds(longer)) return nextStageBefore(plan, facts, shelf, today, reading);
	const inOrder = runsInOrder(runsOfLongerWeek(facts, longer, today, slowTrack), facts, today);
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
