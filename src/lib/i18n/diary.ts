// The sentences of the pain diary. English names the keys; a line that German lacks is a compile error.

import type de from './areas/diary.de.json';
import type en from './areas/diary.en.json';
import { Area } from './area.svelte.ts';

export type DiaryKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = DiaryKey extends keyof typeof de ? (keyof typeof de extends DiaryKey ? true : never) : never;
const same: Same = true;
void same;

export const diary = new Area<DiaryKey>({
	en: () => import('./areas/diary.en.json'),
	de: () => import('./areas/diary.de.json')
});
