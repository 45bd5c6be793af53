// Settle mode: after a new or clearly worse episode, and during a flare, nothing is trained until it has calmed down.
// Which days are of it is derived from the diary and the answers at each reading. Source: evidence.md 4.3, gate 1 [P].

import type { Answer } from './answer.ts';
import { medianOf, type DiaryDay } from './diary.ts';
import { currentOf } from './kept.ts';
import { addDays, daysBetween, type LocalDay } from './local-day.ts';
import { RULES } from './rules.ts';

/** What must hold before settle mode ends, in the order of evidence.md 4.3. */
export const SETTLE_CONDITIONS = ['leg', 'calmDays', 'walking', 'dailyTasks', 'nights'] as const;
export type SettleCondition = (typeof SETTLE_CONDITIONS)[number];

export interface Settling {
	/** `episode`: the person said so. `flare`: the diary did. */
	readonly cause: 'episode' | 'flare';
	/** The first day of settle mode. */
	readonly from: LocalDay;
	/** Each condition and whether it holds; those that are not asked in a pain that has lasted for long are left out. */
	readonly conditions: readonly { readonly id: SettleCondition; readonly holds: boolean }[];
	/** Calm days in a row, of the three that are asked for. */
	readonly calmDays: number;
	/** After two weeks worth an appointment, after four a clear recommendation. */
	readonly advice: 'none' | 'appointment' | 'clear';
}

export interface SettleState {
	/** `null`: not in settle mode. */
	readonly now: Settling | null;
	/** Days on which settle mode ended, oldest first. */
	readonly endedOn: readonly LocalDay[];
}

type Episode = Extract<Answer, { type: 'episode' }>;
type Answered = Extract<Answer, { type: 'settling' }>;

/** The averages of the back, day after day from the first one known. */
interface Days {
	readonly from: LocalDay;
	readonly values: readonly (number | undefined)[];
}

interface Scene {
	readonly days: Days;
	readonly answered: readonly Answered[];
}

interface Stretch {
	readonly cause: 'episode' | 'flare';
	readonly from: LocalDay;
	/** Since when it hurts; `null`: for longer than anybody remembers. */
	readonly since: LocalDay | null;
	/** Since when there has been settle mode without a break: said once more to be worse, it goes on. */
	readonly unbrokenFrom: LocalDay;
}

function daysOf(known: readonly (readonly [LocalDay, number])[]): Days {
	const from = known[0]?.[0] ?? '';
	const values: (number | undefined)[] = [];
	for (const [on, value] of known) {
		const n = daysBetween(from, on);
		while (values.length < n) values.push(undefined);
		values[n] = value;
	}
	return { from, values };
}

/** The averages that are known of the `count` days up to `last`, oldest first. */
function lately({ from, values }: Days, last: LocalDay, count: number): readonly number[] {
	if (values.length === 0) return [];
	const end = daysBetween(from, last) + 1;
	return values.slice(Math.max(0, end - count), Math.max(0, end)).filter((each) => each !== undefined);
}

/**
 * True when the averages of this day and the day before are both 20 or more above the median of the 14 days before the
 * two. Of these 14, three must be known [P]; a day without an average is no day of a flare.
 */
function isFlareOn(days: Days, today: LocalDay): boolean {
	const { above, days: count, medianDays, knownDays } = RULES.flare;
	const high = lately(days, today, count);
	if (high.length < count || Math.min(...high) < above) return false;
	const before = lately(days, addDays(today, -count), medianDays);
	// A median is never below the lowest: most days of years are told apart without sorting.
	if (before.length < knownDays || Math.min(...high) < Math.min(...before) + above) return false;
	const own = medianOf(before);
	return own !== null && Math.min(...high) >= own + above;
}

/** An average at most 40 or 30 % below the worst day of this stretch. */
function calmLimit(days: Days, stretch: Stretch, today: LocalDay): number {
	const { daysInRow, averageUpTo, percentBelowWorst } = RULES.settle;
	const all = lately(days, today, Math.max(daysInRow, daysBetween(stretch.from, today) + daysInRow));
	return Math.max(averageUpTo, (Math.max(...all) * (100 - percentBelowWorst)) / 100);
}

/** Calm days in a row that end on `last`, none above the one before; at most as many as are asked for. */
function calmDaysUpTo(days: Days, limit: number, last: LocalDay): number {
	const { daysInRow } = RULES.settle;
	let count = 0;
	let next = -Infinity;
	while (count < daysInRow) {
		const [value] = lately(days, addDays(last, -count), 1);
		if (value === undefined || value > limit || value < next) break;
		next = value;
		count += 1;
	}
	return count;
}

