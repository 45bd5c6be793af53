// What stands behind the first shelf: the numbers of evidence.md 3.2 and the weeks of 7.5, as they are printed there.

import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { addDays } from '#lib/domain/local-day.ts';
import { stayStages, type LongerRunning } from '#lib/domain/longer-running.ts';
import { addBlock, emptyOwn, exerciseBlock, type ExerciseForm } from '#lib/domain/own-session.ts';
import { faultOfOwn, sessionOfOwn } from '#lib/domain/played-own.ts';
import { runSession } from '#lib/domain/programme.ts';
import { wishesOf, type SampleWeek } from '#lib/domain/sample-week.ts';
import { hasRun, sessionSeconds, type Session } from '#lib/domain/session.ts';
import { composeWeek } from '#lib/domain/week.ts';
import { exerciseForm } from './exercise-form.ts';
import { loadLibrary, loadWeeks, programmes } from './index.ts';
import longerData from './longer-running.json';
import sampleData from './sample-weeks.json';
import type { Frozen } from './schema.ts';
import { longerRunningSchema, sampleWeeksSchema } from './weeks-schema.ts';
import { longerRunning, sampleWeeks } from './weeks.ts';

const MONDAY = '2026-11-02';

describe('the files', () => {
	test('have the shapes they are used as, and the shapes are the types of the domain', () => {
		expect(v.safeParse(longerRunningSchema, longerData).issues ?? []).toEqual([]);
		expect(v.safeParse(sampleWeeksSchema, sampleData).issues ?? []).toEqual([]);
		expectTypeOf<Frozen<v.InferOutput<typeof longerRunningSchema>>>().toEqualTypeOf<Frozen<LongerRunning>>();
		expectTypeOf<Frozen<v.InferOutput<typeof sampleWeeksSchema>>>().toEqualTypeOf<Frozen<readonly SampleWeek[]>>();
	});

	test('are refused with a field too many, a week too short, or minutes that are none', () => {
		expect(v.is(longerRunningSchema, { ...longerData, prose: 'Run!' })).toBe(false);
		expect(v.is(longerRunningSchema, { ...longerData, ladderMinutes: [0] })).toBe(false);
		expect(v.is(sampleWeeksSchema, [{ id: 'short', days: [[]] }])).toBe(false);
	});

	test('come through the door of the room, later', async () => {
		const { longerRunning: longer, sampleWeeks: samples } = await loadWeeks();
		expect([longer, samples]).toEqual([longerRunning, sampleWeeks]);
	});
});

describe('longer running', () => {
	const { weeks, ladderMinutes, stay } = longerRunning;

	test('is the table of evidence.md 3.2, week by week', () => {
		const row = ({ week, longMinutes, otherMinutes, easy }: (typeof weeks)[number]): string =>
			`${week}: ${longMinutes}, ${otherMinutes.join(' and ')}${easy ? ' easy' : ''}`;
		expect(weeks.map(row)).toEqual([
			'13: 24, 20 and 20',
			'14: 26, 20 and 20',
			'15: 28, 20 and 20',
			'16: 22, 20 and 16 easy',
			'17: 30, 22 and 22',
			'18: 33, 22 and 22',
			'19: 36, 22 and 22',
			'20: 28, 20 and 20 easy',
			'21: 39, 26 and 26',
			'22: 42, 26 and 26',
			'23: 46, 26 and 26',
			'24: 36, 24 and 20 easy',
			'25: 50, 30 and 30',
			'26: 55, 30 and 30',
			'27: 60, 30 and 30',
			'28: 45, 30 and 25 easy'
		]);
	});

	test('its ladder goes from 22 to 60 in steps of at most a tenth, and the weeks that are not easy climb it', () => {
		expect(ladderMinutes).toEqual([22, 24, 26, 28, 30, 33, 36, 39, 42, 46, 50, 55, 60]);
		ladderMinutes.slice(1).forEach((minutes, index) => {
			expect(minutes * 10).toBeLessThanOrEqual((ladderMinutes[index] ?? 0) * 11);
		});
		expect(weeks.filter((week) => !week.easy).map((week) => week.longMinutes)).toEqual(ladderMinutes.slice(1));
	});

	test('every fourth week is easy: a shorter long run than before, and no more of the others', () => {
		weeks.forEach((week, index) => {
			expect(week.easy).toBe(index % 4 === 3);
			const before = weeks[index - 1];
			if (!week.easy || !before) return;
			expect(week.longMinutes).toBeLessThan(before.longMinutes);
			expect(Math.max(...week.otherMinutes)).toBeLessThanOrEqual(Math.max(...before.otherMinutes));
		});
	});

	test('run-walk for good begins with S11 itself and adds at most a tenth of running at a time', () => {
		const ladder = stayStages(longerRunning);
		const s11 = programmes.runWalk.stages.find((stage) => stage.id === longerRunning.stayFrom);
		expect(ladder[0]).toEqual({ ...s11, id: 'W1', standing: 'extension' });
		expect(ladder.map((stage) => stage.runningSeconds / 60)).toEqual([18, 19.5, 21, 23, 25, 27, 29]);
		ladder.slice(1).forEach((stage, index) => {
			expect(stage.runningSeconds * 10).toBeLessThanOrEqual((ladder[index]?.runningSeconds ?? 0) * 11);
			expect(sessionSeconds(runSession(stage))).toBe(540 + stay.reps * (stage.longestBoutSeconds + 30));
		});
	});

	test('opens after a stage that exists', () => {
		const ids = programmes.runWalk.stages.map((stage) => stage.id);
		expect(ids.at(-1)).toBe(longerRunning.opensAfter);
		expect(longerRunning.stayFrom).toBe(programmes.runWalk.documentedEnd);
	});
});

