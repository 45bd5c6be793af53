// Keeps docs/house.md true: its picture of the arrows is drawn from the real imports, and the folders its
// tree names must be there.
//
//   node scripts/house.mjs --write    draws the picture anew
//   node scripts/house.mjs --check    fails when the picture or the tree has grown old
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import settings, { placeOf, rooms } from '../.dependency-cruiser.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs', 'house.md');

const BEGIN = '<!-- house:begin -->';
const END = '<!-- house:end -->';

/** @param {string} file */
const roomOf = (file) => Object.keys(rooms).find((room) => new RegExp(placeOf(room)).test(file));

/** The arrows that are really walked, as lines of mermaid; tests do not count. */
async function drawArrows() {
	const { output } = await cruise(['src'], { ...settings.options, baseDir: root });
	if (typeof output === 'string')
		throw new Error('dependency-cruiser answered with a text where a graph was expected.');

	/** @type {Set<string>} */
	const found = new Set();
	/** @type {Set<string>} */
	const arrows = new Set();
	for (const { source, dependencies } of output.modules) {
		const from = roomOf(source);
		if (!from || source.endsWith('.test.ts')) continue;
		found.add(from);
		for (const { resolved } of dependencies) {
			const to = roomOf(resolved);
			if (to && to !== from) arrows.add(`\t${from} --> ${to}`);
		}
	}
	const names = Object.keys(rooms).filter((room) => found.has(room));
	return ['flowchart LR', ...names.map((room) => `\t${room}`), ...[...arrows].sort()].join('\n');
}

/**
 * The folders of the tree in the page: lines such as "│  ├─ domain/   the rules".
 * @param {string} text
 */
function foldersOfTree(text) {
	/** @type {string[]} */
	const path = [];
	/** @type {string[]} */
	const folders = [];
	for (const line of text.split('\n')) {
		const match = /^((?:│ {2}| {3})*)[├└]─ (\S+)\//.exec(line);
		if (!match) continue;
		path.length = (match[1] ?? '').length / 3;
		path.push(match[2] ?? '');
		folders.push(path.join('/'));
	}
	return folders;
}

async function main() {
	const text = readFileSync(page, 'utf8').replaceAll('\r\n', '\n');
	const [before, rest] = text.split(BEGIN);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined)
		throw new Error(`docs/house.md has lost its marks ${BEGIN} and ${END}.`);

	const drawn = `${before}${BEGIN}\n\n\`\`\`mermaid\n${await drawArrows()}\n\`\`\`\n\n${END}${after}`;
	if (process.argv.includes('--write')) writeFileSync(page, drawn);
	else if (drawn !== text)
		throw new Error('The picture in docs/house.md is no longer the house. Draw it anew: npm run house');

	const folders = foldersOfTree(text);
	if (folders.length === 0) throw new Error('docs/house.md has no tree that could be read.');
	const lost = folders.filter((folder) => !existsSync(join(root, folder)));
	if (lost.length > 0) throw new Error(`docs/house.md names folders that are not there: ${lost.join(', ')}.`);
	console.log(`docs/house.md is true: ${folders.length} folders, and the arrows as they are.`);
}

try {
	await main();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
