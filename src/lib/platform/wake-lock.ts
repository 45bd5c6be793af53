// Keeps the screen on while it is wanted. The system takes the lock whenever the page is hidden or the battery is low;
// it is asked for again when the page is back.

/** `unsupported`: this device has none. `refused`: not now. `released`: taken back, by us or by the system. */
export type WakeLockState = 'held' | 'refused' | 'released' | 'unsupported';

export interface WakeLock {
	/** Wants the screen on until `release`. False when it is not held now; it may still come when the page is shown. */
	request(): Promise<boolean>;
	/** Wants it no longer. */
	release(): void;
	/** `listener` hears of every change from now on, also of those by the system. There is one listener at a time. */
	onchange(listener: (state: WakeLockState) => void): void;
}

const ask = async (): Promise<WakeLockSentinel | null> => {
	try {
		return await navigator.wakeLock.request('screen');
	} catch {
		// Hidden page, low battery, or the person's own setting.
		return null;
	}
};

/** Nothing is asked of the device before `request`. */
export function createWakeLock(): WakeLock {
	let onchange: (state: WakeLockState) => void = () => {};
	let wanted = false;
	let sentinel: WakeLockSentinel | null = null;
	let asking: Promise<boolean> | null = null;

	function keep(lock: WakeLockSentinel) {
		sentinel = lock;
		lock.addEventListener('release', () => {
			if (sentinel === lock) sentinel = null;
			onchange('released');
		});
		onchange('held');
	}

	async function take() {
		const lock = await ask();
		asking = null;
		if (lock && wanted) keep(lock);
		// Released while it was being asked for.
		else if (lock) await lock.release().catch(() => {});
		else if (wanted) onchange('refused');
		return sentinel !== null;
	}

	const takeOnce = () => (sentinel ? Promise.resolve(true) : (asking ??= take()));

	const onvisibilitychange = () => {
		if (wanted && document.visibilityState === 'visible') void takeOnce();
	};

	return {
		request() {
			if (!('wakeLock' in navigator)) {
				onchange('unsupported');
				return Promise.resolve(false);
			}
			wanted = true;
			document.addEventListener('visibilitychange', onvisibilitychange);
			return takeOnce();
		},
		release() {
			if (wanted) document.removeEventListener('visibilitychange', onvisibilitychange);
			wanted = false;
			void sentinel?.release().catch(() => {});
		},
		onchange(listener) {
			onchange = listener;
		}
	};
}
