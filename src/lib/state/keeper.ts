// What the state room asks of storage, in one place, so that a window in which nothing can be kept works the same.

import type { Snapshot } from '#lib/domain/record.ts';
import { ok } from '#lib/domain/result.ts';
import type { Repository } from '#lib/storage/repository.ts';
import type { Written } from '#lib/storage/write.ts';

export type { WriteError, Written } from '#lib/storage/write.ts';

/** The repository, as far as this room uses it. */
export type Keeper = Omit<Repository, 'sessionsByDay'>;

/** Forgets everything with the window. For browsers that keep nothing; the screens say so. */
export function createForgetfulKeeper(empty: Snapshot): Keeper {
	const done = (): Promise<Written> => Promise.resolve(ok(undefined));
	return {
		load: () => Promise.resolve(empty),
		saveEvent: done,
		beat: done,
		finishSession: done,
		discardRunning: done,
		saveSession: done,
		saveCheckIn: done,
		saveOwnSession: done,
		saveMovement: done,
		saveEntry: done,
		saveAnswers: done,
		saveChoices: done,
		saveSettings: done,
		tidy: () => Promise.resolve(),
		replaceAll: done
	};
}
