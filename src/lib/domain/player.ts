// The state of playing a timeline, as a fold over the session log. Never asks the time: `at` comes in.
// Position is arithmetic on the clock (where it stood, since when), never a count of ticks.

import { assertNever } from './assert.ts';
import { halfWayOf } from './cue.ts';
import type { ExerciseWay, SessionEvent, SessionLog } from './session-log.ts';
import { extendStep, insertWalk, shortenStep, stepAt, type Step, type Timeline } from './timeline.ts';

/** What was done of one step, in milliseconds. */
export interface StepPlay {
	/** All playing, repeats included. */
	readonly playedMs: number;
	/** The part of it in which no cue could be heard (a gap that was kept). */
	readonly unheardMs: number;
	/** Playing since the step was last begun. */
	readonly passMs: number;
	/** One pass covered nine tenths of the step. Stays true. */
	readonly done: boolean;
}

export interface Player {
	readonly timeline: Timeline;
	readonly status: 'ready' | 'playing' | 'paused' | 'finished';
	/** Where the position stood at `anchorAt`. */
	readonly positionMs: number;
	/** While playing, the instant from which the position runs; later than now during a get-ready. */
	readonly anchorAt: number;
	readonly plays: readonly StepPlay[];
	/** Exercises that are done in another way from here on. */
	readonly ways: Readonly<Record<string, ExerciseWay>>;
	readonly startedAt: number | null;
	readonly pausedAt: number | null;
	readonly endedAt: number | null;
	readonly endedBy: 'complete' | 'early' | null;
}

/** `back` restarts the step when this much of it has passed, else it goes to the step before. */
export const RESTART_AFTER_MS = 2000;
/** A step counts as done from this share on. */
export const DONE_SHARE = 0.9;

const UNPLAYED: StepPlay = { playedMs: 0, unheardMs: 0, passMs: 0, done: false };

/** A player before its start. */
export const readyPlayer = (timeline: Timeline): Player => ({
	timeline,
	status: 'ready',
	positionMs: 0,
	anchorAt: 0,
	plays: timeline.steps.map(() => UNPLAYED),
	ways: {},
	startedAt: null,
	pausedAt: null,
	endedAt: null,
	endedBy: null
});

/** Position at the instant `at`. Law P1: never backwards, never past the end. */
export function positionAt(player: Player, at: number): number {
	if (player.status !== 'playing') return player.positionMs;
	return Math.min(player.timeline.totalMs, player.positionMs + Math.max(0, at - player.anchorAt));
}

/** Milliseconds of get-ready left at `at`; 0 when none. */
export const getReadyMsAt = (player: Player, at: number): number =>
	player.status === 'playing' ? Math.max(0, player.anchorAt - at) : 0;

/** The instant at which the position is at `positionMs` if nothing happens before; it is never behind the anchor. Only while playing. */
export const instantOf = (player: Player, positionMs: number): number =>
	player.anchorAt + Math.max(0, positionMs - player.positionMs);

/** The instant at which the position reaches the end if nothing more happens. Only while playing. */
export const endsAt = (player: Player): number => instantOf(player, player.timeline.totalMs);

export const currentStep = (player: Player, at: number): Step => stepAt(player.timeline, positionAt(player, at));

/** Milliseconds from `at` to the next change of a second that is shown: of the pause, the get-ready or the step. */
export function nextDelayMs(player: Player, at: number): number {
	if (player.status === 'paused') return 1000 - ((at - (player.pausedAt ?? at)) % 1000);
	const readyMs = getReadyMsAt(player, at);
	const leftMs = readyMs > 0 ? readyMs : currentStep(player, at).endMs - positionAt(player, at);
	// At the very end the next tick ends the session.
	return leftMs <= 0 ? 1 : leftMs % 1000 || 1000;
}

/** Writes the playing of `[fromMs, toMs)` to the steps it covers. */
function credit(player: Player, fromMs: number, toMs: number, heard: boolean): Player {
	if (toMs <= fromMs) return player;
	const plays = player.plays.map((play, index): StepPlay => {
		const step = player.timeline.steps[index];
		if (!step) return play;
		const ms = Math.min(toMs, step.endMs) - Math.max(fromMs, step.startMs);
		if (ms <= 0) return play;
		const passMs = play.passMs + ms;
		return {
			playedMs: play.playedMs + ms,
			unheardMs: play.unheardMs + (heard ? 0 : ms),
			passMs,
			done: play.done || passMs >= DONE_SHARE * (step.endMs - step.startMs)
		};
	});
	return { ...player, plays };
}

/** Credits what was played until `at` and anchors the position there. A running get-ready is left running. */
function settle(player: Player, at: number): Player {
	if (player.status !== 'playing' || at <= player.anchorAt) return player;
	const positionMs = positionAt(player, at);
	return { ...credit(player, player.positionMs, positionMs, true), positionMs, anchorAt: at };
}

/** Moves to `positionMs`. What lies ahead of it is begun anew: no pass reaches further than the position. */
function moveTo(player: Player, positionMs: number): Player {
	const plays = player.plays.map((play, index) => {
		const behindMs = Math.max(0, positionMs - (player.timeline.steps[index]?.startMs ?? 0));
		return play.passMs > behindMs ? { ...play, passMs: behindMs } : play;
	});
	return { ...player, plays, positionMs };
}

/** Moves to the beginning of step `index`; to the end when there is none. */
const beginStep = (player: Player, index: number): Player =>
	moveTo(player, player.timeline.steps[index]?.startMs ?? player.timeline.totalMs);

