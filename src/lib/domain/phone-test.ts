// Can this phone be locked? A minute and a half of track with three cues, what the clocks say of it, and what was heard.
// Pure: is handed samples, chance, the browser's name and the day.

import { assert } from './assert.ts';
import type { LocalDay } from './local-day.ts';

/** Length of the test. */
export const TEST_MS = 90_000;
/**
 * Where the three cues may stand: one soon after locking, one when an iPhone would have gone to sleep, one after the
 * minute in which Android freezes what is silent. Nobody is told where exactly, so nobody counts along.
 */
const WINDOWS = [
	[18_000, 30_000],
	[44_000, 56_000],
	[74_000, 84_000]
] as const;
/** Locked for less than this, the test says nothing. */
export const LOCKED_FROM_MS = 45_000;
/** So much the track may have lost while locked. */
export const LOST_UP_TO_MS = 1500;

/** What both clocks said at one instant; about one a second, and one at each change. */
export interface TestSample {
	/** Wall clock, epoch milliseconds. */
	readonly at: number;
	/** Where the track stood. */
	readonly positionMs: number;
	/** The page was hidden from this instant on. */
	readonly hidden: boolean;
}

export interface TestMeasure {
	readonly hiddenMs: number;
	/** Wall time that passed while hidden and is missing in the track. */
	readonly lostMs: number;
}

/** `quiet` and `music` keep the screen on. */
export type SoundMode = 'pocket' | 'music' | 'quiet';
export type HeardCues = 0 | 1 | 2 | 3;
/**
 * `allWell`; `stoodStill`: the track stopped while locked; `someUnheard`, `noneHeard`: it ran, the ear says otherwise;
 * `notLocked`: hidden too short to know.
 */
export type TestReason = 'allWell' | 'stoodStill' | 'someUnheard' | 'noneHeard' | 'notLocked';

export interface PhoneTest extends TestMeasure {
	readonly heard: HeardCues;
	readonly mode: SoundMode;
	readonly reason: TestReason;
	/** Name and version: after an update of the browser the result is old. */
	readonly browser: string;
	readonly on: LocalDay;
}

/** Three moments of the test. `chance`: a number from 0 to 1, 1 left out, asked once for each. */
export const testCueTimes = (chance: () => number): readonly number[] =>
	WINDOWS.map(([fromMs, toMs]) => Math.round(fromMs + chance() * (toMs - fromMs)));

/** What the samples add up to. They stand in order of time. A stretch counts as hidden when it began hidden. */
export function measureOf(samples: readonly TestSample[]): TestMeasure {
	let hiddenMs = 0;
	let lostMs = 0;
	for (const [n, sample] of samples.entries()) {
		const next = samples[n + 1];
		if (!next || !sample.hidden) continue;
		const elapsedMs = next.at - sample.at;
		const playedMs = next.positionMs - sample.positionMs;
		hiddenMs += elapsedMs;
		// Who comes back after the end finds the track there; since when it stood there nobody knows.
		lostMs += next.positionMs >= TEST_MS ? Math.min(0, elapsedMs - playedMs) : elapsedMs - playedMs;
	}
	return { hiddenMs, lostMs: Math.max(0, lostMs) };
}

/**
 * The mode to recommend. Pocket only when nothing speaks against it: locked long enough, the track kept up, and all
 * three cues were heard. Who heard none is shown what can be seen and felt. Law: hearing more, or losing less, never
 * leads to a mode that needs more looking.
 */
export function recommendationOf({ hiddenMs, lostMs }: TestMeasure, heard: HeardCues): [SoundMode, TestReason] {
	if (lostMs > LOST_UP_TO_MS) return [heard === 0 ? 'quiet' : 'music', 'stoodStill'];
	if (heard === 0) return ['quiet', 'noneHeard'];
	if (heard < 3) return ['music', 'someUnheard'];
	return hiddenMs < LOCKED_FROM_MS ? ['music', 'notLocked'] : ['pocket', 'allWell'];
}

export function phoneTestOf(
	samples: readonly TestSample[],
	heard: HeardCues,
	browser: string,
	on: LocalDay
): PhoneTest {
	assert(browser.length > 0, 'a browser without a name');
	const measure = measureOf(samples);
	const [mode, reason] = recommendationOf(measure, heard);
	return { ...measure, heard, mode, reason, browser, on };
}

/** Whether a result still speaks for this browser. */
export const isCurrent = (test: PhoneTest, browser: string): boolean => test.browser === browser;

/** Name and main version out of a `navigator.userAgent`; the whole text when it is of another form. */
export function browserOf(userAgent: string): string {
	const ios = /(?:iPhone|iPad|iPod).*? OS (\d+(?:_\d+)?)/.exec(userAgent)?.[1]?.replace('_', '.');
	const found = /(Firefox|FxiOS|EdgA?|EdgiOS|SamsungBrowser|CriOS|Chrome|Version)\/(\d+)/.exec(
		userAgent.replace(/Chrome\/\S+(?=.*(?:Edg|SamsungBrowser))/, '')
	);
	if (!found) return userAgent;
	const name = found[1] === 'Version' ? 'Safari' : found[1];
	return `${name} ${found[2]}${ios ? `, iOS ${ios}` : ''}`;
}
