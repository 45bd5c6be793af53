import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTabs } from '#lib/platform/tabs.ts';
import { fakePage, type FakePage } from './fake-page.ts';

let page: FakePage;
const settled = () => new Promise((wait) => setTimeout(wait, 20));

// Node's own BroadcastChannel stands for the browser's.
function aTab(name = 'app') {
	const tabs = createTabs(name);
	const onchanged = vi.fn();
	tabs.onchanged(onchanged);
	return { tabs, onchanged };
}

beforeEach(() => {
	page = fakePage();
});
afterEach(() => vi.unstubAllGlobals());

describe('the tabs of one app', () => {
	test('hear of a change in another tab, not of their own, nor of another app', async () => {
		const [here, there, elsewhere] = [aTab(), aTab(), aTab('other app')];
		here.tabs.changed();
		await vi.waitFor(() => expect(there.onchanged).toHaveBeenCalledTimes(1));
		expect([here, elsewhere].map((each) => each.onchanged.mock.calls.length)).toEqual([0, 0]);
		[here, there, elsewhere].forEach((each) => each.tabs.close());
	});

	test('hear nothing that is not of this kind', async () => {
		const { tabs, onchanged } = aTab();
		const stranger = new BroadcastChannel('app');
		stranger.postMessage({ type: 'changed' });
		await settled();
		expect(onchanged).not.toHaveBeenCalled();
		stranger.close();
		tabs.close();
	});

	test('read anew when they come back from the cache of the browser, not at a first showing', () => {
		const { tabs, onchanged } = aTab();
		page.window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
		expect(onchanged).not.toHaveBeenCalled();
		page.window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
		expect(onchanged).toHaveBeenCalledTimes(1);
		tabs.close();
		expect(page.window.listeners).toBe(0);
	});

	test('are silent where there is no channel', () => {
		vi.stubGlobal('BroadcastChannel', undefined);
		const { tabs } = aTab();
		expect(() => {
			tabs.changed();
			tabs.close();
		}).not.toThrow();
	});
});
