// The worker, as early as the first page allows: what it keeps is then on the device within seconds.
// Versions and their taking over are platform/offline.ts, which registers the same worker again later.

/** Begins to register the worker; settles when everything is kept, or after `patienceMs`, or at once where there is none. */
export async function keepForOffline(url: string, scope: string, patienceMs: number): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));
	const kept = navigator.serviceWorker
		.register(url, { scope })
		.then(() => navigator.serviceWorker.ready)
		.then(() => undefined)
		.catch(() => undefined);
	await Promise.race([kept, patience]);
}

/** After the browser has painted what it has. */
export const afterPaint = (): Promise<void> =>
	new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
