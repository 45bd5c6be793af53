// How a running session is heard and felt, in one shape for both ways: sounds planned ahead while the screen is on
// (screen-sound.ts), or one track that plays on in the pocket (pocket-sound.ts).

import type { CueKind } from '#lib/domain/cue.ts';
import type { SoundMode } from '#lib/domain/phone-test.ts';
import type { Player } from '#lib/domain/player.ts';
import type { Shelf } from './voice-shelf.ts';

/** After the finish its words are still to be said. */
export const RINGS_OUT_MS = 9000;

export interface SessionSound {
	readonly mode: SoundMode;
	/** The session begins with its get-ready. Inside the tap, before anything is awaited; so are the two below. */
	start(): void;
	/** It goes on as `player` will be when it plays again: after its 3-2-1, at its position, on its timeline. */
	resume(player: Player): void;
	/** It goes on at once, after a gap in which the person kept going. */
	goOn(): void;
	pause(): void;
	/** A gap is open: nothing is heard until it is answered. */
	hush(): void;
	/** Makes what is to come agree with the player, who stands as at `at`. `goesOn`: a tick, nothing has jumped. */
	follow(player: Player, at: number, goesOn: boolean): void;
	/** Sounds and vibrates for a step that was jumped to `lateMs` ago. */
	announce(kind: CueKind, lateMs: number): void;
	vibrate(kind: CueKind): void;
	/** A clock that runs only while sound comes out, in milliseconds; null while it does not. */
	clockMs(): number | null;
	/** Where the sound itself says the session is; null when it does not know better than the wall clock. */
	positionMs(): number | null;
	/** The same while it stands still, after a stop: how far it has been heard. */
	standsAtMs(): number | null;
	/** Clips that came after it began: they are heard from now on. */
	learn(shelf: Shelf): void;
	/** The session is over; after a whole one the last sounds ring out. */
	finish(complete: boolean): void;
	/** Lets go of everything at once. */
	leave(): void;
}

/** What a sound may have to tell about itself. */
export interface SoundEvents {
	/** Clips that are missing or broken; their tones are heard. */
	onunsaid(clips: readonly string[]): void;
	/** Somebody else stopped it: a call, a headset, the system. */
	onstopped(): void;
	/** The system began it again, after a call. */
	onplaying(): void;
	/** It stood still for `lostMs`, and nobody knows why. */
	onstalled(lostMs: number): void;
	/** Its own clock has gone on; some times a second, hidden or not. */
	onclock(): void;
	/** It plays, but not from where it was meant to: the second way of this device. */
	onrerouted(): void;
	/** It cannot be heard this way on this device. */
	onunavailable(): void;
}
