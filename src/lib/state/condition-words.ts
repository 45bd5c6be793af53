// What still has to come before exercise or running opens: each condition with how far it is.

import { RULES } from '#lib/domain/rules.ts';
import type { GateCondition, RunGate } from '#lib/domain/run-gate.ts';
import type { SettleCondition, Settling } from '#lib/domain/settle.ts';
import { why } from '#lib/i18n/why.ts';

export interface ConditionWords {
	readonly id: string;
	readonly holds: boolean;
	readonly text: string;
	/** Holds or not yet, and where the person stands, where that is a number. */
	readonly state: string;
}

const stateOf = (holds: boolean, standing: string | null): string =>
	[why.t(holds ? 'holds' : 'open'), ...(standing === null ? [] : [standing])].join(' · ');

const counted = (n: number, of: number): string => why.t('standing.count', { n, of });
const pain = (value: number | null): string =>
	value === null ? why.t('noDiary') : why.t('standing.pain', { n: Math.round(value) });

/** The conditions of settle mode (evidence.md 4.3, gate 1), in their order. */
export function settleWords({ conditions, calmDays }: Settling): readonly ConditionWords[] {
	const of = RULES.settle.daysInRow;
	const standing = (id: SettleCondition, holds: boolean): string | null =>
		id === 'calmDays' && !holds ? counted(calmDays, of) : null;
	return conditions.map(({ id, holds }) => ({
		id,
		holds,
		text: why.t(`settle.${id}`, { of }),
		state: stateOf(holds, standing(id, holds))
	}));
}

/** The conditions of running (evidence.md 4.3, gate 2), in their order. */
export function gateWords({ conditions, median, peak, walks }: RunGate): readonly ConditionWords[] {
	const { windowDays, medianUpTo, peakUpTo, walkMinutes, walks: walksNeeded, walksWithinDays: within } = RULES.runGate;
	const most: Partial<Record<GateCondition, number>> = { median: medianUpTo, peak: peakUpTo, walks: walksNeeded };
	const standing = (id: GateCondition, holds: boolean): string | null => {
		// What is not known holds where there are runs already: nothing to say about it.
		if (id === 'median') return median === null && holds ? null : pain(median);
		if (id === 'peak') return peak === null ? null : pain(peak);
		return id === 'walks' && !holds && walks !== null ? counted(walks, walksNeeded) : null;
	};
	return conditions.map(({ id, holds }) => ({
		id,
		holds,
		text: why.t(`gate.${id}`, { of: most[id] ?? 0, days: windowDays, minutes: walkMinutes, within }),
		state: stateOf(holds, standing(id, holds))
	}));
}
