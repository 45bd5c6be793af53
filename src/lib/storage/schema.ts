// The shape of a snapshot of the current version, strict enough that nothing in it can stop the app.
// Checks only: what is kept is the value itself, with all fields that are not known here. Home of valibot.

import * as v from 'valibot';
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
import type { Heartbeat, SessionEvent } from '#lib/domain/session-log.ts';
import { PROGRAMME_IDS, type Block, type Session, type StepPlan } from '#lib/domain/session.ts';
import { isPlayable, isTypedDay, isUsualDay, isWithinReason, LIMITS } from './limits.ts';
import { CURRENT_VERSION } from './migrations.ts';

type Shape<T> = v.GenericSchema<unknown, T>;

const between = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const whole = (least: number, most: number) => v.pipe(between(least, most), v.integer());
const listOf = <T>(shape: Shape<T>, most: number) => v.pipe(v.array(shape), v.maxLength(most));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.id));
const at = between(0, LIMITS.lastAt);
const on = v.pipe(v.string(), v.check(isUsualDay));
/** Of what a person enters for a day of their choice. */
const typedOn = v.pipe(v.string(), v.check(isTypedDay));
const seconds = between(0, LIMITS.seconds);
const ms = between(0, LIMITS.seconds * 1000);
const title = v.pipe(
	v.string(),
	v.check((text) => [...text].length <= LIMITS.title)
);
const note = v.pipe(v.string(), v.maxLength(LIMITS.note));
const kept = { id, updatedAt: at, deletedAt: v.optional(at) };

const step = v.looseObject({
	type: v.literal('step'),
	phase: v.picklist(['warmUp', 'walk', 'run', 'coolDown', 'strength', 'breathe', 'rest', 'move']),
	seconds,
	exerciseId: v.optional(id),
	side: v.optional(v.picklist(['left', 'right', 'alternate'])),
	dose: v.optional(v.looseObject({ reps: whole(1, 1000), holdSeconds: seconds, releaseSeconds: seconds })),
	position: v.optional(id)
});
const block: Shape<Block> = v.looseObject({
	type: v.literal('block'),
	id,
	repeat: whole(1, LIMITS.repeat),
	items: v.pipe(v.array(v.lazy((): Shape<StepPlan | Block> => item)), v.maxLength(LIMITS.steps))
});
const item: Shape<StepPlan | Block> = v.lazy((input) => (isBlock(input) ? block : step));
const isBlock = (input: unknown): boolean =>
	typeof input === 'object' && input !== null && 'type' in input && input.type === 'block';

const programmeId = v.picklist(PROGRAMME_IDS);
const session: Shape<Session> = v.pipe(
	v.looseObject({ id, programmeId, stageId: id, title: v.optional(title), blocks: listOf(block, LIMITS.steps) }),
	v.check((value) => isPlayable(value))
);

const simple = <T extends string>(type: T) => v.looseObject({ type: v.literal(type), at });
const event: Shape<SessionEvent> = v.variant('type', [
	v.looseObject({ type: v.literal('started'), at, readyMs: ms }),
	simple('paused'),
	v.looseObject({ type: v.literal('resumed'), at, readyMs: ms }),
	v.looseObject({ type: v.literal('skipped'), at, why: v.optional(v.picklist(['hurts', 'cannot', 'noRoom'])) }),
	simple('wentBack'),
	v.looseObject({ type: v.literal('extended'), at, ms }),
	v.looseObject({ type: v.literal('shortened'), at, ms }),
	v.looseObject({ type: v.literal('varied'), at, exerciseId: id, way: v.picklist(['easier', 'usual', 'harder']) }),
	v.looseObject({ type: v.literal('walkInserted'), at, ms: v.pipe(ms, v.gtValue(0)) }),
	v.looseObject({ type: v.literal('gapKept'), at, sinceAt: at }),
	v.looseObject({ type: v.literal('gapDropped'), at, sinceAt: at, readyMs: ms }),
	simple('interrupted'),
	v.looseObject({ type: v.literal('synced'), at, positionMs: between(0, Number.MAX_SAFE_INTEGER) }),
	v.looseObject({ type: v.literal('unsaid'), at, clip: id }),
	v.looseObject({ type: v.literal('ended'), at, reason: v.picklist(['complete', 'early']) })
]);
const log = listOf(event, LIMITS.events);

