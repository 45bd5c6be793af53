// Which programme it is, and the sentences of its screen before that is shown. An address that names none is not found.

import { error } from '@sveltejs/kit';
import { plans } from '#lib/i18n/plans.ts';
import { listedProgramme } from '#lib/state/programme-words.ts';
import { weekWords } from '#lib/state/week-words.svelte.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
	const id = listedProgramme(params.id);
	if (!id) error(404);
	await parent();
	await Promise.all([plans.ready(), weekWords.ready()]);
	return { id };
};
