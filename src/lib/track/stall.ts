// Does the track still run? Compares its clock with the wall's. Pure: is told both, asks neither.

/** So far the track may fall behind the wall clock before it counts as standing still. */
export const STALL_MS = 1500;
/** Two clocks part by a few milliseconds a second: that is forgotten soon, a hiccup later. */
const FORGET_DRIFT_AFTER_MS = 10_000;
const DRIFT_MS = 300;
const FORGET_ALL_AFTER_MS = 60_000;

/** Where the track stood at an instant. Both in milliseconds. */
interface Anchor {
	readonly at: number;
	readonly trackMs: number;
}

/** Watches one track from `begin` on. */
export class StallWatch {
	#anchor: Anchor | null = null;
	#stalled = false;

	/** It runs from here; after a jump it runs from there. */
	begin(at: number, trackMs: number): void {
		this.#anchor = { at, trackMs };
		this.#stalled = false;
	}
	/** It is not meant to run. */
	end(): void {
		this.#anchor = null;
	}
	/**
	 * Milliseconds by which it has fallen behind, once per standstill, when they are more than `STALL_MS`; else null.
	 * Ask about each second; asking rarely, after a page did not run, is as good.
	 */
	check(at: number, trackMs: number): number | null {
		if (!this.#anchor) return null;
		const elapsedMs = at - this.#anchor.at;
		const lostMs = elapsedMs - (trackMs - this.#anchor.trackMs);
		if (lostMs > STALL_MS) {
			const isNew = !this.#stalled;
			this.#anchor = { at, trackMs };
			this.#stalled = true;
			return isNew ? lostMs : null;
		}
		if (elapsedMs > STALL_MS) this.#stalled = false;
		const forgetAfterMs = lostMs < DRIFT_MS ? FORGET_DRIFT_AFTER_MS : FORGET_ALL_AFTER_MS;
		if (elapsedMs > forgetAfterMs) this.#anchor = { at, trackMs };
		return null;
	}
}
