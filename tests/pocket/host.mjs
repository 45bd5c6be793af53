// Serves the pages of the hidden run and takes down what is seen of them.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** @typedef {{ at: number, event: string, hidden: boolean, trackMs: number | null, paused: boolean | null, page: Record<string, string> }} Line */

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mp3': 'audio/mpeg', '.json': 'application/json' };

/** @param {string} dir */
export async function serveAndListen(dir) {
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
		const found = file.startsWith(dir + sep) && existsSync(file) && statSync(file).isFile();
		response.writeHead(found ? 200 : 404, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
		response.end(found ? readFileSync(file) : undefined);
	});
	await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/`,
		/** @param {string} page */
		of: (page) => seen.get(page) ?? [],
		close: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}
