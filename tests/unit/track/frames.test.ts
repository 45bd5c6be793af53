import { describe, expect, test } from 'vitest';
import { DELAY_MS, faultOf, FRAME_BYTES, frameCount, framesOfFile } from '#lib/track/frames.ts';
import { CLIPS, fileOf, FLOOR } from '../../support/track/clips.ts';
import { decoded } from '../../support/track/listen.ts';

const changed = (at: number, to: number): Uint8Array => {
	const bytes = CLIPS.beep.slice();
	bytes[at] = to;
	return bytes;
};

describe('frames', () => {
	test('are read from a file as they are', () => {
		const read = framesOfFile(fileOf('beep'));
		expect(read).toEqual({ ok: true, value: CLIPS.beep });
		expect(frameCount(CLIPS.beep)).toBe(fileOf('beep').byteLength / FRAME_BYTES);
	});

	test('are read without the tag in front of them', () => {
		const tag = [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 1, 2, ...Array.from({ length: 130 }, () => 7)];
		expect(framesOfFile(new Uint8Array([...tag, ...CLIPS.click]).buffer)).toEqual({ ok: true, value: CLIPS.click });
	});

	test('are refused when they are not ours', () => {
		expect(faultOf(new Uint8Array())).toBe('empty');
		expect(faultOf(CLIPS.beep.subarray(0, 100))).toBe('torn');
		expect(faultOf(changed(FRAME_BYTES, 0xfe))).toBe('format');
		expect(faultOf(changed(FRAME_BYTES + 1, 0xf2)), 'a checksum').toBe('format');
		expect(faultOf(changed(2, 0x54)), '40 kbit/s').toBe('format');
		expect(faultOf(changed(2, 0x46)), 'padding').toBe('format');
		expect(faultOf(changed(3, 0x04)), 'two channels').toBe('format');
		expect(faultOf(changed(FRAME_BYTES + 4, 1)), 'data of an earlier frame').toBe('reservoir');
		expect(framesOfFile(new ArrayBuffer(0))).toEqual({ ok: false, error: 'empty' });
		expect(faultOf(FLOOR)).toBeNull();
	});

	test('are heard 1105 samples after their first byte', async () => {
		const samples = await decoded(CLIPS.beep);
		// The beep is a sine of 880 Hz: correlate with one that begins at each possible sample.
		const at = (start: number) => {
			let sum = 0;
			for (let n = 0; n < 2400; n++) sum += Math.sin((2 * Math.PI * 880 * n) / 24_000) * (samples[start + n] ?? 0);
			return sum;
		};
		const period = 24_000 / 880;
		const nearby = Array.from({ length: Math.ceil(period) }, (_, n) => Math.round(1105 - period / 2) + n);
		const best = nearby.reduce((a, b) => (at(b) > at(a) ? b : a));
		expect(Math.abs(best - DELAY_MS * 24)).toBeLessThanOrEqual(1);
		const before = samples.subarray(0, 1105 - 240);
		expect(Math.max(...before.map(Math.abs))).toBeLessThan(0.05);
		expect(Math.max(...samples.subarray(1105, 1105 + 480).map(Math.abs))).toBeGreaterThan(0.3);
	});
});
