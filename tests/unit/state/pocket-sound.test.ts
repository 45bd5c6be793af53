// The track of a session and its card on the lock screen, with a player of tracks that only remembers.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyEvent, positionAt, readyPlayer, type Player } from '#lib/domain/player.ts';
import type { SessionEvent } from '#lib/domain/session-log.ts';
import { PocketSound } from '#lib/state/pocket-sound.ts';
import { EMPTY_SHELF } from '#lib/state/voice-shelf.ts';
import type { Track } from '#lib/track/compose.ts';
import type { PocketPlayer } from '#lib/track/pocket-player.ts';
import { readPack } from '#lib/voice/pack.ts';
import { aTimeline } from '../../support/builders.ts';

const bytes = readFileSync(join('src/lib/voice/packs', 'tones.bin'));
const tones = readPack(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)).clips;
const TIMELINE = aTimeline(60, 120, 60);

/** Plays nothing; stands where it was sent. */
class FakePocket {
	isWanted = false;
	track: Track | null = null;
	positionMs = -5000;
	resumeMs: number | null = null;
	load(track: Track) {
		this.track = track;
	}
	play() {
		this.isWanted = true;
		return Promise.resolve(true);
	}
	pause() {
		this.isWanted = false;
	}
	seekTo(positionMs: number) {
		this.resumeMs = null;
		this.positionMs = positionMs;
	}
	resumeFrom(positionMs: number) {
		this.resumeMs = positionMs;
		return this.play();
	}
	aimAt(positionMs: number) {
		if (this.resumeMs !== null) this.resumeMs = positionMs;
	}
	reading() {
		const part = this.resumeMs !== null || this.positionMs < 0 ? 'getReady' : 'session';
		return {
			positionMs: this.resumeMs ?? Math.max(0, this.positionMs),
			at: 0,
			running: this.isWanted,
			part,
			readyMs: 0
		};
	}
	unload() {}
}

function begun() {
	const pocket = new FakePocket();
	const shown: string[] = [];
	const placed: number[] = [];
	const card = {
		show: ({ title }: { title: string }) => shown.push(title),
		place: () => placed.push(pocket.reading().positionMs),
		clear: () => {}
	};
	const sound = PocketSound.of(
		'r',
		TIMELINE,
		{
			pocket: pocket as unknown as PocketPlayer,
			card,
			vibration: { vibrate: () => true } as never,
			shelf: { ...EMPTY_SHELF, tones },
			now: () => 0,
			vibrates: () => false,
			isHidden: () => true,
			heard: ({ timeline }) => timeline,
			cardOf: ({ index }) => ({ title: `step ${index}`, artist: '', artwork: [] })
		},
		{ onunsaid: () => {} } as never
	)!;
	let player: Player = readyPlayer(TIMELINE);
	/** As the session player does it: folds, then has the sound follow. */
	const happens = (event: SessionEvent) => {
		player = applyEvent(player, event);
		sound.follow(player, event.at, false);
	};
	const tick = (at: number) => {
		if (player.status === 'playing') pocket.positionMs = positionAt(player, at);
		sound.follow(player, at, true);
	};
	sound.start();
	happens({ type: 'started', at: 0, readyMs: 5000 });
	return { sound, pocket, shown, placed, happens, tick, player: () => player };
}

test('after the get-ready the card is placed anew, once: until then it ran ahead', () => {
	const { placed, tick } = begun();
	tick(2000);
	expect(placed).toEqual([]);
	tick(5000);
	tick(6000);
	expect(placed).toEqual([0]);
});

test('a skip in a pause moves track and card, and going on counts down to there', () => {
	const { sound, pocket, shown, placed, happens, tick, player } = begun();
	tick(5000);
	tick(15_000);
	sound.pause();
	happens({ type: 'paused', at: 15_000 });
	happens({ type: 'skipped', at: 16_000 });
	expect([shown.at(-1), placed.at(-1), pocket.isWanted]).toEqual(['step 1', 60_000, false]);
	happens({ type: 'wentBack', at: 17_000 });
	expect([shown.at(-1), placed.at(-1)]).toEqual(['step 0', 0]);
	happens({ type: 'skipped', at: 18_000 });
	sound.resume(player());
	happens({ type: 'resumed', at: 19_000, readyMs: 3000 });
	expect([pocket.resumeMs, pocket.isWanted]).toEqual([60_000, true]);
});

test('a skip that is kept after the tap that goes on is where the 3-2-1 leads to', () => {
	const { sound, pocket, happens, tick, player } = begun();
	tick(5000);
	tick(15_000);
	sound.pause();
	happens({ type: 'paused', at: 15_000 });
	sound.resume(player());
	happens({ type: 'skipped', at: 16_000 });
	expect([pocket.resumeMs, pocket.isWanted]).toEqual([60_000, true]);
});

test('before it has begun nothing is followed: the get-ready of the track plays on', () => {
	const { sound, pocket } = begun();
	sound.follow(readyPlayer(TIMELINE), 0, false);
	expect(pocket.positionMs).toBe(-5000);
});

test('stands where it stands also when it gives no sound', () => {
	const { sound, pocket, tick } = begun();
	expect([sound.positionMs(), sound.standsAtMs()]).toEqual([null, 0]);
	tick(15_000);
	expect([sound.positionMs(), sound.standsAtMs()]).toEqual([10_000, 10_000]);
	pocket.isWanted = false;
	expect([sound.positionMs(), sound.standsAtMs()]).toEqual([null, 10_000]);
});
