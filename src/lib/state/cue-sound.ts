// Which sounds are due when: from the player's position to the audio clock. Reads the one score of the session.

import type { Placed } from '#lib/domain/placing.ts';
import { getReadyMsAt, positionAt, type Player } from '#lib/domain/player.ts';
import { PLAN_AHEAD_MS } from '#lib/audio/clock-reading.ts';
import { soundOf } from '#lib/audio/signature.ts';
import type { PlannedSound, Sounding } from '#lib/audio/sound-plan.ts';

/** Far enough that a timer throttled to once a minute leaves no cue unsounded. */
const HORIZON_MS = PLAN_AHEAD_MS;

const readyCounts = (readyMs: number, anchorAt: number): readonly PlannedSound[] =>
	[3000, 2000, 1000]
		.filter((before) => readyMs - before >= -50)
		.map((before) => ({
			key: `ready${before}@${anchorAt}`,
			sound: 'count' as const,
			inMs: Math.max(0, readyMs - before)
		}));

const soundingOf = ({ clip }: Placed): Sounding => (clip.kind === 'tone' ? soundOf(clip.tone) : { say: clip.id });
const nameOf = ({ clip, utterance }: Placed): string => (clip.kind === 'tone' ? utterance.kind : clip.id);

/** The sounds of the next 90 s, `inMs` from `at`. A step taken up in its middle is announced again by its direction. */
export function soundsDue(player: Player, score: readonly Placed[], at: number): readonly PlannedSound[] {
	if (player.status !== 'playing') return [];
	const readyMs = getReadyMsAt(player, at);
	const positionMs = positionAt(player, at);
	const due = score
		.filter(({ atMs }) => atMs >= positionMs && atMs < positionMs + HORIZON_MS)
		.map((placed) => ({
			key: `${nameOf(placed)}@${placed.atMs}`,
			sound: soundingOf(placed),
			inMs: readyMs + placed.atMs - positionMs
		}));
	if (readyMs <= 0) return due;
	const taken = score.some(({ atMs }) => atMs === positionMs);
	const again = taken ? [] : [{ key: `again@${player.anchorAt}`, sound: 'resume' as const, inMs: readyMs }];
	return [...readyCounts(readyMs, player.anchorAt), ...again, ...due];
}
