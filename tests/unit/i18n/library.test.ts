// The sentences of the library and of the figure's look: the same holes in both languages, kind, with typographic signs.

import { expect, test } from 'vitest';
import libraryDe from '#lib/i18n/areas/library.de.json';
import libraryEn from '#lib/i18n/areas/library.en.json';
import lookDe from '#lib/i18n/areas/look.de.json';
import lookEn from '#lib/i18n/areas/look.en.json';

const holesOf = (text: string): readonly string[] => (text.match(/\{\w+/g) ?? []).toSorted();
const UNKIND = /damag|wrong|danger|injur|must|fail|falsch|gefahr|gefähr|verletz|sollst|musst|leider|Sie |Ihr/;
type Sentences = Readonly<Record<string, string>>;
/** The same in both languages: a number with its unit, words that both have. */
const ALIKE = ['dose.seconds', 'hair.blond'];

test.each([
	['library', libraryDe as Sentences, libraryEn as Sentences],
	['look', lookDe as Sentences, lookEn as Sentences]
])('%s: English and German fill the same values, differ, and frighten nobody', (_name, de, en) => {
	expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted());
	for (const [key, text] of Object.entries(de)) {
		expect(holesOf(text), key).toEqual(holesOf(en[key] ?? ''));
		if (!ALIKE.includes(key)) expect(text, key).not.toBe(en[key]);
	}
	for (const text of [...Object.values(en), ...Object.values(de)]) {
		expect(text).not.toMatch(UNKIND);
		expect(text).not.toMatch(/['"`]| {2}|\.\.\.|^\s|\s$/);
	}
});
