// Reads every text a person can meet and looks for what is never said (claims.json says what, and what is allowed).

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import claims from './claims.json';

/** One sentence or more, with the address to find it again: 'src/lib/i18n/de.json: nav.today'. */
export interface Text {
	readonly at: string;
	readonly text: string;
}

/** A wording that may stand in the texts of `in`, although a forbidden word is in it. */
export interface Allowance {
	readonly wording: string;
	readonly in: string;
	readonly why: string;
}

const TEXT_FOLDERS = ['src/lib/i18n', 'src/lib/content'];
const MANIFEST = 'src/routes/manifest.webmanifest/+server.ts';

/** What a pattern of words is looked for with: `*` any letters, ` … ` up to eight words of the sentence. */
export function patternOf(words: string): RegExp {
	const source = words
		.replaceAll(/[.?+()[\]{}|\\^$]/g, '\\$&')
		.replaceAll(' … ', '(?:[^\\p{L}.!?]+[\\p{L}\\d-]+){0,8}?[^\\p{L}.!?]+')
		.replaceAll('*', '\\p{L}*')
		.replaceAll(' ', '\\s+');
	return new RegExp(`(?<!\\p{L})${source}(?!\\p{L})`, 'iu');
}

const forbidden = claims.forbidden.flatMap(({ claim, en, de }) =>
	[...new Set([...en, ...de])].map((words) => ({ claim, pattern: patternOf(words) }))
);

export const allowances: readonly Allowance[] = claims.allowed;

/** Whether an address fits the `in` of an allowance, `*` standing for anything. */
export const covers = (where: string, at: string): boolean =>
	new RegExp(`^${where.replaceAll(/[.+/()]/g, '\\$&').replaceAll('*', '.*')}$`).test(at);

/** What a text says that is never said, as 'address: "words" (claim)'. */
export function claimsIn({ at, text }: Text, allowed: readonly Allowance[] = allowances): readonly string[] {
	const open = allowed
		.filter((each) => covers(each.in, at))
		.reduce((rest, { wording }) => rest.replaceAll(wording, ' · '), text);
	return forbidden.flatMap(({ claim, pattern }) => {
		const found = pattern.exec(open);
		return found ? [`${at}: "${found[0]}" (${claim})`] : [];
	});
}

/** Every string of a value, under the path of its keys. */
export function textsOf(file: string, value: unknown, path: readonly string[] = []): readonly Text[] {
	if (typeof value === 'string') return [{ at: `${file}: ${path.join('.')}`, text: value }];
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, inner]) => textsOf(file, inner, [...path, key]));
}

const jsonFilesBelow = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.json'))
		.map((name) => join(folder, name).replaceAll('\\', '/'))
		.toSorted();

/** Every text of the app in both languages, the manifest, the head of the page, and the README paragraph by paragraph. */
export function readTexts(): readonly Text[] {
	const read = (file: string): string => readFileSync(file, 'utf8');
	const quoted = [...read(MANIFEST).matchAll(/'([^'\n]*)'/g)].map(([, text = ''], n) => ({
		at: `${MANIFEST}: ${n}`,
		text
	}));
	const attributes = [...read('src/app.html').matchAll(/content="([^"]*)"/g)].map(([, text = ''], n) => ({
		at: `src/app.html: ${n}`,
		text
	}));
	const { description } = JSON.parse(read('package.json')) as { description: string };
	return [
		...TEXT_FOLDERS.flatMap(jsonFilesBelow).flatMap((file) => textsOf(file, JSON.parse(read(file)))),
		...quoted,
		...attributes,
		{ at: 'package.json: description', text: description },
		...read('README.md')
			.split(/\n{2,}/)
			.map((text, n) => ({ at: `README.md: ${n}`, text: text.replaceAll(/[*\n]+/g, ' ') }))
	];
}
