// What a running session is made of besides its log, and what it asks the person about.

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
	/** While a gap is open only its length is shown, to the second. */
	gapTickMs: 1000
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

/** A silence that the person is asked about. */
export interface Gap {
	readonly sinceAt: number;
	readonly untilAt: number;
	/** `silent`: the page did not run. `stopped`: something else took the sound. `stalled`: the track stood still. */
	readonly why: 'silent' | 'stopped' | 'stalled';
}
