// The questions before training, and what the last answers to them say. Our own questions, never those of PAR-Q+.
// Sources: evidence.md 5.3 (readiness), 1.2 (exclusions), 1.5 (slow track); decisions.md 'Closures', 'Slow track'.
// The sentences are in the words of the screens.

import type { Answer } from './answer.ts';
import { currentOf } from './kept.ts';
import type { LocalDay } from './local-day.ts';

/** Evidence.md 5.3 [P], in its order. Any yes: ask first. */
export const READINESS = [
	'supervised',
	'heart',
	'chestPain',
	'illness',
	'operation',
	'pregnant',
	'bones',
	'medicines',
	'inactive'
] as const;

/** The medical part of evidence.md 1.2 that READINESS does not ask about already. */
export const EXCLUSIONS = ['spine', 'scoliosis', 'legWorse', 'inflammatory', 'advisedAgainst'] as const;

/** Any of these: three green sessions for every stage (evidence.md 1.5). One tick for the whole list. */
export const SLOW_TRACK = ['age', 'bmi', 'leg', 'activity'] as const;

export type ReadinessId = (typeof READINESS)[number];
export type ExclusionId = (typeof EXCLUSIONS)[number];
export type SlowTrackId = (typeof SLOW_TRACK)[number];

type AnswerOf<T extends Answer['type']> = Extract<Answer, { readonly type: T }>;

/** The kept answer of this kind that was given last. */
export const lastAnswer = <T extends Answer['type']>(answers: readonly Answer[], type: T): AnswerOf<T> | undefined =>
	answers
		.filter((each): each is AnswerOf<T> => each.type === type && each.deletedAt === undefined)
		.reduce<AnswerOf<T> | undefined>((last, each) => (last && last.at > each.at ? last : each), undefined);

/**
 * Whether the slow track applied on a day: the last tick up to it (evidence.md 1.5, decisions.md 'Slow track'). Reads the
 * answers once for all days.
 */
export function slowTrackOf(answers: readonly Answer[]): (on: LocalDay) => boolean {
	const ticks = currentOf(answers)
		.filter((answer) => answer.type === 'slowTrack')
		.toSorted((a, b) => a.at - b.at);
	return (on) => ticks.findLast((tick) => tick.on <= on)?.applies ?? false;
}

export interface Readiness {
	/** `closed`: something was answered with yes. `lifted`: the person took advice afterwards. */
	readonly running: 'unasked' | 'clear' | 'closed' | 'lifted';
	readonly slowTrack: boolean;
	/** Ids of every yes. */
	readonly yes: readonly string[];
}

/** What the last answers say about running. Advice lifts what was answered up to it, not what is answered later. */
export function readinessOf(answers: readonly Answer[]): Readiness {
	const asked = [lastAnswer(answers, 'readiness'), lastAnswer(answers, 'exclusions')].filter(
		(each) => each !== undefined
	);
	const yes = asked.flatMap((each) => each.yes);
	const advisedAt = lastAnswer(answers, 'adviceTaken')?.at ?? -Infinity;
	const stands = asked.some((each) => each.yes.length > 0 && each.at > advisedAt);
	return {
		running: asked.length === 0 ? 'unasked' : yes.length === 0 ? 'clear' : stands ? 'closed' : 'lifted',
		slowTrack: lastAnswer(answers, 'slowTrack')?.applies ?? false,
		yes
	};
}
