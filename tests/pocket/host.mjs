// Serves the pages of the hidden run and takes down what is seen of them.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** @typedef {{ at: number, event: string, hidden: boolean, trackMs: number | null, paused: boolean | null, page: Record<string, string> }} Line */

/** @type {Record<string, string>} */
const TYPES = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.mp3': 'audio/mpeg',
	'.json': 'application/json',
	'.css': 'text/css',
	'.webmanifest': 'application/manifest+json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2'
};

/** @param {string} dir @param {string} [shell] what unknown addresses are answered with */
export async function serveAndListen(dir, shell) {
	/** What was seen of each page, by its query. @type {Map<string, Line[]>} */
	const seen = new Map();
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://host');
		if (url.pathname === '/log') {
			let body = '';
			request.on('data', (part) => (body += part));
			request.on('end', () => {
				const page = url.searchParams.get('page') ?? '';
				seen.set(page, [...(seen.get(page) ?? []), JSON.parse(body)]);
				response.writeHead(204).end();
			});
			return;
		}
		const file = normalize(join(dir, url.pathname === '/' ? 'index.html' : url.pathname));
		const isThere = file.startsWith(dir + sep) && existsSync(file) && statSync(file).isFile();
		const found = isThere ? file : shell && join(dir, shell);
		response.writeHead(found ? 200 : 404, {
			'Content-Type': TYPES[extname(found || file)] ?? 'application/octet-stream'
		});
		response.end(found ? readFileSync(found) : undefined);
	});
	await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/`,
		/** @param {string} page */
		of: (page) => seen.get(page) ?? [],
		/** What was seen of all of them, in order of time. */
		all: () => [...seen.values()].flat().toSorted((a, b) => a.at - b.at),
		close: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}
