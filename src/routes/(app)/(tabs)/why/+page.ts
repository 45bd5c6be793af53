// The sentences of this screen come before it is shown; the app comes from the layout, with the language that counts.

import { why } from '#lib/i18n/why.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { app } = await parent();
	// The exercises for the legs stand in the library; without it (offline before it was kept) they are left out.
	await Promise.all([why.ready(), app.openLibrary()]);
};
