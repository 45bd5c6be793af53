// Bundles TypeScript of this project for whoever cannot read it: Node 20, a page of a test, an extension.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Writes one file for each entry to `outDir`, beside what is there.
 * @param {object} wish
 * @param {Readonly<Record<string, string>>} wish.entry name of the file, without its end, to the source below the project;
 *   of an `iife` there is one
 * @param {string} wish.outDir
 * @param {'node20' | 'es2022'} wish.target
 * @param {'es' | 'iife'} [wish.format]
 */
export async function bundle({ entry, outDir, target, format = 'es' }) {
	const sources = Object.entries(entry).map(([name, source]) => [name, join(root, source)]);
	await build({
		configFile: false,
		root,
		logLevel: 'error',
		resolve: { alias: { '#lib': join(root, 'src/lib') } },
		build: {
			outDir,
			emptyOutDir: false,
			target,
			lib: {
				entry: Object.fromEntries(sources),
				formats: [format],
				name: Object.keys(entry)[0],
				fileName: (_format, name) => `${name}.js`
			}
		}
	});
}
