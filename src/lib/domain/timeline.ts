// A session unrolled: steps that touch and never overlap, from 0 to the end. Knows nothing of clocks or sound.

import { assert } from './assert.ts';
import type { Block, Phase, Session, StepPlan } from './session.ts';

/** One stretch of the time line; `[startMs, endMs)`. */
export interface Step extends Omit<StepPlan, 'type' | 'seconds'> {
	readonly index: number;
	readonly startMs: number;
	readonly endMs: number;
	/** 'run 3 of 8': place among the steps of the same phase. */
	readonly ordinal: number;
	readonly ordinals: number;
	/** Put in on the way (a minute of walking after a long pause), not prescribed. */
	readonly inserted?: true;
}

export interface Timeline {
	readonly steps: readonly Step[];
	readonly totalMs: number;
	/** Changed after half of it was done: it is not half done once more. */
	readonly isHalfWayPast?: true;
}

type Piece = Omit<Step, 'index' | 'startMs' | 'endMs' | 'ordinal' | 'ordinals'> & { readonly durationMs: number };

const unroll = (item: StepPlan | Block): readonly Piece[] => {
	if (item.type === 'block') {
		const once = item.items.flatMap(unroll);
		return Array.from({ length: item.repeat }, () => once).flat();
	}
	const { type: _type, seconds, ...rest } = item;
	return [{ ...rest, durationMs: seconds * 1000 }];
};

const piecesOf = (timeline: Timeline): readonly Piece[] =>
	timeline.steps.map(({ index: _i, startMs, endMs, ordinal: _o, ordinals: _n, ...rest }) => ({
		...rest,
		durationMs: endMs - startMs
	}));

/** Lays pieces end to end. Pieces of no length are left out, so each instant has exactly one step. */
function lay(pieces: readonly Piece[]): Timeline {
	const real = pieces.filter((piece) => piece.durationMs > 0);
	const counts = new Map<Phase, number>();
	const totals = new Map<Phase, number>();
	const counted = (piece: Piece): boolean => !piece.inserted;
	for (const piece of real) if (counted(piece)) totals.set(piece.phase, (totals.get(piece.phase) ?? 0) + 1);
	let at = 0;
	const steps = real.map(({ durationMs, ...rest }, index): Step => {
		const ordinal = (counts.get(rest.phase) ?? 0) + (rest.inserted ? 0 : 1);
		counts.set(rest.phase, ordinal);
		const startMs = at;
		at += durationMs;
		return { ...rest, index, startMs, endMs: at, ordinal, ordinals: totals.get(rest.phase) ?? 0 };
	});
	return { steps, totalMs: at };
}

/** Expands a session once. Law T1: steps touch, never overlap, and sum to the total. */
export function timelineOf(session: Session): Timeline {
	const timeline = lay(session.blocks.flatMap(unroll));
	assert(timeline.steps.length > 0, `an empty session: ${session.id}`);
	return timeline;
}

/** The one step with `startMs <= positionMs < endMs`; before the start the first, from the end on the last. */
export function stepAt(timeline: Timeline, positionMs: number): Step {
	let low = 0;
	let high = timeline.steps.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((timeline.steps[middle]?.startMs ?? 0) <= positionMs) low = middle;
		else high = middle - 1;
	}
	const step = timeline.steps[low];
	assert(step, 'a timeline has at least one step');
	return step;
}

/** The same timeline with step `index` longer by `ms`; what follows moves back. */
export function extendStep(timeline: Timeline, index: number, ms: number): Timeline {
	return lay(
		piecesOf(timeline).map((piece, at) => (at === index ? { ...piece, durationMs: piece.durationMs + ms } : piece))
	);
}

/** The same timeline with step `index` shorter by `ms`, which it must have; what follows moves forward. */
export function shortenStep(timeline: Timeline, index: number, ms: number): Timeline {
	return extendStep(timeline, index, -ms);
}

/** The same timeline with `ms` of walking put in before step `index`. */
export function insertWalk(timeline: Timeline, index: number, ms: number): Timeline {
	const pieces = [...piecesOf(timeline)];
	pieces.splice(index, 0, { phase: 'walk', durationMs: ms, inserted: true });
	return lay(pieces);
}
