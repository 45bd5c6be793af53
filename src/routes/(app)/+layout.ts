// The front door of every screen but '/': opens the person's data and the library once.

import { dev } from '$app/environment';
import { openApp } from '#lib/state/open-app.ts';
import { weeksShelf } from '#lib/state/weeks-shelf.svelte.ts';

export const load = async () => {
	// The worker and the offer to install are watched from whichever screen comes first.
	void import('#lib/state/device.svelte.ts').then(({ device }) => device.watch(!dev));
	const app = await openApp();
	await Promise.all([app.openLibrary(), weeksShelf.open()]);
	if (!dev) void import('#lib/state/keep-later.ts').then(({ keepLater }) => keepLater(() => app.settings));
	return { app };
};
