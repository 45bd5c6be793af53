// The next run of the run-walk programme: its stage, and the day. The fold itself is run-stage.ts.

import { stageOfJog } from './jog-test.ts';
import { currentOf } from './kept.ts';
import type { LocalDay } from './local-day.ts';
import {
	beganAt,
	dueDay,
	inOrder,
	planOf,
	sessionsOf,
	sinceBegun,
	type Facts,
	type Plan,
	type Proposal
} from './plan.ts';
import { runSession, type Programmes } from './programme.ts';
import { slowTrackOf } from './readiness.ts';
import { readingOf, type Reading } from './reading.ts';
import { isKept } from './record.ts';
import { stageAfter, type StageEvent, type StageState } from './run-stage.ts';
import { withLongerRuns } from './stay.ts';
import { assert } from './assert.ts';

/** The stage of the next run: evidence.md 1.5 through run-stage.ts. */
export function runStageState(
	plan: Plan,
	facts: Facts,
	programmes: Programmes,
	today: LocalDay,
	reading: Reading = readingOf(facts, today)
): StageState {
	const { stages } = programmes.runWalk;
	const places = new Map(stages.map(({ id }, place) => [id, place]));
	const indexOf = (id: string): number => places.get(id) ?? 0;
	const isOfPlan = sinceBegun(facts);
	const isSlowOn = slowTrackOf(facts.answers);
	const done = sessionsOf(facts, 'run-walk')
		.filter((record) => record.on <= today)
		.map((record) => ({
			type: 'session' as const,
			on: record.on,
			at: beganAt(record),
			stage: indexOf(record.session.stageId),
			isSlow: isSlowOn(record.on),
			...reading.lightOf(record)
		}));
	const chosen = facts.choices
		.filter((choice) => isKept(choice) && choice.type === 'stageChosen' && choice.on >= plan.begunOn)
		.map((choice) => ({
			type: 'chosen' as const,
			on: choice.on,
			at: choice.updatedAt,
			stage: indexOf(choice.type === 'stageChosen' ? choice.stageId : '')
		}));
	const jogged = currentOf(facts.answers).flatMap((answer) =>
		answer.type === 'jogTest' && answer.on <= today
			? [
					{
						type: 'jogTest' as const,
						on: answer.on,
						at: answer.at,
						stage: Math.min(stageOfJog(answer), stages.length - 1)
					}
				]
			: []
	);
	const flares = reading.settle.endedOn.map((on) => ({ type: 'flareOver' as const, on, at: 0 }));
	const events: StageEvent[] = [...flares, ...done, ...chosen, ...jogged]
		.filter(isOfPlan)
		.toSorted((a, b) => a.on.localeCompare(b.on) || a.at - b.at);
	// What a break before it cost is in the stage it begins with; one after it counts from there.
	const ranBefore = done.some((record) => !isOfPlan(record));
	return stageAfter(
		indexOf(plan.startStageId),
		events,
		today,
		stages.length - 1,
		isSlowOn(today),
		ranBefore ? plan.begunOn : null
	);
}

/** The next run. */
export function proposeRun(
	plan: Plan,
	facts: Facts,
	programmes: Programmes,
	today: LocalDay,
	reading: Reading
): Proposal {
	const state = runStageState(plan, facts, programmes, today, reading);
	const stage = programmes.runWalk.stages[state.stage];
	assert(stage, 'no such stage');
	const { reason, breakDays, greens, greensNeeded } = state;
	// The free day between runs is kept also where a new plan begins.
	const dueOn = dueDay(plan, sessionsOf(facts, 'run-walk').at(-1)?.on ?? null, today);
	return { session: runSession(stage), reason, breakDays, dueOn, rung: state.stage, greens, greensNeeded };
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
	const { stage } = runStageState(plan, withLongerRuns({ ...facts, choices: known }, programmes), programmes, today);
	return programmes.runWalk.stages[stage]?.id ?? null;
}
