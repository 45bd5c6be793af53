import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	diaryDays,
	ENOUGH_DAYS,
	enteredPains,
	entryFault,
	keptEntries,
	medianOf,
	SITES,
	spanMedian,
	usualOf,
	weekMedian,
	type Site
} from '#lib/domain/diary.ts';
import type { PainEntry, Pains } from '#lib/domain/entry.ts';
import { NOON, day } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const back = (value: number | null): Pains => ({ back: value, leg: null, elsewhere: null });
const anEntry = (on: number, more: Partial<PainEntry> = {}): PainEntry => ({
	id: `entry-${on}`,
	updatedAt: NOON,
	on: day(on),
	at: NOON + on * 86_400_000,
	now: null,
	average: null,
	worst: null,
	note: '',
	...more
});
/** One average of the back a day, from MONDAY on; `null`: no entry. */
const averages = (...values: readonly (number | null)[]): readonly PainEntry[] =>
	values.flatMap((value, n) => (value === null ? [] : [anEntry(n, { average: back(value) })]));

const TODAY = day(20);
const pain = fc.option(fc.integer({ min: 0, max: 100 }));
const pains = fc.option(fc.record({ back: pain, leg: pain, elsewhere: pain }));
const entries = fc
	.array(fc.record({ on: fc.integer({ min: 0, max: 24 }), now: pains, average: pains, worst: pains }), {
		maxLength: 40
	})
	.map((all) => all.map(({ on, ...more }, n) => anEntry(on, { id: `e${n}`, ...more })));
const site = fc.constantFrom<Site>(...SITES);
/** The same entries in another order. */
const shuffled = entries.chain((all) =>
	fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))
);

const readings = (all: readonly PainEntry[], of: Site): unknown => {
	const days = diaryDays(all, of);
	return { days, week: weekMedian(days, TODAY), usual: usualOf(days, TODAY), list: keptEntries(all) };
};

describe('the value of a day', () => {
	const valueOf = (...all: readonly PainEntry[]): number | null | undefined => diaryDays(all)[0]?.value;

	test('is the median of its averages, whatever was felt in between', () => {
		const all = [20, 30, 70].map((value, n) => anEntry(0, { id: `${n}`, average: back(value), now: back(95) }));
		expect(valueOf(...all)).toBe(30);
		expect(valueOf(...all.slice(1))).toBe(50);
	});

	test('falls back to the median of what was felt, and never to the worst', () => {
		const nows = [10, 40].map((value, n) => anEntry(0, { id: `${n}`, now: back(value), worst: back(90) }));
		expect(valueOf(...nows)).toBe(25);
		expect(diaryDays([anEntry(0, { worst: back(90) })])).toEqual([{ on: day(0), value: null, peak: 90 }]);
	});

	test('of each site stands by itself, and 0 is a number', () => {
		const entry = anEntry(0, {
			average: { back: 0, leg: 60, elsewhere: null },
			worst: { back: 5, leg: null, elsewhere: null }
		});
		expect(diaryDays([entry], 'back')).toEqual([{ on: day(0), value: 0, peak: 5 }]);
		expect(diaryDays([entry], 'leg')).toEqual([{ on: day(0), value: 60, peak: 60 }]);
		expect(diaryDays([entry], 'elsewhere')).toEqual([]);
	});
});

describe('a week and what is usual', () => {
	test('five days of seven are enough, four are not', () => {
		const days = diaryDays(averages(10, 20, null, 30, null, 40, 50));
		expect(weekMedian(days, day(6))).toEqual({ days: 5, median: 30 });
		expect(weekMedian(days, day(7))).toEqual({ days: 4, median: null });
		expect(usualOf(days, day(6))).toBe(30);
		expect(usualOf(days, day(7))).toBeNull();
	});

	test('many entries on one day are one day', () => {
		const all = [1, 2, 3, 4, 5, 6].map((value) => anEntry(6, { id: `${value}`, average: back(value) }));
		expect(weekMedian(diaryDays(all), day(6))).toEqual({ days: 1, median: null });
	});

	test('usual goes by the last seven daily values, a week by its seven days', () => {
		const days = diaryDays(averages(80, 90, null, null, 10, 20, 30, 40, 50));
		expect(weekMedian(days, day(8)).median).toBe(30);
		expect(usualOf(days, day(8))).toBe(40);
	});

	test('any other stretch has its median too', () => {
		const days = diaryDays(averages(10, 20, 60));
		expect(spanMedian(days, day(1), day(2))).toEqual({ days: 2, median: 40 });
		expect(spanMedian(days, day(5), day(9))).toEqual({ days: 0, median: null });
		expect(medianOf([])).toBeNull();
	});
});

