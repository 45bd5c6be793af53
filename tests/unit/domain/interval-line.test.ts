import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	INTERVAL_LIMITS,
	faultOfIntervals,
	parseIntervals,
	type IntervalError,
	type IntervalItem
} from '#lib/domain/interval-line.ts';
import { printIntervals, type IntervalTextWords } from '#lib/domain/interval-text.ts';
import type { IntervalPhase } from '#lib/domain/interval-words.ts';
import type { Block } from '#lib/domain/session.ts';
import words from '#lib/i18n/weeks.json';
import { aStep } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const EN: IntervalTextWords = words.en.intervalWords;
const DE: IntervalTextWords = words.de.intervalWords;

const run = (seconds: number) => aStep('run', seconds);
const walk = (seconds: number) => aStep('walk', seconds);
const times = (repeat: number, ...items: readonly IntervalItem[]): Block => ({
	type: 'block',
	id: 'repeat',
	repeat,
	items
});

const itemsOf = (line: string): readonly IntervalItem[] => {
	const result = parseIntervals(line);
	if (!result.ok) throw new Error(`${line}: ${result.error.id} at ${result.error.at}`);
	return result.value;
};
const errorOf = (line: string): IntervalError | null => {
	const result = parseIntervals(line);
	return result.ok ? null : result.error;
};

