// Which sounds are due when: from the player's position to the audio clock. Reads the one list of cues.

import type { Cue, CueKind } from '#lib/domain/cue.ts';
import { getReadyMsAt, positionAt, type Player } from '#lib/domain/player.ts';
import { PLAN_AHEAD_MS } from '#lib/audio/clock-reading.ts';
import type { SoundId } from '#lib/audio/signature.ts';

export interface DueSound {
	readonly key: string;
	readonly sound: SoundId;
	readonly inMs: number;
}

/** Far enough that a timer throttled to once a minute leaves no cue unsounded. */
const HORIZON_MS = PLAN_AHEAD_MS;

const readyCounts = (readyMs: number, anchorAt: number): readonly DueSound[] =>
	[3000, 2000, 1000]
		.filter((before) => readyMs - before >= -50)
		.map((before) => ({
			key: `ready${before}@${anchorAt}`,
			sound: 'count' as const,
			inMs: Math.max(0, readyMs - before)
		}));

/** The sounds of the next 90 s, `inMs` from `at`. A step taken up in its middle is announced again by its direction. */
export function soundsDue(
	player: Player,
	cues: readonly Cue[],
	at: number,
	soundOf: (kind: CueKind) => SoundId
): readonly DueSound[] {
	if (player.status !== 'playing') return [];
	const readyMs = getReadyMsAt(player, at);
	const positionMs = positionAt(player, at);
	const due = cues
		.filter((cue) => cue.atMs >= positionMs && cue.atMs < positionMs + HORIZON_MS)
		.map((cue) => ({
			key: `${cue.kind}@${cue.atMs}`,
			sound: soundOf(cue.kind),
			inMs: readyMs + cue.atMs - positionMs
		}));
	if (readyMs <= 0) return due;
	const taken = cues.find((cue) => cue.atMs === positionMs);
	const again = taken ? [] : [{ key: `again@${player.anchorAt}`, sound: 'resume' as const, inMs: readyMs }];
	return [...readyCounts(readyMs, player.anchorAt), ...again, ...due];
}
