// What the records say when they are read: minutes, runs, which sessions count. Derived at each reading, never stored.

import { playerOf, type Player } from './player.ts';
import { isKept, type CheckIn, type SessionRecord } from './record.ts';
import type { Phase, Session } from './session.ts';
import type { SessionLog } from './session-log.ts';
import { timelineOf } from './timeline.ts';

export interface Summary {
	readonly startedAt: number | null;
	readonly endedAt: number | null;
	/** Everything played, repeats included. */
	readonly playedMs: number;
	readonly runMs: number;
	readonly unheardMs: number;
	readonly runsDone: number;
	readonly runsPlanned: number;
	/** Work steps (strength, breathing) of an exercise session. */
	readonly exercisesDone: number;
	readonly exercisesPlanned: number;
	readonly complete: boolean;
}

const WORK: readonly Phase[] = ['strength', 'breathe'];

/** What was done, from the state of a player. */
export function summaryOfPlayer(player: Player): Summary {
	const steps = player.timeline.steps.map((step, index) => ({ step, play: player.plays[index] }));
	const sum = (of: (entry: (typeof steps)[number]) => number): number =>
		steps.reduce((total, entry) => total + of(entry), 0);
	const isRun = (entry: (typeof steps)[number]): boolean => entry.step.phase === 'run';
	const isWork = (entry: (typeof steps)[number]): boolean => WORK.includes(entry.step.phase);
	const count = (is: (entry: (typeof steps)[number]) => boolean): number => steps.filter(is).length;
	return {
		startedAt: player.startedAt,
		endedAt: player.endedAt,
		playedMs: sum(({ play }) => play?.playedMs ?? 0),
		runMs: sum((entry) => (isRun(entry) ? (entry.play?.playedMs ?? 0) : 0)),
		unheardMs: sum(({ play }) => play?.unheardMs ?? 0),
		runsDone: count((entry) => isRun(entry) && entry.play?.done === true),
		runsPlanned: count(isRun),
		exercisesDone: count((entry) => isWork(entry) && entry.play?.done === true),
		exercisesPlanned: count(isWork),
		complete: player.endedBy === 'complete'
	};
}

interface Recorded {
	readonly session: Session;
	readonly log: SessionLog;
}

/** A record never changes; what was read out of one once is kept as long as it is. */
const summaries = new WeakMap<Recorded, Summary>();

/** What was done in a recorded session. */
export function summaryOf(record: Recorded): Summary {
	const summary = summaries.get(record) ?? summaryOfPlayer(playerOf(timelineOf(record.session), record.log));
	summaries.set(record, summary);
	return summary;
}

/** Records that were not removed, oldest first. */
export const keptSessions = (records: readonly SessionRecord[]): readonly SessionRecord[] =>
	records
		.filter(isKept)
		.toSorted(
			(a, b) => a.on.localeCompare(b.on) || (a.log[0]?.at ?? 0) - (b.log[0]?.at ?? 0) || a.id.localeCompare(b.id)
		);

/** The answers that belong to a session, if any were kept: the latest. */
export const checkInOf = (checkIns: readonly CheckIn[], sessionId: string): CheckIn | undefined =>
	checkIns
		.filter((entry) => isKept(entry) && entry.sessionId === sessionId)
		.toSorted((a, b) => a.updatedAt - b.updatedAt)
		.at(-1);
