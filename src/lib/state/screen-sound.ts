// The sound of a session while the screen is on: tones and words put on the audio clock ahead of time, over other
// music. In quiet mode only vibration is left.

import type { CueKind } from '#lib/domain/cue.ts';
import type { SoundMode } from '#lib/domain/phone-test.ts';
import type { Player } from '#lib/domain/player.ts';
import type { Timeline } from '#lib/domain/timeline.ts';
import type { Chime } from '#lib/audio/chime.ts';
import { soundOf, type SoundId } from '#lib/audio/signature.ts';
import type { Vibration } from '#lib/audio/vibration.ts';
import { soundsDue } from './cue-sound.ts';
import { scoreOf, type Score } from './session-score.ts';
import { RINGS_OUT_MS, type SessionSound, type SoundEvents } from './session-sound.ts';
import type { Heard } from './step-variant.ts';
import type { Shelf } from './voice-shelf.ts';

/** The sounds ahead are looked through this often: the two clocks part by a few milliseconds in it. */
const REPLAN_MS = 4000;
/** Phrases that a change on the way may ask for. */
const ON_THE_WAY = ['run', 'walk', 'warmUp', 'coolDown', 'walk-first'];

export interface ScreenSettings {
	readonly soundMode: SoundMode;
	readonly vibration: boolean;
}

export interface ScreenParts {
	readonly chime: Chime;
	readonly vibration: Vibration;
	readonly shelf: Shelf;
	/** The timeline as it is said: see heardTimeline. */
	readonly heard: (player: Heard) => Timeline;
}

export class ScreenSound implements SessionSound {
	readonly #chime: Chime;
	readonly #vibration: Vibration;
	readonly #settings: () => ScreenSettings;
	#shelf: Shelf;
	readonly #heard: (player: Heard) => Timeline;
	readonly #events: Pick<SoundEvents, 'onunsaid'>;
	#score: { readonly timeline: Timeline; readonly score: Score } | null = null;
	#plannedAt = 0;
	#wasOn = true;
	#bedtime: ReturnType<typeof setTimeout> | undefined;

	constructor(
		parts: ScreenParts,
		settings: () => ScreenSettings,
		timeline: Timeline,
		events: Pick<SoundEvents, 'onunsaid'>
	) {
		this.#heard = parts.heard;
		this.#events = events;
		this.#chime = parts.chime;
		this.#vibration = parts.vibration;
		this.#shelf = parts.shelf;
		this.#settings = settings;
		this.#scoreOf(timeline);
	}

	get mode(): SoundMode {
		return this.#isOn ? 'music' : 'quiet';
	}
	start(): void {
		this.#chime.unlock();
	}
	resume(): void {
		this.#chime.unlock();
	}
	goOn(): void {
		this.#chime.unlock();
	}
	pause(): void {
		this.#stopWith('pause');
	}
	hush(): void {
		this.#chime.cancel();
	}
	follow(player: Player, at: number, goesOn: boolean): void {
		// The plan of a pause was taken back when it began.
		if (player.status === 'paused') return;
		const isOn = this.#isOn;
		if (goesOn && at - this.#plannedAt < REPLAN_MS && isOn === this.#wasOn) return;
		this.#plannedAt = at;
		const due = isOn ? soundsDue(player, this.#scoreOf(this.#heard(player)).placed, at) : [];
		this.#chime.plan(due, goesOn && isOn && this.#wasOn);
		this.#wasOn = isOn;
	}
	/** Who skips without looking hears and feels which step has begun; on time the plan sounds it. */
	announce(kind: CueKind, lateMs: number): void {
		this.vibrate(kind);
		if (lateMs > 0) this.#play(soundOf(kind));
	}
	vibrate(kind: CueKind): void {
		if (this.#settings().vibration) this.#vibration.vibrate(kind);
	}
	clockMs(): number | null {
		return this.#isOn ? this.#chime.clockMs() : null;
	}
	positionMs(): null {
		return null;
	}
	standsAtMs(): null {
		return null;
	}
	learn(shelf: Shelf): void {
		if (shelf.words === this.#shelf.words) return;
		this.#shelf = shelf;
		this.#score = null;
		// The next tick looks anew.
		this.#plannedAt = 0;
	}
	finish(complete: boolean): void {
		// What a whole session planned for its end may ring out. Then the device may rest its sound.
		if (complete) this.#bedtime = setTimeout(() => this.#chime.suspend(), RINGS_OUT_MS);
		else this.#stopWith('finish');
	}
	leave(): void {
		clearTimeout(this.#bedtime);
		this.#chime.suspend();
	}

	get #isOn(): boolean {
		return this.#settings().soundMode !== 'quiet';
	}
	/** Sounds once more, then the audio clock rests. */
	#stopWith(sound: SoundId): void {
		this.#chime.cancel();
		this.#play(sound);
		this.#chime.suspend();
	}
	#play(sound: SoundId): void {
		if (this.#isOn) this.#chime.play(sound);
	}
	#scoreOf(timeline: Timeline): Score {
		if (this.#score?.timeline === timeline) return this.#score.score;
		const score = scoreOf(timeline, this.#shelf.words, this.#shelf.broken);
		const known = new Set(this.#score?.score.phrases);
		this.#score = { timeline, score };
		if (known.size === 0 || score.phrases.some((id) => !known.has(id))) this.#learn(score.phrases);
		if (score.unsaid.length > 0) this.#events.onunsaid(score.unsaid);
		return score;
	}
	#learn(phrases: readonly string[]): void {
		const wanted = new Set([...phrases, ...ON_THE_WAY]);
		const clips = new Map([...this.#shelf.words].filter(([id]) => wanted.has(id)));
		void this.#chime.learn(clips).then((broken) => broken.length > 0 && this.#events.onunsaid(broken));
	}
}
