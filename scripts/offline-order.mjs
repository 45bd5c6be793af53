// What the service worker keeps first, and what later: on a first visit over a slow network a session can be begun
// offline seconds sooner when the builder, the charts and the printed pages come after it.
// Run after `vite build`: Kit tells the worker only that there are files, not which screen each one is for.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The screens from the first start to the end of a session, and those that have to open at once in an emergency. */
const FIRST = new Set(
	['', '(app)', '(app)/(tabs)', '(app)/(tabs)/safety', '(app)/(tabs)/settling'].concat(
		['start', 'session', 'finished', 'walk-home'].map((name) => `(app)/${name}`)
	)
);

/** Stands in src/service-worker.ts where the names come. */
const MARK = '@later-files@';

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], css?: string[], assets?: string[] }} Chunk */

/**
 * The names of the files that no screen of FIRST can ask for.
 * @param {Record<string, Chunk>} chunks Vite's manifest of the client
 * @param {(key: string) => readonly string[]} routesOf the folders of the screens of a node, [] for what is no node
 * @returns {string[]}
 */
export function laterFiles(chunks, routesOf) {
	/** @param {Chunk} chunk */
	const filesOf = ({ file, css = [], assets = [] }) => [file, ...css, ...assets];
	const isNode = (/** @type {string} */ key) => routesOf(key).length > 0;
	const starts = Object.keys(chunks).filter((key) =>
		isNode(key) ? routesOf(key).some((route) => FIRST.has(route)) : chunks[key]?.isEntry
	);
	// A set that grows while it is walked is walked to its end. Kit's own start names every node: each decides for itself.
	const reached = new Set(starts);
	for (const key of reached) {
		const { imports = [], dynamicImports = [] } = chunks[key] ?? {};
		for (const next of [...imports, ...dynamicImports.filter((to) => !isNode(to))]) reached.add(next);
	}
	const first = new Set([...reached].flatMap((key) => (chunks[key] ? filesOf(chunks[key]) : [])));
	const all = new Set(Object.values(chunks).flatMap(filesOf));
	return [...all].filter((file) => !first.has(file)).map((file) => basename(file));
}

/**
 * Which folders of src/routes a node of Kit is made of.
 * @param {string} nodes the folder with the nodes' sources
 */
function readRoutes(nodes) {
	/** @type {Map<string, string[]>} */
	const routes = new Map();
	for (const name of existsSync(nodes) ? readdirSync(nodes) : []) {
		const source = readFileSync(join(nodes, name), 'utf8');
		const folders = [...source.matchAll(/src\/routes\/((?:[^"'/]+\/)*)\+/g)].map(([, path = '']) => path.slice(0, -1));
		routes.set(name, folders);
	}
	return (/** @type {string} */ key) =>
		/client-optimized\/nodes\/[^/]+$/.test(key) ? (routes.get(basename(key)) ?? []) : [];
}

/**
 * Writes the names into the finished worker of `build`. Without a worker there is nothing to do.
 * @param {string} build
 * @param {string} kit the folder in which Kit keeps what it made
 * @returns {number} how many files come later
 */
export function orderPrecache(build, kit) {
	const worker = join(build, 'service-worker.js');
	if (!existsSync(worker)) return 0;
	const source = readFileSync(worker, 'utf8');
	if (source.split(MARK).length !== 2) throw new Error(`${worker} has no place for the files that come later.`);
	const chunks = JSON.parse(readFileSync(join(kit, 'output', 'client', '.vite', 'manifest.json'), 'utf8'));
	const later = laterFiles(chunks, readRoutes(join(kit, 'generated', 'client-optimized', 'nodes')));
	const unknown = later.filter((name) => !source.includes(name));
	if (unknown.length > 0) throw new Error(`The worker does not know ${unknown.join(', ')}: is it of this build?`);
	writeFileSync(worker, source.replace(MARK, later.join(' ')));
	return later.length;
}
