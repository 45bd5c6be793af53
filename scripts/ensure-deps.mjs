// Brings node_modules into step with package-lock.json. Only Node's own modules may be imported here:
// in a fresh clone there is nothing else.
import { execSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function packagesIn(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}

/**
 * Whether what is installed is what the lock file asks for. The two lists are compared, not their dates:
 * git and caches give files any date they like.
 */
export function depsAreCurrent(folder = root) {
	const wanted = packagesIn(join(folder, 'package-lock.json'));
	const installed = packagesIn(join(folder, 'node_modules', '.package-lock.json'));
	if (!wanted || !installed) return false;
	for (const [path, want] of Object.entries(wanted)) {
		if (path === '') continue;
		const have = installed[path];
		// Optional packages of other platforms are in the lock file, but never installed here.
		if (!have && want.optional) continue;
		if (!have || have.version !== want.version || have.integrity !== want.integrity) return false;
	}
	return Object.keys(installed).every((path) => path in wanted);
}

/** Installs the dependencies when, and only when, they are missing or differ from the lock file. */
export function ensureDeps(folder = root) {
	if (depsAreCurrent(folder)) return;
	console.log('Installing the dependencies (npm ci) …');
	try {
		// --include=dev: the tools are needed even where NODE_ENV says "production".
		execSync('npm ci --include=dev --no-audit --no-fund --loglevel=warn', {
			cwd: folder,
			stdio: ['ignore', 'inherit', 'inherit']
		});
	} catch {
		throw new Error('The dependencies could not be installed: "npm ci" failed, its own words are above.');
	}
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	try {
		ensureDeps();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
