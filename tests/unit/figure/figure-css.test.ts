// Browsers without light-dark() get the colours of the figure from a second list: it must say the same.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const [first = '', second = ''] = readFileSync('src/lib/figure/figure.css', 'utf8').split('@supports not');

/** 'name: value' of every colour that differs between light and dark, as `pick` takes it. */
const pairs = (pick: (light: string, dark: string) => string): string[] =>
	[...first.matchAll(/(--f-[a-z-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
		([, name = '', light = '', dark = '']) => `${name}: ${pick(light, dark)}`
	);
const colours = (css: string): string[] => [...css.matchAll(/--f-[a-z-]+: #\w+/g)].map(([found]) => found);

test('the fall-back of old browsers has every colour, light once and dark twice', () => {
	const [light = '', dark = '', chosen = ''] = second.split(/@media|\n\t:where\(:root\[data-theme='dark'\]\) \.fig \{/);
	expect(pairs((each) => each).length).toBeGreaterThan(20);
	expect(colours(light)).toEqual(pairs((each) => each));
	expect(colours(dark)).toEqual(pairs((_, each) => each));
	expect(colours(chosen)).toEqual(pairs((_, each) => each));
});
