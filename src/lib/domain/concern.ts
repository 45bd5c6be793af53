// What somebody ticked, or stopped a session with, that is to be looked at before training goes on, until they say that
// advice was taken. Source: evidence.md 5.2, decisions.md 'Closures'.

import type { Answer } from './answer.ts';
import type { LocalDay } from './local-day.ts';
import { lastAnswer } from './readiness.ts';
import { isEmergency } from './stop-door.ts';
import { urgencyOf } from './warning-signs.ts';

/** Every session, or runs alone (evidence.md 5.2, row 15). */
export type Closing = 'all' | 'running';

export interface Concern {
	readonly closes: Closing;
	readonly on: LocalDay;
}

/** What these ticks close; `null`: nothing. */
export function closingOf(ticked: readonly string[]): Closing | null {
	const urgency = urgencyOf(ticked);
	if (urgency === 'emergency' || urgency === 'today') return 'all';
	return ticked.includes('belowKnee') ? 'running' : null;
}

function concernOf(answer: Answer): Concern | null {
	const closes =
		answer.type === 'warningSigns'
			? closingOf(answer.ticked)
			: answer.type === 'stopped' && isEmergency(answer.why)
				? 'all'
				: null;
	return closes && { closes, on: answer.on };
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
