// Which frames of a movement are drawn, and those that were: each picture is computed once and then shown again.
// Knows no exercise's meaning and no time; a frame is found by its key.
import { ID_MARK } from './draw/brush.ts';
import type { PosedExercise } from './pose.ts';
import { recent } from './recent.ts';
import { farthest } from './tempo.ts';

/** Most steps of one way, even along the path: under a pixel on a phone for most joints, the same for every tempo. */
const STEPS = 64;
/** A step of a quarter of a centimetre is half a pixel of a figure as wide as a phone. */
const STEPS_PER_CM = 4;
const FEWEST_STEPS = 4;
/** About 15 kB each: enough for both sides of the longest movement, small enough for an old phone. */
export const KEPT_FRAMES = 320;
/** What one movement may need of them, so that it never pushes itself out. */
const FRAMES_OF_ONE = 300;

/** A drawn frame, and the last name it was shown under: while nothing moves, the very same string comes out. */
interface Frame {
	readonly markup: string;
	shownAs: string;
	named: string;
}
const frames = recent<Frame>(KEPT_FRAMES);

/** The frame under the instance's id. The least recently shown one makes room. */
export function framed(key: string, id: string, draw: () => string): string {
	const frame = frames(key, () => ({ markup: draw(), shownAs: '', named: '' }));
	if (frame.shownAs !== id) {
		frame.shownAs = id;
		frame.named = frame.markup.replaceAll(ID_MARK, `${id}-`);
	}
	return frame.named;
}

const stepsOfWay = new Map<string, number>();

/** Distinct ways of a movement; a way back shows the way out. */
function waysOf(ex: PosedExercise): number {
	const stops = ex.beat.flatMap((beat) => ('to' in beat ? [beat.to] : []));
	return new Set(stops.map((to, i) => [i === 0 ? ex.start : (stops[i - 1] ?? to), to].toSorted().join())).size;
}

/** Steps of one way: none much finer than a pixel for a breath, and fewer where there are many ways and both sides. */
export function stepsOf(ex: PosedExercise, from: string, to: string): number {
	const key = `${ex.id},${from},${to}`;
	const known = stepsOfWay.get(key);
	if (known !== undefined) return known;
	const most = Math.floor(FRAMES_OF_ONE / Math.max(1, waysOf(ex) * (ex.alternates ? 2 : 1)));
	const steps = Math.min(STEPS, most, Math.max(FEWEST_STEPS, Math.ceil(farthest(ex, from, to) * STEPS_PER_CM)));
	stepsOfWay.set(key, steps);
	return steps;
}
