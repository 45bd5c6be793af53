// A small copy of language, theme and 'has started' for the script in the head of the page (src/app.html),
// which runs before the database can be asked. The database stays the truth. The look of the figure is shown with them;
// it needs no copy, since no figure is on the first paint.

import type { Settings } from '#lib/domain/record.ts';
import { HAIRS, SKINS } from '#lib/figure/look.ts';

interface Hint {
	readonly language: string;
	readonly theme: string;
	readonly started: boolean;
}

type Shown = Pick<Settings, 'language' | 'theme'> & Partial<Pick<Settings, 'skin' | 'hair'>>;

/** For the style sheet of the figure; a name that it does not know is left out, and the figure looks as usual. */
function showLook(root: HTMLElement, { skin, hair }: Shown): void {
	if (SKINS.some((name) => name === skin)) root.dataset.skin = skin;
	else delete root.dataset.skin;
	if (HAIRS.some((name) => name === hair)) root.dataset.hair = hair;
	else delete root.dataset.hair;
}

/** Writes the hint and shows theme, language and look now. Where storage is refused the next start guesses again. */
export function showSettings(settings: Shown, started: boolean, base: string): void {
	const root = document.documentElement;
	showLook(root, settings);
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
