// The front door of every screen but '/': opens the person's data once, and listens to the device as '/' does, since a
// first visit may begin at any address.

import { dev } from '$app/environment';
import { openApp } from '#lib/state/open-app.ts';

export const load = async () => {
	void import('#lib/state/device.svelte.ts').then(({ device }) => device.watch(!dev));
	return { app: await openApp() };
};
