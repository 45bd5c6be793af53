// The sentences of the library of exercises in both languages. English names the keys; a line that German lacks is a compile error.

import type de from './areas/library.de.json';
import type en from './areas/library.en.json';
import { Area } from './area.svelte.ts';

export type LibraryKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = LibraryKey extends keyof typeof de ? (keyof typeof de extends LibraryKey ? true : never) : never;
const same: Same = true;
void same;

export const library = new Area<LibraryKey>({
	en: () => import('./areas/library.en.json'),
	de: () => import('./areas/library.de.json')
});
