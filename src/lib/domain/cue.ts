// The one list of moments that are heard, shown and felt. Sound, word, colour and vibration all read it.

import type { Phase } from './session.ts';
import { stepAt, type Step, type Timeline } from './timeline.ts';

/** `up` begins something harder, `down` something easier; both also name the step that begins. */
export type CueKind = 'three' | 'two' | 'one' | 'up' | 'down' | 'sideChange' | 'halfWay' | 'finish';

export interface Cue {
	readonly kind: CueKind;
	readonly atMs: number;
	/** The step that runs at `atMs`; for counts the step that is about to end. */
	readonly stepIndex: number;
}

/** Shorter steps have no count: it would fill half of them. */
export const COUNTED_FROM_MS = 8000;
/** Half-way keeps this far from a change, so that no two cues speak at once: after it for its words, before it for its own and the count. */
const CLEAR_AFTER_MS = 4800;
const CLEAR_BEFORE_MS = 5200;
const SHOWN_MS = { count: 1000, change: 2500, finish: 4000 } as const;

const WORK = 3;
const EFFORT: Record<Phase, number> = {
	rest: 0,
	move: 0,
	coolDown: 1,
	warmUp: 1,
	walk: 2,
	breathe: WORK,
	run: WORK,
	strength: WORK
};

/** The exercise that comes after the rests and moves that begin with `step`. */
const nextExercise = (timeline: Timeline, step: Step): Step | undefined =>
	timeline.steps.slice(step.index).find((later) => later.exerciseId !== undefined);

function changeKind(timeline: Timeline, step: Step): CueKind {
	const before = timeline.steps[step.index - 1];
	if (!before) return 'up';
	const coming = nextExercise(timeline, step);
	if (before.exerciseId && coming && coming.exerciseId === before.exerciseId && coming.side !== before.side)
		return 'sideChange';
	// Work always begins rising, also straight after other work.
	return EFFORT[step.phase] === WORK || EFFORT[step.phase] > EFFORT[before.phase] ? 'up' : 'down';
}

const countsOf = (step: Step): readonly Cue[] =>
	step.endMs - step.startMs < COUNTED_FROM_MS
		? []
		: (['three', 'two', 'one'] as const).map((kind, n) => ({
				kind,
				atMs: step.endMs - (3 - n) * 1000,
				stepIndex: step.index
			}));

/** The clear moment next to the middle: the first from it on, else the last before it; the middle itself when none is. */
export function halfWayOf(timeline: Timeline): Cue {
	const middle = timeline.totalMs / 2;
	const clear = timeline.steps
		.map((step) => ({ from: step.startMs + CLEAR_AFTER_MS, to: step.endMs - CLEAR_BEFORE_MS }))
		.filter(({ from, to }) => from <= to);
	const next = clear.find(({ to }) => to >= middle);
	const atMs = next ? Math.max(middle, next.from) : (clear.at(-1)?.to ?? middle);
	return { kind: 'halfWay', atMs, stepIndex: stepAt(timeline, atMs).index };
}

/** Every cue of a session in order of time. The last is `finish`, at the very end. */
export function cuesOf(timeline: Timeline): readonly Cue[] {
	const last = timeline.steps.length - 1;
	const changes = timeline.steps.map((step) => ({
		kind: changeKind(timeline, step),
		atMs: step.startMs,
		stepIndex: step.index
	}));
	const finish: Cue = { kind: 'finish', atMs: timeline.totalMs, stepIndex: last };
	const halfWay = timeline.isHalfWayPast ? [] : [halfWayOf(timeline)];
	return [...changes, ...timeline.steps.flatMap(countsOf), ...halfWay, finish].sort((a, b) => a.atMs - b.atMs);
}

/** Cues in `[fromMs, toMs)`. Law T2: splitting a stretch of time never loses or repeats one. */
export const cuesBetween = (cues: readonly Cue[], fromMs: number, toMs: number): readonly Cue[] =>
	cues.filter((cue) => cue.atMs >= fromMs && cue.atMs < toMs);

const shownMs = (kind: CueKind): number =>
	kind === 'three' || kind === 'two' || kind === 'one'
		? SHOWN_MS.count
		: kind === 'finish'
			? SHOWN_MS.finish
			: SHOWN_MS.change;

/** The cue that the screen shows at `positionMs`, if one is due: the latest that is still fresh. */
export const cueShownAt = (cues: readonly Cue[], positionMs: number): Cue | undefined =>
	cues.findLast((cue) => cue.atMs <= positionMs && positionMs < cue.atMs + shownMs(cue.kind));

/** The cue with which `step` begins. */
export const changeCueOf = (cues: readonly Cue[], { startMs }: Step): Cue | undefined =>
	cues.find(({ atMs, kind }) => atMs === startMs && kind !== 'finish' && kind !== 'halfWay');
