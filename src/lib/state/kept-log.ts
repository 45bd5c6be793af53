// The log of a running session on its way to storage: each event is written before it counts. Knows no player.

import type { RunningSession, SessionRecord } from '#lib/domain/record.ts';
import type { SessionEvent } from '#lib/domain/session-log.ts';
import type { Keeper, Written } from './keeper.ts';

export class KeptLog {
	/** The session with its log, when storage has refused the last of it; else `null`. */
	unkept: RunningSession | null = null;
	readonly #keeper: Keeper;
	#running: RunningSession;

	constructor({ id, on, session, log }: RunningSession, keeper: Keeper) {
		this.#running = { id, on, session, log };
		this.#keeper = keeper;
	}

	/** Writes one event more, refused or not it stands in the log. `isLast`: the session is finished with it. */
	async add(event: SessionEvent, isLast: boolean): Promise<{ record: SessionRecord; written: Written }> {
		const running = { ...this.#running, log: [...this.#running.log, event] };
		const record = { ...running, updatedAt: event.at };
		const written = isLast ? await this.#keeper.finishSession(record) : await this.#keeper.saveEvent(running);
		this.#running = running;
		this.unkept = written.ok ? null : running;
		return { record, written };
	}
}
