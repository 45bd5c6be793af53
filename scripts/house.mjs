// Keeps the pages about the house true. In docs/house.md the picture of the arrows is drawn from the real imports; its
// tree must name every room and no folder that is not there; its table must be the rules of .dependency-cruiser.js, and
// no arrow may be walked that is not in it. The smaller picture of the README must lead where the imports lead.
//
//   node scripts/house.mjs --write    draws the picture anew
//   node scripts/house.mjs --check    fails when a picture, the tree or the table has grown old
import { existsSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import settings, { placeOf, rooms } from '../.dependency-cruiser.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs', 'house.md');

const BEGIN = '<!-- house:begin -->';
const END = '<!-- house:end -->';

/** The rooms, and where each leads; as the rules allow it, or as the imports walk it. @typedef {Record<string, readonly string[]>} Arrows */

/** @param {string} path */
const read = (path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');

/** @param {string} file */
const roomOf = (file) => Object.keys(rooms).find((room) => new RegExp(placeOf(room)).test(file));

/** The arrows that are really walked, rooms in the order of the rules; tests do not count. @returns {Promise<Arrows>} */
async function walkedArrows() {
	const { cruise } = await import('dependency-cruiser');
	const { output } = await cruise(['src'], { ...settings.options, baseDir: root });
	if (typeof output === 'string')
		throw new Error('dependency-cruiser answered with a text where a graph was expected.');

	/** @type {Map<string, Set<string>>} */
	const found = new Map();
	for (const { source, dependencies } of output.modules) {
		const from = roomOf(source);
		if (!from || source.endsWith('.test.ts')) continue;
		const to = found.get(from) ?? new Set();
		found.set(from, to);
		for (const { resolved } of dependencies) {
			const room = roomOf(resolved);
			if (room && room !== from) to.add(room);
		}
	}
	const names = Object.keys(rooms).filter((room) => found.has(room));
	return Object.fromEntries(names.map((room) => [room, [...(found.get(room) ?? [])].sort()]));
}

/** Arrows as lines of mermaid. @param {Arrows} walked */
function drawArrows(walked) {
	const lines = Object.entries(walked).flatMap(([from, to]) => to.map((room) => `\t${from} --> ${room}`));
	return ['flowchart LR', ...Object.keys(walked).map((room) => `\t${room}`), ...lines.sort()].join('\n');
}

/**
 * What the tree in the page names: lines such as "│  ├─ domain/   the rules", and files such as "├─ service-worker.ts".
 * @param {string} text
 */
export function placesOfTree(text) {
	/** @type {string[]} */
	const path = [];
	/** @type {string[]} */
	const places = [];
	for (const line of text.split('\n')) {
		const match = /^((?:│ {2}| {3})*)[├└]─ (\S+)/.exec(line);
		if (!match) continue;
		path.length = (match[1] ?? '').length / 3;
		path.push((match[2] ?? '').replace(/\/$/, ''));
		places.push(path.join('/'));
	}
	return places;
}

/**
 * The table in the page: each room, and the rooms of its second cell.
 * @param {string} text
 * @returns {Arrows}
 */
export function arrowsOfTable(text) {
	const from = text.search(/^\| Room +\| may import from/m);
	if (from === -1) return {};
	const table = text.slice(from).split('\n\n', 1)[0] ?? '';
	const rows = table.split('\n').slice(2);
	return Object.fromEntries(
		rows.map((row) => {
			const [, room = '', may = ''] = row.split('|');
			// "nothing of `src/lib`" names no room.
			return [room.replaceAll(/[`\s]/g, ''), Array.from(may.matchAll(/`([\w-]+)`/g), ([, name]) => name ?? '')];
		})
	);
}

/**
 * A picture drawn by hand: lines such as "a & b --> c --> d" and "worker[service-worker]".
 * @param {string} text
 * @returns {Arrows}
 */
export function arrowsOfPicture(text) {
	const drawing = /```mermaid\nflowchart LR\n([^`]*)```/.exec(text)?.[1] ?? '';
	/** @type {Map<string, Set<string>>} */
	const arrows = new Map();
	for (const line of drawing.split('\n').filter((each) => each.trim())) {
		const stops = line.split('-->').map((stop) => stop.split('&').map((name) => name.trim().replace(/^.*\[|\]$/g, '')));
		stops.forEach((names, at) => {
			for (const name of names) {
				const to = arrows.get(name) ?? new Set();
				arrows.set(name, to);
				for (const next of stops[at + 1] ?? []) to.add(next);
			}
		});
	}
	return Object.fromEntries([...arrows].map(([name, to]) => [name, [...to]]));
}

/** Whether one gets from a room to another along the arrows. @param {Arrows} arrows @param {string} from @param {string} to */
function leads(arrows, from, to) {
	const seen = new Set([from]);
	for (const room of seen) for (const next of arrows[room] ?? []) seen.add(next);
	return seen.has(to);
}

/**
 * What is untrue in the two pages.
 * @param {object} facts
 * @param {string} facts.house the text of docs/house.md
 * @param {string} facts.readme
 * @param {Arrows} facts.rules every room and where it may lead
 * @param {Arrows} facts.walked every room with a file in it, and where it really leads
 * @param {readonly string[]} facts.folders those of src/lib
 * @param {(path: string) => boolean} facts.exists
 */
export function faultsOf({ house, readme, rules, walked, folders, exists }) {
	const places = placesOfTree(house);
	const table = arrowsOfTable(house);
	const picture = arrowsOfPicture(readme);
	const names = [...new Set([...Object.keys(rules), ...Object.keys(walked), ...folders])];
	const faults = [];

	for (const place of places.filter((each) => !exists(each)))
		faults.push(`The tree in docs/house.md names what is not there: ${place}.`);
	for (const room of names) {
		if (!(room in rules)) faults.push(`.dependency-cruiser.js has no rule for the room ${room}.`);
		if (![`src/lib/${room}`, `src/${room}`, `src/${room}.ts`].some((place) => places.includes(place)))
			faults.push(`The tree in docs/house.md lacks the room ${room}.`);
		if (!(room in table)) faults.push(`The table in docs/house.md lacks the room ${room}.`);
		if (!(room in picture)) faults.push(`The picture in README.md lacks the room ${room}.`);
	}
	for (const [from, may] of Object.entries(table)) {
		const allowed = rules[from];
		if (!allowed) faults.push(`The table in docs/house.md has a room that is none: ${from}.`);
		for (const to of may.filter((each) => allowed && !allowed.includes(each)))
			faults.push(`The table in docs/house.md allows ${from} --> ${to}, the rules do not.`);
		for (const to of (allowed ?? []).filter((each) => !may.includes(each)))
			faults.push(`The rules allow ${from} --> ${to}, the table in docs/house.md does not.`);
	}
	for (const [from, goes] of Object.entries(walked))
		for (const to of goes) {
			if (!table[from]?.includes(to))
				faults.push(`An import walks ${from} --> ${to}, not in the table in docs/house.md.`);
			if (!leads(picture, from, to)) faults.push(`An import walks ${from} --> ${to}, not to be seen in README.md.`);
		}
	for (const [from, goes] of Object.entries(picture))
		for (const to of goes.filter((each) => !walked[from]?.includes(each)))
			faults.push(`README.md draws ${from} --> ${to}, which no import walks.`);
	return faults;
}

async function main() {
	const text = read(page);
	const [before, rest] = text.split(BEGIN);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined)
		throw new Error(`docs/house.md has lost its marks ${BEGIN} and ${END}.`);

	const walked = await walkedArrows();
	const drawn = `${before}${BEGIN}\n\n\`\`\`mermaid\n${drawArrows(walked)}\n\`\`\`\n\n${END}${after}`;
	if (process.argv.includes('--write')) writeFileSync(page, drawn);
	else if (drawn !== text)
		throw new Error('The picture in docs/house.md is no longer the house. Draw it anew: npm run house');

	const places = placesOfTree(text);
	if (places.length === 0) throw new Error('docs/house.md has no tree that could be read.');
	const lib = readdirSync(join(root, 'src', 'lib'), { withFileTypes: true });
	const faults = faultsOf({
		house: text,
		readme: read(join(root, 'README.md')),
		rules: rooms,
		walked,
		folders: lib.filter((entry) => entry.isDirectory()).map(({ name }) => name),
		exists: (path) => existsSync(join(root, path))
	});
	if (faults.length > 0) throw new Error(faults.join('\n'));
	const count = Object.values(walked).flat().length;
	console.log(
		`docs/house.md is true: ${places.length} places, ${Object.keys(walked).length} rooms, ${count} arrows as they are.`
	);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	try {
		await main();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
