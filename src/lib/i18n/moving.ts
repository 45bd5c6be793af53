// The sentences of the screens for a walk and for other movement. English names the keys; a line that German lacks is
// a compile error.

import type de from './areas/moving.de.json';
import type en from './areas/moving.en.json';
import { Area } from './area.svelte.ts';

export type MovingKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = MovingKey extends keyof typeof de ? (keyof typeof de extends MovingKey ? true : never) : never;
const same: Same = true;
void same;

export const moving = new Area<MovingKey>({
	en: () => import('./areas/moving.en.json'),
	de: () => import('./areas/moving.de.json')
});
