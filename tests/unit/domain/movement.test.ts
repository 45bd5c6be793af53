import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summaryOf } from '#lib/domain/history.ts';
import {
	keptMovements,
	minutesByKind,
	minutesStepped,
	MOST_MINUTES,
	movementFault,
	totalMinutes,
	type MovementHistory,
	type OtherMovement
} from '#lib/domain/movement.ts';
import { begunLog, session } from '../../support/arbitraries.ts';
import { NOON, aRecord, aSession, aStep, day } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const entry = (on: number, kind: OtherMovement['kind'], minutes: number, more: Partial<OtherMovement> = {}) => ({
	id: `${kind}-${on}-${minutes}`,
	updatedAt: NOON,
	on: day(on),
	kind,
	minutes,
	note: '',
	...more
});

describe('minutes by kind', () => {
	const mixed = aRecord({
		on: day(1),
		session: aSession([
			aStep('warmUp', 300),
			aStep('run', 60),
			aStep('walk', 120),
			aStep('strength', 90, { exerciseId: 'hip-bridge' }),
			aStep('rest', 30),
			aStep('coolDown', 180)
		])
	});

	test('a session counts by what was done in it, other movement by what was entered', () => {
		const history: MovementHistory = {
			sessions: [mixed],
			movements: [entry(0, 'cycling', 45), entry(2, 'cycling', 15), entry(1, 'class', 60), entry(1, 'swimming', 30)]
		};
		expect(minutesByKind(history, day(0), day(2))).toEqual({
			run: 1,
			walk: 10,
			mat: 2,
			cycling: 60,
			swimming: 30,
			class: 60,
			other: 0
		});
	});

	test('only the days asked for count, both ends included, and nothing that was removed', () => {
		const movements = [entry(0, 'other', 1), entry(1, 'other', 2), entry(2, 'other', 4), entry(3, 'other', 8)];
		const history = { sessions: [], movements: [...movements, entry(1, 'other', 16, { deletedAt: 1 })] };
		expect(minutesByKind(history, day(1), day(2)).other).toBe(6);
		expect(totalMinutes(minutesByKind({ sessions: [{ ...mixed, deletedAt: 1 }], movements: [] }, day(0), day(9)))).toBe(
			0
		);
	});

	law(
		'movement: the minutes of all kinds add up to all that was played and entered',
		fc.property(
			session,
			begunLog,
			fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 4 }),
			(what, log, entered) => {
				const record = aRecord({ session: what, log });
				const movements = entered.map((minutes, n) =>
					entry(0, n % 2 === 0 ? 'class' : 'other', minutes, { id: `m${n}` })
				);
				const total = totalMinutes(minutesByKind({ sessions: [record], movements }, day(0), day(0)));
				expect(total).toBeCloseTo(
					summaryOf(record).playedMs / 60_000 + entered.reduce((sum, each) => sum + each, 0),
					6
				);
			}
		)
	);

	law(
		'movement: two spans that touch count together what the whole span counts',
		fc.property(
			fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 60 })), { maxLength: 8 }),
			fc.integer({ min: 0, max: 19 }),
			(entered, cut) => {
				const movements = entered.map(([on, minutes], n) => entry(on, 'class', minutes, { id: `m${n}` }));
				const count = (from: number, to: number): number =>
					minutesByKind({ sessions: [], movements }, day(from), day(to)).class;
				expect(count(0, cut) + count(cut + 1, 20)).toBe(count(0, 20));
			}
		)
	);
});

describe('entries by hand', () => {
	test('are listed newest first, without those that were removed', () => {
		const movements = [
			entry(0, 'cycling', 10),
			entry(2, 'class', 20),
			entry(2, 'other', 30, { updatedAt: NOON + 1 }),
			entry(3, 'swimming', 40, { deletedAt: NOON })
		];
		expect(keptMovements(movements).map(({ minutes }) => minutes)).toEqual([30, 20, 10]);
	});

	test('step to the next five minutes and stay within a day', () => {
		expect([30, 33, 1, 956, MOST_MINUTES].map((minutes) => minutesStepped(minutes, 'more'))).toEqual([
			35, 35, 5, 960, 960
		]);
		expect([30, 33, 5, 1, 2].map((minutes) => minutesStepped(minutes, 'less'))).toEqual([25, 30, 1, 1, 1]);
	});

	test('are kept with whole minutes on a day that has come', () => {
		const today = day(3);
		for (const minutes of [1, 33, MOST_MINUTES]) expect(movementFault(minutes, today, today)).toBeNull();
		for (const minutes of [0, -5, 2.5, NaN, MOST_MINUTES + 1, null, undefined])
			expect(movementFault(minutes, today, today)).toBe('minutes');
		expect(movementFault(30, day(0), today)).toBeNull();
		for (const on of [day(4), '', '2026-02-30']) expect(movementFault(30, on, today)).toBe('day');
	});
});
