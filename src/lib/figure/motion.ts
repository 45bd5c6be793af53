// A figure that is doing something: which exercise, which side, in whose tempo; and its picture at a second of the step.
// The same on the page and beside it. Never asks the time.
import { figureAt, figureFor, figureInRep, stillSeconds, type FigureOptions, type Tempo } from './figure.ts';

export interface Motion {
	/** The figure's id. */
	readonly id: string;
	/** Left out: as the exercise itself does it. */
	readonly side?: 'left' | 'right' | 'alternate';
	/** Left out: the figure keeps its own beat. */
	readonly tempo?: Tempo;
}

const optionsOf = ({ side }: Motion, id: string): FigureOptions => (side === undefined ? { id } : { id, side });

/**
 * The picture `seconds` into the step, as markup for the inside of an `<svg class="fig">`; empty where the id has no figure.
 * `instance` is the prefix of its clip paths' ids. While nothing moves, the very same string comes out.
 */
export function pictureAt(motion: Motion, seconds: number, instance: string): string {
	const figure = figureFor(motion.id);
	if (!figure) return '';
	const options = optionsOf(motion, instance);
	if (!motion.tempo) return figureAt(figure, seconds, options);
	const length = motion.tempo.holdSeconds + motion.tempo.releaseSeconds;
	const rep = Math.max(0, Math.floor(seconds / length));
	return figureInRep(figure, motion.tempo, seconds - rep * length, { ...options, rep });
}

/** Seconds from here on in which the picture stays as it is; Infinity where nothing ever moves. */
export function stillFrom({ id, tempo }: Motion, seconds: number): number {
	const figure = figureFor(id);
	if (!figure) return Infinity;
	return stillSeconds(figure, tempo ? seconds % (tempo.holdSeconds + tempo.releaseSeconds) : seconds, tempo);
}
