// The sentences of the sheet that says why. English names the keys; a line that German lacks is
// a compile error.

import type de from './areas/why.de.json';
import type en from './areas/why.en.json';
import { Area } from './area.svelte.ts';

export type WhyKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = WhyKey extends keyof typeof de ? (keyof typeof de extends WhyKey ? true : never) : never;
const same: Same = true;
void same;

export const why = new Area<WhyKey>({
	en: () => import('./areas/why.en.json'),
	de: () => import('./areas/why.de.json')
});
