// The whole shelf at once, with the names of one language: for whoever must know every session there is.

import type { Programmes } from '#lib/domain/programme.ts';
import type { Language } from '#lib/domain/record.ts';
import { loadLibrary, loadTexts, programmes } from './index.ts';

type ById<T> = Readonly<Record<string, T>>;

/** What things are called. */
export interface Names {
	/** `sides`: what left and right mean, where it is not the leg that works. */
	readonly exercises: ById<{ readonly name: string; readonly sides?: ById<string> }>;
	readonly positions: ById<{ readonly name: string }>;
	readonly sides: ById<string>;
}

export interface Shelf {
	readonly programmes: Programmes;
	readonly exerciseIds: readonly string[];
	readonly names: Names;
}

/** Everything that can be done, and what it is called in `language`. */
export async function loadShelf(language: Language): Promise<Shelf> {
	const [library, texts] = await Promise.all([loadLibrary(language), loadTexts(language)]);
	return {
		programmes: { ...programmes, sequences: library.sequences },
		exerciseIds: library.exercises.map(({ id }) => id),
		names: { ...texts, exercises: library.texts.exercises }
	};
}
