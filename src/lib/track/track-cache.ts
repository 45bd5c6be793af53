// A second address for a track where `blob:` does not play: the service worker serves it from here, with ranges.
// Knows one track at a time. The worker finds it by its address alone; see src/service-worker.ts.

export interface TrackCache {
	/** Keeps the track and answers its address; null where no worker serves this page or there is no room. */
	keep(id: string, blob: Blob): Promise<string | null>;
	/** Forgets all tracks. */
	clear(): Promise<void>;
}

/** Cache and addresses have one name, so that worker and page need not agree on two. `base`: the path of the app. */
export function createTrackCache(base: string): TrackCache {
	const name = `${base}/track/`;
	const isServed = () => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
	return {
		async keep(id, blob) {
			if (!isServed()) return null;
			try {
				const address = `${name}${encodeURIComponent(id)}.mp3`;
				const cache = await caches.open(name);
				const headers = { 'Content-Type': blob.type, 'Content-Length': String(blob.size) };
				await cache.put(address, new Response(blob, { headers }));
				return address;
			} catch {
				// The storage is full, or not allowed.
				return null;
			}
		},
		async clear() {
			// Without a secure address there are no caches at all.
			if ('caches' in globalThis) await caches.delete(name).catch(() => false);
		}
	};
}
