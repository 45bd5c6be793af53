// The light of each recorded session, with all that was answered around it. One reading of the answers serves all records.

import type { Answer } from './answer.ts';
import { diaryDays, usualOf, type DiaryDay } from './diary.ts';
import type { PainEntry } from './entry.ts';
import { summaryOf } from './history.ts';
import { currentOf } from './kept.ts';
import { lightOf, type Light, type Morning } from './light.ts';
import { addDays, type LocalDay } from './local-day.ts';
import type { CheckIn, SessionRecord } from './record.ts';
import { hasRun } from './session.ts';

/** What lights are read from. */
export interface LightFacts {
	readonly checkIns: readonly CheckIn[];
	readonly entries: readonly PainEntry[];
	readonly answers: readonly Answer[];
}

export interface SessionLight {
	readonly light: Light;
	/** The next morning was answered: a step up waits for one of these (decisions.md 'Missing data'). */
	readonly hasMorning: boolean;
}

type Before = Extract<Answer, { type: 'beforeSession' }>;
type Stopped = Extract<Answer, { type: 'stopped' }>;

const STOPPED_LIGHT: Readonly<Record<Stopped['why'], 'red' | 'amber'>> = {
	nerve: 'red',
	chest: 'red',
	leg: 'red',
	back: 'red',
	tired: 'amber'
};

/** By a key, the last of each; `items` come oldest first. */
const lastOf = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> =>
	new Map(items.map((item) => [keyOf(item), item]));

const ofType = <Type extends Answer['type']>(answers: readonly Answer[], type: Type) =>
	answers.filter((answer): answer is Extract<Answer, { type: Type }> => answer.type === type);

/** The last answer before a session of that day: the one before it began, else the first of the day. */
function beforeOf(record: SessionRecord, ofDay: readonly Before[]): number | null {
	const beganAt = record.log[0]?.at ?? Infinity;
	const before = ofDay.findLast((answer) => answer.at <= beganAt && answer.backPain !== null);
	return (before ?? ofDay.find((answer) => answer.backPain !== null))?.backPain ?? null;
}

/** What was felt first on the day after, when the morning itself was not answered. */
function firstFelt(
	entries: readonly PainEntry[]
): ReadonlyMap<LocalDay, { readonly at: number; readonly pain: number }> {
	const felt = new Map<LocalDay, { readonly at: number; readonly pain: number }>();
	for (const { on, at, now } of entries) {
		const pain = now?.back ?? null;
		if (pain !== null && at <= (felt.get(on)?.at ?? Infinity)) felt.set(on, { at, pain });
	}
	return felt;
}

/** Of each session the answers that were changed last. */
function latestOf(checkIns: readonly CheckIn[]): ReadonlyMap<string, CheckIn> {
	const latest = new Map<string, CheckIn>();
	for (const each of checkIns)
		if (each.updatedAt >= (latest.get(each.sessionId)?.updatedAt ?? -Infinity)) latest.set(each.sessionId, each);
	return latest;
}

/** Reads the answers once; the function it returns gives the light of a record. */
export function sessionLights(
	{ checkIns, entries, answers }: LightFacts,
	days: readonly DiaryDay[] = diaryDays(entries)
): (record: SessionRecord) => SessionLight {
	const current = currentOf(answers).toSorted((a, b) => a.at - b.at);
	const checkInOf = latestOf(currentOf(checkIns));
	const morningOf = lastOf(ofType(current, 'nextMorning'), ({ sessionId }) => sessionId);
	const stoppedOf = lastOf(ofType(current, 'stopped'), ({ sessionId }) => sessionId);
	const beforeByDay = new Map<LocalDay, Before[]>();
	for (const answer of ofType(current, 'beforeSession'))
		beforeByDay.set(answer.on, [...(beforeByDay.get(answer.on) ?? []), answer]);
	const felt = firstFelt(currentOf(entries));

	return (record) => {
		const answered: Morning | undefined = morningOf.get(record.id);
		const feltNext = felt.get(addDays(record.on, 1))?.pain ?? null;
		const morning: Morning = {
			backPain: answered?.backPain ?? feltNext,
			legPain: answered?.legPain ?? null,
			legGone: answered?.legGone ?? null
		};
		const stopped = stoppedOf.get(record.id);
		const light = lightOf(summaryOf(record), checkInOf.get(record.id), {
			isRun: hasRun(record.session),
			before: beforeOf(record, beforeByDay.get(record.on) ?? []),
			// Looked up only where the number decides.
			get usual() {
				return usualOf(days, addDays(record.on, -1));
			},
			morning,
			stopped: stopped ? STOPPED_LIGHT[stopped.why] : null
		});
		return { light, hasMorning: morning.backPain !== null };
	};
}
