import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisDays } from '#lib/components/axis-days.ts';
import { chartOf, type ChartData } from '#lib/components/pain-chart.ts';
import { columnsOfMinutes, spineOf, topOf } from '#lib/components/week-chart.ts';
import { daysBetween } from '#lib/domain/local-day.ts';
import type { DiaryDay } from '#lib/domain/diary.ts';
import { DONE_KINDS, sumMinutes, type DoneWeek } from '#lib/domain/done.ts';
import { dayRows, painDots, reachOf } from '#lib/domain/pain-dots.ts';
import { medianLine } from '#lib/domain/pain-change.ts';
import { NOON, day } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const SPAN = { from: day(0), to: day(27) };
const SIZE = { width: 350, height: 300 };
const daysOf = (...values: readonly (number | null)[]): readonly DiaryDay[] =>
	values.flatMap((value, n) => (value === null ? [] : [{ on: day(n), value, peak: value }]));
const dataOf = (days: readonly DiaryDay[], more: Partial<ChartData> = {}): ChartData => ({
	span: SPAN,
	dots: days.map(({ on, value }) => ({ on, value: value ?? 0 })),
	line: medianLine(days, SPAN),
	sessionDays: [],
	stages: [],
	study: null,
	...more
});
const weekOf = (n: number, walk: number, sessions = 1): DoneWeek => ({
	monday: day(7 * n),
	minutes: { walk, run: 0, strength: 0, gentle: 0, other: 0 },
	sessions,
	movements: 0
});

describe('the pain chart', () => {
	test('always has the whole scale, whatever was entered', () => {
		const ticks = (...values: readonly number[]) => chartOf(dataOf(daysOf(...values)), SIZE).ticks;
		expect(ticks(40, 41, 42)).toEqual(ticks(0, 100));
		expect(ticks(50).map(({ value }) => value)).toEqual([0, 25, 50, 75, 100]);
	});

	test('draws nothing where there are too few entries, and nothing beyond the last', () => {
		const { median, last } = chartOf(
			dataOf(daysOf(10, 20, 30, 40, 50, ...Array.from({ length: 10 }, () => null), 60)),
			SIZE
		);
		// One stretch: from the fifth day until the window has lost its fifth.
		expect(median.match(/M/g)).toHaveLength(1);
		expect(last?.value).toBe(30);
		expect(last?.x).toBeLessThan(SIZE.width / 2);
		expect(chartOf(dataOf(daysOf(10, 20)), SIZE)).toMatchObject({ median: '', last: null });
	});

	test('draws entries that fall on each other once', () => {
		const one = dataOf(daysOf(40));
		const many = { ...one, dots: Array.from({ length: 500 }, () => ({ on: day(0), value: 40 })) };
		expect(chartOf(many, SIZE).dots).toBe(chartOf(one, SIZE).dots);
	});

	test('names stages only where their numbers do not stand on each other', () => {
		const stages = [0, 1, 14, 40].map((on, n) => ({ on: day(on), stageId: `S${n + 1}`, n: n + 1 }));
		expect(chartOf(dataOf([], { stages }), SIZE).stages.map(({ n }) => n)).toEqual([1, 3]);
	});

	law(
		'chart: every dot lies within the plot, later days to the right and more pain higher',
		fc.property(
			fc.tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 100 })),
			fc.tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 100 })),
			fc.integer({ min: 240, max: 1200 }),
			(a, b, width) => {
				const place = ([on, value]: readonly [number, number]) => {
					const data = dataOf([], { dots: [{ on: day(on), value }] });
					const chart = chartOf(data, { width, height: 300 });
					const [x = NaN, y = NaN] = chart.dots.slice(1).split(/[ h]/).map(Number);
					expect(x).toBeGreaterThanOrEqual(chart.left);
					expect(x).toBeLessThanOrEqual(chart.right);
					expect(y).toBeLessThanOrEqual(chart.bottom);
					expect(y).toBeGreaterThan(0);
					return { x, y };
				};
				const [first, second] = [place(a), place(b)];
				if (a[0] < b[0]) expect(first.x).toBeLessThan(second.x);
				if (a[1] < b[1]) expect(first.y).toBeGreaterThanOrEqual(second.y);
			}
		)
	);
});

