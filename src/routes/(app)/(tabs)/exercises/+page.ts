// The sentences of this screen come before it is shown; the app comes from the layout, with the language that counts.

import { library } from '#lib/i18n/library.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	await library.ready();
};
