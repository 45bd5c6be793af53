// Plays the track of a session so that it goes on when the phone is locked: play, pause, jumps, the 3-2-1 of a resume,
// and what stopped it when nobody asked. Knows tracks and positions, no sessions.

import { setAudioSession } from './audio-session.ts';
import { RESUME_MS, type Track } from './compose.ts';
import { StallWatch } from './stall.ts';
import type { TrackCache } from './track-cache.ts';
import { TrackElement, type TrackSource } from './track-element.ts';

export interface TrackReading {
	/** In the session, 0 to its end. In a get-ready: where the session begins or goes on. */
	readonly positionMs: number;
	/** The instant of the reading. */
	readonly at: number;
	/** Sound comes out and time passes; else the position is where it stands or is about to begin. */
	readonly running: boolean;
	readonly part: 'getReady' | 'session' | 'tail';
	/** What is left of a get-ready; 0 elsewhere. */
	readonly readyMs: number;
}

export interface PocketEvents {
	/** It stands. `unasked`: a call, a headset, the system or a frozen page did it; keep the position at once. */
	onpaused?(unasked: boolean): void;
	/** It plays. `unasked`: the system began it again, after a call. */
	onplaying?(unasked: boolean): void;
	/** Nobody paused it, and yet it fell behind the wall clock by `lostMs`. Once per standstill. */
	onstalled?(lostMs: number): void;
	/** About four times a second while it plays, hidden or not. */
	ontime?(): void;
	/** The 3-2-1 is over; the session goes on. */
	onresumed?(): void;
	/** The source before did not play: this one does, or none does. */
	onsource?(source: TrackSource): void;
	/** The track has run to its very end, long after the session. */
	onended?(): void;
}

export interface PocketParts {
	/** From `createTrackElement`, one for the life of the page. */
	readonly element: HTMLAudioElement;
	/** Epoch milliseconds; never backwards, time asleep counts. */
	readonly now: () => number;
	readonly cache: TrackCache;
	readonly events: PocketEvents;
}

const CHECK_EVERY_MS = 1000;
/** Told to play and silent for so long, it stands still: headsets take seconds, no more. */
const START_WITHIN_MS = 8000;
/** Nearer than this the end of the 3-2-1 is not waited for. */
const AS_GOOD_AS_MS = 2;

/** A new Blob is on its way to the browser for a while; once its end can be read, all of it is there. */
const isWhole = (blob: Blob): Promise<unknown> =>
	blob
		.slice(-1)
		.arrayBuffer()
		.catch(() => null);

export class PocketPlayer {
	readonly #now: () => number;
	readonly #events: PocketEvents;
	readonly #sound: TrackElement;
	readonly #watch = new StallWatch();
	readonly #listening = new AbortController();
	/** It is meant to play: what stops it now was not asked for. */
	#wanted = false;
	/** It was told to play, and no sound has come out yet: some phones and headsets take seconds. */
	#starting = false;
	#startedAt = 0;
	/** That it stands has been said. */
	#told = true;
	/** The track that is to come in the place of this one. */
	#next: Track | null = null;
	/** Where the session goes on after the 3-2-1. */
	#resumeMs: number | null = null;
	#resumeTimer: ReturnType<typeof setTimeout> | undefined;
	#checks: ReturnType<typeof setInterval> | undefined;

