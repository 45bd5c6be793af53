// Makes the sound of a session as the person chose it, from what this device has. Holds what lives as long as the page:
// the chime, the one <audio> element, the card on the lock screen, the clips that were read.

import { base } from '$app/paths';
import type { TestSample } from '#lib/domain/phone-test.ts';
import type { Settings } from '#lib/domain/record.ts';
import type { Step, Timeline } from '#lib/domain/timeline.ts';
import { createChime, type Chime } from '#lib/audio/chime.ts';
import { createVibration } from '#lib/audio/vibration.ts';
import { createMediaCard, type CardButtons, type CardContent, type MediaCard } from '#lib/track/media-card.ts';
import { PhoneTestRun, testTrackOf } from '#lib/track/phone-test-run.ts';
import { PocketPlayer } from '#lib/track/pocket-player.ts';
import { createTrackCache } from '#lib/track/track-cache.ts';
import { createTrackElement } from '#lib/track/track-element.ts';
import { PocketSound } from './pocket-sound.ts';
import { ScreenSound } from './screen-sound.ts';
import type { SessionSound, SoundEvents } from './session-sound.ts';
import type { Heard } from './step-variant.ts';
import { voiceOf } from './voice-language.ts';
import { EMPTY_SHELF, openShelf, type Shelf } from './voice-shelf.ts';

export interface SoundWishes {
	readonly id: string;
	readonly timeline: Timeline;
	/** As they are now, whenever asked. */
	readonly settings: () => Settings;
	readonly now: () => number;
	readonly cardOf: (step: Step, timeline: Timeline) => CardContent;
	/** The timeline as it is said: see heardTimeline. */
	readonly heard: (player: Heard) => Timeline;
}

const wishOf = (settings: Settings): string => voiceOf(settings) ?? 'none';

interface Pocket {
	readonly player: PocketPlayer;
	readonly card: MediaCard;
}

function createPocket(events: SoundEvents, buttons: CardButtons, now: () => number): Pocket {
	const element = createTrackElement();
	const player = new PocketPlayer({
		element,
		now,
		cache: createTrackCache(base),
		events: {
			onpaused: (unasked) => unasked && events.onstopped(),
			onplaying: (unasked) => unasked && events.onplaying(),
			onstalled: (lostMs) => events.onstalled(lostMs),
			ontime: () => events.onclock(),
			onsource: (source) => (source === 'unavailable' ? events.onunavailable() : events.onrerouted())
		}
	});
	const card = createMediaCard(element, buttons, () => {
		const reading = player.reading();
		if (!reading || !player.track) return null;
		return { positionMs: reading.positionMs, totalMs: player.track.totalMs, playing: player.isWanted };
	});
	return { player, card };
}

export class SoundMaker {
	/** Who is meant by what the one element says, and by the buttons of the card. */
	#listener: SoundEvents | null = null;
	#buttons: CardButtons | null = null;
	readonly #chime: Chime = createChime();
	readonly #vibration = createVibration();
	#pocket: Pocket | null = null;
	#shelf: Shelf = EMPTY_SHELF;
	/** What the shelf was read for last. */
	#readyFor: string | null = null;
	#ontones = (): void => {};
	/** How often was prepared: of two readings under way the later wish counts, whichever ends first. */
	#prepared = 0;
	#sound: SessionSound | null = null;
	/** What happened before anybody listened: the sound begins in the tap, the session a moment later. */
	readonly #unsaid: string[] = [];
	/** Each is told once a session, however often its track is made. */
	readonly #named = new Set<string>();
	#refused = false;
	#rerouted = false;
	#stopped = false;

