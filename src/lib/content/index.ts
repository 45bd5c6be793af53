// The library shelf: everything that can be done, as data, and its sentences in the language in use.
// The only door of this room. Shapes are proven by content.test.ts, not at each start.

import type { Programmes, RunProgramme, Sequence } from '#lib/domain/programme.ts';
import type { Language } from '#lib/domain/record.ts';
import runWalk from './run-walk.json';
import type { Library } from './library.ts';
import sequences from './sequences.json';
import type { ContentTexts } from './texts.ts';
import walks from './walks.json';
import type * as weeksShelf from './weeks.ts';

export type {
	Aim,
	Equipment,
	Exercise,
	ExerciseDose,
	ExercisePosition,
	ExerciseSource,
	ExerciseType,
	Place
} from './exercise.ts';
export type { Library } from './library.ts';
export type { ContentTexts, ExerciseText, LibraryTexts, PhaseText, ProgrammeText } from './texts.ts';
export { reasonText, sideText, textOf } from './texts.ts';
export { RULE_IDS, ruleOf, type RuleId } from './reason-rule.ts';
export { ruleNumbers } from './rule-numbers.ts';

/** What the first screen may need. Its only sequence is the first of core; the others come with the library. */
export const programmes: Programmes = {
	runWalk: runWalk as RunProgramme,
	walks,
	sequences: sequences as readonly Sequence[]
};

const texts: Readonly<Record<Language, () => Promise<{ readonly default: ContentTexts }>>> = {
	en: () => import('./texts/en.json'),
	de: () => import('./texts/de.json')
};

/** The sentences of one language; the other is not loaded. */
export const loadTexts = async (language: Language): Promise<ContentTexts> => (await texts[language]()).default;

/** Every exercise, every sequence and their sentences: loaded on call, kept for offline by the worker. */
export async function loadLibrary(language: Language): Promise<Library> {
	const [{ openLibrary }, base] = await Promise.all([import('./library.ts'), loadTexts(language)]);
	return openLibrary(language, base);
}

/** Longer running and the sample weeks: what only later screens need. */
export const loadWeeks = (): Promise<typeof weeksShelf> => import('./weeks.ts');
