// Bundles the track room for a page of a browser test, as it is in the app, beside the clips of the tests.
// The product has no address for any of this: a test serves the folder itself.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../../scripts/bundle.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface RoomBundle {
	/** With `track.js` and the clips. */
	readonly dir: string;
	readonly discard: () => void;
}

export async function bundleRoom(): Promise<RoomBundle> {
	const dir = mkdtempSync(join(tmpdir(), 'rueckenwind-track-'));
	await bundle({ entry: { track: 'tests/support/track/bench.ts' }, outDir: dir, target: 'es2022' });
	cpSync(join(root, 'tests/fixtures/track'), dir, { recursive: true });
	return { dir, discard: () => rmSync(dir, { recursive: true, force: true }) };
}
