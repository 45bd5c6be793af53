// The library shelf: everything that can be done, as data, and its sentences in the language in use.
// The only door of this room. Shapes are proven by content.test.ts, not at each start.

import type { Programmes, RunProgramme, Sequence } from '#lib/domain/programme.ts';
import type { Language } from '#lib/domain/record.ts';
import type { Exercise } from './exercise.ts';
import exerciseData from './exercises.json';
import runWalk from './run-walk.json';
import sequences from './sequences.json';
import type { ContentTexts } from './texts.ts';
import walks from './walks.json';

export type { Exercise, ExerciseDose, ExercisePosition } from './exercise.ts';
export type { ContentTexts, ExerciseText, PhaseText, ProgrammeText, RuleId } from './texts.ts';
export { reasonText, textOf } from './texts.ts';
export { ruleNumbers } from './rule-numbers.ts';

export const programmes: Programmes = {
	runWalk: runWalk as RunProgramme,
	walks,
	sequences: sequences as readonly Sequence[]
};

export const exercises: readonly Exercise[] = exerciseData as readonly Exercise[];

const texts: Readonly<Record<Language, () => Promise<{ readonly default: ContentTexts }>>> = {
	en: () => import('./texts/en.json'),
	de: () => import('./texts/de.json')
};

/** The sentences of one language; the other is not loaded. */
export const loadTexts = async (language: Language): Promise<ContentTexts> => (await texts[language]()).default;
