// The published course of exercise, as content hands it over, and the sessions built from it.
// Numbers only: every sentence lives in the texts of the content room, under the same id.

import type { Block, SequenceProgrammeId, Session, StepPlan } from './session.ts';
import { assert } from './assert.ts';

export interface Interval {
	readonly reps: number;
	readonly runSeconds: number;
	readonly walkSeconds: number;
}

/** A level of load of the run-walk programme. Our own stages, evidence.md 1.5 [P]. */
export interface RunStage {
	readonly id: string;
	readonly warmUpSeconds: number;
	readonly intervals: readonly Interval[];
	readonly coolDownSeconds: number;
	readonly runningSeconds: number;
	readonly longestBoutSeconds: number;
	/** `documented`: inside the span the study describes; `extension`: our continuation beyond it. */
	readonly standing: 'documented' | 'extension';
}

export interface RunProgramme {
	readonly stages: readonly RunStage[];
	readonly sessionsPerWeek: number;
	/** Stage ids of each week, if every session is green: the fastest calendar allowed. */
	readonly weeks: readonly (readonly string[])[];
	/** The documented end of the study's plan: an honest finish. */
	readonly documentedEnd: string;
}

/** `times` walks of `minutes` on the same day. */
export interface WalkWeek {
	readonly minutes: number;
	readonly times: number;
}

export interface WalkPlan {
	readonly id: string;
	readonly weeks: readonly WalkWeek[];
}

export interface Sequence {
	readonly id: string;
	readonly programmeId: SequenceProgrammeId;
	/** What its steps add up to, as printed (evidence.md 7.3). */
	readonly seconds: number;
	readonly steps: readonly StepPlan[];
}

/** Everything that can be done, as data. */
export interface Programmes {
	readonly runWalk: RunProgramme;
	readonly walks: readonly WalkPlan[];
	readonly sequences: readonly Sequence[];
}

const block = (id: string, repeat: number, items: Block['items']): Block => ({ type: 'block', id, repeat, items });
const step = (phase: StepPlan['phase'], seconds: number): StepPlan => ({ type: 'step', phase, seconds });

/** One session of a run-walk stage: walk in, intervals, walk out. */
export function runSession(stage: RunStage): Session {
	const intervals = stage.intervals.map((interval) =>
		block('interval', interval.reps, [step('run', interval.runSeconds), step('walk', interval.walkSeconds)])
	);
	return {
		id: `run-walk/${stage.id}`,
		programmeId: 'run-walk',
		stageId: stage.id,
		blocks: [
			block('warm-up', 1, [step('warmUp', stage.warmUpSeconds)]),
			block('intervals', 1, intervals),
			block('cool-down', 1, [step('coolDown', stage.coolDownSeconds)])
		]
	};
}

/** Easy minutes at both ends of a walk of ten minutes or more [P]. */
const EASY_SECONDS = 120;

/** A walk of `minutes`: easy in, at one's own pace, easy out; short walks are one easy stretch. */
export function walkSession(planId: string, week: number, minutes: number): Session {
	assert(minutes >= 1, `a walk of ${minutes} minutes`);
	const seconds = minutes * 60;
	const main =
		seconds < 600
			? [block('walk', 1, [step('walk', seconds)])]
			: [
					block('warm-up', 1, [step('warmUp', EASY_SECONDS)]),
					block('walk', 1, [step('walk', seconds - 2 * EASY_SECONDS)]),
					block('cool-down', 1, [step('coolDown', EASY_SECONDS)])
				];
	return { id: `walk/${planId}/${week}`, programmeId: 'walk', stageId: `${planId}${week}`, blocks: main };
}

/** The walk of a week of a plan (index), `minutes` long; its address names them where the plan asks for others. */
export function walkOfWeek({ id, weeks }: WalkPlan, index: number, minutes: number): Session {
	const session = walkSession(id, index + 1, minutes);
	return minutes === weeks[index]?.minutes ? session : { ...session, id: `${session.id}/${minutes}` };
}

/** A sequence on the mat or at the desk, as one block. */
export const sequenceSession = (sequence: Sequence): Session => ({
	id: `${sequence.programmeId}/${sequence.id}`,
	programmeId: sequence.programmeId,
	stageId: sequence.id,
	blocks: [block('sequence', 1, sequence.steps)]
});

/** Every session that can be done: each stage, each week of each walking plan, each sequence. */
export const sessionsOf = ({ runWalk, walks, sequences }: Programmes): readonly Session[] => [
	...runWalk.stages.map(runSession),
	...walks.flatMap(({ id, weeks }) => weeks.map(({ minutes }, index) => walkSession(id, index + 1, minutes))),
	...sequences.map(sequenceSession)
];
