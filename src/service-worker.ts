/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
// The night porter: keeps the whole app for offline use and answers every navigation from the cache.
// Imports nothing of ours. A new version waits until the person takes it (no skipWaiting without a tap).

import { base, build, files, version } from '$service-worker';
import { clientsClaim } from 'workbox-core';
import { PrecacheController, PrecacheRoute, cleanupOutdatedCaches } from 'workbox-precaching';
import { createPartialResponse } from 'workbox-range-requests';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

/** Requests under way at once: one after another, a hundred files at half a second each would take a minute. */
const LANES = 100;

/** Workbox fetches its list file by file; this one fetches it side by side, first what the start needs. */
class ParallelPrecache extends PrecacheController {
	override install(event: ExtendableEvent): ReturnType<PrecacheController['install']> {
		const work = this.fetchAll(event).then(() => ({ updatedURLs: [], notUpdatedURLs: [] }));
		event.waitUntil(work);
		return work as ReturnType<PrecacheController['install']>;
	}

	/** Fetches whatever is `wanted` and not kept yet. Rejects when one file cannot be had. */
	async fetchAll(lifetime: ExtendableEvent, wanted: (url: string) => boolean = () => true): Promise<void> {
		// Workbox fills its cache for events of this type alone.
		const event = {
			type: 'install',
			waitUntil: (work: Promise<unknown>) => lifetime.waitUntil(work)
		} as ExtendableEvent;
		// One look for all: asked for one by one, two hundred files that are here already hold up whatever waits for this worker.
		const kept = new Set((await (await caches.open(this.strategy.cacheName)).keys()).map(({ url }) => url));
		const waiting = [...this.getURLsToCacheKeys()].filter(([url, cacheKey]) => wanted(url) && !kept.has(cacheKey));
		const lane = async (): Promise<void> => {
			for (let next = waiting.shift(); next; next = waiting.shift()) await this.#fetchOne(event, ...next);
		};
		await Promise.all(Array.from({ length: LANES }, lane));
	}

	async #fetchOne(event: ExtendableEvent, url: string, cacheKey: string): Promise<void> {
		// What has no hash in its name must not come from the browser's own cache.
		const cache = url.includes('/_app/immutable/') ? 'default' : 'reload';
		const request = new Request(url, { cache, credentials: 'same-origin' });
		await Promise.all(this.strategy.handleAll({ event, request, params: { cacheKey } }));
	}
}

const start = `${base}/`;
const shell = `${base}/200.html`;
const manifest = `${base}/manifest.webmanifest`;

/** A voice is fetched when it is chosen, and then kept by the page (platform/kept-file.ts). The tones come with the app. */
const isVoice = (url: string): boolean => /\/voice-[a-z]+\.[^/]+\.bin$/.test(url);

/** The files of the screens that no session needs: put here after the build (scripts/offline-order.mjs). */
const LATER_FILES = new Set('@later-files@'.split(' '));

/** Not needed to start and to do a session: on a first visit it comes when the page asks for it, once all else is here. */
const isLater = (url: string): boolean =>
	LATER_FILES.has(url.slice(url.lastIndexOf('/') + 1)) ||
	/\/artwork\/|\/tones\.[^/]+\.bin$|\/figure-painter-|\/icon-(192|512|maskable|mono)|\/apple-touch-icon/.test(url);

/** Hosts that answer every address with the shell do so for a file that is missing, too: kept, it would be no script for good. */
const isItself = ({ url }: Request, { status, headers }: Response): boolean =>
	status < 400 && !(url.includes('/_app/') && (headers.get('content-type') ?? '').startsWith('text/html'));

const precache = new ParallelPrecache({
	plugins: [
		{ cacheWillUpdate: ({ request, response }) => Promise.resolve(isItself(request, response) ? response : null) }
	]
});
precache.addToCacheList([
	{ url: start, revision: version },
	{ url: shell, revision: version },
	...build.filter((url) => !isVoice(url)).map((url) => ({ url, revision: null })),
	{ url: manifest, revision: version },
	...files.map((url) => ({ url, revision: version }))
]);

clientsClaim();
cleanupOutdatedCaches();
// Chromium lets a worker that is being installed fetch three files at a time. The very first one therefore fetches while
// it is being activated, and is active only once everything is there; if that fails it goes, and the next visit begins anew.
// A newer version is installed whole before it may take over.
const isFirst = (): boolean => self.registration.active === null;
let fetchesLater = false;

self.addEventListener('install', (event) => {
	fetchesLater = isFirst();
	if (!fetchesLater) void precache.install(event);
});
self.addEventListener('activate', (event) => {
	const needed = (url: string): boolean => !fetchesLater || !isLater(url);
	// After an update all is here already; where it is not, or this worker was ended half-way, the next visit begins anew.
	const whole = precache.fetchAll(event, needed).catch(() => self.registration.unregister());
	event.waitUntil(whole);
	void precache.activate(event);
});

registerRoute(
	new PrecacheRoute(precache, { ignoreURLParametersMatching: [/.*/], cleanURLs: false, directoryIndex: '' })
);
// '/' from its own page, everything else from the shell: hosts without clean URLs answer 404 for the others.
registerRoute(
	new NavigationRoute((options) =>
		precache.createHandlerBoundToURL(options.url.pathname === start ? start : shell)(options)
	)
);

// After an error Kit asks whether a newer version is out, and then loads the page anew: this worker would answer with the
// version it keeps, and so on for ever. It is asked for the version that it has.
registerRoute(
	({ url }) => url.pathname === `${base}/_app/version.json`,
	() => Promise.resolve(new Response(JSON.stringify({ version }), { headers: { 'content-type': 'application/json' } }))
);

// Where a phone does not play a `blob:`, the page keeps the track of its session here (src/lib/track/track-cache.ts).
const tracks = `${base}/track/`;
registerRoute(
	({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(tracks),
	async ({ request }) => {
		const kept = await caches.match(request.url, { cacheName: tracks });
		if (!kept) return new Response(null, { status: 404 });
		return request.headers.has('range') ? createPartialResponse(request, kept) : kept;
	}
);

self.addEventListener('message', (event) => {
	const type = (event.data as { type?: string } | null)?.type;
	if (type === 'SKIP_WAITING') void self.skipWaiting();
	// Without a network, or room, the next visit asks again.
	if (type === 'KEEP_REST') event.waitUntil(precache.fetchAll(event).catch(() => undefined));
});
