// How fast a walk is meant to be, and what is said about it on the way. Only for walks; runs have words of their own.

import { FREE_WALK, isGentleWalk } from './free-walk.ts';
import type { Phase, Session } from './session.ts';
import type { Step } from './timeline.ts';

/** `brisk`: one can talk, but could not sing. `own`: as it comes. */
export type Pace = 'easy' | 'own' | 'brisk';

/** A line about the pace; its words stand in the texts under `paces`. */
export type PaceHint = 'easyIn' | 'own' | 'brisk' | 'talkTest' | 'loose' | 'easyOut';

/** The walking plans ask for a brisk pace from this week on (evidence.md 2.2 [P]). */
const BRISK_FROM_WEEK = 4;

/** A hint stays this long, so that nobody is talked to more often. */
export const HINT_MS = 5 * 60_000;

const HINTS: Readonly<Record<'own' | 'brisk', readonly PaceHint[]>> = {
	own: ['own', 'loose'],
	brisk: ['brisk', 'talkTest', 'loose']
};

const isBrisk = (session: Session): boolean => {
	if (isGentleWalk(session)) return false;
	const [, plan, week] = session.id.split('/');
	return plan === FREE_WALK || Number(week) >= BRISK_FROM_WEEK;
};

/** The pace of a phase of a walk; `null` for what is no walk. Source: evidence.md 2.2, 'can talk, could not sing'. */
export function paceOf(session: Session, phase: Phase): Pace | null {
	if (session.programmeId !== 'walk') return null;
	if (phase === 'warmUp' || phase === 'coolDown') return 'easy';
	if (phase !== 'walk') return null;
	return isBrisk(session) ? 'brisk' : 'own';
}

/**
 * What is said about the pace at `positionMs` within `step`: a gentle line that changes every five minutes at most.
 * `null` for what is no walk.
 */
export function paceHintAt(session: Session, step: Step, positionMs: number): PaceHint | null {
	const pace = paceOf(session, step.phase);
	if (pace === null) return null;
	if (pace === 'easy') return step.phase === 'warmUp' ? 'easyIn' : 'easyOut';
	const hints = HINTS[pace];
	const turn = Math.floor(Math.max(0, positionMs - step.startMs) / HINT_MS);
	return hints[turn % hints.length] ?? pace;
}
