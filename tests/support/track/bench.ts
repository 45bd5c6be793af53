// Runs inside a page of a browser test: the real modules of the room with the clips of the tests, and a log of what
// they said. Bundled by bundle.ts; reached as `window.bench`.

import type { TestSample } from '../../../src/lib/domain/phone-test.ts';
import { composeTrack, type Track, type TrackPlan } from '../../../src/lib/track/compose.ts';
import { framesOfFile, type Frames } from '../../../src/lib/track/frames.ts';
import { createMediaCard, type MediaCard } from '../../../src/lib/track/media-card.ts';
import { PocketPlayer } from '../../../src/lib/track/pocket-player.ts';
import { PhoneTestRun, testTrackOf } from '../../../src/lib/track/phone-test-run.ts';
import type { Sound } from '../../../src/lib/track/place.ts';
import { createTrackCache } from '../../../src/lib/track/track-cache.ts';
import { createTrackElement } from '../../../src/lib/track/track-element.ts';

export interface Said {
	readonly what: string;
	/** Epoch milliseconds. */
	readonly at: number;
	readonly value?: unknown;
	readonly positionMs?: number;
}

const NAMES = ['click', 'beep', 'speech', 'floor', 'silence'] as const;
/** Cut from where the encoder has settled. */
const FLOORS: readonly string[] = ['floor', 'silence'];
const FLOOR_FROM = 25 * 96;
const FLOOR_TO = 125 * 96;
const RESUME_AT = [0, 1000, 2000, 2600];

export class Bench {
	readonly element = createTrackElement();
	readonly log: Said[] = [];
	readonly pressed: string[] = [];
	readonly player: PocketPlayer;
	readonly card: MediaCard;
	#clips: Readonly<Record<string, Frames>> = {};

	/** Called about four times a second while it plays. */
	ontime = () => {};

	constructor(base = '') {
		this.player = new PocketPlayer({
			element: this.element,
			now: () => Date.now(),
			cache: createTrackCache(base),
			events: {
				onpaused: (unasked) => this.say('paused', unasked),
				onplaying: (unasked) => this.say('playing', unasked),
				onstalled: (lostMs) => this.say('stalled', lostMs),
				ontime: () => this.ontime(),
				onresumed: () => this.say('resumed'),
				onsource: (source) => this.say('source', source),
				onended: () => this.say('ended')
			}
		});
		const press = (name: string) => () => void this.pressed.push(name);
		this.card = createMediaCard(
			this.element,
			{ onplay: press('play'), onpause: press('pause'), onnext: press('next'), onprevious: press('previous') },
			() => {
				const reading = this.player.reading();
				const totalMs = this.player.track?.totalMs ?? 0;
				return reading && { positionMs: reading.positionMs, totalMs, playing: !this.element.paused };
			}
		);
	}

	say(what: string, value?: unknown): void {
		const positionMs = this.player.reading()?.positionMs;
		this.log.push({ what, at: Date.now(), value, ...(positionMs !== undefined && { positionMs }) });
	}

	async fetchClips(from: string): Promise<void> {
		const clips: Record<string, Frames> = {};
		for (const name of NAMES) {
			const read = framesOfFile(await (await fetch(`${from}${name}.mp3`)).arrayBuffer());
			if (!read.ok) throw new Error(`${name}: ${read.error}`);
			clips[name] = FLOORS.includes(name) ? read.value.slice(FLOOR_FROM, FLOOR_TO) : read.value;
		}
		this.#clips = clips;
	}

	/** A session with a sound at each of `atMs`, by turns of all clips or all of `clip`. */
	planAt(id: string, totalMs: number, atMs: readonly number[], clip?: string, floor = 'floor'): TrackPlan {
		const turns = ['click', 'beep', 'speech'];
		const sound = (key: string, at: number, name: string): Sound => ({
			key,
			atMs: at,
			frames: this.#clips[name] ?? null
		});
		return {
			id,
			totalMs,
			sounds: atMs.map((at, n) => sound(`${n}`, at, clip ?? turns[n % turns.length] ?? 'click')),
			resume: RESUME_AT.map((at, n) => sound(`resume${n}`, at, 'beep')),
			floor: this.#clips[floor] ?? null
		};
	}

	/** The test of a phone, shortened. */
	testPhone(lengthMs: number): Promise<readonly TestSample[]> {
		const { beep, floor } = this.#clips;
		const track = beep && testTrackOf(beep, floor ?? null, [1000], lengthMs);
		if (!track?.ok) throw new Error('no track for the test');
		this.player.load(track.value);
		return new Promise(
			(over) =>
				void new PhoneTestRun(
					this.player,
					() => Date.now(),
					(samples) => over(samples ?? [])
				).start()
		);
	}

	compose(plan: TrackPlan): Track {
		const track = composeTrack(plan);
		if (!track.ok) throw new Error(track.error.fault);
		return track.value;
	}
}

declare global {
	interface Window {
		bench: Bench;
		kept: unknown[];
	}
}
