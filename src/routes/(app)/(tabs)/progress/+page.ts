// The sentences of this screen come before it is shown; the app comes from the layout, with the language that counts.

import { progress } from '#lib/i18n/progress.ts';
import { safety } from '#lib/i18n/safety.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	await Promise.all([progress.ready(), safety.ready()]);
};
