// A sentence over whatever is on the screen, while another tab holds an older version of the data open: until it is
// closed there is no app that could show one.

import { i18n, type Language } from '#lib/i18n/i18n.svelte.ts';

/** Who waits behind another waiting tab is told nothing by the browser; no opening takes this long by itself. */
const QUEUED_AFTER_MS = 4000;

export interface BlockedSign {
	/** Shown from now on, if not open by then. Without it after a few seconds. */
	readonly show: () => void;
	/** It is open now. */
	readonly hide: () => void;
}

function put(words: string): HTMLElement {
	const sign = document.createElement('p');
	sign.className = 'notice waiting-sign';
	sign.setAttribute('role', 'status');
	document.body.append(sign);
	sign.textContent = words;
	return sign;
}

/** To be made when opening begins. */
export function createBlockedSign(language: Language): BlockedSign {
	let sign: HTMLElement | null = null;
	let isWanted = true;
	async function show(): Promise<void> {
		await i18n.use(language);
		if (isWanted) sign ??= put(i18n.t('trouble.blocked'));
	}
	const timer = setTimeout(() => void show(), QUEUED_AFTER_MS);
	return {
		show: () => void show(),
		hide() {
			isWanted = false;
			clearTimeout(timer);
			sign?.remove();
		}
	};
}
