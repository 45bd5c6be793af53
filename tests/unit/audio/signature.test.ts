import { describe, expect, test } from 'vitest';
import { lengthMsOf, OCTAVE_SHARE, PEAK, SIGNATURE, soundOf, swellAt, type SoundId } from '#lib/audio/signature.ts';
import type { Tone } from '#lib/domain/spoken.ts';

const SOUNDS = Object.keys(SIGNATURE) as SoundId[];
const notes = (sound: SoundId) => SIGNATURE[sound].map(({ frequencyHz, atMs }) => [frequencyHz, atMs]);
const lengths = (sound: SoundId) => SIGNATURE[sound].map(({ lengthMs }) => lengthMs);
const frequencies = (sound: SoundId) => SIGNATURE[sound].map(({ frequencyHz }) => frequencyHz);
const isRising = (values: number[]) => values.every((value, n) => n === 0 || value > values[n - 1]!);

/** The highest sample of a sound as the bell sounds it: sine and octave, all notes together. */
function peakOf(sound: SoundId, rateHz = 24_000): number {
	let peak = 0;
	for (let n = 0; n < (lengthMsOf(sound) / 1000) * rateHz; n += 1) {
		const ms = (n / rateHz) * 1000;
		const sample = SIGNATURE[sound].reduce((sum, note) => {
			const phase = 2 * Math.PI * note.frequencyHz * ((ms - note.atMs) / 1000);
			return sum + note.gain * swellAt(note, ms - note.atMs) * (Math.sin(phase) + OCTAVE_SHARE * Math.sin(2 * phase));
		}, 0);
		peak = Math.max(peak, Math.abs(sample));
	}
	return peak;
}

describe('the sound signature', () => {
	test('has the notes and moments of the table in DESIGN.md', () => {
		expect(Object.fromEntries(SOUNDS.map((sound) => [sound, notes(sound)]))).toEqual({
			count: [[587, 0]],
			up: [
				[587, 0],
				[880, 90],
				[1175, 180]
			],
			down: [
				[1175, 0],
				[880, 120],
				[587, 240]
			],
			halfWay: [
				[740, 0],
				[740, 180]
			],
			sideChange: [
				[880, 0],
				[740, 110],
				[880, 220]
			],
			pause: [
				[440, 0],
				[294, 120]
			],
			resume: [
				[294, 0],
				[440, 120]
			],
			finish: [
				[587, 0],
				[740, 140],
				[880, 280],
				[1175, 420]
			],
			lead: [[294, 0]]
		});
	});

	test('has the lengths of the table, and holds only the last note of the finish', () => {
		expect(Object.fromEntries(SOUNDS.map((sound) => [sound, lengths(sound).at(-1)]))).toEqual({
			count: 120,
			up: 450,
			down: 600,
			halfWay: 300,
			sideChange: 400,
			pause: 300,
			resume: 300,
			finish: 1600,
			lead: 250
		});
		expect(lengths('finish')).toEqual([450, 450, 450, 1600]);
	});

	test('rises before something harder and falls before something easier', () => {
		expect(isRising(frequencies('up'))).toBe(true);
		expect(isRising(frequencies('resume'))).toBe(true);
		expect(isRising(frequencies('finish'))).toBe(true);
		expect(isRising(frequencies('down').toReversed())).toBe(true);
		expect(isRising(frequencies('pause').toReversed())).toBe(true);
	});

	test.for(SOUNDS.filter((sound) => sound !== 'lead'))(
		'never rises above -10 dBFS, nor stays far below: %s',
		(sound) => {
			expect(PEAK).toBeCloseTo(0.3162, 4);
			expect(peakOf(sound)).toBeLessThanOrEqual(PEAK);
			expect(peakOf(sound)).toBeGreaterThan(PEAK * 10 ** (-2.5 / 20));
		}
	);

	test('leads into words softly, 12 dB below the others', () => {
		expect(20 * Math.log10(peakOf('lead') / peakOf('count'))).toBeCloseTo(-12, 0);
	});

	test('swells for 6 ms and then fades to a thousandth', () => {
		const note = { lengthMs: 450 };
		expect([0, 3, 6].map((ms) => swellAt(note, ms))).toEqual([0, 0.5, 1]);
		expect(swellAt(note, 449.999)).toBeCloseTo(0.001, 5);
		expect([-1, 450].map((ms) => swellAt(note, ms))).toEqual([0, 0]);
	});

	test('ends when its last note has faded', () => {
		expect(lengthMsOf('count')).toBe(120);
		expect(lengthMsOf('up')).toBe(630);
		expect(lengthMsOf('finish')).toBe(2020);
	});

	test('gives every kind of cue its sound', () => {
		const sounds: Record<Tone, SoundId> = {
			three: 'count',
			two: 'count',
			one: 'count',
			up: 'up',
			down: 'down',
			sideChange: 'sideChange',
			halfWay: 'halfWay',
			finish: 'finish',
			lead: 'lead'
		};
		for (const [tone, sound] of Object.entries(sounds)) expect(soundOf(tone as Tone)).toBe(sound);
	});
});
