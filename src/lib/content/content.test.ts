// The data on the shelf: complete, of the right shape, and the same numbers as evidence.md 1.5 and 2.2 print.

import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { runSession, walkSession, type RunProgramme, type RunStage, type WalkPlan } from '#lib/domain/programme.ts';
import { sessionSeconds } from '#lib/domain/session.ts';
import { timelineOf, type Step } from '#lib/domain/timeline.ts';
import { programmes } from './index.ts';
import runWalkData from './run-walk.json';
import { runWalkSchema, walksSchema, type Frozen } from './schema.ts';
import walkData from './walks.json';

const { runWalk, walks } = programmes;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const secondsOf = (step: Step): number => (step.endMs - step.startMs) / 1000;

const runsOf = (stage: RunStage): readonly number[] =>
	timelineOf(runSession(stage))
		.steps.filter((step) => step.phase === 'run')
		.map(secondsOf);

describe('the files', () => {
	test.each([
		['run-walk', runWalkSchema, runWalkData],
		['walks', walksSchema, walkData]
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
	});

	test('no id stands twice', () => {
		for (const things of [runWalk.stages, walks]) {
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
