// The list of everything that has a figure, by family.
import type { FigureExercise } from '#lib/figure/pose.ts';
import { CORE } from './core.ts';
import { GAITS } from './gait.ts';
import { HIP } from './hip.ts';
import { MOBILITY } from './mobility.ts';
import { REST } from './rest.ts';
import { STANDING_EXERCISES } from './standing.ts';

export const FIGURES: readonly FigureExercise[] = [...CORE, ...HIP, ...MOBILITY, ...STANDING_EXERCISES, ...REST, ...GAITS];
