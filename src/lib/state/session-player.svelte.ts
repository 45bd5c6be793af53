// The session being done, for the screen: folds events, saves each before it is shown, and drives sound, vibration,
// wake lock and heartbeat. The rules are the domain's; the time is the clock's.

import { cueShownAt, cuesOf, type Cue } from '#lib/domain/cue.ts';
import {
	applyEvent,
	currentStep,
	endsAt,
	getReadyMsAt,
	instantOf,
	playerOf,
	positionAt,
	type Player
} from '#lib/domain/player.ts';
import { summaryOfPlayer } from '#lib/domain/history.ts';
import type { RunningSession } from '#lib/domain/record.ts';
import { RULES } from '#lib/domain/rules.ts';
import type { Session } from '#lib/domain/session.ts';
import type { ExerciseWay, SessionEvent, SkipWhy } from '#lib/domain/session-log.ts';
import { timelineOf, type Step, type Timeline } from '#lib/domain/timeline.ts';
import type { SoundMode } from '#lib/domain/phone-test.ts';
import { heardBetween, type ClockReading } from '#lib/audio/clock-reading.ts';
import type { WakeLockState } from '#lib/platform/wake-lock.ts';
import { announceStep, DueCues } from './due-cues.ts';
import { KeptLog } from './kept-log.ts';
import { tickDelayMs, TIMES, type Gap, type PlayerParts } from './player-parts.ts';
import type { SessionSound } from './session-sound.ts';

export class SessionPlayer {
	readonly id: string;
	readonly session: Session;
	readonly #parts: PlayerParts;
	readonly #log: KeptLog;
	#queue: Promise<void> = Promise.resolve();
	#player = $state.raw<Player>() as Player;
	#at = $state(0);
	#gap = $state.raw<Gap | null>(null);
	#wake = $state<WakeLockState>('released');
	#cues: readonly Cue[] = $derived(cuesOf(this.#player.timeline));
	/** Both clocks at the last tick: what tells a throttled page, whose sounds went on, from one that did not run. */
	#lastReading = $state.raw<ClockReading>({ at: 0, clockMs: null });
	readonly #due = new DueCues();
	#sound: SessionSound;
	#mode = $state<SoundMode>('music');
	/** Events under way: until they are kept, the track is not compared. */
	#pending = 0;
	/** A pause, an answer to a gap or an early end is being kept: until it is, nothing comes due. */
	#alone = 0;
	#stopped = false;
	/** Something stopped the sound before the session was known to play. */
	#stoppedEarly = false;

	constructor(running: RunningSession, sound: SessionSound, parts: PlayerParts) {
		this.id = running.id;
		this.session = running.session;
		this.#log = new KeptLog(running, parts.keeper);
		this.#parts = parts;
		this.#player = playerOf(timelineOf(running.session), running.log);
		this.#at = parts.clock.now();
		this.#sound = sound;
		this.#mode = sound.mode;
	}

