// What an exercise is on the shelf: ids and numbers. Its sentences stand in the texts, under the same id.

import type { Dose } from '#lib/domain/session.ts';

/** Where the body is for an exercise. A step of phase `move` also says on which side: `left-side`, `right-side`. */
export type ExercisePosition =
	'lie' | 'side' | 'hands-knees' | 'face-down' | 'kneel' | 'sit' | 'chair' | 'stand' | 'any';

export type ExerciseType = 'core' | 'strength' | 'pilates' | 'tai-chi' | 'yoga' | 'mobility' | 'relaxation' | 'desk';

/** Where it can be done. */
export type Place = 'floor' | 'chair' | 'desk' | 'standing' | 'outdoors';
export type Equipment = 'mat' | 'chair' | 'wall';
/** What it is for, as one would look for it. */
export type Aim = 'trunk' | 'hips' | 'legs' | 'mobility' | 'balance' | 'calm' | 'breath';
/** What is printed as its source: evidence.md 7.0 names no study for any single exercise. */
export type ExerciseSource = 'practice';

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
	readonly type: ExerciseType;
	/** 1 easy, 2 medium, 3 demanding. */
	readonly level: 1 | 2 | 3;
	readonly position: ExercisePosition;
	readonly places: readonly Place[];
	readonly equipment: readonly Equipment[];
	readonly aims: readonly Aim[];
	/** Another exercise that is the easier form of this one. Without it the text `easier` describes one. */
	readonly easierId?: string;
	readonly harderId?: string;
	readonly source: ExerciseSource;
	readonly dose: ExerciseDose;
}
