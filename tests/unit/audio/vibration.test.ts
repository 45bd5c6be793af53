import { afterEach, describe, expect, test, vi } from 'vitest';
import { createVibration, PATTERNS } from '#lib/audio/vibration.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the vibration', () => {
	test('is one long for up, two short for down, long-short-long for the finish', () => {
		expect(PATTERNS.up).toEqual([400]);
		expect(PATTERNS.down).toEqual([120, 100, 120]);
		expect(PATTERNS.finish).toEqual([400, 120, 120, 120, 400]);
		expect(PATTERNS.three).toEqual([60]);
	});

	test('hands the pattern to the device and passes on its answer', () => {
		const vibrate = vi.fn(() => true);
		vi.stubGlobal('navigator', { vibrate });
		const vibration = createVibration();
		expect([vibration.isSupported, vibration.vibrate('halfWay')]).toEqual([true, true]);
		vibration.stop();
		expect(vibrate.mock.calls).toEqual([[[120, 80, 120]], [[]]]);
		vibrate.mockReturnValue(false);
		expect(vibration.vibrate('up')).toBe(false);
	});

	test('answers false where nothing vibrates or the device throws', () => {
		vi.stubGlobal('navigator', {});
		expect([createVibration().isSupported, createVibration().vibrate('up')]).toEqual([false, false]);
		vi.stubGlobal('navigator', {
			vibrate: () => {
				throw new TypeError('no');
			}
		});
		expect(createVibration().vibrate('up')).toBe(false);
	});
});
