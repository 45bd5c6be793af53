// Today says what is proposed and why, the sheet behind it prints rule and conditions, and what is closed says so.

import { expect, test } from '@playwright/test';
import { axe, cutWords, smallTargets } from '../support/e2e-player/look.ts';
import { LOCALE } from '../support/e2e-player/words.ts';
import { answerChecks, button, firstStart } from '../support/e2e/journey.ts';
import { says, tells } from '../support/e2e/says.ts';

for (const language of ['en', 'de'] as const) {
	test.describe(`Why in ${language}`, () => {
		test.use({ locale: LOCALE[language], reducedMotion: 'reduce' });
		const say = (en: string, de: string) => (language === 'en' ? en : de);

		test('a beginner walks first, sees what is missing, and may run all the same', async ({ page }) => {
			await firstStart(page, '/', 'run-walk');
			const main = page.getByRole('main');
			await expect(main.getByText(tells(['holds', 'runningNotOpen']))).toBeVisible();
			await main.getByRole('link', { name: says('today.why') }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('Why this?', 'Warum das?'));
			const open = say('still open', 'noch offen');
			const signs = page.getByRole('listitem').filter({ hasText: say('Warning signs checked', 'Warnzeichen geprüft') });
			await expect(signs).toContainText(open);
			await answerChecks(page, '/');
			await page.goto('/why');
			await expect(signs).toContainText(say('holds', 'trifft zu'));
			const walks = page
				.getByRole('listitem')
				.filter({ hasText: say('2 brisk walks of 30', '2 zügige Spaziergänge von 30') });
			await expect(walks).toContainText(say('still open · 0 of 2', 'noch offen · 0 von 2'));
			const rule = page.getByRole('listitem').filter({ hasText: tells(['holds', 'runningNotOpen']) });
			await rule.getByText(say('The rule', 'Die Regel'), { exact: true }).click();
			await expect(rule).toContainText(say('a brisk walk of 30 minutes', 'ein zügiger Spaziergang von 30 Minuten'));
			await page.getByRole('link', { name: say('Stage 1', 'Stufe 1') }).click();
			await expect(button(page, 'today.start')).toBeVisible();
		});

		test('what should be looked at first closes every session, until advice was taken', async ({ page }) => {
			await firstStart(page, '/', 'core');
			await page.goto('/safety');
			await page.getByRole('checkbox', { name: say('Fever or chills', 'Fieber oder Schüttelfrost') }).check();
			await page.getByRole('button', { name: say('See what it means', 'Ansehen, was das heißt') }).click();
			await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(say('Warning signs', 'Warnzeichen'));
			for (const path of ['/', '/session?id=core/core-a-10', '/session?id=walk/free/10']) {
				await page.goto(path);
				await expect(page.getByRole('heading', { name: says('closed.closed') })).toBeVisible();
				await expect(button(page, 'today.start')).toHaveCount(0);
			}
			await button(page, 'closed.advice').click();
			await expect(button(page, 'today.start')).toBeVisible();
		});

		test('a new episode settles first; a jog test finds the first stage', async ({ page }) => {
			await firstStart(page, '/', 'run-walk');
			await page.goto('/flare');
			await page.getByRole('button', { name: say('Go on', 'Weiter'), exact: true }).click();
			await page.getByRole('radio').first().check();
			await page.getByRole('button', { name: say('Save', 'Speichern') }).click();
			await expect(page.getByRole('listitem').first()).toBeVisible();
			await page.goto('/');
			await expect(page.getByText(tells(['holds', 'settling']))).toBeVisible();
			await page.goto('/why');
			await expect(page.getByRole('heading', { name: say('First it settles', 'Erst zur Ruhe kommen') })).toBeVisible();
			const nights = say('Most nights are quiet', 'Die meisten Nächte sind ruhig');
			await expect(page.getByRole('listitem').filter({ hasText: nights }).first()).toBeVisible();
			await page.goto('/jog-test');
			await page.getByRole('radio', { name: say('A minute and more', 'Ab einer Minute'), exact: true }).check();
			await page.getByRole('button', { name: say('Save', 'Speichern') }).click();
			await expect(page.getByText(say('Stage 3', 'Stufe 3'))).toBeFocused();
		});

		for (const colorScheme of ['light', 'dark'] as const)
			test(`nothing is found by axe in ${colorScheme}, and all fits a small phone`, async ({ page }) => {
				await page.emulateMedia({ colorScheme });
				await firstStart(page, '/', 'run-walk');
				await page.setViewportSize({ width: 320, height: 640 });
				for (const path of ['/', '/why', '/jog-test']) {
					await page.goto(path);
					await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(1);
					expect([path, await axe(page), await smallTargets(page, 48), await cutWords(page)]).toEqual([
						path,
						[],
						[],
						[]
					]);
				}
			});
	});
}
