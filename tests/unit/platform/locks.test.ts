import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSessionLock } from '#lib/platform/session-lock.ts';
import { createWakeLock, type WakeLockState } from '#lib/platform/wake-lock.ts';
import { fakePage, FakeTarget, type FakePage } from './fake-page.ts';

interface Holder {
	readonly steal: () => void;
}

/** The lock manager that all tabs share. A lock is free again only a moment after its holder has let go, as in browsers. */
class FakeLocks {
	#holders = new Map<string, Holder>();
	async request(name: string, options: LockOptions, granted: (lock: Lock | null) => unknown): Promise<void> {
		await Promise.resolve();
		if (this.#holders.has(name) && !options.steal) return void (await granted(null));
		this.#holders.get(name)?.steal();
		await new Promise<void>((resolve, reject) => {
			const holder = { steal: () => reject(new DOMException('stolen', 'AbortError')) };
			this.#holders.set(name, holder);
			const free = () => {
				if (this.#holders.get(name) === holder) this.#holders.delete(name);
				resolve();
			};
			void Promise.resolve(granted({ name, mode: 'exclusive' }))
				.then(() => new Promise((wait) => setTimeout(wait, 5)))
				.then(free);
		});
	}
	async query(): Promise<LockManagerSnapshot> {
		return { held: [...this.#holders.keys()].map((name) => ({ name, mode: 'exclusive', clientId: '' })) };
	}
}

const settled = () => new Promise((wait) => setTimeout(wait, 10));
const aTab = (name = 'app/session') => {
	const lock = createSessionLock(name);
	const onlost = vi.fn();
	lock.onlost(onlost);
	return { lock, onlost };
};

afterEach(() => vi.unstubAllGlobals());

describe('the session lock', () => {
	beforeEach(() => vi.stubGlobal('navigator', { locks: new FakeLocks() }));

	test('is held by one tab and taken for the other, until it is given back', async () => {
		const [here, there] = [aTab(), aTab()];
		expect(await here.lock.acquire()).toBe('held');
		expect(await there.lock.acquire()).toBe('taken');
		here.lock.release();
		await settled();
		expect(await there.lock.acquire()).toBe('held');
		expect([here.onlost, there.onlost].map((each) => each.mock.calls.length)).toEqual([0, 0]);
	});

	test('can be asked for twice by the tab that holds it, also at the same time', async () => {
		const { lock } = aTab();
		expect(await Promise.all([lock.acquire(), lock.acquire()])).toEqual(['held', 'held']);
		expect(await lock.acquire()).toBe('held');
	});

	test('can be taken again right after it was given back', async () => {
		const { lock } = aTab();
		await lock.acquire();
		lock.release();
		expect(await lock.acquire()).toBe('held');
	});

	test('can be stolen, and only the tab that lost it hears of it', async () => {
		const [here, there] = [aTab(), aTab()];
		await here.lock.acquire();
		expect(await there.lock.steal()).toBe(true);
		await settled();
		expect([here.onlost.mock.calls.length, there.onlost.mock.calls.length]).toEqual([1, 0]);
		expect(await here.lock.acquire()).toBe('taken');
		expect(await here.lock.steal()).toBe(true);
		await settled();
		expect(there.onlost).toHaveBeenCalledTimes(1);
	});

	test('is not stolen from oneself', async () => {
		const { lock, onlost } = aTab();
		await lock.acquire();
		expect(await lock.steal()).toBe(true);
		await settled();
		expect(onlost).not.toHaveBeenCalled();
	});

	test('of another name is another lock', async () => {
		await aTab('one/session').lock.acquire();
		expect(await aTab('two/session').lock.acquire()).toBe('held');
	});

	test('is free while no tab holds it', async () => {
		const [here, there] = [aTab(), aTab()];
		expect([await here.lock.isFree(), await there.lock.isFree()]).toEqual([true, true]);
		await here.lock.acquire();
		expect([await here.lock.isFree(), await there.lock.isFree()]).toEqual([false, false]);
		here.lock.release();
		await settled();
		expect([await here.lock.isFree(), await there.lock.isFree()]).toEqual([true, true]);
	});

	test('lets everybody go on where there are no locks or they are forbidden', async () => {
		vi.stubGlobal('navigator', {});
		const { lock } = aTab();
		expect([await lock.acquire(), await lock.steal(), await lock.isFree()]).toEqual(['unsupported', true, true]);
		lock.release();
		const forbidden = () => Promise.reject(new DOMException('opaque origin', 'SecurityError'));
		vi.stubGlobal('navigator', { locks: { request: forbidden, query: forbidden } });
		const { lock: other, onlost } = aTab();
		expect([await other.acquire(), await other.steal(), await other.isFree()]).toEqual(['unsupported', true, true]);
		expect(onlost).not.toHaveBeenCalled();
	});
});

class FakeSentinel extends FakeTarget {
	async release() {
		this.dispatchEvent(new Event('release'));
	}
}

describe('the wake lock', () => {
	let page: FakePage;
	let given: FakeSentinel[];
	let allows: boolean;
	let states: WakeLockState[];

	function aWakeLock() {
		const lock = createWakeLock();
		lock.onchange((state) => states.push(state));
		return lock;
	}
	const request = async () => {
		if (!allows) throw new DOMException('hidden', 'NotAllowedError');
		const sentinel = new FakeSentinel();
		given.push(sentinel);
		return sentinel;
	};

	beforeEach(() => {
		page = fakePage({ wakeLock: { request } });
		given = [];
		states = [];
		allows = true;
	});

	test('is held once however often it is asked for, and given back', async () => {
		const lock = aWakeLock();
		expect(await Promise.all([lock.request(), lock.request()])).toEqual([true, true]);
		expect(await lock.request()).toBe(true);
		lock.release();
		await settled();
		expect([given.length, states, page.document.listeners]).toEqual([1, ['held', 'released'], 0]);
	});

	test('is asked for again when the page is shown after the system took it', async () => {
		const lock = aWakeLock();
		await lock.request();
		await given[0]!.release();
		page.document.show('hidden');
		await settled();
		expect(given).toHaveLength(1);
		page.document.show('visible');
		await settled();
		expect([given.length, states]).toEqual([2, ['held', 'released', 'held']]);
	});

	test('is not asked for again once it is not wanted', async () => {
		const lock = aWakeLock();
		await lock.request();
		lock.release();
		page.document.show('visible');
		await settled();
		expect(given).toHaveLength(1);
	});

	test('that was refused still comes when the page is shown', async () => {
		allows = false;
		const lock = aWakeLock();
		expect(await lock.request()).toBe(false);
		allows = true;
		page.document.show('visible');
		await settled();
		expect(states).toEqual(['refused', 'held']);
	});

	test('that comes too late is given back at once', async () => {
		const lock = aWakeLock();
		const asked = lock.request();
		const released = vi.spyOn(FakeSentinel.prototype, 'release');
		lock.release();
		expect(await asked).toBe(false);
		expect([released.mock.calls.length, states]).toEqual([1, []]);
		released.mockRestore();
	});

	test('is unsupported where there is none', async () => {
		page = fakePage({});
		const lock = aWakeLock();
		expect(await lock.request()).toBe(false);
		lock.release();
		expect([states, page.document.listeners]).toEqual([['unsupported'], 0]);
	});
});
