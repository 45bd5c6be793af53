import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const base = process.env.BASE_PATH ?? '';
const buildDir = process.env.BUILD_DIR ?? 'build';
const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** The one script of ours in the head of every page (src/app.html) is allowed by its hash. */
const head = readFileSync(new URL('./src/app.html', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const headScripts = [...head.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
	([, text]) =>
		/** @type {`sha256-${string}`} */ (
			`sha256-${createHash('sha256')
				.update(text ?? '')
				.digest('base64')}`
		)
);

const PACKS = join('src', 'lib', 'voice', 'packs');

/** Everything a build is made of, as eight letters. */
function contentHash() {
	const hash = createHash('sha256').update(base);
	for (const folder of ['src', 'static'])
		for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
			const path = join(folder, name);
			// Made from the clips, which count.
			if (path.startsWith(PACKS)) continue;
			if (statSync(path).isFile() && !path.endsWith('.test.ts')) hash.update(name).update(readFileSync(path));
		}
	for (const file of ['package-lock.json', 'svelte.config.js', 'vite.config.ts']) hash.update(readFileSync(file));
	return hash.digest('hex').slice(0, 8);
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ pages: buildDir, assets: buildDir, fallback: '200.html', strict: false }),
		paths: { base: /** @type {'' | `/${string}`} */ (base) },
		// The build's identity for the worker: of the same sources the same, of others another one. Never the hour.
		version: { name: process.env.BUILD_ID ?? `${version}-${contentHash()}`, pollInterval: 0 },
		serviceWorker: { register: false },
		inlineStyleThreshold: 60_000,
		output: { preloadStrategy: 'modulepreload' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', ...headScripts],
				'style-src': ['self'],
				// Kit's route announcer is made with this one inline style; the hash is of exactly its text.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'media-src': ['self', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['none']
			}
		},
		prerender: { entries: ['/', '/manifest.webmanifest'], handleMissingId: 'fail' }
	}
};
