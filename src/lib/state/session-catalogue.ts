// Finds a session by its address (`run-walk/S3`, `walk/B/4`, `walk/free/30`, `yoga/yoga-20`, `own/<id>`), so that every
// one can be started freely.

import { programmes } from '#lib/content/index.ts';
import type { Agenda } from '#lib/domain/agenda.ts';
import { mayHaveEarned } from '#lib/domain/core-level.ts';
import {
	FREE_WALK,
	FREE_WALK_MINUTES,
	GENTLE_MINUTES,
	GENTLE_WALK,
	freeWalk,
	gentleWalk
} from '#lib/domain/free-walk.ts';
import { faultOfOwn, keptOwn, sessionOfOwn } from '#lib/domain/played-own.ts';
import { runSession, sequenceSession, walkOfWeek, type Programmes } from '#lib/domain/programme.ts';
import type { OwnSession, SessionRecord } from '#lib/domain/record.ts';
import { isOnFoot, type Session } from '#lib/domain/session.ts';

/** Whole minutes from an address, 1 to `most`; `null` for anything else. */
function wholeMinutes(text: string, most: number): number | null {
	const minutes = /^\d{1,2}$/.test(text) ? Number(text) : 0;
	return minutes >= 1 && minutes <= most ? minutes : null;
}

/** The session with this id; `null` for an address that names none, or one's own that was removed or is still empty. */
export function sessionById(id: string, shelf: Programmes, owns: readonly OwnSession[] = []): Session | null {
	const [programme, first = '', second = '', third] = id.split('/');
	if (programme === 'own') {
		const own = keptOwn(owns).find((each) => each.id === first);
		return own && faultOfOwn(own) === null ? sessionOfOwn(own) : null;
	}
	if (programme === 'run-walk') {
		const stage = shelf.runWalk.stages.find((each) => each.id === first);
		return stage ? runSession(stage) : null;
	}
	if (programme === 'walk' && first === FREE_WALK) {
		const minutes = FREE_WALK_MINUTES.find((each) => String(each) === second);
		return minutes === undefined ? null : freeWalk(minutes);
	}
	if (programme === 'walk' && first === GENTLE_WALK) {
		const minutes = wholeMinutes(second, GENTLE_MINUTES);
		return minutes === null ? null : gentleWalk(minutes);
	}
	if (programme === 'walk') {
		const plan = shelf.walks.find((each) => each.id === first);
		const week = plan?.weeks[Number(second) - 1];
		if (!plan || !week) return null;
		// After a red walk the same week is shorter: `walk/B/7/20`.
		const minutes = third ? wholeMinutes(third, week.minutes) : week.minutes;
		return minutes === null ? null : walkOfWeek(plan, Number(second) - 1, minutes);
	}
	const sequence = shelf.sequences.find((each) => each.programmeId === programme && each.id === first);
	return sequence ? sequenceSession(sequence) : null;
}

/** The session of a plan, or an easier exercise in it, is not on the small shelf of the first screen. */
export const plansNeedLibrary = (agenda: Agenda, sessions: readonly SessionRecord[], isChosen: boolean): boolean =>
	agenda.plans.some(
		({ plan: { programmeId, startStageId } }) =>
			!isOnFoot(programmeId) &&
			(isChosen ||
				!sessionById(`${programmeId}/${startStageId}`, programmes) ||
				(programmeId === 'core' && mayHaveEarned(sessions)))
	);
