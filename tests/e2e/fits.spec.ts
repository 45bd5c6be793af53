// The player on every kind of screen: what stops and goes on is always there, without scrolling.

import { expect, test, type Page } from '@playwright/test';
import { CORE, PlayerPage, RUN } from '../support/e2e-player/player-page.ts';

const SCREENS = [
	{ name: 'a phone', width: 390, height: 844 },
	{ name: 'a small phone', width: 360, height: 640 },
	{ name: 'a phone on its side', width: 844, height: 390 },
	{ name: 'a tablet', width: 768, height: 1024 },
	{ name: 'a laptop with a full browser', width: 1280, height: 620 },
	{ name: 'a laptop', width: 1280, height: 800 },
	{ name: 'a large screen', width: 1920, height: 1080 }
] as const;

/** The controls that reach over the edge of the screen. */
async function cutOff(player: PlayerPage): Promise<readonly string[]> {
	const { width, height } = player.page.viewportSize() ?? { width: 0, height: 0 };
	const cut: string[] = [];
	await player.page.evaluate(() => window.scrollTo(0, 0));
	for (const key of ['back', 'extend', 'pause', 'skip', 'end'] as const) {
		const box = await player.button(key).boundingBox();
		const isWhole = box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
		if (!isWhole) cut.push(`${key} at ${JSON.stringify(box)}`);
	}
	return cut;
}

async function endEarly(page: Page, player: PlayerPage): Promise<void> {
	await player.button('end').click();
	await page.getByRole('dialog').getByRole('button').first().click();
	await expect(page).toHaveURL(/\/finished/);
}

for (const { name, width, height } of SCREENS)
	test(`on ${name} the controls are on the screen`, async ({ page }) => {
		test.setTimeout(60_000);
		await page.setViewportSize({ width, height });
		const player = new PlayerPage(page);
		await player.begin(RUN);
		expect(await cutOff(player), 'run, get ready').toEqual([]);
		await player.skipReady();
		await player.skipTo(1);
		expect(await cutOff(player), 'run').toEqual([]);
		await endEarly(page, player);
		await player.begin(CORE);
		await player.skipReady();
		await player.skipTo(3);
		expect(await cutOff(player), 'exercise').toEqual([]);
		if (width < 1000) return;
		// Beside each other: as high as half the screen, where it was a fifth.
		const figure = await page.locator('.stage .moving').boundingBox();
		expect(figure?.height).toBeGreaterThan(height * 0.5);
	});
