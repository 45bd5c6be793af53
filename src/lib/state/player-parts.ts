// What a running session is made of besides its log, and what it asks the person about.

import { nextDelayMs, positionAt, type Player } from '#lib/domain/player.ts';
import type { SessionRecord } from '#lib/domain/record.ts';
import type { Clock } from '#lib/platform/clock.ts';
import type { Ticker } from '#lib/platform/ticker.ts';
import type { WakeLock } from '#lib/platform/wake-lock.ts';
import type { Keeper, WriteError, Written } from './keeper.ts';

export const TIMES = {
	/** Get-ready before the first step and after a pause. */
	startReadyMs: 5000,
	resumeReadyMs: 3000,
	extendMs: 30_000,
	/** Between the track and what the wall clock made of it: more is brought together. */
	syncFromMs: 60,
	/** Where nothing may come due, the end is looked at again after so long. */
	heldTickMs: 1000
} as const;

export interface PlayerParts {
	readonly keeper: Keeper;
	readonly clock: Clock;
	readonly ticker: Ticker;
	readonly wakeLock: WakeLock;
	readonly onfinish: (record: SessionRecord, written: Written) => void;
	/** A write was refused; the session goes on, the screen says so. */
	readonly ontrouble: (error: WriteError | null) => void;
}

/**
 * Milliseconds until the screen is looked at again: the next change of a second that is shown. From what is shown, so
 * that one between showing and asking is not missed. `isHeld`: nothing comes due now, also the end does not.
 */
export function tickDelayMs(player: Player, shownAt: number, now: number, isHeld: boolean): number {
	const isOver = positionAt(player, shownAt) >= player.timeline.totalMs;
	const delayMs = nextDelayMs(player, shownAt) - (now - shownAt);
	return isHeld && (isOver || delayMs <= 0) ? TIMES.heldTickMs : delayMs;
}

/** A silence that the person is asked about. */
export interface Gap {
	readonly sinceAt: number;
	readonly untilAt: number;
	/** `silent`: the page did not run. `stopped`: something else took the sound. `stalled`: the track stood still. */
	readonly why: 'silent' | 'stopped' | 'stalled';
}
