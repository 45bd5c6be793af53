// How the clips are made. A clip is made anew when what it says or anything here that shapes it has changed.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const clipsDir = join(root, 'src/lib/voice/clips');
export const recordedDir = join(root, 'src/lib/voice/recorded');
export const manifestFile = join(clipsDir, 'manifest.json');

export const LANGUAGES = /** @type {const} */ (['de', 'en']);

/** @typedef {typeof LANGUAGES[number]} Language */
/** @typedef {{ readonly words: string, readonly hash: string }} Made what a clip says, and by what it was made */
/** @typedef {Record<Language | 'tones', Record<string, Made>>} Manifest */

/** The voices of SVOX Pico. American English: it was recognised more surely than the British one, and is shorter. */
export const VOICES = /** @type {const} */ ({ de: 'de-DE', en: 'en-US' });

export const RATE_HZ = 24_000;
/** MPEG-2 Layer III, 24 kHz mono, 32 kbit/s: each frame is 96 bytes and 24 ms. */
export const FRAME_BYTES = 96;
export const FRAME_MS = 24;

/** Words are brought to this loudness where they sound (gated RMS, dBFS) … */
export const LOUDNESS_DB = -15;
/** … but no sample rises above this. */
export const PEAK_DB = -2;
/**
 * The tones, above the signature: its -10 dBFS is meant to sound over somebody's music, and in the track there is none.
 * So they stand two decibels below the voice, not six.
 */
export const TONE_GAIN_DB = 4;
/** Anything softer than this at either end is cut off. */
export const SILENCE = '0.15%';
/** So that the encoder does not cut the last sound short. */
export const TAIL_SECONDS = 0.06;
export const SHORTEST_SECONDS = 0.3;
/** What takes longer is said faster, in these steps (per cent), until it fits. */
export const LONGEST_SECONDS = 4;
export const SPEEDS = [100, 110, 120, 130];

/** Between the cues: a tone that no phone sounds and nobody hears, but that is not silence (platform.md D2). */
export const FLOOR = /** @type {const} */ ({ frequencyHz: 40, rmsDb: -60, seconds: 12, fromFrame: 25, frames: 100 });

export const LAME = [
	...['--quiet', '--noreplaygain', '-m', 'm', '-b', '32', '--cbr', '--resample', '24', '--nores', '-t'],
	...['-r', '-s', '24', '--bitwidth', '16', '--signed', '--little-endian', '-', '-']
];

const COMMON = [RATE_HZ, LOUDNESS_DB, PEAK_DB, SILENCE, TAIL_SECONDS, SHORTEST_SECONDS, LAME.join(' ')];

/** @param {unknown} things */
const shortHash = (things) => createHash('sha256').update(JSON.stringify(things)).digest('hex').slice(0, 12);

/**
 * Names what a spoken clip is made of: the words as the voice reads them, or the recording, and the settings.
 * @param {Language} language
 * @param {string} reads
 * @param {Uint8Array} [recording]
 */
export const wordsHash = (language, reads, recording) =>
	shortHash([
		...COMMON,
		...(recording ? [createHash('sha256').update(recording).digest('hex')] : ['pico', VOICES[language], reads])
	]);

/**
 * Names what a tone is made of.
 * @param {unknown} notes
 */
export const toneHash = (notes) => shortHash([...COMMON, TONE_GAIN_DB, notes]);
