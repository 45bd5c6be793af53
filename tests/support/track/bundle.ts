// Bundles the track room for a page of a browser test, as it is in the app, beside the clips of the tests.
// The product has no address for any of this: a test serves the folder itself.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface RoomBundle {
	/** With `track.js` and the clips. */
	readonly dir: string;
	readonly discard: () => void;
}

export async function bundleRoom(): Promise<RoomBundle> {
	const dir = mkdtempSync(join(tmpdir(), 'rueckenwind-track-'));
	await build({
		configFile: false,
		root,
		logLevel: 'error',
		resolve: { alias: { '#lib': join(root, 'src/lib') } },
		build: {
			outDir: dir,
			emptyOutDir: true,
			target: 'es2022',
			lib: { entry: { track: join(root, 'tests/support/track/bench.ts') }, formats: ['es'] }
		}
	});
	cpSync(join(root, 'tests/fixtures/track'), dir, { recursive: true });
	return { dir, discard: () => rmSync(dir, { recursive: true, force: true }) };
}
