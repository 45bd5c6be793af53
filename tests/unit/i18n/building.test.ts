// The sentences of building sessions of one's own: the same holes in both languages, kind, with typographic signs.

import { expect, test } from 'vitest';
import de from '#lib/i18n/areas/building.de.json';
import en from '#lib/i18n/areas/building.en.json';

const holesOf = (text: string): readonly string[] => (text.match(/\{\w+/g) ?? []).toSorted();
const UNKIND = /damag|wrong|danger|injur|must|fail|falsch|gefahr|gefähr|verletz|sollst|musst|leider|Sie |Ihr/;

/** The same in both languages: a colon, a sign, a word. */
const SAME: readonly string[] = ['of', 'name', 'sum.hold'];

test('English and German fill the same values, differ, and frighten nobody', () => {
	const english: Readonly<Record<string, string>> = en;
	expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted());
	for (const [key, text] of Object.entries(de)) {
		expect(holesOf(text), key).toEqual(holesOf(english[key] ?? ''));
		if (!SAME.includes(key)) expect(text, key).not.toBe(english[key]);
	}
	for (const text of [...Object.values(en), ...Object.values(de)]) {
		expect(text).not.toMatch(UNKIND);
		expect(text).not.toMatch(/['"`]|\s{2}|\.\.\.|^\s|\s$/);
	}
});
