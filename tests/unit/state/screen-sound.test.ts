// The sound while the screen is on, on an audio clock that the test turns: it rests when nothing is left to be heard.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createChime } from '#lib/audio/chime.ts';
import { readyPlayer, type Player } from '#lib/domain/player.ts';
import { ScreenSound } from '#lib/state/screen-sound.ts';
import { EMPTY_SHELF } from '#lib/state/voice-shelf.ts';
import { aTimeline } from '../../support/builders.ts';
import { FakeAudioContext } from '../audio/fake-audio-context.ts';

const timeline = aTimeline(10, 15);
const settings = { soundMode: 'music' as const, vibration: false };
const vibration = { isSupported: false, vibrate: () => false, stop: () => {} };
const chime = createChime();
const soundOf = () =>
	new ScreenSound(
		{ chime, vibration, shelf: EMPTY_SHELF, heard: (player) => player.timeline },
		() => settings,
		timeline,
		{ onunsaid: () => {} }
	);
const context = () => FakeAudioContext.made.at(-1)!;
const at = (positionMs: number): Player => ({ ...readyPlayer(timeline), status: 'playing', positionMs, anchorAt: 0 });

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('AudioContext', FakeAudioContext);
	vi.stubGlobal('navigator', {});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

async function playingTo(positionMs: number) {
	const sound = soundOf();
	sound.start();
	await vi.advanceTimersByTimeAsync(0);
	sound.follow(at(positionMs), 0, false);
	return sound;
}

test('after a whole session the last sounds ring out, then the audio clock rests', async () => {
	const sound = await playingTo(24_900);
	const planned = context().beginningsMs;
	expect(planned.length).toBeGreaterThan(0);
	sound.finish(true);
	await vi.advanceTimersByTimeAsync(5000);
	expect([context().state, context().beginningsMs]).toEqual(['running', planned]);
	await vi.advanceTimersByTimeAsync(5000);
	expect(context().state).toBe('suspended');
});

test('who begins again at once is heard: the session before puts nothing to rest', async () => {
	const before = await playingTo(24_900);
	before.finish(true);
	await vi.advanceTimersByTimeAsync(3000);
	// As SoundMaker does it.
	before.leave();
	await playingTo(0);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(context().state).toBe('running');
});

test('one that is left, or ended early, rests too', async () => {
	const left = await playingTo(0);
	left.leave();
	await vi.advanceTimersByTimeAsync(1000);
	expect(context().state).toBe('suspended');
	const ended = await playingTo(0);
	expect(context().state).toBe('running');
	ended.finish(false);
	context().currentTime += 5;
	await vi.advanceTimersByTimeAsync(5000);
	expect(context().state).toBe('suspended');
});