/** A stand-in that runs exactly if the real one does. */
const sessionOf = (id: string): Session => ({
	id,
	programmeId: id === 'run' ? 'run-walk' : id === 'walk' ? 'walk' : 'core',
	stageId: id,
	blocks: [
		{
			type: 'block',
			id,
			repeat: 1,
			items: [{ type: 'step', phase: id === 'run' ? 'run' : id === 'walk' ? 'walk' : 'strength', seconds: 600 }]
		}
	]
});

const sample = (id: string): SampleWeek => {
	const found = sampleWeeks.find((week) => week.id === id);
	if (!found) throw new Error(`no week ${id}`);
	return found;
};

/** A composed week as evidence.md prints it; what is optional stands in brackets. */
function printed(week: SampleWeek, last: boolean): readonly string[] {
	const pick = (any: readonly string[]): string | undefined => any.at(last ? -1 : 0);
	const { days, unplaced } = composeWeek({
		wishes: wishesOf(week, sessionOf, pick),
		freeDay: 6,
		records: [],
		moves: [],
		today: MONDAY
	});
	expect(unplaced).toEqual([]);
	expect(days.map((day) => day.on)).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => addDays(MONDAY, n)));
	return days.map(({ planned }) =>
		planned.map(({ session, optional }) => (optional ? `(${session.id})` : session.id)).join(', ')
	);
}

describe("an exercise as a block of one's own session", () => {
	const idsWith = async (has: (form: ExerciseForm) => boolean | undefined): Promise<readonly string[]> => {
		const { exercises, sequences } = await loadLibrary('en');
		return exercises
			.map((each) => exerciseForm(each, sequences))
			.filter(has)
			.map(({ id }) => id);
	};

	test('is a breath, goes from side to side and names the side as the sequences do', async () => {
		expect(await idsWith(({ phase }) => phase === 'breathe')).toEqual([
			'core-brace-breath',
			'rel-box-breath',
			'rel-body-scan',
			'rel-legs-up'
		]);
		expect(await idsWith(({ lowerWorks }) => lowerWorks)).toEqual(['core-side-plank-knees']);
		expect(await idsWith(({ alternates }) => alternates)).toContain('core-dead-bug');
		expect(await idsWith(({ alternates, dose }) => alternates && dose.sides === 2)).toEqual([]);
	});

	test('can be played on its own, each one of the library', async () => {
		const { exercises, sequences } = await loadLibrary('en');
		for (const each of exercises) {
			const own = addBlock(emptyOwn('o', '', 0), exerciseBlock(exerciseForm(each, sequences)), 0);
			expect(faultOfOwn(own), each.id).toBeNull();
			expect(hasRun(sessionOfOwn(own)), each.id).toBe(false);
		}
	});
});

describe('the sample weeks of evidence.md 7.5', () => {
	test('name sequences that the library has', async () => {
		const { sequences } = await loadLibrary('en');
		const known = ['run', 'walk', ...sequences.map(({ id }) => id)];
		const ids = sampleWeeks.flatMap((week) => week.days.flat().flatMap((slot) => slot.any));
		expect(ids.length).toBeGreaterThan(0);
		expect(ids.filter((id) => !known.includes(id))).toEqual([]);
	});

	test('are five, of the sequences of 7.3', () => {
		const known = /^(run|walk|settle-8|core-a-10|core-b-20|core-c-30|legs-12|pilates-20|taichi-15|yoga-20|relax-10)$/;
		const ids = sampleWeeks.flatMap((week) => week.days.flat().flatMap((slot) => slot.any));
		expect(ids.filter((id) => !known.test(id))).toEqual([]);
		expect(sampleWeeks.map((week) => week.id)).toEqual([
			'settle',
			'weeks-1-4',
			'weeks-5-8',
			'weeks-9-12',
			'no-running'
		]);
	});

	test.each([
		['settle', false, ['walk, settle-8', 'walk', 'settle-8, relax-10', 'walk', 'settle-8', 'walk', '']],
		['weeks-1-4', false, ['run', 'core-a-10', 'run', 'legs-12', 'core-a-10', 'run', '(walk)']],
		['weeks-1-4', true, ['run', 'core-a-10', 'run', 'legs-12', 'core-a-10', 'run', '(taichi-15)']],
		['weeks-5-8', false, ['run', 'core-b-20', 'run', 'legs-12', 'core-b-20', 'run', '(walk)']],
		['weeks-5-8', true, ['run', 'core-b-20', 'run', 'legs-12', 'pilates-20', 'run', '(yoga-20)']],
		['weeks-9-12', false, ['run', 'core-c-30', 'run', 'legs-12', 'core-c-30', 'run', '(walk)']],
		['weeks-9-12', true, ['run', 'core-c-30', 'run', 'legs-12', 'pilates-20', 'run', '(taichi-15)']],
		['no-running', false, ['walk', 'core-a-10', 'walk', 'yoga-20', 'walk', 'core-a-10', '']],
		['no-running', true, ['walk', 'core-c-30', 'walk', 'taichi-15', 'walk', 'core-c-30', '']]
	])('%s, last possibility: %s, is composed as it is printed', (id, last, days) => {
		expect(printed(sample(id), last)).toEqual(days);
	});

	test('what nobody knows is left out, and a pick that is not there means the first', () => {
		const wishes = wishesOf(
			sample('weeks-1-4'),
			(id) => (id === 'legs-12' ? null : sessionOf(id)),
			() => 'nonsense'
		);
		expect(wishes.map(({ id, weekdays }) => [id, weekdays])).toEqual([
			['run', [0, 2, 5]],
			['core-a-10', [1, 4]],
			['walk-optional', [6]]
		]);
	});
});
