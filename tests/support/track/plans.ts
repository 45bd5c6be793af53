// Tracks that nobody picked: sessions of 3 to 60 minutes with sounds at any millisecond, far enough apart to be told apart.

import fc from 'fast-check';
import type { TrackPlan } from '../../../src/lib/track/compose.ts';
import type { Sound } from '../../../src/lib/track/place.ts';
import { CLIPS, FLOOR, SOUND_MS, type ClipName } from './clips.ts';

const NAMES = Object.keys(CLIPS) as ClipName[];
/** Counts of one second apart must fit, and the ear wants 100 ms of quiet between two sounds. */
const APART_MS = 260;

export const LEAD = 5000;

/** The 3-2-1 as it stands in the tail: three counts, then a tone that is over when the session goes on. */
export const RESUME: readonly Sound[] = [0, 1000, 2000, 2600].map((atMs, n) => ({
	key: `resume${n}`,
	atMs,
	frames: CLIPS.beep
}));

export interface Wish {
	readonly name: ClipName;
	readonly atMs: number;
}

/** A session as fast-check prints it: no bytes. */
export interface Wishes {
	readonly totalMs: number;
	/** In order of time; the last is the finish, at the very end. */
	readonly wishes: readonly Wish[];
}

const wishesWithin = (totalMs: number): fc.Arbitrary<readonly Wish[]> =>
	fc
		.array(
			fc.record({
				name: fc.constantFrom(...NAMES),
				pauseMs: fc.oneof(
					fc.double({ min: 0, max: 3000, noNaN: true }),
					fc.double({ min: 0, max: 90_000, noNaN: true })
				)
			}),
			{ minLength: 1, maxLength: 150 }
		)
		.map((picks) => {
			const wishes: Wish[] = [];
			let nextMs = -LEAD + 100;
			for (const { name, pauseMs } of picks) {
				const atMs = nextMs + pauseMs;
				nextMs = atMs + SOUND_MS[name] + APART_MS;
				if (nextMs < totalMs) wishes.push({ name, atMs });
			}
			return [...wishes, { name: 'speech', atMs: totalMs }];
		});

/** Sessions of `fromMinutes` to `toMinutes`. */
export const wishesOf = (fromMinutes: number, toMinutes: number): fc.Arbitrary<Wishes> =>
	fc
		.integer({ min: fromMinutes * 60_000, max: toMinutes * 60_000 })
		.chain((totalMs) => fc.record({ totalMs: fc.constant(totalMs), wishes: wishesWithin(totalMs) }));

export const planOf = ({ totalMs, wishes }: Wishes): TrackPlan => ({
	id: 'made-up',
	totalMs,
	sounds: wishes.map(({ name, atMs }, n) => ({ key: `${n}`, atMs, frames: CLIPS[name] })),
	resume: RESUME,
	floor: FLOOR,
	leadMs: LEAD
});
