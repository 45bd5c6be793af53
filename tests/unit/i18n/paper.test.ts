// The sentences of what is printed: the same holes in both languages, with typographic signs.

import { expect, test } from 'vitest';
import de from '#lib/i18n/areas/paper.de.json';
import en from '#lib/i18n/areas/paper.en.json';

const holesOf = (text: string): readonly string[] => (text.match(/\{\w+/g) ?? []).toSorted();
/** The same in both: numbers, signs and units. */
const SAME = ['time', 'dose', 'doseHeld', 'minutes'];

test('English and German fill the same values and differ', () => {
	const english: Readonly<Record<string, string>> = en;
	expect(Object.keys(de)).toEqual(Object.keys(en));
	for (const [key, text] of Object.entries(de)) {
		expect(holesOf(text), key).toEqual(holesOf(english[key] ?? ''));
		if (!SAME.includes(key)) expect(text, key).not.toBe(english[key]);
	}
	for (const text of [...Object.values(en), ...Object.values(de)])
		expect(text).not.toMatch(/['"`]|\s{2}|\.\.\.|^\s|\s$|Sie |Ihr/);
});
