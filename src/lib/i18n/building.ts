// The sentences of the screens for sessions of one's own. English names the keys; a line that German lacks is a
// compile error.

import type de from './areas/building.de.json';
import type en from './areas/building.en.json';
import { Area } from './area.svelte.ts';

export type BuildingKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = BuildingKey extends keyof typeof de ? (keyof typeof de extends BuildingKey ? true : never) : never;
const same: Same = true;
void same;

export const building = new Area<BuildingKey>({
	en: () => import('./areas/building.en.json'),
	de: () => import('./areas/building.de.json')
});
