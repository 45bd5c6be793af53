// Which cues come due while a session is played: each is felt once, and none that was jumped over.

import { changeCueOf, cuesBetween, type Cue } from '#lib/domain/cue.ts';
import { currentStep, getReadyMsAt, positionAt, type Player } from '#lib/domain/player.ts';
import type { SessionSound } from './session-sound.ts';

/** A cue that stands exactly where it was looked last is over, one exactly here is due. */
const HAIR_MS = 0.001;

export class DueCues {
	#lastMs = 0;

	/** The position may have jumped here. In a get-ready the step has not begun: its cue is still to come. */
	jumpTo(player: Player, at: number): void {
		this.#lastMs = positionAt(player, at) - (getReadyMsAt(player, at) > 0 ? 1 : 0);
	}
	/** Vibrates for what has come due since it was asked last. */
	feel(player: Player, cues: readonly Cue[], at: number, sound: SessionSound): void {
		if (getReadyMsAt(player, at) > 0) return;
		const [fromMs, toMs] = [this.#lastMs, positionAt(player, at)];
		this.#lastMs = toMs;
		for (const cue of cuesBetween(cues, fromMs + HAIR_MS, toMs + HAIR_MS)) sound.vibrate(cue.kind);
	}
}

/** Says and vibrates which step was jumped to. */
export function announceStep(player: Player, cues: readonly Cue[], at: number, sound: SessionSound): void {
	if (player.status !== 'playing' || getReadyMsAt(player, at) > 0) return;
	const positionMs = positionAt(player, at);
	// Past the last step: its end is what counts, not the change into it.
	if (positionMs >= player.timeline.totalMs) return sound.vibrate('finish');
	const cue = changeCueOf(cues, currentStep(player, at));
	if (cue) sound.announce(cue.kind, positionMs - cue.atMs);
}
