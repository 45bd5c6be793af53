// What an exercise is on the shelf: ids and numbers. Its sentences stand in the texts, under the same id.

import type { Dose } from '#lib/domain/session.ts';

/** Where the body is for an exercise. A step of phase `move` also says on which side: `left-side`, `right-side`. */
export type ExercisePosition = 'lie' | 'side' | 'hands-knees';

/**
 * The dose of the exercise on its own; a sequence sets its own. `holdSeconds` is effort and hold together (the way up
 * and the stay), `releaseSeconds` the way back.
 */
export interface ExerciseDose extends Dose {
	readonly sets: number;
	/** 2: first one side, then the other. */
	readonly sides: 1 | 2;
	readonly restSeconds: number;
}

export interface Exercise {
	readonly id: string;
	readonly type: 'core' | 'strength' | 'yoga' | 'mobility';
	/** 1 easy, 2 medium, 3 hard. */
	readonly level: 1 | 2 | 3;
	readonly position: ExercisePosition;
	readonly dose: ExerciseDose;
}
