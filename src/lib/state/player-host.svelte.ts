// The one player of this page and the lock that makes it the only one across tabs.

import type { RunningSession, SessionRecord } from '#lib/domain/record.ts';
import { testCueTimes, type TestSample } from '#lib/domain/phone-test.ts';
import type { Session } from '#lib/domain/session.ts';
import { timelineOf, type Timeline } from '#lib/domain/timeline.ts';
import { createSessionLock, type SessionLock } from '#lib/platform/session-lock.ts';
import { createTicker } from '#lib/platform/ticker.ts';
import { createWakeLock } from '#lib/platform/wake-lock.ts';
import type { PhoneTestRun } from '#lib/track/phone-test-run.ts';
import type { App } from './app.svelte.ts';
import { closedFor } from './closed.ts';
import { dataName } from './data-name.ts';
import { cardOf } from './lock-screen.ts';
import { SessionPlayer } from './session-player.svelte.ts';
import type { SessionSound } from './session-sound.ts';
import { heardTimeline } from './step-variant.ts';
import { sessionWords } from './session-words.ts';
import { SoundMaker, type SoundWishes } from './sound-maker.ts';
import type { ShelfTrouble } from './voice-shelf.ts';

/** `taken`: another tab has the session; `lost`: another tab took it from here. */
export type Hold = 'free' | 'held' | 'taken' | 'lost';

/** A tap waits no longer for its sounds: a browser forgets after some seconds that there was one. */
const SOUNDS_WITHIN_MS = 2000;

class PlayerHost {
	#player = $state.raw<SessionPlayer | null>(null);
	#finished = $state.raw<SessionRecord | null>(null);
	#hold = $state<Hold>('free');
	#isRerouted = $state(false);
	#isMaking = false;
	/** The screen was left while a session was being begun: it is not begun then. */
	#isLeft = false;
	/** The sound that the player was made with could not be heard. */
	#isReplaced = false;
	#shelfTrouble = $state<ShelfTrouble | null>(null);
	#maker: SoundMaker | null = null;
	#lock: SessionLock | null = null;

	get player(): SessionPlayer | null {
		return this.#player;
	}
	/** The session that has just been finished, until the next begins. */
	get finished(): SessionRecord | null {
		return this.#finished;
	}
	get hold(): Hold {
		return this.#hold;
	}

	/** The track comes by the second way; it plays on when locked all the same. */
	get isRerouted(): boolean {
		return this.#isRerouted;
	}
	/** Words that are wanted and cannot be had, or not be kept. */
	get shelfTrouble(): ShelfTrouble | null {
		return this.#shelfTrouble;
	}

	/** Reads what the next session will be heard with. Before the tap that starts it. */
	async prepare(app: App, settings = app.settings): Promise<void> {
		this.#shelfTrouble = (await this.#sounds().prepare(settings)).trouble;
	}

