// The sentences of this screen come before it is shown; the app comes from the layout, with the language that counts.

import { care } from '#lib/i18n/care.ts';
import { safety } from '#lib/i18n/safety.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	await Promise.all([care.ready(), safety.ready()]);
};
