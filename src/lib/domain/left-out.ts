// What was left out of a session, and why: read off its log, never stored by itself.

import { applyEvent, currentStep, getReadyMsAt, readyPlayer } from './player.ts';
import type { SessionRecord } from './record.ts';
import type { SkipWhy } from './session-log.ts';
import { timelineOf } from './timeline.ts';

export interface LeftOut {
	readonly exerciseId: string;
	readonly why: SkipWhy;
}

/**
 * The exercises that were left out with a reason, in order; the same one for the same reason once, however many sets or
 * sides. A get-ready that was skipped left out nothing.
 */
export function leftOutOf({ session, log }: Pick<SessionRecord, 'session' | 'log'>): readonly LeftOut[] {
	let player = readyPlayer(timelineOf(session));
	const leftOut: LeftOut[] = [];
	for (const event of log) {
		const isLeft = event.type === 'skipped' && event.why !== undefined && getReadyMsAt(player, event.at) === 0;
		if (isLeft && (player.status === 'playing' || player.status === 'paused')) {
			const { exerciseId } = currentStep(player, event.at);
			const { why } = event;
			const isNew = !leftOut.some((each) => each.exerciseId === exerciseId && each.why === why);
			if (exerciseId !== undefined && why !== undefined && isNew) leftOut.push({ exerciseId, why });
		}
		player = applyEvent(player, event);
	}
	return leftOut;
}
