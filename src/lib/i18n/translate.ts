// Turns a key and its values into a sentence. Pure: the language comes in.
// `{name}` is replaced; `{n:one|many}` picks by the plural rules of the language.

import { isOne, numberText } from './number-text.ts';

export type Params = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g;

/** Fills the placeholders of one sentence. A value that was not given stays visible as `{name}`. */
export function fill(sentence: string, language: string, params: Params = {}): string {
	return sentence.replace(PLACEHOLDER, (whole, name: string, one?: string, many?: string) => {
		const value = params[name];
		if (value === undefined) return whole;
		if (one === undefined || many === undefined) return typeof value === 'number' ? numberText(language, value) : value;
		return isOne(language, Number(value)) ? one : many;
	});
}
