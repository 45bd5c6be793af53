import { describe, expect, test } from 'vitest';
import { figureAt, repSeconds } from '#lib/figure/figure.ts';
import { FIGURES } from '#lib/figure/poses/figures.ts';
import { PART_NAMES } from './palette.ts';
import { shapesOf, type GroupShape, type PathShape, type Shape } from './shapes.ts';

const pathsIn = (shapes: readonly Shape[]): PathShape[] =>
	shapes.flatMap((shape) => (shape.kind === 'path' ? [shape] : pathsIn(shape.children)));
const groupsIn = (shapes: readonly Shape[]): GroupShape[] =>
	shapes.flatMap((shape) => (shape.kind === 'path' ? [] : [shape, ...groupsIn(shape.children)]));
const every = FIGURES.map((ex) => [ex.id, ex] as const);

describe('markup read back', () => {
	test.each(every)('of %s has every path, clip and group, and only parts that have a look', (_, ex) => {
		for (let i = 0; i < 8; i++) {
			const markup = figureAt(ex, (repSeconds(ex) * i) / 4, { side: 'alternate' });
			const shapes = shapesOf(markup);
			const clips = markup.match(/<clipPath/g)?.length ?? 0;
			const paths = pathsIn(shapes);
			expect(paths).toHaveLength((markup.match(/<path/g)?.length ?? 0) - clips);
			expect(groupsIn(shapes)).toHaveLength(markup.match(/<g[ >]/g)?.length ?? 0);
			expect(groupsIn(shapes).filter(({ clip }) => clip !== undefined)).toHaveLength(
				markup.match(/ clip-path=/g)?.length ?? 0
			);
			expect(paths.map(({ name }) => name).filter((name) => !PART_NAMES.some((known) => known === name))).toEqual([]);
			expect(paths.every(({ d }) => d.startsWith('M'))).toBe(true);
		}
	});

	test('keeps what the markup sets: place, outline, width and opacity', () => {
		const markup =
			'<g transform="translate(30 0) scale(-1 1)"><clipPath id="a0"><path d="M0 0Z"/></clipPath>' +
			'<path class="f-skin far" d="M1 1Z"/><g clip-path="url(#a0)" class="f-focus">' +
			'<path d="M2 2" stroke-width="3.5" opacity="0.2"/></g></g>';
		expect(shapesOf(markup)).toEqual([
			{
				kind: 'group',
				name: '',
				scaleX: -1,
				scaleY: 1,
				moveX: 30,
				children: [
					{ kind: 'path', name: 'f-skin far', d: 'M1 1Z' },
					{
						kind: 'group',
						name: 'f-focus',
						scaleX: 1,
						scaleY: 1,
						moveX: 0,
						clip: 'M0 0Z',
						children: [{ kind: 'path', name: 'f-focus', d: 'M2 2', width: 3.5, opacity: 0.2 }]
					}
				]
			}
		]);
	});

	test('of nothing is nothing', () => expect(shapesOf('')).toEqual([]));
});
