import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const base = process.env.BASE_PATH ?? '';
const buildDir = process.env.BUILD_DIR ?? 'build';
const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** The one script of ours in the head of every page (src/app.html) is allowed by its hash. */
const head = readFileSync(new URL('./src/app.html', import.meta.url), 'utf8');
const headScripts = [...head.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
	([, text]) =>
		/** @type {`sha256-${string}`} */ (
			`sha256-${createHash('sha256')
				.update(text ?? '')
				.digest('base64')}`
		)
);

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ pages: buildDir, assets: buildDir, fallback: '200.html', strict: false }),
		paths: { base: /** @type {'' | `/${string}`} */ (base) },
		// The name is the build's identity for the worker: the commit where there is one, never the hour of the build.
		version: { name: process.env.BUILD_ID ?? version, pollInterval: 0 },
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
