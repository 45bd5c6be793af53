// The version of the data that this build writes: that of its newest fixture.

import { readdirSync } from 'node:fs';

const fixtures = readdirSync(new URL('../../fixtures/backups/', import.meta.url));

export const DATA_VERSION = fixtures.filter((name) => /^v\d+\.json$/.test(name)).length;
