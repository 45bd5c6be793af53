// What building a session needs to know of an exercise, read off the sequences in which it stands: whether it is a
// breath, goes left and right in turn, and which side works lying on one's side. Keeps no list of its own.

import type { ExerciseForm } from '#lib/domain/own-session.ts';
import type { Sequence } from '#lib/domain/programme.ts';
import type { StepPlan } from '#lib/domain/session.ts';
import type { Exercise } from './exercise.ts';

interface Seen {
	readonly step: StepPlan;
	/** Where the body was, by the last move before it. */
	readonly lying: string;
}

function seenIn(sequence: Sequence): readonly Seen[] {
	let lying = '';
	return sequence.steps.map((step) => {
		if (step.phase === 'move') lying = step.position ?? '';
		return { step, lying };
	});
}

/**
 * An exercise of the library as `exerciseBlock` takes it; `sequences` are all of the library. One that stands in none is
 * taken as strength, both sides at once, the upper side working.
 */
export function exerciseForm({ id, position, dose }: Exercise, sequences: readonly Sequence[]): ExerciseForm {
	const seen = sequences.flatMap(seenIn).filter(({ step }) => step.exerciseId === id);
	return {
		id,
		position,
		phase: seen.some(({ step }) => step.phase === 'breathe') ? 'breathe' : 'strength',
		alternates: seen.some(({ step }) => step.side === 'alternate'),
		lowerWorks: seen.some(({ step, lying }) => step.side !== undefined && lying === `${step.side}-side`),
		dose
	};
}
