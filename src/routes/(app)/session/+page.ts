// Every sentence of the ready screen and behind the stop button is there before it is shown: what came later would push
// Start away from under the finger.

import { asking } from '#lib/i18n/asking.ts';
import { library } from '#lib/i18n/library.ts';
import { safety } from '#lib/i18n/safety.ts';
import { stop } from '#lib/i18n/stop.ts';
import { weekWords } from '#lib/state/week-words.svelte.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	// Without these (offline before they were kept) the screen says less; nothing of the session needs them.
	const dispensable = [asking, library, weekWords].map((words) => words.ready().catch(() => undefined));
	await Promise.all([stop.ready(), safety.ready(), ...dispensable]);
};
