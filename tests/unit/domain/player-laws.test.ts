import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
	applyEvent,
	getReadyMsAt,
	playerOf,
	positionAt,
	readyPlayer,
	type Player,
	type StepPlay
} from '#lib/domain/player.ts';
import { foundSession } from '#lib/domain/running.ts';
import type { SessionEvent, SessionLog } from '#lib/domain/session-log.ts';
import { stepAt, timelineOf } from '#lib/domain/timeline.ts';
import { anyLog, begunLog, flatSession, playingLog } from '../../support/arbitraries.ts';
import { NOON, aRunning } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const timeline = flatSession.map(timelineOf);
const laterMs = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 600_000 }));
const readyMs = fc.constantFrom(0, 1, 3000, 5000);

/** What happened, with the player before and after each event. */
function storyOf(player: Player, log: SessionLog) {
	let now = player;
	return log.map((event) => {
		const before = now;
		now = applyEvent(before, event);
		return { event, before, after: now };
	});
}

const lastAt = (log: SessionLog): number => log.at(-1)?.at ?? NOON;
const reloaded = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const sum = (plays: readonly StepPlay[], of: 'playedMs' | 'unheardMs'): number =>
	plays.reduce((total, play) => total + play[of], 0);
const MOVES_BACK: readonly SessionEvent['type'][] = ['wentBack', 'walkInserted', 'gapDropped', 'synced'];

