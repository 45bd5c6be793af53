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

	test('sitting in the chair instead of on it, beside it, and reaching through the wall', () => {
		const sit = posed('move-sit');
		const seated = (root: Pose['root']) => ({
			...sit,
			poses: { still: { ...sit.poses['still'], ...(root && { root }) } }
		});
		expect(checkExercise(seated([-24, 48, 0])).join('\n')).toContain('pelvis in the chair');
		expect(checkExercise(seated([-24, 62, 0])).join('\n')).toContain('contact seat:pelvis floats');
		expect(checkExercise(seated([-24, 54, 0]))).toEqual([]);
		const wall = posed('yoga-wall-dog');
		const at = (x: number): FigureExercise => ({ ...wall, props: [{ kind: 'wall', at: x }] });
		expect(checkExercise(at(50)).join('\n')).toContain('in the wall');
		expect(checkExercise(at(66)).join('\n')).toContain('contact wall:handR floats');
	});

	test('the unbroken one is fine, so the breaks above are what is refused', () => {
		expect(checkExercise(broken({}))).toEqual([]);
	});
});
