// Where a screen leads back to that is also met before the first start.

import { resolve } from '$app/paths';
import type { App } from '#lib/state/app.svelte.ts';

/** Today; while nothing has been chosen yet, the first start. */
export const wayBack = (app: App): string => (app.hasStarted ? resolve('/') : resolve('/start'));
