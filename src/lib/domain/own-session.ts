// A session that somebody put together: blocks of exercises and intervals, and what can be done with them while
// building. Every change gives a new value; the time and ids are brought along.

import type { IntervalItem } from './interval-line.ts';
import { OWN_LIMITS } from './played-own.ts';
import type { OwnSession } from './record.ts';
import type { Block, Dose, StepPlan } from './session.ts';

export type { OwnSession } from './record.ts';

/**
 * An exercise of the library, as far as it says how long it takes. The position `side` is lying on one's side, `any`
 * asks for no move.
 */
export interface ExerciseForm {
	readonly id: string;
	readonly position: string;
	readonly phase: 'strength' | 'breathe';
	/** Left and right in turn within one step. */
	readonly alternates?: boolean;
	/** Lying on one's side, the lower side is the one that works and is named (side plank, evidence.md 7.3). */
	readonly lowerWorks?: boolean;
	readonly dose: Dose & { readonly sets: number; readonly sides: 1 | 2; readonly restSeconds: number };
}

/** What a link to a shared session goes on with, after the address. */
export const SHARED_FRAGMENT = '#s=';

/** Time to get into another position (evidence.md 7.4 has 10 to 20 s). */
const MOVE_SECONDS = 15;

export const emptyOwn = (id: string, title: string, at: number): OwnSession => ({
	id,
	updatedAt: at,
	createdAt: at,
	title,
	blocks: []
});

const move = (position: string): StepPlan => ({ type: 'step', phase: 'move', seconds: MOVE_SECONDS, position });
const block = (items: Block['items'], repeat = 1): Block => ({ type: 'block', id: 'part', repeat, items });

/** An exercise with its dose as a block: into position, then its sets, both sides of each, with the rests between. */
export function exerciseBlock({ id, position, phase, dose, alternates, lowerWorks }: ExerciseForm): Block {
	const { sets, sides, restSeconds, reps, holdSeconds, releaseSeconds } = dose;
	const work: StepPlan = {
		type: 'step',
		phase,
		seconds: reps * (holdSeconds + releaseSeconds),
		exerciseId: id,
		...(alternates && sides === 1 ? { side: 'alternate' as const } : {}),
		dose: { reps, holdSeconds, releaseSeconds }
	};
	const rest: readonly StepPlan[] = restSeconds > 0 ? [{ type: 'step', phase: 'rest', seconds: restSeconds }] : [];
	const into = position === 'any' ? [] : [move(position)];
	if (sides === 1) return block([...into, block([work, ...rest], sets)]);
	const right: StepPlan = { ...work, side: 'right' };
	const left: StepPlan = { ...work, side: 'left' };
	if (position !== 'side') return block([...into, block([right, ...rest, left, ...rest], sets)]);
	// Lying on the left side the right leg works, in a side plank the left.
	const [first, second] = lowerWorks ? [left, right] : [right, left];
	return block([block([move('left-side'), first, move('right-side'), second, ...rest], sets)]);
}

/** Intervals as a block; one repeat alone is the block itself, so that its number can be changed. */
export const intervalsBlock = (items: readonly IntervalItem[]): Block => {
	const [only] = items;
	return items.length === 1 && only?.type === 'block' ? only : block(items);
};

const freshId = (blocks: readonly Block[]): string =>
	`b${1 + Math.max(0, ...blocks.map(({ id }) => Number(/^b(\d{1,9})$/.exec(id)?.[1] ?? 0)))}`;

const changed = (own: OwnSession, blocks: readonly Block[], at: number): OwnSession => ({
	...own,
	blocks,
	updatedAt: at
});

const put = (blocks: readonly Block[], index: number, one: Block): readonly Block[] => [
	...blocks.slice(0, index),
	one,
	...blocks.slice(index)
];

const indexOf = (own: OwnSession, id: string): number => own.blocks.findIndex((each) => each.id === id);

/** Adds a block at `index`, at the end when left out; it gets an id of its own. */
export const addBlock = (own: OwnSession, one: Block, at: number, index = own.blocks.length): OwnSession =>
	changed(own, put(own.blocks, index, { ...one, id: freshId(own.blocks) }), at);

