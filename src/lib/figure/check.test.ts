import { describe, expect, test } from 'vitest';
import { checkExercise } from './check.ts';
import { figureFor } from './figure.ts';
import type { FigureExercise, Pose, PosedExercise } from './pose.ts';
import { FIGURES } from './poses/figures.ts';

describe('every figure is a body that could do this', () => {
	test.each(FIGURES.map((ex) => [ex.id, ex] as const))('%s', (_, ex) => expect(checkExercise(ex)).toEqual([]));
});

const posed = (id: string) => {
	const ex = figureFor(id);
	if (ex?.kind !== 'posed') throw new Error(id);
	return ex;
};

/** The bird dog with something wrong in its peak. */
function broken(change: Partial<Pose>, also: Partial<PosedExercise> = {}): FigureExercise {
	const ex = posed('core-bird-dog');
	return { ...ex, ...also, poses: { ...ex.poses, reach: { ...ex.poses['reach'], ...change } } };
}

describe('each rule refuses its wrong pose', () => {
	test.each<[rule: string, change: Partial<Pose>, also?: Partial<PosedExercise>]>([
		['armR out of reach', { armR: { at: [95, 3.6, 15.5] } }],
		['armR length', { armR: { upper: [Number.NaN, 0, 0] } }],
		['legR hipFlex', { legR: { flex: -50 } }],
		['legR hipAbd', { legR: { abd: 75 } }],
		['legR knee', { legR: { knee: 170 } }],
		['legR bends the wrong way', { legR: { knee: -30 } }],
		['legR ankle', { legR: { ankle: 60 } }],
		['armL shoulderFlex', { armL: { flex: -85 } }],
		['armL elbow', { armL: { flex: 90, elbow: 165 } }],
		['armL wrist', { armL: { flex: 90, wrist: -120 } }],
		['lumbar flex', { spine: { lumbar: [-40, 0, 0] } }],
		['thorax twist', { spine: { thorax: [0, 0, 60] } }],
		['head side', { spine: { head: [0, 40, 0] } }],
		['below the ground', { root: [-10, 40, 0] }],
		['contact kneeL floats', { root: [-10, 70, 0] }],
		['joint speed', {}, { beat: [{ to: 'reach', seconds: 0.5 }, { hold: 1 }, { to: 'base', seconds: 0.5 }] }],
		['peak pose missing', {}, { peak: 'nowhere' }]
	])('%s', (rule, change, also) => {
		expect(checkExercise(broken(change, also)).join('\n')).toContain(rule);
	});

	test('the unbroken one is fine, so the breaks above are what is refused', () => {
		expect(checkExercise(broken({}))).toEqual([]);
	});
});
