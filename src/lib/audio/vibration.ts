// The cues in the hand: one vibration pattern per kind. Where nothing vibrates (every iPhone), it answers false.

import type { CueKind } from '#lib/domain/cue.ts';

/** On, off, on … in milliseconds. */
type Pattern = readonly number[];

export interface Vibration {
	/** Whether this device knows how to; it may still do nothing. */
	readonly isSupported: boolean;
	/** Begins the pattern of a cue in place of a running one. False when nothing vibrates. */
	vibrate(kind: CueKind): boolean;
	/** Ends a running pattern. */
	stop(): void;
}

const LONG_MS = 400;
const SHORT_MS = 120;

const COUNT: Pattern = [60];

export const PATTERNS: Readonly<Record<CueKind, Pattern>> = {
	three: COUNT,
	two: COUNT,
	one: COUNT,
	up: [LONG_MS],
	down: [SHORT_MS, 100, SHORT_MS],
	halfWay: [120, 80, 120],
	sideChange: [80, 80, 80],
	finish: [LONG_MS, 120, SHORT_MS, 120, LONG_MS]
};

const isSupported = (): boolean => typeof navigator !== 'undefined' && typeof navigator.vibrate === 'function';

function begin(pattern: Pattern): boolean {
	if (!isSupported()) return false;
	try {
		return navigator.vibrate([...pattern]);
	} catch {
		return false;
	}
}

/** The device's vibration. */
export function createVibration(): Vibration {
	return {
		get isSupported() {
			return isSupported();
		},
		vibrate: (kind) => begin(PATTERNS[kind]),
		stop() {
			begin([]);
		}
	};
}
