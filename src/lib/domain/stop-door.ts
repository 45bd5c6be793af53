// The five doors behind the stop button of the player, and what may follow behind each. Sources: the stop-now list of
// evidence.md 5.2, the rows of 1.5 for back and leg, 4.4 for everything that is no run. The person decides all the same.

import type { Answer, LegSign, StopWhy } from './answer.ts';

/** In the order in which they are offered: what cannot wait comes first. */
export const STOP_DOORS: readonly StopWhy[] = ['nerve', 'chest', 'leg', 'back', 'tired'];

/** Each of them is red for a run (evidence.md 1.5, row 'Leg/foot pain'). */
export const LEG_SIGNS: readonly LegSign[] = ['limp', 'swelling', 'bonePoint', 'nightPain'];

/** Somebody is called first: there is no going on, and nobody walks home with it. */
export const isEmergency = (why: StopWhy): boolean => why === 'nerve' || why === 'chest';

/** True where the session may go on, more gently. */
export const mayGoOn = (why: StopWhy, legSigns: readonly LegSign[]): boolean =>
	!isEmergency(why) && (why !== 'leg' || legSigns.length === 0);

export type Stop = Extract<Answer, { readonly type: 'stopped' }>;

/** What the session was stopped by; `undefined`: it was not, or that was taken back. */
export const stopOf = (answers: readonly Answer[], sessionId: string): Stop | undefined =>
	answers.find(
		(each): each is Stop => each.type === 'stopped' && each.sessionId === sessionId && each.deletedAt === undefined
	);
