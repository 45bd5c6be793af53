// What somebody who builds a session reads: the name and dose of each block, the line of intervals, and why something
// does not work. Sentences come from i18n and content; empty before `weekWords` and `building` are ready.

import { INTERVAL_LIMITS, type IntervalError, type IntervalItem } from '#lib/domain/interval-line.ts';
import { printIntervals } from '#lib/domain/interval-text.ts';
import { partOf } from '#lib/domain/own-part.ts';
import type { ExerciseForm } from '#lib/domain/own-session.ts';
import { OWN_LIMITS, type OwnFault } from '#lib/domain/played-own.ts';
import { secondsOf, stepsIn, type Block } from '#lib/domain/session.ts';
import { building } from '#lib/i18n/building.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { lengthText } from '#lib/i18n/time-text.ts';
import type { SharedFault } from '#lib/storage/shared-session.ts';
import type { App } from './app.svelte.ts';
import { weekWords } from './week-words.svelte.ts';

/** What is offered to begin with: five times a minute of running and two of walking. */
export const EXAMPLE: readonly IntervalItem[] = [
	{
		type: 'block',
		id: 'repeat',
		repeat: 5,
		items: [
			{ type: 'step', phase: 'run', seconds: 60 },
			{ type: 'step', phase: 'walk', seconds: 120 }
		]
	}
];

/** Intervals as one would type them, in the language in use. */
export const lineOf = (items: readonly IntervalItem[]): string =>
	weekWords.sentences ? printIntervals(items, weekWords.sentences.intervalWords) : '';

/** 'Glute bridge', 'Walk', 'Repeated together'. */
export function partName({ texts }: App, one: Block): string {
	const part = partOf(one);
	const [first] = stepsIn(one);
	if (part.type === 'exercise') return texts.exercises[part.form.id]?.name ?? texts.phases[part.form.phase].name;
	if (part.type === 'rest') return texts.phases.rest.name;
	if (part.type === 'intervals' && stepsIn(one).length === 1 && first) return texts.phases[first.phase].name;
	return building.t(`part.${part.type}`);
}

/** An exercise that the library describes by its seconds, not by repetitions. */
export const isHeld = ({ library }: App, { id }: ExerciseForm): boolean =>
	library?.exercises.find((each) => each.id === id)?.dose.reps === 1;

function doseText({ dose }: ExerciseForm, held: boolean): string {
	const { sets, reps, holdSeconds, releaseSeconds, sides, restSeconds } = dose;
	const work = held
		? building.t('sum.hold', { sets, seconds: reps * (holdSeconds + releaseSeconds) })
		: building.t('sum.reps', { sets, reps });
	const side = sides === 2 ? building.t('sum.sides') : '';
	const rest = restSeconds > 0 ? building.t('sum.rest', { seconds: restSeconds }) : '';
	return [work, side, rest].filter(Boolean).join(', ');
}

/** What a block consists of, in one line: '2 × 8 repetitions, 20 s rest', '5x(1 min run, 2 min walk)', '2 rounds'. */
export function partSummary(app: App, one: Block): string {
	const part = partOf(one);
	if (part.type === 'exercise') return doseText(part.form, isHeld(app, part.form));
	if (part.type === 'intervals') return lineOf(part.items);
	if (part.type === 'joint') return building.t('sum.rounds', { n: one.repeat });
	return lengthText(secondsOf(one) * 1000);
}

/** Minutes and seconds to fill a sentence with. */
export const lengthParams = (seconds: number): { readonly minutes: number; readonly seconds: number } => ({
	minutes: Math.floor(seconds / 60),
	seconds: seconds % 60
});

/** Why a session cannot be played or kept like this. */
export const ownFaultText = (fault: OwnFault): string =>
	i18n.fill(weekWords.sentences?.own[fault] ?? '', {
		blocks: OWN_LIMITS.blocks,
		steps: OWN_LIMITS.steps,
		hours: OWN_LIMITS.seconds / 3600
	});

/** What is wrong in a line of intervals. */
export const lineFaultText = ({ id, text }: IntervalError): string =>
	i18n.fill(weekWords.sentences?.interval[id] ?? '', {
		text,
		example: lineOf(EXAMPLE),
		characters: INTERVAL_LIMITS.characters,
		repeats: INTERVAL_LIMITS.repeats,
		steps: INTERVAL_LIMITS.steps,
		hours: INTERVAL_LIMITS.seconds / 3600
	});

export type TakeFault = SharedFault | 'unreadable' | 'noLibrary';

/** Why nothing came of a file or a link. */
export function takeFaultText(fault: TakeFault): string {
	if (fault === 'unreadable') return i18n.t('import.unreadable');
	if (fault === 'noLibrary') return building.t('noLibrary');
	return building.t('fault', { why: weekWords.sentences?.shared[fault] ?? '' });
}

/** So many ids are named; a file may bring thousands. */
const MOST_NAMED = 5;

/** Which exercises of a shared session this library does not have; empty when it has all. */
export function leftOutText(ids: readonly string[]): string {
	if (ids.length === 0) return '';
	const names = [...ids.slice(0, MOST_NAMED), ...(ids.length > MOST_NAMED ? ['…'] : [])].join(', ');
	return i18n.fill(weekWords.sentences?.shared.unknownExercises ?? '', { n: ids.length, names });
}
