// The data on the shelf: complete, of the right shape, and the same numbers as evidence.md 1.5, 2.2 and 7.3 print.

import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
	runSession,
	sequenceSession,
	walkSession,
	type RunProgramme,
	type RunStage,
	type Sequence,
	type WalkPlan
} from '#lib/domain/programme.ts';
import { sessionSeconds, type StepPlan } from '#lib/domain/session.ts';
import { timelineOf, type Step } from '#lib/domain/timeline.ts';
import exerciseData from './exercises.json';
import { exercises, programmes, type Exercise } from './index.ts';
import runWalkData from './run-walk.json';
import { exercisesSchema, runWalkSchema, sequencesSchema, walksSchema, type Frozen } from './schema.ts';
import sequenceData from './sequences.json';
import walkData from './walks.json';

const { runWalk, walks, sequences } = programmes;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const secondsOf = (step: Step): number => (step.endMs - step.startMs) / 1000;

const runsOf = (stage: RunStage): readonly number[] =>
	timelineOf(runSession(stage))
		.steps.filter((step) => step.phase === 'run')
		.map(secondsOf);

const sequence = (id: string): Sequence => {
	const found = sequences.find((each) => each.id === id);
	if (!found) throw new Error(`no sequence ${id}`);
	return found;
};

describe('the files', () => {
	test.each([
		['run-walk', runWalkSchema, runWalkData],
		['walks', walksSchema, walkData],
		['sequences', sequencesSchema, sequenceData],
		['exercises', exercisesSchema, exerciseData]
	])('%s has the shape it is used as', (_name, schema, data) => {
		expect(v.safeParse(schema, data).issues ?? []).toEqual([]);
	});

	test('the shapes refuse a wrong word, a negative number and a field nobody knows', () => {
		const [stage] = runWalkData.stages;
		const broken = [{ standing: 'proven' }, { warmUpSeconds: -1 }, { prose: 'Run!' }, { intervals: [] }];
		for (const part of broken)
			expect(v.is(runWalkSchema, { ...runWalkData, stages: [{ ...stage, ...part }] })).toBe(false);
		expect(v.is(runWalkSchema, { ...runWalkData, stages: [stage] })).toBe(true);
	});

	test('the shapes are the types of the domain', () => {
		expectTypeOf<Frozen<v.InferOutput<typeof runWalkSchema>>>().toEqualTypeOf<Frozen<RunProgramme>>();
		expectTypeOf<Frozen<v.InferOutput<typeof walksSchema>>>().toEqualTypeOf<Frozen<readonly WalkPlan[]>>();
		expectTypeOf<Frozen<v.InferOutput<typeof sequencesSchema>>>().toEqualTypeOf<Frozen<readonly Sequence[]>>();
		expectTypeOf<Frozen<v.InferOutput<typeof exercisesSchema>>>().toEqualTypeOf<Frozen<readonly Exercise[]>>();
	});

	test('hold no prose: every text in them is an id or a word of the domain', () => {
		const texts = (value: unknown): readonly string[] =>
			typeof value === 'string'
				? [value]
				: value !== null && typeof value === 'object'
					? Object.values(value).flatMap(texts)
					: [];
		const all = texts([runWalkData, walkData, sequenceData, exerciseData]);
		expect(all.filter((text) => !/^[a-zA-Z0-9-]{1,20}$/.test(text))).toEqual([]);
	});

	test('no id stands twice', () => {
		for (const things of [runWalk.stages, walks, sequences, exercises]) {
			const ids = things.map((thing) => thing.id);
			expect(new Set(ids).size).toBe(ids.length);
		}
	});
});

