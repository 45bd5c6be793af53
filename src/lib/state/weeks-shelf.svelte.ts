// Longer running and run-walk for good, as content: loaded by whoever goes there, and early for a plan that needs it.

import { loadWeeks } from '#lib/content/index.ts';
import type { LongerRunning } from '#lib/domain/longer-running.ts';
import { isKept, type Choice } from '#lib/domain/record.ts';

class WeeksShelf {
	#longer = $state.raw<LongerRunning | null>(null);

	/** `null` until `open` has brought it. */
	get longer(): LongerRunning | null {
		return this.#longer;
	}

	/** Brings it, once. Without it (offline before it was kept) nothing of it is proposed; asked again next time. */
	async open(): Promise<void> {
		this.#longer ??= await loadWeeks()
			.then(({ longerRunning }) => longerRunning)
			.catch(() => null);
	}
}

export const weeksShelf = new WeeksShelf();

/** True when a plan may be about it. */
export const needsWeeks = (choices: readonly Choice[]): boolean =>
	choices.some(
		(choice) =>
			isKept(choice) && (choice.type === 'stayed' || (choice.type === 'begun' && choice.programmeId === 'running'))
	);
