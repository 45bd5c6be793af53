// What a block of one's own session is, read off its steps: an exercise with its sets, a rest, intervals, or several
// blocks that are repeated together. Nothing about it is stored, so a block from elsewhere is read in the same way.

import type { IntervalItem } from './interval-line.ts';
import { exerciseBlock, type ExerciseForm } from './own-session.ts';
import { stepsIn, type Block, type StepPlan } from './session.ts';

export type OwnPart =
	| { readonly type: 'exercise'; readonly form: ExerciseForm }
	| { readonly type: 'rest'; readonly seconds: number }
	| { readonly type: 'intervals'; readonly items: readonly IntervalItem[] }
	| { readonly type: 'joint'; readonly blocks: readonly Block[] }
	/** Put together in a way that this app would not: shown and played, but not taken apart. */
	| { readonly type: 'other' };

type Item = StepPlan | Block;

const areSame = (one: readonly Item[], other: readonly Item[]): boolean =>
	one.length === other.length && one.every((item, n) => isSame(item, other[n]));

function isSame(one: Item, other: Item | undefined): boolean {
	if (one.type === 'block')
		return other?.type === 'block' && one.repeat === other.repeat && areSame(one.items, other.items);
	if (other?.type !== 'step') return false;
	const values = ({ phase, seconds, exerciseId, side, position, dose }: StepPlan) =>
		JSON.stringify([phase, seconds, exerciseId, side, position, dose?.reps, dose?.holdSeconds, dose?.releaseSeconds]);
	return values(one) === values(other);
}

/** How often a step within comes in one round of the block. */
function setsOf(one: Block, step: StepPlan): number {
	const inner = one.items.find((item): item is Block => item.type === 'block' && stepsIn(item).includes(step));
	return inner ? inner.repeat * setsOf(inner, step) : 1;
}

/** The exercise of which `exerciseBlock` would make this block; `null`: of none. */
export function exerciseOf(one: Block): ExerciseForm | null {
	const steps = stepsIn(one);
	const work = steps.find(({ exerciseId }) => exerciseId !== undefined);
	if (!work?.exerciseId || !work.dose || one.repeat !== 1) return null;
	if (work.phase !== 'strength' && work.phase !== 'breathe') return null;
	const position = steps.find(({ phase }) => phase === 'move')?.position ?? 'any';
	const isOnSide = position === 'left-side';
	const form: ExerciseForm = {
		id: work.exerciseId,
		position: isOnSide ? 'side' : position,
		phase: work.phase,
		alternates: work.side === 'alternate',
		lowerWorks: isOnSide && work.side === 'left',
		dose: {
			...work.dose,
			sets: setsOf(one, work),
			sides: work.side === 'left' || work.side === 'right' ? 2 : 1,
			restSeconds: steps.find(({ phase }) => phase === 'rest')?.seconds ?? 0
		}
	};
	return areSame(exerciseBlock(form).items, one.items) ? form : null;
}

const isInterval = ({ phase, exerciseId }: StepPlan): boolean =>
	exerciseId === undefined && phase !== 'move' && phase !== 'strength' && phase !== 'breathe';

const areIntervals = (one: Block): boolean => stepsIn(one).every(isInterval);

/** Several blocks repeated together, of which not all are intervals: those read better as one line. */
export const isJoint = (one: Block): boolean =>
	one.items.length > 1 && one.items.every((item) => item.type === 'block') && !areIntervals(one);

export function partOf(one: Block): OwnPart {
	const form = exerciseOf(one);
	if (form) return { type: 'exercise', form };
	const [only] = one.items;
	if (one.items.length === 1 && one.repeat === 1 && only?.type === 'step' && only.phase === 'rest')
		return { type: 'rest', seconds: only.seconds };
	if (isJoint(one)) return { type: 'joint', blocks: one.items.filter((item) => item.type === 'block') };
	if (areIntervals(one)) return { type: 'intervals', items: one.repeat === 1 ? one.items : [one] };
	return { type: 'other' };
}
