// Today says what is proposed and why, the sheet behind it prints rule and conditions, and what is closed says so.

import { expect, test } from '@playwright/test';
import type { PainEntry } from '#lib/domain/entry.ts';
import { addDays } from '#lib/domain/local-day.ts';
import { aBeginning } from '../support/builders.ts';
import { axe, cutWords, smallTargets } from '../support/e2e-player/look.ts';
import { LOCALE } from '../support/e2e-player/words.ts';
import { answerChecks, button, firstStart } from '../support/e2e/journey.ts';
import { openWithPast } from '../support/e2e/prepared.ts';
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

		test('beside a sign that closes everything nothing is called open, and nobody is sent to jog', async ({ page }) => {
			await firstStart(page, '/', 'run-walk');
			await page.goto('/safety');
			await page.getByRole('checkbox', { name: say('Fever or chills', 'Fieber oder Schüttelfrost') }).check();
			const look = page.getByRole('button', { name: say('See what it means', 'Ansehen, was das heißt') });
			await look.click();
			await expect(look).toHaveCount(0);
			await page.goto('/readiness');
			await look.click();
			const waits = say('Waits until you have taken advice.', 'Wartet, bis du Rat eingeholt hast.');
			await expect(page.getByRole('definition')).toHaveText([waits, waits, waits]);
			await expect(page.getByRole('main').getByRole('link', { name: says('closed.look') })).toBeVisible();
			await page.goto('/jog-test');
			await expect(page.getByRole('heading', { name: says('closed.closed') })).toBeVisible();
			await expect(page.getByRole('radio')).toHaveCount(0);
			await button(page, 'closed.advice').click();
			await expect(page.getByRole('radio').first()).toBeVisible();
		});

		test('a flare that the diary shows asks for the warning signs, until they were gone through', async ({ page }) => {
			const today = new Date().toISOString().slice(0, 10);
			const entries = [20, 20, 20, 20, 20, 20, 55, 55].map((back, n): PainEntry => {
				const on = addDays(today, n - 7);
				const at = Date.parse(`${on}T00:00:00Z`);
				const average = { back, leg: null, elsewhere: null };
				return { id: `e${n}`, on, at, updatedAt: at, now: null, average, worst: null, note: '' };
			});
			await openWithPast(page, { choices: [aBeginning({ on: addDays(today, -9) })], entries }, '/');
			const signs = page.getByRole('main').getByRole('link', { name: says('closed.look') });
			await expect(page.getByText(tells(['holds', 'settling']))).toBeVisible();
			await signs.click();
			await page.getByRole('button', { name: say('See what it means', 'Ansehen, was das heißt') }).click();
			await page.goto('/');
			await expect(page.getByText(tells(['holds', 'settling']))).toBeVisible();
			await expect(signs).toHaveCount(0);
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
