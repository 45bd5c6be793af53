// The sentences of what is printed come before it is shown.

import { paper } from '#lib/i18n/paper.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
	await parent();
	await paper.ready();
};
