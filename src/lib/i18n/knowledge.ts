// The sentences of the page that says why the plan is as it is. English names the keys; a line that German lacks is a
// compile error.

import type de from './areas/knowledge.de.json';
import type en from './areas/knowledge.en.json';
import { Area } from './area.svelte.ts';

export type KnowledgeKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = KnowledgeKey extends keyof typeof de ? (keyof typeof de extends KnowledgeKey ? true : never) : never;
const same: Same = true;
void same;

export const knowledge = new Area<KnowledgeKey>({
	en: () => import('./areas/knowledge.en.json'),
	de: () => import('./areas/knowledge.de.json')
});