describe('a line of intervals', () => {
	test.each([
		['5x(1 min run, 2 min walk)', [times(5, run(60), walk(120))]],
		['5x(1 min laufen, 2 min gehen)', [times(5, run(60), walk(120))]],
		['10 min gehen, 8x(1 min laufen, 1,5 min gehen), 5 min gehen', [walk(600), times(8, run(60), walk(90)), walk(300)]],
		['30 s laufen', [run(30)]],
		['5x(1m run,2m walk)', [times(5, run(60), walk(120))]],
		['6 × 3 min Lauf', [times(6, run(180))]],
		['3 mal (90 Sek. joggen; 1:30 gehen)', null],
		['3 mal (90 Sek joggen; 1:30 gehen)', [times(3, run(90), walk(90))]],
		['warm-up', null],
		['5 min warm-up + 20 min run + 5 min cool-down', [aStep('warmUp', 300), run(1200), aStep('coolDown', 300)]],
		['5 min aufwärmen dann 1 h gehen und 2 min Pause', [aStep('warmUp', 300), walk(3600), aStep('rest', 120)]],
		["1' run 30″ walk", [run(60), walk(30)]],
		['2x(3x(20 s run, 40 s walk), 3 min walk)', [times(2, times(3, run(20), walk(40)), walk(180))]],
		['1.5 MIN RUN', [run(90)]],
		[' 0,75 min   walk , ', [walk(45)]]
	])('%s', (line, expected) => {
		if (expected) expect(itemsOf(line)).toEqual(expected);
		else expect(errorOf(line)).not.toBeNull();
	});

	test.each([
		['', 'empty', 0, ''],
		[' , ; ', 'empty', 0, ''],
		['5 min run!', 'unknownSign', 9, '!'],
		['5 min hop', 'unknownWord', 6, 'hop'],
		['hop', 'unknownWord', 0, 'hop'],
		['run 5 min', 'needsTime', 0, 'run'],
		['5x', 'needsTime', 2, ''],
		['5x()', 'needsTime', 2, '('],
		['(1 min run)', 'needsTime', 0, '('],
		['5 run', 'needsUnit', 2, 'run'],
		['5', 'needsUnit', 1, ''],
		['400 m run', 'needsUnit', 4, 'm'],
		['5 min', 'needsWhat', 5, ''],
		['5 min, 3 min run', 'needsWhat', 5, ','],
		['0 min run', 'badTime', 0, '0'],
		['1:75 run', 'badTime', 0, '1:75'],
		['0x(1 min run)', 'badRepeat', 0, '0'],
		['2,5x(1 min run)', 'badRepeat', 0, '2,5'],
		['61x(1 s run)', 'badRepeat', 0, '61'],
		['2x(2x(2x(1 s run)))', 'tooDeep', 6, '2'],
		['2x 2x 2x 1 s run', 'tooDeep', 6, '2'],
		['5x(1 min run', 'unclosed', 2, '('],
		['1 min run)', 'unopened', 9, ')'],
		['4 h walk', 'overTime', 0, '4'],
		['2x(2 h walk)', 'overTime', 0, ''],
		['60x(9x(1 s run))', 'manySteps', 0, '']
	])('%s: %s', (line, id, at, text) => {
		expect(errorOf(line)).toEqual({ id, at, text });
	});

	test('of more than 500 signs is not read', () => {
		expect(errorOf('1 min run, '.repeat(46))).toMatchObject({ id: 'longLine', at: 500 });
		expect(parseIntervals('1 min run, '.repeat(45)).ok).toBe(true);
	});

	test('the bounds themselves are allowed', () => {
		expect(itemsOf('60x(3 min walk)')).toEqual([times(60, walk(180))]);
		expect(itemsOf('3 h walk')).toEqual([walk(10_800)]);
		expect(itemsOf('50x(10x(1 s run))')).toHaveLength(1);
	});

	test('is printed in the words of each language', () => {
		const items = [walk(600), times(8, run(60), walk(90)), aStep('rest', 45), aStep('run', 70), aStep('coolDown', 305)];
		expect(printIntervals(items, EN)).toBe(
			'10 min walk, 8x(1 min run, 1.5 min walk), 45 s rest, 70 s run, 305 s cool-down'
		);
		expect(printIntervals(items, DE)).toBe(
			'10 min gehen, 8x(1 min laufen, 1,5 min gehen), 45 s Pause, 70 s laufen, 305 s Ausklang'
		);
	});

	const phase = fc.constantFrom<IntervalPhase>('run', 'walk', 'warmUp', 'coolDown', 'rest');
	const stretch = fc
		.tuple(
			phase,
			fc.oneof(
				fc.integer({ min: 1, max: 240 }),
				fc.integer({ min: 1, max: 60 }).map((n) => n * 30)
			)
		)
		.map(([what, seconds]) => aStep(what, seconds));
	const list = (item: fc.Arbitrary<IntervalItem>) => fc.array(item, { minLength: 1, maxLength: 3 });
	const repeated = (inner: fc.Arbitrary<IntervalItem>): fc.Arbitrary<IntervalItem> =>
		fc.tuple(fc.integer({ min: 1, max: 60 }), list(inner)).map(([n, items]) => times(n, ...items));
	const intervals = list(fc.oneof(stretch, repeated(fc.oneof(stretch, repeated(stretch)))));

	law(
		'intervals: what was printed in either language is read again as it was',
		fc.property(intervals, fc.constantFrom(EN, DE), (items, language) => {
			const line = printIntervals(items, language);
			const fault = faultOfIntervals(items);
			const result = parseIntervals(line);
			if (line.length > INTERVAL_LIMITS.characters) expect(result.ok).toBe(false);
			else if (fault) expect(result).toEqual({ ok: false, error: { id: fault, at: 0, text: '' } });
			else expect(result).toEqual({ ok: true, value: items });
		})
	);

	const scrap = fc.constantFrom(
		'5x',
		'(',
		')',
		',',
		'1',
		'min',
		's',
		' ',
		'run',
		'gehen',
		'2,5',
		'1:30',
		'x',
		'×',
		'h',
		'-'
	);
	const anyLine = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.string({ unit: 'grapheme' }),
		fc.array(scrap, { maxLength: 40 }).map((parts) => parts.join('')),
		fc.array(scrap, { maxLength: 40 }).map((parts) => parts.join(' '))
	);

	law(
		'intervals: any line is read or refused with a place in it, never thrown at',
		fc.property(anyLine, (line) => {
			const result = parseIntervals(line);
			if (result.ok) {
				expect(faultOfIntervals(result.value)).toBeNull();
				return;
			}
			const { at, text } = result.error;
			expect(at).toBeGreaterThanOrEqual(0);
			expect(at).toBeLessThanOrEqual(line.length);
			if (text) expect(line.slice(at, at + text.length).toLowerCase()).toBe(text.toLowerCase());
		})
	);

	law(
		'intervals: spaces and capitals change nothing',
		fc.property(intervals, (items) => {
			const line = printIntervals(items, DE);
			fc.pre(line.length <= INTERVAL_LIMITS.characters);
			const wide = line
				.toUpperCase()
				.replaceAll(/([(),])/g, ' $1  ')
				.replaceAll(/(\d) , {2}(\d)/g, '$1,$2');
			fc.pre(wide.length <= INTERVAL_LIMITS.characters);
			expect(parseIntervals(wide)).toEqual(parseIntervals(line));
		})
	);
});
