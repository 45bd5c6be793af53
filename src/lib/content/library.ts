// The whole library as it is loaded when somebody goes to it: every exercise, every sequence, their sentences.
// The first screen never imports this file but by import(), so that it stays light.

import type { Sequence } from '#lib/domain/programme.ts';
import type { Language } from '#lib/domain/record.ts';
import type { Exercise } from './exercise.ts';
import exerciseData from './library/exercises.json';
import sequenceData from './library/sequences.json';
import shelf from './sequences.json';
import type { ContentTexts, LibraryTexts } from './texts.ts';

export interface Library {
	readonly exercises: readonly Exercise[];
	/** All of them, in the order in which they are listed. */
	readonly sequences: readonly Sequence[];
	readonly texts: LibraryTexts;
}

type Module<T> = Promise<{ readonly default: T }>;

const texts: Readonly<Record<Language, () => Module<LibraryTexts>>> = {
	en: () => import('./texts/library.en.json'),
	de: () => import('./texts/library.de.json')
};

/** The library in one language. `base`: the texts that are loaded already; theirs and its own are handed out as one. */
export async function openLibrary(language: Language, base: ContentTexts): Promise<Library> {
	const own = (await texts[language]()).default;
	return {
		exercises: exerciseData as readonly Exercise[],
		sequences: [...shelf, ...sequenceData] as readonly Sequence[],
		texts: { ...own, exercises: { ...base.exercises, ...own.exercises } }
	};
}