	/** Reads the clips that a session in this mode needs, so that the tap that starts it waits for nothing. Never rejects. */
	async prepare(settings: Settings): Promise<Shelf> {
		this.#prepared += 1;
		const wish = this.#prepared;
		const use = (shelf: Shelf): void => {
			this.#shelf = shelf;
			// Who has started before the words were here hears them from now on.
			this.#sound?.learn(shelf);
		};
		if (settings.soundMode === 'quiet') {
			this.#shelf = EMPTY_SHELF;
			this.#readyFor = null;
			return EMPTY_SHELF;
		}
		const shelf = await openShelf(voiceOf(settings), (tones) => {
			// They are the same for every voice: whichever reading has them first.
			if (!this.hasTones) use(tones);
			this.#ontones();
		});
		if (wish === this.#prepared) {
			use(shelf);
			this.#readyFor = this.hasTones ? wishOf(settings) : null;
			if (this.#sound) this.#tellMissing(settings);
		}
		return this.#shelf;
	}
	/** Whether a track could be made now; the words may still be on their way. */
	get hasTones(): boolean {
		return this.#shelf.tones.size > 0;
	}
	/** Until the tones are read that are being read now. */
	tones(): Promise<void> {
		return new Promise((done) => (this.#ontones = done));
	}
	/** True when the clips of a session with these settings were read; else `prepare` has to be asked. */
	isReady(settings: Settings): boolean {
		return settings.soundMode === 'quiet' || this.#readyFor === wishOf(settings);
	}

	/** Who is told of what happens to the sound from here on, and of what was unsaid before. */
	tell(events: SoundEvents, buttons: CardButtons): void {
		this.#listener = events;
		this.#buttons = buttons;
		if (this.#unsaid.length > 0) events.onunsaid(this.#unsaid.splice(0));
		if (this.#rerouted) events.onrerouted();
		if (this.#refused) events.onunavailable();
		if (this.#stopped) events.onstopped();
	}

	/** The sound of a session in the mode that is chosen, or in the nearest that this device can do. */
	make(wishes: SoundWishes): SessionSound {
		this.#sound?.leave();
		this.#listener = null;
		this.#unsaid.length = 0;
		this.#named.clear();
		this.#rerouted = false;
		this.#refused = false;
		this.#stopped = false;
		this.#sound = (wishes.settings().soundMode === 'pocket' ? this.#inPocket(wishes) : null) ?? this.onScreen(wishes);
		this.#tellMissing(wishes.settings());
		return this.#sound;
	}

	/** The test of this phone, ready for its tap; null when its sounds are not here. `cueTimes`: see phone-test.ts. */
	testRun(
		cueTimes: readonly number[],
		now: () => number,
		onover: (samples: readonly TestSample[] | null) => void
	): PhoneTestRun | null {
		this.#sound?.leave();
		this.#listener = null;
		this.#buttons = null;
		const { player } = this.#pocketOf(now);
		const cue = this.#shelf.tones.get('up');
		const track = cue ? testTrackOf(cue, this.#shelf.tones.get('floor') ?? null, cueTimes) : null;
		if (!track?.ok) return null;
		player.load(track.value);
		return new PhoneTestRun(player, now, onover);
	}

	/** The sound of a session while the screen is on. */
	onScreen({ timeline, settings, heard }: SoundWishes): SessionSound {
		const parts = { chime: this.#chime, vibration: this.#vibration, shelf: this.#shelfFor(settings()), heard };
		this.#sound = new ScreenSound(parts, settings, timeline, this.#events);
		return this.#sound;
	}

	/** Without the words of another voice while the one that is chosen now is on its way: tones until then. */
	#shelfFor(settings: Settings): Shelf {
		return this.isReady(settings) ? this.#shelf : { ...EMPTY_SHELF, tones: this.#shelf.tones };
	}
	/** A whole voice that cannot be had is named once, not phrase by phrase. */
	#tellMissing(settings: Settings): void {
		const isMissing = this.#shelf.trouble === 'missing' && settings.soundMode !== 'quiet' && this.isReady(settings);
		if (isMissing) this.#events.onunsaid([`voice.${wishOf(settings)}`]);
	}

	#pocketOf(now: () => number): Pocket {
		this.#pocket ??= createPocket(this.#events, this.#cardButtons, now);
		return this.#pocket;
	}

	#inPocket({ id, timeline, settings, now, cardOf, heard }: SoundWishes): SessionSound | null {
		const { player: pocket, card } = this.#pocketOf(now);
		const vibrates = () => settings().vibration;
		const isHidden = () => document.hidden;
		const parts = {
			pocket,
			card,
			vibration: this.#vibration,
			shelf: this.#shelfFor(settings()),
			now,
			vibrates,
			isHidden,
			cardOf,
			heard
		};
		return PocketSound.of(id, timeline, parts, this.#events);
	}

	/** Passes on to whoever listens when it happens. */
	readonly #events: SoundEvents = {
		onunsaid: (clips) => {
			const fresh = clips.filter((clip) => !this.#named.has(clip));
			fresh.forEach((clip) => this.#named.add(clip));
			if (this.#listener) this.#listener.onunsaid(fresh);
			else this.#unsaid.push(...fresh);
		},
		onstopped: () => (this.#listener ? this.#listener.onstopped() : (this.#stopped = true)),
		onplaying: () => {
			this.#stopped = false;
			this.#listener?.onplaying();
		},
		onstalled: (lostMs) => this.#listener?.onstalled(lostMs),
		onclock: () => this.#listener?.onclock(),
		onrerouted: () => {
			this.#rerouted = true;
			this.#listener?.onrerouted();
		},
		onunavailable: () => {
			this.#refused = true;
			this.#listener?.onunavailable();
		}
	};
	readonly #cardButtons: CardButtons = {
		onplay: () => this.#buttons?.onplay(),
		onpause: () => this.#buttons?.onpause(),
		onnext: () => this.#buttons?.onnext(),
		onprevious: () => this.#buttons?.onprevious()
	};
}
