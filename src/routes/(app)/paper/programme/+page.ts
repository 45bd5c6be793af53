// Longer running is a shelf of its own; without it (offline before it was kept) the others are printed all the same.

import { loadLongerRunning } from '#lib/state/paper-programme.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => ({ longer: await loadLongerRunning().catch(() => null) });
