// A host that knows nothing of apps, as project pages do: files as they lie there, 404.html with status 404 for the
// rest, no clean addresses, no rules for caches but ten minutes for everything. May carry several sites.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2'
};

export interface PlainHost {
	/** With a slash at the end. */
	readonly url: string;
	close(): Promise<void>;
}

const fileAt = (dir: string, path: string): string | null => {
	const wanted = normalize(join(dir, decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path)));
	if (wanted !== dir && !wanted.startsWith(dir + sep)) return null;
	return existsSync(wanted) && statSync(wanted).isFile() ? wanted : null;
};

/** Serves each folder below its base path, `''` for the root. The longest that fits is the one. */
export async function plainHost(sites: Readonly<Record<string, string>>): Promise<PlainHost> {
	const bases = Object.keys(sites).toSorted((a, b) => b.length - a.length);
	const server = createServer((request, response) => {
		const path = (request.url ?? '/').split('?')[0] ?? '/';
		const base = bases.find((each) => path === each || path.startsWith(`${each}/`));
		const dir = base === undefined ? undefined : sites[base];
		if (base === undefined || dir === undefined) return void response.writeHead(404).end();
		if (path === base && base !== '') return void response.writeHead(301, { Location: `${base}/` }).end();
		const found = fileAt(dir, path.slice(base.length));
		const file = found ?? join(dir, '404.html');
		response.writeHead(found ? 200 : 404, {
			'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
			'Cache-Control': 'max-age=600'
		});
		createReadStream(file).pipe(response);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/`,
		close: () =>
			new Promise((closed, failed) => {
				server.close((error) => (error ? failed(error) : closed()));
				server.closeAllConnections();
			})
	};
}
