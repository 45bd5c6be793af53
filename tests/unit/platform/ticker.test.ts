import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTicker } from '#lib/platform/ticker.ts';
import { fakePage, FakeTarget, type FakePage } from './fake-page.ts';

class FakeWorker extends FakeTarget {
	static made: FakeWorker[] = [];
	readonly orders: unknown[] = [];
	isTerminated = false;
	constructor(
		readonly url: URL,
		readonly options: WorkerOptions
	) {
		super();
		FakeWorker.made.push(this);
	}
	postMessage(order: unknown) {
		this.orders.push(order);
	}
	terminate() {
		this.isTerminated = true;
	}
	knock() {
		this.dispatchEvent(new Event('message'));
	}
}

let page: FakePage;
let ticks: number[];

/** Starts a ticker that aims at the next full second of the clock of the test. */
function start(nextDelayMs = () => 1000 - (Date.now() % 1000)) {
	const ticker = createTicker();
	ticker.start(() => ticks.push(Date.now()), nextDelayMs);
	return ticker;
}

beforeEach(() => {
	vi.useFakeTimers({ now: 0 });
	page = fakePage();
	vi.stubGlobal('Worker', FakeWorker);
	FakeWorker.made = [];
	ticks = [];
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('the ticker', () => {
	test('aims at the boundaries, whenever it was begun', () => {
		vi.setSystemTime(340);
		start();
		vi.advanceTimersByTime(3000);
		expect(ticks).toEqual([1000, 2000, 3000]);
	});

	test('does not add up its lateness', () => {
		const ticker = createTicker();
		ticker.start(
			() => {
				ticks.push(Date.now());
				vi.setSystemTime(Date.now() + 30);
			},
			() => 1000 - (Date.now() % 1000)
		);
		vi.advanceTimersByTime(2950);
		expect(ticks).toEqual([1000, 2000, 3000]);
	});

	test.for([
		[0, 4],
		[-50, 4],
		[NaN, 1000],
		[Infinity, 1000],
		[1e9, 60_000]
	] as const)('makes of a delay of %d ms one of %d ms', ([asked, waited]) => {
		start(() => asked);
		vi.advanceTimersByTime(waited - 1);
		expect(ticks).toEqual([]);
		vi.advanceTimersByTime(1);
		expect(ticks).toEqual([waited]);
	});

	test('ticks at once whenever the page comes back, and aims anew', () => {
		start(() => 1000);
		vi.advanceTimersByTime(600);
		page.document.show('visible');
		page.document.dispatchEvent(new Event('resume'));
		page.window.dispatchEvent(new Event('pageshow'));
		page.window.dispatchEvent(new Event('focus'));
		vi.advanceTimersByTime(1000);
		expect(ticks).toEqual([600, 600, 600, 600, 1600]);
	});

	test('aims anew when it is poked, without a tick', () => {
		let delayMs = 1000;
		const ticker = start(() => delayMs);
		delayMs = 200;
		ticker.poke();
		vi.advanceTimersByTime(200);
		expect(ticks).toEqual([200]);
	});

	test('goes on after a tick that threw', () => {
		const ticker = createTicker();
		let count = 0;
		ticker.start(
			() => {
				count += 1;
				if (count === 1) throw new Error('a bug');
			},
			() => 1000
		);
		expect(() => vi.advanceTimersByTime(1000)).toThrow('a bug');
		vi.advanceTimersByTime(1000);
		expect(count).toBe(2);
	});

	test('leaves no timer, no listener and no worker when it is stopped', () => {
		const ticker = start();
		expect(page.document.listeners + page.window.listeners).toBeGreaterThan(0);
		ticker.stop();
		expect([vi.getTimerCount(), page.document.listeners, page.window.listeners]).toEqual([0, 0, 0]);
		expect([FakeWorker.made[0]!.listeners, FakeWorker.made[0]!.isTerminated]).toEqual([0, true]);
		ticker.poke();
		ticker.stop();
		vi.advanceTimersByTime(5000);
		expect([ticks, vi.getTimerCount()]).toEqual([[], 0]);
	});

	test('can be stopped by its own tick', () => {
		const ticker = createTicker();
		ticker.start(
			() => {
				ticks.push(1);
				ticker.stop();
			},
			() => 100
		);
		vi.advanceTimersByTime(1000);
		expect([ticks, vi.getTimerCount()]).toEqual([[1], 0]);
	});

	test('begun again it replaces itself', () => {
		const ticker = start(() => 100);
		ticker.start(
			() => ticks.push(-1),
			() => 250
		);
		vi.advanceTimersByTime(250);
		expect([ticks, FakeWorker.made.map((each) => each.isTerminated)]).toEqual([[-1], [true, false]]);
	});
});

describe('the worker of the ticker', () => {
	test('is a module of its own beside the ticker, not one made of text', () => {
		start();
		const [worker] = FakeWorker.made;
		expect(worker!.url.pathname).toMatch(/\/tick-worker\.ts$/);
		expect(worker!.options).toEqual({ type: 'module' });
	});

	test('knocks while the page is hidden, and rests while it is seen', () => {
		start();
		page.document.show('hidden');
		page.document.show('visible');
		expect(FakeWorker.made[0]!.orders).toEqual(['rest', 'knock', 'rest']);
	});

	test('knocks at once when the page is hidden from the beginning', () => {
		page.document.visibilityState = 'hidden';
		start();
		expect(FakeWorker.made[0]!.orders).toEqual(['knock']);
	});

	test('makes a tick with each knock', () => {
		start(() => 60_000);
		vi.advanceTimersByTime(700);
		FakeWorker.made[0]!.knock();
		expect(ticks).toEqual([700]);
	});

	test('is not missed where there are none, and its failure is no error of the page', () => {
		vi.stubGlobal('Worker', undefined);
		start();
		vi.advanceTimersByTime(1000);
		expect(ticks).toEqual([1000]);
		vi.stubGlobal('Worker', FakeWorker);
		start();
		const failure = new Event('error', { cancelable: true });
		FakeWorker.made[0]!.dispatchEvent(failure);
		expect(failure.defaultPrevented).toBe(true);
	});

	test('knocks each second from the order on and never after it is to rest', async () => {
		const self = Object.assign(new EventTarget(), { postMessage: vi.fn() });
		vi.stubGlobal('self', self);
		await import('#lib/platform/tick-worker.ts');
		const order = (data: string) => self.dispatchEvent(new MessageEvent('message', { data }));
		order('knock');
		order('knock');
		vi.advanceTimersByTime(3000);
		expect(self.postMessage).toHaveBeenCalledTimes(3);
		order('rest');
		expect(vi.getTimerCount()).toBe(0);
	});
});
