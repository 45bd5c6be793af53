// Run-walk for good: the ladder of somebody who stays, read with the same rules as the stages. Staying is a wish, no
// licence: amber, red, flares and breaks lead back as they do anywhere, and greens up again to the step that was chosen.
// Source: evidence.md 3.2 'may stay run-walk for ever', 1.5 [P].

import { stayStages, type LongerRunning } from './longer-running.ts';
import type { Facts, Proposal } from './plan.ts';
import { stayedAt } from './plans.ts';
import type { Programmes, RunStage } from './programme.ts';
import type { Choice, SessionRecord } from './record.ts';
import type { StageReason } from './run-stage.ts';
import { stepsIn } from './session.ts';

/** The facts with each stage of run-walk under the name that `named` gives it. */
function renamed(facts: Facts, named: (stageId: string) => string): Facts {
	const isSame = ({ session }: SessionRecord): boolean =>
		session.programmeId !== 'run-walk' || named(session.stageId) === session.stageId;
	// The same list stays the same: what was read out of it need not be read again.
	if (facts.sessions.every(isSame)) return facts;
	const sessions = facts.sessions.map((record): SessionRecord => {
		if (isSame(record)) return record;
		return { ...record, session: { ...record.session, stageId: named(record.session.stageId) } };
	});
	return { ...facts, sessions };
}

/** Steps of run-walk for good count as the stage they grow out of, so that leaving them loses nothing. */
export function withKnownStages(facts: Facts, { runWalk }: Programmes): Facts {
	const known = new Set(runWalk.stages.map(({ id }) => id));
	return renamed(facts, (stageId) => (known.has(stageId) ? stageId : runWalk.documentedEnd));
}

/** Index of the highest stage whose runs are no longer than `seconds`; 0 where none is. */
const rungOfLength = (stages: readonly RunStage[], seconds: number): number =>
	Math.max(
		0,
		stages.findLastIndex(({ longestBoutSeconds }) => longestBoutSeconds <= seconds)
	);

/** As `withKnownStages`, and runs of longer running as the stage with runs of their length: who ran has not rested. */
export function withLongerRuns(facts: Facts, programmes: Programmes): Facts {
	const { stages, documentedEnd } = programmes.runWalk;
	const sessions = facts.sessions.map((record): SessionRecord => {
		const { session } = record;
		if (session.programmeId !== 'running') return record;
		const seconds = Math.max(
			0,
			...session.blocks.flatMap(stepsIn).map((step) => (step.phase === 'run' ? step.seconds : 0))
		);
		const stageId = stages[rungOfLength(stages, seconds)]?.id ?? documentedEnd;
		return { ...record, session: { ...session, programmeId: 'run-walk', stageId } };
	});
	return withKnownStages({ ...facts, sessions }, programmes);
}

/** What a plan of run-walk is read with while somebody stays. */
export interface Staying {
	/** The programmes with the ladder in place of the stages: those before the first step, then the steps up to the chosen. */
	readonly programmes: Programmes;
	/** Sessions and choices under the names of that ladder. */
	readonly facts: Facts;
	/** A stage or step under its name on that ladder. */
	readonly named: (stageId: string) => string;
}

/** `null` when nobody stays, or at a step that is not known. The first step is the stage it grows out of, as a ladder of its own. */
export function stayingOf(facts: Facts, programmes: Programmes, longer: LongerRunning | null): Staying | null {
	const at = stayedAt(facts.choices);
	if (!longer || at === null) return null;
	const all = stayStages(longer);
	const steps = all.slice(0, all.findIndex(({ id }) => id === at) + 1);
	const first = steps[0];
	if (!first) return null;
	const { stages } = programmes.runWalk;
	const before = stages.slice(
		0,
		stages.findIndex(({ id }) => id === longer.stayFrom)
	);
	const ladder: readonly RunStage[] = [...before, ...steps];
	const isOnLadder = new Set(ladder.map(({ id }) => id));
	const isStage = new Set(stages.map(({ id }) => id));
	// A harder step than the chosen counts as the chosen, a later stage as the first step.
	const named = (stageId: string): string => (isOnLadder.has(stageId) ? stageId : isStage.has(stageId) ? first.id : at);
	const choices = facts.choices.map((choice): Choice => {
		if (choice.type === 'stageChosen') return { ...choice, stageId: named(choice.stageId) };
		if (choice.type !== 'stayed' || choice.stageId === null) return choice;
		return { ...choice, type: 'stageChosen', stageId: named(choice.stageId) };
	});
	return {
		programmes: { ...programmes, runWalk: { ...programmes.runWalk, stages: ladder } },
		facts: { ...renamed(facts, named), choices },
		named
	};
}

const AT_THE_TOP: readonly StageReason[] = ['finished', 'oneMoreGreen', 'morningOpen', 'earned'];

/** At the step that was chosen nothing more is to be earned: it comes again because it was chosen. `lastRung`: of the stages. */
export function stayedProposal(proposal: Proposal, { programmes }: Staying, lastRung: number): Proposal {
	const top = programmes.runWalk.stages.length - 1;
	const rung = Math.min(proposal.rung, lastRung);
	if (proposal.rung < top) return { ...proposal, rung };
	const reason = AT_THE_TOP.includes(proposal.reason) ? 'chosen' : proposal.reason;
	return { ...proposal, reason, rung, greens: 0, greensNeeded: 0 };
}
