import { describe, expect, test } from 'vitest';
import { foundSession } from '#lib/domain/running.ts';
import type { SessionLog } from '#lib/domain/session-log.ts';
import { NOON, aRunning, aSessionOf } from '../../support/builders.ts';

const session = aSessionOf(10, 20, 30, 20);
const HOUR = 3_600_000;
const started = { type: 'started', at: NOON, readyMs: 3000 } as const;
const found = (log: SessionLog, heartbeatAt: number | null, now: number) =>
	foundSession(aRunning(session, log), heartbeatAt === null ? null : { at: heartbeatAt }, now);

describe('a session found when the app is opened', () => {
	test('that was killed while playing stands paused at its last heartbeat', () => {
		const result = found([started], NOON + 18_000, NOON + 60_000);
		expect(result?.offer).toBe('resume');
		expect(result?.log).toEqual([started, { type: 'interrupted', at: NOON + 18_000 }]);
		expect(result?.player).toMatchObject({ status: 'paused', positionMs: 15_000 });
	});

	test('that was killed without a heartbeat stands where the last event was', () => {
		expect(found([started], null, NOON + 60_000)?.player.positionMs).toBe(0);
		const skipped: SessionLog = [started, { type: 'skipped', at: NOON + 5000 }];
		expect(found(skipped, NOON + 4500, NOON + 60_000)?.log.at(-1)).toEqual({ type: 'interrupted', at: NOON + 5000 });
		expect(found(skipped, NOON + 4500, NOON + 60_000)?.player.positionMs).toBe(10_000);
	});

	test('that was paused is offered as it was', () => {
		const log: SessionLog = [started, { type: 'paused', at: NOON + 8000 }];
		const result = found(log, NOON + 9000, NOON + 60_000);
		expect(result?.log).toEqual(log);
		expect(result?.player).toMatchObject({ status: 'paused', positionMs: 5000, pausedAt: NOON + 8000 });
	});

	test('that was killed in the get-ready has not begun to move', () => {
		expect(found([started], NOON + 2000, NOON + 60_000)?.player.positionMs).toBe(0);
	});

	test('that was killed after its end stands at the end', () => {
		expect(found([started], NOON + 10 * 60_000, NOON + HOUR)?.player.positionMs).toBe(80_000);
	});

	test('can be taken up again for twelve hours since it was last alive, and is then expired', () => {
		const seenAt = NOON + 18_000;
		const offerAfter = (ms: number) => found([started], seenAt, seenAt + ms)?.offer;
		expect([offerAfter(0), offerAfter(12 * HOUR), offerAfter(12 * HOUR + 1)]).toEqual(['resume', 'resume', 'expired']);
	});

	test('that has expired still shows what was done', () => {
		expect(found([started], NOON + 18_000, NOON + 100 * HOUR)?.player.plays.map((play) => play.playedMs)).toEqual([
			10_000, 5000, 0, 0
		]);
	});

	test('is offered even if the clock was set back meanwhile', () => {
		expect(found([started], NOON + 18_000, NOON - 5 * HOUR)?.offer).toBe('resume');
	});

	test('is none when it was ended or never begun', () => {
		expect(
			found([started, { type: 'ended', at: NOON + 20_000, reason: 'early' }], NOON + 20_000, NOON + HOUR)
		).toBeNull();
		expect(found([], NOON, NOON + HOUR)).toBeNull();
	});

	test('killed again after being found and resumed goes on from the second heartbeat', () => {
		const first = found([started], NOON + 18_000, NOON + HOUR);
		const log: SessionLog = [...(first?.log ?? []), { type: 'resumed', at: NOON + HOUR, readyMs: 3000 }];
		// The old heartbeat must not pull it back before the resume.
		expect(found(log, NOON + 18_000, NOON + HOUR + 9000)?.player.positionMs).toBe(15_000);
		expect(found(log, NOON + HOUR + 8000, NOON + HOUR + 9000)?.player.positionMs).toBe(20_000);
	});
});
