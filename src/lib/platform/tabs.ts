// Tells the other tabs of this app that what is stored has changed, and hears it from them. Says never what has changed.

export interface Tabs {
	/** Tells the others. Call it after the write is safe. */
	changed(): void;
	/** `listener` hears that another tab has written, or that this one may have missed it: read anew. One at a time. */
	onchanged(listener: () => void): void;
	close(): void;
}

const CHANGED = 'changed';

const openChannel = (name: string): BroadcastChannel | null => {
	try {
		return new BroadcastChannel(name);
	} catch {
		return null;
	}
};

/** @param name one for all tabs of this app and no other: it contains the base path */
export function createTabs(name: string): Tabs {
	let onchanged = () => {};
	const channel = openChannel(name);
	const listening = new AbortController();
	const { signal } = listening;
	channel?.addEventListener('message', ({ data }) => data === CHANGED && onchanged(), { signal });
	// A page from the back/forward cache has heard nothing meanwhile.
	if (typeof window !== 'undefined')
		window.addEventListener('pageshow', ({ persisted }) => persisted && onchanged(), { signal });
	return {
		changed() {
			channel?.postMessage(CHANGED);
		},
		onchanged(listener) {
			onchanged = listener;
		},
		close() {
			listening.abort();
			channel?.close();
		}
	};
}
