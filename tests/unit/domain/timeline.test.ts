import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionSeconds, type Block, type StepPlan } from '#lib/domain/session.ts';
import { extendStep, insertWalk, stepAt, timelineOf, type Step, type Timeline } from '#lib/domain/timeline.ts';
import { session, timeline } from '../../support/arbitraries.ts';
import { aBlock, aSession, aStep, aTimeline } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

/** The prescription written out by hand, with a loop instead of the code's way. */
function writtenOut(items: readonly (StepPlan | Block)[]): StepPlan[] {
	const list: StepPlan[] = [];
	for (const item of items) {
		if (item.type === 'step') list.push(item);
		else for (let n = 0; n < item.repeat; n++) list.push(...writtenOut(item.items));
	}
	return list;
}

function expectWhole({ steps, totalMs }: Timeline): void {
	expect(steps.length).toBeGreaterThan(0);
	expect(steps.map((step) => step.index)).toEqual([...steps.keys()]);
	expect(steps.filter((step) => step.endMs <= step.startMs)).toEqual([]);
	expect([...steps.map((step) => step.startMs), totalMs]).toEqual([0, ...steps.map((step) => step.endMs)]);
	const prescribed = steps.filter((step) => !step.inserted);
	const alike = (step: Step): readonly Step[] => prescribed.filter((other) => other.phase === step.phase);
	expect(prescribed.map((step) => step.ordinal)).toEqual(prescribed.map((step) => alike(step).indexOf(step) + 1));
	expect(steps.map((step) => step.ordinals)).toEqual(steps.map((step) => alike(step).length));
}

describe('a time line', () => {
	law(
		'T1: steps touch, never overlap and sum to the total',
		fc.property(session, (given) => {
			const whole = timelineOf(given);
			expectWhole(whole);
			expect(whole.totalMs).toBe(sessionSeconds(given) * 1000);
		})
	);

	law(
		'T1: stepAt finds the one step of each instant',
		fc.property(timeline, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (whole, share) => {
			const instants = [share * whole.totalMs, Math.floor(share * whole.totalMs)];
			for (const step of whole.steps) instants.push(step.startMs, step.endMs - 1, step.endMs - 0.5);
			const holding = instants.map((at) => whole.steps.filter((step) => step.startMs <= at && at < step.endMs));
			expect(holding.map((steps) => steps.map((step) => step.index))).toEqual(
				instants.map((at) => [stepAt(whole, at).index])
			);
		})
	);

	law(
		'T1: a step made longer and a walk put in leave a whole time line',
		fc.property(
			timeline,
			fc.nat(),
			fc.integer({ min: 1, max: 90_000 }),
			fc.nat(),
			fc.integer({ min: 1, max: 90_000 }),
			(whole, a, longerMs, b, walkMs) => {
				const longer = extendStep(whole, a % whole.steps.length, longerMs);
				expectWhole(longer);
				expect(longer.totalMs).toBe(whole.totalMs + longerMs);
				const at = b % longer.steps.length;
				const walked = insertWalk(longer, at, walkMs);
				expectWhole(walked);
				expect(walked.totalMs).toBe(longer.totalMs + walkMs);
				expect(walked.steps[at]).toMatchObject({ phase: 'walk', inserted: true, startMs: longer.steps[at]?.startMs });
				const lengths = (steps: Timeline['steps']): string[] => steps.map((s) => `${s.phase} ${s.endMs - s.startMs}`);
				expect(lengths(walked.steps.filter((_, n) => n !== at))).toEqual(lengths(longer.steps));
			}
		)
	);

	law(
		'T1: the steps are the prescription, in order, with the blocks repeated',
		fc.property(session, (given) => {
			const expected = writtenOut(given.blocks).filter((step) => step.seconds > 0);
			const { steps } = timelineOf(given);
			expect(steps.map((s) => [s.phase, (s.endMs - s.startMs) / 1000, s.exerciseId, s.side])).toEqual(
				expected.map((s) => [s.phase, s.seconds, s.exerciseId, s.side])
			);
		})
	);

	test('numbers its runs and walks: run 2 of 3', () => {
		const { steps } = timelineOf(aSession([aBlock([aStep('run', 15), aStep('walk', 180)], 3)]));
		expect(steps.map(({ phase, ordinal, ordinals }) => `${phase} ${ordinal} of ${ordinals}`)).toEqual([
			'run 1 of 3',
			'walk 1 of 3',
			'run 2 of 3',
			'walk 2 of 3',
			'run 3 of 3',
			'walk 3 of 3'
		]);
	});

	test('leaves out a step of no length: the last walk of a continuous run', () => {
		const { steps } = timelineOf(aSession([aStep('run', 1200), aStep('walk', 0), aStep('coolDown', 300)]));
		expect(steps.map(({ phase, startMs, endMs }) => [phase, startMs, endMs])).toEqual([
			['run', 0, 1_200_000],
			['coolDown', 1_200_000, 1_500_000]
		]);
	});

	test('a walk that was put in changes no number of the prescribed walks', () => {
		const walked = insertWalk(aTimeline(10, 20, 30, 20, 30), 3, 60_000);
		expect(walked.steps.filter((s) => s.phase === 'walk').map((s) => [s.ordinal, s.ordinals, s.inserted])).toEqual([
			[1, 2, undefined],
			[1, 2, true],
			[2, 2, undefined]
		]);
	});

	test('keeps exercise, side, dose and position of a step', () => {
		const dose = { reps: 5, holdSeconds: 8, releaseSeconds: 2 };
		const { steps } = timelineOf(
			aSession([
				aStep('strength', 50, { exerciseId: 'bird-dog', side: 'left', dose }),
				aStep('move', 5, { position: 'lie' })
			])
		);
		expect(steps).toEqual([
			{
				phase: 'strength',
				exerciseId: 'bird-dog',
				side: 'left',
				dose,
				index: 0,
				startMs: 0,
				endMs: 50_000,
				ordinal: 1,
				ordinals: 1
			},
			{ phase: 'move', position: 'lie', index: 1, startMs: 50_000, endMs: 55_000, ordinal: 1, ordinals: 1 }
		]);
	});

	test('stands on the first step before the start and on the last from the end on', () => {
		const whole = aTimeline(10, 20);
		expect([-1, 30_000, 99_999].map((at) => stepAt(whole, at).index)).toEqual([0, 1, 1]);
	});

	test('of an empty session is a bug and throws', () => {
		expect(() => timelineOf(aSession([aStep('run', 0)]))).toThrow('an empty session: run-walk/S1');
	});
});
