// How a running session is heard and felt, by the settings: sounds planned ahead, a few made at once, vibration.
// Knows cues and settings, no events.

import type { Cue, CueKind } from '#lib/domain/cue.ts';
import type { Player } from '#lib/domain/player.ts';
import type { Chime } from '#lib/audio/chime.ts';
import { soundOf, type SoundId } from '#lib/audio/signature.ts';
import type { Vibration } from '#lib/audio/vibration.ts';
import { soundsDue } from './cue-sound.ts';

/** The sounds ahead are looked through this often: the two clocks part by a few milliseconds in it. */
const REPLAN_MS = 4000;

export interface VoiceSettings {
	readonly sound: boolean;
	readonly vibration: boolean;
}

export class PlayerVoice {
	readonly #chime: Chime;
	readonly #vibration: Vibration;
	readonly #settings: () => VoiceSettings;
	#plannedAt = 0;
	#soundWas = true;

	constructor(chime: Chime, vibration: Vibration, settings: () => VoiceSettings) {
		this.#chime = chime;
		this.#vibration = vibration;
		this.#settings = settings;
	}

	/** Makes what is due from `at` on the whole future; nothing when `player` is null. `goesOn`: a tick, nothing has jumped. */
	plan(player: Player | null, cues: readonly Cue[], at: number, goesOn: boolean): void {
		const { sound } = this.#settings();
		this.#plannedAt = at;
		this.#soundWas = sound;
		this.#chime.plan(sound && player ? soundsDue(player, cues, at, soundOf) : [], goesOn && sound);
	}
	/** Whether a tick should plan anew: some seconds have passed, or the sound was switched. */
	isStale(at: number): boolean {
		return at - this.#plannedAt >= REPLAN_MS || this.#settings().sound !== this.#soundWas;
	}
	/** Sounds now what no plan could know of. */
	play(sound: SoundId): void {
		if (this.#settings().sound) this.#chime.play(sound);
	}
	vibrate(kind: CueKind): void {
		if (this.#settings().vibration) this.#vibration.vibrate(kind);
	}
	/** Who skips without looking hears and feels which step has begun, `lateMs` ago; on time the plan sounds it. */
	announce(kind: CueKind, lateMs: number): void {
		this.vibrate(kind);
		if (lateMs > 0) this.play(soundOf(kind));
	}
}
