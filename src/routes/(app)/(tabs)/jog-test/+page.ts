// The sentences of this screen come before it is shown; the app comes from the layout, with the language that counts.

import { why } from '#lib/i18n/why.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	await why.ready();
};
