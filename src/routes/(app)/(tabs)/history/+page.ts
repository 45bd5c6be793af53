// The sentences of this screen come before it is shown; the app comes from the layout, with the language that counts.

import { asking } from '#lib/i18n/asking.ts';
import { library } from '#lib/i18n/library.ts';
import { moving } from '#lib/i18n/moving.ts';
import { weekWords } from '#lib/state/week-words.svelte.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	await Promise.all([asking.ready(), library.ready(), moving.ready(), weekWords.ready()]);
};
