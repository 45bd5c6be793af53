// Files that are fetched once and then stay on the device, in a cache of their own, apart from the worker's.
// For what is too large to be there from the first visit on. Never throws.

export type KeptAnswer =
	/** Here, also without a network. `isOlder`: of an earlier version; the newer one could not be fetched. */
	| { readonly type: 'kept'; readonly bytes: ArrayBuffer; readonly isOlder: boolean }
	/** Fetched, but it could not be kept: the device is full, or keeps nothing at all. */
	| { readonly type: 'passing'; readonly bytes: ArrayBuffer; readonly reason: 'storageFull' | 'noStorage' }
	/** Neither here nor to be had: no network, or the server does not have it. */
	| { readonly type: 'missing'; readonly reason: 'offline' | 'notFound' };

export interface KeptFiles {
	/**
	 * The file at `url`, from the device when it is there, else fetched and kept. `url` ends in `name.hash.end`; other
	 * hashes of the same name are its older versions, and go once this one is here.
	 */
	read(url: string): Promise<KeptAnswer>;
	/** Whether `read` needs no network. */
	has(url: string): Promise<boolean>;
}

const fileOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
const nameOf = (url: string): string => fileOf(url).split('.')[0] ?? '';

/** A cache that opens, or `null`: private windows and old browsers have none. */
async function openCache(cacheName: string): Promise<Cache | null> {
	try {
		return await caches.open(cacheName);
	} catch {
		return null;
	}
}

const versionsOf = async (cache: Cache, url: string): Promise<readonly Request[]> =>
	(await cache.keys()).filter((request) => nameOf(request.url) === nameOf(url));

/** Hosts that answer everything with the shell have not found it either. */
const isFile = (response: Response): boolean =>
	response.ok && !(response.headers.get('content-type') ?? '').startsWith('text/html');

async function fetchFile(url: string): Promise<ArrayBuffer | 'offline' | 'notFound'> {
	try {
		const response = await fetch(url);
		return isFile(response) ? await response.arrayBuffer() : 'notFound';
	} catch {
		return 'offline';
	}
}

async function keep(cache: Cache, url: string, bytes: ArrayBuffer): Promise<boolean> {
	try {
		await cache.put(url, new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } }));
		const absolute = new URL(url, location.href).href;
		for (const request of await versionsOf(cache, url)) if (request.url !== absolute) await cache.delete(request);
		return true;
	} catch {
		return false;
	}
}

async function olderOf(cache: Cache | null, url: string): Promise<ArrayBuffer | undefined> {
	try {
		const [older] = cache ? await versionsOf(cache, url) : [];
		return older ? await (await cache?.match(older))?.arrayBuffer() : undefined;
	} catch {
		return undefined;
	}
}

/** The kept files of one deployment; `cacheName` carries its base path, as its other names do. */
export function createKeptFiles(cacheName: string): KeptFiles {
	async function kept(url: string): Promise<Response | undefined> {
		try {
			return await (await openCache(cacheName))?.match(url);
		} catch {
			return undefined;
		}
	}
	return {
		has: async (url) => (await kept(url)) !== undefined,
		async read(url) {
			const here = await kept(url);
			if (here) return { type: 'kept', bytes: await here.arrayBuffer(), isOlder: false };
			const cache = await openCache(cacheName);
			const bytes = await fetchFile(url);
			if (typeof bytes === 'string') {
				const older = await olderOf(cache, url);
				return older ? { type: 'kept', bytes: older, isOlder: true } : { type: 'missing', reason: bytes };
			}
			if (!cache) return { type: 'passing', bytes, reason: 'noStorage' };
			return (await keep(cache, url, bytes))
				? { type: 'kept', bytes, isOlder: false }
				: { type: 'passing', bytes, reason: 'storageFull' };
		}
	};
}
