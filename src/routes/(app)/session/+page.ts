// The sentences behind the stop button, and the names of those who can be called, are there before a session begins.

import { safety } from '#lib/i18n/safety.ts';
import { stop } from '#lib/i18n/stop.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	await Promise.all([stop.ready(), safety.ready()]);
};
