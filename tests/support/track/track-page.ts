// A page of the finished app with the bench in it, served by the worker as on a phone.

import type { Page } from '@playwright/test';
import { builtHere } from '../e2e/builds.ts';
import { plainHost, type PlainHost } from '../e2e/plain-host.ts';
import { bundleRoom } from './bundle.ts';

/** Beside the app, not of it. */
const ASIDE = '/bench';

export interface TrackHost {
	readonly url: string;
	close(): Promise<void>;
}

/** The build of the app, and the bench beside it. */
export async function startTrackHost(): Promise<TrackHost> {
	const bundle = await bundleRoom();
	const host: PlainHost = await plainHost({ '': builtHere, [ASIDE]: bundle.dir });
	return {
		url: host.url,
		close: async () => {
			await host.close();
			bundle.discard();
		}
	};
}

/** Opens the app, waits for its worker if wished, and puts `window.bench` there. */
export async function openBench(page: Page, url: string, { worker = false } = {}): Promise<void> {
	await page.goto(url);
	if (worker) await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 30_000 });
	await page.evaluate(async (aside) => {
		const { Bench } = (await import(`${aside}/track.js`)) as { Bench: new () => Window['bench'] };
		window.bench = new Bench();
		await window.bench.fetchClips(`${aside}/`);
	}, ASIDE);
	// A tap, so that the page may sound.
	await page.mouse.click(2, 2);
}
