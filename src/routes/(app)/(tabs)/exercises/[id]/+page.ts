// Which exercise the address names; one that nobody knows is an error. Without the library nobody can say.

import { error } from '@sveltejs/kit';
import { library } from '#lib/i18n/library.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
	const { app } = await parent();
	await library.ready();
	const exercise = app.library?.exercises.find(({ id }) => id === params.id) ?? null;
	if (app.library && !exercise) error(404);
	return { exercise };
};
