// All plans that run, each with what comes next in it, and the week they add up to. Days are wishes: whichever day the
// person comes, the next session in order is there.

import { daysStillOpen } from './day-choice.ts';
import { keptSessions } from './history.ts';
import { addDays, daysBetween, mondayOf, type LocalDay, type Weekday } from './local-day.ts';
import { nextUp, type NextUp, type Shelf } from './next-up.ts';
import { countedSessions, type Facts, type Plan } from './plan.ts';
import { USUAL_FREE_DAY, chosenFreeDay, movesOf, plansOf, wishesOfPlans } from './plans.ts';
import { readingOf, type Reading } from './reading.ts';
import type { Choice, SessionRecord } from './record.ts';
import type { Session } from './session.ts';
import type { WeekMove, Wish } from './week-wish.ts';
import { composeWeek, type ComposedWeek, type WeekQuestion } from './week.ts';

export interface Agenda {
	/** The one to do next first: resting plans come last, else the earlier day, else the one begun earlier. */
	readonly plans: readonly NextUp[];
	/** This week. */
	readonly week: ComposedWeek;
	/** What it was composed of, for whoever tries out a move. */
	readonly question: WeekQuestion;
}

/**
 * The day that stays free. Until somebody chooses one it is Sunday (decisions.md, 'Week'), or, when a plan was put on
 * Sundays, the last weekday without any.
 */
export function freeDayFor(choices: readonly Choice[], plans: readonly Plan[]): Weekday {
	const chosen = chosenFreeDay(choices);
	if (chosen !== null) return chosen;
	const used = new Set(plans.filter(({ pausedOn }) => pausedOn === null).flatMap(({ weekdays }) => weekdays));
	const unused = ([0, 1, 2, 3, 4, 5, 6] as const).filter((day) => !used.has(day));
	return unused.at(-1) ?? USUAL_FREE_DAY;
}

/** Run-walk leads back to longer running, so it stands for it. */
const isOf = ({ programmeId }: Plan, { session }: SessionRecord): boolean =>
	session.programmeId === programmeId || (programmeId === 'running' && session.programmeId === 'run-walk');

/** What a week is read with. */
interface Known {
	readonly records: readonly SessionRecord[];
	readonly moves: readonly WeekMove[];
}

/** What was done of a plan in the week of `monday`. */
function doneIn(plan: Plan, records: readonly SessionRecord[], monday: LocalDay): readonly SessionRecord[] {
	const sunday = addDays(monday, 6);
	return records.filter(
		(record) => record.on >= monday && record.on <= sunday && record.on >= plan.begunOn && isOf(plan, record)
	);
}

/**
 * The weekdays of a plan in the week of `monday`: all of them, in its first week those since it began. Of those that
 * were over when it was taken up or was given them, only what had been done for, or moved ahead: nobody can wish for
 * yesterday.
 */
function weekdaysIn(plan: Plan, { records, moves }: Known, monday: LocalDay): readonly Weekday[] {
	const dateOf = (weekday: Weekday): LocalDay => addDays(monday, weekday);
	const days = plan.weekdays.filter((weekday) => dateOf(weekday) >= plan.begunOn);
	const doneDays = doneIn(plan, records, monday).map(({ on }) => daysBetween(monday, on));
	const open = daysStillOpen(days, doneDays);
	const isAhead = (on: LocalDay): boolean =>
		moves.some(({ wishId, from, to }) => wishId === plan.programmeId && from === on && to >= plan.since);
	return days.filter((weekday) => {
		const on = dateOf(weekday);
		return on >= plan.since || !open.includes(weekday) || isAhead(on);
	});
}

/** What was done of a plan in the week of `monday`, then what follows; as many as it has weekdays there. */
function sessionsIn({ plan, inOrder }: NextUp, known: Known, monday: LocalDay): readonly Session[] {
	const days = weekdaysIn(plan, known, monday);
	const done = doneIn(plan, known.records, monday);
	const follow = days.flatMap((_, n) => inOrder[n] ?? inOrder.at(-1) ?? []);
	return [...done.map(({ session }) => session), ...follow].slice(0, days.length);
}

/** What the plans wish for in the week of `monday`. */
const wishesIn = (nexts: readonly NextUp[], known: Known, monday: LocalDay): readonly Wish[] =>
	wishesOfPlans(
		nexts.map(({ plan }) => ({ ...plan, weekdays: weekdaysIn(plan, known, monday) })),
		({ programmeId }) =>
			nexts.flatMap((next) => (next.plan.programmeId === programmeId ? sessionsIn(next, known, monday) : []))
	);

/** The first day on which the plan has something, in this week or the next; `null` when it finds no room. */
function firstDay({ plan }: NextUp, weeks: readonly ComposedWeek[]): LocalDay | null {
	const days = weeks.flatMap((week) => week.days);
	return days.find(({ planned }) => planned.some(({ wishId }) => wishId === plan.programmeId))?.on ?? null;
}

function withDay(
	next: NextUp,
	weeks: readonly ComposedWeek[],
	today: LocalDay,
	records: readonly SessionRecord[]
): NextUp {
	const { proposal, plan } = next;
	// A second walk is due on the very day of the first.
	const again = proposal.dueOn === today && records.some((record) => record.on === today && isOf(plan, record));
	const dueOn = again && plan.programmeId === 'walk' ? today : (firstDay(next, weeks) ?? proposal.dueOn);
	return { ...next, proposal: { ...proposal, dueOn } };
}

const byTurn = (a: NextUp, b: NextUp): number =>
	Number(a.plan.pausedOn !== null) - Number(b.plan.pausedOn !== null) ||
	a.proposal.dueOn.localeCompare(b.proposal.dueOn);

/** The plans, their next sessions and this week. A pure function of choices, records, content and today. */
export function agendaOf(
	facts: Facts,
	shelf: Shelf,
	today: LocalDay,
	reading: Reading = readingOf(facts, today)
): Agenda {
	const plans = plansOf(facts.choices);
	const kept = keptSessions(facts.sessions);
	// No more is read of years than this week and what lies ahead.
	const thisMonday = mondayOf(today);
	const records = countedSessions(kept.filter(({ on }) => on >= thisMonday));
	const nexts = plans.flatMap((plan) => nextUp(plan, facts, shelf, today, reading) ?? []);
	const freeDay = freeDayFor(facts.choices, plans);
	const questionFor = (week: LocalDay): WeekQuestion => {
		const moves = movesOf(facts.choices, week);
		return { wishes: wishesIn(nexts, { records, moves }, mondayOf(week)), freeDay, records: kept, moves, today, week };
	};
	const question = questionFor(today);
	const week = composeWeek(question);
	const weeks = [week, composeWeek(questionFor(addDays(today, 7)))];
	return { plans: nexts.map((next) => withDay(next, weeks, today, records)).toSorted(byTurn), week, question };
}
