// What the app says, in both languages at once: a test names a sentence by its key and finds it whichever is shown.

import { readFileSync } from 'node:fs';

type Words = Readonly<Record<string, unknown>>;

const read = (path: string): Words =>
	JSON.parse(readFileSync(new URL(`../../../src/lib/${path}`, import.meta.url), 'utf8')) as Words;

const messages = [read('i18n/en.json'), read('i18n/de.json')];
const safety = [read('i18n/areas/safety.en.json'), read('i18n/areas/safety.de.json')];
const care = [read('i18n/areas/care.en.json'), read('i18n/areas/care.de.json')];
const texts = [read('content/texts/en.json'), read('content/texts/de.json')];
const welcome = Object.values(read('i18n/welcome.json')) as Words[];
const errors = Object.values(read('i18n/error.json')) as Words[];

export type Values = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One sentence as the source of a pattern: values that were not given stand for anything. */
function pattern(sentence: string, values: Values): string {
	let source = '';
	let from = 0;
	for (const { 0: whole, 1: name = '', 2: one, 3: many, index } of sentence.matchAll(PLACEHOLDER)) {
		source += escape(sentence.slice(from, index));
		const value = values[name];
		source +=
			one !== undefined && many !== undefined
				? `(?:${escape(one)}|${escape(many)})`
				: value === undefined
					? '.+?'
					: escape(String(value));
		from = index + whole.length;
	}
	return source + escape(sentence.slice(from));
}

const textAt = (words: Words, path: readonly string[]): string => {
	const found = path.reduce<unknown>((at, key) => (at as Words | undefined)?.[key], words);
	if (typeof found !== 'string') throw new Error(`There is no text ${path.join(' / ')}.`);
	return found;
};

const either = (sources: readonly Words[], path: readonly string[], values: Values): string =>
	`(?:${sources.map((words) => pattern(textAt(words, path), values)).join('|')})`;

const whole = (source: string): RegExp => new RegExp(`^\\s*${source}\\s*$`);
const part = (source: string): RegExp => new RegExp(source);

/** A message of the interface, the whole of what an element says. */
export const says = (key: string, values: Values = {}): RegExp => whole(either(messages, [key], values));
/** The same somewhere in what an element says. */
export const mentions = (key: string, values: Values = {}): RegExp => part(either(messages, [key], values));
/** A text of the content, such as `programmes`, `core`, `name`; somewhere in what an element says. */
export const tells = (path: readonly string[], values: Values = {}): RegExp => part(either(texts, path, values));
/** A sentence of the warning signs, or of the questions before training. */
export const cautions = (key: string): RegExp =>
	whole(key in (safety[0] ?? {}) ? either(safety, [key], {}) : either(care, [key], {}));
/** A word of the first screen. */
export const welcomes = (key: string): RegExp => whole(either(welcome, [key], {}));
/** A word of the error page. */
export const regrets = (key: string): RegExp => whole(either(errors, [key], {}));
