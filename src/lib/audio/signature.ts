// The sound signature as data: which notes each cue is made of, and how a note swells and fades.
// Knows nothing of Web Audio: see bell.ts. All notes are of D major pentatonic, so no cue clashes with music.

import type { Tone } from '#lib/domain/spoken.ts';

/** A sound that can be asked for. Three, two and one share `count`. */
export type SoundId = 'count' | 'up' | 'down' | 'halfWay' | 'sideChange' | 'pause' | 'resume' | 'finish' | 'lead';

export interface Note {
	readonly frequencyHz: number;
	/** From the beginning of the sound. */
	readonly atMs: number;
	/** Until the note has faded. */
	readonly lengthMs: number;
	/** Linear, 1 is full scale: the level of the sine alone at the end of the attack. */
	readonly gain: number;
}

/** No sound rises above this: -10 dBFS, linear. */
export const PEAK = 10 ** (-10 / 20);
/** The octave that sounds with each sine: -14 dB, linear. */
export const OCTAVE_SHARE = 10 ** (-14 / 20);
export const ATTACK_MS = 6;
/** A note has faded when this share of its gain is left: -60 dB. */
export const FADED_SHARE = 0.001;

/** The highest point of a sine of 1 that has its octave with it. */
const CREST = 1.069;

const D4 = 294;
const A4 = 440;
const D5 = 587;
const F_SHARP_5 = 740;
const A5 = 880;
const D6 = 1175;

/** Share of its gain at which a note stands `sinceMs` after it was struck, 0 to 1. */
export function swellAt(note: Pick<Note, 'lengthMs'>, sinceMs: number): number {
	if (sinceMs < 0 || sinceMs >= note.lengthMs) return 0;
	if (sinceMs < ATTACK_MS) return sinceMs / ATTACK_MS;
	return FADED_SHARE ** ((sinceMs - ATTACK_MS) / (note.lengthMs - ATTACK_MS));
}

/** Notes of equal strength, `apartMs` from one to the next; so loud that all that rings together stays below the peak. */
function struck(apartMs: number, lengthMs: number, frequencies: readonly number[], lastLengthMs = lengthMs): Note[] {
	const notes = frequencies.map((frequencyHz, n) => ({
		frequencyHz,
		atMs: n * apartMs,
		lengthMs: n === frequencies.length - 1 ? lastLengthMs : lengthMs
	}));
	const sums = notes.map(({ atMs }) =>
		notes.reduce((sum, note) => sum + swellAt(note, atMs + ATTACK_MS - note.atMs), 0)
	);
	const gain = PEAK / (CREST * Math.max(...sums));
	return notes.map((note) => ({ ...note, gain }));
}

/** -12 dB, linear. */
const SOFT = 10 ** (-12 / 20);

/** Up always rises, down always falls: the direction alone tells what begins. */
export const SIGNATURE: Readonly<Record<SoundId, readonly Note[]>> = {
	count: struck(0, 120, [D5]),
	up: struck(90, 450, [D5, A5, D6]),
	down: struck(120, 600, [D6, A5, D5]),
	halfWay: struck(180, 300, [F_SHARP_5, F_SHARP_5]),
	sideChange: struck(110, 400, [A5, F_SHARP_5, A5]),
	pause: struck(120, 300, [A4, D4]),
	resume: struck(120, 300, [D4, A4]),
	finish: struck(140, 450, [D5, F_SHARP_5, A5, D6], 1600),
	// Before words that have no tone: wakes headphones, and announces nothing by itself.
	lead: struck(0, 250, [D4]).map((note) => ({ ...note, gain: note.gain * SOFT }))
};

/** The sound of a cue, or of the lead before words. */
export const soundOf = (tone: Tone): SoundId => (tone === 'three' || tone === 'two' || tone === 'one' ? 'count' : tone);

/** Milliseconds until the last note of a sound has faded. */
export const lengthMsOf = (sound: SoundId): number =>
	Math.max(...SIGNATURE[sound].map((note) => note.atMs + note.lengthMs));
