// The session being done, for the screen: folds events, saves each before it is shown, and drives sound, vibration,
// wake lock and heartbeat. The rules are the domain's; the time is the clock's.

import { cueShownAt, cuesBetween, cuesOf, type Cue } from '#lib/domain/cue.ts';
import {
	applyEvent,
	currentStep,
	endsAt,
	getReadyMsAt,
	playerOf,
	positionAt,
	readyPlayer,
	type Player
} from '#lib/domain/player.ts';
import { summaryOfPlayer } from '#lib/domain/history.ts';
import type { RunningSession, SessionRecord } from '#lib/domain/record.ts';
import { RULES } from '#lib/domain/rules.ts';
import type { Session } from '#lib/domain/session.ts';
import type { SessionEvent, SessionLog } from '#lib/domain/session-log.ts';
import { timelineOf, type Step, type Timeline } from '#lib/domain/timeline.ts';
import type { Chime } from '#lib/audio/chime.ts';
import { heardBetween, type ClockReading } from '#lib/audio/clock-reading.ts';
import type { Vibration } from '#lib/audio/vibration.ts';
import type { Clock } from '#lib/platform/clock.ts';
import type { Ticker } from '#lib/platform/ticker.ts';
import type { WakeLock, WakeLockState } from '#lib/platform/wake-lock.ts';
import { PlayerVoice } from './player-voice.ts';
import type { Keeper, WriteError, Written } from './keeper.ts';

export interface PlayerParts {
	readonly keeper: Keeper;
	readonly clock: Clock;
	readonly ticker: Ticker;
	readonly chime: Chime;
	readonly vibration: Vibration;
	readonly wakeLock: WakeLock;
	readonly settings: () => { readonly sound: boolean; readonly vibration: boolean };
	readonly onfinish: (record: SessionRecord, written: Written) => void;
	/** A write was refused; the session goes on, the screen says so. */
	readonly ontrouble: (error: WriteError | null) => void;
}

/** Get-ready before the first step and after a pause. */
const START_READY_MS = 5000;
const RESUME_READY_MS = 3000;
const EXTEND_MS = 30_000;

/** What a running session leaves to the next one to know about a silence. */
export interface Gap {
	readonly sinceAt: number;
	readonly untilAt: number;
}

export class SessionPlayer {
	readonly id: string;
	readonly session: Session;
	readonly #on: string;
	readonly #parts: PlayerParts;
	readonly #base: Timeline;
	#log: SessionLog;
	#queue: Promise<void> = Promise.resolve();
	#player = $state.raw<Player>() as Player;
	#at = $state(0);
	#gap = $state.raw<Gap | null>(null);
	#wake = $state<WakeLockState>('released');
	#cues: readonly Cue[] = $derived(cuesOf(this.#player.timeline));
	/** Both clocks at the last tick: what tells a throttled page, whose sounds went on, from one that did not run. */
	#lastReading: ClockReading = { at: 0, clockMs: null };
	#lastPositionMs = 0;
	readonly #voice: PlayerVoice;
	#stopped = false;

	constructor(running: RunningSession, parts: PlayerParts) {
		this.id = running.id;
		this.session = running.session;
		this.#on = running.on;
		this.#log = running.log;
		this.#parts = parts;
		this.#base = timelineOf(running.session);
		this.#player = running.log.length > 0 ? playerOf(this.#base, running.log) : readyPlayer(this.#base);
		this.#at = parts.clock.now();
		this.#voice = new PlayerVoice(parts.chime, parts.vibration, parts.settings);
	}

