// An exercise in the easier or harder way that was tapped on the way: another exercise of the library where there is
// one, else the sentence that says how. The time stays as it was prescribed.

import type { ContentTexts } from '#lib/content/index.ts';
import { sideOf, type EasierForm } from '#lib/domain/exercise-use.ts';
import type { Player } from '#lib/domain/player.ts';
import type { ExerciseWay } from '#lib/domain/session-log.ts';
import type { Step, Timeline } from '#lib/domain/timeline.ts';

type Ways = Player['ways'];

export const wayOf = (ways: Ways, step: Step): ExerciseWay => ways[step.exerciseId ?? ''] ?? 'usual';

/** Which exercises there are in the place of others: ChosenExercises. */
export interface Forms {
	form(exerciseId: string, way: ExerciseWay): EasierForm | null;
}

/** The form that takes the place of a step's exercise. One that is done side by side has no place in a step without sides. */
function formAt(forms: Forms, { exerciseId, side }: Step, way: ExerciseWay): EasierForm | null {
	const form = exerciseId === undefined ? null : forms.form(exerciseId, way);
	const lacksSides = form?.oneSided && !form.alternates && (side === undefined || side === 'alternate');
	return lacksSides ? null : form;
}

/** The timeline as it is shown: the same steps and times, exercises in the way that was chosen. */
export function variedTimeline(timeline: Timeline, ways: Ways, forms: Forms): Timeline {
	if (Object.keys(ways).length === 0) return timeline;
	const steps = timeline.steps.map((step): Step => {
		const form = formAt(forms, step, wayOf(ways, step));
		if (!form) return step;
		// The sides that were said are those of the exercise that was prescribed.
		const { side: was, ...rest } = step;
		const side = sideOf(was ?? 'alternate', form);
		return { ...rest, exerciseId: form.id, ...(side && { side }) };
	});
	return { ...timeline, steps };
}

/** What of a player is heard. */
export type Heard = Pick<Player, 'timeline' | 'ways'>;

/** The timeline as it is said: by the names of the exercises that are done. Asked at every tick; the last answer is kept. */
export function heardTimeline(forms: () => Forms): (player: Heard) => Timeline {
	let last: { readonly of: Heard; readonly forms: Forms; readonly heard: Timeline } | null = null;
	return ({ timeline, ways }) => {
		const known = forms();
		if (last?.of.timeline !== timeline || last.of.ways !== ways || last.forms !== known)
			last = { of: { timeline, ways }, forms: known, heard: variedTimeline(timeline, ways, known) };
		return last.heard;
	};
}

/** How to do it in the chosen way, where that is no exercise of its own; `null` otherwise. */
export function variantSentence(texts: ContentTexts, forms: Forms, step: Step, way: ExerciseWay): string | null {
	const { exerciseId } = step;
	if (way === 'usual' || exerciseId === undefined || formAt(forms, step, way)) return null;
	return texts.exercises[exerciseId]?.[way] ?? null;
}
