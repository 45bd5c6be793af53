// A small copy of language, theme and 'has started' for the script in the head of the page (src/app.html),
// which runs before the database can be asked. The database stays the truth.

import type { Settings } from '#lib/domain/record.ts';

interface Hint {
	readonly language: string;
	readonly theme: string;
	readonly started: boolean;
}

/** Writes the hint and shows theme and language now. Where storage is refused the next start guesses again. */
export function showSettings(settings: Pick<Settings, 'language' | 'theme'>, started: boolean, base: string): void {
	const root = document.documentElement;
	root.lang = settings.language;
	root.dataset.started = started ? 'yes' : 'no';
	if (settings.theme === 'system') delete root.dataset.theme;
	else root.dataset.theme = settings.theme;
	const hint: Hint = { language: settings.language, theme: settings.theme, started };
	try {
		localStorage.setItem(`rueckenwind${base}/`, JSON.stringify(hint));
	} catch {
		// Refused or full: only the first paint is affected.
	}
}