describe('the run-walk programme', () => {
	test('is the stage table of evidence.md 1.5', () => {
		const intervals = (stage: RunStage): string =>
			stage.intervals.map((each) => `${each.reps} × ${each.runSeconds} / ${each.walkSeconds}`).join(', then ');
		const block = (stage: RunStage): number =>
			sum(stage.intervals.map((each) => each.reps * (each.runSeconds + each.walkSeconds)));
		const row = (stage: RunStage): string =>
			[
				stage.id,
				stage.warmUpSeconds,
				intervals(stage),
				block(stage),
				stage.coolDownSeconds,
				clock(stage.runningSeconds),
				clock(stage.longestBoutSeconds),
				stage.standing
			].join(' | ');
		expect(runWalk.stages.map(row)).toEqual([
			'S1 | 300 | 6 × 15 / 180 | 1170 | 330 | 1:30 | 0:15 | documented',
			'S2 | 300 | 9 × 15 / 120 | 1215 | 285 | 2:15 | 0:15 | documented',
			'S3 | 300 | 8 × 30 / 120 | 1200 | 300 | 4:00 | 0:30 | documented',
			'S4 | 300 | 10 × 30 / 90 | 1200 | 300 | 5:00 | 0:30 | documented',
			'S5 | 300 | 9 × 45 / 90 | 1215 | 285 | 6:45 | 0:45 | documented',
			'S6 | 300 | 8 × 60 / 90 | 1200 | 300 | 8:00 | 1:00 | documented',
			'S7 | 300 | 10 × 60 / 60 | 1200 | 300 | 10:00 | 1:00 | documented',
			'S8 | 300 | 8 × 90 / 60 | 1200 | 300 | 12:00 | 1:30 | documented',
			'S9 | 300 | 7 × 120 / 60 | 1260 | 240 | 14:00 | 2:00 | documented',
			'S10 | 300 | 5 × 180 / 60 | 1200 | 300 | 15:00 | 3:00 | documented',
			'S11 | 300 | 6 × 180 / 30 | 1260 | 240 | 18:00 | 3:00 | documented',
			'S12 | 300 | 4 × 300 / 30 | 1320 | 180 | 20:00 | 5:00 | extension',
			'S13 | 300 | 2 × 480 / 60 | 1080 | 420 | 16:00 | 8:00 | extension',
			'S14 | 300 | 2 × 600 / 60 | 1320 | 180 | 20:00 | 10:00 | extension',
			'S15 | 300 | 1 × 900 / 60, then 1 × 300 / 0 | 1260 | 240 | 20:00 | 15:00 | extension',
			'S16 | 300 | 1 × 1200 / 0 | 1200 | 300 | 20:00 | 20:00 | extension',
			'S17 | 300 | 1 × 1320 / 0 | 1320 | 180 | 22:00 | 22:00 | extension'
		]);
	});

	test.each(runWalk.stages.map((stage) => [stage.id, stage] as const))('%s lasts exactly 30:00', (_id, stage) => {
		expect(sessionSeconds(runSession(stage))).toBe(1800);
		expect(timelineOf(runSession(stage)).totalMs).toBe(1_800_000);
	});

	test.each(runWalk.stages.map((stage) => [stage.id, stage] as const))(
		'%s runs for as long as it prints, and its longest bout is the longest',
		(_id, stage) => {
			expect(sum(runsOf(stage))).toBe(stage.runningSeconds);
			expect(Math.max(...runsOf(stage))).toBe(stage.longestBoutSeconds);
		}
	);

	test('never asks for a shorter longest bout at a later stage', () => {
		const bouts = runWalk.stages.map((stage) => stage.longestBoutSeconds);
		expect(bouts).toEqual(bouts.toSorted((a, b) => a - b));
	});

	test('has its documented end at the last stage that is documented', () => {
		expect(runWalk.stages.findLast((stage) => stage.standing === 'documented')?.id).toBe(runWalk.documentedEnd);
		expect(runWalk.documentedEnd).toBe('S11');
	});

	test('its calendar names stages that exist, three in each of twelve weeks', () => {
		const ids = runWalk.stages.map((stage) => stage.id);
		expect(runWalk.weeks.map((week) => week.length)).toEqual(Array(12).fill(runWalk.sessionsPerWeek));
		expect(runWalk.sessionsPerWeek).toBe(3);
		expect(runWalk.weeks.flat().filter((id) => !ids.includes(id))).toEqual([]);
	});

	test('its calendar is the fastest allowed: two sessions at each stage, three at the first and the last', () => {
		const expected = runWalk.stages.flatMap((stage, index) =>
			Array<string>(index === 0 || index === runWalk.stages.length - 1 ? 3 : 2).fill(stage.id)
		);
		expect(runWalk.weeks.flat()).toEqual(expected);
	});

	test('runs per week as long as evidence.md 1.5 prints, if every session is green', () => {
		const running = new Map(runWalk.stages.map((stage) => [stage.id, sum(runsOf(stage))]));
		const weeks = runWalk.weeks.map((week) => sum(week.map((id) => running.get(id) ?? NaN)));
		expect(weeks).toEqual([270, 510, 840, 1290, 1680, 2280, 2640, 3360, 3120, 3600, 3600, 3960]);
	});
});

describe('the walking plans', () => {
	test('are the three columns of evidence.md 2.2', () => {
		const columns = walks.map(({ id, weeks }) => [
			id,
			weeks.map(({ minutes, times }) => (times === 1 ? `${minutes}` : `${times} × ${minutes}`)).join(' ')
		]);
		expect(columns).toEqual([
			['A', '2 × 5 8 10 13 16 20 23 26 30 33 36 40'],
			['B', '12 15 18 20 24 27 30 33 36 40 45 50'],
			['C', '30 30 34 36 40 40 44 48 50 54 57 60']
		]);
	});

	test('have twelve weeks, and no week asks for fewer minutes a day than the one before, but for the first of A', () => {
		for (const { weeks } of walks) {
			const minutes = weeks.map((week) => week.minutes);
			expect(weeks).toHaveLength(12);
			expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
		}
	});

	test('make sessions of exactly the minutes they name', () => {
		for (const { id, weeks } of walks)
			weeks.forEach(({ minutes }, index) =>
				expect(sessionSeconds(walkSession(id, index + 1, minutes))).toBe(minutes * 60)
			);
	});
});

const SIDES = { left: ' L', right: ' R', alternate: ' alt' } as const;

