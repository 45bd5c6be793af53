// Was it heard? Compares two readings of the wall clock and the audio clock. Pure: asks no clock itself.

import type { SoundMode } from '#lib/domain/phone-test.ts';

/** What both clocks said at one instant. */
export interface ClockReading {
	/** Wall clock, epoch milliseconds. */
	readonly at: number;
	/** Audio clock, milliseconds; null while it does not run. */
	readonly clockMs: number | null;
}

/** So far ahead the player plans its sounds: more than the minute between two ticks of a throttled page. */
export const PLAN_AHEAD_MS = 90_000;

/** So far the clocks may part within one stretch, and in proportion to it: a device's own inexactness. */
const SLACK_MS = 400;
const SLACK_SHARE = 0.005;

/**
 * True when every sound that was planned at `before` and due until `after` has sounded: the audio clock went
 * along with the wall clock all the way, and the plan reached that far. A track (`pocket`) has the whole session in it.
 */
export function heardBetween(before: ClockReading, after: ClockReading, mode: SoundMode = 'music'): boolean {
	if (before.clockMs === null || after.clockMs === null) return false;
	const elapsedMs = after.at - before.at;
	if (mode !== 'pocket' && elapsedMs > PLAN_AHEAD_MS) return false;
	return Math.abs(after.clockMs - before.clockMs - elapsedMs) <= SLACK_MS + SLACK_SHARE * Math.abs(elapsedMs);
}
