// The sentences of this screen come before it is shown; the app comes from the layout, with the language that counts.

import { building } from '#lib/i18n/building.ts';
import { weekWords } from '#lib/state/week-words.svelte.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	await Promise.all([building.ready(), weekWords.ready()]);
};
