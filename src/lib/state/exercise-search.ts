// Exercises of the library by a word one types, and as a block for a session of one's own.

import { exerciseForm } from '#lib/content/exercise-form.ts';
import type { Exercise } from '#lib/content/index.ts';
import { exerciseBlock } from '#lib/domain/own-session.ts';
import type { Block } from '#lib/domain/session.ts';
import type { App } from './app.svelte.ts';

export type { Exercise } from '#lib/content/index.ts';

export interface FoundExercise {
	readonly exercise: Exercise;
	readonly name: string;
	readonly target: string;
}

/** Without capitals and accents, so that 'brucke' finds 'Brücke'. */
const plain = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

/** Those in which every word of the text stands: in the name, what works, what it is for, or its kind. None: all. */
export function exercisesLike({ library, texts }: App, text: string): readonly FoundExercise[] {
	const words = plain(text).split(/\s+/).filter(Boolean);
	return (library?.exercises ?? []).flatMap((exercise) => {
		const { name = exercise.id, target = '' } = texts.exercises[exercise.id] ?? {};
		const aims = exercise.aims.map((aim) => library?.texts.aims[aim] ?? '');
		const places = plain([name, target, ...aims, library?.texts.types[exercise.type] ?? ''].join(' '));
		return words.every((word) => places.includes(word)) ? [{ exercise, name, target }] : [];
	});
}

/** The exercise with its own dose, ready to be added. */
export const blockOfExercise = ({ library }: App, exercise: Exercise): Block =>
	exerciseBlock(exerciseForm(exercise, library?.sequences ?? []));
