import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

for (const language of ['en', 'de'] as const) {
	test.describe(`Warning signs in ${language}`, () => {
		test.use({ locale: language === 'de' ? 'de-DE' : 'en-GB' });
		const say = (en: string, de: string) => (language === 'en' ? en : de);
		const look = say('See what it means', 'Ansehen, was das heißt');
		const numb = say('Numb or tingling between the legs', 'Taub oder kribbelig zwischen den Beinen');

		test('name whom to call, in the country that is chosen, and what was ticked', async ({ page }) => {
			await page.goto('/safety');
			await page.getByRole('checkbox', { name: numb }).check();
			await page.getByRole('button', { name: look }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('Stop here', 'Bitte hier abbrechen'));
			await expect(page.getByRole('listitem').filter({ hasText: numb })).toBeVisible();
			const call = (number: string) =>
				page.getByRole('link', { name: say(`Call ${number}`, `${number} anrufen`), exact: true });
			await expect(call(say('999', '112'))).toHaveAttribute('href', say('tel:999', 'tel:112'));
			await page.getByRole('combobox').selectOption('us');
			await expect(call('911')).toHaveAttribute('href', 'tel:911');
			await page.reload();
			await page.getByRole('button', { name: look }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				say('Nothing urgent ticked', 'Nichts Dringendes angekreuzt')
			);
			await expect(page.getByRole('combobox')).toHaveValue('us');
		});

		test('say when a doctor today is too late: with chills, or when very ill', async ({ page }) => {
			await page.goto('/safety');
			const tick = (name: string) => page.getByRole('checkbox', { name }).check();
			const shivering = page.getByText(say('shaking chills', 'Schüttelfrost oder fühlst'));
			const call = page.getByRole('link', { name: say('Call 999', '112 anrufen'), exact: true });
			await tick(say('Yellow skin', 'Gelbe Haut'));
			await page.getByRole('button', { name: look }).click();
			const today = say('Please see a doctor today', 'Bitte lass das heute ärztlich abklären');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(today);
			await expect(shivering).toHaveCount(0);
			await expect(call).toHaveCount(0);
			await page.getByRole('button', { name: say('Change what is ticked', 'Angekreuztes ändern') }).click();
			await tick(say('Pain in your side', 'Schmerz in der Seite'));
			await page.getByRole('button', { name: look }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(today);
			await expect(shivering).toContainText(say('call 999', 'ruf jetzt 112 an'));
			await expect(call).toHaveAttribute('href', say('tel:999', 'tel:112'));
			await page.getByRole('combobox').selectOption('other');
			await expect(shivering).toContainText(say('your local emergency number', 'den Notruf deines Landes'));
			await expect(call).toHaveCount(0);
		});

		test('need only a keyboard', async ({ page }) => {
			await page.goto('/safety');
			await page.getByRole('checkbox', { name: numb }).focus();
			await page.keyboard.press('Space');
			for (let n = 0; n < 40; n++) {
				await page.keyboard.press('Tab');
				if (await page.getByRole('button', { name: look }).evaluate((one) => one === document.activeElement)) break;
			}
			await page.keyboard.press('Enter');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('Stop here', 'Bitte hier abbrechen'));
		});

		for (const colorScheme of ['light', 'dark'] as const)
			test(`have nothing that axe finds, in ${colorScheme}, and fit a small phone`, async ({ page }) => {
				await page.emulateMedia({ colorScheme });
				await page.setViewportSize({ width: 320, height: 640 });
				await page.goto('/safety');
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				const wide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
				const found = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
				expect([await wide(), await found()]).toEqual([false, []]);
				await page.getByRole('checkbox', { name: numb }).check();
				await page.getByRole('button', { name: look }).click();
				await expect(page.getByRole('combobox')).toBeVisible();
				expect([await wide(), await found()]).toEqual([false, []]);
				await page.screenshot({ path: `.out/safety-${language}-${colorScheme}.png`, fullPage: true });
			});
	});
}
