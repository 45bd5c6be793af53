// What a stop by a symptom that is no emergency makes of the plan, as its light does (session-lights.ts): red for back and
// leg whatever is answered afterwards, amber when one is just tired. Only runs, walks and core sessions go by their light, and running by any leg.

import type { LegSign, StopWhy } from '#lib/domain/answer.ts';
import { hasRun, type Session } from '#lib/domain/session.ts';
import { mayGoOn } from '#lib/domain/stop-door.ts';
import type { StopKey } from '#lib/i18n/stop.ts';

/** With stages or weeks that a red run leads back. */
const isOfRunPlan = ({ programmeId }: Session): boolean => programmeId === 'run-walk' || programmeId === 'running';

/** A leg that is red holds running, in whatever session it was (hold.ts). */
function afterRed(session: Session, why: StopWhy): StopKey {
	if (isOfRunPlan(session)) return 'plan.red.run';
	if (hasRun(session)) return 'plan.red.ownRun';
	if (session.programmeId === 'walk') return why === 'leg' ? 'plan.red.walkLeg' : 'plan.red.walk';
	if (why === 'leg') return session.programmeId === 'core' ? 'plan.red.coreLeg' : 'plan.red.ownRun';
	return session.programmeId === 'core' ? 'plan.red.core' : 'plan.unchanged';
}

/** The sentences for it, in order. Who goes on is not stopped: then the answers after the session decide. */
export function planAfterStop(session: Session, why: StopWhy, signs: readonly LegSign[]): readonly StopKey[] {
	if (why === 'tired') return [isOfRunPlan(session) ? 'plan.tired' : 'plan.kept'];
	const after = afterRed(session, why);
	return after !== 'plan.unchanged' && mayGoOn(why, signs) ? ['plan.either', after] : [after];
}
