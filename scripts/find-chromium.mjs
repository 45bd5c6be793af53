// Finds a Chromium for the browser tests: the person's choice, then the system's, then Playwright's own.
import { execFileSync, execSync } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const isRoot = () => process.getuid?.() === 0;

/** @param {string} path */
function isFile(path) {
	try {
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

/**
 * Ubuntu ships a `chromium-browser` that only says "install the snap", so being there is not enough.
 * Elsewhere the question would open a window, and there are no such stubs.
 * @param {string} path
 */
function works(path) {
	if (!isFile(path)) return false;
	if (process.platform !== 'linux') return true;
	try {
		execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 15_000 });
		return true;
	} catch {
		return false;
	}
}

function usualPlaces() {
	const { PATH = '', HOME = '', LOCALAPPDATA, PROGRAMFILES } = process.env;
	if (process.platform === 'darwin') {
		const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
		return ['/Applications', join(HOME, 'Applications')].flatMap((folder) =>
			apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app))
		);
	}
	if (process.platform === 'win32') {
		const apps = [
			['Chromium', 'Application', 'chrome.exe'],
			['Google', 'Chrome', 'Application', 'chrome.exe'],
			['Microsoft', 'Edge', 'Application', 'msedge.exe']
		];
		const folders = [LOCALAPPDATA, PROGRAMFILES, process.env['PROGRAMFILES(X86)']];
		return folders.flatMap((folder) => (folder ? apps.map((app) => join(folder, ...app)) : []));
	}
	const folders = PATH.split(delimiter).filter(Boolean);
	return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @returns {string | undefined} */
function playwrightsOwn() {
	try {
		const path = createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
		return existsSync(path) ? path : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The path of a Chromium that can be started, or undefined.
 * @returns {string | undefined}
 */
export function findChromium() {
	const chosen = process.env.CHROMIUM_PATH;
	if (chosen) {
		if (isFile(chosen)) return chosen;
		throw new Error(`CHROMIUM_PATH says ${chosen}, but there is no such program.`);
	}
	return usualPlaces().find(works) ?? playwrightsOwn();
}

/** @param {string} command */
function attempt(command) {
	console.log(`No Chromium found; trying: ${command}`);
	try {
		execSync(command, {
			cwd: root,
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
	} catch {
		console.log('That did not work.');
	}
	return findChromium();
}

/**
 * A Chromium, installed first if there is none.
 * @returns {string}
 */
export function ensureChromium() {
	const isDebian = existsSync('/etc/debian_version') && isFile('/usr/bin/apt-get');
	const found =
		findChromium() ??
		(isRoot() && isDebian
			? attempt('apt-get update && apt-get install -y --no-install-recommends chromium')
			: undefined) ??
		attempt('npx playwright install chromium');
	if (found) return found;
	throw new Error(
		'The browser tests need Chromium, Chrome or Edge, and none was found or could be installed. ' +
			'Install one, or set CHROMIUM_PATH to the program.'
	);
}

/** What to start it with: quiet in a closed network, and without the sandbox only where root leaves no choice. */
export function launchArgs() {
	const quiet = [
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-quic',
		'--disable-sync',
		'--no-first-run'
	];
	return isRoot() ? ['--no-sandbox', ...quiet] : quiet;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	try {
		console.log(ensureChromium());
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
