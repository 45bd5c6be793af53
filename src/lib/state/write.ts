// What is written: changes as the screens make them, a write as the reception desk remembers it should storage refuse
// it, and the lists that writes change.

import type { Answer } from '#lib/domain/answer.ts';
import type { Choice, Language, Snapshot } from '#lib/domain/record.ts';
import type { Written } from './keeper.ts';

export type NewAnswer = Answer extends infer Each
	? Each extends Answer
		? Omit<Each, 'id' | 'updatedAt' | 'at'>
		: never
	: never;
export type NewChoice = Choice extends infer Each
	? Each extends Choice
		? Omit<Each, 'id' | 'updatedAt'>
		: never
	: never;

/** Before the first change of a setting the language is a guess, and with it whose numbers are named: the browser's. */
export const inLanguage = (snapshot: Snapshot, guess: Language): Snapshot =>
	snapshot.settings.updatedAt > 0
		? snapshot
		: { ...snapshot, settings: { ...snapshot.settings, language: guess, country: guess === 'de' ? 'de' : 'gb' } };

export interface Write {
	/** What it is about: a later write about the same makes an earlier one void. */
	readonly key: string;
	readonly write: () => Promise<Written>;
}

interface WithId {
	readonly id: string;
}

/** The key of what is written together. */
export const keyOf = (items: readonly WithId[]): string => items.map(({ id }) => id).join(' ');

/** The key of the log of a session, whether it runs or is over. Its record may be edited later: that is another matter. */
export const logKey = (sessionId: string): string => `log ${sessionId}`;

/** The list with these in it, instead of those of the same id. */
export const put = <Item extends WithId>(all: readonly Item[], given: readonly Item[]): readonly Item[] => [
	...all.filter((each) => given.every(({ id }) => id !== each.id)),
	...given
];
