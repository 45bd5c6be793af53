import { describe, expect, test } from 'vitest';
import {
	applyEvent,
	currentStep,
	endsAt,
	getReadyMsAt,
	playerOf,
	positionAt,
	readyPlayer,
	type Player
} from '#lib/domain/player.ts';
import type { SessionEvent, SessionLog } from '#lib/domain/session-log.ts';
import { NOON, aTimeline } from '../../support/builders.ts';

/** An event without its `at`, and the second after NOON at which it happens. */
type Without<E> = E extends SessionEvent ? Omit<E, 'at'> : never;
const at = (seconds: number): number => NOON + seconds * 1000;
const logged = (...events: readonly (readonly [number, Without<SessionEvent>])[]): SessionLog =>
	events.map(([seconds, event]) => ({ ...event, at: at(seconds) }));

const START = { type: 'started', readyMs: 0 } as const;
const PAUSE = { type: 'paused' } as const;
const RESUME = { type: 'resumed', readyMs: 0 } as const;
const SKIP = { type: 'skipped' } as const;
const BACK = { type: 'wentBack' } as const;

/** Warm up 10 s, run 20 s, walk 30 s, run 20 s. */
const whole = aTimeline(10, 20, 30, 20);
const playing = (...events: readonly (readonly [number, Without<SessionEvent>])[]): Player =>
	playerOf(whole, logged([0, START], ...events));
const played = (player: Player): readonly number[] => player.plays.map((play) => play.playedMs / 1000);
const done = (player: Player): readonly boolean[] => player.plays.map((play) => play.done);
/** Seconds into the session, at a second after NOON. */
const stands = (player: Player, seconds: number): number => positionAt(player, at(seconds)) / 1000;