	get status(): Player['status'] {
		return this.#player.status;
	}
	get player(): Player {
		return this.#player;
	}
	get timeline(): Timeline {
		return this.#player.timeline;
	}
	get at(): number {
		return this.#at;
	}
	get gap(): Gap | null {
		return this.#gap;
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
	get nextStep(): Step | undefined {
		return this.#player.timeline.steps[this.step.index + 1];
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

	/** Begins. Call inside the tap, so that sound may start. */
	start(): void {
		this.#parts.chime.unlock();
		this.#begin();
		this.#add((at) => ({ type: 'started', at, readyMs: START_READY_MS }));
	}
	/** Watches a session that was found again, paused where it was. */
	watch(): void {
		this.#begin();
	}
	pause(): void {
		if (this.status !== 'playing') return;
		this.#parts.chime.cancel();
		this.#voice.play('pause');
		this.#parts.chime.suspend();
		this.#add((at) => ({ type: 'paused', at }));
	}
	resume(): void {
		if (this.status !== 'paused') return;
		this.#parts.chime.unlock();
		this.#add((at) => ({ type: 'resumed', at, readyMs: RESUME_READY_MS }));
	}
	/** A minute of walking, then the run from its beginning. */
	resumeWalking(): void {
		if (this.status !== 'paused') return;
		this.#parts.chime.unlock();
		this.#add((at) => ({ type: 'walkInserted', at, ms: RULES.walkFirstMs }));
		this.#add((at) => ({ type: 'resumed', at, readyMs: RESUME_READY_MS }));
	}
	skip(): void {
		this.#add((at) => ({ type: 'skipped', at }));
	}
	back(): void {
		this.#add((at) => ({ type: 'wentBack', at }));
	}
	extend(): void {
		this.#add((at) => ({ type: 'extended', at, ms: EXTEND_MS }));
	}
	/** Ends early; what was done is kept. */
	end(): void {
		this.#gap = null;
		this.#add((at) => ({ type: 'ended', at, reason: 'early' }));
	}
	/** 'I kept going': moves on by the wall clock, the gap is recorded as unheard. */
	keepGap(): void {
		const gap = this.#gap;
		if (!gap) return;
		this.#gap = null;
		this.#parts.chime.unlock();
		this.#add((at) => ({ type: 'gapKept', at, sinceAt: gap.sinceAt }));
	}
	/** 'I stopped': goes on where it was. */
	dropGap(): void {
		const gap = this.#gap;
		if (!gap) return;
		this.#gap = null;
		this.#parts.chime.unlock();
		this.#add((at) => ({ type: 'gapDropped', at, sinceAt: gap.sinceAt, readyMs: RESUME_READY_MS }));
	}
	/** Pauses if it was playing, waits until that is saved, and lets go. */
	async settleAndLeave(): Promise<void> {
		this.pause();
		await this.#queue;
		this.leave();
	}
	/** Lets go of everything outside. The log stays as it was saved. */
	leave(): void {
		this.#parts.chime.cancel();
		this.#letGo();
	}

	#letGo(): void {
		this.#stopped = true;
		this.#parts.ticker.stop();
		this.#parts.wakeLock.release();
	}

	#begin(): void {
		this.#read();
		this.#parts.wakeLock.onchange((state) => (this.#wake = state));
		void this.#parts.wakeLock.request();
		this.#parts.ticker.start(
			() => this.#tick(),
			() => this.#nextDelayMs()
		);
	}

	/** Adds one event: the log is written first, then the screen shows its effect. Events queue, so none overtakes. */
	#add(make: (at: number) => SessionEvent): void {
		const event = make(this.#parts.clock.now());
		this.#queue = this.#queue.then(() => this.#save(event));
	}

	async #save(event: SessionEvent): Promise<void> {
		if (this.#stopped || this.status === 'finished') return;
		const next = applyEvent(this.#player, event);
		if (next === this.#player) return;
		const log = [...this.#log, event];
		const record = { id: this.id, on: this.#on, session: this.session, log };
		const finished = next.status === 'finished';
		const written = finished
			? await this.#parts.keeper.finishSession({ ...record, updatedAt: event.at })
			: await this.#parts.keeper.saveEvent(record);
		this.#parts.ontrouble(written.ok ? null : written.error);
		this.#log = log;
		this.#player = next;
		this.#show();
		if (event.type === 'skipped' || event.type === 'wentBack') this.#announceStep();
		if (finished) this.#finish({ ...record, updatedAt: event.at }, written);
	}

	#announceStep(): void {
		if (this.status !== 'playing' || this.getReadyMs > 0) return;
		const { startMs } = this.step;
		const cue = this.#cues.find(({ atMs, kind }) => atMs === startMs && kind !== 'finish' && kind !== 'halfWay');
		if (cue) this.#voice.announce(cue.kind, this.positionMs - startMs);
	}

	/** After an event the position may have jumped: nothing that was jumped over is sounded. */
	#show(): void {
		this.#at = this.#read().at;
		this.#lastPositionMs = this.positionMs;
		if (this.status === 'playing' && this.getReadyMs > 0) this.#lastPositionMs = this.positionMs - 1;
		// The last sound of a session that ran to its end may still be on its way.
		this.#planSounds(this.#player.endedBy === 'complete');
		this.#parts.ticker.poke();
	}

	#finish(record: SessionRecord, written: Written): void {
		const complete = this.#player.endedBy === 'complete';
		// A session that ran to its end has had its last sound planned; it may ring out.
		if (!complete) this.#parts.chime.cancel();
		this.#letGo();
		if (!complete) this.#voice.play('finish');
		this.#parts.onfinish(record, written);
	}

	#tick(): void {
		const before = this.#lastReading;
		const now = this.#read();
		const { at } = now;
		this.#at = at;
		if (this.status !== 'playing') return;
		if (this.#gap) {
			this.#gap = { ...this.#gap, untilAt: at };
			return;
		}
		if (at - before.at > RULES.gapMs && !this.#heard(before, now)) {
			this.#openGap(before.at, at);
			return;
		}
		this.#advance(at);
	}

	#read(): ClockReading {
		this.#lastReading = { at: this.#parts.clock.now(), clockMs: this.#parts.chime.clockMs() };
		return this.#lastReading;
	}

	#heard(before: ClockReading, now: ClockReading): boolean {
		return this.#parts.settings().sound && heardBetween(before, now);
	}

	/** The page did not run. Behind the sheet the display follows the wall clock; nothing is credited. */
	#openGap(sinceAt: number, untilAt: number): void {
		this.#parts.chime.cancel();
		this.#gap = { sinceAt, untilAt };
	}

	#advance(at: number): void {
		const positionMs = positionAt(this.#player, at);
		// In a get-ready the step has not begun, so its cue is not due yet.
		if (getReadyMsAt(this.#player, at) === 0) {
			for (const cue of cuesBetween(this.#cues, this.#lastPositionMs + 0.001, positionMs + 0.001))
				this.#voice.vibrate(cue.kind);
			this.#lastPositionMs = positionMs;
		}
		if (positionMs >= this.#player.timeline.totalMs) {
			const endAt = endsAt(this.#player);
			this.#add(() => ({ type: 'ended', at: endAt, reason: 'complete' }));
			return;
		}
		void this.#parts.keeper.beat({ at }).then((written) => {
			if (!written.ok) this.#parts.ontrouble(written.error);
		});
		if (this.#voice.isStale(at)) this.#planSounds(true);
	}

	/** While a gap is open nothing is planned. `goesOn`: a tick, nothing has jumped. */
	#planSounds(goesOn: boolean): void {
		this.#voice.plan(this.#gap ? null : this.#player, this.#cues, this.#parts.clock.now(), goesOn);
	}

	/** Milliseconds to the next change of a shown second. */
	#nextDelayMs(): number {
		const now = this.#parts.clock.now();
		if (this.status === 'paused') return 1000 - ((now - (this.#player.pausedAt ?? now)) % 1000);
		const ready = getReadyMsAt(this.#player, now);
		const left = ready > 0 ? ready : currentStep(this.#player, now).endMs - positionAt(this.#player, now);
		// At the very end the next tick ends the session.
		return left <= 0 ? 1 : left % 1000 || 1000;
	}
}