const sessionRecord: Shape<SessionRecord> = v.looseObject({ ...kept, on, session, log });
const running: Shape<RunningSession> = v.looseObject({ id, on, session, log });
const heartbeat: Shape<Heartbeat> = v.looseObject({ at });

const pain = v.nullable(between(0, 100));
const legSigns = v.pipe(v.array(v.picklist(['limp', 'swelling', 'bonePoint', 'nightPain'])), v.maxLength(4));
const newSigns = v.pipe(v.array(v.picklist(['belowKnee', 'numbness'])), v.maxLength(2));
const checkIn: Shape<CheckIn> = v.looseObject({
	...kept,
	type: v.literal('afterSession'),
	sessionId: id,
	on,
	backPain: pain,
	legPain: pain,
	effort: v.nullable(between(0, 10)),
	stoppedBy: v.nullable(v.picklist(['body', 'other'])),
	walkHomeMinutes: between(0, LIMITS.seconds / 60),
	note,
	legSigns: v.optional(legSigns),
	newSigns: v.optional(newSigns)
});

const pains = v.nullable(v.looseObject({ back: pain, leg: pain, elsewhere: pain }));
const entry: Shape<PainEntry> = v.looseObject({
	...kept,
	on: typedOn,
	at: between(LIMITS.firstTypedAt, LIMITS.lastAt),
	now: pains,
	average: pains,
	worst: pains,
	note
});

const answered = { ...kept, on, at };
const ids = listOf(id, 100);
const yesNo = v.nullable(v.boolean());
const ten = v.nullable(between(0, 10));
const week = v.picklist([0, 6, 12]);
const activity = v.looseObject({ name: title, score: ten });
const answer: Shape<Answer> = v.variant('type', [
	v.looseObject({ ...answered, type: v.literal('warningSigns'), ticked: ids }),
	v.looseObject({ ...answered, type: v.literal('readiness'), yes: ids }),
	v.looseObject({ ...answered, type: v.literal('exclusions'), yes: ids }),
	v.looseObject({ ...answered, type: v.literal('slowTrack'), applies: v.boolean() }),
	v.looseObject({ ...answered, type: v.literal('adviceTaken') }),
	v.looseObject({
		...answered,
		type: v.literal('episode'),
		since: v.nullable(on),
		kind: v.picklist(['new', 'worse', 'lasting'])
	}),
	v.looseObject({
		...answered,
		type: v.literal('settling'),
		walkTenMinutes: v.nullable(v.picklist(['fine', 'worse', 'notYet'])),
		dailyTasks: yesNo,
		nights: yesNo,
		legWorse: yesNo
	}),
	v.looseObject({ ...answered, type: v.literal('beforeSession'), backPain: pain, cannotStand: v.boolean() }),
	v.looseObject({
		...answered,
		type: v.literal('nextMorning'),
		sessionId: id,
		backPain: pain,
		legPain: pain,
		legGone: yesNo
	}),
	v.looseObject({
		...answered,
		type: v.literal('stopped'),
		sessionId: id,
		why: v.picklist(['nerve', 'chest', 'leg', 'back', 'tired']),
		legSigns
	}),
	v.looseObject({
		...answered,
		type: v.literal('jogTest'),
		seconds,
		talking: v.boolean(),
		morningSame: yesNo
	}),
	v.looseObject({ ...answered, on: typedOn, type: v.literal('medicine'), taken: v.boolean() }),
	v.looseObject({ ...answered, type: v.literal('activities'), week, activities: listOf(activity, 10) }),
	v.looseObject({ ...answered, type: v.literal('rolandMorris'), week, ticked: listOf(whole(1, 24), 24) }),
	v.looseObject({ ...answered, type: v.literal('beliefs'), week, runningIsSafe: ten, canDoPlan: ten }),
	v.looseObject({ ...answered, type: v.literal('weekReview'), monday: on, wentWell: note })
]);

