// The session being done, with a clock, a storage and a sound that the test holds in its hands.

import { describe, expect, test } from 'vitest';
import { summaryOf } from '#lib/domain/history.ts';
import type { RunningSession, SessionRecord } from '#lib/domain/record.ts';
import { failed, ok } from '#lib/domain/result.ts';
import type { CueKind } from '#lib/domain/cue.ts';
import type { Player } from '#lib/domain/player.ts';
import { createForgetfulKeeper, type Keeper, type Written } from '#lib/state/keeper.ts';
import { SessionPlayer } from '#lib/state/session-player.svelte.ts';
import type { SessionSound } from '#lib/state/session-sound.ts';
import { emptySnapshot } from '#lib/storage/migrations.ts';
import { aSessionOf, NOON } from '../../support/builders.ts';

const settled = () => new Promise((done) => setTimeout(done, 0));

/** A warm-up of five minutes, a run and a walk: half an hour. */
const SESSION = aSessionOf(300, 600, 900);

class Storage {
	/** Writes wait until the test lets them through. */
	waits = false;
	refuses = false;
	beats = 0;
	log: RunningSession['log'] = [];
	#waiting: (() => void)[] = [];

	keeper(): Keeper {
		const write = async ({ log }: RunningSession | SessionRecord): Promise<Written> => {
			if (this.waits) await new Promise<void>((done) => this.#waiting.push(done));
			if (this.refuses) return failed({ type: 'unknown', cause: null });
			this.log = log;
			return ok(undefined);
		};
		const beat = () => {
			this.beats += 1;
			return Promise.resolve(ok(undefined));
		};
		return { ...createForgetfulKeeper(emptySnapshot()), saveEvent: write, finishSession: write, beat };
	}
	async letThrough(): Promise<void> {
		this.waits = false;
		this.#waiting.splice(0).forEach((done) => done());
		await settled();
	}
}

class Sound implements SessionSound {
	mode = 'pocket' as const;
	runs = true;
	/** Where the track is; null: it knows no better than the wall clock. */
	trackMs: number | null = null;
	vibrated: CueKind[] = [];
	followed: Player['status'][] = [];
	finished: boolean | null = null;
	#clock: () => number | null;
	constructor(clock: () => number | null) {
		this.#clock = clock;
	}
	start() {}
	resume() {}
	goOn() {}
	pause() {
		this.runs = false;
	}
	hush() {}
	follow(player: Player) {
		this.followed.push(player.status);
	}
	announce() {}
	vibrate(kind: CueKind) {
		this.vibrated.push(kind);
	}
	clockMs = () => (this.runs ? this.#clock() : null);
	positionMs = () => (this.runs ? this.trackMs : null);
	standsAtMs = () => this.trackMs;
	learn() {}
	finish(complete: boolean) {
		this.finished = complete;
	}
	leave() {}
}

async function begun() {
	let now = NOON;
	let tick = () => {};
	let delay = () => NaN;
	const storage = new Storage();
	const sound = new Sound(() => now - NOON);
	const finished: SessionRecord[] = [];
	const player = new SessionPlayer({ id: 'r', on: '2026-11-02', session: SESSION, log: [] }, sound, {
		keeper: storage.keeper(),
		clock: { now: () => now, today: () => '2026-11-02', dayOf: () => '2026-11-02', newId: () => 'x' },
		ticker: {
			start: (onTick, nextDelayMs) => ([tick, delay] = [onTick, nextDelayMs]),
			poke: () => {},
			stop: () => (tick = () => {})
		},
		wakeLock: { request: () => Promise.resolve(true), release: () => {}, onchange: () => {} },
		onfinish: (record) => finished.push(record),
		ontrouble: () => {}
	});
	player.start();
	await settled();
	/** Ticks each second until so many seconds of the session are over. */
	const playTo = async (seconds: number) => {
		for (const until = NOON + 5000 + seconds * 1000; now < until;) {
			now += Math.min(1000, until - now);
			tick();
		}
		await settled();
	};
	const rig = { player, storage, sound, finished, playTo, tick: () => tick(), delay: () => delay() };
	/** Nothing runs for so many seconds, no page and no sound. */
	const standStill = (seconds: number) => {
		now += seconds * 1000;
		sound.runs = false;
	};
	const pass = (seconds: number) => (now += seconds * 1000);
	const summary = () => summaryOf({ session: SESSION, log: storage.log });
	return { ...rig, standStill, pass, summary, now: () => now };
}

describe('a silence longer than the rest of the session', () => {
	test.each([false, true])('"I stopped" goes on where it was; storage refuses: %s', async (refuses) => {
		const rig = await begun();
		await rig.playTo(295);
		rig.standStill(3600);
		rig.tick();
		expect(rig.player.gap?.why).toBe('silent');
		rig.storage.waits = true;
		rig.storage.refuses = refuses;
		rig.sound.vibrated = [];
		rig.player.dropGap();
		for (let n = 0; n < 5; n++) {
			rig.pass(1);
			rig.tick();
		}
		await rig.storage.letThrough();
		rig.tick();
		await settled();
		expect([rig.player.status, rig.player.gap, rig.finished]).toEqual(['playing', null, []]);
		expect(rig.player.positionMs).toBeGreaterThanOrEqual(295_000);
		expect(rig.player.positionMs).toBeLessThan(300_000);
		expect(rig.sound.vibrated).toEqual([]);
		rig.player.end();
		await settled();
		expect([rig.player.status, rig.sound.finished]).toEqual(['finished', false]);
		if (!refuses) expect(rig.summary()).toMatchObject({ complete: false });
	});

	test('"I kept going" ends it, and nothing vibrates for what was jumped over', async () => {
		const rig = await begun();
		await rig.playTo(295);
		rig.standStill(3600);
		rig.tick();
		rig.sound.vibrated = [];
		rig.storage.waits = true;
		rig.player.keepGap();
		rig.pass(1);
		rig.tick();
		await rig.storage.letThrough();
		rig.tick();
		await settled();
		expect([rig.player.status, rig.sound.finished]).toEqual(['finished', true]);
		expect(rig.sound.vibrated).toEqual([]);
	});

	test('is looked at once a second while it is not answered', async () => {
		const rig = await begun();
		await rig.playTo(295);
		rig.standStill(3600);
		rig.tick();
		expect(rig.delay()).toBe(1000);
		rig.storage.waits = true;
		rig.player.dropGap();
		expect(rig.delay()).toBe(1000);
		await rig.storage.letThrough();
	});
});

test('a pause that is kept slowly near the end is a pause', async () => {
	const rig = await begun();
	await rig.playTo(1799);
	rig.storage.waits = true;
	rig.player.pause();
	rig.pass(2);
	rig.tick();
	await rig.storage.letThrough();
	expect([rig.player.status, rig.player.positionMs]).toEqual(['paused', 1_799_000]);
});

describe('a stop from outside that the page hears of late', () => {
	async function stoppedLate() {
		const rig = await begun();
		await rig.playTo(60);
		// The track went on for two seconds more, then both stood still.
		rig.sound.trackMs = 62_000;
		rig.standStill(900);
		rig.player.stoppedFromOutside();
		await settled();
		return rig;
	}

	test('counts as heard what the track has played', async () => {
		const rig = await stoppedLate();
		expect([rig.player.status, rig.player.positionMs, rig.summary().playedMs]).toEqual(['paused', 62_000, 62_000]);
		expect(rig.player.gap).toMatchObject({ why: 'stopped', sinceAt: NOON + 67_000, untilAt: rig.now() });
	});

	test('"I kept going" counts the rest as unheard', async () => {
		const rig = await stoppedLate();
		rig.player.keepGap();
		await settled();
		expect(rig.summary()).toMatchObject({ playedMs: 960_000, unheardMs: 898_000 });
	});

	test('may be answered before storage has taken it', async () => {
		for (const [answer, status] of [
			['dropGap', 'playing'],
			['keepGap', 'playing']
		] as const) {
			const rig = await begun();
			await rig.playTo(60);
			rig.storage.waits = true;
			rig.standStill(30);
			rig.player.stoppedFromOutside();
			rig.player[answer]();
			await rig.storage.letThrough();
			await settled();
			expect([answer, rig.player.status, rig.player.gap]).toEqual([answer, status, null]);
		}
	});

	test('longer than the rest of the session counts no more than was heard', async () => {
		const rig = await begun();
		await rig.playTo(60);
		rig.sound.trackMs = 62_000;
		rig.standStill(7200);
		rig.player.stoppedFromOutside();
		await settled();
		expect(rig.summary()).toMatchObject({ playedMs: 62_000, complete: false });
	});

	test('in time, or from a sound that knows no better, is taken for now', async () => {
		const rig = await begun();
		await rig.playTo(60);
		rig.pass(0.5);
		rig.player.stoppedFromOutside();
		await settled();
		expect([rig.player.positionMs, rig.player.gap?.sinceAt]).toEqual([60_500, rig.now()]);
	});
});

describe('after a silence', () => {
	test('the first word of the track does not answer for it: it is asked', async () => {
		const rig = await begun();
		await rig.playTo(60);
		rig.pass(600);
		rig.sound.runs = false;
		rig.sound.trackMs = 61_000;
		rig.sound.runs = true;
		rig.sound.clockMs = () => 61_000;
		rig.player.keepPace();
		await settled();
		expect(rig.storage.log.map(({ type }) => type)).toEqual(['started']);
		rig.tick();
		expect(rig.player.gap).toMatchObject({ why: 'silent', sinceAt: NOON + 65_000 });
	});

	test('a pause asks first', async () => {
		const rig = await begun();
		await rig.playTo(60);
		rig.standStill(600);
		rig.player.pause();
		await settled();
		expect([rig.player.status, rig.player.gap?.why]).toEqual(['playing', 'silent']);
	});
});

test('the sound is told of a skip in a pause, and of nothing when it is over', async () => {
	const rig = await begun();
	await rig.playTo(60);
	rig.player.pause();
	await settled();
	rig.sound.followed = [];
	rig.player.skip();
	await settled();
	expect(rig.sound.followed).toEqual(['paused']);
	rig.player.end();
	await settled();
	expect(rig.sound.followed).toEqual(['paused']);
});
