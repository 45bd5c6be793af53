// Gate 2: whether running is proposed. What is not known does not close what was open. Source: evidence.md 4.3 [P];
// decisions.md 'Closures': a closed gate only means that running is not proposed, unless an answer closes it.

import type { Answer } from './answer.ts';
import type { Closures } from './closures.ts';
import { spanMedian, type DiaryDay } from './diary.ts';
import { didRun, summaryOf } from './history.ts';
import { currentOf } from './kept.ts';
import { addDays, daysBetween, type LocalDay } from './local-day.ts';
import type { SessionRecord } from './record.ts';
import { RULES } from './rules.ts';
import type { SessionLight } from './session-lights.ts';
import { isOnFoot } from './session.ts';

/** In the order in which they are shown. */
export const GATE_CONDITIONS = ['signs', 'readiness', 'median', 'peak', 'walks'] as const;
export type GateCondition = (typeof GATE_CONDITIONS)[number];

export interface RunGate {
	readonly isOpen: boolean;
	readonly conditions: readonly { readonly id: GateCondition; readonly holds: boolean }[];
	/** Medians and peaks of the last seven days, 0-100; `null`: nothing entered. */
	readonly median: number | null;
	readonly peak: number | null;
	/** Brisk walks of half an hour of the last seven days, each of another day; `null`: not asked, there are runs. */
	readonly walks: number | null;
}

export interface GateFacts {
	/** Those up to today, oldest first. */
	readonly records: readonly SessionRecord[];
	readonly diary: readonly DiaryDay[];
	readonly answers: readonly Answer[];
	readonly closures: Closures;
	readonly lightOf: (record: SessionRecord) => SessionLight;
}

/** As long as a brisk walk of half an hour, with the share of a step that counts as done. */
const WALK_MS = RULES.runGate.walkMinutes * 60_000 * 0.9;

/** The days of the walks that count: half an hour on one's feet, walked or run, and green. */
function walkDays({ records, lightOf }: GateFacts): readonly LocalDay[] {
	const counts = (record: SessionRecord): boolean =>
		isOnFoot(record.session.programmeId) && summaryOf(record).playedMs >= WALK_MS && lightOf(record).light === 'green';
	return [...new Set(records.filter(counts).map(({ on }) => on))].toSorted();
}

/**
 * Two within seven days, shown once: it need not be shown again next week, but after as long as asks a runner for a jog
 * test it does [P].
 */
const haveWalked = (days: readonly LocalDay[], today: LocalDay): boolean =>
	days.some((on, n) => {
		const before = days[n - (RULES.runGate.walks - 1)];
		return (
			before !== undefined &&
			daysBetween(before, on) < RULES.runGate.windowDays &&
			daysBetween(on, today) < RULES.runGate.walksWithinDays
		);
	});

/** Whether running is proposed on `today`, and what is missing. */
export function runGateOf(facts: GateFacts, today: LocalDay): RunGate {
	const { medianUpTo, peakUpTo, windowDays } = RULES.runGate;
	const from = addDays(today, 1 - windowDays);
	const week = facts.diary.filter(({ on }) => on >= from && on <= today);
	const { median } = spanMedian(week, from, today);
	const peak = week.length === 0 ? null : Math.max(...week.map((day) => day.peak));
	const hasRunBefore = facts.records.some(didRun);
	const given = currentOf(facts.answers);
	const wasAnswered = (type: Answer['type']): boolean => given.some((answer) => answer.type === type);
	const days = hasRunBefore ? null : walkDays(facts);
	const holds: Readonly<Record<GateCondition, boolean>> = {
		// A sign that belongs in an appointment before the run plan keeps running unproposed until advice was taken.
		signs: wasAnswered('warningSigns') && facts.closures.unproposed.length === 0,
		readiness: wasAnswered('readiness'),
		median: median === null ? hasRunBefore : median <= medianUpTo,
		peak: peak === null || peak <= peakUpTo,
		walks: days === null || haveWalked(days, today)
	};
	const conditions = GATE_CONDITIONS.map((id) => ({ id, holds: holds[id] }));
	const walks = days === null ? null : days.filter((on) => on >= from && on <= today).length;
	return { isOpen: conditions.every((each) => each.holds), conditions, median, peak, walks };
}
