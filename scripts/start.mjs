// npm start: from a fresh clone to a running app.
import { execSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureDeps } from './ensure-deps.mjs';
import { serveFromEnvironment } from './serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} url */
const welcome = (url) => `
Rückenwind is ready: ${url}

Stop it with Ctrl+C.

On a phone: a browser installs the app and works offline only over HTTPS (or on this very machine).
  - Put the folder build/ on any static host with HTTPS, and open that address on the phone; or
  - connect an Android phone by cable, open chrome://inspect on this machine, forward port ${new URL(url).port},
    and open http://localhost:${new URL(url).port} on the phone.
`;

try {
	ensureDeps();
	try {
		execSync('npm run --silent build', { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
	} catch {
		throw new Error('The build failed; the reason is above.');
	}
	const { url } = await serveFromEnvironment();
	console.log(welcome(url));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
