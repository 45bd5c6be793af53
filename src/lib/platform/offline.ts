// The manners of the service worker: ready once, an update asks, and only the tab that said yes is loaded anew,
// never while a session runs. Only in a browser, only with a built worker; elsewhere it does nothing.

import type { Workbox } from 'workbox-window';

export interface OfflineOptions {
	/** Address of the worker. */
	readonly url: string;
	/** The addresses it serves: the base path with a slash at the end. */
	readonly scope: string;
	/** Whether a reload harms nobody now: no tab runs a session. Asked twice, before the update and before the reload. */
	readonly canApply: () => Promise<boolean>;
}

export interface Offline {
	/** Registers the worker once the page has loaded and is idle. False where there are no workers, or none came. */
	start(): Promise<boolean>;
	/** The person said yes. True when the new version is on its way; this tab then reloads by itself. */
	applyUpdate(): Promise<boolean>;
	/** Looks for a new version. Also happens by itself whenever the page is shown while online. */
	checkForUpdate(): Promise<boolean>;
	/** `listener` hears once, on the first visit: everything is on this device. One listener at a time. */
	onready(listener: () => void): void;
	/** `listener` hears that a new version waits for `applyUpdate`, perhaps again for a still newer one. One at a time. */
	onwaiting(listener: () => void): void;
	/** Listens no more. The worker stays. */
	stop(): void;
}

const IDLE_WITHIN_MS = 5000;
/**
 * When a version that was accepted has not taken over by then, the tab is loaded anew all the same. Chromium may wake the
 * old worker for a link on the screen while it is being ended, and then keeps it; a load lets the new one take over.
 */
const TAKES_OVER_WITHIN_MS = 2000;
/** A page that is kept on this device is loaded in far less. */
const ANSWERED_WITHIN_MS = 3000;
const MOST_RELOADS = 4;

async function pageAtRest(): Promise<void> {
	if (document.readyState !== 'complete')
		await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
	await new Promise<void>((resolve) => {
		// Safari has no idle callback.
		if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: IDLE_WITHIN_MS });
		else setTimeout(resolve, 1000);
	});
}

/** A version that the load of this page has found is being installed before workbox-window listens for one. */
function followInstalling({ installing }: ServiceWorkerRegistration, onwaiting: () => void): void {
	installing?.addEventListener('statechange', () => installing.state === 'installed' && onwaiting());
}

async function register(
	{ url, scope }: OfflineOptions,
	listen: (workbox: Workbox) => void,
	onwaiting: () => void
): Promise<Workbox | null> {
	try {
		// Never a static import: its Node entry breaks prerendering.
		const { Workbox } = await import('workbox-window');
		const workbox = new Workbox(url, { scope });
		listen(workbox);
		const registration = await workbox.register({ immediate: true });
		if (registration?.active) followInstalling(registration, onwaiting);
		return registration ? workbox : null;
	} catch {
		return null;
	}
}

/** Whether a new version is there: it `waits`, was `accepted` here, or another tab has said yes and it runs already. */
type UpdateState = 'none' | 'waits' | 'accepted' | 'overtaken';

/**
 * Chromium may hand the request of a reload to the old worker in the very moment in which the new one takes its place; then
 * nobody answers it. Asked for once more, the new one does.
 */
function loadAnew(times = MOST_RELOADS): void {
	location.reload();
	if (times > 1) setTimeout(loadAnew, ANSWERED_WITHIN_MS, times - 1);
}

/** Not started yet. */
export function createOffline(options: OfflineOptions): Offline {
	let workbox: Workbox | null = null;
	let update: UpdateState = 'none';
	let onready = () => {};
	let onwaiting = () => {};
	const listening = new AbortController();

	const reload = async () => {
		// Should a session run by now, the old page goes on with the new worker; the reload can be asked for again.
		update = 'overtaken';
		if (await options.canApply()) loadAnew();
	};
	const waits = () => {
		update = 'waits';
		onwaiting();
	};
	const listen = (fresh: Workbox) => {
		fresh.addEventListener('activated', ({ isUpdate, isExternal }) => {
			if (!isUpdate && !isExternal) onready();
		});
		fresh.addEventListener('waiting', waits);
		fresh.addEventListener('controlling', () => {
			if (update === 'accepted') void reload();
			else if (update === 'waits') update = 'overtaken';
		});
	};

	async function checkForUpdate() {
		if (!workbox || !navigator.onLine) return false;
		return workbox.update().then(
			() => true,
			() => false
		);
	}
	async function start() {
		if (typeof navigator === 'undefined' || !('serviceWorker' in navigator) || workbox) return workbox !== null;
		const onvisible = () => document.visibilityState === 'visible' && void checkForUpdate();
		document.addEventListener('visibilitychange', onvisible, { signal: listening.signal });
		await pageAtRest();
		if (!listening.signal.aborted) workbox = await register(options, listen, () => update === 'none' && waits());
		return workbox !== null;
	}
	async function applyUpdate() {
		if (update === 'none' || !(await options.canApply())) return false;
		if (update === 'overtaken') loadAnew();
		else {
			update = 'accepted';
			workbox?.messageSkipWaiting();
			setTimeout(() => update === 'accepted' && void reload(), TAKES_OVER_WITHIN_MS);
		}
		return true;
	}

	return {
		...{ start, applyUpdate, checkForUpdate },
		onready: (listener) => void (onready = listener),
		onwaiting: (listener) => void (onwaiting = listener),
		stop: () => listening.abort()
	};
}
