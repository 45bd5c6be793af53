// What the device and its browser say about the app: installed or not, ready for offline, a newer version waiting.

import { goto } from '$app/navigation';
import { base } from '$app/paths';
import { createInstall, type Install, type InstallState } from '#lib/platform/install.ts';
import { onLaunch } from '#lib/platform/launches.ts';
import { createOffline, type Offline } from '#lib/platform/offline.ts';
import { createSessionLock } from '#lib/platform/session-lock.ts';
import { createPersistence, type PersistenceAnswer } from '#lib/storage/persistence.ts';
import { dataName } from './data-name.ts';

/** No tab runs a session: the lock of the session can be had. */
const noSessionRuns = (): Promise<boolean> => createSessionLock(`${dataName}:session`).isFree();

class Device {
	#install: Install | null = null;
	#offline: Offline | null = null;
	#installState = $state<InstallState>('manual');
	#updateWaits = $state(false);
	#persisted = $state<PersistenceAnswer>('unknown');

	get installState(): InstallState {
		return this.#installState;
	}
	/** A newer version is there and waits for a tap. */
	get updateWaits(): boolean {
		return this.#updateWaits;
	}
	get persisted(): PersistenceAnswer {
		return this.#persisted;
	}

	/** Listens from the first page on: browsers offer the installation only once. */
	watch(production: boolean): void {
		if (this.#install) return;
		this.#install = createInstall();
		this.#installState = this.#install.state;
		this.#install.onchange(() => (this.#installState = this.#install?.state ?? 'manual'));
		void createPersistence()
			.persisted()
			.then((answer) => (this.#persisted = answer));
		onLaunch(`${base}/`, (url) => void this.#follow(url));
		if (production) this.#watchOffline();
	}
	async install(): Promise<void> {
		await this.#install?.prompt();
		this.#installState = this.#install?.state ?? 'manual';
	}
	/** No tab runs a session: data may be replaced, versions may change. */
	noSessionRuns(): Promise<boolean> {
		return noSessionRuns();
	}
	async applyUpdate(): Promise<boolean> {
		return (await this.#offline?.applyUpdate()) ?? false;
	}
	/** After a finished session, or when the person asks for it. */
	async askToPersist(): Promise<void> {
		this.#persisted = await createPersistence().askToPersist();
	}

	/** A session is not left for it. */
	async #follow(url: URL): Promise<void> {
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- a whole address, from the browser
		if (await noSessionRuns()) await goto(url);
	}
	#watchOffline(): void {
		this.#offline = createOffline({ url: `${base}/service-worker.js`, scope: `${base}/`, canApply: noSessionRuns });
		this.#offline.onwaiting(() => {
			this.#updateWaits = true;
			// Once the new version has taken over, this one's files are gone; what it cannot keep is saved with them.
			void Promise.all([import('#lib/storage/backup.ts'), import('#lib/storage/data-file.ts')]).catch(() => undefined);
		});
		void this.#offline.start();
	}
}

export const device = new Device();
