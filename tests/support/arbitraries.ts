// What fast-check may make up: sessions, logs in which time never runs backwards, seasons of runs. Built from the builders.

import fc from 'fast-check';
import type { Light } from '#lib/domain/light.ts';
import type { Weekday } from '#lib/domain/local-day.ts';
import type { CheckIn } from '#lib/domain/record.ts';
import type { StageEvent } from '#lib/domain/run-stage.ts';
import type { Block, Phase, Session, StepPlan } from '#lib/domain/session.ts';
import type { SessionEvent, SessionLog } from '#lib/domain/session-log.ts';
import { timelineOf, type Timeline } from '#lib/domain/timeline.ts';
import { NOON, aBlock, aCheckIn, aSession, aStep, day } from './builders.ts';

export const PHASES: readonly Phase[] = ['warmUp', 'walk', 'run', 'coolDown', 'strength', 'breathe', 'rest', 'move'];

const stepPlan = (minSeconds: number): fc.Arbitrary<StepPlan> =>
	fc
		.record({
			phase: fc.constantFrom(...PHASES),
			seconds: fc.oneof(fc.integer({ min: minSeconds, max: 20 }), fc.integer({ min: minSeconds, max: 400 })),
			exerciseId: fc.constantFrom('bird-dog', 'bridge'),
			side: fc.constantFrom('left' as const, 'right' as const)
		})
		.map(({ phase, seconds, exerciseId, side }) =>
			aStep(phase, seconds, phase === 'strength' ? { exerciseId, side } : {})
		);

const blockWithin = (depth: number, minSeconds: number): fc.Arbitrary<Block> =>
	fc
		.tuple(
			fc.array(
				depth === 0 ? stepPlan(minSeconds) : fc.oneof(stepPlan(minSeconds), blockWithin(depth - 1, minSeconds)),
				{
					minLength: 1,
					maxLength: 3
				}
			),
			fc.integer({ min: 1, max: 3 })
		)
		.map(([items, repeat]) => aBlock(items, repeat));

/** Nested blocks; some steps may have no length, but never all. */
export const session: fc.Arbitrary<Session> = fc
	.tuple(fc.array(blockWithin(1, 0), { minLength: 1, maxLength: 3 }), stepPlan(1), fc.boolean())
	.map(([blocks, sure, first]) => {
		const last = aBlock([sure]);
		return { ...aSession([]), blocks: first ? [last, ...blocks] : [...blocks, last] };
	});

/** A flat session of steps from 1 s, often just around the lengths at which rules change. */
export const flatSession: fc.Arbitrary<Session> = fc
	.array(stepPlan(1), { minLength: 1, maxLength: 8 })
	.map((steps) => aSession(steps));

export const timeline: fc.Arbitrary<Timeline> = fc.oneof(session, flatSession).map(timelineOf);

/** Milliseconds between two things a person does: often short, sometimes longer than a whole session. */
const pauseMs = fc.oneof(
	fc.integer({ min: 0, max: 3000 }),
	fc.integer({ min: 0, max: 60_000 }),
	fc.integer({ min: 0, max: 600_000 })
);
const readyMs = fc.constantFrom(0, 0, 3000, 5000);

type EventType = SessionEvent['type'];
/** An event without its instant; for gaps `sinceShare` says how long before it the page fell silent. */
interface Wish {
	readonly type: EventType;
	readonly waitMs: number;
	readonly readyMs: number;
	readonly ms: number;
	readonly share: number;
	readonly positionMs: number;
	readonly reason: 'complete' | 'early';
}

const wish = (types: readonly EventType[]): fc.Arbitrary<Wish> =>
	fc.record({
		type: fc.constantFrom(...types),
		waitMs: pauseMs,
		readyMs,
		ms: fc.integer({ min: 1, max: 90 }).map((seconds) => seconds * 1000),
		share: fc.double({ min: 0, max: 1, noNaN: true }),
		positionMs: fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -1000, max: 4_000_000 })),
		reason: fc.constantFrom('complete' as const, 'early' as const)
	});

