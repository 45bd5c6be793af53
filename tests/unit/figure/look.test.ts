// Skin and hair can be chosen: every name has its colours in the style sheet of the figure.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HAIRS, SKINS, USUAL_LOOK } from '#lib/figure/look.ts';

const css = readFileSync('src/lib/figure/figure.css', 'utf8');

/** What a property is in the rule of a selector; undefined without such a rule. */
function valueIn(selector: string, property: string): string | undefined {
	const start = css.indexOf(`${selector} {`);
	const rule = start < 0 ? '' : css.slice(start, css.indexOf('}', start));
	return new RegExp(`${property}: ([^;]+);`).exec(rule)?.[1];
}

test.each(SKINS)('skin %s: near, far and the ear', (name) => {
	expect(css).toContain(`:where([data-skin='${name}']) .fig,\n.fig[data-skin='${name}'] {`);
	const colours = ['--f-skin', '--f-skin-far', '--f-ear'].map((each) => valueIn(`.fig[data-skin='${name}']`, each));
	expect(new Set(colours).size).toBe(3);
	for (const colour of colours) expect(colour).toMatch(/^(#[0-9a-f]{6}|light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\))$/);
});

test.each(HAIRS)('hair %s has its colour', (name) => {
	expect(css).toContain(`:where([data-hair='${name}']) .fig,\n.fig[data-hair='${name}'] {`);
	expect(valueIn(`.fig[data-hair='${name}']`, '--f-hair')).toBeDefined();
});

test('without a choice the look is the usual one', () => {
	expect(valueIn('.fig', '--f-skin')).toMatch(/^#/);
	expect(valueIn(`.fig[data-skin='${USUAL_LOOK.skin}']`, '--f-skin')).toBe(valueIn('.fig', '--f-skin'));
	expect(valueIn(`.fig[data-hair='${USUAL_LOOK.hair}']`, '--f-hair')).toBe(valueIn('.fig', '--f-hair'));
});
