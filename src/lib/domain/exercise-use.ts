// What a person decided for good about single exercises, and a session as it is with that: an easier exercise in the
// place of one, or rest in its place. The length of a session never changes [P].

import { isKept, type Choice, type ExerciseUse } from './record.ts';
import type { Block, Session, Side, StepPlan } from './session.ts';

/** The use of every exercise that something was decided about; all others are done as usual. */
export type Uses = ReadonlyMap<string, ExerciseUse>;

/** An exercise of the library that is done in the place of a harder one. */
export interface EasierForm {
	readonly id: string;
	/** First one side, then the other, each for itself. */
	readonly oneSided: boolean;
	/** Left and right in turn within one step. */
	readonly alternates: boolean;
}

/** The easier form of an exercise; `null` where it is only a sentence, or nothing is known of it. */
export type EasierOf = (exerciseId: string) => EasierForm | null;

/** The latest kept choice for each exercise, in whatever order they are stored. */
export const usesOf = (choices: readonly Choice[]): Uses =>
	new Map(
		choices
			.filter((choice) => choice.type === 'exercise')
			.filter(isKept)
			.toSorted((a, b) => a.updatedAt - b.updatedAt || a.id.localeCompare(b.id))
			.map(({ exerciseId, use }) => [exerciseId, use])
	);

export const useOf = (uses: Uses, exerciseId: string): ExerciseUse => uses.get(exerciseId) ?? 'usual';

/**
 * What is done in the place of an exercise: down the easier forms as long as each is itself wanted easier. Forms that
 * lead round to one another lead nowhere: the first that comes again stays. `null`: the exercise itself.
 */
function insteadOf(exerciseId: string, uses: Uses, easierOf: EasierOf): EasierForm | null {
	const seen = new Set([exerciseId]);
	let form: EasierForm | null = null;
	while (useOf(uses, form?.id ?? exerciseId) === 'easier') {
		const next = easierOf(form?.id ?? exerciseId);
		if (!next) break;
		form = next;
		if (seen.has(next.id)) break;
		seen.add(next.id);
	}
	return form?.id === exerciseId ? null : form;
}

/** The exercise that is done in the place of one, itself included; `null`: it is a rest. */
export function doneFor(exerciseId: string, uses: Uses, easierOf: EasierOf): string | null {
	const id = insteadOf(exerciseId, uses, easierOf)?.id ?? exerciseId;
	return useOf(uses, id) === 'never' ? null : id;
}

/** The side that is said of the other form of an exercise: none where it has no sides. */
export function sideOf(side: Side, { oneSided, alternates }: EasierForm): Side | undefined {
	if (side !== 'alternate' && oneSided) return side;
	return alternates ? 'alternate' : undefined;
}

/** A step as it is done with these choices; the same one if nothing was decided about it. */
function stepAsUsed(step: StepPlan, uses: Uses, easierOf: EasierOf): StepPlan {
	if (step.exerciseId === undefined) return step;
	const form = insteadOf(step.exerciseId, uses, easierOf);
	if (useOf(uses, form?.id ?? step.exerciseId) === 'never')
		return { type: 'step', phase: 'rest', seconds: step.seconds };
	if (!form) return step;
	const { side: was, ...rest } = step;
	const side = was && sideOf(was, form);
	return { ...rest, exerciseId: form.id, ...(side && { side }) };
}

const blockAsUsed = (block: Block, uses: Uses, easierOf: EasierOf): Block => ({
	...block,
	items: block.items.map((item) =>
		item.type === 'step' ? stepAsUsed(item, uses, easierOf) : blockAsUsed(item, uses, easierOf)
	)
});

/**
 * The session as it is done with these choices. Laws: every step keeps its seconds; applied twice is applied once; no
 * exercise that was left out for good is in it.
 */
export const sessionAsUsed = (session: Session, uses: Uses, easierOf: EasierOf): Session =>
	uses.size === 0 ? session : { ...session, blocks: session.blocks.map((block) => blockAsUsed(block, uses, easierOf)) };

const idsIn = (item: StepPlan | Block): readonly string[] =>
	item.type === 'block' ? item.items.flatMap(idsIn) : item.exerciseId === undefined ? [] : [item.exerciseId];

/** The exercises of a session, each once, in order. */
export const exercisesIn = ({ blocks }: Session): readonly string[] => [...new Set(blocks.flatMap(idsIn))];

/** The exercises of a session as it is prescribed about which something else than usual was decided, in order. */
export const changedIn = (session: Session, uses: Uses): readonly string[] =>
	exercisesIn(session).filter((id) => useOf(uses, id) !== 'usual');

/**
 * Of a session as it is done: the exercises that are wanted easier and have no easier exercise. They stay, and are done
 * by the sentence that says how.
 */
export const easedByWords = (session: Session, uses: Uses): readonly string[] =>
	exercisesIn(session).filter((id) => useOf(uses, id) === 'easier');
