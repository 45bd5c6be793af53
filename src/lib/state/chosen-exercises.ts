// What this person decided for good about exercises, put into every session before it is begun. The rule is the
// domain's; which exercise is the easier form of which, the library knows.

import type { Library } from '#lib/content/index.ts';
import {
	changedIn,
	doneFor,
	easedByWords,
	sessionAsUsed,
	useOf,
	usesOf,
	type EasierForm,
	type EasierOf,
	type Uses
} from '#lib/domain/exercise-use.ts';
import type { Choice, ExerciseUse } from '#lib/domain/record.ts';
import type { ExerciseWay } from '#lib/domain/session-log.ts';
import type { Session } from '#lib/domain/session.ts';

/** The exercise of the library that is the easier or harder form of `exerciseId`; without the library none is known. */
function formOf(library: Library | null, exerciseId: string, way: ExerciseWay): EasierForm | null {
	const exercise = library?.exercises.find((each) => each.id === exerciseId);
	const id = way === 'easier' ? exercise?.easierId : way === 'harder' ? exercise?.harderId : undefined;
	const form = library?.exercises.find((each) => each.id === id);
	if (!library || !form) return null;
	const steps = library.sequences.flatMap((sequence) => sequence.steps).filter((step) => step.exerciseId === form.id);
	return {
		id: form.id,
		oneSided: form.dose.sides === 2,
		alternates: steps.some(({ side }) => side === 'alternate')
	};
}

export class ChosenExercises {
	readonly #uses: Uses;
	readonly #easierOf: EasierOf;
	readonly #library: Library | null;

	constructor(choices: readonly Choice[], library: Library | null) {
		this.#uses = usesOf(choices);
		this.#library = library;
		this.#easierOf = (exerciseId) => formOf(library, exerciseId, 'easier');
	}

	/** An easier exercise can only take the place of another when the library is open. */
	get needsLibrary(): boolean {
		return [...this.#uses.values()].includes('easier');
	}
	use(exerciseId: string): ExerciseUse {
		return useOf(this.#uses, exerciseId);
	}
	/** The exercise that a tap on easier or harder brings; `null`: the same, by its sentence. None that was left out for good. */
	form(exerciseId: string, way: ExerciseWay): EasierForm | null {
		const form = formOf(this.#library, exerciseId, way);
		return form && this.use(form.id) === 'never' ? null : form;
	}
	/** The session as it is done. One that was begun stays as it was written down: it never comes here. */
	done(session: Session): Session {
		return sessionAsUsed(session, this.#uses, this.#easierOf);
	}
	/** The exercise that is done in the place of this one, itself included; `null`: a rest. */
	doneFor(exerciseId: string): string | null {
		return doneFor(exerciseId, this.#uses, this.#easierOf);
	}
	/** Of a session as it is prescribed: its exercises that are done otherwise, or not at all. */
	changed(prescribed: Session): readonly string[] {
		return changedIn(prescribed, this.#uses);
	}
	/** Of a session as it is done: its exercises whose easier way is a sentence. The player is told when it begins. */
	byWords(done: Session): readonly string[] {
		return easedByWords(done, this.#uses);
	}
}
