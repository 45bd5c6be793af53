// Any valid snapshot, also with fields of which this build knows nothing. Built without the schema, from the types.

import fc from 'fast-check';
import type { Answer } from '#lib/domain/answer.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import { MOST_MINUTES } from '#lib/domain/movement.ts';
import type { PhoneTest } from '#lib/domain/phone-test.ts';
import type {
	CheckIn,
	Choice,
	OtherMovement,
	OwnSession,
	RunningSession,
	SessionRecord,
	Settings,
	Snapshot
} from '#lib/domain/record.ts';
import type { Heartbeat, SessionEvent, SessionLog } from '#lib/domain/session-log.ts';
import { PROGRAMME_IDS, type Block, type Session, type StepPlan } from '#lib/domain/session.ts';
import type { LocalDay, Weekday } from '#lib/domain/local-day.ts';
import { isPlayable, isWithinReason, LIMITS } from '#lib/storage/limits.ts';
import { CURRENT_VERSION } from '#lib/storage/migrations.ts';

/** JSON knows no -0. */
const number = (max: number) => fc.double({ min: 0, max, noNaN: true }).map((n) => n + 0);
const at = fc.oneof(fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), number(Date.UTC(2999, 0, 1)));
const ms = fc.integer({ min: 0, max: 600_000 });
const id = fc.oneof(fc.uuid(), fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }));
const on: fc.Arbitrary<LocalDay> = fc
	.integer({ min: 0, max: 40_000 })
	.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

const json = fc.oneof(
	fc.string(),
	fc.integer(),
	fc.boolean(),
	fc.constant(null),
	fc.array(fc.string(), { maxLength: 3 })
);
const extras = fc.dictionary(fc.stringMatching(/^x[A-Za-z]{1,5}$/), json, { maxKeys: 2 });

/** Mostly as it is, at times with fields from the future. */
const withExtras = <T extends object>(known: fc.Arbitrary<T>): fc.Arbitrary<T> =>
	fc.oneof(
		{ weight: 3, arbitrary: known },
		fc.tuple(known, extras).map(([value, more]) => ({ ...value, ...more }))
	);

const step: fc.Arbitrary<StepPlan> = withExtras(
	fc.record(
		{
			type: fc.constant('step' as const),
			phase: fc.constantFrom<StepPlan['phase']>(
				'warmUp',
				'walk',
				'run',
				'coolDown',
				'strength',
				'breathe',
				'rest',
				'move'
			),
			seconds: fc.integer({ min: 0, max: 60 }),
			exerciseId: id,
			side: fc.constantFrom('left' as const, 'right' as const, 'alternate' as const),
			dose: fc.record({ reps: fc.integer({ min: 1, max: 30 }), holdSeconds: number(60), releaseSeconds: number(60) }),
			position: id
		},
		{ requiredKeys: ['type', 'phase', 'seconds'] }
	)
);

function blockOf(depth: number): fc.Arbitrary<Block> {
	const item: fc.Arbitrary<StepPlan | Block> = depth > 1 ? fc.oneof(step, blockOf(depth - 1)) : step;
	const repeat = fc.integer({ min: 1, max: 3 });
	const items = fc.array(item, { maxLength: 3 });
	return withExtras(fc.record({ type: fc.constant('block' as const), id, repeat, items }));
}

const title = fc.string({ unit: 'binary', maxLength: LIMITS.title });

const session: fc.Arbitrary<Session> = withExtras(
	fc.record(
		{
			id,
			programmeId: fc.constantFrom(...PROGRAMME_IDS),
			stageId: id,
			title,
			blocks: fc.array(blockOf(4), { minLength: 1, maxLength: 3 })
		},
		{ requiredKeys: ['id', 'programmeId', 'stageId', 'blocks'] }
	)
).filter(isPlayable);

const event: fc.Arbitrary<SessionEvent> = withExtras(
	fc.oneof(
		fc.record({ type: fc.constantFrom('started' as const, 'resumed' as const), at, readyMs: ms }),
		fc.record({ type: fc.constantFrom('paused' as const, 'skipped' as const, 'wentBack' as const), at }),
		fc.record({
			type: fc.constant('skipped' as const),
			at,
			why: fc.constantFrom('hurts' as const, 'cannot' as const, 'noRoom' as const)
		}),
		fc.record({ type: fc.constant('shortened' as const), at, ms }),
		fc.record({
			type: fc.constant('varied' as const),
			at,
			exerciseId: id,
			way: fc.constantFrom('easier' as const, 'usual' as const, 'harder' as const)
		}),
		fc.record({ type: fc.constant('interrupted' as const), at }),
		fc.record({ type: fc.constant('extended' as const), at, ms }),
		fc.record({ type: fc.constant('walkInserted' as const), at, ms: ms.map((n) => n + 1) }),
		fc.record({ type: fc.constant('gapKept' as const), at, sinceAt: at }),
		fc.record({ type: fc.constant('gapDropped' as const), at, sinceAt: at, readyMs: ms }),
		fc.record({ type: fc.constant('synced' as const), at, positionMs: number(7_200_000) }),
		fc.record({ type: fc.constant('unsaid' as const), at, clip: id }),
		fc.record({
			type: fc.constant('ended' as const),
			at,
			reason: fc.constantFrom('complete' as const, 'early' as const)
		})
	)
);
const log: fc.Arbitrary<SessionLog> = fc.array(event, { maxLength: 8 });

