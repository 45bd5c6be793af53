import { describe, expect, test } from 'vitest';
import { StallWatch } from '#lib/track/stall.ts';

/** Checks once a second; `trackAt` says where the track stands after so many seconds. */
function watched(seconds: number, trackAt: (second: number) => number): (number | null)[] {
	const watch = new StallWatch();
	watch.begin(0, trackAt(0));
	return Array.from({ length: seconds }, (_, n) => watch.check((n + 1) * 1000, trackAt(n + 1)));
}
const found = (checks: readonly (number | null)[]) =>
	checks.flatMap((lostMs, n) => (lostMs === null ? [] : [[n + 1, Math.round(lostMs)]]));

describe('a track that stands still', () => {
	test('is told once, within three seconds', () => {
		expect(found(watched(60, (second) => Math.min(second, 20) * 1000))).toEqual([[22, 2000]]);
	});

	test('is told again when it stands still again', () => {
		const twice = (second: number) =>
			(second <= 10 ? second : second <= 20 ? 10 : second <= 30 ? second - 10 : 20) * 1000;
		expect(found(watched(50, twice)).map(([second]) => second)).toEqual([12, 32]);
	});

	test('is not seen in two clocks that part slowly', () => {
		expect(found(watched(3600, (second) => second * 997))).toEqual([]);
		expect(found(watched(3600, (second) => second * 1003))).toEqual([]);
	});

	test('is seen at once by a page that did not run meanwhile, with all that was lost', () => {
		const watch = new StallWatch();
		watch.begin(0, 5000);
		expect(watch.check(1000, 6000)).toBeNull();
		expect(watch.check(301_000, 9000)).toBe(297_000);
	});

	test('is none in a pause', () => {
		const watch = new StallWatch();
		watch.begin(0, 0);
		watch.end();
		expect(watch.check(60_000, 0)).toBeNull();
	});
});