function skip(player: Player, at: number): Player {
	// In a get-ready there is only the get-ready to skip.
	if (getReadyMsAt(player, at) > 0) return { ...player, anchorAt: at };
	return beginStep(player, stepAt(player.timeline, player.positionMs).index + 1);
}

function goBack(player: Player): Player {
	const step = stepAt(player.timeline, player.positionMs);
	const restart = player.positionMs - step.startMs > RESTART_AFTER_MS;
	return beginStep(player, restart ? step.index : Math.max(0, step.index - 1));
}

/** With a changed timeline. Its half-way is another, but not for who has passed the one before. */
function retimed(player: Player, timeline: Timeline): Player {
	const isPast = player.timeline.isHalfWayPast ?? player.positionMs >= halfWayOf(player.timeline).atMs;
	return { ...player, timeline: isPast ? { ...timeline, isHalfWayPast: true } : timeline };
}

function extend(player: Player, ms: number): Player {
	const { index } = stepAt(player.timeline, player.positionMs);
	return retimed(player, extendStep(player.timeline, index, ms));
}

/** So much of a step is left when it is shortened: it ends by itself, with its cue. */
const SHORTEST_REST_MS = 1000;

function shorten(player: Player, ms: number): Player {
	const { index, endMs } = stepAt(player.timeline, player.positionMs);
	const byMs = Math.min(ms, endMs - player.positionMs - SHORTEST_REST_MS);
	return byMs <= 0 ? player : retimed(player, shortenStep(player.timeline, index, byMs));
}

const vary = (player: Player, { exerciseId, way }: SessionEvent & { type: 'varied' }): Player => ({
	...player,
	ways: { ...player.ways, [exerciseId]: way }
});

function walkFirst(player: Player, ms: number): Player {
	const { index } = stepAt(player.timeline, player.positionMs);
	const plays = player.plays.toSpliced(index, 0, UNPLAYED);
	return beginStep({ ...retimed(player, insertWalk(player.timeline, index, ms)), plays }, index);
}

/** The part of a gap before the page fell silent is credited as heard, the rest only if the person kept going. */
function closeGap(player: Player, event: SessionEvent & { type: 'gapKept' | 'gapDropped' }): Player {
	const seen = settle(player, event.sinceAt);
	if (event.type === 'gapDropped') return { ...seen, anchorAt: event.at + event.readyMs };
	const toMs = positionAt(seen, event.at);
	return {
		...credit(seen, seen.positionMs, toMs, false),
		positionMs: toMs,
		anchorAt: Math.max(seen.anchorAt, event.at)
	};
}

function sync(player: Player, event: SessionEvent & { type: 'synced' }): Player {
	const positionMs = Math.max(0, Math.min(player.timeline.totalMs, event.positionMs));
	// Law P5: a clock that jumps ahead of the wall credits no step that was not played.
	const playedTo = Math.min(positionMs, positionAt(player, event.at));
	return { ...moveTo(credit(player, player.positionMs, playedTo, true), positionMs), anchorAt: event.at };
}

const pause = (player: Player, at: number): Player => ({ ...settle(player, at), status: 'paused', pausedAt: at });

function whilePlaying(player: Player, event: SessionEvent): Player {
	switch (event.type) {
		case 'paused':
		case 'interrupted':
			return pause(player, event.at);
		case 'skipped':
			return skip(settle(player, event.at), event.at);
		case 'wentBack':
			return goBack(settle(player, event.at));
		case 'extended':
			return extend(settle(player, event.at), event.ms);
		case 'shortened':
			return shorten(settle(player, event.at), event.ms);
		case 'gapKept':
		case 'gapDropped':
			return closeGap(player, event);
		case 'synced':
			return sync(player, event);
		case 'ended':
			return { ...settle(player, event.at), status: 'finished', endedAt: event.at, endedBy: event.reason };
		case 'started':
		case 'resumed':
		case 'walkInserted':
		case 'unsaid':
			return player;
		case 'varied':
			return vary(player, event);
		default:
			return assertNever(event);
	}
}

function whilePaused(player: Player, event: SessionEvent): Player {
	switch (event.type) {
		case 'resumed':
			return { ...player, status: 'playing', anchorAt: event.at + event.readyMs, pausedAt: null };
		case 'skipped':
			return skip(player, event.at);
		case 'wentBack':
			return goBack(player);
		case 'extended':
			return extend(player, event.ms);
		case 'shortened':
			return shorten(player, event.ms);
		case 'walkInserted':
			return walkFirst(player, event.ms);
		case 'ended':
			return { ...player, status: 'finished', endedAt: event.at, endedBy: event.reason };
		case 'started':
		case 'paused':
		case 'interrupted':
		case 'gapKept':
		case 'gapDropped':
		case 'synced':
		case 'unsaid':
			return player;
		case 'varied':
			return vary(player, event);
		default:
			return assertNever(event);
	}
}

/** The next state. An event that makes no sense in this status changes nothing. */
export function applyEvent(player: Player, event: SessionEvent): Player {
	if (player.status === 'playing') return whilePlaying(player, event);
	if (player.status === 'paused') return whilePaused(player, event);
	if (player.status === 'ready' && event.type === 'started')
		return { ...player, status: 'playing', anchorAt: event.at + event.readyMs, startedAt: event.at };
	return player;
}

/** The whole fold. Law P2: a saved and loaded log gives the same player. */
export const playerOf = (timeline: Timeline, log: SessionLog): Player => log.reduce(applyEvent, readyPlayer(timeline));
