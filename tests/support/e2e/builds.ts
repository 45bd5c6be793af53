// Other builds of this app, made from a copy of its sources, so that nothing of the checkout is touched.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const SOURCES = ['src', 'static', 'scripts', 'package.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];

/** The build that `npm test` has just made. */
export const builtHere = join(root, 'build');

export interface OtherBuild {
	/** The folder with the finished build. */
	readonly dir: string;
	readonly discard: () => void;
}

export interface HowToBuild {
	readonly base?: string;
	/** The name of the version. */
	readonly id?: string;
	/** Changes the copied sources before they are built: path below the root, and what becomes of its text. */
	readonly change?: Readonly<Record<string, (text: string) => string>>;
}

/** Builds as a person would, with Vite and all that follows; takes as long as that does. */
export function buildAnother({ base = '', id = 'another', change = {} }: HowToBuild): OtherBuild {
	const home = mkdtempSync(join(tmpdir(), 'rueckenwind-build-'));
	const discard = (): void => rmSync(home, { recursive: true, force: true });
	try {
		for (const name of SOURCES) cpSync(join(root, name), join(home, name), { recursive: true });
		symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
		for (const [path, become] of Object.entries(change)) {
			const file = join(home, path);
			writeFileSync(file, become(readFileSync(file, 'utf8')));
		}
		const env = {
			...process.env,
			BASE_PATH: base,
			BUILD_ID: id,
			BUILD_DIR: join(home, 'build'),
			NODE_ENV: 'production'
		};
		const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: home, env, stdio: 'pipe' });
		node(join('node_modules', 'vite', 'bin', 'vite.js'), 'build');
		node(join('scripts', 'finish-build.mjs'), join(home, 'build'));
		return { dir: join(home, 'build'), discard };
	} catch (error) {
		discard();
		throw error;
	}
}