const weekday = v.picklist([0, 1, 2, 3, 4, 5, 6]);
const weekdays = v.pipe(v.array(weekday), v.maxLength(7));
const chosen = { ...kept, on };
const ofOne = { ...chosen, programmeId: v.optional(programmeId) };
const beside = v.optional(v.literal(true));
const choice: Shape<Choice> = v.variant('type', [
	v.looseObject({ ...chosen, type: v.literal('begun'), programmeId, stageId: id, weekdays, beside }),
	v.looseObject({ ...ofOne, type: v.literal('weekdays'), weekdays }),
	v.looseObject({ ...chosen, type: v.literal('stageChosen'), stageId: id }),
	v.looseObject({ ...ofOne, type: v.literal('paused') }),
	v.looseObject({ ...ofOne, type: v.literal('takenUp') }),
	v.looseObject({ ...chosen, type: v.literal('ended'), programmeId }),
	v.looseObject({ ...chosen, type: v.literal('freeDay'), weekday }),
	v.looseObject({ ...chosen, type: v.literal('moved'), programmeId, from: on, to: on }),
	v.looseObject({ ...chosen, type: v.literal('stayed'), stageId: v.nullable(id) }),
	v.looseObject({
		...chosen,
		type: v.literal('exercise'),
		exerciseId: id,
		use: v.picklist(['usual', 'easier', 'never'])
	}),
	v.looseObject({ ...chosen, type: v.literal('instead'), proposedId: id, chosenId: id })
]);

const movement: Shape<OtherMovement> = v.looseObject({
	...kept,
	on: typedOn,
	kind: v.picklist(['cycling', 'swimming', 'class', 'other']),
	minutes: whole(1, MOST_MINUTES),
	note
});

const soundMode = v.picklist(['pocket', 'music', 'quiet']);
const phoneTest: Shape<PhoneTest> = v.looseObject({
	hiddenMs: ms,
	lostMs: ms,
	heard: v.picklist([0, 1, 2, 3]),
	mode: soundMode,
	reason: v.picklist(['allWell', 'stoodStill', 'someUnheard', 'noneHeard', 'notLocked']),
	browser: v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.note)),
	on
});
const settings: Shape<Settings> = v.looseObject({
	updatedAt: at,
	language: v.picklist(['en', 'de']),
	theme: v.picklist(['system', 'light', 'dark', 'outdoor']),
	soundMode,
	voice: v.boolean(),
	voiceLanguage: v.picklist(['screen', 'en', 'de']),
	phoneTest: v.nullable(phoneTest),
	vibration: v.boolean(),
	flash: v.boolean(),
	country: v.picklist(['de', 'at', 'ch', 'gb', 'ie', 'us', 'other']),
	skin: id,
	hair: id
});

/** A list in which no id comes twice; the second one is what is wrong. */
const records = <T extends { readonly id: string }>(shape: Shape<T>, most: number) =>
	v.pipe(
		listOf(shape, most),
		v.rawCheck(({ dataset, addIssue }) => {
			if (!dataset.typed) return;
			const rows = dataset.value;
			const seen = new Set<string>();
			const key = rows.findIndex((row) => seen.size === seen.add(row.id).size);
			if (key < 0) return;
			addIssue({ path: [{ type: 'array', origin: 'value', input: rows, key, value: rows[key] }] });
		})
	);

const ownSession: Shape<OwnSession> = v.looseObject({
	...kept,
	createdAt: at,
	title,
	blocks: v.pipe(
		records(block, LIMITS.steps),
		v.check((blocks) => isWithinReason(blocks))
	)
});

const snapshot: Shape<Snapshot> = v.looseObject({
	version: v.literal(CURRENT_VERSION),
	settings,
	choices: records(choice, LIMITS.choices),
	sessions: records(sessionRecord, LIMITS.sessions),
	checkIns: records(checkIn, LIMITS.checkIns),
	ownSessions: records(ownSession, LIMITS.ownSessions),
	movements: records(movement, LIMITS.movements),
	entries: records(entry, LIMITS.entries),
	answers: records(answer, LIMITS.answers),
	running: v.nullable(running),
	heartbeat: v.nullable(heartbeat)
});

/** Where a value first differs from a snapshot of the current version, e.g. `sessions.3.log.0.at`; `null`: nowhere. */
export function firstFault(value: unknown): string | null {
	const { issues } = v.safeParse(snapshot, value, { abortEarly: true, abortPipeEarly: true });
	if (!issues) return null;
	return v.getDotPath(issues[0]) ?? '';
}
