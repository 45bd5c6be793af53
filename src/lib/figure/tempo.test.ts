import { describe, expect, test } from 'vitest';
import { figureFor } from './figure.ts';
import type { JointName, PosedExercise } from './pose.ts';
import type { Skeleton } from './skeleton.ts';
import { beatFor, momentAt, skeletonOf, stillFor, type Tempo } from './tempo.ts';
import { v } from './vector.ts';

const posed = (id: string): PosedExercise => {
	const ex = figureFor(id);
	if (ex?.kind !== 'posed') throw new Error(id);
	return ex;
};
const tempo = (holdSeconds: number, releaseSeconds: number): Tempo => ({ holdSeconds, releaseSeconds });
const momentOf = (ex: PosedExercise, t: Tempo, seconds: number) => momentAt(ex, seconds, beatFor(ex, t));

/** As the content asks for them. */
const TEMPOS: [id: string, hold: number, release: number][] = [
	['core-brace-breath', 8, 4],
	['core-heel-slide', 4, 2],
	['core-dead-bug', 4, 1],
	['core-curl-up', 7, 3],
	['hip-bridge', 5, 3],
	['hip-clamshell', 3, 1],
	['core-bird-dog', 6, 2],
	['core-side-plank-knees', 10, 4],
	['core-plank', 12, 4],
	['yoga-cat-cow', 4, 4],
	['mob-knee-rolls', 3, 1],
	['mob-knees-to-chest', 8, 2],
	['tc-commencing', 8, 0],
	['hip-bridge-single', 4, 2],
	['hip-side-leg-raise', 2, 2],
	['hip-hinge', 3, 1],
	['leg-sit-to-stand', 2, 2],
	['leg-calf-raise', 2, 2],
	['back-prone-lift', 4, 2],
	['pil-pelvic-clock', 6, 2],
	['pil-hundred-prep', 10, 4],
	['pil-single-leg-stretch', 3, 1],
	['pil-swan-prep', 5, 4],
	['pil-spine-twist', 4, 1],
	['tc-weight-shift', 6, 0],
	['tc-cloud-hands', 6, 0],
	['tc-horse-mane', 8, 0],
	['yoga-sphinx', 20, 8],
	['yoga-wall-dog', 20, 5],
	['yoga-low-lunge', 35, 0],
	['yoga-supine-twist', 40, 0],
	['mob-open-book', 5, 3],
	['desk-stand-reach', 6, 3],
	['desk-seated-tilt', 3, 2],
	['rel-pmr', 7, 23],
	['rel-box-breath', 16, 0],
	['rel-box-breath-lie', 16, 0],
	['rel-box-breath-stand', 16, 0],
	['yoga-child', 40, 0],
	['rel-legs-up', 90, 0]
];

function farthest(a: Skeleton, b: Skeleton): number {
	const names = Object.keys(a.joints) as JointName[];
	return Math.max(...names.map((name) => v.len(v.sub(a.joints[name], b.joints[name]))));
}

describe('a repetition in the content’s tempo', () => {
	test.each(TEMPOS)(
		'%s (%d s hold, %d s release) moves without a jump, also into the next one',
		(id, hold, release) => {
			const ex = posed(id);
			const t = tempo(hold, release);
			const length = hold + release;
			const frames = Math.round(length * 24);
			let before = skeletonOf(ex, momentOf(ex, t, 0));
			let moved = 0;
			for (let frame = 1; frame <= frames + 2; frame++) {
				const now = skeletonOf(ex, momentOf(ex, t, (length * frame) / frames));
				const step = farthest(before, now);
				// 10 cm in 1/24 s: the dead bug's hand comes back over its head within one second.
				expect(step, `${id} at frame ${frame}`).toBeLessThan(10);
				moved += step;
				before = now;
			}
			expect(moved).toBeGreaterThan(2);
		}
	);

	test.each(TEMPOS)('%s (%d s, %d s) fills the repetition exactly', (id, hold, release) => {
		const beat = beatFor(posed(id), tempo(hold, release));
		const length = beat.reduce((sum, b) => sum + ('to' in b ? b.seconds : b.hold), 0);
		expect(length).toBeCloseTo(hold + release, 9);
	});

	test('is at the peak from 2 s on until the hold ends, and back when the release ends', () => {
		const ex = posed('core-bird-dog');
		const peak = { from: 'reach', to: 'reach' };
		expect(momentOf(ex, tempo(6, 2), 0.5)).toMatchObject({ from: 'base', to: 'reach' });
		expect(momentOf(ex, tempo(6, 2), 2.1)).toMatchObject(peak);
		expect(momentOf(ex, tempo(6, 2), 5.9)).toMatchObject(peak);
		expect(momentOf(ex, tempo(6, 2), 6.5)).toMatchObject({ from: 'reach', to: 'base' });
		expect(momentOf(ex, tempo(6, 2), 7.999).t).toBeGreaterThan(0.999);
	});

	test('of a short hold still leaves time to hold', () => {
		const beat = beatFor(posed('hip-clamshell'), tempo(3, 1));
		expect(beat[0]).toEqual({ to: 'open', seconds: expect.closeTo(1.2) });
		expect(beat[1]).toEqual({ hold: expect.closeTo(1.8) });
	});

	test('with a long release waits at the start', () => {
		const ex = posed('hip-bridge');
		expect(momentOf(ex, tempo(5, 20), 12)).toMatchObject({ from: 'down', to: 'down' });
	});

	test('of a flowing movement never stands: cat for the hold, cow for the release', () => {
		const ex = posed('yoga-cat-cow');
		expect(momentOf(ex, tempo(4, 4), 2)).toMatchObject({ from: 'cow', to: 'cat' });
		expect(momentOf(ex, tempo(4, 4), 6)).toMatchObject({ from: 'cat', to: 'cow' });
	});

	test('of a breath keeps about its own length, however long the step', () => {
		const breaths = beatFor(posed('rel-legs-up'), tempo(90, 0)).filter((b) => 'to' in b && b.to === 'in');
		expect(breaths).toHaveLength(9);
		expect(breaths[0]).toEqual({ to: 'in', seconds: expect.closeTo(4) });
	});

	test('a still pose stays still', () => {
		expect(momentOf(posed('move-lie'), tempo(5, 2), 3)).toMatchObject({ from: 'still', to: 'still' });
	});
});

describe('how long nothing moves', () => {
	const ex = posed('core-bird-dog');
	const beat = beatFor(ex, tempo(6, 2));

	test('not at all on the way', () => {
		expect(stillFor(ex, 1, beat)).toBe(0);
		expect(stillFor(ex, 7, beat)).toBe(0);
	});

	test('in a hold, what is left of it', () => expect(stillFor(ex, 2.5, beat)).toBeCloseTo(3.5));

	test('over the end of the beat into its first wait', () => {
		const long = beatFor(ex, tempo(6, 20));
		expect(stillFor(ex, 20, long)).toBeCloseTo(6);
		expect(stillFor(ex, 0, ex.beat)).toBeCloseTo(0.6);
	});

	test('for ever, of a still pose', () => expect(stillFor(posed('move-lie'), 3)).toBe(Infinity));
});