describe('a player', () => {
	test('stands at the beginning, ready, before the start', () => {
		const player = readyPlayer(whole);
		expect([player.status, stands(player, 50), player.startedAt]).toEqual(['ready', 0, null]);
	});

	test('waits for the get-ready, then runs with the clock', () => {
		const player = playerOf(whole, logged([0, { type: 'started', readyMs: 3000 }]));
		expect([0, 1, 3, 4, 25].map((s) => stands(player, s))).toEqual([0, 0, 0, 1, 22]);
		expect([0, 1, 3, 4].map((s) => getReadyMsAt(player, at(s)))).toEqual([3000, 2000, 0, 0]);
		expect(player.startedAt).toBe(at(0));
		expect(endsAt(player)).toBe(at(83));
	});

	test('stops at the end and goes no further', () => {
		expect(stands(playing(), 5000)).toBe(80);
		expect(currentStep(playing(), at(5000)).index).toBe(3);
	});

	test('does not move while paused and goes on where it was', () => {
		const paused = playing([15, PAUSE]);
		expect([15, 500].map((s) => stands(paused, s))).toEqual([15, 15]);
		expect([paused.status, paused.pausedAt]).toEqual(['paused', at(15)]);
		const resumed = playing([15, PAUSE], [500, { type: 'resumed', readyMs: 3000 }]);
		expect([500, 503, 505].map((s) => stands(resumed, s))).toEqual([15, 15, 17]);
		expect(resumed.pausedAt).toBeNull();
	});

	test('skips to the next step; a skipped step is not done', () => {
		const player = playing([5, SKIP], [25, PAUSE]);
		expect(stands(player, 25)).toBe(30);
		expect([played(player), done(player)]).toEqual([
			[5, 20, 0, 0],
			[false, true, false, false]
		]);
	});

	test('in a get-ready there is only the get-ready to skip', () => {
		const player = playerOf(whole, logged([0, { type: 'started', readyMs: 5000 }], [1, SKIP]));
		expect([1, 2].map((s) => stands(player, s))).toEqual([0, 1]);
	});

	test('skipping the last step leads to the end, still playing until someone ends it', () => {
		const player = playing([65, SKIP]);
		expect([stands(player, 65), player.status]).toEqual([80, 'playing']);
	});

	test('skips and goes back while paused without beginning to play', () => {
		const skipped = playing([15, PAUSE], [20, SKIP]);
		expect([skipped.status, stands(skipped, 99)]).toEqual(['paused', 30]);
		const wentBack = playing([15, PAUSE], [20, SKIP], [30, BACK]);
		expect([wentBack.status, stands(wentBack, 99)]).toEqual(['paused', 10]);
	});

	test.each([
		[12, 0, 'two seconds into a step: to the step before'],
		[12.001, 10, 'a moment later: to the start of the step'],
		[1, 0, 'in the first step: to its start'],
		[500, 60, 'after the end: to the start of the last step']
	])('back at second %d leads to second %d, %s', (pressed, expected) => {
		expect(stands(playing([pressed, BACK]), pressed)).toBe(expected);
	});

	test('counts repeats as played, each of them', () => {
		const player = playing([30, BACK], [31, BACK], [61, PAUSE]);
		// At 30 the walk begins: back to the run, and again to the warm-up, then 30 s forward.
		expect(played(player)).toEqual([20, 41, 0, 0]);
	});

	test('a step is done from nine tenths in one pass on', () => {
		expect(done(playing([28, PAUSE]))[1]).toBe(true);
		expect(done(playing([27.999, PAUSE]))[1]).toBe(false);
		// Twice half a run is not a run.
		expect(done(playing([20, BACK], [30, PAUSE]))[1]).toBe(false);
	});

	test('what was done stays done when the step is begun again', () => {
		expect(done(playing([29, BACK], [30, PAUSE]))[1]).toBe(true);
	});

	test('a pause within a step does not break its pass', () => {
		expect(done(playing([20, PAUSE], [90, RESUME], [99, PAUSE]))[1]).toBe(true);
	});

	test('regression with seed 722319688: the two seconds before a back do not count for the run that is then begun anew', () => {
		// 2 s of the run, back to the warm-up, all of it, then 16.5 s of the 20 s run: 83 %, but 18.5 s in two passes.
		const player = playing([12, BACK], [38.5, SKIP]);
		expect(played(player)).toEqual([20, 18.5, 0, 0]);
		expect(done(player)).toEqual([true, false, false, false]);
	});

	test('regression: a sync back makes two halves of a run no whole one', () => {
		const player = playing(
			[20, { type: 'synced', positionMs: 20_000 }],
			[20, { type: 'synced', positionMs: 10_000 }],
			[30, PAUSE]
		);
		expect(played(player)).toEqual([10, 20, 0, 0]);
		expect(done(player)).toEqual([true, false, false, false]);
	});

	test('a longer step moves the end, not what was done', () => {
		const player = playing([15, { type: 'extended', ms: 30_000 }]);
		expect(player.timeline.totalMs).toBe(110_000);
		expect(player.timeline.steps.map((step) => step.endMs / 1000)).toEqual([10, 60, 90, 110]);
		expect(stands(player, 15)).toBe(15);
		expect(endsAt(player)).toBe(at(110));
	});

	test('a step made longer at the very end goes on', () => {
		const player = playing([100, { type: 'extended', ms: 30_000 }]);
		expect([100, 110, 200].map((s) => stands(player, s))).toEqual([80, 90, 110]);
	});

	test('a walk first is put before the step, which then begins anew', () => {
		const player = playing([20, PAUSE], [300, { type: 'walkInserted', ms: 60_000 }], [300, RESUME]);
		expect(player.timeline.steps.map(({ phase, inserted }) => `${phase}${inserted ? '+' : ''}`)).toEqual([
			'warmUp',
			'walk+',
			'run',
			'walk',
			'run'
		]);
		expect(stands(player, 300)).toBe(10);
		expect(currentStep(player, at(300)).inserted).toBe(true);
		expect(currentStep(player, at(361)).phase).toBe('run');
		const later = applyEvent(player, { type: 'paused', at: at(372) });
		expect(played(later)).toEqual([10, 60, 22, 0, 0]);
		expect(done(later)).toEqual([true, true, false, false, false]);
	});

	test('a walk is put in only while paused', () => {
		expect(playing([15, { type: 'walkInserted', ms: 60_000 }])).toEqual(playing());
	});

	test('a kept gap moves on by the wall clock and is marked unheard', () => {
		const player = playing([40, { type: 'gapKept', sinceAt: at(15) }]);
		expect(stands(player, 40)).toBe(40);
		expect(player.plays).toEqual([
			{ playedMs: 10_000, unheardMs: 0, passMs: 10_000, done: true },
			{ playedMs: 20_000, unheardMs: 15_000, passMs: 20_000, done: true },
			{ playedMs: 10_000, unheardMs: 10_000, passMs: 10_000, done: false },
			{ playedMs: 0, unheardMs: 0, passMs: 0, done: false }
		]);
	});

	test('a dropped gap goes on where the page fell silent, after a get-ready, and credits nothing', () => {
		const player = playing([40, { type: 'gapDropped', sinceAt: at(15), readyMs: 3000 }]);
		expect([40, 43, 45].map((s) => stands(player, s))).toEqual([15, 15, 17]);
		expect(played(player)).toEqual([10, 5, 0, 0]);
	});

	test('a gap that began in the get-ready plays only from its end', () => {
		const player = playerOf(
			whole,
			logged([0, { type: 'started', readyMs: 5000 }], [20, { type: 'gapKept', sinceAt: at(2) }])
		);
		expect(stands(player, 20)).toBe(15);
		expect(player.plays.map((play) => play.unheardMs / 1000)).toEqual([10, 5, 0, 0]);
	});

	test('a gap that lasted longer than the session credits only the session', () => {
		const player = playing([5000, { type: 'gapKept', sinceAt: at(70) }]);
		expect([stands(player, 5000), player.plays[3]?.unheardMs]).toEqual([80, 10_000]);
	});

	test('a sync moves to where the other clock stands and credits no more than the wall time', () => {
		const player = playing([15, { type: 'synced', positionMs: 50_000 }]);
		expect([15, 16].map((s) => stands(player, s))).toEqual([50, 51]);
		expect(played(player)).toEqual([10, 5, 0, 0]);
	});

	test('a sync to a clock that is behind credits only as far as that clock came', () => {
		const player = playing([15, { type: 'synced', positionMs: 12_000 }]);
		expect([stands(player, 15), played(player)]).toEqual([12, [10, 2, 0, 0]]);
	});

	test('an interruption is a pause that nobody asked for', () => {
		expect(playing([15, { type: 'interrupted' }])).toEqual(playing([15, PAUSE]));
	});

	test('the end is final', () => {
		const ended = playing([15, { type: 'ended', reason: 'early' }]);
		expect([ended.status, ended.endedAt, ended.endedBy, stands(ended, 99)]).toEqual(['finished', at(15), 'early', 15]);
		for (const event of [START, PAUSE, RESUME, SKIP, BACK])
			expect(applyEvent(ended, { ...event, at: at(20) })).toBe(ended);
	});

	test('a second start, a resume while playing and a pause while paused change nothing', () => {
		expect(playing([5, START], [6, RESUME])).toEqual(playing());
		expect(playing([5, PAUSE], [9, PAUSE])).toEqual(playing([5, PAUSE]));
		expect(playerOf(whole, logged([0, PAUSE], [1, SKIP], [2, RESUME]))).toEqual(readyPlayer(whole));
	});

	test('a wall clock set back freezes the position; it never runs backwards', () => {
		const player = playing([15, SKIP]);
		expect(stands(player, -3600)).toBe(30);
		expect(stands(playerOf(whole, [...logged([0, START], [15, SKIP]), { type: 'paused', at: at(-3600) }]), 0)).toBe(30);
	});
});