const kept = { id, updatedAt: at, deletedAt: at };
const REQUIRED = ['id', 'updatedAt', 'on'] as const;

export const sessionRecord: fc.Arbitrary<SessionRecord> = withExtras(
	fc.record({ ...kept, on, session, log }, { requiredKeys: [...REQUIRED, 'session', 'log'] })
);

const pain = fc.option(number(100));
export const checkIn: fc.Arbitrary<CheckIn> = withExtras(
	fc
		.record({
			id,
			updatedAt: at,
			on,
			type: fc.constant('afterSession' as const),
			sessionId: id,
			backPain: pain,
			legPain: pain,
			effort: fc.option(number(10)),
			stoppedBy: fc.constantFrom('body' as const, 'other' as const, null),
			walkHomeMinutes: number(120),
			note: fc.string({ unit: 'binary' })
		})
		.chain((entry) =>
			fc.oneof(
				fc.constant(entry),
				at.map((deletedAt) => ({ ...entry, deletedAt }))
			)
		)
);

const weekday = fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6);
const weekdays = fc.uniqueArray(weekday);
const programmeId = fc.constantFrom(...PROGRAMME_IDS);
export const choice: fc.Arbitrary<Choice> = withExtras(
	fc.oneof(
		fc.record({
			id,
			updatedAt: at,
			on,
			type: fc.constant('begun' as const),
			programmeId,
			stageId: id,
			weekdays
		}),
		fc.record({
			id,
			updatedAt: at,
			on,
			type: fc.constant('begun' as const),
			programmeId,
			stageId: id,
			weekdays,
			beside: fc.constant(true as const)
		}),
		fc.record({ id, updatedAt: at, on, type: fc.constant('weekdays' as const), weekdays }),
		fc.record({ id, updatedAt: at, on, type: fc.constant('weekdays' as const), weekdays, programmeId }),
		fc.record({ id, updatedAt: at, on, type: fc.constant('ended' as const), programmeId }),
		fc.record({ id, updatedAt: at, on, type: fc.constant('freeDay' as const), weekday }),
		fc.record({ id, updatedAt: at, on, type: fc.constant('moved' as const), programmeId, from: on, to: on }),
		fc.record({ id, updatedAt: at, on, type: fc.constant('stayed' as const), stageId: fc.option(id) }),
		fc.record({
			id,
			updatedAt: at,
			on,
			type: fc.constant('exercise' as const),
			exerciseId: id,
			use: fc.constantFrom('usual' as const, 'easier' as const, 'never' as const)
		}),
		fc.record({ id, updatedAt: at, on, type: fc.constant('instead' as const), proposedId: id, chosenId: id }),
		fc.record({ id, updatedAt: at, on, type: fc.constant('stageChosen' as const), stageId: id }),
		fc.record(
			{ ...kept, on, type: fc.constantFrom('paused' as const, 'takenUp' as const), programmeId },
			{ requiredKeys: [...REQUIRED, 'type'] }
		)
	)
);

export const ownSession: fc.Arbitrary<OwnSession> = withExtras(
	fc.record(
		{
			...kept,
			createdAt: at,
			title,
			blocks: fc.uniqueArray(blockOf(3), { selector: (block) => block.id, maxLength: 3 })
		},
		{ requiredKeys: ['id', 'updatedAt', 'createdAt', 'title', 'blocks'] }
	)
).filter(({ blocks }) => isWithinReason(blocks));

export const movement: fc.Arbitrary<OtherMovement> = withExtras(
	fc.record(
		{
			...kept,
			on,
			kind: fc.constantFrom('cycling' as const, 'swimming' as const, 'class' as const, 'other' as const),
			minutes: fc.integer({ min: 1, max: MOST_MINUTES }),
			note: fc.string({ unit: 'binary' })
		},
		{ requiredKeys: [...REQUIRED, 'kind', 'minutes', 'note'] }
	)
);

const pains = fc.option(fc.record({ back: pain, leg: pain, elsewhere: pain }));
export const entry: fc.Arbitrary<PainEntry> = withExtras(
	fc.record(
		{ ...kept, on, at, now: pains, average: pains, worst: pains, note: fc.string({ unit: 'binary' }) },
		{ requiredKeys: [...REQUIRED, 'at', 'now', 'average', 'worst', 'note'] }
	)
);

