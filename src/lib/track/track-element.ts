// One <audio> element with a track in it: where the sound comes from, where it stands, jumps. Tries the next source
// when one does not play. Knows milliseconds of the track, nothing of positions and people.

import type { Track } from './compose.ts';
import type { TrackCache } from './track-cache.ts';

/** Where the sound comes from; `unavailable`: this device plays it from nowhere. */
export type TrackSource = 'none' | 'blob' | 'worker' | 'unavailable';

/** A source that says nothing of itself for so long is given up. */
export const SOURCE_WITHIN_MS = 3000;
/** `readyState` from which on there is something to play: HAVE_FUTURE_DATA. */
const READY_TO_PLAY = 3;

/** The element for a page, at the end of the document. Nobody else touches it; its volume is never changed. */
export function createTrackElement(): HTMLAudioElement {
	const element = document.createElement('audio');
	element.preload = 'auto';
	document.body.append(element);
	return element;
}

export class TrackElement {
	readonly element: HTMLAudioElement;
	readonly #cache: TrackCache;
	/** Another source is needed: it has been opened and wants to be played, or there is none left. */
	readonly #onsource: (source: TrackSource) => void;
	#track: Track | null = null;
	#source: TrackSource = 'none';
	#url: string | null = null;
	#opening = false;
	/** Where a jump is under way to. */
	#jumpMs: number | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(element: HTMLAudioElement, cache: TrackCache, onsource: (source: TrackSource) => void) {
		this.element = element;
		this.#cache = cache;
		this.#onsource = onsource;
	}

	/** Listens to the element until `signal`. */
	listen(signal: AbortSignal): void {
		this.element.addEventListener('loadedmetadata', () => this.#onmetadata(), { signal });
		this.element.addEventListener('seeked', () => this.#onseeked(), { signal });
		this.element.addEventListener('error', () => void this.#tryNext(), { signal });
	}

	get track(): Track | null {
		return this.#track;
	}
	get source(): TrackSource {
		return this.#source;
	}
	/** A source has been set and has not said how long it is. */
	get isOpening(): boolean {
		return this.#opening;
	}
	/** Where it stands; during a jump, where it is about to. */
	get trackMs(): number {
		return this.#jumpMs ?? this.element.currentTime * 1000;
	}
	/** Sound comes out now. Only then, and when it stands still, can the element's own time be trusted. */
	get isRunning(): boolean {
		const { paused, seeking, ended, readyState } = this.element;
		return !paused && !seeking && !ended && this.#jumpMs === null && readyState >= READY_TO_PLAY;
	}

	/** Takes a track, to play from `trackMs` on. The one before is let go. */
	open(track: Track, trackMs: number): void {
		const before = this.#url;
		this.#track = track;
		this.#source = 'blob';
		this.#url = URL.createObjectURL(track.blob);
		this.#openAddress(this.#url, trackMs);
		if (before) URL.revokeObjectURL(before);
	}

	jumpTo(trackMs: number): void {
		this.#jumpMs = trackMs;
		this.element.currentTime = trackMs / 1000;
	}

	/** From now on a source must answer in time. Not before a tap: a phone may load nothing until then. */
	expectAnswer(): void {
		clearTimeout(this.#timer);
		if (this.#opening) this.#timer = setTimeout(() => void this.#tryNext(), SOURCE_WITHIN_MS);
	}

	/** Empties the element. */
	close(): void {
		clearTimeout(this.#timer);
		this.#track = null;
		this.#source = 'none';
		this.#opening = false;
		this.#jumpMs = null;
		this.element.removeAttribute('src');
		this.element.load();
		if (this.#url) URL.revokeObjectURL(this.#url);
		this.#url = null;
		void this.#cache.clear();
	}

	#openAddress(address: string, trackMs: number): void {
		this.#opening = true;
		this.element.src = address;
		// Before the length is known, this is where the element begins.
		this.jumpTo(trackMs);
	}

	async #tryNext(): Promise<void> {
		const track = this.#track;
		const tried = this.#source;
		clearTimeout(this.#timer);
		if (!track || tried === 'unavailable') return;
		const { trackMs } = this;
		this.#opening = true;
		const address = tried === 'blob' ? await this.#cache.keep(track.id, track.blob) : null;
		// Meanwhile another track may have come.
		if (this.#track !== track || this.#source !== tried) return;
		this.#source = address === null ? 'unavailable' : 'worker';
		if (address !== null) this.#openAddress(address, trackMs);
		this.#onsource(this.#source);
	}

	#onmetadata(): void {
		clearTimeout(this.#timer);
		this.#opening = false;
		if (this.#jumpMs === null) return;
		// Some browsers do not begin where they were told to.
		if (Math.abs(this.element.currentTime * 1000 - this.#jumpMs) > 1) this.jumpTo(this.#jumpMs);
		else if (!this.element.seeking) this.#jumpMs = null;
	}

	#onseeked(): void {
		if (!this.#opening && !this.element.seeking) this.#jumpMs = null;
	}
}
