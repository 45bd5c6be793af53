// The guard of the single session: no continuous run much longer than the longest of late. Knows no programme.
// Source: evidence.md 3.1 [S:R1]: more than 10 % beyond the longest run of 30 days went with more injuries.

import { keptSessions } from './history.ts';
import { daysBetween, type LocalDay } from './local-day.ts';
import { playerOf, type Player } from './player.ts';
import type { SessionRecord } from './record.ts';
import { RULES } from './rules.ts';
import { hasRun } from './session.ts';
import { timelineOf } from './timeline.ts';

/** Why a run is as long as it is. `nothingLately`: no run in the window, so there is nothing to measure by. */
export type GuardReason = 'within' | 'capped' | 'nothingLately';

/** What the guard says of one run, with all numbers that the sentence needs. */
export interface Guarded {
	/** How long the run may be; 0 with `nothingLately`. */
	readonly seconds: number;
	readonly wishedSeconds: number;
	readonly reason: GuardReason;
	/** The longest continuous run of the window, and its day. */
	readonly longestSeconds: number;
	readonly longestOn: LocalDay | null;
}

/**
 * The longest stretch of running without a planned walk in it, in whole seconds, as it was done. What was repeated
 * counts once.
 */
export function longestRunOf({ timeline, plays }: Player): number {
	let longest = 0;
	let stretch = 0;
	timeline.steps.forEach((step, index) => {
		const playedMs = Math.min(plays[index]?.playedMs ?? 0, step.endMs - step.startMs);
		stretch = step.phase === 'run' ? stretch + playedMs : 0;
		longest = Math.max(longest, stretch);
	});
	return Math.floor(longest / 1000);
}

/** The same of a recorded session. */
export const longestRunSeconds = (record: Pick<SessionRecord, 'session' | 'log'>): number =>
	hasRun(record.session) ? longestRunOf(playerOf(timelineOf(record.session), record.log)) : 0;

const isInWindow = (on: LocalDay, today: LocalDay): boolean => {
	const days = daysBetween(on, today);
	return days >= 0 && days <= RULES.longRun.windowDays;
};

/**
 * At most 1.10 × the longest continuous run of the last 30 days, today included, in steps of half a minute. Never more
 * than was wished. After a break the window empties by itself, and with it the allowance.
 */
export function guardRun(wishedSeconds: number, sessions: readonly SessionRecord[], today: LocalDay): Guarded {
	const { atMostPercent, roundedToSeconds } = RULES.longRun;
	const longest = keptSessions(sessions)
		.filter((record) => isInWindow(record.on, today))
		.map((record) => ({ on: record.on, seconds: longestRunSeconds(record) }))
		.reduce<{ on: LocalDay | null; seconds: number }>((most, run) => (run.seconds > most.seconds ? run : most), {
			on: null,
			seconds: 0
		});
	const base = { wishedSeconds, longestSeconds: longest.seconds, longestOn: longest.on };
	if (longest.seconds === 0) return { ...base, seconds: 0, reason: 'nothingLately' };
	const allowed = Math.floor((longest.seconds * atMostPercent) / 100);
	if (wishedSeconds <= allowed) return { ...base, seconds: wishedSeconds, reason: 'within' };
	const rounded = Math.floor(allowed / roundedToSeconds) * roundedToSeconds;
	return { ...base, seconds: rounded || allowed, reason: 'capped' };
}
