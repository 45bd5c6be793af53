// What must change so that the sounds already scheduled on the audio clock become the sounds that are wished.
// Pure bookkeeping in milliseconds of the audio clock. Knows nothing of Web Audio.

import type { SoundId } from './signature.ts';

/** A sound of the signature, or a clip of the voice. */
export type Sounding = SoundId | { readonly say: string };

export interface PlannedSound {
	/** Names one cue of one timeline. */
	readonly key: string;
	readonly sound: Sounding;
	/** From now. */
	readonly inMs: number;
}

export interface PlanChanges {
	/** Keys to take off the clock, or to forget if they have sounded. */
	readonly drop: readonly string[];
	readonly strike: readonly { readonly key: string; readonly sound: Sounding; readonly atMs: number }[];
}

/** What is scheduled this near to its wish is left alone. */
export const DRIFT_MS = 20;
/** What sounds sooner than this is as good as sounded: it is not moved for a drift, only for a jump as large. */
export const SETTLED_MS = 300;
/** A wish that is this much overdue is not sounded any more. */
export const LATE_MS = 250;

/** A drift is followed while there is time; a jump of the player always is, also back to what has just sounded. */
function isMisplaced(atMs: number, wishedAtMs: number, clockMs: number): boolean {
	const driftMs = Math.abs(wishedAtMs - atMs);
	return driftMs > SETTLED_MS || (driftMs > DRIFT_MS && atMs - clockMs > SETTLED_MS);
}

/**
 * The way from `scheduled` (key to its moment on the audio clock) to `wished`. Law: going the way a second time,
 * at once, changes nothing.
 */
export function changesTo(
	scheduled: ReadonlyMap<string, number>,
	wished: readonly PlannedSound[],
	clockMs: number
): PlanChanges {
	const keys = new Set(wished.map(({ key }) => key));
	const unwished = [...scheduled.keys()].filter((key) => !keys.has(key));
	const strike = wished
		.filter(({ inMs }) => inMs >= -LATE_MS)
		.map(({ key, sound, inMs }) => ({ key, sound, atMs: clockMs + Math.max(0, inMs) }))
		.filter(({ key, atMs }) => {
			const standsAt = scheduled.get(key);
			return standsAt === undefined || isMisplaced(standsAt, atMs, clockMs);
		});
	const moved = strike.map(({ key }) => key).filter((key) => scheduled.has(key));
	return { drop: [...unwished, ...moved], strike };
}
