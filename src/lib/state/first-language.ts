// The language chosen before any data is open. Only the page and its hint change; the settings follow once they can be kept.

import { showSettings } from './hint.ts';

/** Shows the page in `language` at once and from the next start on. */
export function chooseLanguage(language: 'en' | 'de', base: string): void {
	const theme = (document.documentElement.dataset.theme ?? 'system') as 'system' | 'light' | 'dark' | 'outdoor';
	showSettings({ language, theme }, false, base);
}
