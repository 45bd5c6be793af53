// The door of this room: which exercise has a figure, and its picture at a second.
// Returns markup for the inside of an <svg class="fig" viewBox>; knows no page and never asks the time.
import { drawFigure } from './draw/draw-figure.ts';
import { framed, stepsOf } from './frames.ts';
import { otherExercise } from './mirror.ts';
import type { FigureExercise, GaitExercise, PosedExercise } from './pose.ts';
import { FIGURES } from './poses/figures.ts';
import { solve } from './rig.ts';
import {
	beatFor,
	duration,
	farthest,
	goingAt,
	momentAt,
	skeletonOf,
	stillFor,
	type Moment,
	type Tempo
} from './tempo.ts';

export type { FigureExercise } from './pose.ts';
export type { Tempo } from './tempo.ts';

export interface FigureOptions {
	/** The side that works; 'alternate' changes it with every repetition. Left out: as the exercise itself does it. */
	readonly side?: 'left' | 'right' | 'alternate';
	/** Which repetition this is, from 0; decides the side when sides alternate. */
	readonly rep?: number;
	/** Prefix of the clip paths' ids, unique on the page for every figure. */
	readonly id?: string;
}

const GAIT_FRAMES = 12;
const byId = new Map(FIGURES.map((ex) => [ex.id, ex]));

export const figureFor = (id: string): FigureExercise | undefined => byId.get(id);

/** Seconds of one repetition in the figure's own beat; of a gait, one stride. */
export const repSeconds = duration;

export const viewBoxOf = ({ box }: FigureExercise): string => box.join(' ');

/** On their side a body turns round to change sides; in every other lie it just uses the other limbs. */
const liesOnSide = ({ poses, start }: PosedExercise) => poses[start]?.base?.startsWith('side') ?? false;

interface Shown {
	readonly ex: PosedExercise;
	readonly flipped: boolean;
}

/** Which data to draw for a side, and whether to flip the picture. */
function sided(ex: PosedExercise, { side, rep = 0 }: FigureOptions): Shown {
	const flipped = ex.flipped ?? false;
	const alternates = side === 'alternate' || (side === undefined && ex.alternates);
	if (alternates && rep % 2 === 1)
		return liesOnSide(ex) ? { ex, flipped: !flipped } : { ex: otherExercise(ex), flipped };
	const other = ex.shows !== undefined && (side === 'left' || side === 'right') && side !== ex.shows;
	if (!other) return { ex, flipped };
	return ex.alternates ? { ex: otherExercise(ex), flipped } : { ex, flipped: !flipped };
}

function drawMoment({ ex, flipped }: Shown, moment: Moment, id: string): string {
	// The way back shows the same pictures as the way out.
	const back = moment.from > moment.to;
	const [from, to, t] = back ? [moment.to, moment.from, 1 - moment.t] : [moment.from, moment.to, moment.t];
	const steps = stepsOf(ex, from, to);
	const step = from === to ? 0 : Math.round(t * steps);
	const where = step === 0 ? from : step === steps ? to : `${from},${to},${step}`;
	const key = `${ex.id},${flipped},${where}`;
	return framed(key, id, () => drawFigure(skeletonOf(ex, { from, to, t: step / steps }), ex, flipped));
}

function drawStride(ex: GaitExercise, seconds: number, id: string): string {
	const frames = Math.floor((seconds / ex.period) * GAIT_FRAMES) % GAIT_FRAMES;
	const frame = (frames + GAIT_FRAMES) % GAIT_FRAMES;
	return framed(`${ex.id},${frame}`, id, () => drawFigure(solve(ex.cycle(frame / GAIT_FRAMES)), ex, false));
}

/** The figure after `seconds` in its own beat. */
export function figureAt(ex: FigureExercise, seconds: number, options: FigureOptions = {}): string {
	const { id = 'fig', rep = Math.max(0, Math.floor(seconds / duration(ex))) } = options;
	if (ex.kind === 'gait') return drawStride(ex, seconds, id);
	return drawMoment(sided(ex, { ...options, rep }), momentAt(ex, seconds), id);
}

/** The figure `seconds` into a repetition of the content's tempo. */
export function figureInRep(ex: FigureExercise, tempo: Tempo, seconds: number, options: FigureOptions = {}): string {
	if (ex.kind === 'gait') return figureAt(ex, seconds, options);
	return drawMoment(sided(ex, options), momentAt(ex, seconds, beatFor(ex, tempo)), options.id ?? 'fig');
}

/** Seconds during which the picture will not change: a player may sleep so long. Without a tempo, of its own beat. */
export function stillSeconds(ex: FigureExercise, seconds: number, tempo?: Tempo): number {
	return ex.kind === 'gait' ? 0 : stillFor(ex, seconds, tempo && beatFor(ex, tempo));
}

export interface BreathNow {
	readonly part: 'in' | 'out' | 'pause';
	readonly leftSeconds: number;
}

/** What the breath does `seconds` into the step, where the figure moves at the pace of its breath; else `null`. */
export function breathAt(ex: FigureExercise, seconds: number, tempo?: Tempo): BreathNow | null {
	if (ex.kind === 'gait' || ex.pace !== 'own') return null;
	const { from, to, leftSeconds } = goingAt(ex, seconds, tempo && beatFor(ex, tempo));
	return { part: from !== to && (to === 'in' || to === 'out') ? to : 'pause', leftSeconds };
}

const stillId = ({ id = 'fig' }: FigureOptions, i: number) => `${id}-${i}`;

function drawStills(ex: PosedExercise, names: readonly string[], options: FigureOptions): string[] {
	const shown = sided(ex, options);
	return [...new Set(names)].map((name, i) => drawMoment(shown, { from: name, to: name, t: 0 }, stillId(options, i)));
}

const drawStrides = (ex: GaitExercise, options: FigureOptions): string[] =>
	[0, 1, 2].map((i) => drawStride(ex, ((i + 0.01) / 6) * ex.period, stillId(options, i)));

/** What moves less than this between two stills is not seen on paper, cm. */
const UNSEEN = 4;

/** The poses that can be told apart from all before them. */
const telling = (ex: PosedExercise, names: readonly string[]): readonly string[] =>
	names.reduce<readonly string[]>(
		(kept, name) => (kept.every((before) => farthest(ex, before, name) > UNSEEN) ? [...kept, name] : kept),
		[]
	);

/**
 * One to three stills that explain the movement on paper, in the order in which they are passed through.
 * SVG markup for one `<svg class="fig" viewBox>` each; every still has ids of its own.
 */
export function keyPoses(ex: FigureExercise, options: FigureOptions = {}): string[] {
	if (ex.kind === 'gait') return drawStrides(ex, options);
	const stops = ex.beat.flatMap((beat) => ('to' in beat ? [beat.to] : []));
	return drawStills(ex, telling(ex, [ex.start, ...stops]), options);
}

/** The two that say most, where nothing may move: start and peak; of what never moves, one. */
export function endPoses(ex: FigureExercise, options: FigureOptions = {}): string[] {
	if (ex.kind === 'gait') return drawStrides(ex, options).slice(0, 2);
	return drawStills(ex, [ex.start, ex.peak], options);
}

/** The one that says most, where there is room for one: the peak; of a gait, a stride. */
export const peakPose = (ex: FigureExercise, options: FigureOptions = {}): string =>
	(ex.kind === 'gait' ? drawStrides(ex, options)[0] : drawStills(ex, [ex.peak], options)[0]) ?? '';
