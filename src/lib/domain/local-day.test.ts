// Stands on its own: npm test runs it in Berlin, in St John's (half an hour off) and in Apia (which lost a day in 2011).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isLocalDay, mondayOf, weekdayOf, weekOf } from './local-day.ts';

/** As in the table of tests/support/runs.ts, which a test compares. */
const RUNS = 1000;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
	month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
const text = (year: number, month: number, date: number): string =>
	`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** The day after, on paper: no Date involved. */
function dayAfter(day: string): string {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	if (date < lengthOf(year, month)) return text(year, month, date + 1);
	return month < 12 ? text(year, month + 1, 1) : text(year + 1, 1, 1);
}

/** Days on which some place changes its clocks, and the day that Apia never had. */
const ODD_DAYS = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2011-12-30', '2011-09-24', '1980-04-06'];

const anyDay = fc
	.record({
		year: fc.integer({ min: 1970, max: 2100 }),
		month: fc.integer({ min: 1, max: 12 }),
		share: fc.integer({ min: 0, max: 30 })
	})
	.map(({ year, month, share }) => text(year, month, 1 + (share % lengthOf(year, month))));
const day = fc.oneof({ weight: 5, arbitrary: anyDay }, { weight: 1, arbitrary: fc.constantFrom(...ODD_DAYS) });
const count = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -20_000, max: 20_000 }));

describe('a local day', () => {
	test('D1: addDays(addDays(d, n), -n) is d', () => {
		fc.assert(
			fc.property(day, count, (d, n) => {
				const there = addDays(d, n);
				expect(isLocalDay(there)).toBe(true);
				expect(there === d).toBe(n === 0);
				expect(addDays(there, -n)).toBe(d);
			}),
			{ numRuns: RUNS }
		);
	});

	test('D1: daysBetween undoes addDays', () => {
		fc.assert(
			fc.property(day, count, (d, n) => {
				expect(daysBetween(d, addDays(d, n)) - n).toBe(0);
				expect(daysBetween(addDays(d, n), d) + n).toBe(0);
			}),
			{ numRuns: RUNS }
		);
	});

	test('D1: weekdays go round in order', () => {
		fc.assert(
			fc.property(day, count, (d, n) => {
				expect(weekdayOf(addDays(d, n))).toBe((((weekdayOf(d) + n) % 7) + 7) % 7);
			}),
			{ numRuns: RUNS }
		);
	});

	test('D1: days sort as text in order of time', () => {
		fc.assert(
			fc.property(day, day, (a, b) => {
				expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
			}),
			{ numRuns: RUNS }
		);
	});

	test('D1: the week of a day begins on Monday and holds the day', () => {
		fc.assert(
			fc.property(day, (d) => {
				const week = weekOf(d);
				expect(week.map(weekdayOf)).toEqual([0, 1, 2, 3, 4, 5, 6]);
				expect(week[0]).toBe(mondayOf(d));
				expect(week[weekdayOf(d)]).toBe(d);
			}),
			{ numRuns: RUNS }
		);
	});

	test('D1: a text of another shape is no day', () => {
		const nonsense = fc.oneof(
			fc.string(),
			fc.string({ unit: 'binary' }),
			fc.tuple(day, fc.string({ minLength: 1 })).map(([d, more]) => d + more),
			fc.tuple(fc.string({ minLength: 1 }), day).map(([more, d]) => more + d),
			day.map((d) => d.slice(2)),
			day.map((d) => d.replaceAll('-', '/')),
			day.map((d) => d.replaceAll('-', '')),
			day.map((d) => `${d}T00:00:00Z`)
		);
		fc.assert(
			fc.property(nonsense, (given) => {
				expect(isLocalDay(given)).toBe(false);
				expect(() => addDays(given, 1)).toThrow('not a day');
			}),
			{ numRuns: RUNS }
		);
	});

	test('D1: a text of the right shape is a day exactly if the calendar has it', () => {
		const year = fc.integer({ min: 1970, max: 2100 });
		fc.assert(
			fc.property(year, fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 40 }), (y, m, d) => {
				expect(isLocalDay(text(y, m, d))).toBe(m >= 1 && m <= 12 && d >= 1 && d <= lengthOf(y, m));
			}),
			{ numRuns: RUNS }
		);
	});

	test('every day from 1970 to 2100 follows the one before, as on paper', () => {
		let d = '1970-01-01';
		let weekday = 3;
		let days = 0;
		const wrong: string[] = [];
		while (d !== '2101-01-01') {
			const next = dayAfter(d);
			if (addDays(d, 1) !== next || addDays(next, -1) !== d || daysBetween(d, next) !== 1) wrong.push(d);
			if (weekdayOf(d) !== weekday || daysBetween('1970-01-01', d) !== days) wrong.push(d);
			d = next;
			weekday = (weekday + 1) % 7;
			days++;
		}
		expect(wrong).toEqual([]);
		expect(days).toBe(47_847);
	});

	test.each([
		['2026-11-21', 5],
		['2026-11-22', 6],
		['2026-11-23', 0],
		['2000-02-29', 1],
		['1970-01-01', 3]
	])('%s is weekday %i', (d, weekday) => {
		expect(weekdayOf(d)).toBe(weekday);
	});

	test('the nights on which clocks change are one day long', () => {
		expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
		expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
		expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
		expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
	});

	test('the day that Apia left out has a place of its own', () => {
		expect(addDays('2011-12-29', 1)).toBe('2011-12-30');
		expect(daysBetween('2011-12-29', '2011-12-31')).toBe(2);
	});

	test.each([
		'',
		'2026-02-29',
		'2100-02-29',
		'2026-13-01',
		'2026-00-10',
		'2026-04-31',
		'2026-1-1',
		'0000-01-01',
		'２０２６-01-01'
	])('%j is no day', (given) => {
		expect(isLocalDay(given)).toBe(false);
	});

	test('a day that is none is a bug and throws', () => {
		expect(() => addDays('yesterday', 1)).toThrow('not a day: yesterday');
		expect(() => daysBetween('2026-01-01', '2026-02-30')).toThrow('not a day: 2026-02-30');
		expect(() => weekdayOf('')).toThrow('not a day');
	});

	test('the week of a Sunday began the Monday before', () => {
		expect(weekOf('2026-11-22')).toEqual([
			'2026-11-16',
			'2026-11-17',
			'2026-11-18',
			'2026-11-19',
			'2026-11-20',
			'2026-11-21',
			'2026-11-22'
		]);
	});
});
