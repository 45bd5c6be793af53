// The sound of a session in the pocket: one track for all of it, which plays on with the screen locked. The track is
// the clock here; the session follows it. Skips and the like are jumps in the track, a changed timeline is a new one.

import type { CueKind } from '#lib/domain/cue.ts';
import { currentStep, getReadyMsAt, positionAt, type Player } from '#lib/domain/player.ts';
import type { Step, Timeline } from '#lib/domain/timeline.ts';
import { soundOf } from '#lib/audio/signature.ts';
import type { Vibration } from '#lib/audio/vibration.ts';
import { composeTrack, type Track } from '#lib/track/compose.ts';
import type { CardContent, MediaCard } from '#lib/track/media-card.ts';
import type { Sound } from '#lib/track/place.ts';
import type { PocketPlayer } from '#lib/track/pocket-player.ts';
import { scoreOf } from './session-score.ts';
import { RINGS_OUT_MS, type SessionSound, type SoundEvents } from './session-sound.ts';
import type { Heard } from './step-variant.ts';
import type { Shelf } from './voice-shelf.ts';

/** Nearer than this track and session need not be brought together. */
const APART_MS = 60;
const COUNTS = [3000, 2000, 1000];

/** The track of a timeline; null when this device lacks the tones for one. */
export function trackOf(
	id: string,
	timeline: Timeline,
	shelf: Shelf
): { track: Track; unsaid: readonly string[] } | null {
	const tone = (name: string) => shelf.tones.get(name) ?? null;
	const counts = COUNTS.map((beforeMs) => ({ key: `ready${beforeMs}`, atMs: -beforeMs, frames: tone('count') }));
	const score = scoreOf(timeline, shelf.words, shelf.broken);
	const cues = score.placed.map(({ clip, atMs, utterance }): Sound => ({
		key: clip.kind === 'tone' ? `${utterance.kind}@${utterance.stepIndex}` : `${clip.id}@${utterance.stepIndex}`,
		atMs,
		frames: clip.kind === 'tone' ? tone(soundOf(clip.tone)) : (shelf.words.get(clip.id) ?? null)
	}));
	const resume = COUNTS.map((beforeMs, n) => ({ key: `again${beforeMs}`, atMs: n * 1000, frames: tone('count') }));
	const composed = composeTrack({
		id,
		totalMs: timeline.totalMs,
		sounds: [...counts, ...cues],
		resume,
		floor: tone('floor')
	});
	if (!composed.ok) return null;
	return { track: composed.value, unsaid: [...composed.value.unsounded.map(({ key }) => key), ...score.unsaid] };
}

const isSame = (a: Timeline, b: Timeline): boolean =>
	a === b ||
	(a.totalMs === b.totalMs &&
		a.steps.length === b.steps.length &&
		a.steps.every((step, n) => {
			const other = b.steps[n];
			return (
				step.endMs === other?.endMs &&
				step.phase === other.phase &&
				step.exerciseId === other.exerciseId &&
				step.side === other.side
			);
		}));

export interface PocketSoundParts {
	readonly pocket: PocketPlayer;
	readonly card: MediaCard;
	readonly vibration: Vibration;
	readonly shelf: Shelf;
	readonly now: () => number;
	readonly vibrates: () => boolean;
	/** Nobody looks at the page now, or the phone is locked. */
	readonly isHidden: () => boolean;
	/** The timeline as it is said: see heardTimeline. */
	readonly heard: (player: Heard) => Timeline;
	/** Words and picture of a step on the lock screen. */
	readonly cardOf: (step: Step, timeline: Timeline) => CardContent;
}

export class PocketSound implements SessionSound {
	readonly mode = 'pocket';
	readonly #parts: PocketSoundParts;
	readonly #id: string;
	readonly #events: SoundEvents;
	#timeline: Timeline;
	#shelf: Shelf;
	/** The track was made without clips that are here by now. */
	#isStale = false;
	#versions = 0;
	#shown: Step | null = null;
	/** In a get-ready the card runs ahead: it is placed anew after it. */
	#isReadying = false;
	/** It is meant to play: a refusal of what was paused meanwhile is none. */
	#wanted = false;
	#hasPlayed = false;
	/** As it was followed last: a skip may come while a new track is on its way. */
	#latest: Player | null = null;
	#isOver = false;
	#bedtime: ReturnType<typeof setTimeout> | undefined;

	private constructor(id: string, timeline: Timeline, parts: PocketSoundParts, events: SoundEvents) {
		this.#id = id;
		this.#timeline = timeline;
		this.#shelf = parts.shelf;
		this.#parts = parts;
		this.#events = events;
	}

	/** Composes and loads; null when this device lacks what a track is made of. */
	static of(id: string, timeline: Timeline, parts: PocketSoundParts, events: SoundEvents): PocketSound | null {
		const sound = new PocketSound(id, timeline, parts, events);
		return sound.#load(timeline) ? sound : null;
	}

