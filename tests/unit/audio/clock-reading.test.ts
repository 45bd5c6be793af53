import { describe, expect, test } from 'vitest';
import { heardBetween, PLAN_AHEAD_MS } from '#lib/audio/clock-reading.ts';

const start = { at: 1_000_000, clockMs: 5000 };
const later = (wallMs: number, clockMs = wallMs) => ({ at: start.at + wallMs, clockMs: start.clockMs + clockMs });

describe('two readings of wall and audio clock', () => {
	test('say heard when both clocks went the same way, also over a throttled minute', () => {
		expect(heardBetween(start, later(1000))).toBe(true);
		expect(heardBetween(start, later(60_000))).toBe(true);
	});

	test('forgive the inexactness of a device, more of it over a longer stretch', () => {
		expect(heardBetween(start, later(1000, 600))).toBe(true);
		expect(heardBetween(start, later(1000, 590))).toBe(false);
		expect(heardBetween(start, later(60_000, 59_400))).toBe(true);
		expect(heardBetween(start, later(60_000, 59_200))).toBe(false);
	});

	test('say unheard when the audio clock stood still or did not run at either end', () => {
		expect(heardBetween(start, later(8000, 0))).toBe(false);
		expect(heardBetween({ ...start, clockMs: null }, later(1000))).toBe(false);
		expect(heardBetween(start, { at: start.at + 1000, clockMs: null })).toBe(false);
	});

	test('say unheard beyond what was planned ahead, though the clock ran', () => {
		expect(heardBetween(start, later(PLAN_AHEAD_MS))).toBe(true);
		expect(heardBetween(start, later(PLAN_AHEAD_MS + 1))).toBe(false);
		// A track has the whole session in it.
		expect(heardBetween(start, later(600_000), 'pocket')).toBe(true);
		expect(heardBetween(start, later(600_000, 500_000), 'pocket')).toBe(false);
	});
});
