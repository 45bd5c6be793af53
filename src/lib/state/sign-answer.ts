// The checklist of one visit is one answer: who corrects a tick corrects it, and does not leave the first one standing.

import type { Answer } from '#lib/domain/answer.ts';
import type { App } from './app.svelte.ts';

export class SignAnswer {
	#given: Answer | null = null;

	/** Once it was given. */
	get id(): string | undefined {
		return this.#given?.id;
	}

	/** Keeps what is ticked now; the second time in place of the first. */
	async give(app: App, ticked: readonly string[]): Promise<void> {
		const { clock } = app.parts;
		const at = clock.now();
		this.#given = {
			...(this.#given ?? { id: clock.newId() }),
			type: 'warningSigns',
			on: clock.today(),
			at,
			updatedAt: at,
			ticked
		};
		await app.saveAnswers([this.#given]);
	}
}
