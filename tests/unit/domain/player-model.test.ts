import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { summaryOfPlayer } from '#lib/domain/history.ts';
import { currentStep, endsAt, getReadyMsAt, playerOf, positionAt } from '#lib/domain/player.ts';
import { foundSession } from '#lib/domain/running.ts';
import type { Phase, Session } from '#lib/domain/session.ts';
import type { SessionEvent } from '#lib/domain/session-log.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { NOON, aRunning, aSession, aStep } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';
import { SimulatedPlayer, TICK_MS } from './simulated-player.ts';

/** The real side keeps only what the app stores, as text, and folds it afresh at every look. */
interface Stored {
	now: number;
	readonly session: string;
	log: string;
	heartbeat: string;
}

type Step = fc.Command<SimulatedPlayer, Stored>;

const sessionOf = (stored: Stored): Session => JSON.parse(stored.session) as Session;
const logOf = (stored: Stored): readonly SessionEvent[] => JSON.parse(stored.log) as readonly SessionEvent[];
const playerNow = (stored: Stored) => playerOf(timelineOf(sessionOf(stored)), logOf(stored));

function append(stored: Stored, event: SessionEvent): void {
	stored.log = JSON.stringify([...logOf(stored), event]);
}

function compare(model: SimulatedPlayer, stored: Stored): void {
	const player = playerNow(stored);
	const { now } = stored;
	const summary = summaryOfPlayer(player);
	const runs = model.pieces.filter((piece) => piece.phase === 'run');
	const real = {
		status: player.status,
		positionMs: positionAt(player, now),
		readyMs: getReadyMsAt(player, now),
		step: currentStep(player, now).index,
		lengths: player.timeline.steps.map((step) => step.endMs - step.startMs),
		plays: player.plays,
		playedMs: summary.playedMs,
		runs: [summary.runsDone, summary.runsPlanned]
	};
	expect(real).toEqual({
		status: model.mode,
		positionMs: model.positionMs,
		readyMs: model.readyMs,
		step: model.index,
		lengths: model.pieces.map((piece) => piece.length * TICK_MS),
		plays: model.pieces.map((piece) => ({
			playedMs: piece.played * TICK_MS,
			unheardMs: piece.unheard * TICK_MS,
			passMs: piece.pass * TICK_MS,
			done: piece.done
		})),
		playedMs: model.pieces.reduce((sum, piece) => sum + piece.played * TICK_MS, 0),
		runs: [runs.filter((piece) => piece.done).length, runs.length]
	});
	expect(summary.playedMs).toBeLessThanOrEqual(model.wall * TICK_MS);
	if (model.mode === 'playing' && !model.isAtEnd)
		expect(endsAt(player) - now).toBe(model.readyMs + model.total * TICK_MS - model.positionMs);
}

/** A command that does `act` to both sides and then compares them. */
const command = (name: string, act: (model: SimulatedPlayer, stored: Stored) => void): Step => ({
	check: () => true,
	run: (model, stored) => {
		act(model, stored);
		compare(model, stored);
	},
	toString: () => name
});

const ready = fc.constantFrom(0, 3000, 5000);
const seconds = (max: number) => fc.integer({ min: 1, max });
const tenths = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 400 }));

