// The sentences of the safety screen in both languages. English names the keys; a line that German lacks is a compile error.

import type de from './areas/safety.de.json';
import type en from './areas/safety.en.json';
import { Area } from './area.svelte.ts';

export type SafetyKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = SafetyKey extends keyof typeof de ? (keyof typeof de extends SafetyKey ? true : never) : never;
const same: Same = true;
void same;

export const safety = new Area<SafetyKey>({
	en: () => import('./areas/safety.en.json'),
	de: () => import('./areas/safety.de.json')
});
