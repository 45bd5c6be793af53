// The sentences of how the figure looks in both languages. English names the keys; a line that German lacks is a compile error.

import type de from './areas/look.de.json';
import type en from './areas/look.en.json';
import { Area } from './area.svelte.ts';

export type LookKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = LookKey extends keyof typeof de ? (keyof typeof de extends LookKey ? true : never) : never;
const same: Same = true;
void same;

export const look = new Area<LookKey>({
	en: () => import('./areas/look.en.json'),
	de: () => import('./areas/look.de.json')
});