describe('dots and their table', () => {
	const entry = (on: number, more: object) => ({
		id: `e${on}-${JSON.stringify(more).length}`,
		updatedAt: NOON,
		on: day(on),
		at: NOON,
		now: null,
		average: null,
		worst: null,
		note: '',
		...more
	});
	const back = (value: number) => ({ back: value, leg: null, elsewhere: null });

	test('dots of a day come in the order of the day, not of their ids', () => {
		const entries = [
			{ ...entry(1, { now: back(70) }), id: 'a', at: NOON + 9 },
			{ ...entry(1, { now: back(20) }), id: 'b', at: NOON + 1 },
			{ ...entry(0, { now: back(40) }), id: 'c', at: NOON }
		];
		expect(painDots(entries, SPAN).map(({ value }) => value)).toEqual([40, 20, 70]);
	});

	test('an entry is drawn by its average, else by what was felt, and not by the worst alone', () => {
		const entries = [
			entry(0, { average: back(30), now: back(60) }),
			entry(0, { now: back(50) }),
			entry(1, { worst: back(90) }),
			entry(2, { now: back(10), deletedAt: NOON }),
			entry(40, { now: back(10) })
		];
		const dots = painDots(entries, SPAN);
		expect(dots).toEqual([
			{ on: day(0), value: 30 },
			{ on: day(0), value: 50 }
		]);
		expect(reachOf(dots)).toEqual({ low: 30, high: 50 });
		expect(reachOf([])).toBeNull();
		const days: readonly DiaryDay[] = [
			{ on: day(0), value: 30, peak: 60 },
			{ on: day(1), value: null, peak: 90 }
		];
		expect(dayRows(dots, days, medianLine(days, SPAN), [day(5), day(5)])).toEqual([
			{ on: day(5), values: [], peak: null, median: null, sessions: 2 },
			{ on: day(1), values: [], peak: 90, median: null, sessions: 0 },
			{ on: day(0), values: [30, 50], peak: 60, median: null, sessions: 0 }
		]);
	});
});

describe('the days of an axis', () => {
	const axis = (width: number, ...days: readonly string[]) =>
		axisDays(
			'en',
			days.map((on, n) => ({ on, x: (n * width) / (days.length - 1) })),
			days.at(-1) ?? ''
		).map(({ text }) => text);

	test('have their year where the axis crosses one, and stand beside each other', () => {
		expect(axis(300, '2026-03-02', '2026-04-13', '2026-05-24')).toEqual(['2 Mar', '13 Apr', '24 May']);
		expect(axis(400, '2025-03-02', '2025-11-13', '2026-05-24')).toEqual(['2 Mar 2025', '13 Nov 2025', '24 May']);
		expect(axis(200, '2025-03-02', '2025-11-13', '2026-05-24')).toEqual(['2 Mar 2025', '24 May']);
		expect(axis(90, '2025-12-29', '2026-01-05')).toEqual(['29 Dec', '5 Jan']);
	});
});

describe('weeks', () => {
	test('stack their minutes from the ground, within a scale of round numbers', () => {
		const minutes = { walk: 30, run: 20, strength: 10, gentle: 0, other: 40 };
		const { parts, bottom, ticks } = columnsOfMinutes([{ ...weekOf(0, 0), minutes }], 350, 180);
		expect(parts.map(({ kind }) => kind)).toEqual(DONE_KINDS.filter((kind) => minutes[kind] > 0));
		expect((parts[0]?.y ?? 0) + (parts[0]?.height ?? 0)).toBeCloseTo(bottom, 0);
		parts.slice(1).forEach((part, n) => expect(part.y + part.height).toBeCloseTo(parts[n]?.y ?? 0, 0));
		expect(ticks.map(({ value }) => value)).toEqual([0, 60, 120]);
		expect(sumMinutes(minutes)).toBe(100);
		expect([0, 30, 31, 121, 100_000].map(topOf)).toEqual([30, 30, 60, 240, 100_000]);
	});

	test('have one vertebra for each session, and air where there was none', () => {
		const { beads } = spineOf([weekOf(0, 30, 2), weekOf(1, 0, 0), weekOf(2, 30, 3)], 350);
		expect(beads.map(({ id }) => id)).toEqual([
			`${day(0)}-0`,
			`${day(0)}-1`,
			`${day(14)}-0`,
			`${day(14)}-1`,
			`${day(14)}-2`
		]);
	});

	test('of years fit side by side', () => {
		const weeks = Array.from({ length: 300 }, (_, n) => weekOf(n, 60, 3));
		const { parts, thin } = columnsOfMinutes(weeks, 320, 180);
		expect(thin).toBe(true);
		expect(Math.max(...parts.map(({ x, width }) => x + width))).toBeLessThanOrEqual(320);
		expect(daysBetween(weeks[0]?.monday ?? '', weeks.at(-1)?.monday ?? '')).toBe(299 * 7);
	});
});
