import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createChime } from '#lib/audio/chime.ts';
import type { PlannedSound } from '#lib/audio/sound-plan.ts';
import { FakeAudioContext } from './fake-audio-context.ts';

const count = (key: string, inMs: number): PlannedSound => ({ key, sound: 'count', inMs });
const context = () => FakeAudioContext.made.at(-1)!;
const settled = () => vi.advanceTimersByTimeAsync(0);

async function unlocked() {
	const chime = createChime();
	chime.unlock();
	await settled();
	return chime;
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('AudioContext', FakeAudioContext);
	vi.stubGlobal('navigator', {});
	FakeAudioContext.made = [];
	FakeAudioContext.allows = true;
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('the chime before its tap', () => {
	test('asks nothing of the device and says so', () => {
		const chime = createChime();
		expect([chime.state, chime.play('up'), chime.plan([count('a', 100)]), chime.clockMs()]).toEqual([
			'none',
			false,
			false,
			null
		]);
		chime.cancel();
		chime.suspend();
		chime.close();
		expect(FakeAudioContext.made).toEqual([]);
	});

	test('stays silent for ever where there is no Web Audio, and where it is refused', async () => {
		vi.stubGlobal('AudioContext', undefined);
		expect((await unlocked()).play('up')).toBe(false);
		vi.stubGlobal(
			'AudioContext',
			class {
				constructor() {
					throw new DOMException('none left', 'NotSupportedError');
				}
			}
		);
		expect((await unlocked()).state).toBe('none');
	});
});

describe('the unlocking tap', () => {
	test('makes one context, plays a silent buffer in it and lets music go on', async () => {
		const audioSession = { type: 'auto' };
		vi.stubGlobal('navigator', { audioSession });
		const chime = await unlocked();
		chime.unlock();
		expect(FakeAudioContext.made).toHaveLength(1);
		expect([chime.state, context().silentBuffers, audioSession.type]).toEqual(['running', 1, 'transient']);
	});

	test('says at each tap that music may go on, also after a track has said otherwise', async () => {
		const audioSession = { type: 'auto' };
		vi.stubGlobal('navigator', { audioSession });
		const chime = await unlocked();
		audioSession.type = 'playback';
		chime.unlock();
		expect([audioSession.type, context().silentBuffers]).toEqual(['transient', 1]);
	});

	test('lets be scheduled what the same tap asks for, before the clock runs', async () => {
		const chime = createChime();
		chime.unlock();
		expect(chime.clockMs()).toBe(null);
		expect([chime.play('count'), chime.plan([count('a', 1000)])]).toEqual([true, true]);
		await settled();
		expect(context().beginningsMs).toEqual([5, 1000]);
	});

	test('takes back what it scheduled when the clock does not run after a second', async () => {
		FakeAudioContext.allows = null;
		const chime = createChime();
		chime.unlock();
		chime.plan([count('a', 5000)]);
		await vi.advanceTimersByTimeAsync(1000);
		expect(context().beginningsMs).toEqual([]);
		expect(chime.play('count')).toBe(false);
	});

	test('can be refused and is no error', async () => {
		FakeAudioContext.allows = false;
		expect((await unlocked()).state).toBe('suspended');
	});
});

describe('the plan on the audio clock', () => {
	test('puts each sound at its moment, sine and octave in one wave', async () => {
		const chime = await unlocked();
		context().currentTime = 10;
		chime.plan([{ key: 'up', sound: 'up', inMs: 2000 }]);
		expect(context().beginningsMs).toEqual([12_000, 12_090, 12_180]);
		const [first] = context().oscillators;
		expect(first!.frequency.calls).toEqual([['set', 587, 12]]);
		expect(first!.stopsAt).toBeCloseTo(12.45);
		expect(first!.wave!.imag[2]).toBeCloseTo(0.1995, 4);
		expect(first!.wave!.constraints).toEqual({ disableNormalization: true });
	});

	test('swells in 6 ms and fades until the note ends', async () => {
		const chime = await unlocked();
		chime.plan([count('a', 1000)]);
		const swell = context().gains.at(-1)!.gain;
		expect(swell.calls.map(([name, , at]) => [name, Math.round(at * 1000)])).toEqual([
			['set', 1000],
			['linear', 1006],
			['exponential', 1120]
		]);
		expect(swell.calls[2]![1]).toBeCloseTo(swell.calls[1]![1] / 1000);
	});

	test('does nothing twice when it is repeated at each tick', async () => {
		const chime = await unlocked();
		for (let second = 0; second < 5; second += 1) {
			context().currentTime = second + 0.01 * (second % 2);
			chime.plan([count('a', 10_000 - 1000 * second), count('b', 11_000 - 1000 * second)]);
		}
		expect(context().oscillators).toHaveLength(2);
	});

	test('moves a sound once the clocks have drifted apart, and sounds it once', async () => {
		const chime = await unlocked();
		chime.plan([count('a', 10_000)]);
		context().currentTime = 5;
		chime.plan([count('a', 5030)]);
		expect(context().beginningsMs).toEqual([10_030]);
	});

	test('takes back what is missing, but lets ring what has begun', async () => {
		const chime = await unlocked();
		chime.plan([count('a', 1000), count('b', 2000)]);
		context().currentTime = 1.05;
		chime.plan([]);
		expect(context().beginningsMs).toEqual([1000]);
		expect(context().gains.filter((gain) => gain.isConnected)).toHaveLength(2);
	});

	test('sounds what has come due while its clock is a little behind, unless something jumped', async () => {
		const chime = await unlocked();
		chime.plan([count('a', 1000), count('b', 2000)]);
		context().currentTime = 0.98;
		chime.plan([count('b', 1000)], true);
		expect(context().beginningsMs).toEqual([1000, 2000]);
		chime.plan([], false);
		expect(context().beginningsMs).toEqual([1000]);
	});

	test('is taken back whole by cancel and by close', async () => {
		for (const act of ['cancel', 'close'] as const) {
			const chime = await unlocked();
			chime.plan([count('a', 1000), count('b', 2000)]);
			chime[act]();
			expect(context().beginningsMs).toEqual([]);
		}
	});

	test('gives the nodes of a note back when it has ended', async () => {
		const chime = await unlocked();
		chime.play('count');
		const swell = context().gains.at(-1)!;
		expect(swell.isConnected).toBe(true);
		context().oscillators[0]!.end();
		expect(swell.isConnected).toBe(false);
	});
});

describe('the moods of the device', () => {
	test('a call takes back what was planned, so that nothing sounds late, and the plan asks for the sound back', async () => {
		const chime = await unlocked();
		chime.plan([count('a', 5000)]);
		FakeAudioContext.allows = false;
		context().turn('interrupted');
		expect([chime.state, chime.clockMs(), context().beginningsMs]).toEqual(['interrupted', null, []]);
		expect(chime.plan([count('a', 4000)])).toBe(false);
		await settled();
		FakeAudioContext.allows = true;
		chime.plan([count('a', 3000)]);
		await settled();
		expect(chime.plan([count('a', 2000)])).toBe(true);
		expect(context().beginningsMs).toEqual([2000]);
	});

	test('an empty plan leaves a sound that was taken away where it is', async () => {
		const chime = await unlocked();
		context().turn('interrupted');
		chime.plan([]);
		await settled();
		expect(chime.state).toBe('interrupted');
	});

	test('a pause lets its own sound ring out before the clock sleeps', async () => {
		const chime = await unlocked();
		chime.play('pause');
		chime.suspend();
		await vi.advanceTimersByTimeAsync(424);
		expect(chime.state).toBe('running');
		await vi.advanceTimersByTimeAsync(2);
		expect(chime.state).toBe('suspended');
	});

	test('asleep it neither plays nor plans nor wakes by itself; the next tap wakes it', async () => {
		const chime = await unlocked();
		chime.suspend();
		expect([chime.play('up'), chime.plan([count('a', 1000)])]).toEqual([false, false]);
		await vi.advanceTimersByTimeAsync(5000);
		chime.plan([count('a', 1000)]);
		await settled();
		expect([chime.state, context().oscillators.length]).toEqual(['suspended', 0]);
		chime.unlock();
		await settled();
		expect([chime.state, chime.play('resume')]).toEqual(['running', true]);
	});

	test('a tap right after a pause keeps the clock awake', async () => {
		const chime = await unlocked();
		chime.suspend();
		chime.unlock();
		await vi.advanceTimersByTimeAsync(5000);
		expect(chime.state).toBe('running');
	});

	test('after close a tap begins with a new context', async () => {
		const chime = await unlocked();
		chime.close();
		expect(chime.state).toBe('none');
		chime.unlock();
		await settled();
		expect([FakeAudioContext.made.length, chime.play('up')]).toEqual([2, true]);
	});

	test('the level is kept from before the tap and counts in decibels', async () => {
		const chime = createChime();
		chime.setLevel(2);
		chime.unlock();
		expect(context().gains[0]!.gain.value).toBeCloseTo(1.2589, 4);
		chime.setLevel(0);
		expect(context().gains[0]!.gain.value).toBe(1);
	});
});
