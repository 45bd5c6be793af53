// Every phrase that any session of the shelf can ask for, with its words in one language. Knows no sound.
// For the script that makes the clips and for tests; the app knows phrases by their ids alone.

import { assert } from '#lib/domain/assert.ts';
import { sessionsOf } from '#lib/domain/programme.ts';
import { utterancesOf, type PhraseId } from '#lib/domain/spoken.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import type { Names, Shelf } from './shelf.ts';
import { textOf } from './texts.ts';

/** The sentences of a voice. Placeholders: `{duration}`, `{name}`, `{n}`, `{minutes}`, `{seconds}`. */
export interface VoiceWords {
	/** Phrases that are the same for all content, by their id. */
	readonly fixed: Readonly<Record<string, string>>;
	/** A step without a length, by its phase. */
	readonly phases: Readonly<Record<string, string>>;
	/** A step with its length, by its phase. */
	readonly timed: Readonly<Record<string, string>>;
	/** What has a name in the texts, by what is said of it. */
	readonly named: Readonly<Record<string, string>>;
	readonly duration: Readonly<Record<'minute' | 'minutes' | 'minutesAndHalf' | 'seconds' | 'both', string>>;
	/** Pairs: as it is written, as the voice must read it to say it right. */
	readonly spellings: readonly (readonly string[])[];
	/** 0 to 99 in words. */
	readonly numbers: readonly string[];
}

export interface Phrase {
	readonly id: PhraseId;
	/** What is heard, as one writes it. */
	readonly words: string;
	/** What the voice is given to read. */
	readonly reads: string;
}

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
	template.replace(/\{(\w+)\}/g, (_, key: string) => textOf(values, key));

/** 90 is 'ninety seconds', 120 'two minutes', 330 'five and a half minutes', 285 'four minutes and forty-five seconds'. */
export function durationWords(voice: VoiceWords, seconds: number): string {
	const inWords = (n: number): string => {
		const word = voice.numbers[n];
		assert(word !== undefined, `no word for ${n}`);
		return word;
	};
	const { duration } = voice;
	const minutes = Math.floor(seconds / 60);
	const rest = seconds % 60;
	const minuteWords = minutes === 1 ? duration.minute : fill(duration.minutes, { n: inWords(minutes) });
	if (rest === 0) return minuteWords;
	if (seconds < 100) return fill(duration.seconds, { n: inWords(seconds) });
	if (rest === 30 && minutes > 1) return fill(duration.minutesAndHalf, { n: inWords(minutes) });
	return fill(duration.both, { minutes: minuteWords, seconds: fill(duration.seconds, { n: inWords(rest) }) });
}

/** `left`, or `left.<exercise id>` where the exercise has words of its own for its sides. */
function sideName(names: Names, id: string): string | undefined {
	const [side = '', exerciseId] = id.split('.');
	return exerciseId === undefined ? names.sides[side] : names.exercises[exerciseId]?.sides?.[side];
}

/** What has a name in the texts, by the first part of a phrase id. */
function nameOf(names: Names, kind: string, id: string): string | undefined {
	switch (kind) {
		case 'exercise':
		case 'next':
			return names.exercises[id]?.name;
		case 'position':
			return names.positions[id]?.name;
		case 'side':
			return sideName(names, id);
		default:
			return undefined;
	}
}

/** The words of a phrase; `undefined` for an id that has none. */
export function phraseWords(id: PhraseId, voice: VoiceWords, names: Names): string | undefined {
	const fixed = voice.fixed[id] ?? voice.phases[id];
	if (fixed !== undefined) return fixed;
	const dot = id.indexOf('.');
	const [kind, rest] = [id.slice(0, dot), id.slice(dot + 1)];
	const timed = voice.timed[kind];
	if (timed !== undefined) return fill(timed, { duration: durationWords(voice, Number(rest)) });
	const name = nameOf(names, kind, rest);
	const named = voice.named[kind];
	return name !== undefined && named !== undefined ? fill(named, { name }) : undefined;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const reading = (words: string, { spellings }: VoiceWords): string =>
	spellings.reduce((now, [written = '', read = '']) => now.replaceAll(written, read), words);

/** All phrase ids: those of every session there is, those of every exercise, and those that fit any session. */
function phraseIds({ programmes, exerciseIds, names }: Shelf, voice: VoiceWords): readonly PhraseId[] {
	const has = (id: PhraseId): boolean => phraseWords(id, voice, names) !== undefined;
	const asked = sessionsOf(programmes).flatMap((session) =>
		utterancesOf(timelineOf(session), has).flatMap(({ phrases }) => phrases)
	);
	const free = exerciseIds.flatMap((id) => [`exercise.${id}`, `next.${id}`]);
	const sides = ['side.left', 'side.right', 'side.alternate'];
	return [...new Set([...asked, ...free, ...sides, ...Object.keys(voice.phases), ...Object.keys(voice.fixed)])].sort();
}

/** The phrase list of one language, by id. Throws where the texts lack a name: a bug that its test finds first. */
export function phrasesOf(shelf: Shelf, voice: VoiceWords): readonly Phrase[] {
	return phraseIds(shelf, voice).map((id) => {
		const found = phraseWords(id, voice, shelf.names);
		assert(found !== undefined, `no words for the phrase ${id}`);
		const words = capital(found);
		return { id, words, reads: reading(words, voice) };
	});
}
