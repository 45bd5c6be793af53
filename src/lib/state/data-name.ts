// The name of this deployment's data and locks: two deployments on one host keep apart.

import { base } from '$app/paths';

export const dataName = `rueckenwind${base}`;
