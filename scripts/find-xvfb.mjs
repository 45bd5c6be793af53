// Finds Xvfb, a screen that nobody sees, for the run with a locked phone; on Debian root installs it if it is missing.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const find = () =>
	(process.env.PATH ?? '')
		.split(delimiter)
		.map((folder) => join(folder, 'Xvfb'))
		.find((path) => existsSync(path));

/**
 * The path of Xvfb. Throws when there is none: a run that is left out has not passed.
 * @returns {string}
 */
export function ensureXvfb() {
	const found = find();
	if (found) return found;
	const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
	if (mayInstall) {
		const command = 'apt-get update && apt-get install -y --no-install-recommends xvfb';
		console.log(`No Xvfb found; trying: ${command}`);
		try {
			execSync(command, {
				stdio: ['ignore', 'inherit', 'inherit'],
				env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
			});
		} catch {
			console.log('That did not work.');
		}
	}
	const installed = find();
	if (installed) return installed;
	throw new Error('The run with a locked phone needs Xvfb, and it was not found. Install it: apt-get install xvfb');
}
