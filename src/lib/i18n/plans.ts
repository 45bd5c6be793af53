// The sentences of the screens for programmes and the week. English names the keys; a line that German lacks is a
// compile error.

import type de from './areas/plans.de.json';
import type en from './areas/plans.en.json';
import { Area } from './area.svelte.ts';

export type PlansKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = PlansKey extends keyof typeof de ? (keyof typeof de extends PlansKey ? true : never) : never;
const same: Same = true;
void same;

export const plans = new Area<PlansKey>({
	en: () => import('./areas/plans.en.json'),
	de: () => import('./areas/plans.de.json')
});
