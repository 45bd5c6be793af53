// A walk of any length that somebody feels like. Knows nothing of the walking plans.

import { assert } from './assert.ts';
import type { Block, Session } from './session.ts';

/** The lengths on offer, in minutes: 10 to 60 in steps of five. */
export const FREE_WALK_MINUTES: readonly number[] = Array.from({ length: 11 }, (_, n) => 10 + 5 * n);

/** Marks the walk that belongs to no plan: `walk/free/30`. */
export const FREE_WALK = 'free';

/** Easy minutes at each end: two, from half an hour on five as before a run (evidence.md 1.5; ours [P]). */
const easySeconds = (minutes: number): number => (minutes < 30 ? 120 : 300);

/** Marks the short walk at one's own pace that is proposed instead of something harder: `walk/gentle/10`. */
export const GENTLE_WALK = 'gentle';
/** A gentle walk is never longer [P]. */
export const GENTLE_MINUTES = 20;

const part = (id: string, phase: 'warmUp' | 'walk' | 'coolDown', seconds: number): Block => ({
	type: 'block',
	id,
	repeat: 1,
	items: [{ type: 'step', phase, seconds }]
});

/**
 * A walk of exactly `minutes` (one of FREE_WALK_MINUTES; anything else is a bug and throws): easy, brisk, easy.
 * How fast each part is meant to be says `paceOf`.
 */
export function freeWalk(minutes: number): Session {
	assert(FREE_WALK_MINUTES.includes(minutes), `no walk of ${minutes} minutes`);
	const easy = easySeconds(minutes);
	return {
		id: `walk/${FREE_WALK}/${minutes}`,
		programmeId: 'walk',
		stageId: `${FREE_WALK}-${minutes}`,
		blocks: [
			part('warm-up', 'warmUp', easy),
			part('walk', 'walk', minutes * 60 - 2 * easy),
			part('cool-down', 'coolDown', easy)
		]
	};
}

/**
 * A gentle walk of whole `minutes`, 1 to GENTLE_MINUTES (anything else is a bug and throws): easy in, as it comes, easy
 * out; below ten minutes one stretch. For high pain, for settling and after a red run: evidence.md 1.5 'walk home
 * easily', 4.3 'walk in small bites', decisions.md '51-70: gentle walk'.
 */
export function gentleWalk(minutes: number): Session {
	assert(
		Number.isInteger(minutes) && minutes >= 1 && minutes <= GENTLE_MINUTES,
		`no gentle walk of ${minutes} minutes`
	);
	const easy = minutes < 10 ? 0 : easySeconds(minutes);
	const walk = part('walk', 'walk', minutes * 60 - 2 * easy);
	return {
		id: `walk/${GENTLE_WALK}/${minutes}`,
		programmeId: 'walk',
		stageId: `${GENTLE_WALK}-${minutes}`,
		blocks: easy > 0 ? [part('warm-up', 'warmUp', easy), walk, part('cool-down', 'coolDown', easy)] : [walk]
	};
}

export const isGentleWalk = ({ id }: Pick<Session, 'id'>): boolean => id.startsWith(`walk/${GENTLE_WALK}/`);
