// The front door of every screen but '/': opens the person's data once.

import { openApp } from '#lib/state/open-app.ts';

export const load = async () => ({ app: await openApp() });
