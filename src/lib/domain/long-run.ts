// Which week of longer running comes next, and how long its runs may be: a fold over what was done.
// Progress is earned, not counted by the calendar. Source: evidence.md 3.2 and the lights of 1.5 [P].

import { keptSessions } from './history.ts';
import type { Light } from './light.ts';
import { daysBetween, type LocalDay } from './local-day.ts';
import { continuousRun, runId, type LongerRunning, type LongerWeek } from './longer-running.ts';
import { DONE_SHARE } from './player.ts';
import type { SessionRecord } from './record.ts';
import { guardRun, longestRunSeconds, type Guarded } from './run-guard.ts';
import { RULES } from './rules.ts';
import { sessionLights, type LightFacts } from './session-lights.ts';
import { hasRun, type Session } from './session.ts';

/** Why this week; a text id. Why the run is as long as it is says its guard. */
export type LongRunReason =
	| 'start'
	| 'nextWeek'
	| 'easyWeek'
	| 'roundAgain'
	| 'oneMore'
	| 'repeatAmber'
	| 'repeatShort'
	| 'stepBackRed'
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
}

interface Fold {
	readonly index: number;
	readonly goodOnes: number;
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

/** Two weeks back after two weeks without a run; what lies further back, the guard knows. */
const afterBreak = (fold: Fold, on: LocalDay): Fold =>
	fold.lastOn === null || daysBetween(fold.lastOn, on) < RULES.stepBackFromDays
		? fold
		: { ...fold, index: Math.max(0, fold.index - RULES.stagesBackAfterBreak), goodOnes: 0, reason: 'afterBreak' };

function afterGreen(fold: Fold, programme: LongerRunning, needed: number): Fold {
	const goodOnes = fold.goodOnes + 1;
	if (goodOnes < needed) return { ...fold, goodOnes, reason: 'oneMore' };
	const next = fold.index + 1;
	const week = programme.weeks[next];
	if (!week) return { ...fold, index: Math.max(0, next - BLOCK_OF_WEEKS), goodOnes: 0, reason: 'roundAgain' };
	return { ...fold, index: next, goodOnes: 0, reason: week.easy ? 'easyWeek' : 'nextWeek' };
}

function afterRun(fold: Fold, index: number, record: SessionRecord, light: Light, rules: Rules): Fold {
	// Of the short runs only a red one says something about the week.
	if (!isLongRun(record) && light !== 'red') return fold;
	const at = { ...fold, index, goodOnes: index === fold.index ? fold.goodOnes : 0 };
	if (light === 'unknown') return { ...at, reason: 'noAnswers' };
	if (light === 'red')
		return { ...at, index: Math.max(0, index - RULES.stagesBackAfterRed), goodOnes: 0, reason: 'stepBackRed' };
	if (light === 'amber') return { ...at, goodOnes: 0, reason: 'repeatAmber' };
	// A run that the guard or the person cut short does not earn the next week.
	const wished = (rules.programme.weeks[index]?.longMinutes ?? 0) * 60;
	if (longestRunSeconds(record) < DONE_SHARE * wished) return { ...at, reason: 'repeatShort' };
	return afterGreen(at, rules.programme, rules.needed);
}

interface Rules {
	readonly programme: LongerRunning;
	/** Green long runs that earn the next week: one, on the slow track two ('two weeks per step', evidence.md 3.2). */
	readonly needed: number;
}

function foldOf(facts: RunFacts, rules: Rules, today: LocalDay): Fold {
	const first: Fold = { index: 0, goodOnes: 0, reason: 'start', lastOn: null };
	const lights = sessionLights(facts);
	const runs = keptSessions(facts.sessions).filter((record) => record.on <= today && hasRun(record.session));
	const folded = runs.reduce((fold, record) => {
		const index = indexOfWeek(rules.programme, record);
		const rested = fold.reason === 'start' ? fold : afterBreak(fold, record.on);
		const after = index < 0 ? rested : afterRun(rested, index, record, lights(record).light, rules);
		return { ...after, lastOn: record.on };
	}, first);
	return folded.reason === 'start' ? folded : afterBreak(folded, today);
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
 * of (nearly) its full length earns the next week, on the slow track two of them do; amber repeats, red and a break of
 * two weeks lead two weeks back. After the last week its four weeks come round again.
 */
export function nextLongRun(facts: RunFacts, programme: LongerRunning, today: LocalDay, slowTrack = false): LongRun {
	const { week, reason } = weekOf(facts, { programme, needed: slowTrack ? 2 : 1 }, today);
	const guard = guardRun(week.longMinutes * 60, facts.sessions, today);
	const session = guard.seconds > 0 ? continuousRun(week, 'long', guard.seconds) : null;
	return { week, reason, guard, session };
}

/** All runs of the present week, the short ones first, each within the guard. Empty when the guard allows none. */
export function runsOfLongerWeek(
	facts: RunFacts,
	programme: LongerRunning,
	today: LocalDay,
	slowTrack = false
): readonly Session[] {
	const { week, session } = nextLongRun(facts, programme, today, slowTrack);
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
