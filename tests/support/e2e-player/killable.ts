// A browser of our own that can be killed as a whole, as a phone does it: no goodbye, no last write.

import { chromium, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, launchArgs } from '../../../scripts/find-chromium.mjs';
import { LOCALE, type Language } from './words.ts';

export interface Killable {
	readonly page: Page;
	/** SIGKILL for every process of it. */
	kill(): Promise<void>;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Chromium writes its port into the profile as soon as it listens. */
async function portIn(profile: string): Promise<number> {
	for (let tries = 0; tries < 600; tries++) {
		try {
			const port = Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
			if (port > 0) return port;
		} catch {
			// Not yet.
		}
		await sleep(25);
	}
	throw new Error('Chromium did not open its port within 15 seconds.');
}

/** A browser on `profile`; what an earlier one left there is found again. */
export async function startKillable(profile: string, language: Language): Promise<Killable> {
	const path = findChromium();
	if (!path) throw new Error('There is no Chromium.');
	rmSync(join(profile, 'DevToolsActivePort'), { force: true });
	const args = [
		...launchArgs(),
		'--headless',
		'--mute-audio',
		'--remote-debugging-port=0',
		`--user-data-dir=${profile}`,
		`--lang=${LOCALE[language]}`,
		`--accept-lang=${LOCALE[language]}`,
		'--window-size=420,900',
		'about:blank'
	];
	// A process group of its own, so that one signal reaches all of it.
	const child = spawn(path, args, { detached: true, stdio: 'ignore', env: { ...process.env, LANGUAGE: language } });
	const { pid } = child;
	if (pid === undefined) throw new Error('Chromium did not start.');
	const exited = once(child, 'exit');
	const kill = async () => {
		try {
			process.kill(-pid, 'SIGKILL');
		} catch {
			// It is dead already.
		}
		await exited;
	};
	try {
		const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(profile)}`);
		const context = browser.contexts()[0];
		if (!context) throw new Error('The browser has no window.');
		const page = context.pages()[0] ?? (await context.newPage());
		return { page, kill };
	} catch (error) {
		await kill();
		throw error;
	}
}
