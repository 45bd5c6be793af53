// The sentences of the diary and of what is asked: the same holes in both languages, kind, with typographic signs.

import { expect, test } from 'vitest';
import askingDe from '#lib/i18n/areas/asking.de.json';
import askingEn from '#lib/i18n/areas/asking.en.json';
import diaryDe from '#lib/i18n/areas/diary.de.json';
import diaryEn from '#lib/i18n/areas/diary.en.json';

type Sentences = Readonly<Record<string, string>>;

const holesOf = (text: string): readonly string[] => (text.match(/\{\w+/g) ?? []).toSorted();
const UNKIND =
	/damag|wrong|danger|injur|must|fail|treat|relie|falsch|gefahr|gefähr|verletz|sollst|musst|leider|Sie |Ihr/;

for (const [area, en, de] of [
	['asking', askingEn, askingDe],
	['diary', diaryEn, diaryDe]
] as const)
	test(`English and German of ${area} fill the same values, differ, and frighten nobody`, () => {
		const english: Sentences = en;
		const german: Sentences = de;
		expect(Object.keys(german).toSorted()).toEqual(Object.keys(english).toSorted());
		for (const [key, text] of Object.entries(german)) {
			expect(holesOf(text), key).toEqual(holesOf(english[key] ?? ''));
			const hasWords = /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));
			if (hasWords) expect(text, key).not.toBe(english[key]);
		}
		for (const text of [...Object.values(english), ...Object.values(german)]) {
			expect(text).not.toMatch(UNKIND);
			expect(text).not.toMatch(/['"`]|\s{2}|\.\.\.|^\s|\s$/);
		}
	});