	constructor({ element, now, cache, events }: PocketParts) {
		this.#now = now;
		this.#events = events;
		this.#sound = new TrackElement(element, cache, (source) => this.#onsource(source));
		const { signal } = this.#listening;
		this.#sound.listen(signal);
		element.addEventListener('pause', () => this.#onpause(), { signal });
		element.addEventListener('playing', () => this.#onplaying(), { signal });
		element.addEventListener('timeupdate', () => this.#ontime(), { signal });
		element.addEventListener('ended', () => events.onended?.(), { signal });
		// A frozen page plays nothing: stand still on purpose, while there is time to write it down.
		document.addEventListener('freeze', () => this.#onfreeze(), { signal });
	}

	get source(): TrackSource {
		return this.#sound.source;
	}
	get track(): Track | null {
		return this.#sound.track;
	}
	/** It plays, or will as soon as a jump or a new source is there: what a card shows as playing. */
	get isWanted(): boolean {
		return this.#wanted;
	}

	/** Takes a track, at the beginning of its get-ready. Do it before the tap that plays it. */
	load(track: Track): void {
		this.#next = null;
		this.#sound.open(track, 0);
	}

	/**
	 * Plays on from where it stands. Call it inside a tap or a handler of the media card, before anything is awaited.
	 * False when the device refuses: no tap, no sound, or every source tried (`source` says so).
	 */
	play(): Promise<boolean> {
		if (!this.track || this.source === 'unavailable') return Promise.resolve(false);
		setAudioSession('playback');
		const started = this.#sound.element.play();
		this.#follow();
		this.#sound.expectAnswer();
		return started.then(
			() => true,
			(error: unknown) => this.#refused(error)
		);
	}

	/** Stands where it is; in the 3-2-1 of a resume, where the session was to go on. */
	pause(): void {
		this.#rest();
		this.#sound.element.pause();
	}

	/** Jumps to a position of the session, playing or not. Skip, back and restart are this. */
	seekTo(positionMs: number): void {
		const { track } = this;
		if (!track) return;
		this.#resumeMs = null;
		this.#jumpTo(track.trackMsOf(positionMs));
	}

	/**
	 * Puts the track of a changed timeline in the place of the old one, which plays on until the new one is ready;
	 * `positionMs` is asked then: a position of the new timeline. What was playing plays on, what stood stands. Needs
	 * no tap while it plays. False when it does not play on, or a newer track came first.
	 */
	async swap(track: Track, positionMs: () => number): Promise<boolean> {
		this.#next = track;
		await isWhole(track.blob);
		if (this.#next !== track || !this.track) return false;
		this.#resumeMs = null;
		this.#sound.open(track, track.trackMsOf(positionMs()));
		return this.#wanted ? this.play() : true;
	}

	/**
	 * Plays the 3-2-1, then the session goes on at `positionMs`. Inside a tap, as `play`. Until then readings stand at
	 * `positionMs`, and so does who pauses meanwhile.
	 */
	resumeFrom(positionMs: number): Promise<boolean> {
		const { track } = this;
		if (!track) return Promise.resolve(false);
		this.#resumeMs = positionMs;
		this.#jumpTo(track.resume.startMs);
		return this.play();
	}

	/** Within the 3-2-1: the session is to go on elsewhere after it. */
	aimAt(positionMs: number): void {
		if (this.#resumeMs !== null) this.#resumeMs = positionMs;
	}

	/** Null before a track is loaded. */
	reading(): TrackReading | null {
		const { track } = this;
		if (!track) return null;
		const { trackMs, isRunning: running } = this.#sound;
		const within = (ms: number) => Math.max(0, Math.min(track.totalMs, ms));
		const at = this.#now();
		if (this.#resumeMs !== null) {
			const readyMs = Math.max(0, Math.min(RESUME_MS, track.resume.goMs - trackMs));
			return { positionMs: within(this.#resumeMs), at, running, part: 'getReady', readyMs };
		}
		const positionMs = track.positionMsOf(trackMs);
		const part = positionMs < 0 ? 'getReady' : positionMs < track.totalMs ? 'session' : 'tail';
		return { positionMs: within(positionMs), at, running, part, readyMs: Math.max(0, -positionMs) };
	}

	/** Lets go of the track; the element stays for the next. */
	unload(): void {
		this.#told = true;
		this.pause();
		this.#next = null;
		this.#resumeMs = null;
		this.#sound.close();
		setAudioSession('auto');
	}

	/** Unloads, and listens no more. */
	close(): void {
		this.unload();
		this.#listening.abort();
	}

	/** It is meant to run from here. */
	#follow(): void {
		this.#wanted = true;
		this.#told = false;
		this.#watch.end();
		this.#starting = true;
		this.#startedAt = this.#now();
		this.#noticeStart();
		clearInterval(this.#checks);
		this.#checks = setInterval(() => this.#check(), CHECK_EVERY_MS);
	}

	/** A sound that begins late has not fallen behind: it is compared from its first moment on. */
	#noticeStart(): void {
		if (!this.#starting || !this.#sound.isRunning) return;
		this.#starting = false;
		this.#watch.begin(this.#now(), this.#sound.trackMs);
	}

	/** It is meant to stand. */
	#rest(): void {
		this.#wanted = false;
		this.#starting = false;
		this.#watch.end();
		clearInterval(this.#checks);
		clearTimeout(this.#resumeTimer);
	}

	#jumpTo(trackMs: number): void {
		clearTimeout(this.#resumeTimer);
		this.#sound.jumpTo(trackMs);
		if (this.#wanted && !this.#starting) this.#watch.begin(this.#now(), trackMs);
	}

	/** A newer source or a pause takes the promise of `play` back; only a real refusal counts. */
	#refused(error: unknown): boolean {
		const isRefusal = error instanceof DOMException && error.name === 'NotAllowedError';
		if (isRefusal) this.#rest();
		return !isRefusal && this.#wanted;
	}

	#onsource(source: TrackSource): void {
		if (source === 'unavailable') this.#rest();
		else if (this.#wanted) void this.play();
		this.#events.onsource?.(source);
	}

	#onpause(): void {
		// An old source that was playing, or a pause that is already over.
		if (this.#sound.isOpening || !this.#sound.element.paused) return;
		this.#tellPaused(this.#wanted && !this.#sound.element.ended);
	}

	#onfreeze(): void {
		if (!this.#wanted) return;
		this.pause();
		this.#tellPaused(true);
	}

	#tellPaused(unasked: boolean): void {
		this.#rest();
		if (this.#told) return;
		this.#told = true;
		this.#events.onpaused?.(unasked);
	}

	#onplaying(): void {
		if (this.#sound.element.paused) return;
		const unasked = !this.#wanted;
		if (unasked) this.#follow();
		this.#noticeStart();
		this.#goOn();
		this.#events.onplaying?.(unasked);
	}

	#ontime(): void {
		this.#noticeStart();
		this.#goOn();
		if (this.#sound.isRunning) this.#events.ontime?.();
	}

	#check(): void {
		const now = this.#now();
		const lostMs = this.#watch.check(now, this.#sound.trackMs);
		if (lostMs !== null) this.#events.onstalled?.(lostMs);
		this.#noticeStart();
		// A source that is being opened has its own patience.
		if (this.#sound.isOpening) this.#startedAt = now;
		const waitedMs = this.#starting ? now - this.#startedAt : 0;
		if (waitedMs > START_WITHIN_MS) {
			this.#startedAt = now;
			this.#events.onstalled?.(waitedMs);
		}
		this.#goOn();
	}

	/** At the end of the 3-2-1 the session goes on; before it, looks again when it should be over. */
	#goOn(): void {
		const { track } = this;
		clearTimeout(this.#resumeTimer);
		if (this.#resumeMs === null || !track || !this.#sound.isRunning) return;
		const leftMs = track.resume.goMs - this.#sound.trackMs;
		if (leftMs > AS_GOOD_AS_MS) {
			this.#resumeTimer = setTimeout(() => this.#goOn(), leftMs);
			return;
		}
		const toMs = track.trackMsOf(this.#resumeMs);
		this.#resumeMs = null;
		this.#jumpTo(toMs);
		this.#events.onresumed?.();
	}
}
