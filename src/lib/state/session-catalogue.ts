// Finds a session by its address (`run-walk/S3`, `walk/B/4`, `walk/free/30`, `yoga/yoga-20`, `own/<id>`), so that every
// one can be started freely.

import { FREE_WALK, FREE_WALK_MINUTES, freeWalk } from '#lib/domain/free-walk.ts';
import { faultOfOwn, keptOwn, sessionOfOwn } from '#lib/domain/played-own.ts';
import { runSession, sequenceSession, walkSession, type Programmes } from '#lib/domain/programme.ts';
import type { OwnSession } from '#lib/domain/record.ts';
import type { Session } from '#lib/domain/session.ts';

/** The session with this id; `null` for an address that names none, or one's own that was removed or is still empty. */
export function sessionById(id: string, programmes: Programmes, owns: readonly OwnSession[] = []): Session | null {
	const [programme, first = '', second = ''] = id.split('/');
	if (programme === 'own') {
		const own = keptOwn(owns).find((each) => each.id === first);
		return own && faultOfOwn(own) === null ? sessionOfOwn(own) : null;
	}
	if (programme === 'run-walk') {
		const stage = programmes.runWalk.stages.find((each) => each.id === first);
		return stage ? runSession(stage) : null;
	}
	if (programme === 'walk' && first === FREE_WALK) {
		const minutes = FREE_WALK_MINUTES.find((each) => String(each) === second);
		return minutes === undefined ? null : freeWalk(minutes);
	}
	if (programme === 'walk') {
		const plan = programmes.walks.find((each) => each.id === first);
		const week = plan?.weeks[Number(second) - 1];
		return plan && week ? walkSession(plan.id, Number(second), week.minutes) : null;
	}
	const sequence = programmes.sequences.find((each) => each.programmeId === programme && each.id === first);
	return sequence ? sequenceSession(sequence) : null;
}
