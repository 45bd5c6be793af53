import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Summary } from '#lib/domain/history.ts';
import { lightOf, type Light } from '#lib/domain/light.ts';
import type { CheckIn } from '#lib/domain/record.ts';
import { checkIn } from '../../support/arbitraries.ts';
import { aCheckIn } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const aSummary = (more: Partial<Summary> = {}): Summary => ({
	startedAt: 0,
	endedAt: 1_800_000,
	playedMs: 1_800_000,
	runMs: 90_000,
	unheardMs: 0,
	runsDone: 6,
	runsPlanned: 6,
	exercisesDone: 0,
	exercisesPlanned: 0,
	complete: true,
	...more
});
const lightWith = (answers: Partial<CheckIn>, summary: Partial<Summary> = {}): Light =>
	lightOf(aSummary(summary), aCheckIn(answers));
const ORDER: readonly Light[] = ['green', 'amber', 'red'];

describe('the light of a session (evidence 1.5)', () => {
	test.each<[number, Light]>([
		[0, 'green'],
		[20, 'green'],
		[21, 'amber'],
		[50, 'amber'],
		[51, 'red'],
		[100, 'red']
	])('back pain of %i is %s', (backPain, expected) => {
		expect(lightWith({ backPain })).toBe(expected);
	});

	test.each<[number, Light]>([
		[20, 'green'],
		[21, 'amber'],
		[50, 'amber'],
		[51, 'red']
	])('leg pain of %i is %s', (legPain, expected) => {
		expect(lightWith({ legPain })).toBe(expected);
	});

	test.each<[number | null, number | null, number, Light]>([
		[20, null, 30, 'green'],
		[20, null, 31, 'amber'],
		[20, null, 41, 'red'],
		// Not asked before: what is usual is the start.
		[null, 15, 25, 'green'],
		[null, 15, 26, 'amber'],
		[null, 15, 80, 'red'],
		// Above 50 it is red whatever the start was.
		[45, null, 50, 'green'],
		[45, null, 51, 'red'],
		[null, null, 50, 'green'],
		[null, null, 51, 'red']
	])('begun with %s, usually %s, a morning of %i is %s', (before, usual, backPain, expected) => {
		const morning = { backPain, legPain: null, legGone: null };
		const around = { isRun: true, before, usual, morning, stopped: null };
		expect(lightOf(aSummary(), aCheckIn({ backPain: 10 }), around)).toBe(expected);
	});

	test.each<[number, Light]>([
		[6, 'green'],
		[7, 'amber'],
		[10, 'amber']
	])('an effort of %i is %s', (effort, expected) => {
		expect(lightWith({ effort })).toBe(expected);
	});

	test.each<[number, Light]>([
		[6, 'green'],
		[5, 'amber'],
		[4, 'amber'],
		[3, 'red'],
		[0, 'red']
	])('%i of 6 runs done in a session played to its end is %s', (runsDone, expected) => {
		expect(lightWith({}, { runsDone })).toBe(expected);
	});

	test('a session ended because something came up is amber, however much was left', () => {
		expect(lightWith({ stoppedBy: 'other' }, { complete: false, runsDone: 1 })).toBe('amber');
		expect(lightWith({ stoppedBy: null }, { complete: false, runsDone: 0 })).toBe('amber');
	});

	test('a session ended because the body could not go on is red', () => {
		expect(lightWith({ stoppedBy: 'body' }, { complete: false, runsDone: 5 })).toBe('red');
	});

	test('a session without runs has no intervals to miss', () => {
		expect(lightWith({}, { runsDone: 0, runsPlanned: 0 })).toBe('green');
	});

	test('the worst light counts, whichever answer it comes from', () => {
		expect(lightWith({ backPain: 10, legPain: 60, effort: 3 })).toBe('red');
		expect(lightWith({ backPain: 30, legPain: 0, effort: 3 })).toBe('amber');
		expect(lightWith({ backPain: 0, legPain: 0, effort: 9 }, { runsDone: 5 })).toBe('amber');
	});

	test('without answers, or without one about the back, nothing is known', () => {
		expect(lightOf(aSummary(), undefined)).toBe('unknown');
		expect(lightWith({ backPain: null })).toBe('unknown');
	});

	test('with the back alone answered, that is what counts', () => {
		expect(lightWith({ backPain: 10, legPain: null, effort: null })).toBe('green');
		expect(lightWith({ backPain: 60, legPain: null, effort: null })).toBe('red');
	});

	law(
		'light: more pain or effort never gives a better light',
		fc.property(
			checkIn,
			fc.nat({ max: 100 }),
			fc.nat({ max: 100 }),
			fc.nat({ max: 10 }),
			fc.nat({ max: 6 }),
			(answers, back, leg, effort, missed) => {
				fc.pre(answers.backPain !== null);
				const more = (value: number | null, by: number, max: number): number => Math.min(max, (value ?? 0) + by);
				const worse: CheckIn = {
					...answers,
					backPain: more(answers.backPain, back, 100),
					legPain: more(answers.legPain, leg, 100),
					effort: more(answers.effort, effort, 10)
				};
				const before = ORDER.indexOf(lightOf(aSummary(), answers));
				const after = ORDER.indexOf(lightOf(aSummary({ runsDone: 6 - missed }), worse));
				expect(before).toBeGreaterThanOrEqual(0);
				expect(after).toBeGreaterThanOrEqual(before);
			}
		)
	);
});

test('a leg that hurts much is red even when the back was not answered, a mild one leaves the session open', () => {
	expect(lightWith({ backPain: null, legPain: 90 })).toBe('red');
	expect(lightWith({ backPain: null, stoppedBy: 'body' })).toBe('red');
	expect(lightWith({ backPain: null, legPain: 30 })).toBe('unknown');
});
