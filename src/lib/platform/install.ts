// Putting the app on the home screen: whether it is there, and how it gets there on this device. Knows no words.

import { isIos } from './device.ts';

/**
 * `promptable`: the browser's own question can be asked. `ios`: by hand, from the share sheet.
 * `manual`: by hand, from the browser's menu, if at all.
 */
export type InstallState = 'installed' | 'promptable' | 'ios' | 'manual';

export interface Install {
	readonly state: InstallState;
	/** Inside a tap: asks the browser's question. True when the person agreed. Each offer of the browser can be used once. */
	prompt(): Promise<boolean>;
	/** `listener` hears that `state` may have changed. There is one listener at a time. */
	onchange(listener: () => void): void;
	stop(): void;
}

/** Not in the DOM's own types: only Chromium has it. */
interface InstallOffer extends Event {
	prompt(): Promise<unknown>;
	readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const APP_WINDOWS = '(display-mode: standalone), (display-mode: fullscreen), (display-mode: minimal-ui)';

const isAppWindow = (): boolean =>
	window.matchMedia(APP_WINDOWS).matches || (navigator as Navigator & { standalone?: boolean }).standalone === true;

/** Create it early and in the browser only: the browser makes its offer once, soon after loading. */
export function createInstall(): Install {
	let onchange = () => {};
	// What the script in the head of the page caught before this one ran.
	let offer = (window as Window & { installOffer?: InstallOffer }).installOffer ?? null;
	let installed = false;
	const listening = new AbortController();

	const onoffer = (event: Event) => {
		// Without this some browsers show a bar of their own, in the midst of a session if it so happens.
		event.preventDefault();
		offer = event as InstallOffer;
		onchange();
	};
	const oninstalled = () => {
		offer = null;
		installed = true;
		onchange();
	};
	window.addEventListener('beforeinstallprompt', onoffer, { signal: listening.signal });
	window.addEventListener('appinstalled', oninstalled, { signal: listening.signal });

	return {
		get state() {
			if (installed || isAppWindow()) return 'installed';
			if (offer) return 'promptable';
			return isIos() ? 'ios' : 'manual';
		},
		async prompt() {
			if (!offer) return false;
			const asked = offer;
			offer = null;
			try {
				await asked.prompt();
				return (await asked.userChoice).outcome === 'accepted';
			} catch {
				return false;
			} finally {
				onchange();
			}
		},
		onchange(listener) {
			onchange = listener;
		},
		stop: () => listening.abort()
	};
}