	get status(): Player['status'] {
		return this.#player.status;
	}
	/** The session with its log, when storage has refused the last of it; else `null`. */
	get unkept(): RunningSession | null {
		return this.#log.unkept;
	}
	get timeline(): Timeline {
		return this.#player.timeline;
	}
	get ways(): Player['ways'] {
		return this.#player.ways;
	}
	get gap(): Gap | null {
		return this.#gap;
	}
	/** How it is heard now; not always as it was chosen. */
	get mode(): SoundMode {
		return this.#mode;
	}
	/** Sound is wanted, and this device gives none. */
	get isSilent(): boolean {
		return this.#mode === 'music' && this.status === 'playing' && this.#lastReading.clockMs === null;
	}
	get wake(): WakeLockState {
		return this.#wake;
	}
	get positionMs(): number {
		return positionAt(this.#player, this.#at);
	}
	get getReadyMs(): number {
		return getReadyMsAt(this.#player, this.#at);
	}
	get step(): Step {
		return currentStep(this.#player, this.#at);
	}
	get stepRemainingMs(): number {
		return this.step.endMs - this.positionMs;
	}
	get totalRemainingMs(): number {
		return this.#player.timeline.totalMs - this.positionMs;
	}
	/** Everything played so far, up to the last event. */
	get playedMs(): number {
		return summaryOfPlayer(this.#player).playedMs + Math.max(0, this.positionMs - this.#player.positionMs);
	}
	get pausedMs(): number {
		return this.#player.pausedAt === null ? 0 : Math.max(0, this.#at - this.#player.pausedAt);
	}
	/** A pause of over a minute within a run offers a minute of walking first. */
	get offersWalkFirst(): boolean {
		return this.status === 'paused' && this.step.phase === 'run' && this.pausedMs >= RULES.walkFirstAfterMs;
	}
	get cue(): Cue | undefined {
		if (this.status !== 'playing' || this.getReadyMs > 0) return undefined;
		return cueShownAt(this.#cues, this.positionMs);
	}

	/** Begins. The sound was started inside the tap. */
	start(): void {
		this.watch();
		this.#add((at) => ({ type: 'started', at, readyMs: TIMES.startReadyMs }));
	}
	pause(): void {
		// After a silence it is asked first what it was.
		if (this.#isLate(this.#parts.clock.now())) this.#tick();
		if (this.status !== 'playing' || this.#gap) return;
		this.keepPace();
		this.#sound.pause();
		this.#addAlone((at) => ({ type: 'paused', at }));
	}
	/** Goes on after a 3-2-1. `sounds`: the sound was already started in this tap. */
	resume(sounds = false): void {
		if (this.#gap) return this.dropGap();
		if (this.status !== 'paused') return;
		this.#stoppedEarly &&= sounds;
		if (!sounds) this.#sound.resume(this.#player);
		this.#add((at) => ({ type: 'resumed', at, readyMs: TIMES.resumeReadyMs }));
	}
	/** A minute of walking, then the run from its beginning. */
	resumeWalking(): void {
		if (this.status !== 'paused') return;
		const inserted = { type: 'walkInserted', at: this.#parts.clock.now(), ms: RULES.walkFirstMs } as const;
		this.#sound.resume(applyEvent(this.#player, inserted));
		this.#add((at) => ({ ...inserted, at }));
		this.#add((at) => ({ type: 'resumed', at, readyMs: TIMES.resumeReadyMs }));
	}
	/** `why`: of an exercise that is left out. */
	skip(why?: SkipWhy): void {
		if (!this.#gap) this.#add((at) => ({ type: 'skipped', at, ...(why && { why }) }));
	}
	back(): void {
		if (!this.#gap) this.#add((at) => ({ type: 'wentBack', at }));
	}
	/** The step gets longer by `ms`, or shorter if that is below 0. */
	extend(ms: number = TIMES.extendMs): void {
		this.#add((at) => (ms < 0 ? { type: 'shortened', at, ms: -ms } : { type: 'extended', at, ms }));
	}
	/** From here on this exercise in this way. */
	vary(exerciseId: string, way: ExerciseWay): void {
		this.#add((at) => ({ type: 'varied', at, exerciseId, way }));
	}
	/** Ends early; what was done is kept. */
	end(): void {
		this.#gap = null;
		this.#addAlone((at) => ({ type: 'ended', at, reason: 'early' }));
	}
	/** 'I kept going': moves on by the wall clock, the gap is recorded as unheard. */
	keepGap(): void {
		if (!this.#gap) return;
		const { sinceAt, why } = this.#gap;
		// Its `interrupted` may still be on its way to storage.
		const isPaused = this.status === 'paused' || why === 'stopped';
		this.#gap = null;
		this.#sound.goOn();
		// What was stopped from outside stands as paused in the log: it goes on from there, and the silence is kept.
		if (isPaused) this.#addAlone(() => ({ type: 'resumed', at: sinceAt, readyMs: 0 }));
		this.#addAlone((at) => ({ type: 'gapKept', at, sinceAt }));
	}
	/** 'I stopped': goes on where it was. */
	dropGap(): void {
		if (!this.#gap) return;
		const { sinceAt, why } = this.#gap;
		// Its `interrupted` may still be on its way to storage.
		const isPaused = this.status === 'paused' || why === 'stopped';
		this.#gap = null;
		this.#sound.resume(applyEvent(this.#player, { type: 'paused', at: sinceAt }));
		if (isPaused) this.#addAlone((at) => ({ type: 'resumed', at, readyMs: TIMES.resumeReadyMs }));
		else this.#addAlone((at) => ({ type: 'gapDropped', at, sinceAt, readyMs: TIMES.resumeReadyMs }));
	}
	/** Pauses if it was playing, waits until that is saved, and lets go. */
	async settleAndLeave(): Promise<void> {
		this.pause();
		await this.#queue;
		this.leave();
	}
	/** Lets go of everything outside. The log stays as it was saved. */
	leave(): void {
		this.#sound.leave();
		this.#letGo();
	}
	/** Another way to be heard takes over, since the one before cannot be. */
	useSound(sound: SessionSound): void {
		this.#sound.leave();
		this.#sound = sound;
		this.#mode = sound.mode;
		void this.#parts.wakeLock.request();
		// Also before its first event is kept: that a session has begun is then known to its sound alone.
		if (this.status === 'playing' || this.status === 'ready') this.#sound.goOn();
		this.#follow(false);
	}
	/** A call, a headset or the system stopped the sound: written down at once, then the person is asked. */
	stoppedFromOutside(): void {
		// Right after the tap: once it plays.
		this.#stoppedEarly = this.status === 'ready' || this.status === 'paused';
		if (this.status !== 'playing' || this.#gap) return;
		const { at } = this.#read();
		// The page may hear of it much later: since when it is silent the track knows.
		const stoodMs = this.#pending > 0 ? null : this.#sound.standsAtMs();
		const sinceAt = stoodMs === null ? at : Math.min(at, instantOf(this.#player, stoodMs));
		this.#openGap(sinceAt, at, 'stopped');
		this.#add(() => ({ type: 'interrupted', at: sinceAt }));
	}
	/** The system plays on by itself, after a call: so does the session, from where the sound stands. */
	playsFromOutside(): void {
		if (this.status !== 'paused') return;
		this.#gap = null;
		this.#add((at) => ({ type: 'resumed', at, readyMs: 0 }));
	}
	/** The sound stood still without a word. */
	stalled(lostMs: number): void {
		const { at } = this.#read();
		if (this.status === 'playing' && !this.#gap) this.#openGap(at - lostMs, at, 'stalled');
	}
	/** The sound is the clock where it knows better: the session goes where the track is. */
	keepPace(at = this.#parts.clock.now()): void {
		// What comes first after a silence is no news of now: the next tick asks about it.
		if (this.#isLate(at)) return;
		if (this.#pending > 0 || this.#gap || this.status !== 'playing' || getReadyMsAt(this.#player, at) > 0) return;
		const positionMs = this.#sound.positionMs();
		if (positionMs === null || Math.abs(positionMs - positionAt(this.#player, at)) < TIMES.syncFromMs) return;
		this.#add(() => ({ type: 'synced', at, positionMs }));
	}
	/** Clips that could not be said; the tones were. */
	unsaid = (clips: readonly string[]): void =>
		clips.forEach((clip) => this.#add((at) => ({ type: 'unsaid', at, clip })));

	#letGo(): void {
		this.#stopped = true;
		this.#parts.ticker.stop();
		this.#parts.wakeLock.release();
	}

	/** Looks at clock, screen and sound from here on; a session that was found again stands paused where it was. */
	watch(): void {
		this.#read();
		this.#parts.wakeLock.onchange((state) => (this.#wake = state));
		// In the pocket the screen may sleep; on the mat it is looked at.
		if (this.mode !== 'pocket' || this.timeline.steps.some((step) => step.exerciseId !== undefined))
			void this.#parts.wakeLock.request();
		this.#parts.ticker.start(
			() => this.#tick(),
			() => tickDelayMs(this.#player, this.#at, this.#parts.clock.now(), this.#gap !== null || this.#alone > 0)
		);
	}

	/** Adds one event: the log is written first, then the screen shows its effect. Events queue, so none overtakes. */
	#add(make: (at: number) => SessionEvent): void {
		const made: ClockReading = { at: this.#parts.clock.now(), clockMs: this.#sound.clockMs() };
		const event = make(made.at);
		this.#pending += 1;
		this.#queue = this.#queue.then(() => this.#save(event, made)).finally(() => (this.#pending -= 1));
	}
	#addAlone(make: (at: number) => SessionEvent): void {
		this.#alone += 1;
		this.#add(make);
		void this.#queue.finally(() => {
			this.#alone -= 1;
			this.#parts.ticker.poke();
		});
	}

	async #save(event: SessionEvent, made: ClockReading): Promise<void> {
		if (this.#stopped || this.status === 'finished') return;
		const next = applyEvent(this.#player, event);
		if (next === this.#player && event.type !== 'unsaid') return;
		const finished = next.status === 'finished';
		const { record, written } = await this.#log.add(event, finished);
		this.#parts.ontrouble(written.ok ? null : written.error);
		this.#player = next;
		this.#show(made);
		if (this.#stoppedEarly && this.status === 'playing') this.stoppedFromOutside();
		if (event.type === 'skipped' || event.type === 'wentBack') announceStep(next, this.#cues, this.#at, this.#sound);
		if (!finished) return;
		this.#letGo();
		this.#sound.finish(next.endedBy === 'complete');
		this.#parts.onfinish(record, written);
	}

	/**
	 * After an event the position may have jumped: nothing that was jumped over is sounded. `made`: when the event was.
	 * If the page stood still while it was being kept, that silence is left for the next tick to notice.
	 */
	#show(made: ClockReading): void {
		const alive = this.#lastReading.at > made.at ? this.#lastReading : made;
		this.#at = this.#read().at;
		if (this.#at - alive.at > RULES.gapMs) this.#lastReading = alive;
		this.#due.jumpTo(this.#player, this.#at);
		if (this.status === 'playing' || this.status === 'paused') this.#follow(false);
		this.#parts.ticker.poke();
	}

	#tick(): void {
		const before = this.#lastReading;
		// A silence while what makes it play is still being kept: left for the first tick after that.
		const starts = this.#pending > 0 && (this.status !== 'playing' || this.#alone > 0) && !this.#gap;
		if (starts && this.#parts.clock.now() - before.at > RULES.gapMs) return;
		const now = this.#read();
		const at = (this.#at = now.at);
		if (this.#gap) {
			this.#gap = { ...this.#gap, untilAt: at };
			return;
		}
		if (this.status !== 'playing' || this.#alone > 0) return;
		if (at - before.at > RULES.gapMs && !heardBetween(before, now, this.mode))
			return this.#openGap(before.at, at, 'silent');
		this.keepPace(at);
		this.#advance(at);
	}

	#isLate(at: number): boolean {
		return at - this.#lastReading.at > RULES.gapMs;
	}
	#read(): ClockReading {
		this.#lastReading = { at: this.#parts.clock.now(), clockMs: this.#sound.clockMs() };
		return this.#lastReading;
	}

	/** Nothing was heard. Behind the sheet the display follows the wall clock; nothing is credited. */
	#openGap(sinceAt: number, untilAt: number, why: Gap['why']): void {
		this.#sound.hush();
		this.#gap = { sinceAt, untilAt, why };
	}

	#advance(at: number): void {
		this.#due.feel(this.#player, this.#cues, at, this.#sound);
		if (positionAt(this.#player, at) >= this.#player.timeline.totalMs)
			return this.#add(() => ({ type: 'ended', at: endsAt(this.#player), reason: 'complete' }));
		void this.#parts.keeper.beat({ at }).then((written) => written.ok || this.#parts.ontrouble(written.error));
		this.#follow(true);
	}

	/** While a gap is open nothing is planned. `goesOn`: a tick, nothing has jumped. */
	#follow(goesOn: boolean): void {
		if (!this.#gap) this.#sound.follow(this.#player, this.#parts.clock.now(), goesOn);
	}
}
