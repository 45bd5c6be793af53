// The list of everything that has a figure, by family.
import type { FigureExercise } from '#lib/figure/pose.ts';
import { CHAIR_EXERCISES } from './chair.ts';
import { CORE } from './core.ts';
import { GAITS } from './gait.ts';
import { HIP } from './hip.ts';
import { MOBILITY } from './mobility.ts';
import { PILATES } from './pilates.ts';
import { PRONE } from './prone.ts';
import { RELAXING } from './relax.ts';
import { REST } from './rest.ts';
import { STANDING_EXERCISES } from './standing.ts';
import { TAI_CHI } from './taichi.ts';

export const FIGURES: readonly FigureExercise[] = [
	...CORE,
	...HIP,
	...PRONE,
	...PILATES,
	...MOBILITY,
	...STANDING_EXERCISES,
	...CHAIR_EXERCISES,
	...TAI_CHI,
	...RELAXING,
	...REST,
	...GAITS
];
