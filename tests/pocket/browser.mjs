// A Chromium with a window, on a screen that nobody sees, with Android's freezing of hidden pages switched on.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { ensureChromium, launchArgs } from '../../scripts/find-chromium.mjs';
import { ensureXvfb } from '../../scripts/find-xvfb.mjs';

/** Chrome on Android freezes a hidden, silent page after a minute; on a desktop it must be asked to. */
const FREEZING = '--enable-features=stop-in-background:DelayForBackgroundTabFreezingMills/60000';

/**
 * @template T
 * @param {() => T | undefined} look
 * @param {string} what
 */
async function until(look, what) {
	for (let tries = 0; tries < 300; tries++) {
		const found = look();
		if (found !== undefined) return found;
		await sleep(100);
	}
	throw new Error(`${what} within half a minute.`);
}

/** @param {string} file */
function firstLine(file) {
	try {
		return Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined;
	} catch {
		return undefined;
	}
}

async function startScreen() {
	// It names a free display itself, on its third channel.
	const xvfb = spawn(ensureXvfb(), ['-displayfd', '3', '-screen', '0', '1000x800x24', '-nolisten', 'tcp'], {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe']
	});
	let name = '';
	xvfb.stdio[3]?.on('data', (part) => (name += part));
	const display = await until(() => (/\n/.test(name) ? `:${name.trim()}` : undefined), 'Xvfb showed no display');
	return { display, stop: () => xvfb.kill() };
}

/**
 * A browser with its own profile and `extension` beside every page.
 * @param {string} extension the folder of an unpacked extension
 */
export async function startFreezingBrowser(extension) {
	const path = ensureChromium();
	const screen = await startScreen();
	const profile = mkdtempSync(join(tmpdir(), 'rueckenwind-pocket-'));
	const child = spawn(
		path,
		[
			...launchArgs(),
			'--disable-gpu',
			'--remote-debugging-port=0',
			`--user-data-dir=${profile}`,
			FREEZING,
			'--disable-features=DisableLoadExtensionCommandLineSwitch',
			`--load-extension=${extension}`,
			'about:blank'
		],
		// A group of its own: its helpers outlive it by a moment and would write into the profile.
		{ env: { ...process.env, DISPLAY: screen.display }, stdio: 'ignore', detached: true }
	);
	const stop = async () => {
		const gone = new Promise((exited) => child.once('exit', exited));
		child.kill('SIGTERM');
		await Promise.race([gone, sleep(10_000)]);
		killGroup(child.pid);
		screen.stop();
		rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
	};
	try {
		const portFile = join(profile, 'DevToolsActivePort');
		const port = await until(() => firstLine(portFile), 'Chromium did not open its port');
		return { address: `http://127.0.0.1:${port}`, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Ends what is left of a browser and its helpers. @param {number | undefined} leader */
function killGroup(leader) {
	if (leader === undefined) return;
	try {
		process.kill(-leader, 'SIGKILL');
	} catch {
		// None of them is left.
	}
}

/**
 * Opens pages and begins them as a person would, then lets go: a page that is looked into may not be frozen.
 * @param {string} address
 * @param {readonly { url: string, start: (page: import('@playwright/test').Page) => Promise<void> }[]} pages
 */
export async function beginPages(address, pages) {
	const browser = await chromium.connectOverCDP(address);
	const context = browser.contexts()[0];
	if (!context) throw new Error('The browser has no window.');
	for (const { url, start } of pages) {
		const page = await context.newPage();
		await page.goto(url);
		await start(page);
	}
	await browser.close();
}

/** Puts an empty tab in front: everything else is hidden now. @param {string} address */
export async function hideAll(address) {
	const answer = await fetch(`${address}/json/new?about:blank`, { method: 'PUT' });
	if (!answer.ok) throw new Error(`No new tab: ${answer.status}`);
}
