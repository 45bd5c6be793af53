import { expect, test } from 'vitest';
import type { Answer } from '#lib/domain/answer.ts';
import { lastAnswer, READINESS, readinessOf } from '#lib/domain/readiness.ts';
import { isEmergency, mayGoOn, STOP_DOORS, stopOf } from '#lib/domain/stop-door.ts';

const base = (at: number) => ({ id: `a${at}`, on: '2026-11-21', at, updatedAt: at });
const readiness = (at: number, yes: readonly string[]): Answer => ({ ...base(at), type: 'readiness', yes });
const exclusions = (at: number, yes: readonly string[]): Answer => ({ ...base(at), type: 'exclusions', yes });
const advice = (at: number): Answer => ({ ...base(at), type: 'adviceTaken' });
const slow = (at: number, applies: boolean): Answer => ({ ...base(at), type: 'slowTrack', applies });

test('nobody who was not asked is told anything', () => {
	expect(readinessOf([])).toEqual({ running: 'unasked', slowTrack: false, yes: [] });
	expect(readinessOf([slow(1, true)])).toEqual({ running: 'unasked', slowTrack: true, yes: [] });
});

test('one yes in either list closes running, and no yes leaves it clear', () => {
	expect(readinessOf([readiness(1, []), exclusions(2, [])]).running).toBe('clear');
	for (const id of READINESS) expect(readinessOf([readiness(1, [id]), exclusions(2, [])]).running).toBe('closed');
	expect(readinessOf([readiness(1, []), exclusions(2, ['spine'])])).toMatchObject({
		running: 'closed',
		yes: ['spine']
	});
});

test('advice lifts what was answered before it, and nothing that is answered later', () => {
	expect(readinessOf([readiness(1, ['heart']), advice(2)]).running).toBe('lifted');
	expect(readinessOf([advice(1), readiness(2, ['heart'])]).running).toBe('closed');
	expect(readinessOf([readiness(1, ['heart']), exclusions(2, []), advice(3), exclusions(4, ['spine'])]).running).toBe(
		'closed'
	);
});

test('the last answer counts, whatever the order in which they lie, and a removed one does not', () => {
	expect(readinessOf([readiness(5, []), readiness(1, ['heart'])]).running).toBe('clear');
	expect(readinessOf([readiness(1, []), { ...readiness(5, ['heart']), deletedAt: 6 }]).running).toBe('clear');
	expect(lastAnswer([slow(3, false), slow(9, true), slow(4, false)], 'slowTrack')?.applies).toBe(true);
});

test('behind the doors of the stop button only what calls for nobody may go on', () => {
	expect(STOP_DOORS.filter((why) => isEmergency(why))).toEqual(['nerve', 'chest']);
	expect(STOP_DOORS.filter((why) => mayGoOn(why, []))).toEqual(['leg', 'back', 'tired']);
	expect(mayGoOn('leg', ['limp'])).toBe(false);
});

test('a stop is found by its session until it is taken back', () => {
	const stop = { ...base(1), type: 'stopped', sessionId: 's1', why: 'leg', legSigns: [] } as const;
	expect(stopOf([advice(0), stop], 's1')).toBe(stop);
	expect(stopOf([stop], 's2')).toBeUndefined();
	expect(stopOf([{ ...stop, deletedAt: 2 }], 's1')).toBeUndefined();
});
