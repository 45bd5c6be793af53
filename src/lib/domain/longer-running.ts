// What comes after the stages, as content hands it over: the weeks of longer running, and run-walk for good.
// Numbers and sessions only; who is in which week is asked in long-run.ts. Source: evidence.md 3.2 [P].

import { assert } from './assert.ts';
import type { RunStage } from './programme.ts';
import type { Block, Session, StepPlan } from './session.ts';

/** A week of longer running: one long run and the others, in minutes of running. */
export interface LongerWeek {
	/** Counted on from the twelve weeks of the stages: 13 to 28. */
	readonly week: number;
	readonly longMinutes: number;
	readonly otherMinutes: readonly number[];
	readonly easy: boolean;
}

/** Run-walk that grows by longer runs between the same walks; no step adds more than a tenth of running. */
export interface StayLadder {
	readonly warmUpSeconds: number;
	readonly reps: number;
	/** Length of one run at each step of the ladder. */
	readonly runSeconds: readonly number[];
	readonly walkSeconds: number;
	readonly coolDownSeconds: number;
}

export interface LongerRunning {
	/** The stage that has to be finished first. */
	readonly opensAfter: string;
	/** From this stage on staying with run-walk is a choice of its own. */
	readonly stayFrom: string;
	readonly ladderMinutes: readonly number[];
	readonly weeks: readonly LongerWeek[];
	readonly stay: StayLadder;
}

/** Which run of its week: the long one, or the first, second, … of the others. */
export type RunPlace = 'long' | number;

/** Walking before and after a continuous run, as at S17. */
const WARM_UP_SECONDS = 300;
const COOL_DOWN_SECONDS = 180;

const block = (id: string, items: readonly StepPlan[]): Block => ({ type: 'block', id, repeat: 1, items });
const step = (phase: StepPlan['phase'], seconds: number): StepPlan => ({ type: 'step', phase, seconds });

/** `R13-long`, `R13-1`, `R13-2`; with an empty place what all of a week begin with. */
export const runId = (week: LongerWeek, place: RunPlace | ''): string => `R${week.week}-${place}`;

/** A continuous run of `seconds` with a walk before and after it. Throws below a second. */
export function continuousRun(week: LongerWeek, place: RunPlace, seconds: number): Session {
	assert(seconds >= 1, `a run of ${seconds} s`);
	return {
		id: `running/${week.week}/${place}`,
		programmeId: 'running',
		stageId: runId(week, place),
		blocks: [
			block('warm-up', [step('warmUp', WARM_UP_SECONDS)]),
			block('run', [step('run', seconds)]),
			block('cool-down', [step('coolDown', COOL_DOWN_SECONDS)])
		]
	};
}

/** The ladder of run-walk for good as stages `W1`, `W2`, …: 18 to 29 minutes of running, the walks as they were. */
export const stayStages = ({ stay }: LongerRunning): readonly RunStage[] =>
	stay.runSeconds.map((runSeconds, index) => ({
		id: `W${index + 1}`,
		warmUpSeconds: stay.warmUpSeconds,
		intervals: [{ reps: stay.reps, runSeconds, walkSeconds: stay.walkSeconds }],
		coolDownSeconds: stay.coolDownSeconds,
		runningSeconds: stay.reps * runSeconds,
		longestBoutSeconds: runSeconds,
		standing: 'extension'
	}));
