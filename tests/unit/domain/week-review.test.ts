import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, AskedWeek } from '#lib/domain/answer.ts';
import {
	activityRows,
	askedWeek,
	ASKED_WEEKS,
	beganOn,
	knownActivities,
	lookBackWeek,
	openWeek
} from '#lib/domain/asked-weeks.ts';
import type { DiaryDay } from '#lib/domain/diary.ts';
import { doneSessions, doneWeeks } from '#lib/domain/done.ts';
import { isTold, reviewOf, weekFacts, wentWell } from '#lib/domain/week-review.ts';
import { lastWeek, reviewedWeek } from '#lib/domain/week-told.ts';
import { NOON, aBeginning, aRecord, day } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

let made = 0;
const answer = <T extends object>(more: T) => ({
	id: `a${made++}`,
	updatedAt: NOON + made,
	at: NOON,
	on: day(0),
	...more
});
const review = (monday: number, wentWell: string, more: object = {}) =>
	answer({ type: 'weekReview' as const, monday: day(monday), wentWell, ...more });
const activities = (week: AskedWeek, ...scored: readonly (readonly [string, number | null])[]) =>
	answer({ type: 'activities' as const, week, activities: scored.map(([name, score]) => ({ name, score })) });

describe('the review of a week', () => {
	test('is offered on Sunday evening and on Monday', () => {
		const offered = [
			[6, 17],
			[6, 18],
			[7, 0],
			[7, 23],
			[8, 9],
			[3, 20]
		].map(([on, hour]) => reviewedWeek(day(on ?? 0), hour ?? 0));
		expect(offered).toEqual([null, day(0), day(0), day(0), null, null]);
		expect([lastWeek(day(9), 12), lastWeek(day(6), 19), lastWeek(day(6), 9)]).toEqual([day(0), day(0), day(-7)]);
	});

	test('tells minutes, sessions and the median of the days with an entry', () => {
		const span = { from: day(0), to: day(13) };
		const weeks = doneWeeks(
			doneSessions([aRecord({ id: 'a', on: day(0) }), aRecord({ id: 'b', on: day(6) })], () => undefined),
			[],
			span
		);
		const days: readonly DiaryDay[] = [0, 3, 6, 7].map((n) => ({ on: day(n), value: 10 * n, peak: 90 }));
		expect(weekFacts(day(0), weeks, days)).toEqual({ monday: day(0), minutes: 60, sessions: 2, median: 30, days: 3 });
		expect(isTold(weekFacts(day(0), weeks, days))).toBe(true);
		expect(isTold(weekFacts(day(7), weeks, []))).toBe(false);
		expect(weekFacts(day(-7), weeks, days)).toMatchObject({ minutes: 0, sessions: 0, median: null, days: 0 });
	});

	test('keeps the last word about each week, newest week first, and nothing that is empty or removed', () => {
		const answers: readonly Answer[] = [
			review(0, 'Stairs'),
			review(0, 'Stairs, twice'),
			review(7, ' '),
			review(14, 'The lake'),
			review(21, 'Gone', { deletedAt: NOON })
		];
		expect(wentWell(answers).map(({ wentWell }) => wentWell)).toEqual(['The lake', 'Stairs, twice']);
		expect(reviewOf(answers, day(7))?.wentWell).toBe(' ');
		expect(reviewOf(answers, day(21))).toBeUndefined();
	});
});

describe('what is asked at the start, after six and after twelve weeks', () => {
	test('counts from the first plan, or without one from the first session', () => {
		expect(beganOn([aBeginning({ on: day(9) }), aBeginning({ on: day(2) })], [aRecord({ on: day(0) })])).toBe(day(2));
		expect(beganOn([], [aRecord({ on: day(3) }), aRecord({ on: day(1), deletedAt: NOON })])).toBe(day(3));
		expect(beganOn([], [])).toBeNull();
	});

	test('is open for three weeks each', () => {
		const weeks = [-1, 0, 20, 21, 41, 42, 62, 63, 84, 104, 105].map((today) => openWeek(day(0), day(today)));
		expect(weeks).toEqual([null, 0, 0, null, null, 6, 6, null, 12, 12, null]);
		expect([0, 45, 90, 200].map((today) => lookBackWeek(day(0), day(today)))).toEqual([null, 6, 12, null]);
		expect(openWeek(null, day(0))).toBeNull();
	});

	law(
		'progress: each week is asked about in at most one stretch of days, and never again once answered',
		fc.property(fc.constantFrom(...ASKED_WEEKS), fc.boolean(), (week, asActivities) => {
			const given: readonly Answer[] = [
				asActivities
					? activities(week)
					: answer({ type: 'beliefs' as const, week, runningIsSafe: null, canDoPlan: null })
			];
			const asked = Array.from({ length: 130 }, (_, today) => askedWeek([], day(0), day(today)));
			const first = asked.indexOf(week);
			const last = asked.lastIndexOf(week);
			expect(first).toBe(7 * week);
			expect(asked.slice(first, last + 1).every((each) => each === week)).toBe(true);
			expect(Array.from({ length: 130 }, (_, today) => askedWeek(given, day(0), day(today)))).not.toContain(week);
		})
	);

	test('sets the same activity beside itself, and asks for the same names again', () => {
		const answers: readonly Answer[] = [
			activities(0, ['Gardening', 3], ['Stairs', 5]),
			activities(6, ['Gardening', 6], ['Cycling', null])
		];
		expect(activityRows(answers)).toEqual([
			{ name: 'Gardening', scores: { 0: 3, 6: 6, 12: null } },
			{ name: 'Stairs', scores: { 0: 5, 6: null, 12: null } },
			{ name: 'Cycling', scores: { 0: null, 6: null, 12: null } }
		]);
		expect(knownActivities(answers)).toEqual(['Gardening', 'Cycling']);
		expect(knownActivities([...answers, activities(12)])).toEqual(['Gardening', 'Cycling']);
		expect(knownActivities([])).toEqual([]);
	});
});