/** A step in the short form of evidence.md 7.4. */
function shortForm({ phase, seconds, position, exerciseId, side, dose }: StepPlan): string {
	if (phase === 'move') return `→ ${position} ${seconds}`;
	if (phase === 'rest') return `rest ${seconds}`;
	const pattern = dose ? ` (${dose.reps}×${dose.holdSeconds}+${dose.releaseSeconds})` : '';
	return `${exerciseId}${side ? SIDES[side] : ''} ${seconds}${pattern}`;
}

describe('the sequences', () => {
	test('core-a-10 is the one of evidence.md 7.4', () => {
		expect(sequence('core-a-10').steps.map(shortForm).join(' · ')).toBe(
			'→ lie 20 · core-brace-breath 72 (6×8+4) · rest 15 · core-heel-slide alt 60 (10×4+2) · rest 15 · ' +
				'hip-bridge 64 (8×5+3) · rest 20 · → left-side 15 · hip-clamshell R 40 (10×3+1) · ' +
				'→ right-side 15 · hip-clamshell L 40 (10×3+1) · → hands-knees 15 · core-bird-dog R 32 (4×6+2) · ' +
				'rest 10 · core-bird-dog L 32 (4×6+2) · rest 15 · yoga-cat-cow 40 (5×4+4) · → lie 15 · ' +
				'mob-knee-rolls alt 32 (8×3+1) · core-brace-breath 33'
		);
	});

	test('core-a-10 lasts exactly 10:00, and each sequence as long as it says', () => {
		expect(sequence('core-a-10').seconds).toBe(600);
		for (const each of sequences) expect(sessionSeconds(sequenceSession(each))).toBe(each.seconds);
	});

	test('no dose is longer than its step', () => {
		for (const step of sequences.flatMap((each) => each.steps)) {
			const { reps, holdSeconds, releaseSeconds } = step.dose ?? { reps: 0, holdSeconds: 0, releaseSeconds: 0 };
			expect(reps * (holdSeconds + releaseSeconds), shortForm(step)).toBeLessThanOrEqual(step.seconds);
		}
	});

	test('every exercise in them is on the shelf, and every exercise on the shelf is in one of them', () => {
		const used = sequences.flatMap((each) => each.steps).flatMap((step) => step.exerciseId ?? []);
		expect(new Set(used)).toEqual(new Set(exercises.map((exercise) => exercise.id)));
	});

	test('a step works, rests or moves: work has an exercise, a move a position, a rest neither', () => {
		for (const step of sequences.flatMap((each) => each.steps)) {
			const works = step.phase === 'strength' || step.phase === 'breathe';
			expect(step.exerciseId !== undefined, shortForm(step)).toBe(works);
			expect(step.position !== undefined, shortForm(step)).toBe(step.phase === 'move');
			expect(works || step.phase === 'rest' || step.phase === 'move').toBe(true);
		}
	});

	test('breathing is breathing, and all else on the mat is work', () => {
		for (const { phase, exerciseId } of sequences.flatMap((each) => each.steps))
			if (exerciseId) expect(phase).toBe(exerciseId === 'core-brace-breath' ? 'breathe' : 'strength');
	});

	test('the body is where the exercise needs it, and lying on one side the other leg works', () => {
		const positionOf = new Map(exercises.map((exercise) => [exercise.id, exercise.position]));
		for (const { steps } of sequences) {
			let lying: string | undefined;
			for (const step of steps) {
				lying = step.position ?? lying;
				if (!step.exerciseId) continue;
				const position = positionOf.get(step.exerciseId);
				const needed =
					position === 'side' ? (step.side === 'right' ? 'left-side' : 'right-side') : (position ?? 'nowhere');
				expect(lying, shortForm(step)).toBe(needed);
			}
		}
	});
});

describe('the exercises', () => {
	test('carry the doses of evidence.md 7.1', () => {
		const row = ({ id, level, dose }: Exercise): string =>
			`${id} ${level}: ${dose.sets} × ${dose.reps} × (${dose.holdSeconds} + ${dose.releaseSeconds}) × ${dose.sides}, ${dose.restSeconds}`;
		expect(exercises.map(row)).toEqual([
			'core-brace-breath 1: 1 × 6 × (8 + 4) × 1, 15',
			'core-heel-slide 1: 2 × 10 × (4 + 2) × 1, 20',
			'hip-bridge 1: 2 × 8 × (5 + 3) × 1, 20',
			'hip-clamshell 1: 2 × 10 × (3 + 1) × 2, 15',
			'core-bird-dog 2: 2 × 5 × (8 + 2) × 2, 20',
			'yoga-cat-cow 1: 1 × 6 × (4 + 4) × 1, 10',
			'mob-knee-rolls 1: 1 × 10 × (3 + 1) × 1, 10'
		]);
	});

	test('hold for at most ten seconds at a time, so that breathing stays easy', () => {
		for (const { dose } of exercises) expect(dose.holdSeconds).toBeLessThanOrEqual(10);
	});
});
