// What the state room asks of storage, in one place, so that a window in which nothing can be kept works the same.

import type { CheckIn, Choice, RunningSession, SessionRecord, Settings, Snapshot } from '#lib/domain/record.ts';
import type { Heartbeat } from '#lib/domain/session-log.ts';
import { ok } from '#lib/domain/result.ts';
import type { Written } from '#lib/storage/write.ts';

export type { WriteError, Written } from '#lib/storage/write.ts';

export interface Keeper {
	load(): Promise<Snapshot>;
	saveEvent(running: RunningSession): Promise<Written>;
	beat(heartbeat: Heartbeat): Promise<Written>;
	finishSession(record: SessionRecord): Promise<Written>;
	discardRunning(): Promise<Written>;
	saveSession(record: SessionRecord): Promise<Written>;
	saveCheckIn(checkIn: CheckIn): Promise<Written>;
	saveChoices(choices: readonly Choice[]): Promise<Written>;
	saveSettings(settings: Settings): Promise<Written>;
	replaceAll(snapshot: Snapshot): Promise<Written>;
}

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
		saveChoices: done,
		saveSettings: done,
		replaceAll: done
	};
}
