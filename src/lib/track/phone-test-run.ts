// Runs the test of a phone: plays its track and writes down, while the phone is locked, what both clocks say.
// What that means is said in domain/phone-test.ts; how many cues were heard is asked by the screen.

import { TEST_MS, type TestSample } from '#lib/domain/phone-test.ts';
import { composeTrack, type NoFloor, type Track } from './compose.ts';
import type { Frames } from './frames.ts';
import type { PocketPlayer } from './pocket-player.ts';
import type { Result } from '#lib/domain/result.ts';

/** The track of a test: the same cue three times. `cueTimes` from `testCueTimes`; `lengthMs` is for tests of the test. */
export const testTrackOf = (
	cue: Frames,
	floor: Frames | null,
	cueTimes: readonly number[],
	lengthMs = TEST_MS
): Result<Track, NoFloor> =>
	composeTrack({
		id: 'phone-test',
		totalMs: lengthMs,
		leadMs: 1000,
		sounds: cueTimes.map((atMs, n) => ({ key: `test${n}`, atMs, frames: cue })),
		resume: [],
		floor
	});

const SAMPLE_EVERY_MS = 1000;
/** A track that is so late has stopped for good. */
const LATE_MS = 3000;

export class PhoneTestRun {
	readonly #player: PocketPlayer;
	readonly #now: () => number;
	readonly #onover: (samples: readonly TestSample[] | null) => void;
	readonly #samples: TestSample[] = [];
	readonly #listening = new AbortController();
	#timer: ReturnType<typeof setInterval> | undefined;

	/** @param onover the track is through, or has stopped: the samples for `phoneTestOf`; null: it played from nowhere after all */
	constructor(player: PocketPlayer, now: () => number, onover: (samples: readonly TestSample[] | null) => void) {
		this.#player = player;
		this.#now = now;
		this.#onover = onover;
	}

	/** Begins with the loaded track of `testTrackOf`. Inside a tap. False when the device plays nothing. */
	async start(): Promise<boolean> {
		document.addEventListener('visibilitychange', () => this.#look(), { signal: this.#listening.signal });
		this.#timer = setInterval(() => this.#look(), SAMPLE_EVERY_MS);
		this.#look();
		const plays = await this.#player.play();
		if (!plays) this.#end();
		return plays;
	}

	/** Gives up; `onover` is not called. */
	cancel(): void {
		this.#end();
	}

	#end(): void {
		clearInterval(this.#timer);
		this.#listening.abort();
		this.#player.unload();
	}

	#look(): void {
		const reading = this.#player.reading();
		const { track } = this.#player;
		if (!reading || !track || this.#listening.signal.aborted) return;
		// The first source was refused after `play` had answered, and so was the second.
		const isRefused = this.#player.source === 'unavailable';
		const at = this.#now();
		this.#samples.push({ at, positionMs: reading.positionMs, hidden: document.hidden });
		const startedAt = this.#samples[0]?.at ?? at;
		const isLate = at - startedAt > track.leadMs + track.totalMs + LATE_MS;
		if (reading.part !== 'tail' && !isLate && !isRefused) return;
		this.#end();
		this.#onover(isRefused ? null : this.#samples);
	}
}
