// What a build still needs after `vite build`: a page for hosts that know only 404.html, the precompressed
// twins, the order in which the worker keeps the files, and the proof that no page carries a script its own security policy would refuse.
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { orderPrecache } from './offline-order.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

const TEXT = new Set([
	'.html',
	'.js',
	'.mjs',
	'.css',
	'.json',
	'.svg',
	'.txt',
	'.xml',
	'.webmanifest',
	'.map',
	'.wasm'
]);
const WORTH_IT = 1000;

/**
 * @param {string} dir
 * @returns {string[]}
 */
export function filesBelow(dir) {
	return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
		const path = join(dir, entry.name);
		return entry.isDirectory() ? filesBelow(path) : [path];
	});
}

/** @param {string} text */
const unescapeAttribute = (text) =>
	text
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');

/**
 * @param {string} attributes
 * @param {string} name
 */
function attribute(attributes, name) {
	const match = new RegExp(`(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=\\s|$)`, 'i').exec(
		attributes.replace(/\/$/, '')
	);
	return match ? unescapeAttribute(match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

const INSIDE_TAG = `((?:[^>"']|"[^"]*"|'[^']*')*)`;

/**
 * The elements of one kind; what stands in a comment does not count.
 * @param {string} html
 * @param {'meta' | 'script'} name
 */
function elements(html, name) {
	const rest = name === 'script' ? '([\\s\\S]*?)</script\\s*>' : '()';
	const found = html.matchAll(new RegExp(`<!--[\\s\\S]*?-->|<${name}(?=[\\s>/])${INSIDE_TAG}>${rest}`, 'gi'));
	return [...found]
		.filter(([all]) => !all.startsWith('<!--'))
		.map((m) => ({ attributes: m[1] ?? '', text: m[2] ?? '' }));
}

/** Scripts that only hold data are never run, so no policy concerns them. */
const isData = (/** @type {string | undefined} */ type) =>
	type !== undefined && /json$/i.test(type) && type !== 'importmap';

/**
 * What is wrong with the security policy of one page; an empty list means: nothing.
 * @param {string} html
 * @returns {string[]}
 */
export function policyFaults(html) {
	const meta = elements(html, 'meta').find(
		({ attributes }) => attribute(attributes, 'http-equiv')?.toLowerCase() === 'content-security-policy'
	);
	if (!meta) return ['has no Content-Security-Policy meta'];

	const directives = (attribute(meta.attributes, 'content') ?? '').split(';').map((part) => part.trim().split(/\s+/));
	const sources = directives.find(([name]) => name?.toLowerCase() === 'script-src')?.slice(1);
	if (!sources) return ['has a Content-Security-Policy without script-src'];

	const faults = [];
	const loose = directives.filter(
		([name, ...rest]) => name?.startsWith('script-src') && rest.includes("'unsafe-inline'")
	);
	if (loose.length > 0) faults.push("allows 'unsafe-inline' in script-src");

	for (const { attributes, text } of elements(html, 'script')) {
		if (attribute(attributes, 'src') !== undefined || isData(attribute(attributes, 'type'))) continue;
		// A browser turns every line end into \n before it computes the hash.
		const hash = createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64');
		if (!sources.includes(`'sha256-${hash}'`))
			faults.push(`has an inline script that its policy would refuse (sha256-${hash}): ${text.trim().slice(0, 60)} …`);
	}
	return faults;
}

/** @param {string} file */
async function compress(file) {
	const data = readFileSync(file);
	for (const twin of [`${file}.br`, `${file}.gz`]) rmSync(twin, { force: true });
	if (data.length <= WORTH_IT) return 0;
	const [brotli, zipped] = await Promise.all([
		toBrotli(data, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
				[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
				[constants.BROTLI_PARAM_SIZE_HINT]: data.length
			}
		}),
		toGzip(data, { level: constants.Z_BEST_COMPRESSION })
	]);
	writeFileSync(`${file}.br`, brotli);
	writeFileSync(`${file}.gz`, zipped);
	return 1;
}

/** @param {string} [dir] the folder that `vite build` filled */
export async function finishBuild(dir = join(root, 'build')) {
	const folder = resolve(dir);
	try {
		copyFileSync(join(folder, '200.html'), join(folder, '404.html'));
	} catch {
		throw new Error(`There is no 200.html in ${folder}: has "vite build" run?`);
	}
	writeFileSync(join(folder, '.nojekyll'), '');
	const later = orderPrecache(folder, join(root, '.svelte-kit'));

	const files = filesBelow(folder);
	const pages = files.filter((file) => file.endsWith('.html'));
	const faults = pages.flatMap((page) =>
		policyFaults(readFileSync(page, 'utf8')).map((fault) => `${relative(folder, page)} ${fault}.`)
	);
	if (faults.length > 0) throw new Error(['The build is refused:', ...faults].join('\n  '));

	let compressed = 0;
	for (const file of files) if (TEXT.has(extname(file))) compressed += await compress(file);
	return { pages: pages.length, compressed, later };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	try {
		const { pages, compressed, later } = await finishBuild(process.argv[2]);
		console.log(`Build finished: ${pages} pages keep their security policy, ${compressed} files compressed.`);
		console.log(`Kept for offline use after what a session needs: ${later} files.`);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
