// The sentences of this screen come before it is shown; the app comes from the layout, with the language that counts.

import { asking } from '#lib/i18n/asking.ts';
import { diary } from '#lib/i18n/diary.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	await Promise.all([asking.ready(), diary.ready()]);
};
