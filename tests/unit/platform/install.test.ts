import { afterEach, describe, expect, test, vi } from 'vitest';
import { createInstall } from '#lib/platform/install.ts';
import { fakePage } from './fake-page.ts';

const IPHONE =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 Version/18.4 Mobile Safari/604.1';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.4 Safari/605.1.15';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';

function aDevice(navigator: { userAgent: string; maxTouchPoints?: number; standalone?: boolean }, isApp = false) {
	const page = fakePage({ maxTouchPoints: 0, ...navigator }, { matchMedia: () => ({ matches: isApp }) });
	const install = createInstall();
	const onchange = vi.fn();
	install.onchange(onchange);
	return { ...page, install, onchange };
}

const anOffer = (outcome: 'accepted' | 'dismissed', prompt = vi.fn(() => Promise.resolve())) =>
	Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
		prompt,
		userChoice: Promise.resolve({ outcome })
	});

afterEach(() => vi.unstubAllGlobals());

describe('installing', () => {
	test.for([
		['an iPhone', { userAgent: IPHONE, maxTouchPoints: 5 }, 'ios'],
		['an iPad that calls itself a Mac', { userAgent: MAC, maxTouchPoints: 5 }, 'ios'],
		['a Mac', { userAgent: MAC, maxTouchPoints: 0 }, 'manual'],
		['an Android without an offer', { userAgent: ANDROID, maxTouchPoints: 5 }, 'manual'],
		['an iPhone app on the home screen', { userAgent: IPHONE, standalone: true }, 'installed']
	] as const)('on %s', ([, navigator, state]) => {
		expect(aDevice(navigator).install.state).toBe(state);
	});

	test('is done where the app has a window of its own', () => {
		expect(aDevice({ userAgent: ANDROID }, true).install.state).toBe('installed');
	});

	test('keeps the offer of the browser, quietly, and asks once', async () => {
		const { install, window, onchange } = aDevice({ userAgent: ANDROID });
		const offer = anOffer('accepted');
		window.dispatchEvent(offer);
		expect([install.state, offer.defaultPrevented, onchange.mock.calls.length]).toEqual(['promptable', true, 1]);
		expect(await install.prompt()).toBe(true);
		expect([install.state, await install.prompt(), offer.prompt.mock.calls.length]).toEqual(['manual', false, 1]);
	});

	test('takes up an offer that the page caught before it was listening', async () => {
		const offer = anOffer('accepted');
		fakePage(
			{ maxTouchPoints: 0, userAgent: ANDROID },
			{ matchMedia: () => ({ matches: false }), installOffer: offer }
		);
		const install = createInstall();
		expect(install.state).toBe('promptable');
		expect(await install.prompt()).toBe(true);
	});

	test('can be declined, and fail', async () => {
		const { install, window } = aDevice({ userAgent: ANDROID });
		window.dispatchEvent(anOffer('dismissed'));
		expect(await install.prompt()).toBe(false);
		window.dispatchEvent(
			anOffer(
				'accepted',
				vi.fn(() => Promise.reject(new Error('no tap')))
			)
		);
		expect(await install.prompt()).toBe(false);
	});

	test('hears that it is done, and listens no more after stop', () => {
		const { install, window, onchange } = aDevice({ userAgent: ANDROID });
		window.dispatchEvent(anOffer('accepted'));
		window.dispatchEvent(new Event('appinstalled'));
		expect([install.state, onchange.mock.calls.length]).toEqual(['installed', 2]);
		install.stop();
		expect(window.listeners).toBe(0);
	});
});
