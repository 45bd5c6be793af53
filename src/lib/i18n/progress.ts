// The sentences of the screen of progress and of the review of a week. English names the keys; a line that German lacks
// is a compile error.

import type de from './areas/progress.de.json';
import type en from './areas/progress.en.json';
import { Area } from './area.svelte.ts';

export type ProgressKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = ProgressKey extends keyof typeof de ? (keyof typeof de extends ProgressKey ? true : never) : never;
const same: Same = true;
void same;

export const progress = new Area<ProgressKey>({
	en: () => import('./areas/progress.en.json'),
	de: () => import('./areas/progress.de.json')
});
