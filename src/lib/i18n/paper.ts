// The sentences of what is printed. English names the keys; a line that German lacks is a compile error.

import type de from './areas/paper.de.json';
import type en from './areas/paper.en.json';
import { Area } from './area.svelte.ts';

export type PaperKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = PaperKey extends keyof typeof de ? (keyof typeof de extends PaperKey ? true : never) : never;
const same: Same = true;
void same;

export const paper = new Area<PaperKey>({
	en: () => import('./areas/paper.en.json'),
	de: () => import('./areas/paper.de.json')
});
