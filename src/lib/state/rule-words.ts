// The printed list of rules, numbers in place.

import { ruleNumbers, type ContentTexts } from '#lib/content/index.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';

export interface RuleSentence {
	readonly id: string;
	readonly text: string;
}

/** Every rule in use, in the order in which content prints them. */
export const ruleSentences = (texts: ContentTexts): readonly RuleSentence[] =>
	Object.entries(texts.rules).map(([id, text]) => ({ id, text: i18n.fill(text, ruleNumbers) }));
