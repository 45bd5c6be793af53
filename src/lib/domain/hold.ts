// What stands today between a person and the planned session: a list of reasons, the most important first.
// Sources: evidence.md 1.5, 4.3 (gates), 5 (closures); decisions.md 'Plan rules'.

import type { Closures } from './closures.ts';
import type { PainEntry } from './entry.ts';
import type { Answer } from './answer.ts';
import { isGentleWalk } from './free-walk.ts';
import { didRun } from './history.ts';
import { currentOf } from './kept.ts';
import { daysBetween, type LocalDay } from './local-day.ts';
import type { SessionRecord } from './record.ts';
import { RULES } from './rules.ts';
import type { RunGate } from './run-gate.ts';
import type { SessionLight } from './session-lights.ts';
import { hasRun, type ProgrammeId, type Session } from './session.ts';

/** In order of weight. `closed` and `runClosed` close; all others only mean that something else is proposed. */
export const HOLDS = [
	'closed',
	'painTooHigh',
	'cannotStand',
	'settling',
	'painHigh',
	'runClosed',
	'twoReds',
	'afterRed',
	'legRed',
	'runningNotOpen',
	'dayBetween'
] as const;
export type Hold = (typeof HOLDS)[number];

const GENTLE: readonly ProgrammeId[] = ['settle', 'relax', 'desk'];

/** What may be done in settle mode too: it is made for it, or asks for nothing. */
export const isGentle = (session: Session): boolean => GENTLE.includes(session.programmeId) || isGentleWalk(session);

export interface HoldFacts {
	/** Those up to today, oldest first. */
	readonly records: readonly SessionRecord[];
	readonly entries: readonly PainEntry[];
	readonly answers: readonly Answer[];
	readonly lightOf: (record: SessionRecord) => SessionLight;
	readonly closures: Closures;
	readonly isSettling: boolean;
	/** Asked only for runs. */
	readonly gate: () => RunGate;
}

/** The pain that was said last, of the same moment the higher one; `null`: none was. */
const lastOf = (said: readonly { readonly at: number; readonly pain: number }[]): number | null =>
	said.toSorted((a, b) => a.at - b.at || a.pain - b.pain).at(-1)?.pain ?? null;

/** How the back is now: what was said last today, before a session or in the diary; 0-100. `null`: nothing. */
export function painNow({ entries, answers }: Pick<HoldFacts, 'entries' | 'answers'>, today: LocalDay): number | null {
	const felt = currentOf(entries).flatMap(({ on, at, now }) =>
		on === today && now && now.back !== null ? [{ at, pain: now.back }] : []
	);
	const asked = currentOf(answers).flatMap((answer) =>
		answer.type === 'beforeSession' && answer.on === today && answer.backPain !== null
			? [{ at: answer.at, pain: answer.backPain }]
			: []
	);
	return lastOf([...felt, ...asked]);
}

/** The leg or foot as it was entered last today, now or on average, 0-100; `null`: not entered. */
const legToday = (entries: readonly PainEntry[], today: LocalDay): number | null =>
	lastOf(
		currentOf(entries).flatMap(({ on, at, now, average }) => {
			const pain = now?.leg ?? average?.leg ?? null;
			return on === today && pain !== null ? [{ at, pain }] : [];
		})
	);

/**
 * The leg or foot is red today, or was in a session of the last days: as after a red run, no run is proposed
 * (evidence.md 1.5 'leg/foot pain', 1.6 'a tender bone point, limp, swelling or night pain = stop').
 */
const isLegHeld = ({ records, entries, lightOf }: HoldFacts, today: LocalDay): boolean =>
	(legToday(entries, today) ?? 0) > RULES.pain.amberUpTo ||
	records.some((record) => daysBetween(record.on, today) <= RULES.freeDaysAfterRed && lightOf(record).isLegRed);

function cannotStand(answers: readonly Answer[], today: LocalDay): boolean {
	const asked = currentOf(answers)
		.filter((answer) => answer.type === 'beforeSession' && answer.on === today)
		.toSorted((a, b) => a.at - b.at)
		.at(-1);
	return asked?.type === 'beforeSession' && asked.cannotStand;
}

/** Reds of runs: 48 hours without running, after two within 14 days seven days (evidence.md 1.5). */
function redHolds(runs: readonly SessionRecord[], lightOf: HoldFacts['lightOf'], today: LocalDay): readonly Hold[] {
	const { withinDays, pauseDays } = RULES.twoReds;
	const lately = runs.filter(({ on }) => daysBetween(on, today) <= withinDays + pauseDays);
	const reds = lately.filter((record) => lightOf(record).light === 'red');
	const last = reds.at(-1);
	if (!last) return [];
	const since = daysBetween(last.on, today);
	const before = reds.at(-2);
	const areTwo = before !== undefined && daysBetween(before.on, last.on) <= withinDays && since <= pauseDays;
	return [
		...(areTwo ? (['twoReds'] as const) : []),
		...(since <= RULES.freeDaysAfterRed ? (['afterRed'] as const) : [])
	];
}

function runHolds(facts: HoldFacts, today: LocalDay): readonly Hold[] {
	const runs = facts.records.filter(({ session }) => hasRun(session));
	const ranYesterday = runs.some((record) => daysBetween(record.on, today) === 1 && didRun(record));
	return [
		...(facts.closures.running.length > 0 ? (['runClosed'] as const) : []),
		...redHolds(runs, facts.lightOf, today),
		...(isLegHeld(facts, today) ? (['legRed'] as const) : []),
		...(facts.gate().isOpen ? [] : (['runningNotOpen'] as const)),
		...(ranYesterday ? (['dayBetween'] as const) : [])
	];
}

/** Every reason that applies to `session` today, in the order of HOLDS. */
export function holdsOf(facts: HoldFacts, session: Session, today: LocalDay): readonly Hold[] {
	const pain = painNow(facts, today) ?? 0;
	const { gentleAbove, restAbove } = RULES.before;
	const found: readonly Hold[] = [
		...(facts.closures.everything.length > 0 ? (['closed'] as const) : []),
		...(pain > restAbove ? (['painTooHigh'] as const) : []),
		...(cannotStand(facts.answers, today) ? (['cannotStand'] as const) : []),
		...(facts.isSettling && !isGentle(session) ? (['settling'] as const) : []),
		...(pain > gentleAbove && pain <= restAbove ? (['painHigh'] as const) : []),
		...(hasRun(session) ? runHolds(facts, today) : [])
	];
	return HOLDS.filter((hold) => found.includes(hold));
}
