// A walk of any length, a desk break, movement that was done elsewhere, and what is said before a first session.

import { expect, test, type Locator, type Page } from '@playwright/test';
import { axe, cutWords, smallTargets, textSize } from '../support/e2e-player/look.ts';
import { PlayerPage } from '../support/e2e-player/player-page.ts';
import { LOCALE } from '../support/e2e-player/words.ts';
import { button, entries, firstStart, heading, link } from '../support/e2e/journey.ts';

const YOGA = 'yoga/yoga-20';

/** Goes on with Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeVisible();
	for (let presses = 0; presses < 60; presses++) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`${String(target)} is not reached with Tab.`);
}

for (const language of ['en', 'de'] as const) {
	test.describe(`Moving freely in ${language}`, () => {
		test.use({ locale: LOCALE[language], reducedMotion: 'reduce' });
		const say = (en: string, de: string) => (language === 'en' ? en : de);
		const cycling = say('Cycling', 'Rad fahren');
		const entryOf = (what: string, n: number) => `${what}, ${n} ${say('minutes', 'Minuten')}`;
		const entry = (page: Page, what: string) => page.getByRole('article').filter({ hasText: what });
		const enter = say('Enter', 'Eintragen');
		const aches = (page: Page) => page.getByText(say('3 in 100 people', '3 von 100 Menschen'));

		test('a walk of 25 minutes is chosen and started, and says how fast', async ({ page }) => {
			await firstStart(page, '/', 'walk');
			await link(page, 'nav.walk').click();
			await expect(heading(page, 'nav.walk')).toBeVisible();
			const slider = page.getByRole('slider');
			await expect(slider).toHaveValue('30');
			await page.getByRole('button', { name: say('Five minutes less', 'Fünf Minuten weniger') }).click();
			await expect(slider).toHaveValue('25');
			await expect(page.getByRole('status')).toContainText('25');
			await expect(page.getByText(say('2 minutes easy, 21 brisk', '2 Minuten gemütlich, 21 zügig'))).toBeVisible();
			await link(page, 'today.start').click();
			await expect(page.getByText('25 min', { exact: false }).first()).toBeVisible();
			const player = new PlayerPage(page, language);
			await player.button('start').click();
			await player.skipReady();
			await player.isAtStep(0);
			await expect(page.getByText(say('Start slowly', 'Geh gemütlich los')).first()).toBeVisible();
			expect(await player.left()).toBeGreaterThan(24 * 60);
			await player.skipTo(1);
			await expect(page.getByText(say('but could not sing', 'Singen nicht mehr')).first()).toBeVisible();
		});

		test('a walk is chosen with the keyboard alone, and not beyond 10 and 60', async ({ page }) => {
			await page.goto('/walk');
			const slider = page.getByRole('slider');
			await tabTo(page, slider);
			await page.keyboard.press('ArrowRight');
			await expect(slider).toHaveValue('35');
			await page.keyboard.press('End');
			await expect(slider).toHaveValue('60');
			await expect(page.getByRole('button', { name: say('Five minutes more', 'Fünf Minuten mehr') })).toBeDisabled();
			await page.keyboard.press('Home');
			await expect(slider).toHaveValue('10');
			await expect(page.getByRole('button', { name: say('Five minutes less', 'Fünf Minuten weniger') })).toBeDisabled();
			await tabTo(page, link(page, 'today.start'));
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(/id=walk\/free\/10$/);
			await expect(button(page, 'today.start')).toBeVisible();
		});

		test('a desk break takes two taps from Today', async ({ page }) => {
			await firstStart(page, '/', 'core');
			await link(page, 'nav.desk').click();
			// Today has a Start of its own, which stands there until the other page does.
			await expect(link(page, 'nav.desk')).toHaveCount(0);
			await button(page, 'today.start').click();
			const player = new PlayerPage(page, language);
			await player.isGettingReady();
			expect(await player.left()).toBe(180);
		});

		test('other movement is entered, corrected, removed, brought back, and stands in the history', async ({ page }) => {
			await page.goto('/sessions');
			await page.getByRole('link', { name: say('Other movement', 'Andere Bewegung') }).click();
			await expect(heading(page, 'nav.movement')).toBeVisible();
			await expect(page.getByRole('radio', { name: cycling })).toBeChecked();
			const minutes = page.getByRole('spinbutton');
			await minutes.fill('43');
			await page.getByRole('button', { name: say('Five minutes more', 'Fünf Minuten mehr') }).click();
			await expect(minutes).toHaveValue('45');
			await page.getByRole('radio', { name: say('Yesterday', 'Gestern') }).check();
			await page.getByRole('textbox').fill('am Fluss');
			await page.getByRole('button', { name: enter, exact: true }).click();
			const notice = page.getByRole('status');
			await expect(notice).toContainText(entryOf(cycling, 45));
			await expect(entry(page, entryOf(cycling, 45))).toContainText('am Fluss');

			await page.getByRole('button', { name: `${say('Edit', 'Ändern')}: ${entryOf(cycling, 45)}` }).click();
			const form = page.getByRole('article');
			await form.getByRole('radio', { name: say('Swimming', 'Schwimmen') }).check();
			await form.getByRole('spinbutton').fill('50');
			await form.getByRole('button', { name: say('Save', 'Speichern') }).click();
			const swimming = entryOf(say('Swimming', 'Schwimmen'), 50);
			await expect(notice).toContainText(swimming);
			await expect(page.getByRole('article')).toHaveCount(1);

			await page.getByRole('button', { name: `${say('Remove', 'Entfernen')}: ${swimming}` }).click();
			await expect(page.getByRole('article')).toHaveCount(0);
			await expect(notice).toBeFocused();
			await button(page, 'history.undo').click();
			await expect(entry(page, swimming)).toContainText('am Fluss');

			await page.goto('/history');
			await expect(entries(page)).toHaveCount(1);
			await expect(entries(page)).toContainText(swimming);
			await expect(page.getByText(say('50 minutes moved', '50 Minuten bewegt'))).toBeVisible();
			await entries(page).getByRole('link').click();
			await expect(entry(page, swimming)).toBeVisible();
		});

		test('an entry needs whole minutes and a day that has come', async ({ page }) => {
			await page.goto('/movement');
			const minutes = page.getByRole('spinbutton');
			const submit = page.getByRole('button', { name: enter, exact: true });
			for (const wrong of ['', '0', '961', '2.5']) {
				await minutes.fill(wrong);
				await submit.click();
				await expect(page.getByRole('alert')).toContainText('960');
				await expect(minutes).toHaveAttribute('aria-invalid', 'true');
			}
			await minutes.fill('960');
			await page.getByRole('radio', { name: say('Another day', 'Anderer Tag') }).check();
			const date = page.getByLabel(say('Date', 'Datum'));
			await date.fill('2999-01-01');
			await submit.click();
			await expect(page.getByRole('alert')).toContainText(say('up to today', 'nicht in der Zukunft'));
			await expect(page.getByRole('article')).toHaveCount(0);
			await date.fill('2026-01-02');
			await submit.click();
			await expect(page.getByRole('article')).toContainText(say('2 January', '2. Januar'));
		});

		test('what may ache is said before the first yoga and no more after it', async ({ page }) => {
			test.setTimeout(90_000);
			const player = new PlayerPage(page, language);
			await player.open(YOGA);
			await expect(aches(page)).toBeVisible();
			await player.open('desk/desk-3');
			await expect(aches(page)).toHaveCount(0);

			await page.clock.install();
			await player.begin(YOGA);
			await player.skipReady();
			// Most of it is really done: one that was only looked into would leave the next still the first.
			await page.clock.runFor(13 * 60_000);
			await skipRest(page, player);
			await player.open(YOGA);
			await expect(player.button('start')).toBeVisible();
			await expect(aches(page)).toHaveCount(0);
		});

		for (const colorScheme of ['light', 'dark'] as const)
			test(`nothing is found by axe in ${colorScheme}, and all fits small phones, thumbs and large text`, async ({
				page
			}) => {
				test.setTimeout(120_000);
				await page.emulateMedia({ colorScheme });
				await firstStart(page, '/', 'walk');
				await page.goto('/movement');
				await page.getByRole('button', { name: enter, exact: true }).click();
				await expect(page.getByRole('article')).toHaveCount(1);
				for (const path of ['/', '/walk', '/movement', '/history', '/sessions', `/session?id=${YOGA}`]) {
					await page.goto(path);
					await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(1);
					if (path === '/movement') {
						await page.getByRole('radio', { name: say('Another day', 'Anderer Tag') }).check();
						await page.getByRole('button', { name: new RegExp(`^${say('Edit', 'Ändern')}:`) }).click();
					}
					if (path.includes(YOGA)) await expect(aches(page)).toBeVisible();
					const name = path.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '') || 'today';
					await page.screenshot({ path: `.out/moving-${name}-${language}-${colorScheme}.png`, fullPage: true });
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

/** Leaves out what is left, until the page after the session is there. */
async function skipRest(page: Page, player: PlayerPage): Promise<void> {
	for (let n = 0; n < 60 && !/\/finished/.test(page.url()); n++) {
		// Without waiting for a button that has just gone.
		await player.button('skip').evaluateAll(([each]) => (each as HTMLElement | undefined)?.click());
		await page.clock.runFor(500);
	}
	await expect(page).toHaveURL(/\/finished/);
}
