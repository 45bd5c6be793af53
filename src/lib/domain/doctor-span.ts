// How far back the page for a doctor reaches when it shows everything, and how much of a week its sessions are.

import type { Answer } from './answer.ts';
import { checkInsOfKept } from './contents.ts';
import { daysBetween, mondayOf, type LocalDay } from './local-day.ts';
import { earliest } from './period.ts';
import { isKept, type Snapshot } from './record.ts';

const WEEK = 7;

/** Answers that stand on the page. */
const SHOWN: readonly Answer['type'][] = ['medicine', 'warningSigns', 'stopped'];

/** Days of which this page tells besides entries, sessions and movement: answers, and what was said after a session. */
export const daysTold = ({ answers, checkIns, sessions }: Snapshot): readonly LocalDay[] => [
	...answers.filter((answer) => SHOWN.includes(answer.type) && isKept(answer)).map(({ on }) => on),
	...checkInsOfKept(checkIns, sessions).map(({ on }) => on)
];

/**
 * Sessions a week, from the Monday of the first one up to today: who began in the middle is not thinned out, and the
 * week just begun counts for the days it has. `sessionDays`: one day for each session.
 */
export function sessionsWeekly(sessionDays: readonly LocalDay[], today: LocalDay): number {
	const firstOn = earliest(sessionDays);
	if (firstOn === null) return 0;
	const days = daysBetween(mondayOf(firstOn), today) + 1;
	return (WEEK * sessionDays.length) / Math.max(WEEK, days);
}
