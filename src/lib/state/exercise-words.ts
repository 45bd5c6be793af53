// An exercise of the library in words, and where it is done. Sentences come from the library and its messages.

import type { Exercise, Library } from '#lib/content/index.ts';
import type { Facet } from '#lib/domain/exercise-search.ts';
import { sequenceSession } from '#lib/domain/programme.ts';
import type { Session } from '#lib/domain/session.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { library as words } from '#lib/i18n/library.ts';
import type { App } from './app.svelte.ts';

export type { Exercise, Library } from '#lib/content/index.ts';

/** How a value of a group is called: 'Hüfte', 'Rückenlage', 'leicht'. */
export function valueText(app: App, library: Library, facet: Facet, value: string): string {
	const { texts } = library;
	const names: Readonly<Record<Facet, Readonly<Record<string, string>>>> = {
		aim: texts.aims,
		position: Object.fromEntries(Object.entries(app.texts.positions).map(([id, { name }]) => [id, name])),
		level: texts.levels,
		place: texts.places,
		equipment: { ...texts.equipment, none: words.t('equipment.none') }
	};
	return names[facet][value] ?? value;
}

const secondsText = (seconds: number): string =>
	seconds % 60 === 0 ? i18n.t('time.min', { n: seconds / 60 }) : words.t('dose.seconds', { n: seconds });

/** '2 sets, each side, 5 times: 8 s out and hold, 2 s back, 20 s rest in between'. */
export function doseText({ dose }: Exercise): string {
	const { reps, holdSeconds: hold, releaseSeconds: release, sets, sides, restSeconds } = dose;
	const once =
		release > 0
			? words.t('dose.reps', { n: reps, hold, release })
			: reps > 1
				? words.t('dose.holds', { n: reps, hold })
				: words.t('dose.once', { time: secondsText(hold) });
	return [
		sets > 1 ? words.t('dose.sets', { n: sets }) : '',
		sides === 2 ? words.t('dose.sides') : '',
		once,
		sets > 1 && restSeconds > 0 ? words.t('dose.rest', { n: restSeconds }) : ''
	]
		.filter(Boolean)
		.join(', ');
}

/** The sessions in which an exercise stands, as they are prescribed, in the order of the library. */
export const sessionsWith = (library: Library, exerciseId: string): readonly Session[] =>
	library.sequences
		.filter((sequence) => sequence.steps.some((step) => step.exerciseId === exerciseId))
		.map(sequenceSession);
