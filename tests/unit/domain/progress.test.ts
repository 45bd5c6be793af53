import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkpointOf } from '#lib/domain/checkpoint.ts';
import { diaryDays, weekMedian, type DiaryDay } from '#lib/domain/diary.ts';
import {
	doneSessions,
	doneWeeks,
	longestRun,
	movedMinutes,
	stagesReached,
	sumMinutes,
	totalOf
} from '#lib/domain/done.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import { summaryOf } from '#lib/domain/history.ts';
import { weekdayOf } from '#lib/domain/local-day.ts';
import type { OtherMovement } from '#lib/domain/movement.ts';
import { changeWord, endedLine, firstWeekOn, medianLine, painChange, studyLevel } from '#lib/domain/pain-change.ts';
import { earliest, mondaysOf, PERIODS, spanOf } from '#lib/domain/period.ts';
import { begunLog, session } from '../../support/arbitraries.ts';
import { NOON, PROGRAMMES, aRecord, aRunRecord, aSession, aStep, day, playedThrough } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

/** One day with this value each, from MONDAY on; `null`: a day without an entry. */
const daysOf = (...values: readonly (number | null)[]): readonly DiaryDay[] =>
	values.flatMap((value, n) => (value === null ? [] : [{ on: day(n), value, peak: value }]));
const times = <T>(n: number, value: T): readonly T[] => Array.from({ length: n }, () => value);
const noType = () => undefined;

const diary = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: null, freq: 4 }), { maxLength: 60 });
const pain = fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2);

describe('the words for a change', () => {
	test.each([
		[50, 35, 'less'],
		[50, 35.5, 'same'],
		// Fifteen points, but not three tenths of the start.
		[60, 44, 'same'],
		[60, 42, 'less'],
		[60, 42.5, 'same'],
		// Three tenths of the start, but not fifteen points.
		[20, 6, 'same'],
		[15, 0, 'less'],
		[14, 0, 'same'],
		[40, 54.5, 'same'],
		[40, 55, 'more'],
		[90, 100, 'same'],
		[0, 15, 'more']
	] as const)('from %d to %d: %s', (start, now, word) => expect(changeWord(start, now)).toBe(word));

	law(
		'progress: one word of three, and more pain now never turns more into less',
		fc.property(pain, pain, pain, (start, a, b) => {
			const order = ['less', 'same', 'more'];
			const rank = (now: number): number => order.indexOf(changeWord(start, now));
			expect(rank(Math.max(a, b))).toBeGreaterThanOrEqual(rank(Math.min(a, b)));
			expect(changeWord(start, start)).toBe('same');
		})
	);
});

describe('the comparison', () => {
	test('sets the median of the first seven days against that of the last seven', () => {
		const days = daysOf(...times(6, 60), 0, 100, ...times(6, 30));
		expect(painChange(days, day(13))).toEqual({ type: 'compared', word: 'less', start: 60, now: 30 });
		expect(studyLevel(painChange(days, day(13)))).toBe(45);
	});

	test('needs five days of a first week, five of the last seven, and no day on both sides', () => {
		const enough = [...times(5, 60), null, null, ...times(4, 50), null, ...times(5, 40)];
		expect(painChange(daysOf(...enough), day(16))).toMatchObject({ type: 'compared', start: 60, now: 40 });
		// The last of them is eight days ago.
		expect(painChange(daysOf(...enough), day(24))).toEqual({
			type: 'notEnough',
			startDays: 5,
			nowDays: 0,
			allDays: 14
		});
		// Never more than four in seven days.
		const thin = Array.from({ length: 42 }, (_, n) => ((n % 7) % 2 === 0 ? 60 : null));
		expect(painChange(daysOf(...thin), day(41))).toMatchObject({ type: 'notEnough', startDays: 4 });
		expect(painChange(daysOf(...times(13, 50)), day(12))).toMatchObject({ type: 'notEnough', allDays: 13 });
		expect(painChange([], day(0))).toEqual({ type: 'notEnough', startDays: 0, nowDays: 0, allDays: 0 });
	});

	test('begins with the first seven days that have five, or one early entry would forbid it for ever', () => {
		// Four days in the first calendar week were too few before, whatever came after them.
		const slow = daysOf(60, null, 60, null, 60, null, 60, ...times(14, 50));
		expect(painChange(slow, day(20))).toEqual({ type: 'compared', word: 'same', start: 50, now: 50 });
		expect(firstWeekOn(slow, day(20))).toBe(day(2));
		const alone = daysOf(90, ...times(30, null), ...times(10, 60), ...times(7, 30));
		expect(painChange(alone, day(47))).toEqual({ type: 'compared', word: 'less', start: 60, now: 30 });
		expect(firstWeekOn(alone, day(47))).toBe(day(31));
		expect(firstWeekOn(daysOf(...times(4, 50)), day(3))).toBeNull();
	});

	law(
		'progress: whatever lies alone before the first week changes nothing',
		fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 14, maxLength: 40 }), (values) => {
			const days = daysOf(...times(21, null), ...values);
			const early = [{ on: day(0), value: 99, peak: 99 }, { on: day(8), value: 1, peak: 1 }, ...days];
			const today = day(20 + values.length);
			expect(painChange(early, today)).toEqual(painChange(days, today));
			expect(checkpointOf(early, today)).toBe(checkpointOf(days, today));
		})
	);

	test('has a study to stand beside only where that would not be below nothing', () => {
		expect(studyLevel(painChange(daysOf(...times(14, 14)), day(13)))).toBeNull();
		expect(studyLevel(painChange(daysOf(...times(14, 15)), day(13)))).toBe(0);
		expect(studyLevel(painChange(daysOf(...times(3, 50)), day(13)))).toBeNull();
	});

	law(
		'progress: in whatever order entries are stored, the comparison is the same',
		fc.property(
			diary.chain((values) => {
				const all = values.flatMap((value, n): readonly PainEntry[] =>
					value === null
						? []
						: [
								{
									id: `e${n}`,
									updatedAt: NOON,
									on: day(n),
									at: NOON,
									now: null,
									average: { back: value, leg: null, elsewhere: null },
									worst: null,
									note: ''
								}
							]
				);
				return fc.tuple(
					fc.constant(all),
					fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })
				);
			}),
			([all, mixed]) => {
				expect(painChange(diaryDays(mixed), day(60))).toEqual(painChange(diaryDays(all), day(60)));
			}
		)
	);
});