/** Takes a block out. An id that is not there changes nothing, here and below. */
export const removeBlock = (own: OwnSession, id: string, at: number): OwnSession =>
	indexOf(own, id) < 0
		? own
		: changed(
				own,
				own.blocks.filter((each) => each.id !== id),
				at
			);

/** Puts a block where `index` is, counted without it; beyond an end it goes to that end. */
export function placeBlock(own: OwnSession, id: string, index: number, at: number): OwnSession {
	const one = own.blocks[indexOf(own, id)];
	if (!one) return own;
	const others = own.blocks.filter((each) => each !== one);
	return changed(own, put(others, Math.min(Math.max(0, index), others.length), one), at);
}

/** One place up or down; at the end nothing happens. */
export const shiftBlock = (own: OwnSession, id: string, by: -1 | 1, at: number): OwnSession =>
	placeBlock(own, id, indexOf(own, id) + by, at);

/** The same block once more, right after it. */
export function duplicateBlock(own: OwnSession, id: string, at: number): OwnSession {
	const index = indexOf(own, id);
	const one = own.blocks[index];
	return one ? addBlock(own, one, at, index + 1) : own;
}

const withBlock = (own: OwnSession, id: string, at: number, change: (one: Block) => Block): OwnSession =>
	indexOf(own, id) < 0
		? own
		: changed(
				own,
				own.blocks.map((each) => (each.id === id ? change(each) : each)),
				at
			);

const within = (value: number, least: number, most: number): number =>
	Math.min(Math.max(least, Math.round(Number.isFinite(value) ? value : least)), most);

/** How often a block is done, 1 to 60. */
export const repeatBlock = (own: OwnSession, id: string, times: number, at: number): OwnSession =>
	withBlock(own, id, at, (one) => ({ ...one, repeat: within(times, 1, OWN_LIMITS.repeats) }));

/** Another block in the place and under the name of this one. */
export const replaceBlock = (own: OwnSession, id: string, other: Block, at: number): OwnSession =>
	withBlock(own, id, at, () => ({ ...other, id }));

/** The next length above or below that one would choose: steps of 5 s, from a minute on 15 s, from five minutes 60 s. */
export function secondsStepped(seconds: number, by: 'less' | 'more'): number {
	const isBelow = (edge: number): boolean => (by === 'more' ? seconds < edge : seconds <= edge);
	const step = isBelow(60) ? 5 : isBelow(300) ? 15 : 60;
	const stepped = by === 'more' ? Math.floor(seconds / step) * step + step : Math.ceil(seconds / step) * step - step;
	return within(stepped, Math.min(seconds, 5), OWN_LIMITS.seconds);
}

/** A step of another length, whole seconds from 1 on; counted repetitions follow, one at least. */
function stepOf(step: StepPlan, wished: number): StepPlan {
	const seconds = within(wished, 1, OWN_LIMITS.seconds);
	if (!step.dose) return { ...step, seconds };
	const once = Math.max(1, step.dose.holdSeconds + step.dose.releaseSeconds);
	const reps = Math.max(1, Math.floor(seconds / once));
	return { ...step, seconds: Math.max(seconds, once), dose: { ...step.dose, reps } };
}

const setIn = (items: Block['items'], path: readonly number[], seconds: number): Block['items'] =>
	items.map((item, index) => {
		if (index !== path[0]) return item;
		if (item.type === 'step') return path.length === 1 ? stepOf(item, seconds) : item;
		return { ...item, items: setIn(item.items, path.slice(1), seconds) };
	});

/** Another length for one step of a block; `path` leads to it through the items, `[1, 0]` the first of the second. */
export const setSeconds = (
	own: OwnSession,
	id: string,
	path: readonly number[],
	seconds: number,
	at: number
): OwnSession => withBlock(own, id, at, (one) => ({ ...one, items: setIn(one.items, path, seconds) }));

/** A title as plain text: no control or direction signs, single spaces, cut to length. */
export const plainTitle = (title: string): string =>
	[...title.replaceAll(/[\p{Cc}\p{Cs}\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()]
		.slice(0, OWN_LIMITS.title)
		.join('')
		.trim();

export const renameOwn = (own: OwnSession, title: string, at: number): OwnSession => ({
	...own,
	title: plainTitle(title),
	updatedAt: at
});
