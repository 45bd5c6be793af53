// Serves build/ as a real host would: files with their cache rules, precompressed twins, the shell for
// every address of the app, 404 for files that are not there. `vite preview` cannot do this.
import { existsSync, realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDeps } from './ensure-deps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const FOR_EVER = 'public,max-age=31536000,immutable';

const HEADERS = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'X-Frame-Options': 'DENY',
	// The policy itself is a meta in every page; this is the one part that a meta cannot say.
	'Content-Security-Policy': "frame-ancestors 'none'",
	'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
	'Cross-Origin-Opener-Policy': 'same-origin'
};

/**
 * @typedef {object} ServeOptions
 * @property {number} [port] 0 takes any free port
 * @property {string} [host]
 * @property {string} [dir] the folder to serve
 * @property {string} [base] the path below which it is served, such as '/rueckenwind'
 */

/** @typedef {{ url: string, port: number, close: () => Promise<void> }} Served */

/** @param {string} base */
function tidyBase(base) {
	const inner = base.replace(/^\/+|\/+$/g, '');
	return inner && `/${inner}`;
}

/**
 * A person going to a page, and not a script asking for a file.
 * @param {string} pathname
 * @param {string} accept
 */
const isNavigation = (pathname, accept) => accept.includes('text/html') && !/\.[^/]+$/.test(pathname);

/**
 * @param {ServeOptions} [options]
 * @returns {Promise<Served>}
 */
export async function serveBuild({ port = 4173, host = '127.0.0.1', dir = join(root, 'build'), base = '' } = {}) {
	const { default: sirv } = await import('sirv');
	const folder = resolve(dir);
	const prefix = tidyBase(base);
	if (!existsSync(join(folder, '200.html')))
		throw new Error(`There is no build in ${folder} (200.html is missing). Run "npm run build" first.`);

	const files = sirv(folder, {
		// Reads the folder anew for each request, so a test may put a newer build in its place.
		dev: true,
		etag: true,
		brotli: true,
		gzip: true,
		setHeaders(response, pathname) {
			response.setHeader('Cache-Control', pathname.startsWith('/_app/immutable/') ? FOR_EVER : 'no-cache');
		}
	});

	const server = createServer((request, response) => {
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);

		/** @type {(status: number, words: string, headers?: Record<string, string>) => void} */
		const answer = (status, words, headers = {}) => {
			response.writeHead(status, {
				'Content-Type': 'text/plain;charset=utf-8',
				'Cache-Control': 'no-store',
				...headers
			});
			response.end(request.method === 'HEAD' ? undefined : `${words}\n`);
		};

		if (request.method !== 'GET' && request.method !== 'HEAD')
			return answer(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });

		// Only the path; an address such as //other.example must not become a host.
		const [asked = '/', query] = (request.url ?? '/').split('?', 2);
		if (prefix && (asked === '/' || asked === prefix))
			return answer(302, 'The app lives below its base path.', { Location: `${prefix}/` });
		if (!asked.startsWith(`${prefix}/`)) return answer(404, 'Not found.');

		const pathname = asked.slice(prefix.length);
		request.url = pathname + (query === undefined ? '' : `?${query}`);
		// Each answer of a file has a body; for HEAD, Node itself leaves it out.
		files(request, response, () => {
			if (!isNavigation(pathname, request.headers.accept ?? '')) return answer(404, 'Not found.');
			request.url = '/200.html';
			files(request, response, () => answer(404, 'Not found.'));
		});
	});

	await new Promise((listening, failed) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			const known = error.code === 'EADDRINUSE' || error.code === 'EACCES';
			const why = error.code === 'EACCES' ? 'may not be used' : 'is already in use';
			failed(
				known ? new Error(`Port ${port} on ${host} ${why}. Choose another one: PORT=${port + 1} npm start`) : error
			);
		});
		server.listen(port, host, () => listening(undefined));
	});

	const address = server.address();
	const actualPort = typeof address === 'object' && address ? address.port : port;
	return {
		url: `http://${isIP(host) === 6 ? `[${host}]` : host}:${actualPort}${prefix}/`,
		port: actualPort,
		close: () =>
			new Promise((closed, failed) => {
				server.close((error) => (error ? failed(error) : closed()));
				server.closeAllConnections();
			})
	};
}

/** Serves until the person stops it, as the environment says: PORT, HOST, BASE_PATH. */
export async function serveFromEnvironment() {
	const port = Number(process.env.PORT || 4173);
	if (!Number.isInteger(port) || port < 0 || port > 65535)
		throw new Error(`PORT must be a number from 0 to 65535, and "${process.env.PORT}" is not.`);
	const served = await serveBuild({ port, host: process.env.HOST || '127.0.0.1', base: process.env.BASE_PATH ?? '' });
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void served.close());
	return served;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	try {
		ensureDeps();
		const { url } = await serveFromEnvironment();
		console.log(`Rückenwind is at ${url}`);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
