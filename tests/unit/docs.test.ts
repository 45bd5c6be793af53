// The pages for readers name files that are there, and the check of the house sees what is missing in its pages.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrowsOfPicture, arrowsOfTable, faultsOf, placesOfTree } from '../../scripts/house.mjs';

const FOLDERS = ['docs', 'scripts', 'src', 'static', 'tests'];
/** Made by the build or by a measurement, so not always there. */
const MADE = /^(200\.html|404\.html|\.out\/.+|build\/.*)$/;
const ENDING = /\.(css|html|js|json|md|mjs|png|svelte|svg|ts)$/;

const slashed = (path: string): string => path.replaceAll('\\', '/');
const below = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${slashed(path)}`);

const pages = ['README.md', ...below('docs').filter((path) => path.endsWith('.md'))];
const places = [...readdirSync('.'), ...FOLDERS.flatMap(below)];

const withoutFences = (text: string): string => text.replaceAll(/^```[^]*?^```/gm, '');

/** What stands in back ticks and looks like a path of the repository; addresses, imports and packages do not. */
function pathsIn(text: string): string[] {
	const ticked = Array.from(withoutFences(text).matchAll(/`([^`\n]+)`/g), ([, inside]) => inside ?? '');
	return ticked.filter(
		(each) =>
			/^[\w.(][\w.()[\]*/-]*$/.test(each) &&
			!/^\.{1,2}\//.test(each) &&
			!MADE.test(each) &&
			(ENDING.test(each) || FOLDERS.some((folder) => each.startsWith(`${folder}/`)))
	);
}

/** `*` stands for any letters within one name. */
function isThere(path: string, asTail = false): boolean {
	const pattern = path
		.replace(/\/$/, '')
		.replaceAll(/[.()[\]]/g, '\\$&')
		.replaceAll('*', '[^/]*');
	const whole = new RegExp(`^${asTail ? '(.*/)?' : ''}${pattern}$`);
	return places.some((place) => whole.test(place));
}

const textOf = (page: string): string => readFileSync(page, 'utf8').replaceAll('\r\n', '\n');

describe('the pages for readers', () => {
	// Who wants to change something looks for it here.
	test.each(['README.md', 'docs/house.md', 'docs/words.md'])(
		'%s names paths from the root, and each is there',
		(page) => {
			expect(pathsIn(textOf(page)).filter((path) => !isThere(path))).toEqual([]);
		}
	);

	// The others tell a story, and may name a file without the folder they talk about.
	test.each(pages)('%s names no file that is not there', (page) => {
		expect(pathsIn(textOf(page)).filter((path) => !isThere(path, true))).toEqual([]);
	});

	test.each(pages)('%s links to nothing that is not there', (page) => {
		const told = withoutFences(textOf(page)).replaceAll(/`[^`\n]*`/g, '');
		const links = Array.from(told.matchAll(/\]\(([^)\s#]+)[^)\s]*\)/g), ([, to]) => to ?? '');
		const lost = links.filter((to) => !/^\w+:/.test(to) && !existsSync(join(dirname(page), to)));
		expect(lost).toEqual([]);
	});

	test('are read as they should be', () => {
		expect(pathsIn('`rules.ts`, `src/routes/(app)/paper`, `a/*.de.json`, `src/lib/track/`')).toEqual([
			...['rules.ts', 'src/routes/(app)/paper', 'a/*.de.json', 'src/lib/track/']
		]);
		expect(
			pathsIn('`/service-worker.js`, `200.html`, `#lib/room/x.ts`, `./x.ts`, `npm run x.mjs`, `.br`, `idb`')
		).toEqual([]);
		expect(isThere('src/lib/domain/rules.ts') && isThere('src/lib/i18n/areas/*.de.json')).toBe(true);
		expect(isThere('rules.ts') || isThere('src/lib/content/exercises.json') || isThere('src/lib/*.json')).toBe(false);
		expect(isThere('rules.ts', true)).toBe(true);
		expect(isThere('ules.ts', true)).toBe(false);
	});
});

describe('the check of the house', () => {
	const house = [
		'├─ src/',
		'│  ├─ lib/',
		'│  │  ├─ domain/   the rules',
		'│  │  └─ state/    the desk',
		'│  └─ worker.ts',
		'',
		'| Room     | may import from | and never |',
		'| -------- | --------------- | --------- |',
		'| `domain` | nothing         | asks      |',
		'| `state`  | `domain`        | holds     |',
		'| `worker` | nothing of `src/lib` | x    |',
		'',
		'| Other | table |'
	].join('\n');
	const readme = '```mermaid\nflowchart LR\n\tstate --> domain\n\tnight[worker]\n```';
	const rules = { domain: [], state: ['domain'], worker: [] };
	const facts = { house, readme, rules, walked: rules, folders: ['domain', 'state'], exists: () => true };

	test('reads the tree, the table and the picture', () => {
		expect(placesOfTree(house)).toEqual(['src', 'src/lib', 'src/lib/domain', 'src/lib/state', 'src/worker.ts']);
		expect(arrowsOfTable(house)).toEqual(rules);
		expect(arrowsOfPicture('```mermaid\nflowchart LR\n\ta & b --> c --> d & e\n```')).toEqual({
			...{ a: ['c'], b: ['c'], c: ['d', 'e'], d: [], e: [] }
		});
	});

	test('lets a true page pass', () => expect(faultsOf(facts)).toEqual([]));

	test('sees a room that is nowhere in the pages, whoever knows it', () => {
		const lacks = ['The tree', 'The table', 'The picture'].map((what) => expect.stringContaining(what) as string);
		expect(faultsOf({ ...facts, rules: { ...rules, track: [] } })).toEqual(lacks);
		expect(faultsOf({ ...facts, walked: { ...rules, track: [] } })).toHaveLength(4);
		expect(faultsOf({ ...facts, folders: [...facts.folders, 'track'] })).toHaveLength(4);
	});

	test('compares the table with the rules, both ways', () => {
		const told = faultsOf({ ...facts, rules: { ...rules, worker: ['domain'] } });
		expect(told).toEqual(['The rules allow worker --> domain, the table in docs/house.md does not.']);
		const looser = house.replace('| `domain` | nothing ', '| `domain` | `state` ');
		expect(faultsOf({ ...facts, house: looser })).toEqual([
			'The table in docs/house.md allows domain --> state, the rules do not.'
		]);
		expect(faultsOf({ ...facts, house: house.replace('| `worker` | ', '| `porter` | ') })).toHaveLength(2);
	});

	test('compares the table and the picture of the README with the imports', () => {
		const walked = { ...rules, domain: ['worker'] };
		expect(faultsOf({ ...facts, walked })).toEqual([
			'An import walks domain --> worker, not in the table in docs/house.md.',
			'An import walks domain --> worker, not to be seen in README.md.'
		]);
		expect(faultsOf({ ...facts, walked: { ...rules, state: [] } })).toEqual([
			'README.md draws state --> domain, which no import walks.'
		]);
	});

	test('sees a place in the tree that is not there', () => {
		expect(faultsOf({ ...facts, exists: (path) => path !== 'src/worker.ts' })).toHaveLength(1);
	});
});
