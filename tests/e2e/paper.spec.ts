// Sessions and programmes on paper: everything on them, nothing cut, few pages, black on white whatever the theme.

import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { axe, cutWords, smallTargets, textSize, theme } from '../support/e2e-player/look.ts';
import { LOCALE } from '../support/e2e-player/words.ts';
import { button, link } from '../support/e2e/journey.ts';

interface Step {
	readonly exerciseId?: string;
}
interface Sequence {
	readonly id: string;
	readonly programmeId: string;
	readonly steps: readonly Step[];
}
const read = (file: string): readonly Sequence[] =>
	JSON.parse(readFileSync(`src/lib/content/${file}.json`, 'utf8')) as readonly Sequence[];
const SEQUENCES = [...read('sequences'), ...read('library/sequences')];

/** A4 between the margins of the sheet, CSS pixels: 182 mm across, 270 mm down. */
const PAPER = { width: 688, height: 1020 };

const sheet = (page: Page) => page.getByRole('article');
const boxes = (page: Page) => page.locator('[data-box]');

async function open(page: Page, path: string): Promise<void> {
	await page.goto(`/paper/${path}`);
	await expect(sheet(page).getByRole('heading', { level: 1 })).toBeVisible();
	await page.evaluate(() => document.fonts.ready);
}

