// The page before the app, and when there will be none: it says so, and what was tapped meanwhile counts.

import { expect, test } from '@playwright/test';
import words from '#lib/i18n/error.json' with { type: 'json' };

test.use({ locale: 'de-DE', serviceWorkers: 'block' });

for (const path of ['/', '/week'])
	test(`where the start of the app cannot be had, ${path} says so and can be asked for again`, async ({ page }) => {
		await page.route('**/_app/immutable/entry/**', (route) => route.abort());
		await page.goto(path);
		await expect(page.getByRole('alert')).toContainText(words.de.unstarted);
		await expect(page.getByRole('alert')).toContainText(words.en.unstarted);
		await page.unroute('**/_app/immutable/entry/**');
		await page.getByRole('link', { name: words.de.again }).click();
		await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toBeVisible();
		await expect(page.locator('#unstarted')).toHaveCount(0);
	});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	for (const path of ['/', '/week'])
		test(`${path} says what is missing`, async ({ page }) => {
			await page.goto(path);
			// Playwright finds no text in a noscript.
			for (const language of ['de', 'en'] as const) {
				const said = page.locator(`noscript [lang=${language}]`);
				await expect(said).toBeVisible();
				expect(await said.innerText()).toBe(words[language].noScript);
			}
		});
});

test.describe('before the app listens', () => {
	test.use({ locale: 'en-GB' });
	test('a language that was tapped is that of the next page, too', async ({ page }) => {
		let held = true;
		await page.route(/immutable.*\.js$/, (route) => (held ? undefined : route.continue()));
		await page.goto('/', { waitUntil: 'commit' });
		await page.getByRole('button', { name: 'Deutsch' }).click();
		held = false;
		await page.getByRole('link', { name: /Los geht/ }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Womit fangen wir an?' })).toBeVisible();
	});
});
