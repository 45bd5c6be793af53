// One session at a time, over all tabs of this browser. A dead tab gives the lock back by itself; a frozen one
// keeps it, so another tab may steal it. Without Web Locks nobody watches, and everybody may go on.

export type LockAnswer = 'held' | 'taken' | 'unsupported';

export interface SessionLock {
	/** Takes the lock if nobody has it. */
	acquire(): Promise<LockAnswer>;
	/** Takes the lock, also from another tab. True when this tab may go on: it holds the lock, or there are none here. */
	steal(): Promise<boolean>;
	/** Gives the lock back. Does nothing when it is not held. */
	release(): void;
	/** Whether no tab, this one included, holds it. */
	isFree(): Promise<boolean>;
	/** `listener` hears that another tab stole it: whatever this tab does under it must end. One listener at a time. */
	onlost(listener: () => void): void;
}

/** @param name one for all tabs of this app and no other: it contains the base path, since a host may carry several */
export function createSessionLock(name: string): SessionLock {
	let onlost = () => {};
	let letGo: (() => void) | null = null;
	let asking: Promise<LockAnswer> | null = null;
	/** The request before; the browser needs a moment to take a lock back. */
	let ended: Promise<void> = Promise.resolve();

	/** Keeps the lock, once granted, until it is let go of or stolen. */
	const hold = () => new Promise<void>((resolve) => (letGo = resolve));

	const request = (options: LockOptions) =>
		new Promise<LockAnswer>((answer) => {
			let mine: (() => void) | null = null;
			const granted = (lock: Lock | null) => {
				answer(lock ? 'held' : 'taken');
				if (!lock) return;
				const held = hold();
				mine = letGo;
				return held;
			};
			ended = navigator.locks.request(name, options, granted).catch(() => {
				answer('unsupported');
				if (!mine || mine !== letGo) return;
				letGo = null;
				onlost();
			});
		});

	async function once(options: LockOptions): Promise<LockAnswer> {
		if (letGo) return 'held';
		if (typeof navigator === 'undefined' || !('locks' in navigator)) return 'unsupported';
		asking ??= ended.then(() => request(options)).finally(() => (asking = null));
		return asking;
	}

	return {
		acquire: () => once({ ifAvailable: true }),
		async steal() {
			await asking;
			return (await once({ steal: true })) !== 'taken';
		},
		release() {
			letGo?.();
			letGo = null;
		},
		async isFree() {
			if (letGo) return false;
			if (typeof navigator === 'undefined' || !('locks' in navigator)) return true;
			const { held = [] } = await navigator.locks.query().catch((): LockManagerSnapshot => ({}));
			return held.every((lock) => lock.name !== name);
		},
		onlost(listener) {
			onlost = listener;
		}
	};
}