describe('the line', () => {
	test('breaks where a week has fewer than five days', () => {
		const line = medianLine(daysOf(10, 20, 30, 40, 50, null, null, null, 60), { from: day(0), to: day(8) });
		expect(line.map(({ median }) => median)).toEqual([null, null, null, null, 30, 30, 30, null, null]);
	});

	test('ends with the last entry, although the week that ends later still has its five days', () => {
		const days = daysOf(10, 20, 30, 40, 50);
		const line = medianLine(days, { from: day(0), to: day(8) });
		expect(endedLine(line, days).map(({ median }) => median)).toEqual([null, null, null, null, 30, ...times(4, null)]);
		expect(endedLine(line, []).every(({ median }) => median === null)).toBe(true);
	});

	law(
		'progress: the line of each day is the median of the week that ends on it',
		fc.property(diary, fc.integer({ min: -10, max: 50 }), fc.integer({ min: 0, max: 40 }), (values, from, length) => {
			const days = daysOf(...values);
			const line = medianLine(days, { from: day(from), to: day(from + length) });
			expect(line).toHaveLength(length + 1);
			for (const { on, median } of line) expect(median).toBe(weekMedian(days, on).median);
		})
	);
});

describe('checkpoints', () => {
	const since = (weeks: number, start: number, now: number) =>
		checkpointOf(daysOf(...times(7 * weeks, start), ...times(8, now)), day(7 * weeks + 7));

	test('come after four and after twelve weeks in which nothing changed for the better', () => {
		expect([since(2, 50, 50), since(3, 50, 50), since(10, 50, 40), since(11, 50, 50)]).toEqual([
			null,
			'weeks4',
			'weeks4',
			'weeks12'
		]);
		expect(since(3, 30, 60)).toBe('weeks4');
	});

	test('count from the first week that is compared, not from an entry that lies alone before it', () => {
		const late = (weeks: number) =>
			checkpointOf(daysOf(50, ...times(30, null), ...times(7 * weeks, 50)), day(30 + 7 * weeks));
		expect([late(4), late(5), late(12), late(13)]).toEqual([null, 'weeks4', 'weeks4', 'weeks12']);
	});

	test('do not come when it is clearly less, hardly there, or too little was entered', () => {
		expect([since(11, 60, 40), since(11, 20, 20), since(11, 30, 20)]).toEqual([null, null, null]);
		expect(checkpointOf(daysOf(...times(10, 50)), day(90))).toBeNull();
		expect(checkpointOf([], day(90))).toBeNull();
	});
});

