// The worker, as early as the first page allows: what it keeps is then on the device within seconds.
// Versions and their taking over are platform/offline.ts, which registers the same worker again later.

/** The worker once it has everything: the very first one fetches while it is being activated (service-worker.ts). */
export async function wholeWorker(): Promise<ServiceWorker | null> {
	const { active } = await navigator.serviceWorker.ready;
	if (!active || active.state === 'activated') return active;
	return new Promise((resolve) => {
		active.addEventListener('statechange', () => resolve(active.state === 'activated' ? active : null), { once: true });
	});
}

/** Begins to register the worker; settles when everything is kept, or after `patienceMs`, or at once where there is none. */
export async function keepForOffline(url: string, scope: string, patienceMs: number): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));
	const kept = navigator.serviceWorker
		.register(url, { scope })
		.then(() => wholeWorker())
		.then(() => undefined)
		.catch(() => undefined);
	await Promise.race([kept, patience]);
}

/** After the browser has painted what it has. */
export const afterPaint = (): Promise<void> =>
	new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