/** How many sheets of A4 come out of the printer. */
async function pagesOf(page: Page): Promise<number> {
	const pdf = await page.pdf({ preferCSSPageSize: true });
	return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

/** What reaches beyond the paper, is taller than a page although it must not be torn apart, or should not be printed. */
async function faultsOnPaper(page: Page): Promise<readonly string[]> {
	await page.setViewportSize(PAPER);
	await page.emulateMedia({ media: 'print' });
	const faults = await page.evaluate(({ width, height }) => {
		const found: string[] = [];
		for (const element of document.querySelectorAll<Element>('main *')) {
			if (!element.checkVisibility() || element.closest('.sr')) continue;
			const box = element.getBoundingClientRect();
			const name = `${element.tagName} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
			// What is drawn of a figure may be larger than its frame, which cuts nothing off.
			if (!element.closest('svg') && (box.right > width + 1 || box.left < -1)) found.push(`${name} is cut`);
			const style = getComputedStyle(element);
			if (style.breakInside === 'avoid' && box.height > height) found.push(`${name} is ${box.height} tall`);
			if (['auto', 'scroll', 'hidden'].includes(style.overflowX) && !element.closest('svg'))
				found.push(`${name} hides what does not fit`);
		}
		for (const control of document.querySelectorAll('nav, button, a'))
			if (control.checkVisibility()) found.push(`${control.outerHTML.slice(0, 60)} is printed`);
		return found;
	}, PAPER);
	await page.emulateMedia({ media: null });
	return faults;
}

for (const language of ['en', 'de'] as const) {
	test.describe(`On paper in ${language}`, () => {
		test.use({ locale: LOCALE[language] });
		const say = (en: string, de: string) => (language === 'en' ? en : de);

		test('a session leads to its sheet, which prints and leads back', async ({ page }) => {
			await page.addInitScript(() => {
				window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
			});
			await page.goto('/session?id=yoga/yoga-20');
			await link(page, 'nav.paper').click();
			await expect(page).toHaveURL(/\/paper\/session\?id=yoga\/yoga-20$/);
			await expect(sheet(page)).toContainText(say('is not a medical device', 'ist kein Medizinprodukt'));
			await expect(sheet(page)).toContainText(say('Stop and get help', 'Hör auf und hol Hilfe'));
			await expect(sheet(page)).toContainText(say('How it went', 'Wie es war'));
			await page.getByRole('button', { name: say('Print', 'Drucken') }).click();
			await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
			await link(page, 'nav.back').click();
			await expect(page).toHaveURL(/\/session\?id=yoga\/yoga-20$/);
			await expect(button(page, 'today.start')).toBeVisible();
		});

		test('every sequence has each exercise with its pictures, a box for each time, and at most three pages', async ({
			page
		}) => {
			test.setTimeout(90_000);
			// German is the longer: all of it. English says the same in fewer words.
			const shown = SEQUENCES.filter(({ id }) => language === 'de' || /^(core-a|yoga)/.test(id));
			for (const { id, programmeId, steps } of shown) {
				await page.setViewportSize({ width: 900, height: 900 });
				await open(page, `session?id=${programmeId}/${id}`);
				const work = steps.flatMap(({ exerciseId }) => exerciseId ?? []);
				await expect(boxes(page), id).toHaveCount(work.length);
				const pictures = page.getByRole('img');
				await expect(pictures, id).toHaveCount(new Set(work).size);
				const drawn = await pictures.evaluateAll((all) =>
					all.map((each) => [...each.querySelectorAll('svg')].filter((svg) => svg.querySelector('path')).length)
				);
				for (const poses of drawn) expect([1, 2, 3], id).toContain(poses);
				expect.soft(await faultsOnPaper(page), id).toEqual([]);
				expect.soft([1, 2, 3], id).toContain(await pagesOf(page));
			}
		});

		test('a run is a table with a box for each run and each walk, on one page', async ({ page }) => {
			for (const [id, steps, rounds] of [
				['run-walk/S1', 14, '6'],
				['run-walk/S10', 12, '5'],
				['walk/B/4', 3, null]
			] as const) {
				await open(page, `session?id=${id}`);
				await expect(boxes(page), id).toHaveCount(steps);
				if (rounds) await expect(page.getByRole('rowheader', { name: rounds, exact: true })).toBeVisible();
				expect.soft(await faultsOnPaper(page), id).toEqual([]);
				expect.soft(await pagesOf(page), id).toBe(1);
			}
		});

		test('every programme is printed with its boxes and its rules, on two pages at most', async ({ page }) => {
			test.setTimeout(90_000);
			const programmes: readonly (readonly [id: string, boxes: number])[] = [
				// 15 stages of two green sessions, the first and the last of three.
				['run-walk', 36],
				// Twelve weeks of three walks, three plans.
				['walk', 108],
				['walk/B', 36],
				// 16 weeks of three runs, and seven steps of two.
				['running', 62],
				...[...new Set(SEQUENCES.map(({ programmeId }) => programmeId))].map((id) => [id, 84] as const)
			];
			expect(programmes).toHaveLength(12);
			for (const [id, count] of language === 'de' ? programmes : programmes.slice(0, 5)) {
				await open(page, `programme?id=${id}`);
				await expect(boxes(page), id).toHaveCount(count);
				await expect(sheet(page)).not.toContainText(/[{}]|undefined/);
				await expect(sheet(page)).toContainText(/you decide|entscheidest du|du entscheidest/);
				expect.soft(await faultsOnPaper(page), id).toEqual([]);
				expect.soft([1, 2], id).toContain(await pagesOf(page));
			}
			await open(page, 'programme?id=own');
			await expect(sheet(page)).toContainText(say('nothing to print', 'nichts zu drucken'));
			await open(page, 'session?id=core/none');
			await expect(boxes(page)).toHaveCount(0);
		});

		test('is black on white in every theme, fits small screens and large text, and axe finds nothing', async ({
			page
		}) => {
			test.setTimeout(90_000);
			for (const path of [
				'session?id=core/core-a-10',
				'session?id=run-walk/S1',
				'programme?id=run-walk',
				'programme?id=core'
			]) {
				await page.setViewportSize({ width: 390, height: 844 });
				await open(page, path);
				for (const name of ['light', 'dark', 'outdoor']) {
					await theme(page, name);
					await expect(sheet(page)).toHaveCSS('color', 'rgb(0, 0, 0)');
					await expect(sheet(page)).toHaveCSS('background-color', 'rgb(255, 255, 255)');
				}
				expect.soft(await axe(page), path).toEqual([]);
				for (const [width, share] of [
					[390, 1],
					[320, 1],
					[320, 2]
				] as const) {
					await page.setViewportSize({ width, height: 844 });
					await textSize(page, share);
					expect.soft(await cutWords(page), `${path} at ${width} px, text ${share}`).toEqual([]);
					expect.soft(await smallTargets(page, 48), `${path} at ${width} px, text ${share}`).toEqual([]);
				}
				await textSize(page, 1);
			}
		});
	});
}