	start(): void {
		this.#showCard(this.#timeline.steps[0] ?? null);
		this.#expect(this.#parts.pocket.play());
	}
	resume(player: Player): void {
		this.#latest = player;
		const heard = this.#parts.heard(player);
		if ((this.#isStale && !this.#parts.isHidden()) || !isSame(heard, this.#timeline)) this.#load(heard);
		this.#showCard(currentStep(player, player.anchorAt));
		this.#expect(this.#parts.pocket.resumeFrom(player.positionMs));
	}
	goOn(): void {
		this.#expect(this.#parts.pocket.play());
	}
	pause(): void {
		this.#wanted = false;
		this.#parts.pocket.pause();
		this.#parts.card.place();
	}
	hush(): void {
		this.pause();
	}
	follow(player: Player, at: number, goesOn: boolean): void {
		const isPaused = player.status === 'paused';
		if (this.#isOver || (player.status !== 'playing' && !isPaused)) return;
		this.#latest = player;
		this.#showCard(currentStep(player, at));
		const isReadying = getReadyMsAt(player, at) > 0;
		const begins = this.#isReadying && !isReadying;
		this.#isReadying = isReadying;
		// A get-ready stands in the track as it is, and so does a pause: a changed timeline waits until it is over.
		if (isReadying || isPaused) return goesOn ? undefined : this.#aim(player, at);
		if (begins) this.#parts.card.place();
		const heard = this.#parts.heard(player);
		// Words that came late wait until the page is looked at: a locked phone may refuse a new track.
		const learns = this.#isStale && !this.#parts.isHidden();
		if (learns || !isSame(heard, this.#timeline)) return void this.#swap(player, heard);
		// The same from now on, so that the next tick need not compare its steps.
		this.#timeline = heard;
		if (!goesOn) this.#seek(player, at);
	}
	/** The track itself has the tone of the step that it jumps to. */
	announce(kind: CueKind): void {
		this.vibrate(kind);
	}
	vibrate(kind: CueKind): void {
		if (this.#parts.vibrates()) this.#parts.vibration.vibrate(kind);
	}
	clockMs(): number | null {
		const reading = this.#parts.pocket.reading();
		return reading?.running ? reading.positionMs : null;
	}
	positionMs(): number | null {
		const reading = this.#parts.pocket.reading();
		return reading?.running && reading.part !== 'getReady' ? Math.round(reading.positionMs) : null;
	}
	standsAtMs(): number | null {
		const reading = this.#parts.pocket.reading();
		// In a get-ready it is where the session goes on.
		return reading ? Math.round(reading.positionMs) : null;
	}
	learn(shelf: Shelf): void {
		if (shelf.words === this.#shelf.words) return;
		this.#shelf = shelf;
		this.#isStale = true;
	}
	finish(complete: boolean): void {
		this.#isOver = true;
		if (complete) this.#bedtime = setTimeout(() => this.leave(), RINGS_OUT_MS);
		else this.leave();
	}
	leave(): void {
		this.#wanted = false;
		this.#isOver = true;
		clearTimeout(this.#bedtime);
		this.#parts.card.clear();
		this.#parts.pocket.unload();
	}

	#compose(timeline: Timeline): Track | null {
		this.#versions += 1;
		this.#isStale = false;
		const composed = trackOf(`${this.#id}-${this.#versions}`, timeline, this.#shelf);
		if (!composed) return null;
		this.#timeline = timeline;
		if (composed.unsaid.length > 0) this.#events.onunsaid(composed.unsaid);
		return composed.track;
	}
	#load(timeline: Timeline): boolean {
		const track = this.#compose(timeline);
		if (track) this.#parts.pocket.load(track);
		return track !== null;
	}
	async #swap(player: Player, heard: Timeline): Promise<void> {
		const latest = (): Player => this.#latest ?? player;
		const track = this.#compose(heard);
		const { pocket, now } = this.#parts;
		const plays = !track || (await pocket.swap(track, () => positionAt(latest(), now())));
		if (this.#isOver) return;
		// Refused, not overtaken by a newer one: it stands, and the person is asked.
		if (!plays && this.#wanted && !pocket.isWanted) return this.#events.onstopped();
		this.#shown = null;
		this.#showCard(currentStep(latest(), now()));
		this.#parts.card.place();
	}
	/** Where it will go on: after the 3-2-1 that plays or, in a pause, from where it stands. */
	#aim(player: Player, at: number): void {
		if (player.status === 'playing' || this.#parts.pocket.isWanted) this.#parts.pocket.aimAt(player.positionMs);
		else this.#seek(player, at);
	}
	#seek(player: Player, at: number): void {
		const reading = this.#parts.pocket.reading();
		const positionMs = positionAt(player, at);
		const isThere = reading?.part !== 'getReady' && Math.abs((reading?.positionMs ?? 0) - positionMs) <= APART_MS;
		if (!isThere) this.#parts.pocket.seekTo(positionMs);
		this.#parts.card.place();
	}
	#showCard(step: Step | null): void {
		if (!step || step === this.#shown) return;
		this.#shown = step;
		this.#parts.card.show(this.#parts.cardOf(this.#timeline.steps[step.index] ?? step, this.#timeline));
	}
	/** Refused while locked by a device that has played it: that is of this moment, and the next tap in the app goes on. */
	#expect(playing: Promise<boolean>): void {
		this.#wanted = true;
		void playing.then((plays) => {
			this.#hasPlayed ||= plays;
			if (plays || !this.#wanted) return;
			if (this.#hasPlayed && this.#parts.isHidden()) this.#events.onstopped();
			else this.#events.onunavailable();
		});
	}
}
