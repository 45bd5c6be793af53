// A session that was begun and not ended: what is offered when the app is opened again.

import { playerOf, type Player } from './player.ts';
import type { RunningSession } from './record.ts';
import { RULES } from './rules.ts';
import type { Heartbeat, SessionLog } from './session-log.ts';
import { timelineOf } from './timeline.ts';

export interface Found {
	/** `resume` for twelve hours, then only `expired`: keep what was done, or discard (decisions.md). */
	readonly offer: 'resume' | 'expired';
	/** The log with the moment at which the page died, if it died while playing. */
	readonly log: SessionLog;
	/** Paused where the page was last alive. */
	readonly player: Player;
}

/** The last instant at which the session is known to have been alive. */
const lastSeenAt = (log: SessionLog, heartbeat: Heartbeat | null): number =>
	Math.max(log.at(-1)?.at ?? 0, heartbeat?.at ?? 0);

/** Law P2: killed at any moment, it comes back where the last heartbeat was. `null` when it was ended or never begun. */
export function foundSession(running: RunningSession, heartbeat: Heartbeat | null, now: number): Found | null {
	const timeline = timelineOf(running.session);
	const player = playerOf(timeline, running.log);
	if (player.status === 'ready' || player.status === 'finished') return null;
	const seenAt = lastSeenAt(running.log, heartbeat);
	const log: SessionLog =
		player.status === 'playing' ? [...running.log, { type: 'interrupted', at: seenAt }] : running.log;
	const offer = now - seenAt <= RULES.resumeHours * 3_600_000 ? 'resume' : 'expired';
	return { offer, log, player: playerOf(timeline, log) };
}
