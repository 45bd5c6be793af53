// The sentences of programmes and the week: the same holes in both languages, kind, with typographic signs.

import { expect, test } from 'vitest';
import de from '#lib/i18n/areas/plans.de.json';
import en from '#lib/i18n/areas/plans.en.json';

const holesOf = (text: string): readonly string[] => (text.match(/\{\w+/g) ?? []).toSorted();
const UNKIND =
	/damag|instab|wrong|posture|weak\b|danger|injur|should|must|fail|missed|treat|reliev|prevent|cure|schad|schäd|falsch|schwach|gefahr|gefähr|verletz|sollst|musst|leider|verpasst|heil|linder|Sie |Ihr/;
/** Numbers and units alone. */
const SAME = ['guard.min', 'longer.long', 'week.whyNot'];

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
