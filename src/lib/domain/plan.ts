// Where this person stands: the plan, from their choices, and the days it wishes for. The app proposes, the person decides.

import type { Answer } from './answer.ts';
import type { PainEntry } from './entry.ts';
import { didRun, didShare, keptSessions, summaryOf } from './history.ts';
import { addDays, weekdayOf, type LocalDay, type Weekday } from './local-day.ts';
import { isKept, type CheckIn, type Choice, type SessionRecord } from './record.ts';
import { RULES } from './rules.ts';
import type { StageReason } from './run-stage.ts';
import { sessionSeconds, type ProgrammeId, type Session } from './session.ts';

/** What the person chose, from all their choices. */
export interface Plan {
	readonly programmeId: ProgrammeId;
	readonly startStageId: string;
	readonly weekdays: readonly Weekday[];
	readonly begunOn: LocalDay;
	/** When it was begun, taken up or given its weekdays, whichever was last: days before it are not asked for. */
	readonly since: LocalDay;
	readonly pausedOn: LocalDay | null;
}

/** The next session and why it is this one. */
export interface Proposal {
	readonly session: Session;
	readonly reason: StageReason;
	readonly breakDays: number;
	/** The day it is due; today or later. A wish, not a duty. */
	readonly dueOn: LocalDay;
	/** Run-walk: index of the stage. Walks: index of the week. Sequences: 0. */
	readonly rung: number;
	readonly greens: number;
	readonly greensNeeded: number;
}

export interface Facts {
	readonly choices: readonly Choice[];
	readonly sessions: readonly SessionRecord[];
	readonly checkIns: readonly CheckIn[];
	readonly entries: readonly PainEntry[];
	readonly answers: readonly Answer[];
}

/** Choices that were not removed, in the order in which they were made. */
export const inOrder = (choices: readonly Choice[]): readonly Choice[] =>
	choices.filter(isKept).toSorted((a, b) => a.on.localeCompare(b.on) || a.updatedAt - b.updatedAt);

/** A plan as it is begun. */
export const begunOf = (choice: Extract<Choice, { type: 'begun' }>): Plan => ({
	programmeId: choice.programmeId,
	startStageId: choice.stageId,
	weekdays: choice.weekdays,
	begunOn: choice.on,
	since: choice.on,
	pausedOn: null
});

/** Rested and taken up on one day is no rest: nothing was over meanwhile. */
const takenUp = (plan: Plan, on: LocalDay): Plan => ({
	...plan,
	pausedOn: null,
	since: plan.pausedOn !== null && plan.pausedOn < on ? on : plan.since
});

/** What a choice makes of the plan it is about. */
export function changedBy(plan: Plan, choice: Choice): Plan {
	if (choice.type === 'weekdays') return { ...plan, weekdays: choice.weekdays, since: choice.on };
	if (choice.type === 'paused') return { ...plan, pausedOn: choice.on };
	if (choice.type === 'takenUp') return takenUp(plan, choice.on);
	return plan;
}

/** The plan the choices add up to; `null` before the first start. A later `begun` replaces the earlier one. */
export const planOf = (choices: readonly Choice[]): Plan | null =>
	inOrder(choices).reduce<Plan | null>(
		(plan, choice) => (choice.type === 'begun' ? begunOf(choice) : plan && changedBy(plan, choice)),
		null
	);

/** Sessions of one programme, oldest first. */
export const sessionsOf = (facts: Facts, programmeId: ProgrammeId): readonly SessionRecord[] =>
	keptSessions(facts.sessions).filter((record) => record.session.programmeId === programmeId);

/** The short set before a run is stored with the legs, but belongs to the run, not to a plan. */
const OF_NO_PLAN: readonly string[] = ['run-prep-5'];

/** False for a sequence that no plan is made of. */
export const isOfPlans = (stageId: string): boolean => !OF_NO_PLAN.includes(stageId);

/**
 * Whether a day of a plan is done with `records`, all of one programme: half of one of them was done, or of the longest
 * in parts. Less leaves the day as it was. Who ran and broke it off has run [P]: the same run is not asked for again.
 */
function isDayDone(records: readonly SessionRecord[]): boolean {
	const share = RULES.walkCountsFromShare;
	const playedMs = records.reduce((sum, record) => sum + summaryOf(record).playedMs, 0);
	const plannedMs = 1000 * Math.max(...records.map(({ session }) => sessionSeconds(session)));
	return records.some((record) => didRun(record) || didShare(record, share)) || playedMs >= share * plannedMs;
}

/** What counts for plans, oldest first. One session a day does: the second walk of a day belongs to the first. */
export function countedSessions(kept: readonly SessionRecord[]): readonly SessionRecord[] {
	const ofDay = new Map<string, SessionRecord[]>();
	for (const record of kept.filter(({ session }) => isOfPlans(session.stageId))) {
		const key = `${record.on} ${record.session.programmeId}`;
		ofDay.set(key, [...(ofDay.get(key) ?? []), record]);
	}
	return [...ofDay.values()].filter(isDayDone).flatMap(([first]) => first ?? []);
}

export const beganAt = (record: SessionRecord): number => record.log[0]?.at ?? 0;

/** Whether something is of the present plan: what came before the last `begun` belongs to the plan before it. */
export function sinceBegun(facts: Facts): (entry: { readonly on: LocalDay; readonly at: number }) => boolean {
	const begun = inOrder(facts.choices).findLast((choice) => choice.type === 'begun');
	return ({ on, at }) => !begun || on > begun.on || (on === begun.on && at >= begun.updatedAt);
}

/** The next planned day from `today` on; runs never on consecutive days (evidence.md 1.5). */
export function dueDay(plan: Plan, lastOn: LocalDay | null, today: LocalDay): LocalDay {
	const free = plan.programmeId === 'run-walk' ? 2 : 1;
	const rested = lastOn === null ? today : addDays(lastOn, free);
	const first = rested > today ? rested : today;
	for (let n = 0; n < 7; n++) {
		const day = addDays(first, n);
		if (plan.weekdays.includes(weekdayOf(day))) return day;
	}
	return first;
}
