// A session on paper: every step once, in order; exercises as stations, the rest as rows.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxesOf, paperOf, type PaperPart } from '#lib/domain/paper.ts';
import { sequenceSession } from '#lib/domain/programme.ts';
import { timelineOf, type Step } from '#lib/domain/timeline.ts';
import { loadLibrary } from '#lib/content/index.ts';
import { timeline } from '../../support/arbitraries.ts';
import { aSession, aStep, aTimeline } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const stepsOn = (parts: readonly PaperPart[]): readonly Step[] =>
	parts.flatMap((part) =>
		part.type === 'station'
			? part.turns.flatMap(({ before, step, after }) => [...before, step, ...after])
			: part.rows.flat()
	);

/** 'bridge: left, right' for stations, 'run+walk' for rows. */
const inShort = (parts: readonly PaperPart[]): readonly string[] =>
	parts.flatMap((part) =>
		part.type === 'station'
			? [
					`${part.exerciseId}${part.isNew ? '' : ' again'}: ${part.turns.map(({ step }) => step.side ?? '-').join(', ')}`
				]
			: part.rows.map((row) => row.map(({ phase }) => phase).join('+'))
	);

const { sequences } = await loadLibrary('en');

describe('a session on paper', () => {
	law(
		'paper: every step stands on it once, in order',
		fc.property(timeline, (each) => {
			expect(stepsOn(paperOf(each))).toEqual(each.steps);
		})
	);

	test('a run shares its row with the walk after it, warm-up and cool-down have their own', () => {
		const parts = paperOf(aTimeline(300, 15, 180, 15, 180));
		expect(inShort(parts)).toEqual(['warmUp', 'run+walk', 'run+walk']);
		expect(boxesOf(parts)).toBe(5);
	});

	test('two walks, or a walk before a run, share nothing', () => {
		const steps = [aStep('walk', 60), aStep('walk', 60), aStep('run', 60), aStep('run', 60), aStep('walk', 60)];
		expect(inShort(paperOf(timelineOf(aSession(steps))))).toEqual(['walk', 'walk', 'run', 'run+walk']);
	});

	test('the sides of an exercise are turns of one station, whatever lies between', () => {
		const bridge = { exerciseId: 'bridge' };
		const parts = paperOf(
			timelineOf(
				aSession([
					aStep('move', 10, { position: 'lie' }),
					aStep('strength', 40, { ...bridge, side: 'left' }),
					aStep('rest', 10),
					aStep('move', 5, { position: 'other-side' }),
					aStep('rest', 3),
					aStep('strength', 40, { ...bridge, side: 'right' }),
					aStep('strength', 30, { exerciseId: 'plank' }),
					aStep('strength', 40, bridge),
					aStep('rest', 20),
					aStep('move', 5, { position: 'stand' }),
					aStep('walk', 60)
				])
			)
		);
		expect(inShort(parts)).toEqual(['bridge: left, right', 'plank: -', 'bridge again: -', 'move', 'walk']);
		const [first] = parts;
		expect(first?.type === 'station' && first.turns.map(({ before, after }) => [before.length, after.length])).toEqual([
			[1, 1],
			[2, 0]
		]);
		expect(boxesOf(parts)).toBe(6);
	});

	test.each(sequences.map((each) => [each.id, each] as const))('%s has one box for each exercise step', (_id, each) => {
		const parts = paperOf(timelineOf(sequenceSession(each)));
		expect(boxesOf(parts)).toBe(each.steps.filter((step) => step.exerciseId !== undefined).length);
		const stations = parts.flatMap((part) => (part.type === 'station' && part.isNew ? [part.exerciseId] : []));
		expect(stations).toEqual([...new Set(each.steps.flatMap((step) => step.exerciseId ?? []))]);
	});
});
