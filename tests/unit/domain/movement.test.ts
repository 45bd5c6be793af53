import { describe, expect, test } from 'vitest';
import {
	keptMovements,
	minutesStepped,
	MOST_MINUTES,
	movementFault,
	type OtherMovement
} from '#lib/domain/movement.ts';
import { NOON, day } from '../../support/builders.ts';

const entry = (on: number, kind: OtherMovement['kind'], minutes: number, more: Partial<OtherMovement> = {}) => ({
	id: `${kind}-${on}-${minutes}`,
	updatedAt: NOON,
	on: day(on),
	kind,
	minutes,
	note: '',
	...more
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
		expect(movementFault(30, '1970-01-01', today)).toBeNull();
		for (const on of ['1969-12-31', '0202-05-14', '0002-05-14']) expect(movementFault(30, on, today)).toBe('year');
	});
});
