import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOffline } from '#lib/platform/offline.ts';
import { fakePage, FakeTarget, type FakePage } from './fake-page.ts';

// The same code under the address that Node can read; Vite takes it from there by itself.
vi.mock('workbox-window', () => vi.importActual('../../../node_modules/workbox-window/build/workbox-window.prod.mjs'));

class FakeServiceWorker extends FakeTarget {
	readonly scriptURL = 'https://app.test/service-worker.js';
	readonly messages: unknown[] = [];
	state: ServiceWorkerState = 'installing';
	postMessage(message: unknown) {
		this.messages.push(message);
	}
	turn(state: ServiceWorkerState) {
		this.state = state;
		this.dispatchEvent(new Event('statechange'));
	}
}

class FakeRegistration extends FakeTarget {
	active: FakeServiceWorker | null = null;
	installing: FakeServiceWorker | null = null;
	waiting: FakeServiceWorker | null = null;
	updates = 0;
	async update() {
		this.updates += 1;
	}
	/** A new version arrives and is installed. */
	find(): FakeServiceWorker {
		const worker = new FakeServiceWorker();
		this.installing = worker;
		this.dispatchEvent(new Event('updatefound'));
		this.waiting = worker;
		worker.turn('installed');
		return worker;
	}
}

class FakeContainer extends FakeTarget {
	controller: FakeServiceWorker | null = null;
	readonly registration = new FakeRegistration();
	registered: unknown[][] = [];
	async register(...call: unknown[]) {
		this.registered.push(call);
		return this.registration;
	}
	take(worker: FakeServiceWorker) {
		this.controller = worker;
		this.registration.waiting = null;
		worker.turn('activated');
		this.dispatchEvent(new Event('controllerchange'));
	}
}

let page: FakePage;
let workers: FakeContainer;
let navigator: { serviceWorker: FakeContainer; onLine: boolean };
let canApply: boolean;
const reload = vi.fn();
const onready = vi.fn();
const onwaiting = vi.fn();

