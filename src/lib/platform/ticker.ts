// Says "now": at the boundaries the caller asks for, whenever the page comes back, and each second while it is hidden.
// Counts nothing and knows no time; a late tick is as good as one in time, for who hears it asks the clock.

import type { WorkerOrder } from './tick-worker.ts';

export interface Ticker {
	/**
	 * Ticks until `stop`. After each tick `nextDelayMs` is asked how long to wait for the next one,
	 * for example until the second on the screen changes. Replaces a ticker that runs.
	 */
	start(onTick: () => void, nextDelayMs: () => number): void;
	/** The boundary has moved: asks `nextDelayMs` anew, without a tick. Does nothing while stopped. */
	poke(): void;
	/** No timer, listener or worker is left. */
	stop(): void;
}

/** A timer may fire a little early; the rest of the way is not worth a burst of ticks. */
const LEAST_MS = 4;
const MOST_MS = 60_000;
const UNKNOWN_MS = 1000;

const delayOf = (ms: number) => (Number.isFinite(ms) ? Math.min(MOST_MS, Math.max(LEAST_MS, ms)) : UNKNOWN_MS);

/** Calls `onReturn` when the page may have been away. Answers how to stop listening. */
function listenForReturns(onReturn: () => void): () => void {
	const listening = new AbortController();
	for (const type of ['visibilitychange', 'resume'])
		document.addEventListener(type, onReturn, { signal: listening.signal });
	for (const type of ['pageshow', 'focus']) window.addEventListener(type, onReturn, { signal: listening.signal });
	return () => listening.abort();
}

function newWorker(): Worker | null {
	try {
		return new Worker(new URL('./tick-worker.ts', import.meta.url), { type: 'module' });
	} catch {
		// No workers here, or a policy against them: the page's own timers remain.
		return null;
	}
}

/** Calls `onKnock` each second while the page is hidden. Answers how to end it. */
function knockWhileHidden(onKnock: () => void): () => void {
	const worker = newWorker();
	if (!worker) return () => {};
	const listening = new AbortController();
	const order = () => worker.postMessage((document.hidden ? 'knock' : 'rest') satisfies WorkerOrder);
	worker.addEventListener('message', onKnock, { signal: listening.signal });
	// A worker that cannot be loaded is only a worker less, not an error of the page.
	worker.addEventListener('error', (event) => event.preventDefault(), { signal: listening.signal });
	document.addEventListener('visibilitychange', order, { signal: listening.signal });
	order();
	return () => {
		listening.abort();
		worker.terminate();
	};
}

/** A ticker that stands still. */
export function createTicker(): Ticker {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let stop = () => {};
	let poke = () => {};

	function start(onTick: () => void, nextDelayMs: () => number) {
		stop();
		let running = true;
		const wait = () => {
			clearTimeout(timer);
			if (running) timer = setTimeout(tick, delayOf(nextDelayMs()));
		};
		const tick = () => {
			try {
				onTick();
			} finally {
				wait();
			}
		};
		const endings = [listenForReturns(tick), knockWhileHidden(tick)];
		stop = () => {
			running = false;
			clearTimeout(timer);
			endings.splice(0).forEach((end) => end());
		};
		poke = wait;
		wait();
	}

	return { start, poke: () => poke(), stop: () => stop() };
}
