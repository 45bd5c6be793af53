import { expect, test } from 'vitest';
import { leftOutOf } from '#lib/domain/left-out.ts';
import type { SessionEvent } from '#lib/domain/session-log.ts';
import { NOON, aSession, aStep } from '../../support/builders.ts';

const session = aSession([
	aStep('strength', 60, { exerciseId: 'bridge' }),
	aStep('rest', 20),
	aStep('strength', 60, { exerciseId: 'bug', side: 'left' }),
	aStep('strength', 60, { exerciseId: 'bug', side: 'right' }),
	aStep('strength', 60, { exerciseId: 'plank' })
]);
const started: SessionEvent = { type: 'started', at: NOON, readyMs: 5000 };
const at = (seconds: number): number => NOON + 5000 + seconds * 1000;
const skipped = (seconds: number, why?: 'hurts' | 'cannot' | 'noRoom'): SessionEvent => ({
	type: 'skipped',
	at: at(seconds),
	...(why && { why })
});
const of = (...events: readonly SessionEvent[]) => leftOutOf({ session, log: [started, ...events] });

test('an exercise is named with the reason it was left out for', () => {
	expect(of(skipped(10, 'hurts'))).toEqual([{ exerciseId: 'bridge', why: 'hurts' }]);
});

test('both sides of an exercise are one, another reason is another', () => {
	expect(of(skipped(85, 'cannot'), skipped(90, 'cannot'), skipped(91, 'noRoom'))).toEqual([
		{ exerciseId: 'bug', why: 'cannot' },
		{ exerciseId: 'plank', why: 'noRoom' }
	]);
	const back: SessionEvent = { type: 'wentBack', at: at(86) };
	expect(of(skipped(85, 'cannot'), back, skipped(87, 'hurts'))).toHaveLength(2);
});

test('what was only skipped, a rest, a get-ready and what comes after the end are no exercise left out', () => {
	expect(of(skipped(10))).toEqual([]);
	expect(of(skipped(65, 'hurts'))).toEqual([]);
	expect(of(skipped(-2, 'hurts'))).toEqual([]);
	expect(of({ type: 'ended', at: at(3), reason: 'early' }, skipped(10, 'hurts'))).toEqual([]);
	expect(leftOutOf({ session, log: [skipped(10, 'hurts')] })).toEqual([]);
});

test('also in a pause', () => {
	expect(of({ type: 'paused', at: at(10) }, skipped(30, 'noRoom'))).toEqual([{ exerciseId: 'bridge', why: 'noRoom' }]);
});
