// What the body does at a second: the word and the count beside the clock.

import { expect, test } from 'vitest';
import type { Step } from '#lib/domain/timeline.ts';
import { beatOf } from '#lib/state/step-beat.ts';

const stepOf = (exerciseId: string, dose?: Step['dose']): Step => ({
	index: 0,
	phase: 'strength',
	startMs: 0,
	endMs: 128_000,
	ordinal: 1,
	ordinals: 1,
	exerciseId,
	...(dose && { dose })
});
const told = (step: Step, figureId: string, seconds: readonly number[], way: 'usual' | 'easier' = 'usual') =>
	seconds.map((second) => {
		const beat = beatOf(step, figureId, way, second * 1000);
		return beat ? `${beat.doing} ${beat.secondsLeft}` : 'nothing';
	});
const reps = (holdSeconds: number, releaseSeconds: number) => ({ reps: 8, holdSeconds, releaseSeconds });

test('a breath is counted in its four parts, with a dose and without', () => {
	const parts = ['in 4', 'in 1', 'pause 4', 'out 4', 'pause 4', 'pause 1', 'in 4'];
	const seconds = [0, 3, 4, 8, 12, 15, 16];
	expect(told(stepOf('rel-box-breath', reps(16, 0)), 'rel-box-breath-lie', seconds)).toEqual(parts);
	expect(told(stepOf('rel-box-breath'), 'rel-box-breath', seconds)).toEqual(parts);
});

test('a breath that is done another way is not counted in parts that it does not have', () => {
	expect(told(stepOf('rel-box-breath', reps(16, 0)), 'rel-box-breath', [0, 5], 'easier')).toEqual([
		'hold 16',
		'hold 11'
	]);
	expect(told(stepOf('rel-box-breath'), 'rel-box-breath', [0], 'easier')).toEqual(['nothing']);
});

test('what is held is held, what never stands still goes there and back', () => {
	expect(told(stepOf('hip-bridge', reps(5, 3)), 'hip-bridge', [0, 4.5, 5, 8])).toEqual([
		'hold 5',
		'hold 1',
		'release 3',
		'hold 5'
	]);
	expect(told(stepOf('leg-sit-to-stand', reps(2, 2)), 'leg-sit-to-stand', [0, 2, 3.5])).toEqual([
		'go 2',
		'comeBack 2',
		'comeBack 1'
	]);
	expect(told(stepOf('tc-commencing', reps(8, 0)), 'tc-commencing', [0, 7, 8])).toEqual(['flow 8', 'flow 1', 'flow 8']);
});

test('without a dose nothing is counted', () => {
	expect(told(stepOf('core-plank'), 'core-plank', [0, 30])).toEqual(['nothing', 'nothing']);
});

test('made longer on the way, a step goes by the clock past its repetitions', () => {
	const stretch = stepOf('mob-knee-rolls', { reps: 1, holdSeconds: 40, releaseSeconds: 0 });
	expect(told(stretch, 'mob-knee-rolls', [39, 40, 55]).slice(1)).toEqual(['nothing', 'nothing']);
	expect(told(stepOf('hip-bridge', reps(5, 3)), 'hip-bridge', [63, 64, 80])).toEqual([
		'release 1',
		'nothing',
		'nothing'
	]);
});
