// Every step of every sequence has its picture, in both languages, and one that is missing breaks nothing.

import { describe, expect, test } from 'vitest';
import { loadLibrary, loadTexts } from '#lib/content/index.ts';
import { sequenceSession } from '#lib/domain/programme.ts';
import { timelineOf, type Step, type Timeline } from '#lib/domain/timeline.ts';
import { figureFor, figureInRep } from '#lib/figure/figure.ts';
import { figureOf, type ShownFigure } from './step-figure.ts';

const textsIn = async (language: 'en' | 'de') => {
	const [texts, library] = await Promise.all([loadTexts(language), loadLibrary(language)]);
	return { ...texts, exercises: library.texts.exercises };
};
const { sequences, exercises } = await loadLibrary('en');
const texts = await textsIn('en');

const timeline = (id: string): Timeline => {
	const sequence = sequences.find((each) => each.id === id);
	if (!sequence) throw new Error(id);
	return timelineOf(sequenceSession(sequence));
};
const shown = (id: string, wanted: (step: Step) => boolean): ShownFigure | null => {
	const line = timeline(id);
	const step = line.steps.find(wanted);
	if (!step) throw new Error(`no such step in ${id}`);
	return figureOf(texts, line, step);
};

test('every exercise of the library has a figure', () => {
	expect(exercises.filter(({ id }) => !figureFor(id)).map(({ id }) => id)).toEqual([]);
});

describe.each(['en', 'de'] as const)('in %s', (language) => {
	test.each(sequences.map(({ id }) => [id]))(
		'each step of %s has a figure that can be drawn, and words for it',
		async (id) => {
			const words = await textsIn(language);
			const line = timeline(id);
			for (const step of line.steps) {
				const figure = figureOf(words, line, step);
				const drawn = figure && figureFor(figure.id);
				expect(drawn, `${id}: step ${step.index}`).toBeTruthy();
				if (!figure || !drawn) continue;
				expect(figure.label.length).toBeGreaterThan(3);
				const { holdSeconds, releaseSeconds } = step.dose ?? { holdSeconds: 5, releaseSeconds: 2 };
				const options = figure.side ? { side: figure.side } : {};
				expect(figureInRep(drawn, { holdSeconds, releaseSeconds }, 1, options)).toContain('<path');
			}
		}
	);
});

describe('the picture of a step', () => {
	test('of a move is the position it leads to, still', () => {
		const figure = shown('yoga-20', (step) => step.position === 'face-down');
		expect(figure).toMatchObject({ id: 'move-face-down', moves: false, isNext: false });
	});

	test('of changing sides is the exercise that comes, on the side it will have', () => {
		const figure = shown('yoga-20', (step) => step.position === 'other-side');
		expect(figure).toMatchObject({ id: 'yoga-supine-twist', side: 'left', moves: false, isNext: true });
	});

	test('of a rest is what comes next', () => {
		const figure = shown('core-b-20', (step) => step.phase === 'rest');
		expect(figure).toMatchObject({ id: 'core-curl-up', moves: false, isNext: true });
	});

	test('of breathing is done where the body is', () => {
		const breathing = (step: Step): boolean => step.exerciseId === 'rel-box-breath';
		expect(shown('relax-10', breathing)?.id).toBe('rel-box-breath-lie');
		expect(shown('taichi-15', breathing)?.id).toBe('rel-box-breath-stand');
		expect(shown('desk-3', breathing)?.id).toBe('rel-box-breath');
		expect(shown('desk-seated-2', breathing)?.id).toBe('rel-box-breath');
	});

	test('of an exercise without a figure is the position it is done in, still', () => {
		const line = timeline('core-a-10');
		const steps = line.steps.map((step) => (step.exerciseId ? { ...step, exerciseId: 'new-one' } : step));
		const named = {
			...texts,
			exercises: { ...texts.exercises, 'new-one': texts.exercises['hip-bridge'] ?? expect.fail() }
		};
		const step = steps.find((each) => each.exerciseId) ?? expect.fail();
		expect(figureOf(named, { ...line, steps }, step)).toMatchObject({ id: 'move-lie', moves: false });
		expect(figureOf(texts, { ...line, steps }, step)).toBeNull();
	});
});