	/**
	 * A tap that came before the clips were read (Start on Today, or a slow first visit): the words join when they are
	 * here; a track cannot be made without its tones, so it waits for them a little.
	 */
	#awaitSounds(app: App): Promise<unknown> | null {
		const sounds = this.#sounds();
		if (!sounds.isReady(app.settings)) void this.prepare(app);
		if (app.settings.soundMode !== 'pocket' || sounds.hasTones) return null;
		return Promise.race([sounds.tones(), new Promise((done) => setTimeout(done, SOUNDS_WITHIN_MS))]);
	}

	/** The test of this phone, with the sounds that were prepared; null when they are not here, or a session runs. */
	testRun(app: App, onover: (samples: readonly TestSample[] | null) => void): PhoneTestRun | null {
		if (this.#player) return null;
		return this.#sounds().testRun(testCueTimes(Math.random), () => app.parts.clock.now(), onover);
	}

	/** Begins a session. Call inside the tap: the sound begins first, then the lock is asked for. */
	begin(app: App, session: Session): Promise<boolean> {
		return this.#once(() => this.#begin(app, session));
	}
	/** Takes up the session that was found, paused where it was. `resume` goes on at once (call inside the tap). */
	takeUp(app: App, resume: boolean): Promise<boolean> {
		return this.#once(() => this.#takeUp(app, resume));
	}

	/** A second tap while the first is still being answered makes no second player. */
	async #once(make: () => Promise<boolean>): Promise<boolean> {
		if (this.#isMaking) return false;
		this.#isMaking = true;
		this.#isLeft = false;
		try {
			return await make();
		} finally {
			this.#isMaking = false;
		}
	}
	async #begin(app: App, session: Session): Promise<boolean> {
		if (this.#player) return false;
		const sounds = this.#awaitSounds(app);
		if (sounds) await sounds;
		const running = { id: app.parts.clock.newId(), on: app.parts.clock.today(), session, log: [] };
		const sound = this.#soundOf(app, running, timelineOf(session));
		sound.start();
		if (!(await this.#acquire())) return this.#giveUp(sound);
		await app.reload();
		if (app.found() || this.#isLeft) return this.#giveUp(sound);
		const player = this.#create(app, running, sound);
		player.start();
		for (const exerciseId of app.exercises.byWords(session)) player.vary(exerciseId, 'easier');
		return true;
	}

	async #takeUp(app: App, resume: boolean): Promise<boolean> {
		if (this.#player) return true;
		const sounds = this.#awaitSounds(app);
		if (sounds) await sounds;
		const before = app.snapshot.running;
		const sound = before ? this.#soundFound(app, before, resume) : null;
		if (!(await this.#acquire())) return this.#giveUp(sound);
		await app.reload();
		const { running } = app.snapshot;
		const found = app.found();
		// After twelve hours, or closed by an answer, it is kept or discarded (decisions.md), wherever it was tapped.
		if (!running || found?.offer !== 'resume' || this.#isLeft || closedFor(app, running.session))
			return this.#giveUp(sound);
		const isSame = sound !== null && running.log.length === before?.log.length && running.id === before.id;
		const player = this.#create(
			app,
			{ ...running, log: found.log },
			isSame ? sound : this.#soundOf(app, running, found.player.timeline)
		);
		player.watch();
		// Refused meanwhile, another sound has taken over: it is begun anew.
		if (resume) player.resume(isSame && !this.#isReplaced);
		return true;
	}

	/** 'Continue here': takes the session from the tab that has it; a frozen tab would keep it for ever. */
	async steal(app: App, resume: boolean): Promise<boolean> {
		if (!(await this.#locks().steal())) return false;
		this.#hold = 'held';
		return this.takeUp(app, resume);
	}

	/** The screen is left: a playing session is paused and stays to be resumed. */
	async leave(app: App): Promise<void> {
		const player = this.#player;
		if (!player) {
			this.#isLeft = true;
			return;
		}
		await player.settleAndLeave();
		this.#player = null;
		this.#release();
		if (player.unkept) await app.keepRunning(player.unkept);
		await app.reload();
	}
	/** Another tab may have begun or ended meanwhile. */
	async lookAgain(): Promise<void> {
		const isFree = await this.#locks().isFree();
		if (this.#hold === 'held') return;
		if (isFree) this.#hold = 'free';
		else if (this.#hold === 'free') this.#hold = 'taken';
	}
	forgetFinished(): void {
		this.#finished = null;
	}

	#sounds(): SoundMaker {
		this.#maker ??= new SoundMaker();
		return this.#maker;
	}
	#wishes(app: App, { id, session }: RunningSession, timeline: Timeline): SoundWishes {
		const { name } = sessionWords(app.texts, session);
		return {
			id,
			timeline,
			settings: () => app.settings,
			now: () => app.parts.clock.now(),
			cardOf: (step, now) => cardOf(app.texts, name, step, now),
			heard: heardTimeline(() => app.exercises)
		};
	}
	#soundOf(app: App, running: RunningSession, timeline: Timeline): SessionSound {
		return this.#sounds().make(this.#wishes(app, running, timeline));
	}
	/** The sound of a session that was found; inside the tap it begins its 3-2-1. */
	#soundFound(app: App, running: RunningSession, resume: boolean): SessionSound | null {
		const found = app.found();
		if (!found) return null;
		const sound = this.#soundOf(app, running, found.player.timeline);
		if (resume) sound.resume(found.player);
		return sound;
	}
	#giveUp(sound: SessionSound | null): false {
		sound?.leave();
		return this.#hold === 'held' ? this.#release() : false;
	}
	#locks(): SessionLock {
		this.#lock ??= createSessionLock(`${dataName}:session`);
		this.#lock.onlost(() => this.#lose());
		return this.#lock;
	}
	async #acquire(): Promise<boolean> {
		if (this.#hold === 'held') return true;
		const state = await this.#locks().acquire();
		this.#hold = state === 'taken' ? 'taken' : 'held';
		return this.#hold === 'held';
	}
	#release(): false {
		this.#lock?.release();
		this.#hold = 'free';
		return false;
	}
	#lose(): void {
		this.#player?.leave();
		this.#player = null;
		this.#hold = 'lost';
	}
	#create(app: App, running: RunningSession, sound: SessionSound): SessionPlayer {
		this.#finished = null;
		this.#isRerouted = false;
		this.#isReplaced = false;
		const { keeper, clock } = app.parts;
		const player = new SessionPlayer(running, sound, {
			keeper,
			clock,
			ticker: createTicker(),
			wakeLock: createWakeLock(),
			onfinish: (record, written) => {
				app.sessionFinished(record, written);
				this.#finished = record;
				this.#player = null;
				this.#release();
			},
			ontrouble: (error) => app.reportTrouble(error, running.id)
		});
		this.#sounds().tell(
			{
				onunsaid: (clips) => player.unsaid(clips),
				onstopped: () => player.stoppedFromOutside(),
				onplaying: () => player.playsFromOutside(),
				onstalled: (lostMs) => player.stalled(lostMs),
				onclock: () => player.keepPace(),
				onrerouted: () => (this.#isRerouted = true),
				onunavailable: () => {
					if (player.mode !== 'pocket') return;
					this.#isReplaced = true;
					player.useSound(this.#sounds().onScreen(this.#wishes(app, running, player.timeline)));
				}
			},
			{
				onplay: () => player.resume(),
				onpause: () => player.pause(),
				onnext: () => player.skip(),
				onprevious: () => player.back()
			}
		);
		this.#player = player;
		return player;
	}
}

export const host = new PlayerHost();
