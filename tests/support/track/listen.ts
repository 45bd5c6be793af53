// Listens to a track as a person would: decodes it from its first to its last byte and tells what it heard.
// Knows nothing of how it was composed.

import { MPEGDecoder } from 'mpg123-decoder';

const RATE = 24_000;
/** Levels are kept for pieces of this length. */
const PIECE_MS = 250;
const PIECE = (RATE * PIECE_MS) / 1000;
const CHUNK_BYTES = 96 * 12_500;

export interface Listened {
	readonly samples: number;
	/** Onsets in milliseconds: where something louder than `LOUD` begins after a quiet spell. */
	readonly onsets: readonly number[];
	/** Level of the second that begins at `n` quarters of a second, dBFS (RMS of full scale 1). */
	readonly levels: readonly number[];
	readonly errors: number;
}

const LOUD = 0.05;
const SOFT = 0.01;
const QUIET_SAMPLES = 0.1 * RATE;

class Ear {
	readonly onsets: number[] = [];
	readonly energies: number[] = [];
	#at = 0;
	#energy = 0;
	#lastSoft = -QUIET_SAMPLES;
	#begins = false;

	hear(samples: Float32Array): void {
		for (const value of samples) {
			const level = Math.abs(value);
			if (level > SOFT) {
				this.#begins ||= this.#at - this.#lastSoft >= QUIET_SAMPLES;
				this.#lastSoft = this.#at;
			}
			if (level > LOUD && this.#begins) {
				this.onsets.push((this.#at / RATE) * 1000);
				this.#begins = false;
			}
			this.#energy += value * value;
			this.#at += 1;
			if (this.#at % PIECE !== 0) continue;
			this.energies.push(this.#energy);
			this.#energy = 0;
		}
	}
	get samples(): number {
		return this.#at;
	}
}

export const decibels = (energy: number, samples: number): number => 10 * Math.log10(energy / samples);

/** Decodes a piece of MP3 with a decoder of its own; nothing is cut off at its ends. */
export async function decoded(bytes: Uint8Array): Promise<Float32Array> {
	const decoder = new MPEGDecoder({ enableGapless: false });
	await decoder.ready;
	const { channelData } = decoder.decode(bytes);
	decoder.free();
	return channelData[0] ?? new Float32Array();
}

export async function listenTo(track: Blob): Promise<Listened> {
	const decoder = new MPEGDecoder({ enableGapless: false });
	await decoder.ready;
	const bytes = new Uint8Array(await track.arrayBuffer());
	const ear = new Ear();
	let errors = 0;
	for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
		const { channelData, errors: found } = decoder.decode(bytes.subarray(at, at + CHUNK_BYTES));
		errors += found.length;
		ear.hear(channelData[0] ?? new Float32Array());
	}
	decoder.free();
	const { energies } = ear;
	const levels = energies.slice(0, Math.max(0, energies.length - 3)).map((_, n) =>
		decibels(
			energies.slice(n, n + 4).reduce((sum, energy) => sum + energy, 0),
			4 * PIECE
		)
	);
	return { samples: ear.samples, onsets: ear.onsets, levels, errors };
}

/** Where the second of `levels[n]` begins. */
export const levelAtMs = (n: number): number => n * PIECE_MS;
