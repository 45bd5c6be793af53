import { describe, expect, test } from 'vitest';
import {
	endPoses,
	figureAt,
	figureFor,
	figureInRep,
	keyPoses,
	repSeconds,
	viewBoxOf,
	type FigureExercise
} from './figure.ts';
import { createCamera } from './draw/camera.ts';
import { farSideOf } from './draw/draw-figure.ts';
import { otherExercise } from './mirror.ts';
import { FIGURES } from './poses/figures.ts';
import { at as skeletonAt } from './tempo.ts';

const NEEDED = [
	...[
		'core-brace-breath',
		'core-heel-slide',
		'core-dead-bug',
		'core-curl-up',
		'core-bird-dog',
		'core-side-plank-knees'
	],
	...['core-plank', 'hip-bridge', 'hip-bridge-single', 'hip-clamshell', 'hip-side-leg-raise', 'hip-hinge'],
	...['leg-sit-to-stand', 'leg-calf-raise', 'back-prone-lift', 'pil-pelvic-clock', 'pil-hundred-prep'],
	...['pil-single-leg-stretch', 'pil-swan-prep', 'pil-spine-twist', 'tc-commencing', 'tc-weight-shift'],
	...[
		'tc-cloud-hands',
		'tc-horse-mane',
		'yoga-cat-cow',
		'yoga-child',
		'yoga-sphinx',
		'yoga-wall-dog',
		'yoga-low-lunge'
	],
	...['yoga-supine-twist', 'mob-knees-to-chest', 'mob-knee-rolls', 'mob-open-book', 'rel-box-breath', 'rel-pmr'],
	...['rel-body-scan', 'rel-legs-up', 'desk-stand-reach', 'desk-seated-tilt', 'desk-march', 'walk', 'run'],
	...['move-lie', 'move-side-left', 'move-side-right', 'move-hands-knees', 'move-face-down', 'move-kneel', 'move-sit'],
	...['move-stand', 'rest-easy', 'desk-back-bend', 'rel-box-breath-lie', 'rel-box-breath-stand']
];
const figure = (id: string): FigureExercise => {
	const ex = figureFor(id);
	if (!ex) throw new Error(id);
	return ex;
};
const framesOf = (ex: FigureExercise) =>
	Array.from({ length: 12 }, (_, i) => figureAt(ex, (repSeconds(ex) * i) / 6, { id: 'a' }));
const inner = (markup: string) => markup.replace(/^<g[^>]*>/, '').replace(/ id="[^"]*"|url\([^)]*\)/g, '');
const hold = { holdSeconds: 6, releaseSeconds: 2 };

test.each(NEEDED)('%s has a figure', (id) => expect(figureFor(id)?.id).toBe(id));

test('an unknown id has none', () => expect(figureFor('constructor')).toBeUndefined());

describe('markup', () => {
	test.each(FIGURES.map((ex) => [ex.id, ex] as const))('of %s is inert, whole and free of nonsense', (_, ex) => {
		for (const markup of framesOf(ex)) {
			expect(markup).not.toMatch(/\sstyle=|<style|<script|<foreignObject|\shref|\son[a-z]+=|NaN|Infinity|undefined|§/i);
			expect([...markup.matchAll(/<([a-z]+)/gi)].map(([, tag]) => tag)).toEqual(expect.arrayContaining(['g', 'path']));
			expect(markup.match(/<g[ >]/g)?.length).toBe(markup.match(/<\/g>/g)?.length);
			expect(markup.length).toBeLessThan(30_000);
		}
	});

	test('ids carry the instance’s prefix, and every reference has its clip path', () => {
		for (const ex of FIGURES) {
			const markup = figureAt(ex, 1, { id: 'one' });
			const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
			const used = [...markup.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id);
			expect(ids.every((id) => id?.startsWith('one-'))).toBe(true);
			expect(new Set(ids).size).toBe(ids.length);
			expect(new Set(used)).toEqual(new Set(ids));
		}
	});

	test('the stills of one figure share no ids', () => {
		const ids = keyPoses(figure('core-bird-dog'), { id: 'x' }).map((still) => / id="([^"]*)"/.exec(still)?.[1]);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('stays inside its box', () => {
		for (const ex of FIGURES) {
			const [x, y, width, height] = ex.box;
			for (const markup of keyPoses(ex))
				for (const [, px, py] of inner(markup).matchAll(/ d="M(-?[\d.]+) (-?[\d.]+)/g)) {
					// The belt's clip path and pressed shadows reach out; what is drawn may by a hand's breadth.
					expect(Number(px), ex.id).toBeGreaterThan(x - 60);
					expect(Number(px), ex.id).toBeLessThan(x + width + 60);
					expect(Number(py), ex.id).toBeGreaterThan(y - 60);
					expect(Number(py), ex.id).toBeLessThan(y + height + 160);
				}
		}
	});
});

