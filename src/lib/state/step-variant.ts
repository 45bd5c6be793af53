// An exercise in the easier or harder way that was tapped on the way: another exercise of the library where there is
// one, else the sentence that says how. The time stays as it was prescribed.

import type { ContentTexts, Library } from '#lib/content/index.ts';
import type { Player } from '#lib/domain/player.ts';
import type { ExerciseWay } from '#lib/domain/session-log.ts';
import type { Step, Timeline } from '#lib/domain/timeline.ts';

type Ways = Player['ways'];

export const wayOf = (ways: Ways, step: Step): ExerciseWay => ways[step.exerciseId ?? ''] ?? 'usual';

/** The exercise of the library that is the easier or harder form of `exerciseId`; itself where there is none. */
function variantId(library: Library | null, exerciseId: string, way: ExerciseWay): string {
	const exercise = library?.exercises.find(({ id }) => id === exerciseId);
	const other = way === 'easier' ? exercise?.easierId : way === 'harder' ? exercise?.harderId : undefined;
	return other ?? exerciseId;
}

/** The timeline as it is shown: the same steps and times, exercises in the way that was chosen. */
export function variedTimeline(timeline: Timeline, ways: Ways, library: Library | null): Timeline {
	if (Object.keys(ways).length === 0) return timeline;
	const steps = timeline.steps.map((step): Step => {
		const exerciseId = step.exerciseId && variantId(library, step.exerciseId, wayOf(ways, step));
		if (!exerciseId || exerciseId === step.exerciseId) return step;
		// 'In turn' was said of the exercise that was prescribed.
		const { side, ...rest } = step;
		return { ...rest, exerciseId, ...(side && side !== 'alternate' && { side }) };
	});
	return { ...timeline, steps };
}

/** What of a player is heard. */
export type Heard = Pick<Player, 'timeline' | 'ways'>;

/** The timeline as it is said: by the names of the exercises that are done. Asked at every tick; the last answer is kept. */
export function heardTimeline(library: () => Library | null): (player: Heard) => Timeline {
	let last: { readonly of: Heard; readonly library: Library | null; readonly heard: Timeline } | null = null;
	return ({ timeline, ways }) => {
		const known = library();
		if (last?.of.timeline !== timeline || last.of.ways !== ways || last.library !== known)
			last = { of: { timeline, ways }, library: known, heard: variedTimeline(timeline, ways, known) };
		return last.heard;
	};
}

/** How to do it in the chosen way, where that is no exercise of its own; `null` otherwise. */
export function variantSentence(
	texts: ContentTexts,
	library: Library | null,
	step: Step,
	way: ExerciseWay
): string | null {
	const { exerciseId } = step;
	if (way === 'usual' || exerciseId === undefined || variantId(library, exerciseId, way) !== exerciseId) return null;
	return texts.exercises[exerciseId]?.[way] ?? null;
}
