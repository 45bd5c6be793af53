// Valid things with one word. A test says only what matters: aRunRecord({ stage: 3 }).

import { runSession, type Programmes, type RunStage } from '#lib/domain/programme.ts';
import type { CheckIn, Choice, RunningSession, SessionRecord } from '#lib/domain/record.ts';
import type { Block, Phase, Session, StepPlan } from '#lib/domain/session.ts';
import type { SessionLog } from '#lib/domain/session-log.ts';
import { timelineOf, type Timeline } from '#lib/domain/timeline.ts';
import { addDays, type LocalDay, type Weekday } from '#lib/domain/local-day.ts';
import type { Plan } from '#lib/domain/plan.ts';

/** Noon, Monday 2 November 2026, UTC. */
export const NOON = Date.UTC(2026, 10, 2, 12);
export const MONDAY: LocalDay = '2026-11-02';
/** The day `n` days after MONDAY. */
export const day = (n: number): LocalDay => addDays(MONDAY, n);
const noonOf = (on: LocalDay): number => Date.parse(`${on}T12:00:00Z`);

export const aStep = (phase: Phase, seconds: number, more: Partial<StepPlan> = {}): StepPlan => ({
	type: 'step',
	phase,
	seconds,
	...more
});

export const aBlock = (items: Block['items'], repeat = 1): Block => ({ type: 'block', id: 'part', repeat, items });

export const aSession = (items: Block['items'], more: Partial<Session> = {}): Session => ({
	id: 'run-walk/S1',
	programmeId: 'run-walk',
	stageId: 'S1',
	blocks: [aBlock(items)],
	...more
});

/** Steps of these lengths in seconds: warm up, then run and walk in turn. */
export const aSessionOf = (...seconds: readonly number[]): Session =>
	aSession(seconds.map((each, n) => aStep(n === 0 ? 'warmUp' : n % 2 === 1 ? 'run' : 'walk', each)));

export const aTimeline = (...seconds: readonly number[]): Timeline => timelineOf(aSessionOf(...seconds));

/** Warm up 5 min, six runs of 15 s with 3 min of walking, walk out 5:30: the first stage as it is published. */
export const aStage = (more: Partial<RunStage> = {}): RunStage => ({
	id: 'S1',
	warmUpSeconds: 300,
	intervals: [{ reps: 6, runSeconds: 15, walkSeconds: 180 }],
	coolDownSeconds: 330,
	runningSeconds: 90,
	longestBoutSeconds: 15,
	standing: 'documented',
	...more
});

/** Seventeen small stages S1 … S17, each two runs with a minute of walking. */
export const STAGES: readonly RunStage[] = Array.from({ length: 17 }, (_, n) =>
	aStage({
		id: `S${n + 1}`,
		warmUpSeconds: 60,
		intervals: [{ reps: 4, runSeconds: 10 * (n + 1), walkSeconds: 60 }],
		coolDownSeconds: 60
	})
);

export const PROGRAMMES: Programmes = {
	runWalk: { stages: STAGES, sessionsPerWeek: 3, weeks: [], documentedEnd: 'S11' },
	walks: [
		{ id: 'A', weeks: [10, 15, 20, 25, 30, 35].map((minutes) => ({ minutes, times: 1 })) },
		{ id: 'B', weeks: [20, 25, 30].map((minutes) => ({ minutes, times: 1 })) }
	],
	sequences: [
		{
			id: 'desk-3',
			programmeId: 'core',
			seconds: 60,
			steps: [aStep('strength', 40, { exerciseId: 'desk-march' }), aStep('rest', 20)]
		},
		{
			id: 'core-a-10',
			programmeId: 'core',
			seconds: 90,
			steps: [aStep('strength', 90, { exerciseId: 'core-bird-dog' })]
		}
	]
};

/** The log of a session that was played from start to end without a break. */
export const playedThrough = (session: Session, at = NOON): SessionLog => [
	{ type: 'started', at, readyMs: 3000 },
	{ type: 'ended', at: at + 3000 + timelineOf(session).totalMs, reason: 'complete' }
];

/** A recorded session, played through on MONDAY unless said otherwise. */
export function aRecord(more: Partial<SessionRecord> = {}): SessionRecord {
	const session = more.session ?? runSession(aStage());
	const on = more.on ?? MONDAY;
	return { id: `session-${on}`, updatedAt: noonOf(on), on, session, log: playedThrough(session, noonOf(on)), ...more };
}

/** A run of stage `S<stage>` (1 … 17), played through. */
export function aRunRecord({ stage, ...more }: { stage: number } & Partial<SessionRecord>): SessionRecord {
	const found = STAGES[stage - 1];
	if (!found) throw new Error(`no stage S${stage}`);
	return aRecord({ session: runSession(found), ...more });
}

/** Answers that give a green light. */
export const aCheckIn = (more: Partial<CheckIn> = {}): CheckIn => ({
	id: `check-in-${more.sessionId ?? `session-${MONDAY}`}`,
	type: 'afterSession',
	sessionId: `session-${MONDAY}`,
	updatedAt: NOON,
	on: MONDAY,
	backPain: 10,
	legPain: 0,
	effort: 4,
	stoppedBy: null,
	walkHomeMinutes: 0,
	note: '',
	...more
});

export const EVERY_DAY: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** Begins the run-walk programme at S1 on MONDAY, for Mondays, Wednesdays and Fridays. */
export const aBeginning = (more: Partial<Extract<Choice, { type: 'begun' }>> = {}): Choice => ({
	id: `begun-${more.on ?? MONDAY}`,
	type: 'begun',
	updatedAt: noonOf(more.on ?? MONDAY) - 3_600_000,
	on: MONDAY,
	programmeId: 'run-walk',
	stageId: 'S1',
	weekdays: [0, 2, 4],
	...more
});

export const aPlan = (more: Partial<Plan> = {}): Plan => ({
	programmeId: 'run-walk',
	startStageId: 'S1',
	weekdays: [0, 2, 4],
	begunOn: MONDAY,
	since: MONDAY,
	pausedOn: null,
	...more
});

export const aRunning = (session: Session, log: SessionLog): RunningSession => ({
	id: 'running',
	on: MONDAY,
	session,
	log
});
