// What the body does at this second of an exercise, in one word and the seconds that are left of it: hold and let go,
// there and back of a movement that never stands still, the parts of a breath.

import type { ExerciseWay } from '#lib/domain/session-log.ts';
import type { Dose } from '#lib/domain/session.ts';
import type { Step } from '#lib/domain/timeline.ts';
import { breathAt, figureFor } from '#lib/figure/figure.ts';
import { repAt } from './step-words.ts';

/** The key of its word: `rep.hold`, `rep.in` and so on. */
export type Doing = 'hold' | 'release' | 'go' | 'comeBack' | 'flow' | 'in' | 'out' | 'pause';

export interface BeatNow {
	readonly doing: Doing;
	/** Whole seconds, at least one. */
	readonly secondsLeft: number;
}

const doseMs = ({ reps, holdSeconds, releaseSeconds }: Dose): number => reps * (holdSeconds + releaseSeconds) * 1000;

/** Four counts in, four of pause, four out: counted as the figure breathes. An easier or harder breath has its own count. */
function breathOf(step: Step, figureId: string, way: ExerciseWay, elapsedMs: number): BeatNow | null {
	const figure = figureFor(figureId);
	if (step.exerciseId !== 'rel-box-breath' || way !== 'usual' || !figure) return null;
	const breath = breathAt(figure, elapsedMs / 1000, step.dose);
	return breath && { doing: breath.part, secondsLeft: Math.max(1, Math.ceil(breath.leftSeconds - 1e-6)) };
}

/**
 * `figureId`: the picture that is shown; `elapsedMs`: since the step began. `null` where nothing is counted, as in a
 * rest, or a step that goes by the clock alone.
 */
export function beatOf(step: Step, figureId: string | undefined, way: ExerciseWay, elapsedMs: number): BeatNow | null {
	const breath = breathOf(step, figureId ?? '', way, elapsedMs);
	if (breath) return breath;
	const rep = repAt(step, elapsedMs);
	// Made longer on the way: past its repetitions the step goes by the clock.
	if (!rep || !step.dose || elapsedMs >= doseMs(step.dose)) return null;
	const figure = figureFor(figureId ?? '');
	const flows = figure?.kind === 'posed' && figure.pace === 'flow';
	const [out, back]: readonly [Doing, Doing] = flows ? ['go', 'comeBack'] : ['hold', 'release'];
	const whileOut = flows && step.dose?.releaseSeconds === 0 ? 'flow' : out;
	return { doing: rep.holding ? whileOut : back, secondsLeft: Math.max(1, rep.secondsLeft) };
}
