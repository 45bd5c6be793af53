// Movement that no session of ours was for: cycling, swimming, a class. It counts in minutes, and in nothing else
// (decisions.md, 'Other movement').

import { keptSessions } from './history.ts';
import type { LocalDay } from './local-day.ts';
import { playerOf } from './player.ts';
import { isKept, type OtherKind, type OtherMovement, type SessionRecord } from './record.ts';
import type { Phase } from './session.ts';
import { timelineOf } from './timeline.ts';

export type { OtherKind, OtherMovement } from './record.ts';

/** The longest entry: a whole day on the bicycle. */
export const MOST_MINUTES = 16 * 60;

/** What minutes are counted under. `mat`: exercises with their rests and moves, on the mat, at a desk, standing. */
export type MinuteKind = 'run' | 'walk' | 'mat' | OtherKind;

/** All that moved, as it is stored. */
export interface MovementHistory {
	readonly sessions: readonly SessionRecord[];
	readonly movements: readonly OtherMovement[];
}

const KIND_OF: Readonly<Record<Phase, 'run' | 'walk' | 'mat'>> = {
	run: 'run',
	warmUp: 'walk',
	walk: 'walk',
	coolDown: 'walk',
	strength: 'mat',
	breathe: 'mat',
	move: 'mat',
	rest: 'mat'
};

type Minutes = Readonly<Record<MinuteKind, number>>;

const NONE: Minutes = { run: 0, walk: 0, mat: 0, cycling: 0, swimming: 0, class: 0, other: 0 };

const plus = (minutes: Minutes, kind: MinuteKind, more: number): Minutes => ({
	...minutes,
	[kind]: minutes[kind] + more
});

function withSession(minutes: Minutes, record: SessionRecord): Minutes {
	const { timeline, plays } = playerOf(timelineOf(record.session), record.log);
	return timeline.steps.reduce(
		(sum, step, index) => plus(sum, KIND_OF[step.phase], (plays[index]?.playedMs ?? 0) / 60_000),
		minutes
	);
}

/**
 * Minutes of each kind in the days `from` to `to`, both included; not rounded. Sessions count what was played of them,
 * repeats included; a session of runs and walks counts under both.
 */
export function minutesByKind({ sessions, movements }: MovementHistory, from: LocalDay, to: LocalDay): Minutes {
	const isWithin = ({ on }: { readonly on: LocalDay }): boolean => on >= from && on <= to;
	const played = keptSessions(sessions).filter(isWithin).reduce(withSession, NONE);
	return movements
		.filter((entry) => isKept(entry) && isWithin(entry))
		.reduce((sum, { kind, minutes }) => plus(sum, kind, minutes), played);
}

export const totalMinutes = (minutes: Minutes): number => Object.values(minutes).reduce((sum, each) => sum + each, 0);
