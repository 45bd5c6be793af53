// A page for the adapters to live in: document, window and navigator as bare event targets with what a test gives them.

import { vi } from 'vitest';

/** Counts the listeners, so that a test can see that none is left. */
export class FakeTarget extends EventTarget {
	#listening = new Set<unknown>();
	override addEventListener(
		type: string,
		listener: EventListener | null,
		options?: AddEventListenerOptions | boolean
	): void {
		super.addEventListener(type, listener, options);
		const key = `${type}`;
		const entry = { key, listener };
		this.#listening.add(entry);
		if (typeof options === 'object')
			options.signal?.addEventListener('abort', () => this.#listening.delete(entry), { once: true });
	}
	override removeEventListener(type: string, listener: EventListener | null): void {
		super.removeEventListener(type, listener);
		for (const entry of this.#listening)
			if ((entry as { key: string }).key === type && (entry as { listener: unknown }).listener === listener)
				this.#listening.delete(entry);
	}
	get listeners(): number {
		return this.#listening.size;
	}
}

export class FakeDocument extends FakeTarget {
	visibilityState: DocumentVisibilityState = 'visible';
	readyState: DocumentReadyState = 'complete';
	get hidden() {
		return this.visibilityState === 'hidden';
	}
	show(state: DocumentVisibilityState) {
		this.visibilityState = state;
		this.dispatchEvent(new Event('visibilitychange'));
	}
}

export interface FakePage {
	readonly document: FakeDocument;
	readonly window: FakeTarget;
}

/** Puts a page into the world. `vi.unstubAllGlobals` takes it out again. */
export function fakePage(navigator: object = {}, ofWindow: object = {}): FakePage {
	const page = { document: new FakeDocument(), window: Object.assign(new FakeTarget(), ofWindow) };
	vi.stubGlobal('document', page.document);
	vi.stubGlobal('window', page.window);
	vi.stubGlobal('navigator', navigator);
	return page;
}