test('an entry of a mistyped year is listed to be corrected, and counts on no day', () => {
	const slip = anEntry(0, { id: 'slip', on: '0202-05-14', average: back(90) });
	const entries = [slip, anEntry(1, { average: back(30) })];
	expect(keptEntries(entries)).toContain(slip);
	expect(diaryDays(entries).map(({ on }) => on)).toEqual([day(1)]);
});

test('entries are listed newest first, without those that were removed', () => {
	const all = [
		anEntry(1, { id: 'early', at: 1 }),
		anEntry(3, { id: 'gone', deletedAt: NOON }),
		anEntry(1, { id: 'late', at: 2 }),
		anEntry(2)
	];
	expect(keptEntries(all).map(({ id }) => id)).toEqual(['entry-2', 'late', 'early']);
});

test('an entry needs one number or a note, and a moment that has come', () => {
	const now = NOON;
	expect(entryFault(anEntry(0), now)).toBe('empty');
	expect(entryFault(anEntry(0, { note: 'nach dem Büro' }), now)).toBeNull();
	expect(entryFault(anEntry(0, { worst: back(0) }), now)).toBeNull();
	expect(entryFault(anEntry(0, { worst: back(0), at: now + 1 }), now)).toBe('moment');
	const typed = (on: string, at: number) => entryFault(anEntry(0, { on, at, worst: back(0) }), now);
	expect(typed('0202-05-14', Date.UTC(202, 4, 14))).toBe('year');
	// A year that is none yet has no moment; it is not in the future.
	expect(typed('0002-05-14', Infinity)).toBe('year');
	expect(typed('1970-01-01', -1)).toBe('year');
	expect(typed('1970-01-01', 0)).toBeNull();
	expect(typed('', Infinity)).toBe('moment');
	expect(enteredPains(back(null))).toBeNull();
	expect(enteredPains(back(0))).toEqual(back(0));
	// What a form holds cannot be stored as it is: an observed object cannot be cloned.
	const observed = new Proxy(back(30), {});
	expect(structuredClone(enteredPains(observed))).toEqual(back(30));
});

describe('whatever is entered', () => {
	law(
		'diary: in whatever order entries are stored, days, median and usual are the same',
		fc.property(shuffled, site, ([all, other], of) => {
			expect(readings(other, of)).toEqual(readings(all, of));
		})
	);

	law(
		'diary: an entry stored twice counts once, its last state counts, and a removed one not at all',
		fc.property(shuffled, fc.nat(40), site, ([all, twice], cut, of) => {
			expect(readings([...all, ...twice], of)).toEqual(readings(all, of));
			const before = all.map((entry) => ({ ...entry, updatedAt: NOON - 1, average: back(99) }));
			expect(readings([...all, ...before], of)).toEqual(readings(all, of));
			const removed = all.slice(0, cut).map((entry) => ({ ...entry, deletedAt: NOON }));
			expect(readings([...removed, ...all], of)).toEqual(readings(all.slice(cut), of));
		})
	);

	law(
		'diary: the value of a day lies within its averages, or else within its nows, and no value above its peak',
		fc.property(entries, site, (all, of) => {
			for (const { on, value, peak } of diaryDays(all, of)) {
				const ofDay = all.filter((entry) => entry.on === on);
				const numbers = (kind: 'now' | 'average'): readonly number[] =>
					ofDay.map((entry) => entry[kind]?.[of]).filter((each) => typeof each === 'number');
				const source = numbers('average').length > 0 ? numbers('average') : numbers('now');
				expect(value === null).toBe(source.length === 0);
				if (value === null) continue;
				expect(value).toBeGreaterThanOrEqual(Math.min(...source));
				expect(value).toBeLessThanOrEqual(Math.max(...source));
				expect(peak).toBeGreaterThanOrEqual(value);
			}
		})
	);

	law(
		'diary: median and usual are there from five days of the last seven on, and never before',
		fc.property(entries, site, (all, of) => {
			const days = diaryDays(all, of);
			const ofWeek = days.filter(({ on, value }) => on > day(13) && on <= TODAY && value !== null);
			const { days: count, median } = weekMedian(days, TODAY);
			expect(count).toBe(ofWeek.length);
			expect(median !== null).toBe(ofWeek.length >= ENOUGH_DAYS);
			expect(usualOf(days, TODAY) !== null).toBe(ofWeek.length >= ENOUGH_DAYS);
		})
	);

	law(
		'diary: a week looks no further back than six days, and nothing looks ahead of today',
		fc.property(entries, site, (all, of) => {
			const within = (from: number, to: number): ReturnType<typeof diaryDays> =>
				diaryDays(
					all.filter(({ on }) => on >= day(from) && on <= day(to)),
					of
				);
			const days = diaryDays(all, of);
			expect(weekMedian(within(14, 20), TODAY)).toEqual(weekMedian(days, TODAY));
			expect(usualOf(within(0, 20), TODAY)).toEqual(usualOf(days, TODAY));
		})
	);
});
