// Weighs a finished build against scripts/size-budget.json. All numbers are bytes on the wire: gzip for
// text, as they are for pictures, fonts and sound.
//   firstScreenScript  all script that / needs before it can be used: its own, and every static import of it
//   precache           everything the service worker keeps for offline use
//   biggestChunk       the heaviest single script
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { filesBelow } from './finish-build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = resolve(process.argv[2] ?? join(root, 'build'));

/** @type {Record<'firstScreenScript' | 'precache' | 'biggestChunk', number>} */
const budget = JSON.parse(readFileSync(new URL('./size-budget.json', import.meta.url), 'utf8'));

const AS_IT_IS = new Set([
	'.woff2',
	'.woff',
	'.png',
	'.jpg',
	'.jpeg',
	'.webp',
	'.avif',
	'.mp3',
	'.bin',
	'.ogg',
	'.ico'
]);

/** @param {string | Buffer} data */
const zipped = (data) => gzipSync(data, { level: 9 }).length;

/** @type {Map<string, number>} */
const weights = new Map();

/** @param {string} path inside the build, with slashes */
function weight(path) {
	const known = weights.get(path);
	if (known !== undefined) return known;
	const data = readFileSync(join(build, path));
	const bytes = AS_IT_IS.has(extname(path)) ? data.length : zipped(data);
	weights.set(path, bytes);
	return bytes;
}

/**
 * The addresses in a script: imports that are always loaded, and those loaded by a call of import().
 * @param {string} source
 */
function importsOf(source) {
	/** @type {string[]} */
	const always = [];
	/** @type {string[]} */
	const onCall = [];
	/** @param {any} node */
	const walk = (node) => {
		if (Array.isArray(node)) return node.forEach(walk);
		if (!node || typeof node.type !== 'string') return;
		const address = node.source?.value;
		if (typeof address === 'string') (node.type === 'ImportExpression' ? onCall : always).push(address);
		Object.values(node).forEach((value) => value && typeof value === 'object' && walk(value));
	};
	walk(parseAst(source));
	return { always, onCall };
}

/**
 * Where an address leads inside the build; below whatever base path it was built for.
 * @param {string} address
 * @param {string} from
 */
function inBuild(address, from) {
	const app = address.indexOf('_app/');
	if (!address.startsWith('.') && app >= 0) return address.slice(app);
	return posix.normalize(posix.join(posix.dirname(from), address));
}

function firstScreen() {
	const html = readFileSync(join(build, 'index.html'), 'utf8');
	/** @type {Set<string>} */
	const queue = new Set();
	let inline = 0;
	for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
		const src = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
		if (src) queue.add(inBuild(src, 'index.html'));
		if (src || /json/.test(attributes)) continue;
		inline += zipped(text);
		// Kit starts itself by import() in an inline script: that is the first screen too.
		const { always, onCall } = importsOf(text);
		for (const address of [...always, ...onCall]) queue.add(inBuild(address, 'index.html'));
	}
	for (const [link] of html.matchAll(/<link\b[^>]*>/gi)) {
		const href = /\bhref="([^"]+)"/.exec(link)?.[1];
		if (href && /\brel="modulepreload"/.test(link)) queue.add(inBuild(href, 'index.html'));
	}
	// A set that grows while it is walked is walked to its end.
	for (const path of queue) {
		if (!existsSync(join(build, path))) throw new Error(`The first screen needs ${path}, which is not in the build.`);
		const { always } = importsOf(readFileSync(join(build, path), 'utf8'));
		for (const address of always) queue.add(inBuild(address, path));
	}
	if (queue.size === 0) throw new Error('index.html names no script at all; either it is broken or this measure is.');
	const files = [...queue].map((path) => ({ path, bytes: weight(path) }));
	return { bytes: inline + files.reduce((total, { bytes }) => total + bytes, 0), inline, files };
}

/** @param {string} path */
function isPrecached(path) {
	if (path.startsWith('_app/')) return path.startsWith('_app/immutable/') && !/\/voice-[a-z]+\.[^/]+\.bin$/.test(path);
	if (path.endsWith('.html')) return path === 'index.html' || path === '200.html';
	return !/(^|\/)(service-worker\.js|robots\.txt|\.[^/]+)$|^screenshots\//.test(path);
}

/** @param {number} bytes */
const kB = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;

function main() {
	if (!existsSync(join(build, 'index.html')))
		throw new Error(`There is no index.html in ${build}. Run "npm run build" first.`);

	const shipped = filesBelow(build)
		.map((file) => relative(build, file).split(sep).join('/'))
		.filter((path) => !/\.(br|gz)$/.test(path));
	const kept = shipped.filter(isPrecached).map((path) => ({ path, bytes: weight(path) }));
	const chunks = kept.filter(({ path }) => /\.m?js$/.test(path)).sort((a, b) => b.bytes - a.bytes);
	const first = firstScreen();

	const rows = [
		{ name: 'firstScreenScript', bytes: first.bytes, of: `${first.files.length} files, ${kB(first.inline)} inline` },
		{ name: 'precache', bytes: kept.reduce((total, { bytes }) => total + bytes, 0), of: `${kept.length} files` },
		{ name: 'biggestChunk', bytes: chunks[0]?.bytes ?? 0, of: chunks[0]?.path ?? 'no script' }
	].map((row) => {
		const limit = budget[/** @type {keyof typeof budget} */ (row.name)];
		// Written so that a missing limit is not a passed one.
		return { ...row, limit, isOver: !(row.bytes <= limit) };
	});

	for (const { name, bytes, limit, of, isOver } of rows)
		console.log(
			`${isOver ? '✗' : '✓'} ${name.padEnd(18)} ${kB(bytes).padStart(10)} of ${kB(limit).padStart(10)}   ${of}`
		);
	console.log('  the heaviest:');
	for (const { path, bytes } of [...kept].sort((a, b) => b.bytes - a.bytes).slice(0, 8))
		console.log(`  ${kB(bytes).padStart(10)}  ${path}`);

	const report = join(root, '.out', 'size.json');
	mkdirSync(dirname(report), { recursive: true });
	writeFileSync(report, `${JSON.stringify({ rows, firstScreen: first.files, chunks }, null, '\t')}\n`);
	if (rows.some(({ isOver }) => isOver)) {
		console.log('The build is heavier than its budget (scripts/size-budget.json).');
		process.exitCode = 1;
	}
}

try {
	main();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