async function started() {
	const offline = createOffline({
		url: '/service-worker.js',
		scope: '/',
		canApply: () => Promise.resolve(canApply)
	});
	offline.onready(onready);
	offline.onwaiting(onwaiting);
	const answer = offline.start();
	await vi.runAllTimersAsync();
	expect(await answer).toBe(true);
	return offline;
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.clearAllMocks();
	workers = new FakeContainer();
	navigator = { serviceWorker: workers, onLine: true };
	page = fakePage(navigator);
	vi.stubGlobal('location', { href: 'https://app.test/', reload });
	vi.stubGlobal('self', { setTimeout });
	canApply = true;
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** A page that a worker serves already. */
async function served() {
	workers.controller = new FakeServiceWorker();
	const offline = await started();
	const next = workers.registration.find();
	await vi.runAllTimersAsync();
	return { offline, next };
}

describe('the service worker', () => {
	test('is registered once the page has loaded, with its scope', async () => {
		page.document.readyState = 'loading';
		const offline = createOffline({ url: '/b/service-worker.js', scope: '/b/', canApply: () => Promise.resolve(true) });
		const answer = offline.start();
		await vi.runAllTimersAsync();
		expect(workers.registered).toEqual([]);
		page.window.dispatchEvent(new Event('load'));
		await vi.runAllTimersAsync();
		expect(await answer).toBe(true);
		expect(workers.registered).toEqual([['/b/service-worker.js', { scope: '/b/' }]]);
	});

	test('says ready once on the first visit, and does not reload the page it then serves', async () => {
		await started();
		workers.take(workers.registration.find());
		await vi.runAllTimersAsync();
		expect([onready.mock.calls.length, onwaiting.mock.calls.length, reload.mock.calls.length]).toEqual([1, 0, 0]);
	});

	test('says nothing but that it waits when a new version comes', async () => {
		const { next } = await served();
		expect([onwaiting.mock.calls.length, onready.mock.calls.length]).toEqual([1, 0]);
		expect([next.messages, reload.mock.calls.length]).toEqual([[], 0]);
	});

	test('hears of a version that was being installed before it could listen, and only of a newer one', async () => {
		for (const active of [null, new FakeServiceWorker()]) {
			onwaiting.mockClear();
			const installing = new FakeServiceWorker();
			Object.assign(workers.registration, { active, installing });
			await started();
			installing.turn('installed');
			await vi.runAllTimersAsync();
			expect(onwaiting).toHaveBeenCalledTimes(active ? 1 : 0);
		}
	});

	test('changes versions when the person says yes, and this tab reloads when the new one serves it', async () => {
		const { offline, next } = await served();
		expect(await offline.applyUpdate()).toBe(true);
		expect([next.messages, reload.mock.calls.length]).toEqual([[{ type: 'SKIP_WAITING' }], 0]);
		workers.take(next);
		await vi.advanceTimersByTimeAsync(100);
		expect([reload.mock.calls.length, onready.mock.calls.length]).toEqual([1, 0]);
	});

	test('reloads all the same when the new one does not take over', async () => {
		const { offline } = await served();
		await offline.applyUpdate();
		await vi.advanceTimersByTimeAsync(1900);
		expect(reload).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(200);
		expect(reload).toHaveBeenCalledTimes(1);
	});

	test('asks again for a reload that nobody answers, and gives up after four', async () => {
		const { offline, next } = await served();
		await offline.applyUpdate();
		workers.take(next);
		await vi.advanceTimersByTimeAsync(3100);
		expect(reload).toHaveBeenCalledTimes(2);
		await vi.runAllTimersAsync();
		expect(reload).toHaveBeenCalledTimes(4);
	});

	test('changes nothing while a session runs', async () => {
		const { offline, next } = await served();
		canApply = false;
		expect(await offline.applyUpdate()).toBe(false);
		expect(next.messages).toEqual([]);
	});

	test('does not reload a session that began after the yes, and reloads when it is asked again', async () => {
		const { offline, next } = await served();
		await offline.applyUpdate();
		canApply = false;
		workers.take(next);
		await vi.runAllTimersAsync();
		expect(reload).not.toHaveBeenCalled();
		canApply = true;
		expect(await offline.applyUpdate()).toBe(true);
		expect(reload).toHaveBeenCalledTimes(1);
	});

	test('does not reload a tab that was not asked; there the yes is only a reload', async () => {
		const { offline, next } = await served();
		workers.take(next);
		await vi.runAllTimersAsync();
		expect(reload).not.toHaveBeenCalled();
		expect(await offline.applyUpdate()).toBe(true);
		expect([next.messages, reload.mock.calls.length]).toEqual([[], 1]);
	});

	test('has nothing to apply while no version waits', async () => {
		const offline = await started();
		expect(await offline.applyUpdate()).toBe(false);
	});

	test('looks for a new version whenever the page is shown online', async () => {
		const offline = await started();
		page.document.show('hidden');
		expect(workers.registration.updates).toBe(0);
		page.document.show('visible');
		await vi.runAllTimersAsync();
		expect(workers.registration.updates).toBe(1);
		navigator.onLine = false;
		page.document.show('visible');
		expect(await offline.checkForUpdate()).toBe(false);
		expect(workers.registration.updates).toBe(1);
		offline.stop();
		expect(page.document.listeners).toBe(0);
	});

	test('is done without where there is none or it is refused', async () => {
		vi.spyOn(workers, 'register').mockRejectedValue(new DOMException('no', 'SecurityError'));
		const refused = createOffline({ url: '/sw.js', scope: '/', canApply: () => Promise.resolve(true) });
		const answer = refused.start();
		await vi.runAllTimersAsync();
		expect(await answer).toBe(false);
		expect([await refused.applyUpdate(), await refused.checkForUpdate()]).toEqual([false, false]);
		fakePage({});
		const missing = createOffline({ url: '/sw.js', scope: '/', canApply: () => Promise.resolve(true) });
		expect(await missing.start()).toBe(false);
	});
});