describe('what was done', () => {
	const run = aRecord({ id: 'run', on: day(1) });
	const strength = aRecord({
		id: 'core',
		on: day(2),
		session: aSession([aStep('strength', 300, { exerciseId: 'hip-bridge' }), aStep('rest', 60)], {
			id: 'core/core-a-10',
			programmeId: 'core',
			stageId: 'core-a-10'
		})
	});
	const gentle = { ...strength, id: 'yoga', session: { ...strength.session, programmeId: 'yoga' as const } };
	const own = { ...strength, id: 'own', session: { ...strength.session, programmeId: 'own' as const } };
	const cycling: OtherMovement = { id: 'm', updatedAt: NOON, on: day(8), kind: 'cycling', minutes: 45, note: '' };

	test('counts by kind and week; sessions and entries by hand apart, and nothing that was removed', () => {
		const done = doneSessions([run, strength, gentle, { ...strength, id: 'gone', deletedAt: NOON }], noType);
		const weeks = doneWeeks(done, [cycling, { ...cycling, id: 'gone', deletedAt: NOON }], {
			from: day(0),
			to: day(15)
		});
		expect(weeks.map(({ sessions, movements }) => [sessions, movements])).toEqual([
			[3, 0],
			[0, 1],
			[0, 0]
		]);
		expect(weeks[0]?.minutes).toEqual({ walk: 28.5, run: 1.5, strength: 6, gentle: 6, other: 0 });
		expect(totalOf(weeks).other).toBe(45);
		const removed = { ...cycling, id: 'gone', deletedAt: NOON };
		expect(movedMinutes(done, [cycling, removed])).toBe(sumMinutes(totalOf(weeks)));
	});

	test('of a session of one’s own goes by what its exercises are', () => {
		const kind = (type: string) => doneSessions([own], () => type)[0]?.minutes;
		expect(kind('core')?.strength).toBe(6);
		expect(kind('yoga')?.gentle).toBe(6);
	});

	test('names the longest run without a walk in it, and the first day of it', () => {
		const long = aRecord({ id: 'long', on: day(5), session: aSession([aStep('run', 600), aStep('walk', 60)]) });
		const again = { ...long, id: 'again', on: day(9) };
		expect(longestRun(doneSessions([again, run, long], noType))).toEqual({ seconds: 600, on: day(5) });
		expect(longestRun(doneSessions([strength], noType))).toBeNull();
	});

	test('reaches a stage with the first session of it, half of its runs done; going back takes none away', () => {
		const stage = (n: number, on: number) => aRunRecord({ stage: n, id: `r${on}`, on: day(on) });
		const looked = { ...stage(9, 3), log: playedThrough(stage(9, 3).session).slice(0, 1) };
		const done = doneSessions([stage(3, 8), stage(1, 0), stage(2, 2), looked, stage(1, 6), stage(2, 7)], noType);
		expect(stagesReached(done, PROGRAMMES.runWalk)).toEqual([
			{ on: day(0), stageId: 'S1', n: 1 },
			{ on: day(2), stageId: 'S2', n: 2 },
			{ on: day(8), stageId: 'S3', n: 3 }
		]);
	});

	law(
		'progress: the minutes of all weeks are all that was played and entered within them',
		fc.property(
			session,
			begunLog,
			fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 90 })), { maxLength: 6 }),
			(what, log, entered) => {
				const record = aRecord({ session: what, log, on: day(3) });
				const movements = entered.map(([on, minutes], n) => ({ ...cycling, id: `m${n}`, on: day(on), minutes }));
				const weeks = doneWeeks(doneSessions([record], noType), movements, { from: day(0), to: day(20) });
				const within = entered.filter(([on]) => on <= 20).reduce((sum, [, minutes]) => sum + minutes, 0);
				expect(sumMinutes(totalOf(weeks))).toBeCloseTo(summaryOf(record).playedMs / 60_000 + within, 6);
				expect(weeks).toHaveLength(3);
			}
		)
	);

	law(
		'progress: stages are reached once each, ever higher, on days that never run back',
		fc.property(
			fc.array(fc.tuple(fc.integer({ min: 1, max: 17 }), fc.integer({ min: 0, max: 90 })), { maxLength: 20 }),
			(runs) => {
				const records = runs.map(([stage, on], n) => aRunRecord({ stage, id: `r${n}`, on: day(on) }));
				const reached = stagesReached(doneSessions(records, noType), PROGRAMMES.runWalk);
				reached.slice(1).forEach(({ n, on }, index) => {
					expect(n).toBeGreaterThan(reached[index]?.n ?? 0);
					expect(on >= (reached[index]?.on ?? '')).toBe(true);
				});
				expect(reached.at(-1)?.n ?? 0).toBe(Math.max(0, ...runs.map(([stage]) => stage)));
			}
		)
	);
});

describe('a span', () => {
	test('is four or twelve weeks with the present one, or all there is', () => {
		expect(spanOf('weeks4', day(-900), day(2))).toEqual({ from: day(-21), to: day(2) });
		expect(mondaysOf(spanOf('weeks12', null, day(6)))).toHaveLength(12);
		expect(spanOf('all', day(-16), day(2))).toEqual({ from: day(-21), to: day(2) });
		expect(spanOf('all', null, day(2))).toEqual({ from: day(0), to: day(2) });
		expect(earliest([day(3), day(-1), day(8)])).toBe(day(-1));
		expect(earliest([])).toBeNull();
		// A mistyped year would make millennia of it.
		expect(earliest([day(3), '0202-05-14'])).toBe(day(3));
		expect(earliest(['0202-05-14'])).toBeNull();
	});

	law(
		'progress: a span is whole weeks from a Monday on, and holds today',
		fc.property(
			fc.constantFrom(...PERIODS),
			fc.option(fc.integer({ min: -900, max: 20 })),
			fc.integer({ min: 0, max: 60 }),
			(period, first, today) => {
				const { from, to } = spanOf(period, first === null ? null : day(first), day(today));
				expect(weekdayOf(from)).toBe(0);
				expect(to).toBe(day(today));
				expect(from <= to).toBe(true);
				if (period === 'all' && first !== null && first <= today) expect(from <= day(first)).toBe(true);
			}
		)
	);
});
