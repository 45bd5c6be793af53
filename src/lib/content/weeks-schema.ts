// The shapes of the data behind weeks.ts, equal to the types they are used as. For tests only.

import * as v from 'valibot';

const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.minLength(1), v.readonly());
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const id = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9]+(-[a-z0-9]+)*$/));

export const longerRunningSchema = v.strictObject({
	opensAfter: id,
	stayFrom: id,
	ladderMinutes: list(whole),
	weeks: list(v.strictObject({ week: whole, longMinutes: whole, otherMinutes: list(whole), easy: v.boolean() })),
	stay: v.strictObject({
		warmUpSeconds: whole,
		reps: whole,
		runSeconds: list(whole),
		walkSeconds: whole,
		coolDownSeconds: whole
	})
});

const slot = v.strictObject({ any: list(id), optional: v.optional(v.literal(true)) });
const day = v.pipe(v.array(slot), v.readonly());

export const sampleWeeksSchema = list(v.strictObject({ id, days: v.pipe(list(day), v.length(7)) }));