function eventOf(want: Wish, before: number, at: number): SessionEvent {
	const sinceAt = before + Math.floor((at - before) * want.share);
	switch (want.type) {
		case 'started':
		case 'resumed':
			return { type: want.type, at, readyMs: want.readyMs };
		case 'extended':
		case 'shortened':
		case 'walkInserted':
			return { type: want.type, at, ms: want.ms };
		case 'gapKept':
			return { type: 'gapKept', at, sinceAt };
		case 'gapDropped':
			return { type: 'gapDropped', at, sinceAt, readyMs: want.readyMs };
		case 'synced':
			return { type: 'synced', at, positionMs: want.positionMs };
		case 'unsaid':
			return { type: 'unsaid', at, clip: 'run.120' };
		case 'varied':
			return { type: 'varied', at, exerciseId: 'hip-bridge', way: 'easier' };
		case 'ended':
			return { type: 'ended', at, reason: want.reason };
		default:
			return { type: want.type, at };
	}
}

/** Wishes, one after the other, as a log that begins at NOON. A gap never began before the event before it. */
function logOf(wishes: readonly Wish[]): SessionLog {
	let before = NOON;
	return wishes.map((want) => {
		const at = before + want.waitMs;
		const event = eventOf(want, before, at);
		before = at;
		return event;
	});
}

const EVERYTHING: readonly EventType[] = [
	'started',
	'paused',
	'resumed',
	'skipped',
	'wentBack',
	'extended',
	'walkInserted',
	'gapKept',
	'gapDropped',
	'interrupted',
	'synced',
	'unsaid',
	'ended'
];
const GOING_ON: readonly EventType[] = EVERYTHING.filter((type) => type !== 'started' && type !== 'ended');

/** Anything in any order, sense or not. */
export const anyLog: fc.Arbitrary<SessionLog> = fc.array(wish(EVERYTHING), { maxLength: 15 }).map(logOf);

/** A session that was begun, and any number of things done in it; it may end. */
export const begunLog: fc.Arbitrary<SessionLog> = fc
	.tuple(
		wish(['started']),
		fc.array(wish(GOING_ON), { maxLength: 15 }),
		fc.option(wish(['ended']), { nil: undefined, freq: 5 })
	)
	.map(([start, middle, end]) => logOf(end ? [start, ...middle, end] : [start, ...middle]));

/** A begun session that surely plays when the log ends: it goes on after whatever was done. */
export const playingLog: fc.Arbitrary<SessionLog> = fc
	.tuple(wish(['started']), fc.array(wish(GOING_ON), { maxLength: 12 }), wish(['resumed']))
	.map(([start, middle, resume]) => logOf([start, ...middle, resume]));

export const LIGHTS: readonly Light[] = ['green', 'unknown', 'amber', 'red'];
export const light: fc.Arbitrary<Light> = fc.constantFrom(...LIGHTS);
/** Mostly green, as seasons are. */
export const seasonLight: fc.Arbitrary<Light> = fc.constantFrom(
	'green',
	'green',
	'green',
	'green',
	'amber',
	'red',
	'unknown'
);
/** Days from one run to the next, around the bounds of the rules. */
export const restDays: fc.Arbitrary<number> = fc.oneof(
	{ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
	{ weight: 1, arbitrary: fc.constantFrom(6, 7, 8, 13, 14, 15, 29, 30, 31, 60) }
);

/** Runs and choices on any stage of `0 … last`, oldest first, several a day allowed. */
export const stageEvents = (last: number): fc.Arbitrary<readonly StageEvent[]> =>
	fc
		.array(
			fc.record({
				gap: fc.oneof(fc.integer({ min: 0, max: 3 }), restDays),
				stage: fc.integer({ min: 0, max: last }),
				light: seasonLight,
				chosen: fc.integer({ min: 0, max: 7 }).map((n) => n === 0)
			}),
			{ maxLength: 25 }
		)
		.map((entries) => {
			let at = 0;
			return entries.map(({ gap, stage, light, chosen }): StageEvent => {
				at += gap;
				return chosen
					? { type: 'chosen', on: day(at), stage }
					: { type: 'session', on: day(at), stage, light, hasMorning: true, isSlow: false };
			});
		});

export const weekdays: fc.Arbitrary<readonly Weekday[]> = fc
	.subarray([0, 1, 2, 3, 4, 5, 6] as Weekday[], { minLength: 1 })
	.map((days) => days);

const answer = (max: number): fc.Arbitrary<number | null> => fc.option(fc.integer({ min: 0, max }), { nil: null });

export const checkIn: fc.Arbitrary<CheckIn> = fc
	.record({
		backPain: answer(100),
		legPain: answer(100),
		effort: answer(10),
		stoppedBy: fc.constantFrom('body' as const, 'other' as const, null)
	})
	.map(aCheckIn);