describe('the player', () => {
	law(
		'P1: position never runs backwards but by back, walk first and sync, and never passes the end',
		fc.property(timeline, anyLog, laterMs, (whole, log, more) => {
			const story = storyOf(readyPlayer(whole), log);
			let shownBefore = 0;
			for (const { event, before, after } of story) {
				const from = positionAt(before, event.at);
				const to = positionAt(after, event.at);
				const wrong = from < shownBefore || to > after.timeline.totalMs || to < 0;
				if (wrong || (to < from && !MOVES_BACK.includes(event.type))) expect.fail(`${event.type}: ${from} to ${to}`);
				const standing = stepAt(before.timeline, from);
				if (event.type === 'walkInserted' && before.status === 'paused') expect(to).toBe(standing.startMs);
				if (event.type === 'wentBack' && to !== from)
					expect([
						whole.steps[0]?.startMs,
						standing.startMs,
						before.timeline.steps[standing.index - 1]?.startMs
					]).toContain(to);
				// A dropped gap goes back to where the page fell silent, and no further.
				if (event.type === 'gapDropped' && before.status === 'playing')
					expect(to).toBe(Math.max(before.positionMs, positionAt(before, event.sinceAt)));
				shownBefore = to;
			}
			const end = playerOf(whole, log);
			expect(positionAt(end, lastAt(log) + more)).toBeGreaterThanOrEqual(shownBefore);
			expect(positionAt(end, lastAt(log) + more)).toBeLessThanOrEqual(end.timeline.totalMs);
		})
	);

	law(
		'P1: looking later never shows an earlier position',
		fc.property(timeline, begunLog, laterMs, laterMs, (whole, log, first, then) => {
			const player = playerOf(whole, log);
			const at = lastAt(log) + first;
			const gained = positionAt(player, at + then) - positionAt(player, at);
			expect(gained).toBeGreaterThanOrEqual(0);
			expect(gained).toBeLessThanOrEqual(player.status === 'playing' ? then : 0);
			const room = player.timeline.totalMs - positionAt(player, at);
			const playing = player.status === 'playing' ? Math.max(0, then - getReadyMsAt(player, at)) : 0;
			expect(gained).toBe(Math.min(room, playing));
		})
	);

	law(
		'P2: a log saved and loaded at any moment goes on as if never stopped',
		fc.property(flatSession, anyLog, fc.nat(), laterMs, (session, log, pick, more) => {
			const cut = pick % (log.length + 1);
			const neverStopped = playerOf(timelineOf(session), log);
			const saved = reloaded({ session, log: log.slice(0, cut) });
			const goneOn = [...saved.log, ...reloaded(log.slice(cut))];
			const loaded = playerOf(timelineOf(saved.session), goneOn);
			expect(loaded).toEqual(neverStopped);
			expect(positionAt(loaded, lastAt(log) + more)).toBe(positionAt(neverStopped, lastAt(log) + more));
			// The state may also be kept and continued, as the page does: no second look at the past is needed.
			const kept = reloaded(playerOf(timelineOf(session), log.slice(0, cut)));
			expect(log.slice(cut).reduce(applyEvent, kept)).toEqual(neverStopped);
		})
	);

	law(
		'P2: a kill loses at most the second since the last heartbeat and never gains',
		fc.property(
			flatSession,
			fc.oneof(playingLog, begunLog),
			laterMs,
			fc.integer({ min: 0, max: 1000 }),
			fc.integer({ min: 0, max: 11 * 3_600_000 }),
			readyMs,
			laterMs,
			(session, log, aliveMs, lagMs, awayMs, r, more) => {
				const player = playerOf(timelineOf(session), log);
				const killedAt = lastAt(log) + aliveMs;
				const backAt = killedAt + awayMs;
				const found = foundSession(reloaded(aRunning(session, log)), { at: killedAt - lagMs }, backAt);
				if (player.status === 'finished') {
					expect(found).toBeNull();
					return;
				}
				const stood = positionAt(player, killedAt);
				expect(found?.offer).toBe('resume');
				expect(found?.player.status).toBe('paused');
				const position = found?.player.positionMs ?? -1;
				expect(position).toBeLessThanOrEqual(stood);
				expect(position).toBeGreaterThanOrEqual(stood - Math.min(lagMs, 1000));
				const resumed = [...(found?.log ?? []), { type: 'resumed', at: backAt, readyMs: r } as const];
				const after = playerOf(timelineOf(session), reloaded(resumed));
				expect(positionAt(after, backAt + r)).toBe(position);
				expect(positionAt(after, backAt + r + more)).toBe(Math.min(after.timeline.totalMs, position + more));
				const played = sum(after.plays, 'playedMs');
				expect(played).toBeLessThanOrEqual(sum(applyEvent(player, { type: 'paused', at: killedAt }).plays, 'playedMs'));
			}
		)
	);

	law(
		'P3: pausing and resuming with no time between changes nothing',
		fc.property(timeline, playingLog, laterMs, readyMs, laterMs, (whole, log, wait, r, more) => {
			const player = playerOf(whole, log);
			const at = Math.max(lastAt(log), player.anchorAt) + wait;
			const paused = applyEvent(player, { type: 'paused', at });
			const atOnce = applyEvent(paused, { type: 'resumed', at, readyMs: 0 });
			const shifted = applyEvent(paused, { type: 'resumed', at, readyMs: r });
			expect(positionAt(atOnce, at + more)).toBe(positionAt(player, at + more));
			expect(positionAt(shifted, at + r + more)).toBe(positionAt(player, at + more));
			expect(positionAt(shifted, at + r)).toBe(positionAt(player, at));
			const endOf = (each: Player, endedAt: number): Player =>
				applyEvent(each, { type: 'ended', at: endedAt, reason: 'early' });
			expect(endOf(atOnce, at + more)).toEqual(endOf(player, at + more));
			expect(endOf(shifted, at + r + more).plays).toEqual(endOf(player, at + more).plays);
		})
	);

	law(
		'P3: pausing in a get-ready only gives a new get-ready',
		fc.property(
			timeline,
			playingLog,
			fc.double({ min: 0, max: 1, noNaN: true }),
			readyMs,
			laterMs,
			(whole, log, share, r, more) => {
				const dropped = { type: 'gapDropped', at: lastAt(log), sinceAt: lastAt(log), readyMs: 3000 } as const;
				const ready = applyEvent(playerOf(whole, log), dropped);
				const at = lastAt(log) + Math.floor(share * 3000);
				const paused = applyEvent(ready, { type: 'paused', at });
				expect(paused.plays).toEqual(ready.plays);
				const again = applyEvent(paused, { type: 'resumed', at, readyMs: r });
				expect(getReadyMsAt(again, at)).toBe(r);
				expect(positionAt(again, at + r + more)).toBe(positionAt(ready, lastAt(log) + 3000 + more));
			}
		)
	);

	law(
		'P4: any sequence of events leaves a legal player',
		fc.property(timeline, anyLog, (whole, log) => {
			const from: Partial<Record<SessionEvent['type'], Player['status']>> = { started: 'ready', resumed: 'paused' };
			for (const { event, before, after } of storyOf(readyPlayer(whole), log)) {
				const { steps, totalMs } = after.timeline;
				const troubles = [
					after.plays.length !== steps.length && 'a play for each step',
					steps.at(-1)?.endMs !== totalMs && 'a whole time line',
					!(after.positionMs >= 0 && after.positionMs <= totalMs) && 'a position on it',
					(after.startedAt === null) !== (after.status === 'ready') && 'started unless ready',
					(after.endedAt === null) !== (after.status !== 'finished') && 'ended when finished',
					(after.endedBy === null) !== (after.endedAt === null) && 'an end has a reason',
					after.status === 'paused' && after.pausedAt === null && 'a pause has a beginning',
					after.status === 'playing' && after.pausedAt !== null && 'no pause while playing',
					before.status === 'finished' && after !== before && 'the end is the end',
					after.status === 'playing' &&
						before.status !== 'playing' &&
						before.status !== from[event.type] &&
						'only start and resume play',
					after.status === 'paused' &&
						before.status === 'playing' &&
						event.type !== 'paused' &&
						event.type !== 'interrupted' &&
						'only pause and kill pause',
					after.status === 'finished' && before.status !== 'finished' && event.type !== 'ended' && 'only the end ends',
					after.status === 'ready' && before.status !== 'ready' && 'no way back to ready'
				].filter((trouble) => trouble !== false);
				if (troubles.length > 0) expect.fail(`after ${event.type}: ${troubles.join(', ')}`);
			}
		})
	);

	law(
		'P4: what was done only ever grows',
		fc.property(timeline, anyLog, (whole, log) => {
			for (const { event, before, after } of storyOf(readyPlayer(whole), log)) {
				const walked = event.type === 'walkInserted' && after.plays.length > before.plays.length;
				const at = stepAt(before.timeline, before.positionMs).index;
				const same = walked ? after.plays.toSpliced(at, 1) : after.plays;
				const shrunk = before.plays.some((was, n) => {
					const is = same[n];
					return !is || is.playedMs < was.playedMs || is.unheardMs < was.unheardMs || (was.done && !is.done);
				});
				if (shrunk || same.length !== before.plays.length) expect.fail(`shrunk by ${event.type}`);
				if (same.some((play) => play.unheardMs > play.playedMs)) expect.fail('more unheard than played');
			}
		})
	);

	law(
		'P4: a pass never reaches further than the position, and none has begun ahead of it',
		fc.property(timeline, anyLog, (whole, log) => {
			for (const { event, after } of storyOf(readyPlayer(whole), log)) {
				const { steps } = after.timeline;
				const stray = steps.findIndex(
					(step, n) => (after.plays[n]?.passMs ?? -1) > Math.max(0, after.positionMs - step.startMs)
				);
				if (stray >= 0) expect.fail(`step ${stray} after ${event.type}`);
			}
		})
	);

	law(
		'P5: a dropped gap credits nothing after the page fell silent',
		fc.property(timeline, playingLog, laterMs, laterMs, readyMs, laterMs, (whole, log, alive, silent, r, more) => {
			const player = playerOf(whole, log);
			const sinceAt = lastAt(log) + alive;
			const at = sinceAt + silent;
			const dropped = applyEvent(player, { type: 'gapDropped', at, sinceAt, readyMs: r });
			const stopped = applyEvent(player, { type: 'paused', at: sinceAt });
			expect(dropped.plays).toEqual(stopped.plays);
			expect(dropped.positionMs).toBe(stopped.positionMs);
			expect(getReadyMsAt(dropped, at)).toBe(r);
			expect(positionAt(dropped, at + r + more)).toBe(Math.min(dropped.timeline.totalMs, stopped.positionMs + more));
		})
	);

	law(
		'P5: a kept gap credits exactly its wall time, all of it unheard',
		fc.property(timeline, playingLog, laterMs, laterMs, laterMs, (whole, log, alive, silent, more) => {
			const player = playerOf(whole, log);
			const sinceAt = lastAt(log) + alive;
			const at = sinceAt + silent;
			const kept = applyEvent(player, { type: 'gapKept', at, sinceAt });
			const wallMs = Math.max(0, at - Math.max(sinceAt, player.anchorAt));
			const roomMs = player.timeline.totalMs - positionAt(player, sinceAt);
			const unheard = sum(kept.plays, 'unheardMs') - sum(player.plays, 'unheardMs');
			expect(unheard).toBe(Math.min(wallMs, roomMs));
			const heard = sum(kept.plays, 'playedMs') - sum(player.plays, 'playedMs') - unheard;
			expect(heard).toBe(positionAt(player, sinceAt) - player.positionMs);
			expect(positionAt(kept, at + more)).toBe(positionAt(player, at + more));
		})
	);

	law(
		'P5: a sync never credits more than the wall time',
		fc.property(
			timeline,
			playingLog,
			laterMs,
			fc.integer({ min: -5000, max: 4_000_000 }),
			laterMs,
			(whole, log, wait, positionMs, more) => {
				const player = playerOf(whole, log);
				const at = lastAt(log) + wait;
				const synced = applyEvent(player, { type: 'synced', at, positionMs });
				const credited = sum(synced.plays, 'playedMs') - sum(player.plays, 'playedMs');
				const { totalMs } = player.timeline;
				const stood = Math.max(0, Math.min(totalMs, positionMs));
				expect(credited).toBe(Math.max(0, Math.min(positionAt(player, at), stood) - player.positionMs));
				expect(credited).toBeLessThanOrEqual(Math.max(0, at - player.anchorAt));
				expect(positionAt(synced, at + more)).toBe(Math.min(totalMs, stood + more));
			}
		)
	);

	law(
		'P5: all that was played fits into the wall time in which it was played',
		fc.property(timeline, anyLog, (whole, log) => {
			let wallMs = 0;
			const story = storyOf(readyPlayer(whole), log);
			for (const [n, { event, before }] of story.entries())
				if (before.status === 'playing') wallMs += event.at - (story[n - 1]?.event.at ?? event.at);
			const done = playerOf(whole, log);
			expect(sum(done.plays, 'playedMs')).toBeLessThanOrEqual(wallMs);
			expect(sum(done.plays, 'unheardMs')).toBeLessThanOrEqual(wallMs);
		})
	);
});
