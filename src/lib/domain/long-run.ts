// Which week of longer running comes next, and how long its runs may be: a fold over what was done.
// Progress is earned, not counted by the calendar. Source: evidence.md 3.2 and the lights of 1.5 [P].

import { didRun, keptSessions } from './history.ts';
import type { Light } from './light.ts';
import { daysBetween, type LocalDay } from './local-day.ts';
import { continuousRun, runId, type LongerRunning, type LongerWeek } from './longer-running.ts';
import { DONE_SHARE } from './player.ts';
import { slowTrackOf } from './readiness.ts';
import type { SessionRecord } from './record.ts';
import { guardRun, longestRunSeconds, type Guarded } from './run-guard.ts';
import { RULES } from './rules.ts';
import { sessionLights, type LightFacts } from './session-lights.ts';
import type { Session } from './session.ts';

/** Why this week; a text id. Why the run is as long as it is says its guard. */
export type LongRunReason =
	| 'start'
	| 'nextWeek'
	| 'easyWeek'
	| 'roundAgain'
	| 'oneMore'
	| 'repeatAmber'
	| 'repeatShort'
	| 'stepBackAmber'
	| 'stepBackRed'
	| 'afterFlare'
	| 'noAnswers'
	| 'afterBreak';

export interface LongRun {
	readonly week: LongerWeek;
	readonly reason: LongRunReason;
	readonly guard: Guarded;
	/** `null` when there was no run in the last 30 days: then a stage of run-walk comes first. */
	readonly session: Session | null;
}

/** What longer running is read from. */
export interface RunFacts extends LightFacts {
	readonly sessions: readonly SessionRecord[];
	/** Days on which a flare or an episode was over (settle.ts), oldest first. */
	readonly flaresOver?: readonly LocalDay[];
}

interface Fold {
	readonly index: number;
	readonly goodOnes: number;
	/** Amber long runs in a row. */
	readonly ambers: number;
	readonly reason: LongRunReason;
	readonly lastOn: LocalDay | null;
}

/** After the last week its block of four comes again: three weeks and an easy one. */
const BLOCK_OF_WEEKS = 4;

/** The week a run was of; -1 for a run of another programme. */
const indexOfWeek = (programme: LongerRunning, { session }: SessionRecord): number =>
	session.programmeId === 'running'
		? programme.weeks.findIndex((week) => session.stageId.startsWith(runId(week, '')))
		: -1;

/** True for the one long run of a week of longer running. */
export const isLongRun = ({ session }: Pick<SessionRecord, 'session'>): boolean => session.stageId.endsWith('-long');

const NOTHING_YET = { goodOnes: 0, ambers: 0 } as const;
const weeksBack = (index: number, weeks: number): number => Math.max(0, index - weeks);

/** Two weeks back after two weeks without a run; what lies further back, the guard knows. */
const afterBreak = (fold: Fold, on: LocalDay): Fold =>
	fold.reason === 'start' || fold.lastOn === null || daysBetween(fold.lastOn, on) < RULES.stepBackFromDays
		? fold
		: { ...fold, ...NOTHING_YET, index: weeksBack(fold.index, RULES.stagesBackAfterBreak), reason: 'afterBreak' };

/** Two weeks back after a flare, as two stages are (evidence.md 4.3); a break counts anew from its end. */
function afterFlare(fold: Fold, on: LocalDay): Fold {
	if (fold.reason === 'start') return fold;
	const index = weeksBack(fold.index, RULES.stagesBackAfterRed);
	return { ...fold, ...NOTHING_YET, index, reason: 'afterFlare', lastOn: on };
}

function afterGreen(fold: Fold, programme: LongerRunning, needed: number): Fold {
	const goodOnes = fold.goodOnes + 1;
	if (goodOnes < needed) return { ...fold, goodOnes, ambers: 0, reason: 'oneMore' };
	const next = fold.index + 1;
	const week = programme.weeks[next];
	if (!week) return { ...fold, ...NOTHING_YET, index: Math.max(0, next - BLOCK_OF_WEEKS), reason: 'roundAgain' };
	return { ...fold, ...NOTHING_YET, index: next, reason: week.easy ? 'easyWeek' : 'nextWeek' };
}

/** Again; the third in a row leads one week back, as it does one stage (evidence.md 1.5). */
function afterAmber(fold: Fold): Fold {
	const ambers = fold.ambers + 1;
	if (ambers < RULES.ambersToMoveDown) return { ...fold, goodOnes: 0, ambers, reason: 'repeatAmber' };
	return { ...fold, ...NOTHING_YET, index: weeksBack(fold.index, 1), reason: 'stepBackAmber' };
}

