// Every phrase that a session can ask for has words, in both languages, and the durations are said as one says them.

import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { sessionsOf } from '#lib/domain/programme.ts';
import { utterancesOf } from '#lib/domain/spoken.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { durationWords, phrasesOf, phraseWords, type VoiceWords } from './phrases.ts';
import { voiceSchema } from './schema.ts';
import { loadShelf } from './shelf.ts';
import de from './voice/de.json';
import en from './voice/en.json';

const VOICES = [
	['en', en],
	['de', de]
] as const;

describe.each(VOICES)('the phrases in %s', (language, voice) => {
	test('have the shape they are used as', () => {
		expect(v.safeParse(voiceSchema, voice).issues ?? []).toEqual([]);
		expectTypeOf<v.InferOutput<typeof voiceSchema>>().toExtend<VoiceWords>();
	});

	test('have words for whatever any session asks for', async () => {
		const shelf = await loadShelf(language);
		const phrases = phrasesOf(shelf, voice);
		const known = new Set(phrases.map(({ id }) => id));
		expect(known.size).toBe(phrases.length);
		// Of whatever could be said, only a side may lack words of its own for an exercise.
		const hasNoOwn = (id: string) => /^side\.\w+\./.test(id) && phraseWords(id, voice, shelf.names) === undefined;
		for (const session of sessionsOf(shelf.programmes))
			for (const { phrases: asked } of utterancesOf(timelineOf(session), (id) => !hasNoOwn(id)))
				for (const id of asked) expect(known, session.id).toContain(id);
		for (const { words, reads } of phrases) {
			expect(words).toMatch(/^\p{Lu}.*[.]$/u);
			expect(`${words} ${reads}`).not.toMatch(/[{}]|undefined|NaN/);
		}
	});

	test('ids are names of files', async () => {
		for (const { id } of phrasesOf(await loadShelf(language), voice))
			expect(id).toMatch(/^[a-zA-Z0-9]+([.-][a-zA-Z0-9]+)*$/);
	});

	test('durations above the words there are, are refused', () => {
		expect(() => durationWords(voice, 6000)).toThrow();
	});
});

test('an exercise that names its sides in its own words is said so', async () => {
	const { names } = await loadShelf('en');
	const book = { 'open-book': { name: 'Open book', sides: { left: 'left arm', right: 'right arm' } } };
	expect(phraseWords('side.left.open-book', en, { ...names, exercises: book })).toBe('left arm.');
	expect(phraseWords('side.left', en, names)).toBe('left leg.');
	expect(phraseWords('side.left.hip-bridge', en, names)).toBeUndefined();
});

test('durations are whole words', () => {
	const seconds = [15, 45, 60, 75, 90, 120, 150, 285, 330, 1260, 3360];
	expect(seconds.map((each) => durationWords(en, each))).toEqual([
		'fifteen seconds',
		'forty-five seconds',
		'one minute',
		'seventy-five seconds',
		'ninety seconds',
		'two minutes',
		'two and a half minutes',
		'four minutes and forty-five seconds',
		'five and a half minutes',
		'twenty-one minutes',
		'fifty-six minutes'
	]);
	expect(seconds.map((each) => durationWords(de, each))).toEqual([
		'fünfzehn Sekunden',
		'fünfundvierzig Sekunden',
		'eine Minute',
		'fünfundsiebzig Sekunden',
		'neunzig Sekunden',
		'zwei Minuten',
		'zweieinhalb Minuten',
		'vier Minuten und fünfundvierzig Sekunden',
		'fünfeinhalb Minuten',
		'einundzwanzig Minuten',
		'sechsundfünfzig Minuten'
	]);
});

test('a run of two minutes, ten seconds and a side are said as people say them', async () => {
	const said = async (language: 'en' | 'de', voice: VoiceWords) => {
		const phrases = phrasesOf(await loadShelf(language), voice);
		return ['run.120', 'walk.60', 'ten', 'side.right', 'next.core-bird-dog'].map(
			(wanted) => phrases.find(({ id }) => id === wanted)?.words
		);
	};
	expect(await said('en', en)).toEqual([
		'Run now, two minutes.',
		'Walk now, one minute.',
		'Ten seconds left.',
		'Right leg.',
		'Next: Bird dog.'
	]);
	expect(await said('de', de)).toEqual([
		'Jetzt laufen, zwei Minuten.',
		'Jetzt gehen, eine Minute.',
		'Noch zehn Sekunden.',
		'Rechtes Bein.',
		'Als Nächstes: Vierfüßler diagonal.'
	]);
});
