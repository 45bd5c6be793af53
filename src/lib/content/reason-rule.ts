// The printed rules, in the order in which they stand, and which of them each reason of a proposal follows from.

import type { Reason } from '#lib/domain/next-session.ts';
import type { ProgrammeId } from '#lib/domain/session.ts';

export const RULE_IDS = [
	'lights',
	'relative',
	'morning',
	'legs',
	'greensUp',
	'slowTrack',
	'amberRepeat',
	'threeAmbers',
	'redBack',
	'afterRed',
	'twoReds',
	'breaks',
	'jogTest',
	'restDay',
	'weekCounts',
	'noAnswers',
	'before',
	'settle',
	'flare',
	'runGate',
	'closures',
	'walks',
	'walkLights',
	'coreLevels',
	'stay',
	'longerWeeks',
	'longestRun',
	'ownChoice',
	'medicine',
	'walkFirst',
	'gap',
	'done90',
	'resume12h',
	'exerciseUse'
] as const;
export type RuleId = (typeof RULE_IDS)[number];

const RULE_OF: Readonly<Record<Reason, RuleId>> = {
	closed: 'closures',
	painTooHigh: 'before',
	cannotStand: 'before',
	settling: 'settle',
	painHigh: 'before',
	runClosed: 'closures',
	twoReds: 'twoReds',
	afterRed: 'afterRed',
	legRed: 'legs',
	runningNotOpen: 'runGate',
	dayBetween: 'restDay',
	start: 'ownChoice',
	chosen: 'ownChoice',
	earned: 'greensUp',
	oneMoreGreen: 'greensUp',
	morningOpen: 'morning',
	finished: 'greensUp',
	repeatAmber: 'amberRepeat',
	stepBackAmber: 'threeAmbers',
	stepBackRed: 'redBack',
	noAnswers: 'noAnswers',
	repeatAfterBreak: 'breaks',
	stepBackAfterBreak: 'breaks',
	afterFlare: 'flare',
	jogTestDue: 'jogTest',
	jogTest: 'jogTest'
};

/** Where another programme has a rule of its own. */
const OF_WALK: Readonly<Partial<Record<Reason, RuleId>>> = {
	oneMoreGreen: 'walks',
	stepBackAfterBreak: 'walks',
	repeatAmber: 'walkLights',
	stepBackRed: 'walkLights'
};
const OF_CORE: Readonly<Partial<Record<Reason, RuleId>>> = {
	earned: 'coreLevels',
	oneMoreGreen: 'coreLevels',
	repeatAmber: 'coreLevels',
	stepBackAmber: 'coreLevels',
	stepBackRed: 'coreLevels'
};
const OF_RUNNING: Readonly<Partial<Record<Reason, RuleId>>> = {
	earned: 'longerWeeks',
	oneMoreGreen: 'longerWeeks',
	repeatAmber: 'longerWeeks',
	stepBackAmber: 'longerWeeks',
	stepBackRed: 'longerWeeks',
	stepBackAfterBreak: 'longerWeeks',
	afterFlare: 'longerWeeks'
};
const OWN: Readonly<Partial<Record<ProgrammeId, Readonly<Partial<Record<Reason, RuleId>>>>>> = {
	walk: OF_WALK,
	core: OF_CORE,
	running: OF_RUNNING
};

/** The rule that a reason follows from, in the programme it is about. */
export function ruleOf(reason: Reason, programmeId: ProgrammeId): RuleId {
	return OWN[programmeId]?.[reason] ?? RULE_OF[reason];
}
