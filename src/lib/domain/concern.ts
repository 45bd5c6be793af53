// What somebody ticked, or stopped a session with, that is to be looked at before training goes on, until they say that
// advice was taken. Source: evidence.md 5.2, decisions.md 'Closures'.

import type { Answer } from './answer.ts';
import type { LocalDay } from './local-day.ts';
import { lastAnswer } from './readiness.ts';
import { isEmergency } from './stop-door.ts';
import { urgencyOf } from './warning-signs.ts';

export interface Concern {
	/** Every session, or runs alone (evidence.md 5.2, row 15). */
	readonly closes: 'all' | 'running';
	readonly on: LocalDay;
}

function concernOf(answer: Answer): Concern | null {
	if (answer.type === 'stopped') return isEmergency(answer.why) ? { closes: 'all', on: answer.on } : null;
	if (answer.type !== 'warningSigns') return null;
	const urgency = urgencyOf(answer.ticked);
	if (urgency === 'emergency' || urgency === 'today') return { closes: 'all', on: answer.on };
	return answer.ticked.includes('belowKnee') ? { closes: 'running', on: answer.on } : null;
}

/** The weightiest since advice was last taken, of these the first; ticking nothing later lifts none. */
export function openConcern(answers: readonly Answer[]): Concern | null {
	const advisedAt = lastAnswer(answers, 'adviceTaken')?.at ?? -Infinity;
	const open = answers
		.filter((each) => each.deletedAt === undefined && each.at > advisedAt)
		.toSorted((a, b) => a.at - b.at)
		.map(concernOf)
		.filter((each) => each !== null);
	return open.find(({ closes }) => closes === 'all') ?? open[0] ?? null;
}
