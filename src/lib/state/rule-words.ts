// The printed list of rules, numbers in place.

import { ruleNumbers, type ContentTexts } from '#lib/content/index.ts';
import type { Light } from '#lib/domain/light.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';

/** What makes a session this light, numbers in place. */
export const lightRule = (texts: ContentTexts, light: Light): string =>
	i18n.fill(texts.lights[light].rule, ruleNumbers);

export interface RuleSentence {
	readonly id: string;
	readonly text: string;
}

/** Every rule in use, in the order in which content prints them. */
export const ruleSentences = (texts: ContentTexts): readonly RuleSentence[] =>
	Object.entries(texts.rules).map(([id, text]) => ({ id, text: i18n.fill(text, ruleNumbers) }));
