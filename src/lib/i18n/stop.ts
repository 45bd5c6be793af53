// The sentences behind the stop button of the player. English names the keys; a line that German lacks is a compile error.

import type de from './areas/stop.de.json';
import type en from './areas/stop.en.json';
import { Area } from './area.svelte.ts';

export type StopKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = StopKey extends keyof typeof de ? (keyof typeof de extends StopKey ? true : never) : never;
const same: Same = true;
void same;

export const stop = new Area<StopKey>({
	en: () => import('./areas/stop.en.json'),
	de: () => import('./areas/stop.de.json')
});