const yesNo = fc.option(fc.boolean());
const ten = fc.option(number(10));
const week = fc.constantFrom(0 as const, 6 as const, 12 as const);
const ids = fc.array(id, { maxLength: 4 });
const legSign = fc.constantFrom('limp' as const, 'swelling' as const, 'bonePoint' as const, 'nightPain' as const);
const answered = { id, updatedAt: at, on, at };
export const answer: fc.Arbitrary<Answer> = withExtras(
	fc.oneof(
		fc.record({ ...answered, type: fc.constant('warningSigns' as const), ticked: ids }),
		fc.record({ ...answered, type: fc.constantFrom('readiness' as const, 'exclusions' as const), yes: ids }),
		fc.record({ ...answered, type: fc.constant('slowTrack' as const), applies: fc.boolean() }),
		fc.record({ ...answered, type: fc.constant('adviceTaken' as const) }),
		fc.record({
			...answered,
			type: fc.constant('episode' as const),
			since: fc.option(on),
			kind: fc.constantFrom('new' as const, 'worse' as const, 'lasting' as const)
		}),
		fc.record({
			...answered,
			type: fc.constant('settling' as const),
			walkTenMinutes: fc.constantFrom('fine' as const, 'worse' as const, 'notYet' as const, null),
			dailyTasks: yesNo,
			nights: yesNo,
			legWorse: yesNo
		}),
		fc.record({
			...answered,
			type: fc.constant('beforeSession' as const),
			backPain: pain,
			cannotStand: fc.boolean()
		}),
		fc.record({
			...answered,
			type: fc.constant('nextMorning' as const),
			sessionId: id,
			backPain: pain,
			legPain: pain,
			legGone: yesNo
		}),
		fc.record({
			...answered,
			type: fc.constant('stopped' as const),
			sessionId: id,
			why: fc.constantFrom('nerve' as const, 'chest' as const, 'leg' as const, 'back' as const, 'tired' as const),
			legSigns: fc.uniqueArray(legSign)
		}),
		fc.record({
			...answered,
			type: fc.constant('jogTest' as const),
			seconds: number(600),
			talking: fc.boolean(),
			morningSame: yesNo
		}),
		fc.record({ ...answered, type: fc.constant('medicine' as const), taken: fc.boolean() }),
		fc.record({
			...answered,
			type: fc.constant('activities' as const),
			week,
			activities: fc.array(fc.record({ name: title, score: ten }), { maxLength: 3 })
		}),
		fc.record({
			...answered,
			type: fc.constant('rolandMorris' as const),
			week,
			ticked: fc.uniqueArray(fc.integer({ min: 1, max: 24 }))
		}),
		fc.record({ ...answered, type: fc.constant('beliefs' as const), week, runningIsSafe: ten, canDoPlan: ten }),
		fc.record({
			...answered,
			type: fc.constant('weekReview' as const),
			monday: on,
			wentWell: fc.string({ unit: 'binary' })
		})
	)
);

const phoneTest: fc.Arbitrary<PhoneTest> = fc.record({
	hiddenMs: ms,
	lostMs: ms,
	heard: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
	mode: fc.constantFrom('pocket' as const, 'music' as const, 'quiet' as const),
	reason: fc.constantFrom('allWell' as const, 'stoodStill' as const, 'someUnheard' as const, 'noneHeard' as const),
	browser: fc.string({ minLength: 1, maxLength: 40 }),
	on
});

export const settings: fc.Arbitrary<Settings> = withExtras(
	fc.record({
		updatedAt: at,
		language: fc.constantFrom('en' as const, 'de' as const),
		theme: fc.constantFrom('system' as const, 'light' as const, 'dark' as const, 'outdoor' as const),
		soundMode: fc.constantFrom('pocket' as const, 'music' as const, 'quiet' as const),
		voice: fc.boolean(),
		voiceLanguage: fc.constantFrom('screen' as const, 'en' as const, 'de' as const),
		phoneTest: fc.option(phoneTest, { nil: null }),
		vibration: fc.boolean(),
		flash: fc.boolean(),
		country: fc.constantFrom(
			'de' as const,
			'at' as const,
			'ch' as const,
			'gb' as const,
			'us' as const,
			'other' as const
		),
		skin: id,
		hair: id
	})
);

export const running: fc.Arbitrary<RunningSession> = withExtras(fc.record({ id, on, session, log }));
const heartbeat: fc.Arbitrary<Heartbeat> = withExtras(fc.record({ at }));

const recordsOf = <T extends { readonly id: string }>(record: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
	fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 4 });

export const snapshot: fc.Arbitrary<Snapshot> = withExtras(
	fc.record({
		version: fc.constant(CURRENT_VERSION),
		settings,
		choices: recordsOf(choice),
		sessions: recordsOf(sessionRecord),
		checkIns: recordsOf(checkIn),
		ownSessions: recordsOf(ownSession),
		movements: recordsOf(movement),
		entries: recordsOf(entry),
		answers: recordsOf(answer),
		running: fc.option(running),
		heartbeat: fc.option(heartbeat)
	})
);
