// What the records say when they are read: minutes, runs, which sessions count. Derived at each reading, never stored.

import { order } from './kept.ts';
import { playerOf, type Player } from './player.ts';
import { isKept, type CheckIn, type SessionRecord } from './record.ts';
import { hasRun, sessionSeconds, type Phase, type Session } from './session.ts';
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
const NOT_PLAYED = { playedMs: 0, unheardMs: 0, done: false };

/** What was done, from the state of a player. */
export function summaryOfPlayer(player: Player): Summary {
	const sums = {
		playedMs: 0,
		runMs: 0,
		unheardMs: 0,
		runsDone: 0,
		runsPlanned: 0,
		exercisesDone: 0,
		exercisesPlanned: 0
	};
	player.timeline.steps.forEach(({ phase }, index) => {
		const { playedMs, unheardMs, done } = player.plays[index] ?? NOT_PLAYED;
		sums.playedMs += playedMs;
		sums.unheardMs += unheardMs;
		if (phase === 'run') {
			sums.runMs += playedMs;
			sums.runsPlanned += 1;
			if (done) sums.runsDone += 1;
		} else if (WORK.includes(phase)) {
			sums.exercisesPlanned += 1;
			if (done) sums.exercisesDone += 1;
		}
	});
	return {
		startedAt: player.startedAt,
		endedAt: player.endedAt,
		...sums,
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

/** Records that were read together share their blocks (storage/packed.ts). */
const timelineOfBlocks = new WeakMap<Session['blocks'], Timeline>();

function timelineOfSame(session: Session): Timeline {
	const key = JSON.stringify(session.blocks);
	const timeline = timelines.get(key) ?? timelineOf(session);
	if (timelines.size >= TIMELINES) timelines.clear();
	timelines.set(key, timeline);
	return timeline;
}

/** The time line of a session; those that hold the same blocks are unrolled once. */
function timelineOnce(session: Session): Timeline {
	const timeline = timelineOfBlocks.get(session.blocks) ?? timelineOfSame(session);
	timelineOfBlocks.set(session.blocks, timeline);
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

/** At least `share` (0-1) of what was prescribed was played, wherever it was ended. */
export const didShare = (record: Recorded, share: number): boolean =>
	summaryOf(record).playedMs >= share * sessionSeconds(record.session) * 1000;

/** Who opened a run and ended it while warming up has not run. */
export const didRun = (record: Recorded): boolean => hasRun(record.session) && summaryOf(record).runMs > 0;

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
