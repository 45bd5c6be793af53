// The shapes of the data files, equal to the types they are used as. For tests only: the app trusts what they proved.

import * as v from 'valibot';
import { HOLDS } from '#lib/domain/hold.ts';
import { PROGRAMME_IDS, SEQUENCE_PROGRAMMES } from '#lib/domain/session.ts';
import { RULE_IDS } from './reason-rule.ts';

/** A type with everything in it readonly, so that a shape and a type can be compared. */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.minLength(1), v.readonly());
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const atLeastOne = v.pipe(v.number(), v.integer(), v.minValue(1));
const id = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9]+(-[a-z0-9]+)*$/));
const sentence = v.pipe(v.string(), v.regex(/^\S(.*\S)?$/));

const dose = { reps: atLeastOne, holdSeconds: atLeastOne, releaseSeconds: whole };

const step = v.strictObject({
	type: v.literal('step'),
	phase: v.picklist(['warmUp', 'walk', 'run', 'coolDown', 'strength', 'breathe', 'rest', 'move']),
	seconds: atLeastOne,
	exerciseId: v.optional(id),
	side: v.optional(v.picklist(['left', 'right', 'alternate'])),
	dose: v.optional(v.strictObject(dose)),
	position: v.optional(id)
});

const stage = v.strictObject({
	id,
	warmUpSeconds: atLeastOne,
	intervals: list(v.strictObject({ reps: atLeastOne, runSeconds: atLeastOne, walkSeconds: whole })),
	coolDownSeconds: atLeastOne,
	runningSeconds: atLeastOne,
	longestBoutSeconds: atLeastOne,
	standing: v.picklist(['documented', 'extension'])
});

export const runWalkSchema = v.strictObject({
	stages: list(stage),
	sessionsPerWeek: atLeastOne,
	weeks: list(list(id)),
	documentedEnd: id
});

export const walksSchema = list(
	v.strictObject({ id, weeks: list(v.strictObject({ minutes: atLeastOne, times: atLeastOne })) })
);

export const sequencesSchema = list(
	v.strictObject({ id, programmeId: v.picklist(SEQUENCE_PROGRAMMES), seconds: atLeastOne, steps: list(step) })
);

const TYPES = ['core', 'strength', 'pilates', 'tai-chi', 'yoga', 'mobility', 'relaxation', 'desk'] as const;
const PLACES = ['floor', 'chair', 'desk', 'standing', 'outdoors'] as const;
const EQUIPMENT = ['mat', 'chair', 'wall'] as const;
const AIMS = ['trunk', 'hips', 'legs', 'mobility', 'balance', 'calm', 'breath'] as const;
const SOURCES = ['practice'] as const;

export const exercisesSchema = list(
	v.strictObject({
		id,
		type: v.picklist(TYPES),
		level: v.picklist([1, 2, 3]),
		position: v.picklist(['lie', 'side', 'hands-knees', 'face-down', 'kneel', 'sit', 'chair', 'stand', 'any']),
		places: list(v.picklist(PLACES)),
		equipment: v.pipe(v.array(v.picklist(EQUIPMENT)), v.readonly()),
		aims: list(v.picklist(AIMS)),
		easierId: v.optional(id),
		harderId: v.optional(id),
		source: v.picklist(SOURCES),
		dose: v.strictObject({ sets: atLeastOne, ...dose, sides: v.picklist([1, 2]), restSeconds: whole })
	})
);

const each = <const Ids extends readonly string[], T extends v.GenericSchema>(ids: Ids, item: T) =>
	v.strictObject(Object.fromEntries(ids.map((key) => [key, item])) as Record<Ids[number], T>);
const byId = <T extends v.GenericSchema>(item: T) => v.record(id, item);
const named = { name: sentence };

const exerciseTexts = byId(
	v.strictObject({
		...named,
		short: v.pipe(sentence, v.maxLength(18)),
		target: sentence,
		cues: v.pipe(v.array(sentence), v.length(3), v.readonly()),
		reps: v.optional(list(sentence)),
		sides: v.optional(each(['left', 'right'], sentence)),
		easier: sentence,
		harder: sentence,
		stop: sentence,
		movement: sentence
	})
);

export const libraryTextsSchema = v.strictObject({
	exercises: exerciseTexts,
	sources: each(SOURCES, sentence),
	levels: each(['1', '2', '3'], sentence),
	places: each(PLACES, sentence),
	equipment: each(EQUIPMENT, sentence),
	aims: each(AIMS, sentence),
	types: each(TYPES, sentence)
});

export const textsSchema = v.strictObject({
	programmes: each(
		PROGRAMME_IDS,
		v.strictObject({
			...named,
			oneLine: sentence,
			what: sentence,
			whom: sentence,
			known: sentence,
			source: sentence
		})
	),
	stageLabel: sentence,
	standing: each(['documented', 'extension', 'ourPlan'], sentence),
	about: each(['whatThisIs', 'evidenceHonesty', 'hurtAndHarm', 'legs'], sentence),
	walks: byId(v.strictObject({ ...named, whom: sentence })),
	sequences: byId(v.strictObject({ ...named, use: sentence })),
	exercises: exerciseTexts,
	positions: byId(v.strictObject({ ...named, instruction: sentence })),
	sides: each(['left', 'right', 'alternate'], sentence),
	phases: each(
		['warmUp', 'walk', 'run', 'coolDown', 'strength', 'breathe', 'rest', 'move'],
		v.strictObject({ ...named, cue: sentence, ordinal: sentence })
	),
	paces: each(['easyIn', 'own', 'brisk', 'talkTest', 'loose', 'easyOut'], sentence),
	cues: each(
		['three', 'two', 'one', 'up', 'down', 'sideChange', 'halfWay', 'finish'],
		v.strictObject({ word: sentence, line: sentence })
	),
	reasons: each(
		[
			'start',
			'earned',
			'oneMoreGreen',
			'repeatAmber',
			'stepBackAmber',
			'stepBackRed',
			'noAnswers',
			'repeatAfterBreak',
			'stepBackAfterBreak',
			'morningOpen',
			'afterFlare',
			'jogTestDue',
			'jogTest',
			'chosen',
			'finished'
		],
		sentence
	),
	walkReasons: each(['start', 'oneMoreGreen', 'repeatAmber', 'stepBackRed', 'stepBackAfterBreak'], sentence),
	coreReasons: each(
		['start', 'earned', 'oneMoreGreen', 'noAnswers', 'repeatAmber', 'stepBackAmber', 'stepBackRed'],
		sentence
	),
	holds: each(HOLDS, sentence),
	lights: each(['green', 'amber', 'red', 'unknown'], v.strictObject({ ...named, rule: sentence })),
	rules: each(RULE_IDS, sentence)
});

/** The words of a voice: voice/en.json, voice/de.json. */
export const voiceSchema = v.strictObject({
	fixed: each(
		['half', 'ten', 'finish', 'pause', 'resume', 'walk-first', 'side.change', 'test.1', 'test.2', 'test.3'],
		sentence
	),
	phases: each(['warmUp', 'walk', 'run', 'coolDown', 'strength', 'breathe', 'rest', 'move'], sentence),
	timed: each(['warmUp', 'walk', 'run', 'coolDown'], sentence),
	named: each(['exercise', 'next', 'position', 'side'], sentence),
	duration: each(['minute', 'minutes', 'minutesAndHalf', 'seconds', 'both'], sentence),
	spellings: v.pipe(v.array(v.pipe(v.array(sentence), v.length(2), v.readonly())), v.readonly()),
	numbers: v.pipe(v.array(sentence), v.length(100), v.readonly())
});