function afterRun(fold: Fold, index: number, record: SessionRecord, light: Light, rules: Rules): Fold {
	// Of the short runs only a red one says something about the week.
	if (!isLongRun(record) && light !== 'red') return fold;
	// Unanswered, it leaves the week as it was, whichever week it was of (0012).
	if (light === 'unknown') return { ...fold, reason: 'noAnswers' };
	// A harder week than was due that went less well does not become the present one.
	const due = { ...fold, ...(index < fold.index ? NOTHING_YET : {}), index: Math.min(index, fold.index) };
	if (light === 'red')
		return { ...due, ...NOTHING_YET, index: weeksBack(due.index, RULES.stagesBackAfterRed), reason: 'stepBackRed' };
	if (light === 'amber') return afterAmber(due);
	// A run that the guard or the person cut short does not earn the next week.
	const wished = (rules.programme.weeks[index]?.longMinutes ?? 0) * 60;
	if (longestRunSeconds(record) < DONE_SHARE * wished) return { ...fold, ambers: 0, reason: 'repeatShort' };
	const at = { ...fold, ...(index === fold.index ? {} : NOTHING_YET), index };
	return afterGreen(at, rules.programme, rules.neededOn(record.on));
}

interface Rules {
	readonly programme: LongerRunning;
	/** Green long runs that earn the next week: one, on the slow track two ('two weeks per step', evidence.md 3.2). */
	readonly neededOn: (on: LocalDay) => number;
}

function foldOf(facts: RunFacts, rules: Rules, today: LocalDay): Fold {
	const first: Fold = { index: 0, ...NOTHING_YET, reason: 'start', lastOn: null };
	const lights = sessionLights(facts);
	const runs = keptSessions(facts.sessions).filter((record) => record.on <= today && didRun(record));
	// What ended on a day ended before its run.
	const events = [
		...(facts.flaresOver ?? []).map((on) => ({ on, record: null })),
		...runs.map((record) => ({ on: record.on, record }))
	].toSorted((a, b) => a.on.localeCompare(b.on));
	const folded = events.reduce((fold, { on, record }) => {
		if (!record) return on <= today ? afterFlare(fold, on) : fold;
		const index = indexOfWeek(rules.programme, record);
		const rested = afterBreak(fold, on);
		const after = index < 0 ? rested : afterRun(rested, index, record, lights(record).light, rules);
		return { ...after, lastOn: on };
	}, first);
	return afterBreak(folded, today);
}

/** The present week of longer running, and why it is this one. */
function weekOf(facts: RunFacts, rules: Rules, today: LocalDay): { week: LongerWeek; reason: LongRunReason } {
	const { index, reason } = foldOf(facts, rules, today);
	const week = rules.programme.weeks[index];
	if (!week) throw new Error(`no week ${index}`);
	return { week, reason };
}

/**
 * The next long run: the minutes of its week, but at most 1.10 × the longest run of the last 30 days. A green long run
 * of (nearly) its full length earns the next week, on the slow track two of them do (from the day it is ticked,
 * never backwards); amber repeats, the third in a row
 * leads one week back; red, a flare and a break of two weeks lead two back. After the last week its four weeks come round again.
 */
export function nextLongRun(facts: RunFacts, programme: LongerRunning, today: LocalDay): LongRun {
	const { greens, greensOnSlowTrack } = RULES.longRun;
	const isSlowOn = slowTrackOf(facts.answers);
	const neededOn = (on: LocalDay): number => (isSlowOn(on) ? greensOnSlowTrack : greens);
	const { week, reason } = weekOf(facts, { programme, neededOn }, today);
	const guard = guardRun(week.longMinutes * 60, facts.sessions, today);
	const session = guard.seconds > 0 ? continuousRun(week, 'long', guard.seconds) : null;
	return { week, reason, guard, session };
}

/** All runs of the present week, the short ones first, each within the guard. Empty when the guard allows none. */
export function runsOfLongerWeek(facts: RunFacts, programme: LongerRunning, today: LocalDay): readonly Session[] {
	const { week, session } = nextLongRun(facts, programme, today);
	if (!session) return [];
	const others = week.otherMinutes.map((minutes, index) =>
		continuousRun(week, index + 1, guardRun(minutes * 60, facts.sessions, today).seconds)
	);
	return [...others, session];
}

/** What lies open after the stages. `stay`: run-walk for good, from S11 on. `longer`: the weeks of longer running. */
export interface WaysOn {
	readonly stay: boolean;
	readonly longer: boolean;
	/** Green sessions in a row at the last stage, up to now. */
	readonly greens: number;
}

/**
 * `longer` opens with three green sessions in a row at the last stage (evidence.md 3.2) and stays open; `stay` with a
 * green session at `stayFrom` or later.
 */
export function waysOn(facts: RunFacts, programme: LongerRunning, stageIds: readonly string[]): WaysOn {
	const from = stageIds.indexOf(programme.stayFrom);
	const lights = sessionLights(facts);
	let ways: WaysOn = { stay: false, longer: false, greens: 0 };
	for (const record of keptSessions(facts.sessions)) {
		if (record.session.programmeId !== 'run-walk') continue;
		const light = lights(record).light;
		if (light === 'unknown') continue;
		const { stageId } = record.session;
		const greens = light === 'green' && stageId === programme.opensAfter ? ways.greens + 1 : 0;
		const stay = ways.stay || (light === 'green' && stageIds.indexOf(stageId) >= from);
		ways = { stay, longer: ways.longer || greens >= RULES.greensAtTheEnds, greens };
	}
	return ways;
}
