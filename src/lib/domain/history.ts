// What the records say when they are read: minutes, runs, which sessions count. Derived at each reading, never stored.

import { order } from './kept.ts';
import { playerOf, type Player } from './player.ts';
import { isKept, type CheckIn, type SessionRecord } from './record.ts';
import type { Phase, Session } from './session.ts';
import type { SessionLog } from './session-log.ts';
import { timelineOf, type Timeline } from './timeline.ts';

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

/** So many different sessions are remembered unrolled; years of records are of a few dozen. */
const TIMELINES = 200;
const timelines = new Map<string, Timeline>();

/** The time line of a session; those that hold the same blocks are unrolled once. */
function timelineOnce(session: Session): Timeline {
	const key = JSON.stringify(session.blocks);
	const known = timelines.get(key);
	if (known) return known;
	const timeline = timelineOf(session);
	if (timelines.size >= TIMELINES) timelines.clear();
	timelines.set(key, timeline);
	return timeline;
}

/** A record never changes; what was read out of one once is kept as long as it is. */
const summaries = new WeakMap<Recorded, Summary>();

/** What was done in a recorded session. */
export function summaryOf(record: Recorded): Summary {
	const summary = summaries.get(record) ?? summaryOfPlayer(playerOf(timelineOnce(record.session), record.log));
	summaries.set(record, summary);
	return summary;
}

/** Lists of records are replaced, never changed; each is put in order once. */
const inOrder = new WeakMap<readonly SessionRecord[], readonly SessionRecord[]>();

/** Records that were not removed, oldest first. `records` must not be changed afterwards. */
export function keptSessions(records: readonly SessionRecord[]): readonly SessionRecord[] {
	const known = inOrder.get(records);
	if (known) return known;
	const kept = records
		.filter(isKept)
		.toSorted((a, b) => order(a.on, b.on) || (a.log[0]?.at ?? 0) - (b.log[0]?.at ?? 0) || order(a.id, b.id));
	inOrder.set(records, kept);
	return kept;
}

/** The answers that belong to a session, if any were kept: the latest. */
export const checkInOf = (checkIns: readonly CheckIn[], sessionId: string): CheckIn | undefined =>
	checkIns
		.filter((entry) => isKept(entry) && entry.sessionId === sessionId)
		.toSorted((a, b) => a.updatedAt - b.updatedAt)
		.at(-1);
