// How it goes over weeks, the week in two lines, the questions of week 0, 6 and 12, and the sheet for an appointment.

import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { axe, cutWords, smallTargets, textSize } from '../support/e2e-player/look.ts';
import { LOCALE } from '../support/e2e-player/words.ts';
import { link } from '../support/e2e/journey.ts';
import { withSeason } from '../support/e2e/season.ts';

type Words = Readonly<Record<string, string>>;
const wordsOf = (area: string, language: string): Words =>
	JSON.parse(readFileSync(`src/lib/i18n/areas/${area}.${language}.json`, 'utf8')) as Words;

/** Pages of a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

for (const language of ['en', 'de'] as const) {
	test.describe(`Progress in ${language}`, () => {
		test.use({ locale: LOCALE[language], reducedMotion: 'reduce' });
		const progress = wordsOf('progress', language);
		const doctor = wordsOf('doctor', language);
		const p = (key: string): string => progress[key] ?? `no ${key}`;
		const d = (key: string): string => doctor[key] ?? `no ${key}`;
		const h2 = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });
		const back = language === 'en' ? 'Back pain from' : 'Rückenschmerz vom';
		const picture = (page: Page) => page.getByRole('img', { name: new RegExp(`^${back}`) }).filter({ visible: true });

		test('tells one of three words, the picture in sentences and numbers, and what studies say', async ({ page }) => {
			await withSeason(page, { language, endsAt: 20 });
			await page.goto('/history');
			await link(page, 'nav.progress').click();
			await expect(h2(page, p('back.less'))).toBeVisible();
			await expect(page.getByText(p('study'))).toBeVisible();
			await expect(page.getByText(p('check.weeks12'))).toHaveCount(0);
			const told = async (): Promise<string> => (await picture(page).getAttribute('aria-label')) ?? '';
			const twelve = await told();
			await page.getByRole('radio', { name: p('period.weeks4'), exact: true }).check();
			await expect.poll(told).not.toBe(twelve);
			await page.getByText(p('table')).first().focus();
			await page.keyboard.press('Enter');
			const table = page.getByRole('table', { name: p('table.days') });
			await expect(table.getByRole('row')).not.toHaveCount(1);
			await expect(table.getByRole('columnheader')).toHaveText(
				[...['day', 'entries', 'peak', 'median', 'sessions'].map((key) => `table.${key}`), 'key.stage'].map(p)
			);
			// The last day before this Monday: its entry, and the median of its week.
			await expect(table.getByRole('row').nth(1).getByRole('cell').nth(2)).toHaveText(/^\d+$/);
			await expect(page.getByText(new RegExp(language === 'en' ? '^11 of 17$' : '^11 von 17$'))).toBeVisible();
			await expect(page.getByRole('main').getByRole('link', { name: p('help.signs'), exact: true })).toHaveAttribute(
				'href',
				/\/safety$/
			);
			await expect(page.getByText(/streak|Serie|in a row|am Stück/i)).toHaveCount(0);
		});

		test('with too few entries says so, and empty has no picture of nothing but its whole scale', async ({ page }) => {
			await page.goto('/progress');
			await expect(h2(page, p('back.notEnough'))).toBeVisible();
			await expect(page.getByText(p('back.empty'))).toBeVisible();
			await expect(picture(page)).toBeVisible();
			await expect(page.locator('figure').first().getByText('100', { exact: true })).toBeVisible();
			await expect(page.getByRole('heading', { name: p('ask.title.0') })).toHaveCount(0);
		});

		test('after twelve weeks looks back, asks again, and nothing that changed suggests somebody to ask', async ({
			page
		}) => {
			await withSeason(page, { language, endsAt: 54 });
			await page.goto('/progress');
			await expect(h2(page, p('look.title.12'))).toBeVisible();
			await expect(h2(page, p('back.same'))).toBeVisible();
			await expect(page.getByText(p('check.weeks12'))).toBeVisible();
			await page.getByRole('button', { name: p('ask.open') }).click();
			const garden = page.getByRole('slider', { name: p('ask.scoreOf').replace('{name}', 'Garden') });
			await garden.fill('9');
			await page.getByRole('slider', { name: p('beliefs.running') }).focus();
			await page.keyboard.press('End');
			await page.getByRole('button', { name: p('ask.save') }).click();
			await expect(h2(page, p('ask.title.12'))).toHaveCount(0);
			const rowOf = (table: string, name: string) =>
				page
					.getByRole('table', { name: p(table) })
					.getByRole('row')
					.filter({ hasText: name })
					.getByRole('cell');
			await expect(rowOf('doing.title', 'Garden')).toHaveText(['4', '6', '9']);
			await expect(rowOf('beliefs.title', p('beliefs.running'))).toHaveText(['4', '6', '10']);
			await page.reload();
			await expect(rowOf('doing.title', 'Garden')).toHaveText(['4', '6', '9']);
		});

		test('the week is told on Today, answered there, and found again', async ({ page }) => {
			await withSeason(page, { language });
			await page.goto('/');
			await expect(h2(page, p('week.title'))).toBeVisible();
			await page.getByRole('textbox', { name: p('week.well') }).fill('Slept through');
			await page.getByRole('button', { name: p('week.save') }).click();
			await expect(page.getByText('Slept through')).toBeVisible();
			await page.getByRole('link', { name: p('week.more') }).click();
			await expect(page.getByText('Slept through')).toBeVisible();
			await page.getByText(p('week.before')).click();
			await expect(page.getByText('Walked to the lake')).toBeVisible();
			await page.goto('/');
			await expect(link(page, 'nav.walk')).toBeVisible();
			await expect(h2(page, p('week.title'))).toHaveCount(0);
			// Neither on a day in the middle of the week.
			await page.clock.setFixedTime(new Date('2026-11-26T20:00:00+01:00'));
			await page.reload();
			await expect(link(page, 'nav.walk')).toBeVisible();
			await expect(h2(page, p('week.title'))).toHaveCount(0);
		});

		test('the sheet is one side of A4, however much there is, and has only the notes that were chosen', async ({
			page
		}) => {
			await withSeason(page, { language, entriesADay: 4, notes: 9, incidents: 20, full: true });
			await page.goto('/progress');
			await page
				.getByRole('link', { name: p('doctor.title') })
				.last()
				.click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(d('title'));
			const sheet = page.getByRole('article');
			await expect(sheet).toContainText('Garden');
			await expect(sheet.getByRole('heading', { name: d('sheet.notes') })).toHaveCount(0);
			for (const box of await page.getByRole('checkbox').all()) await box.check();
			await expect(page.getByRole('status')).toBeVisible();
			await expect(sheet).toContainText('Note 83');
			await expect(sheet).not.toContainText('Note 76');
			const pdf = await page.pdf({ preferCSSPageSize: true, path: `.out/doctor-full-${language}.pdf` });
			expect(pagesOf(pdf)).toBe(1);
			// Nothing of it was cut off to make it so.
			await page.emulateMedia({ media: 'print' });
			await page.setViewportSize({ width: 688, height: 1032 });
			const cut = () => sheet.evaluate((element) => element.scrollHeight - element.clientHeight);
			await expect.poll(cut).toBeLessThanOrEqual(0);
			await expect(page.getByRole('navigation')).toBeHidden();
			await expect(page.getByRole('button', { name: d('print') })).toBeHidden();
			expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
		});

		test('the button prints', async ({ page }) => {
			await page.addInitScript(() => {
				window.print = () => void (document.title = 'printed');
			});
			await page.goto('/doctor');
			await page.getByRole('button', { name: d('print') }).click();
			await expect(page).toHaveTitle('printed');
		});

		for (const colorScheme of ['light', 'dark'] as const)
			test(`nothing is found by axe in ${colorScheme}, and all fits small phones, thumbs and large text`, async ({
				page
			}) => {
				test.setTimeout(120_000);
				await page.emulateMedia({ colorScheme });
				await withSeason(page, { language, incidents: 2 });
				for (const path of ['/', '/progress', '/doctor']) {
					await page.goto(path);
					await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(1);
					if (path === '/') await expect(h2(page, p('week.title'))).toBeVisible();
					if (path === '/progress') {
						await page.getByRole('button', { name: p('ask.open') }).click();
						for (const summary of await page.locator('summary').all()) await summary.click();
					}
					if (path === '/doctor') await page.getByRole('checkbox').first().check();
					const name = path.slice(1) || 'today';
					await page.screenshot({ path: `.out/progress-${name}-${language}-${colorScheme}.png`, fullPage: true });
					// As tall as the page, so that the bar at the bottom covers nothing by chance.
					const height = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight));
					await page.setViewportSize({ width: 390, height: Math.max(844, height) });
					expect.soft(await axe(page), path).toEqual([]);
					expect.soft(await smallTargets(page, 48), path).toEqual([]);
					await page.setViewportSize({ width: 320, height: 568 });
					expect.soft(await cutWords(page), `${path} at 320 px`).toEqual([]);
					expect.soft(await smallTargets(page, 48), `${path} at 320 px`).toEqual([]);
					await textSize(page, 2);
					expect.soft(await cutWords(page), `${path} at 320 px and 200 % text`).toEqual([]);
					await textSize(page, 1);
					await page.setViewportSize({ width: 390, height: 844 });
				}
			});
	});
}