/** How many of the three calm days are there. The last may be of yesterday; today's is then the one that is missing. */
function calmDaysOf(days: Days, stretch: Stretch, today: LocalDay): number {
	const limit = calmLimit(days, stretch, today);
	if (lately(days, today, 1).length > 0) return calmDaysUpTo(days, limit, today);
	return Math.min(RULES.settle.daysInRow - 1, calmDaysUpTo(days, limit, addDays(today, -1)));
}

const isLasting = ({ since }: Stretch, today: LocalDay): boolean =>
	since === null || daysBetween(since, today) >= RULES.settle.lastingFromDays;

function conditionsOf(stretch: Stretch, { days, answered }: Scene, today: LocalDay): Settling['conditions'] {
	const said = answered.findLast(({ on }) => on >= stretch.from && on <= today);
	const holds: Readonly<Record<SettleCondition, boolean>> = {
		leg: said?.legWorse === false,
		calmDays: calmDaysOf(days, stretch, today) === RULES.settle.daysInRow,
		walking: said?.walkTenMinutes === 'fine',
		dailyTasks: said?.dailyTasks === true,
		nights: said?.nights === true
	};
	// After twelve weeks the criteria 1, 3 and 4 alone (evidence.md 4.3).
	const asked = isLasting(stretch, today)
		? SETTLE_CONDITIONS.filter((id) => id !== 'calmDays' && id !== 'nights')
		: SETTLE_CONDITIONS;
	return asked.map((id) => ({ id, holds: holds[id] }));
}

/** A flare lasts two to seven days; what is still sore then, the gate of running looks at. */
function isOver(stretch: Stretch, scene: Scene, today: LocalDay): boolean {
	const { atLeastDays, atMostDays } = RULES.flare;
	const days = daysBetween(stretch.from, today);
	const holds = conditionsOf(stretch, scene, today).every((condition) => condition.holds);
	if (stretch.cause === 'episode') return holds;
	return days >= atMostDays || (days >= atLeastDays && holds);
}

function settlingOf(stretch: Stretch, scene: Scene, today: LocalDay): Settling {
	const days = daysBetween(stretch.unbrokenFrom, today);
	const { hintDays, adviseDays } = RULES.settle;
	return {
		cause: stretch.cause,
		from: stretch.from,
		conditions: conditionsOf(stretch, scene, today),
		calmDays: calmDaysOf(scene.days, stretch, today),
		advice: days >= adviseDays ? 'clear' : days >= hintDays ? 'appointment' : 'none'
	};
}

/** Days on which something may begin or end: those with an average, an answer, and the last of each flare. */
function begunBy(on: LocalDay, said: Episode | undefined, days: Days): Stretch | null {
	if (said && said.kind !== 'lasting') return { cause: 'episode', from: on, since: said.since, unbrokenFrom: on };
	return isFlareOn(days, on) ? { cause: 'flare', from: on, since: on, unbrokenFrom: on } : null;
}

/** Said to be worse within settle mode, it goes on under the new word; the advice counts from where it began. */
const goingOn = (before: Stretch | null, begun: Stretch): Stretch => ({
	...begun,
	unbrokenFrom: before?.unbrokenFrom ?? begun.from
});

/**
 * Where settle mode stands on `today`, and when it ended before. `diary` are the days of `diaryDays` for the back.
 * It begins with an episode that is new or clearly worse, or with two days 20 above one's own median; it ends by itself
 * on the first day on which every condition holds.
 */
export function settleOf(diary: readonly DiaryDay[], answers: readonly Answer[], today: LocalDay): SettleState {
	const current = currentOf(answers)
		.filter(({ on }) => on <= today)
		.toSorted((a, b) => a.on.localeCompare(b.on) || a.at - b.at);
	const episodes = current.filter((answer): answer is Episode => answer.type === 'episode');
	const answered = current.filter((answer): answer is Answered => answer.type === 'settling');
	const known = diary.flatMap(({ on, value }) => (value !== null && on <= today ? [[on, value] as const] : []));
	const scene: Scene = { days: daysOf(known), answered };
	const first = [episodes[0]?.on, known[0]?.[0]].filter((on) => on !== undefined).toSorted()[0];
	const endedOn: LocalDay[] = [];
	if (first === undefined) return { now: null, endedOn };
	let stretch: Stretch | null = null;
	for (let on = first; on <= today; on = addDays(on, 1)) {
		const said = episodes.findLast((each) => each.on === on);
		const begun: Stretch | null = begunBy(on, said, scene.days);
		// Said later that it has been so for long: it was no new episode, and nothing of it ended.
		if (stretch?.cause === 'episode' && said?.kind === 'lasting') stretch = null;
		if (begun && (!stretch || begun.cause === 'episode')) stretch = goingOn(stretch, begun);
		if (stretch && isOver(stretch, scene, on)) {
			endedOn.push(on);
			stretch = null;
		}
	}
	return { now: stretch && settlingOf(stretch, scene, today), endedOn };
}
