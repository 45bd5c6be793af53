// The light of each recorded session, with all that was answered around it. One reading of the answers serves all records.

import type { Answer } from './answer.ts';
import { diaryDays, usualOf, type DiaryDay } from './diary.ts';
import type { PainEntry } from './entry.ts';
import { summaryOf } from './history.ts';
import { currentOf } from './kept.ts';
import { isLegRed, lightOf, type Light, type Morning } from './light.ts';
import { addDays, type LocalDay } from './local-day.ts';
import type { CheckIn, SessionRecord } from './record.ts';
import { RULES } from './rules.ts';
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
	/** The leg or foot made it red, by its answers, the next morning or the stop. */
	readonly isLegRed: boolean;
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

/**
 * How the back was before this session, 0-100: the last that was said on its day before it began; `null`: nothing. What
 * was said later on that day, before another session, is no start of this one (evidence.md 1.5 'above today's start').
 */
export function painBefore({ on, log }: SessionRecord, answers: readonly Answer[]): number | null {
	const beganAt = log[0]?.at ?? Infinity;
	const said = ofType(answers, 'beforeSession')
		.filter((each) => each.on === on && each.at <= beganAt && each.backPain !== null)
		.toSorted((a, b) => a.at - b.at);
	return said.at(-1)?.backPain ?? null;
}

interface Felt {
	readonly at: number;
	readonly pain: number;
}

/** What was felt in the back, by day. */
function feltByDay(entries: readonly PainEntry[]): ReadonlyMap<LocalDay, readonly Felt[]> {
	const felt = new Map<LocalDay, Felt[]>();
	for (const { on, at, now } of entries) {
		const pain = now?.back ?? null;
		if (pain === null) continue;
		const ofDay = felt.get(on) ?? [];
		ofDay.push({ at, pain });
		felt.set(on, ofDay);
	}
	return felt;
}

const HOUR_MS = 3_600_000;

/** What was felt first on the day after, when the morning itself was not answered; half past midnight is no morning. */
function firstFelt({ log }: SessionRecord, nextDay: readonly Felt[]): number | null {
	const from = (log.at(-1)?.at ?? -Infinity) + RULES.morningFromHours * HOUR_MS;
	const first = nextDay.filter(({ at }) => at >= from).reduce<Felt | null>((a, b) => (a && a.at < b.at ? a : b), null);
	return first?.pain ?? null;
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
	const felt = feltByDay(currentOf(entries));

	return (record) => {
		const answered: Morning | undefined = morningOf.get(record.id);
		const feltNext = firstFelt(record, felt.get(addDays(record.on, 1)) ?? []);
		const morning: Morning = {
			backPain: answered?.backPain ?? feltNext,
			legPain: answered?.legPain ?? null,
			legGone: answered?.legGone ?? null
		};
		const stopped = stoppedOf.get(record.id);
		const checkIn = checkInOf.get(record.id);
		const light = lightOf(summaryOf(record), checkIn, {
			isRun: hasRun(record.session),
			before: painBefore(record, beforeByDay.get(record.on) ?? []),
			// Looked up only where the number decides.
			get usual() {
				return usualOf(days, addDays(record.on, -1));
			},
			morning,
			stopped: stopped ? STOPPED_LIGHT[stopped.why] : null
		});
		const isByLeg = stopped?.why === 'leg' || isLegRed(checkIn, morning);
		return { light, hasMorning: morning.backPain !== null, isLegRed: isByLeg };
	};
}
