// Which picture belongs to a step: its exercise, the position it leads to, or the exercise that comes.
// Apart from the other words of a step, since it knows the figures, which the first screen never loads.

import type { ContentTexts } from '#lib/content/index.ts';
import type { Step, Timeline } from '#lib/domain/timeline.ts';
import { figureFor } from '#lib/figure/figure.ts';

export interface ShownFigure {
	readonly id: string;
	/** The movement in words, for those who do not see it. */
	readonly label: string;
	readonly name: string;
	readonly side?: 'left' | 'right' | 'alternate';
	readonly moves: boolean;
	/** In a rest or a move: the picture is of what comes. */
	readonly isNext: boolean;
}

const MOVES: Readonly<Record<string, string>> = {
	lie: 'move-lie',
	'feet-down': 'move-lie',
	'left-side': 'move-side-left',
	'right-side': 'move-side-right',
	'hands-knees': 'move-hands-knees',
	'face-down': 'move-face-down',
	'turn-over': 'move-face-down',
	kneel: 'move-kneel',
	'kneel-up': 'move-kneel',
	sit: 'move-sit',
	chair: 'move-sit',
	stand: 'move-stand'
};

const isOnChair = (exerciseId = ''): boolean =>
	figureFor(exerciseId)?.props.some(({ kind }) => kind === 'chair') === true && exerciseId !== 'rel-legs-up';

/** How the body is before a step, as the id of a still figure: by the last move, or by a chair exercise after it. */
function postureBefore(timeline: Timeline, step: Step): string | undefined {
	const before = timeline.steps.slice(0, step.index).toReversed();
	const last = before.find((each) => MOVES[each.position ?? ''] !== undefined || isOnChair(each.exerciseId));
	return last?.exerciseId === undefined ? MOVES[last?.position ?? ''] : 'move-sit';
}

/** Breathing is done in any position: shown in the one in which the body is. */
function breathFigure(timeline: Timeline, step: Step): string {
	const posture = postureBefore(timeline, step);
	if (posture === 'move-stand') return 'rel-box-breath-stand';
	return posture === undefined || posture === 'move-sit' ? 'rel-box-breath' : 'rel-box-breath-lie';
}

/** The figure of an exercise; one that has none is shown as the position it is done in, still. */
function exerciseFigure(timeline: Timeline, step: Step): { readonly id: string; readonly moves: boolean } | null {
	const id = step.exerciseId === 'rel-box-breath' ? breathFigure(timeline, step) : (step.exerciseId ?? '');
	if (figureFor(id)) return { id, moves: true };
	const posture = postureBefore(timeline, step);
	return posture === undefined ? null : { id: posture, moves: false };
}

/** The picture of a step; `null` where there is none, and the words stand alone. */
export function figureOf(texts: ContentTexts, timeline: Timeline, step: Step): ShownFigure | null {
	const working = step.exerciseId !== undefined;
	const moveId = working ? undefined : MOVES[step.position ?? ''];
	if (moveId !== undefined) {
		const name = texts.positions[step.position ?? '']?.name ?? '';
		return { id: moveId, label: name, name, moves: false, isNext: false };
	}
	const shown = timeline.steps.slice(step.index).find((each) => each.exerciseId !== undefined);
	const text = shown?.exerciseId === undefined ? undefined : texts.exercises[shown.exerciseId];
	const figure = shown && exerciseFigure(timeline, shown);
	if (!shown || !text || !figure) return null;
	const side = shown.side ? { side: shown.side } : {};
	return {
		...figure,
		label: text.movement,
		name: text.name,
		...side,
		moves: working && figure.moves,
		isNext: !working
	};
}
