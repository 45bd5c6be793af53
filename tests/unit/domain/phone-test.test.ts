import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	browserOf,
	isCurrent,
	measureOf,
	phoneTestOf,
	recommendationOf,
	testCueTimes,
	TEST_MS,
	type HeardCues,
	type SoundMode,
	type TestSample
} from '#lib/domain/phone-test.ts';
import { law } from '../../support/runs.ts';
import { day } from '../../support/builders.ts';

const NOON = 1_790_000_000_000;
/** One sample a second: shown for `shownSeconds`, then hidden; the track stands still from `standsFrom` on. */
const samplesOf = (shownSeconds: number, standsFrom = Infinity, jumpTo?: number): TestSample[] =>
	Array.from({ length: 91 }, (_, n) => ({
		at: NOON + n * 1000,
		positionMs: Math.min(n, jumpTo !== undefined && n === 90 ? jumpTo : standsFrom) * 1000,
		hidden: n >= shownSeconds && n < 90
	}));
const CHROME = 'Chrome 156';
const NEEDS_LOOKING: Record<SoundMode, number> = { pocket: 0, music: 1, quiet: 2 };
const heardCues = fc.constantFrom<HeardCues>(0, 1, 2, 3);

describe('the test of a phone', () => {
	test('recommends the pocket when the track kept up and all was heard', () => {
		expect(phoneTestOf(samplesOf(10), 3, CHROME, day(0))).toEqual({
			hiddenMs: 80_000,
			lostMs: 0,
			heard: 3,
			mode: 'pocket',
			reason: 'allWell',
			browser: CHROME,
			on: day(0)
		});
	});

	test('does not believe in a lock of a few seconds', () => {
		expect(phoneTestOf(samplesOf(60), 3, CHROME, day(0))).toMatchObject({ mode: 'music', reason: 'notLocked' });
	});

	test('sees a track that was frozen, though the page noticed nothing meanwhile', () => {
		const frozen = samplesOf(10, 38).filter((_, n) => n <= 38 || n === 90);
		expect(measureOf(frozen)).toEqual({ hiddenMs: 80_000, lostMs: 52_000 });
		expect(phoneTestOf(frozen, 1, CHROME, day(0))).toMatchObject({ mode: 'music', reason: 'stoodStill' });
		expect(phoneTestOf(frozen, 0, CHROME, day(0))).toMatchObject({ mode: 'quiet', reason: 'stoodStill' });
	});

	test('takes nobody for late who unlocks the phone long after the end', () => {
		const late = [...samplesOf(10).slice(0, 60), { at: NOON + 400_000, positionMs: TEST_MS, hidden: false }];
		expect(measureOf(late)).toEqual({ hiddenMs: 390_000, lostMs: 0 });
	});

	test('believes the ear when the clocks are content', () => {
		expect(phoneTestOf(samplesOf(5), 2, CHROME, day(0))).toMatchObject({ mode: 'music', reason: 'someUnheard' });
		expect(phoneTestOf(samplesOf(5), 0, CHROME, day(0))).toMatchObject({ mode: 'quiet', reason: 'noneHeard' });
	});

	test('is old when the browser is newer', () => {
		const done = phoneTestOf(samplesOf(5), 3, CHROME, day(0));
		expect([isCurrent(done, CHROME), isCurrent(done, 'Chrome 157')]).toEqual([true, false]);
	});

	test('names browsers by what their makers put first', () => {
		const safari =
			'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Mobile/15E148 Safari/604.1';
		const android =
			'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36';
		const samsung =
			'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36';
		const firefox = 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0';
		expect([safari, android, samsung, firefox, 'Lynx'].map(browserOf)).toEqual([
			'Safari 18, iOS 18.4',
			'Chrome 156',
			'SamsungBrowser 28',
			'Firefox 145',
			'Lynx'
		]);
	});

	law(
		'phone: its three cues stand apart, in order, and leave time to lock and to hear them out',
		fc.property(
			fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 3, maxLength: 3 }),
			(picks) => {
				const left = [...picks];
				const times = testCueTimes(() => left.shift() ?? 0);
				expect(times).toHaveLength(3);
				const [first = 0, second = 0, third = 0] = times;
				expect(first).toBeGreaterThanOrEqual(15_000);
				expect(second - first).toBeGreaterThanOrEqual(10_000);
				expect(third - second).toBeGreaterThanOrEqual(10_000);
				expect(third).toBeLessThanOrEqual(TEST_MS - 5000);
			}
		)
	);

	law(
		'phone: hearing more or losing less never leads to a mode that needs more looking',
		fc.property(
			fc.record({ hiddenMs: fc.integer({ min: 0, max: 90_000 }), lostMs: fc.integer({ min: 0, max: 90_000 }) }),
			heardCues,
			heardCues,
			fc.integer({ min: 0, max: 90_000 }),
			(measure, a, b, gainMs) => {
				const [less, more] = a <= b ? [a, b] : [b, a];
				const worse = recommendationOf(measure, less)[0];
				const better = recommendationOf({ ...measure, lostMs: Math.max(0, measure.lostMs - gainMs) }, more)[0];
				expect(NEEDS_LOOKING[better]).toBeLessThanOrEqual(NEEDS_LOOKING[worse]);
			}
		)
	);
});
