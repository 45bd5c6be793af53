import { describe, expect, test } from 'vitest';
import { checkInsOfKept, contentsOf, daysOf, holdsAnything, ontoThisPhone } from '#lib/domain/contents.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import type { OtherMovement } from '#lib/domain/movement.ts';
import { phoneTestOf } from '#lib/domain/phone-test.ts';
import { emptySnapshot } from '#lib/storage/migrations.ts';
import { NOON, aCheckIn, aRecord, day } from '../../support/builders.ts';

const entry: PainEntry = {
	id: 'e',
	updatedAt: NOON,
	on: day(0),
	at: NOON,
	now: null,
	average: null,
	worst: null,
	note: 'slept badly'
};
const movement: OtherMovement = { id: 'm', updatedAt: NOON, on: day(0), kind: 'cycling', minutes: 30, note: '' };
const removed = { deletedAt: NOON };

describe('what a snapshot holds', () => {
	const sessions = [aRecord({ id: 'kept' }), aRecord({ id: 'gone', ...removed })];
	const checkIns = [
		aCheckIn({ id: 'a', sessionId: 'kept' }),
		aCheckIn({ id: 'b', sessionId: 'gone', stoppedBy: 'body', note: 'dizzy' }),
		aCheckIn({ id: 'c', sessionId: 'kept', ...removed }),
		aCheckIn({ id: 'd', sessionId: 'of nobody' })
	];

	test('is counted without what was removed, and without check-ins of removed sessions', () => {
		expect(checkInsOfKept(checkIns, sessions).map(({ id }) => id)).toEqual(['a']);
		const snapshot = {
			...emptySnapshot(),
			sessions,
			checkIns,
			entries: [entry, { ...entry, id: 'e2', ...removed }],
			movements: [movement, { ...movement, id: 'm2' }]
		};
		expect(contentsOf(snapshot)).toEqual({ sessions: 1, checkIns: 1, entries: 1, movements: 2 });
	});

	test('reaches from its first day to its last, whatever is there, a mistyped year left out', () => {
		expect(daysOf(emptySnapshot())).toBeNull();
		const entries = [entry, { ...entry, id: 'e2', on: day(9) }, { ...entry, id: 'e3', on: '0206-01-01' }];
		const sooner = { ...movement, on: day(-3) };
		expect(daysOf({ ...emptySnapshot(), entries, movements: [sooner] })).toEqual({ from: day(-3), to: day(9) });
		expect(daysOf({ ...emptySnapshot(), entries: [{ ...entry, ...removed }] })).toBeNull();
	});

	test('is worth saving with one diary entry alone, and is nothing once all was removed', () => {
		expect(holdsAnything(emptySnapshot())).toBe(false);
		expect(holdsAnything({ ...emptySnapshot(), entries: [entry] })).toBe(true);
		expect(holdsAnything({ ...emptySnapshot(), movements: [movement] })).toBe(true);
		expect(holdsAnything({ ...emptySnapshot(), entries: [{ ...entry, ...removed }] })).toBe(false);
	});
});

test('a file brings everything but what the test said of another phone', () => {
	const there = { ...emptySnapshot(), entries: [entry] };
	const tested = phoneTestOf([], 3, 'Chrome 120', day(0));
	const file = { ...there, settings: { ...there.settings, soundMode: 'pocket' as const, phoneTest: tested } };
	const here = emptySnapshot().settings;
	expect(ontoThisPhone(file, here)).toEqual({ ...file, settings: { ...file.settings, phoneTest: null } });
	const own = { ...tested, browser: 'Safari 19' };
	expect(ontoThisPhone(file, { ...here, phoneTest: own }).settings.phoneTest).toBe(own);
});
