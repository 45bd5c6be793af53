// The few words that a line of intervals is made of, in both languages at once: whoever types one need not say which.
// They are a notation, like the x in '5x'; what is shown comes from the texts.

import type { Phase } from './session.ts';

/** What can be done in a line of intervals. */
export type IntervalPhase = Extract<Phase, 'run' | 'walk' | 'warmUp' | 'coolDown' | 'rest'>;

const phases: Readonly<Record<IntervalPhase, string>> = {
	run: 'run running jog jogging laufen lauf joggen traben rennen',
	walk: 'walk walking gehen geh gang spazieren',
	warmUp: 'warmup warm-up aufwärmen einlaufen',
	coolDown: 'cooldown cool-down ausklang auslaufen abkühlen',
	rest: 'rest pause'
};

const units: Readonly<Record<string, string>> = {
	1: 's sec secs second seconds sek sekunde sekunden " ″ ”',
	60: "min mins minute minutes minuten m ' ′ ’",
	3600: 'h hr hour hours std stunde stunden'
};

const lookUp = <T>(lists: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
	new Map(lists.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)));

export const PHASE_OF: ReadonlyMap<string, IntervalPhase> = lookUp(Object.entries(phases) as [IntervalPhase, string][]);
/** Seconds of a unit. */
export const UNIT_OF: ReadonlyMap<string, number> = lookUp(
	Object.entries(units).map(([seconds, words]) => [Number(seconds), words] as const)
);
export const TIMES: ReadonlySet<string> = new Set(['x', '×', '*', 'mal', 'times']);
/** Stand between two stretches and say nothing. */
export const SEPARATORS: ReadonlySet<string> = new Set([',', ';', '+', 'and', 'und', 'then', 'dann']);
/** A bare `m` means minutes only up to here: '400 m' is a distance. */
export const MOST_BARE_MINUTES = 60;
