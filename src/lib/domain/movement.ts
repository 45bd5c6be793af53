// Movement that no session of ours was for: cycling, swimming, a class. It counts in minutes, and in nothing else
// (decisions.md, 'Other movement').

import { keptSessions } from './history.ts';
import { isLocalDay, type LocalDay } from './local-day.ts';
import { playerOf } from './player.ts';
import { isKept, type OtherKind, type OtherMovement, type SessionRecord } from './record.ts';
import type { Phase } from './session.ts';
import { timelineOf } from './timeline.ts';

export type { OtherKind, OtherMovement } from './record.ts';

/** The longest entry: a whole day on the bicycle. */
export const MOST_MINUTES = 16 * 60;

/** Minutes are offered in steps of this many; any whole number may be typed. */
const STEP_MINUTES = 5;

/** Why an entry cannot be kept as it is; also the id of what is said. */
export type MovementFault = 'minutes' | 'day';

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

/** Entries that were not removed, newest first; of one day the one changed last comes first. */
export const keptMovements = (movements: readonly OtherMovement[]): readonly OtherMovement[] =>
	movements
		.filter(isKept)
		.toSorted((a, b) => b.on.localeCompare(a.on) || b.updatedAt - a.updatedAt || a.id.localeCompare(b.id));

/** The next multiple of five above or below, within what an entry may have. */
export function minutesStepped(minutes: number, by: 'less' | 'more'): number {
	const stepped =
		by === 'more'
			? Math.floor(minutes / STEP_MINUTES) * STEP_MINUTES + STEP_MINUTES
			: Math.ceil(minutes / STEP_MINUTES) * STEP_MINUTES - STEP_MINUTES;
	return Math.min(MOST_MINUTES, Math.max(1, stepped));
}

/** What keeps an entry from being kept; `null` when nothing does. An empty field has no minutes. */
export function movementFault(minutes: number | null | undefined, on: LocalDay, today: LocalDay): MovementFault | null {
	const isWhole = Number.isInteger(minutes) && (minutes ?? 0) >= 1 && (minutes ?? 0) <= MOST_MINUTES;
	if (!isWhole) return 'minutes';
	return isLocalDay(on) && on <= today ? null : 'day';
}
