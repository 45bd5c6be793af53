// The one player of this page and the lock that makes it the only one across tabs.

import type { SessionRecord } from '#lib/domain/record.ts';
import type { Session } from '#lib/domain/session.ts';
import { createChime, type Chime } from '#lib/audio/chime.ts';
import { createVibration } from '#lib/audio/vibration.ts';
import { createSessionLock, type SessionLock } from '#lib/platform/session-lock.ts';
import { createTicker } from '#lib/platform/ticker.ts';
import { createWakeLock } from '#lib/platform/wake-lock.ts';
import type { App } from './app.svelte.ts';
import { dataName } from './data-name.ts';
import { SessionPlayer } from './session-player.svelte.ts';

/** `taken`: another tab has the session; `lost`: another tab took it from here. */
export type Hold = 'free' | 'held' | 'taken' | 'lost';

class PlayerHost {
	#player = $state.raw<SessionPlayer | null>(null);
	#finished = $state.raw<SessionRecord | null>(null);
	#hold = $state<Hold>('free');
	#chime: Chime | null = null;
	#lock: SessionLock | null = null;

	get player(): SessionPlayer | null {
		return this.#player;
	}
	/** The session that has just been finished, until the next begins. */
	get finished(): SessionRecord | null {
		return this.#finished;
	}
	get hold(): Hold {
		return this.#hold;
	}

	/** Begins a session. Call inside the tap: sound is unlocked first, then the lock is asked for. */
	async begin(app: App, session: Session): Promise<boolean> {
		this.#sound().unlock();
		if (this.#player || !(await this.#acquire())) return false;
		await app.reload();
		if (app.found()) return this.#release();
		const running = { id: app.parts.clock.newId(), on: app.parts.clock.today(), session, log: [] };
		this.#create(app, running).start();
		return true;
	}

	/** Takes up the session that was found, paused where it was. `resume` goes on at once (call inside the tap). */
	async takeUp(app: App, resume: boolean): Promise<boolean> {
		if (resume) this.#sound().unlock();
		if (this.#player) return true;
		if (!(await this.#acquire())) return false;
		await app.reload();
		const { running } = app.snapshot;
		const found = app.found();
		if (!running || !found) return this.#release();
		const player = this.#create(app, { ...running, log: found.log });
		player.watch();
		if (resume) player.resume();
		return true;
	}

	/** 'Continue here': takes the session from the tab that has it; a frozen tab would keep it for ever. */
	async steal(app: App, resume: boolean): Promise<boolean> {
		if (resume) this.#sound().unlock();
		if (!(await this.#locks().steal())) return false;
		this.#hold = 'held';
		return this.takeUp(app, resume);
	}

	/** The screen is left: a playing session is paused and stays to be resumed. */
	async leave(app: App): Promise<void> {
		const player = this.#player;
		if (!player) return;
		await player.settleAndLeave();
		this.#player = null;
		this.#release();
		await app.reload();
	}
	/** Another tab may have begun or ended meanwhile. */
	async lookAgain(): Promise<void> {
		const isFree = await this.#locks().isFree();
		if (this.#hold === 'held') return;
		if (isFree) this.#hold = 'free';
		else if (this.#hold === 'free') this.#hold = 'taken';
	}
	forgetFinished(): void {
		this.#finished = null;
	}

	#sound(): Chime {
		this.#chime ??= createChime();
		return this.#chime;
	}
	#locks(): SessionLock {
		this.#lock ??= createSessionLock(`${dataName}:session`);
		this.#lock.onlost(() => this.#lose());
		return this.#lock;
	}
	async #acquire(): Promise<boolean> {
		if (this.#hold === 'held') return true;
		const state = await this.#locks().acquire();
		this.#hold = state === 'taken' ? 'taken' : 'held';
		return this.#hold === 'held';
	}
	#release(): false {
		this.#lock?.release();
		this.#hold = 'free';
		return false;
	}
	#lose(): void {
		this.#player?.leave();
		this.#player = null;
		this.#hold = 'lost';
	}
	#create(app: App, running: ConstructorParameters<typeof SessionPlayer>[0]): SessionPlayer {
		this.#finished = null;
		const { keeper, clock } = app.parts;
		const player = new SessionPlayer(running, {
			keeper,
			clock,
			ticker: createTicker(),
			chime: this.#sound(),
			vibration: createVibration(),
			wakeLock: createWakeLock(),
			settings: () => app.settings,
			onfinish: (record, written) => {
				app.sessionFinished(record, written);
				this.#finished = record;
				this.#player = null;
				this.#release();
			},
			ontrouble: (error) => app.reportTrouble(error)
		});
		this.#player = player;
		return player;
	}
}

export const host = new PlayerHost();