describe('sides', () => {
	test.each(['core-bird-dog', 'hip-clamshell', 'core-side-plank-knees'])(
		'%s on the other side is the picture flipped',
		(id) => {
			const ex = figure(id);
			const [right, left] = (['right', 'left'] as const).map((side) => figureInRep(ex, hold, 4, { side }));
			expect(inner(left ?? '')).toBe(inner(right ?? ''));
			expect(left).not.toBe(right);
			const [x, , width] = ex.box;
			const flipped = [left, right].find((markup) => markup?.startsWith('<g transform'));
			expect(flipped).toContain(`<g transform="translate(${2 * x + width} 0) scale(-1 1)">`);
		}
	);

	test('the data shows the right leg in the bird dog and the left one in the clamshell', () => {
		const plain = /^<g>/;
		expect(figureAt(figure('core-bird-dog'), 0, { side: 'right' })).toMatch(plain);
		expect(figureAt(figure('hip-clamshell'), 0, { side: 'left' })).toMatch(plain);
		expect(figureAt(figure('hip-clamshell'), 0, { side: 'right' })).not.toMatch(plain);
	});

	test('alternating exercises change sides with every repetition, in the same lie', () => {
		const ex = figure('core-heel-slide');
		const rep = (n: number) => figureInRep(ex, hold, 4, { rep: n });
		expect(rep(1)).not.toBe(rep(0));
		expect(rep(2)).toBe(rep(0));
		expect(rep(1)).toMatch(/^<g>/);
	});

	test('an exercise of one side can be told to alternate', () => {
		const ex = figure('core-bird-dog');
		expect(figureInRep(ex, hold, 4, { side: 'alternate', rep: 1 })).not.toBe(
			figureInRep(ex, hold, 4, { side: 'alternate', rep: 0 })
		);
	});

	test('lying on the left is lying on the right, flipped', () => {
		expect(inner(figureAt(figure('move-side-left'), 0))).toBe(inner(figureAt(figure('move-side-right'), 0)));
		expect(figureAt(figure('move-side-left'), 0)).not.toBe(figureAt(figure('move-side-right'), 0));
	});
});

describe('frames', () => {
	test('a hold is one picture', () => {
		const ex = figure('core-bird-dog');
		expect(figureInRep(ex, hold, 5.5)).toBe(figureInRep(ex, hold, 2.5));
	});

	test('a minute of a movement needs few different ones', () => {
		const ex = figure('hip-bridge');
		const seen = new Set(
			Array.from({ length: 60 * 24 }, (_, i) => figureInRep(ex, { holdSeconds: 5, releaseSeconds: 3 }, i / 24))
		);
		expect(seen.size).toBeGreaterThan(20);
		expect(seen.size).toBeLessThanOrEqual(65);
	});

	test('a breath that moves the belly by two centimetres needs only a few', () => {
		const ex = figure('rel-body-scan');
		const seen = new Set(Array.from({ length: 60 * 24 }, (_, i) => figureAt(ex, i / 24)));
		expect(seen.size).toBeGreaterThan(4);
		expect(seen.size).toBeLessThanOrEqual(12);
	});

	test('the longest movement, both sides in turn, is drawn once and then only shown again', () => {
		const ex = figure('tc-horse-mane');
		const round = () =>
			Array.from({ length: 16 * 24 }, (_, i) => {
				const at = i / 24;
				return figureInRep(ex, { holdSeconds: 8, releaseSeconds: 0 }, at % 8, { rep: Math.floor(at / 8) });
			});
		const first = round();
		const seen = new Set(first);
		expect(seen.size).toBeLessThanOrEqual(300);
		round().forEach((frame, i) => expect(Object.is(frame, first[i])).toBe(true));
	});

	test('a stride has twelve', () => {
		const ex = figure('walk');
		const seen = new Set(Array.from({ length: 600 }, (_, i) => figureAt(ex, i / 97)));
		expect(seen.size).toBe(12);
	});

	test('the same second is the same picture after hundreds of others', () => {
		const ex = figure('core-dead-bug');
		const before = figureInRep(ex, hold, 1.2);
		for (const other of FIGURES) framesOf(other);
		for (let i = 0; i < 200; i++) figureInRep(figure('yoga-cat-cow'), hold, i / 25);
		expect(figureInRep(ex, hold, 1.2)).toBe(before);
	});
});

test('key poses come in the order of the movement, the two ends first and last', () => {
	const ex = figure('leg-sit-to-stand');
	const [sit, lean, stand] = keyPoses(ex, { id: 'k' });
	const [start, peak] = endPoses(ex, { id: 'k' });
	expect(inner(start ?? '')).toBe(inner(sit ?? ''));
	expect(inner(peak ?? '')).toBe(inner(stand ?? ''));
	expect(inner(lean ?? '')).not.toBe(inner(peak ?? ''));
});

test('key poses are start and peak; more only where the way has more', () => {
	const counts = Object.fromEntries(FIGURES.map((ex) => [ex.id, keyPoses(ex).length]));
	expect(counts).toMatchObject({ 'core-bird-dog': 2, 'tc-commencing': 3, 'move-lie': 1, run: 3 });
	expect(counts, 'a breath alone is not seen').toMatchObject({ 'core-brace-breath': 1, 'rel-body-scan': 1 });
	const [start, peak] = endPoses(figure('hip-bridge'), { id: 'k' });
	expect(inner(peak ?? '')).not.toBe(inner(start ?? ''));
	expect(inner(peak ?? '')).toBe(inner(figureInRep(figure('hip-bridge'), hold, 4)));
});

test('no movement changes which side is drawn as the far one, so that no limb changes its colour on the way', () => {
	for (const ex of FIGURES) {
		if (ex.far) continue;
		const camera = createCamera(ex.view);
		const both = ex.kind === 'posed' && ex.alternates ? [ex, otherExercise(ex)] : [ex];
		const seconds = Array.from({ length: 25 }, (_, i) => (repSeconds(ex) * i) / 24);
		const sides = both.flatMap((each) => seconds.map((at) => farSideOf(skeletonAt(each, at), camera)));
		expect([...new Set(sides)], ex.id).toHaveLength(1);
	}
});

test('every figure explains itself in one to three stills', () => {
	for (const ex of FIGURES) expect([1, 2, 3], ex.id).toContain(keyPoses(ex).length);
});

test('the view box is the box', () => expect(viewBoxOf(figure('walk'))).toBe('-70 -184 140 200'));
