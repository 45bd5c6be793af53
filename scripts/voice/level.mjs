// How loud a clip is, as the ear takes it: measured where it sounds, not in its pauses.

/** Windows of this length are judged as a whole. */
const WINDOW_SECONDS = 0.02;
/** What lies this far below the loudest window is a pause or a fading end, and does not count. */
const GATE_DB = 20;

/** @param {number} ratio */
export const decibels = (ratio) => 20 * Math.log10(Math.max(ratio, 1e-9));

/** @param {number} db */
export const ratioOf = (db) => 10 ** (db / 20);

/** @param {Float32Array} samples */
export const peakDb = (samples) => {
	let peak = 0;
	for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
	return decibels(peak);
};

/**
 * RMS in dBFS over all samples from `from` to `to`.
 * @param {Float32Array} samples
 */
export function rmsDb(samples, from = 0, to = samples.length) {
	let sum = 0;
	for (let n = from; n < to; n += 1) sum += (samples[n] ?? 0) ** 2;
	return decibels(Math.sqrt(sum / Math.max(1, to - from)));
}

/**
 * RMS in dBFS over the windows in which something sounds.
 * @param {Float32Array} samples
 * @param {number} rateHz
 */
export function gatedRmsDb(samples, rateHz) {
	const size = Math.round(WINDOW_SECONDS * rateHz);
	const levels = [];
	for (let from = 0; from + size <= samples.length; from += size) levels.push(rmsDb(samples, from, from + size));
	const gate = Math.max(...levels) - GATE_DB;
	const powers = levels.filter((level) => level >= gate).map((level) => 10 ** (level / 10));
	return 10 * Math.log10(powers.reduce((sum, power) => sum + power, 0) / powers.length);
}

/** @param {readonly number[]} values */
export function medianOf(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
