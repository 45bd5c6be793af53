// The sentences of the questions come before they are shown; without them (offline before they were kept) the rest is.

import { asking } from '#lib/i18n/asking.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	await asking.ready().catch(() => undefined);
};
