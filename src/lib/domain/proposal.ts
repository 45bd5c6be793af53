// The session that comes next, by its programme alone: what holds it back is next-session.ts.

import { coreLevelAfter, coreLevelOf, greensOfLevel } from './core-level.ts';
import { didShare } from './history.ts';
import type { LocalDay } from './local-day.ts';
import {
	beganAt,
	countedSessions,
	dueDay,
	sessionsOf,
	sinceBegun,
	type Facts,
	type Plan,
	type Proposal
} from './plan.ts';
import { sequenceSession, type Programmes } from './programme.ts';
import { readingOf, type Reading } from './reading.ts';
import { RULES } from './rules.ts';
import { proposeRun } from './run-proposal.ts';
import { proposeWalk } from './walk-proposal.ts';
import { assert } from './assert.ts';

/** The last day on which the programme was done, as far as it counts. Looked for from the end: years are not read for it. */
function lastDayOf(plan: Plan, facts: Facts): LocalDay | null {
	const records = sessionsOf(facts, plan.programmeId);
	const counts = (day: LocalDay): boolean => countedSessions(records.filter(({ on }) => on === day)).length > 0;
	return records.findLast(({ on }) => counts(on))?.on ?? null;
}

function proposeSequence(plan: Plan, facts: Facts, programmes: Programmes, today: LocalDay): Proposal {
	const { sequences } = programmes;
	const sequence =
		sequences.find((each) => each.id === plan.startStageId) ??
		sequences.find((each) => each.programmeId === plan.programmeId) ??
		sequences[0];
	assert(sequence, 'no sequence');
	const lastOn = lastDayOf(plan, facts);
	const reason = lastOn === null ? 'start' : 'oneMoreGreen';
	const dueOn = dueDay(plan, lastOn, today);
	return { session: sequenceSession(sequence), reason, breakDays: 0, dueOn, rung: 0, greens: 0, greensNeeded: 0 };
}

/** Core levels are earned like stages (evidence.md 7.5); where the level is not at hand, the one that was begun with stands. */
function proposeCore(plan: Plan, facts: Facts, programmes: Programmes, today: LocalDay, reading: Reading): Proposal {
	const isOfPlan = sinceBegun(facts);
	const done = sessionsOf(facts, 'core').filter(
		(record) => record.on <= today && isOfPlan({ on: record.on, at: beganAt(record) })
	);
	// A session of a few seconds earns nothing, whatever was answered; what went badly counts however short it was.
	const events = done
		.map((record) => ({
			level: coreLevelOf(record.session.stageId),
			light: reading.lightOf(record).light,
			counts: didShare(record, RULES.coreCountsFromShare)
		}))
		.filter(({ counts, light }) => counts || light === 'amber' || light === 'red');
	const start = coreLevelOf(plan.startStageId);
	const state = coreLevelAfter(
		start,
		events.filter(({ level }) => level >= 0)
	);
	const id = RULES.coreLevels[state.level]?.sequenceId;
	const sequence = programmes.sequences.find((each) => each.id === id);
	if (start < 0 || !sequence) return proposeSequence(plan, facts, programmes, today);
	const dueOn = dueDay(plan, lastDayOf(plan, facts), today);
	const needed = greensOfLevel(state.level);
	return {
		session: sequenceSession(sequence),
		reason: state.reason,
		breakDays: 0,
		dueOn,
		rung: state.level,
		greens: state.greens,
		greensNeeded: Number.isFinite(needed) ? needed : 0
	};
}

/** The session that comes next, when, and why. A pure function of choices, records and today. */
export function proposalOf(
	plan: Plan,
	facts: Facts,
	programmes: Programmes,
	today: LocalDay,
	reading: Reading = readingOf(facts, today)
): Proposal {
	if (plan.programmeId === 'run-walk') return proposeRun(plan, facts, programmes, today, reading);
	if (plan.programmeId === 'walk') return proposeWalk(plan, facts, programmes, today, reading);
	if (plan.programmeId === 'core') return proposeCore(plan, facts, programmes, today, reading);
	return proposeSequence(plan, facts, programmes, today);
}
