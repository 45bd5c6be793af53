import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TestSample } from '#lib/domain/phone-test.ts';
import { PhoneTestRun } from '#lib/track/phone-test-run.ts';
import type { PocketPlayer } from '#lib/track/pocket-player.ts';

/** A player whose first source does not play; whether the second does, is seen later. */
const fake = {
	source: 'blob',
	track: { leadMs: 1000, totalMs: 90_000 },
	positionMs: 0,
	plays: true,
	reading: () => ({ positionMs: fake.positionMs, part: fake.positionMs >= 90_000 ? 'tail' : 'session' }),
	play: () => Promise.resolve(fake.plays),
	unload: () => {}
};
let now = 0;
let over: (readonly TestSample[] | null)[] = [];
const begin = () => {
	const run = new PhoneTestRun(
		fake as unknown as PocketPlayer,
		() => now,
		(samples) => over.push(samples)
	);
	return run.start();
};
const pass = (ms: number) => {
	now += ms;
	return vi.advanceTimersByTimeAsync(1000);
};

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
	Object.assign(fake, { source: 'blob', positionMs: 0, plays: true });
	[now, over] = [0, []];
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('ends as refused when no source plays after all', async () => {
	expect(await begin()).toBe(true);
	await pass(1000);
	expect(over).toEqual([]);
	fake.source = 'unavailable';
	await pass(1000);
	await pass(1000);
	expect(over).toEqual([null]);
});

test('hands over its samples at the end of the track, or when that is long over', async () => {
	await begin();
	fake.positionMs = 90_000;
	await pass(1000);
	expect(over.map((samples) => samples?.length)).toEqual([2]);
	fake.positionMs = 0;
	await begin();
	await pass(100_000);
	expect(over.map((samples) => samples?.length)).toEqual([2, 2]);
});

test('a device that refuses at once is not asked any further', async () => {
	fake.plays = false;
	expect(await begin()).toBe(false);
	fake.source = 'unavailable';
	await pass(1000);
	expect(over).toEqual([]);
});
