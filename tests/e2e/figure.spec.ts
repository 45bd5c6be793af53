// The moving figure: painted by a worker, in the page's colours, and drawn by the page itself where no worker paints.

import { expect, test, type Locator, type Page } from '@playwright/test';

const MOVES = '/exercises/hip-bridge';
/** It stands in one pose for ever: canvas and drawing show the same. */
const STANDS = '/exercises/rel-body-scan';

const scene = (page: Page): Locator => page.locator('.moving');
const painted = (page: Page): Locator => page.locator('.moving.painted');
const button = (page: Page): Locator =>
	page.getByRole('button', { name: /Hold the picture still|Let the picture move/ });

/** The share of pixels that are clearly of another colour, 0 to 1. */
async function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
	return page.evaluate(
		async (pictures) => {
			const [a, b] = await Promise.all(
				pictures.map(async (picture) => {
					const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
					const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
					const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
					context?.drawImage(image, 0, 0);
					return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
				})
			);
			if (!a || !b || a.length !== b.length || a.length === 0) return 1;
			let different = 0;
			for (let i = 0; i < a.length; i += 4) {
				const far = [0, 1, 2].some((k) => Math.abs((a[i + k] ?? 0) - (b[i + k] ?? 0)) > 48);
				if (far) different += 1;
			}
			return different / (a.length / 4);
		},
		[one.toString('base64'), other.toString('base64')]
	);
}

/** How far the painted picture is from the drawn one that lies under it. */
async function paintedAgainstDrawn(page: Page): Promise<number> {
	const show = (what: 'add' | 'remove') =>
		scene(page).evaluate((element, how) => element.classList[how]('painted'), what);
	const asPainted = await scene(page).screenshot();
	await show('remove');
	const asDrawn = await scene(page).screenshot();
	await show('add');
	return difference(page, asPainted, asDrawn);
}

/** The picture now and after most of a movement. */
async function twice(page: Page): Promise<number> {
	const before = await scene(page).screenshot();
	await page.waitForTimeout(1300);
	return difference(page, before, await scene(page).screenshot());
}

test.describe('The moving figure', () => {
	test.use({ locale: 'en-GB', viewport: { width: 390, height: 844 } });

	test('is painted by the worker: moves, stands when held, moves again', async ({ page }) => {
		await page.goto(MOVES);
		await expect(painted(page)).toBeVisible();
		await expect.poll(() => twice(page)).toBeGreaterThan(0.005);
		await button(page).click();
		await expect.poll(() => twice(page)).toBe(0);
		await button(page).click();
		await expect.poll(() => twice(page)).toBeGreaterThan(0.005);
	});

	for (const colorScheme of ['light', 'dark'] as const)
		test(`looks painted as it looks drawn, in ${colorScheme} and in other colours`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			await page.goto(STANDS);
			await expect(painted(page)).toBeVisible();
			// Edges are smoothed by two different painters.
			expect(await paintedAgainstDrawn(page)).toBeLessThan(0.01);
			const before = await scene(page).screenshot();
			const other = { skin: 'dark', hair: 'red', theme: colorScheme === 'light' ? 'dark' : 'light' };
			await page.evaluate((wished) => Object.assign(document.documentElement.dataset, wished), other);
			await expect.poll(async () => difference(page, before, await scene(page).screenshot())).toBeGreaterThan(0.05);
			expect(await paintedAgainstDrawn(page)).toBeLessThan(0.01);
		});

	test('keeps its place and sharpness when the screen turns', async ({ page }) => {
		await page.goto(STANDS);
		await expect(painted(page)).toBeVisible();
		await page.setViewportSize({ width: 844, height: 390 });
		await expect.poll(() => paintedAgainstDrawn(page)).toBeLessThan(0.01);
	});

	test('is drawn by the page where the worker does not come', async ({ browser }) => {
		// The service worker would bring it past the route.
		const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
		const page = await context.newPage();
		await page.route(/figure-painter/, (route) => route.abort());
		const errors: string[] = [];
		page.on('pageerror', ({ message }) => errors.push(message));
		await page.goto(MOVES);
		await expect(scene(page).locator('svg path').first()).toBeVisible();
		await expect.poll(() => twice(page)).toBeGreaterThan(0.005);
		await expect(painted(page)).toHaveCount(0);
		expect(errors).toEqual([]);
		await context.close();
	});
});