const start = ready.map((readyMs) =>
	command(`start(${readyMs})`, (model, stored) => {
		append(stored, { type: 'started', at: stored.now, readyMs });
		model.start(readyMs);
	})
);
const pause = fc.constant(
	command('pause', (model, stored) => {
		append(stored, { type: 'paused', at: stored.now });
		model.pause();
	})
);
const resume = ready.map((readyMs) =>
	command(`resume(${readyMs})`, (model, stored) => {
		append(stored, { type: 'resumed', at: stored.now, readyMs });
		model.resume(readyMs);
	})
);
const skip = fc.constant(
	command('skip', (model, stored) => {
		append(stored, { type: 'skipped', at: stored.now });
		model.skip();
	})
);
const back = fc.constant(
	command('back', (model, stored) => {
		append(stored, { type: 'wentBack', at: stored.now });
		model.back();
	})
);
const shorten = seconds(30).map((s) =>
	command(`shorten(${s} s)`, (model, stored) => {
		append(stored, { type: 'shortened', at: stored.now, ms: s * 1000 });
		model.shorten(s * 1000);
	})
);
const extend = seconds(30).map((s) =>
	command(`extend(${s} s)`, (model, stored) => {
		append(stored, { type: 'extended', at: stored.now, ms: s * 1000 });
		model.extend(s * 1000);
	})
);
const walkFirst = seconds(60).map((s) =>
	command(`walkFirst(${s} s)`, (model, stored) => {
		append(stored, { type: 'walkInserted', at: stored.now, ms: s * 1000 });
		model.walkFirst(s * 1000);
	})
);
const tick = tenths.map((count) =>
	command(`tick(${count / 10} s)`, (model, stored) => {
		for (let n = 0; n < count; n++) {
			stored.now += TICK_MS;
			model.tick();
			if (stored.now % 1000 !== 0) continue;
			stored.heartbeat = JSON.stringify({ at: stored.now });
			model.heartbeat();
		}
	})
);
const sleepKept = tenths.map((count) =>
	command(`sleepKept(${count / 10} s)`, (model, stored) => {
		const sinceAt = stored.now;
		stored.now += count * TICK_MS;
		append(stored, { type: 'gapKept', at: stored.now, sinceAt });
		model.sleepKept(count);
	})
);
const sleepDropped = fc.tuple(tenths, ready).map(([count, readyMs]) =>
	command(`sleepDropped(${count / 10} s, ${readyMs})`, (model, stored) => {
		const sinceAt = stored.now;
		stored.now += count * TICK_MS;
		append(stored, { type: 'gapDropped', at: stored.now, sinceAt, readyMs });
		model.sleepDropped(readyMs);
	})
);
const sync = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.boolean(), fc.nat({ max: 900 })).map(([off, isNear, far]) =>
	command(isNear ? `sync(${off / 10} s off)` : `sync(to ${far / 10} s)`, (model, stored) => {
		const positionMs = isNear ? model.positionMs + off * TICK_MS : far * TICK_MS;
		append(stored, { type: 'synced', at: stored.now, positionMs });
		model.sync(positionMs);
	})
);
const killAndReload = tenths.map((away) =>
	command(`killAndReload(${away / 10} s away)`, (model, stored) => {
		stored.now += away * TICK_MS;
		const heartbeat = JSON.parse(stored.heartbeat) as { at: number } | null;
		const found = foundSession(aRunning(sessionOf(stored), logOf(stored)), heartbeat, stored.now);
		const isUnderWay = model.mode === 'playing' || model.mode === 'paused';
		expect(found?.offer).toBe(isUnderWay ? 'resume' : undefined);
		if (found) stored.log = JSON.stringify(found.log);
		if (isUnderWay) model.killAndReload();
	})
);
const end = fc.constantFrom('complete' as const, 'early' as const).map((reason) =>
	command(`end(${reason})`, (model, stored) => {
		append(stored, { type: 'ended', at: stored.now, reason });
		model.end();
	})
);

const pieces = fc.array(
	fc.record({ phase: fc.constantFrom<Phase[]>('warmUp', 'run', 'walk', 'strength', 'rest'), seconds: seconds(15) }),
	{ minLength: 1, maxLength: 6 }
);
/** Most sessions go on for a while before anybody ends them. */
const uses = fc.tuple(
	fc.commands(
		[
			start,
			tick,
			tick,
			pause,
			resume,
			resume,
			skip,
			back,
			extend,
			shorten,
			walkFirst,
			sleepKept,
			sleepDropped,
			sync,
			killAndReload
		],
		{ maxCommands: 60, size: 'max' }
	),
	fc.commands([end, tick, start, pause, resume, skip, back, sync, sleepKept, killAndReload], {
		maxCommands: 8,
		size: 'max'
	})
);

describe('the player and a simulation of it', () => {
	law(
		'model: any use of the player agrees with a simulation tick by tick',
		fc.property(pieces, ready, uses, (steps, readyMs, [first, last]) => {
			const model = new SimulatedPlayer(steps);
			const session = aSession(steps.map((step) => aStep(step.phase, step.seconds)));
			const stored: Stored = { now: NOON, session: JSON.stringify(session), log: '[]', heartbeat: 'null' };
			compare(model, stored);
			// One in a few begins only when a command says so.
			if (readyMs > 0) {
				append(stored, { type: 'started', at: stored.now, readyMs });
				model.start(readyMs);
			}
			const setup = () => ({ model, real: stored });
			fc.modelRun(setup, first);
			fc.modelRun(setup, last);
		})
	);
});
