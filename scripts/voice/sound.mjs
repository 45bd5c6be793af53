// From words, recordings and notes to the frames of clips. Needs pico2wave, sox and lame (docs/voice.md).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frameFault } from './frames.mjs';
import { gatedRmsDb, peakDb, ratioOf } from './level.mjs';
import * as set from './settings.mjs';

/**
 * Runs a tool; its output as bytes.
 * @param {string} command
 * @param {string[]} args
 * @param {Uint8Array} [input]
 */
function run(command, args, input) {
	try {
		return execFileSync(command, args, { input, stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
	} catch (error) {
		const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
		throw new Error(
			missing ? `${command} is not installed; see docs/voice.md.` : `${command} ${args.join(' ')} failed.`,
			{
				cause: error
			}
		);
	}
}

/**
 * A sound file as samples at our rate, its silent ends cut off.
 * @param {string} file
 */
function readTrimmed(file) {
	const end = ['silence', '1', '0.01', set.SILENCE, 'reverse'];
	const effects = [...end, ...end, 'rate', '-v', String(set.RATE_HZ), 'channels', '1'];
	const bytes = run('sox', ['-G', file, '-t', 'raw', '-e', 'floating-point', '-b', '32', '-L', '-', ...effects]);
	return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/**
 * Samples as frames; with a soft end, and as long as the shortest clip at least.
 * @param {Float32Array} samples
 */
export function encode(samples) {
	const length = Math.max(
		samples.length + Math.round(set.TAIL_SECONDS * set.RATE_HZ),
		Math.ceil(set.SHORTEST_SECONDS * set.RATE_HZ)
	);
	const pcm = new DataView(new ArrayBuffer(length * 2));
	samples.forEach((sample, n) => pcm.setInt16(n * 2, Math.round(sample * 32_767), true));
	const bytes = new Uint8Array(run('lame', set.LAME, new Uint8Array(pcm.buffer)));
	const fault = frameFault(bytes);
	if (fault) throw new Error(`The encoder's output ${fault}.`);
	return bytes;
}

/**
 * Words and recordings at one loudness; where peaks stand in the way, as near to it as they allow.
 * @param {string} file
 */
export function clipOfFile(file) {
	const samples = readTrimmed(file);
	const gainDb = Math.min(set.LOUDNESS_DB - gatedRmsDb(samples, set.RATE_HZ), set.PEAK_DB - peakDb(samples));
	return encode(samples.map((sample) => sample * ratioOf(gainDb)));
}

/** @param {string} text */
const asXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Words, said by the voice; faster where they would take too long.
 * @param {set.Language} language
 * @param {string} reads
 */
export function clipOfWords(language, reads) {
	const dir = mkdtempSync(join(tmpdir(), 'voice-'));
	const file = join(dir, 'said.wav');
	try {
		for (const speed of set.SPEEDS) {
			const text = speed === 100 ? reads : `<speed level="${speed}">${asXml(reads)}</speed>`;
			run('pico2wave', ['-l', set.VOICES[language], '-w', file, text]);
			const clip = clipOfFile(file);
			if ((clip.length / set.FRAME_BYTES) * set.FRAME_MS <= set.LONGEST_SECONDS * 1000) return clip;
		}
		throw new Error(`"${reads}" takes longer than ${set.LONGEST_SECONDS} seconds.`);
	} finally {
		rmSync(dir, { recursive: true });
	}
}

/** The floor: whole periods in whole frames, cut from where the encoder has settled. */
export function floorFrames() {
	const { frequencyHz, rmsDb, seconds, fromFrame, frames } = set.FLOOR;
	const amplitude = ratioOf(rmsDb) * Math.SQRT2;
	const samples = Float32Array.from(
		{ length: seconds * set.RATE_HZ },
		(_, n) => amplitude * Math.sin((2 * Math.PI * frequencyHz * n) / set.RATE_HZ)
	);
	return encode(samples).slice(fromFrame * set.FRAME_BYTES, (fromFrame + frames) * set.FRAME_BYTES);
}

/** @typedef {{ readonly frequencyHz: number, readonly atMs: number, readonly lengthMs: number, readonly gain: number }} Note */

/**
 * Notes as samples, as bell.ts strikes them, and louder by TONE_GAIN_DB.
 * @param {readonly Note[]} notes
 * @param {{ swellAt: (note: Note, sinceMs: number) => number, OCTAVE_SHARE: number }} signature
 */
export function toneSamples(notes, { swellAt, OCTAVE_SHARE }) {
	const lengthMs = Math.max(...notes.map((note) => note.atMs + note.lengthMs));
	const loud = ratioOf(set.TONE_GAIN_DB);
	return Float32Array.from({ length: Math.ceil((lengthMs / 1000) * set.RATE_HZ) }, (_, n) => {
		const ms = (n / set.RATE_HZ) * 1000;
		return notes.reduce((sum, note) => {
			const since = ms - note.atMs;
			const phase = (2 * Math.PI * note.frequencyHz * since) / 1000;
			return sum + loud * note.gain * swellAt(note, since) * (Math.sin(phase) + OCTAVE_SHARE * Math.sin(2 * phase));
		}, 0);
	});
}
