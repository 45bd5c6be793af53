// The only place that asks the time. An instant is epoch milliseconds, a day is what the wall calendar shows here.
// Somebody may set the clock of the phone; the instants it hands out never run backwards all the same.

import type { LocalDay } from '#lib/domain/local-day.ts';
import { newId } from './new-id.ts';

export interface Clock {
	/** Epoch milliseconds. Never less than the answer before. Time asleep counts as time. */
	now(): number;
	/** The day on the wall calendar, as the phone shows it now. */
	today(): LocalDay;
	/** The day on which an instant falls, where the phone is now. `at`: epoch milliseconds. */
	dayOf(at: number): LocalDay;
	/** A name for a new record: a UUID. */
	newId(): string;
}

export interface ClockSources {
	/** Epoch milliseconds; somebody may set it. */
	readonly wall?: () => number;
	/** Milliseconds since whenever; never set, but may stand still while the device sleeps. */
	readonly monotonic?: () => number;
}

/** The wall clock fell behind by more than this: it was set back, not merely trimmed. */
const SET_BACK_MS = 1500;

const pad = (value: number, width: number) => String(value).padStart(width, '0');

function dayOf(at: number): LocalDay {
	const date = new Date(at);
	return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

/** A clock that runs on the device's own; tests hand in theirs. */
export function createClock({
	wall = () => Date.now(),
	monotonic = () => performance.now()
}: ClockSources = {}): Clock {
	let wallBefore = wall();
	let monotonicBefore = monotonic();
	let compensationMs = 0;
	let answer = wallBefore;

	function now() {
		const wallNow = wall();
		const monotonicNow = monotonic();
		const lostMs = monotonicNow - monotonicBefore - (wallNow - wallBefore);
		// Only backwards: a jump forward looks the same as a night's sleep.
		if (lostMs > SET_BACK_MS) compensationMs += lostMs;
		wallBefore = wallNow;
		monotonicBefore = monotonicNow;
		answer = Math.max(answer, Math.round(wallNow + compensationMs));
		return answer;
	}

	return { now, today: () => dayOf(wall()), dayOf, newId };
}
