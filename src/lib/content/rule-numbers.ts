// The numbers that the printed rules name, straight from the rules themselves: prose never repeats them.

import { DONE_SHARE } from '#lib/domain/player.ts';
import { RULES } from '#lib/domain/rules.ts';

/** Values for the placeholders in `texts.rules` and `texts.lights`. */
export const ruleNumbers: Readonly<Record<string, number>> = {
	painGreenUpTo: RULES.pain.greenUpTo,
	painAmberUpTo: RULES.pain.amberUpTo,
	effortGreenUpTo: RULES.effort.greenUpTo,
	missedRunsAmberUpTo: RULES.missedRuns.amberUpTo,
	greensToMoveUp: RULES.greensToMoveUp,
	greensAtTheEnds: RULES.greensAtTheEnds,
	ambersToMoveDown: RULES.ambersToMoveDown,
	stagesBackAfterRed: RULES.stagesBackAfterRed,
	repeatFromDays: RULES.repeatFromDays,
	stepBackFromDays: RULES.stepBackFromDays,
	stagesBackAfterBreak: RULES.stagesBackAfterBreak,
	beginAgainFromDays: RULES.beginAgainFromDays,
	walksPerWeek: RULES.walksPerWeek,
	walkPercent: Math.round(RULES.walkCountsFromShare * 100),
	walkFirstAfterSeconds: RULES.walkFirstAfterMs / 1000,
	walkFirstSeconds: RULES.walkFirstMs / 1000,
	gapSeconds: RULES.gapMs / 1000,
	donePercent: Math.round(DONE_SHARE * 100),
	resumeHours: RULES.resumeHours
};
