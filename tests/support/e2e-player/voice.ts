// Whether the words of a voice are on the device: until then a session has its tones alone.

import { expect, type Page } from '@playwright/test';

const keptFiles = (page: Page): Promise<readonly string[]> =>
	page.evaluate(async () => {
		const names = (await caches.keys()).filter((name) => name.endsWith(':voice'));
		const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return lists.flat().map(({ url }) => url);
	});

/** Waits until the voice of `language` is kept, and a moment longer, until it has been read. */
export async function voiceIsKept(page: Page, language: 'en' | 'de'): Promise<void> {
	const isKept = async () => (await keptFiles(page)).some((url) => url.includes(`/voice-${language}.`));
	await expect.poll(isKept, { timeout: 15_000 }).toBe(true);
	await page.waitForTimeout(1000);
}
