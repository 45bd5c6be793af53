import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/new-id.ts';

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const zone = process.env.TZ;

/** A clock whose two sources the test moves. */
function aClock(startAt = 1_000_000) {
	let wallAt = startAt;
	let monotonicMs = 0;
	const clock = createClock({ wall: () => wallAt, monotonic: () => monotonicMs });
	return {
		clock,
		pass(wallMs: number, ms = wallMs) {
			wallAt += wallMs;
			monotonicMs += ms;
			return clock.now() - startAt;
		}
	};
}

afterEach(() => {
	process.env.TZ = zone;
	if (zone === undefined) delete process.env.TZ;
	vi.unstubAllGlobals();
});

describe('the clock', () => {
	test('says what the wall clock says', () => {
		const { pass } = aClock();
		expect([pass(0), pass(1000), pass(250)]).toEqual([0, 1000, 1250]);
	});

	test('goes on evenly when somebody sets the phone back by an hour', () => {
		const { pass } = aClock();
		pass(1000);
		expect(pass(-3_600_000 + 1000, 1000)).toBe(2000);
		expect(pass(1000)).toBe(3000);
	});

	test('goes on evenly however often it is set back', () => {
		const { pass } = aClock();
		expect([pass(-60_000, 1000), pass(1000), pass(-60_000, 1000)]).toEqual([1000, 2000, 3000]);
	});

	test('follows a small trim, but never runs backwards for it', () => {
		const { pass } = aClock();
		pass(1000);
		expect(pass(-400, 100)).toBe(1000);
		expect(pass(1000)).toBe(1600);
	});

	test('takes a jump forward as time asleep, while the other clock stood still', () => {
		const { pass } = aClock();
		expect(pass(8 * 3_600_000, 10)).toBe(8 * 3_600_000);
	});

	test('hands out whole milliseconds', () => {
		const { clock, pass } = aClock();
		pass(-10_000.25, 3.7);
		expect(Number.isInteger(clock.now())).toBe(true);
	});

	test.for([
		['Europe/Berlin', '2026-03-29'],
		['America/St_Johns', '2026-03-28'],
		['Pacific/Apia', '2026-03-29']
	] as const)('names the day as the wall calendar of %s does', ([TZ, day]) => {
		process.env.TZ = TZ;
		const { clock } = aClock(Date.UTC(2026, 2, 29, 0, 30));
		expect([clock.today(), clock.dayOf(Date.UTC(2026, 2, 29, 0, 30))]).toEqual([day, day]);
	});

	test('changes the day at local midnight, also where the clocks change', () => {
		process.env.TZ = 'Europe/Berlin';
		const { clock } = aClock();
		expect(clock.dayOf(Date.UTC(2026, 9, 24, 21, 59))).toBe('2026-10-24');
		expect(clock.dayOf(Date.UTC(2026, 9, 24, 22, 0))).toBe('2026-10-25');
		expect(clock.dayOf(Date.UTC(2026, 9, 25, 22, 59))).toBe('2026-10-25');
		expect(clock.dayOf(Date.UTC(2026, 9, 25, 23, 0))).toBe('2026-10-26');
	});

	test('shows today as the phone does, also when it was set back to yesterday', () => {
		process.env.TZ = 'UTC';
		const { clock, pass } = aClock(Date.UTC(2026, 10, 21, 12));
		pass(-86_400_000, 1000);
		expect(clock.today()).toBe('2026-11-20');
	});

	test('runs on the device when nothing is handed in', () => {
		const before = Date.now();
		expect(createClock().now()).toBeGreaterThanOrEqual(before);
	});
});

describe('a new id', () => {
	test('is a UUID, and another each time', () => {
		expect(newId()).toMatch(UUID_4);
		expect(newId()).not.toBe(newId());
		expect(createClock().newId()).toMatch(UUID_4);
	});

	test('is one too where only chance bytes are to be had', () => {
		vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.map((_, n) => n * 17) });
		expect(newId()).toBe('00112233-4455-4677-8899-aabbccddeeff');
	});
});
