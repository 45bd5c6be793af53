// The sentences of the questions before training and of a flare: /readiness, /flare, /settling and their entries. English
// names the keys; a line that German lacks is a compile error.

import type de from './areas/care.de.json';
import type en from './areas/care.en.json';
import { Area } from './area.svelte.ts';

export type CareKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = CareKey extends keyof typeof de ? (keyof typeof de extends CareKey ? true : never) : never;
const same: Same = true;
void same;

export const care = new Area<CareKey>({
	en: () => import('./areas/care.en.json'),
	de: () => import('./areas/care.de.json')
});
