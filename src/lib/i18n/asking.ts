// The sentences of the questions before a session, after it and the morning after. English names the keys; a line that German lacks is a compile error.

import type de from './areas/asking.de.json';
import type en from './areas/asking.en.json';
import { Area } from './area.svelte.ts';

export type AskingKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = AskingKey extends keyof typeof de ? (keyof typeof de extends AskingKey ? true : never) : never;
const same: Same = true;
void same;

export const asking = new Area<AskingKey>({
	en: () => import('./areas/asking.en.json'),
	de: () => import('./areas/asking.de.json')
});
