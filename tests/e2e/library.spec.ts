// The library of exercises: looking, searching, deciding how one does an exercise, and where that shows.

import { expect, test, type Page } from '@playwright/test';
import { animations, axe, cutWords, smallTargets, textSize } from '../support/e2e-player/look.ts';
import { CORE, PlayerPage } from '../support/e2e-player/player-page.ts';
import { LOCALE } from '../support/e2e-player/words.ts';
import { button, entries, firstStart, heading, link, readyForOffline } from '../support/e2e/journey.ts';

const PHONE = { width: 390, height: 844 };

/** Decides about an exercise on its page, and waits until it is kept. */
async function decide(page: Page, id: string, use: RegExp): Promise<void> {
	await page.goto(`/exercises/${id}`);
	const radio = page.getByRole('radio', { name: use });
	await radio.check();
	await expect(page.getByRole('status')).toContainText(/Noted|Gemerkt/);
	await expect(radio).toBeChecked();
}

for (const language of ['en', 'de'] as const) {
	test.describe(`The exercises in ${language}`, () => {
		test.use({ locale: LOCALE[language], reducedMotion: 'reduce' });
		const say = (en: string, de: string) => (language === 'en' ? en : de);
		const easier = /^(Easier|Leichter)$/;
		const never = /^(Leave out|Weglassen)$/;
		const usual = /^(As usual|Wie immer)$/;
		const chip = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

		test('are forty, are searched, and are found again as they were left', async ({ page }) => {
			await page.goto('/sessions');
			await page.getByRole('link', { name: say('Look at them', 'Ansehen, leichter machen') }).click();
			await expect(heading(page, 'nav.exercises')).toBeVisible();
			await expect(entries(page)).toHaveCount(40);
			const status = page.getByRole('status');
			await chip(page, say('balance', 'Gleichgewicht')).click();
			await expect(page).toHaveURL(/\?aim=balance$/);
			await expect(status).toContainText(say('4 of 40', '4 von 40'));
			await page.getByText(say('More filters', 'Mehr Filter')).click();
			await chip(page, say('on the floor', 'am Boden')).focus();
			await page.keyboard.press('Space');
			await expect(chip(page, say('on the floor', 'am Boden'))).toHaveAttribute('aria-pressed', 'true');
			await expect(entries(page)).toHaveCount(1);

			await entries(page).getByRole('link').click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('Bird dog', 'Vierfüßler diagonal'));
			await page.goBack();
			await expect(page).toHaveURL(/\?aim=balance&place=floor$/);
			await expect(entries(page)).toHaveCount(1);
			await entries(page).getByRole('link').click();
			await page.getByRole('link', { name: say('To all exercises', 'Zu allen Übungen') }).click();
			await expect(entries(page)).toHaveCount(1);

			await chip(page, say('wall', 'Wand')).click();
			await expect(entries(page)).toHaveCount(0);
			await expect(status).toContainText(say('No exercise fits', 'Keine Übung passt'));
			await chip(page, say('Reset filters', 'Filter zurücksetzen')).click();
			await expect(entries(page)).toHaveCount(40);
			await expect(status).toBeFocused();
			await expect(page).toHaveURL(/\/exercises$/);
		});

		test('lead to their forms and their sequences, and an address of its own opens without a network', async ({
			page,
			context
		}) => {
			await page.goto('/');
			await readyForOffline(page);
			await context.setOffline(true);
			await page.goto('/exercises/core-dead-bug');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('Dead bug', 'Käfer'));
			await expect(page.getByRole('img', { name: say('On the back', 'Rückenlage') })).toBeVisible();
			await expect(page.getByText(say('Source: common practice', 'Quelle: übliche Praxis'))).toBeVisible();
			await page.getByRole('link', { name: say('Heel slide', 'Fersenschieben') }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('Heel slide', 'Fersenschieben'));
			await page
				.getByRole('main')
				.getByRole('link', { name: say('Core A', 'Rumpf A') })
				.click();
			await expect(button(page, 'today.start')).toBeVisible();
			await page.goto('/exercises/nothing-of-ours');
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.getByRole('radio')).toHaveCount(0);
		});

		test('are done as was decided in every sequence, and a session that was begun stays as it is', async ({ page }) => {
			test.setTimeout(90_000);
			await firstStart(page, '/', 'core');
			await decide(page, 'core-heel-slide', easier);
			await expect(page.getByRole('status')).toContainText(say('Brace and breathe', 'Anspannen und atmen'));
			await decide(page, 'hip-bridge', easier);
			await expect(page.getByRole('status')).toContainText(say('two finger widths', 'zwei Fingerbreit'));
			await decide(page, 'core-bird-dog', never);

			await page.goto(`/session?id=${CORE}`);
			await expect(page.getByText(say('3 exercises changed', '3 Übungen nach deiner Wahl geändert'))).toBeVisible();
			await expect(
				page.getByText(say('Bird dog: left out', 'Vierfüßler diagonal: weggelassen'), { exact: false })
			).toBeVisible();

			// From Today, where the library has not been opened yet.
			await page.goto('/');
			await button(page, 'today.start').click();
			const player = new PlayerPage(page, language);
			await player.skipReady();
			await player.skipTo(3);
			await expect(player.heading).toHaveText(say('Brace and breathe', 'Anspannen und atmen'));
			await expect.poll(async () => (await player.shown()).seconds).toBeLessThanOrEqual(60);
			await player.skipTo(5);
			await expect(player.heading).toHaveText(say('Bridge', 'Schulterbrücke'));
			await expect(player.named(say('Easier', 'Leichter'))).toHaveAttribute('aria-pressed', 'true');
			await expect(page.getByText(say('two finger widths', 'zwei Fingerbreit'))).toBeVisible();
			await player.skipTo(12);
			await expect(player.named(say('Leave out', 'Auslassen'))).toHaveCount(0);

			// Left in the middle: what is decided now is for the next session.
			await decide(page, 'core-bird-dog', usual);
			await page.goto('/session');
			await player.button('resume').click();
			await player.skipReady();
			await player.isAtStep(12);
			await expect(player.named(say('Leave out', 'Auslassen'))).toHaveCount(0);
			await player.skipTo(16);
			await player.named(say('Leave out', 'Auslassen')).click();
			await player.named(say('No room for it', 'Kein Platz dafür')).click();
			await player.isAtStep(17);
			await player.button('end').click();
			await page.getByRole('dialog').getByRole('button').first().click();
			await expect(page).toHaveURL(/\/finished/);

			await page.goto('/history');
			await entries(page).first().locator('summary').click();
			await expect(
				page.getByText(say('Left out: Cat and cow (no room)', 'Ausgelassen: Katze und Kuh (kein Platz)'))
			).toBeVisible();
			await page.goto(`/session?id=${CORE}`);
			await expect(page.getByText(say('2 exercises changed', '2 Übungen nach deiner Wahl geändert'))).toBeVisible();
		});

		test('the figure stands still where less motion is wanted, and otherwise when asked to', async ({ page }) => {
			// As it is seen: it is painted, so nothing in the page tells where it stands.
			const frame = async () => (await page.getByRole('img').screenshot()).toString('base64');
			await page.goto('/exercises/yoga-cat-cow');
			await expect(page.getByRole('img').locator('svg')).toHaveCount(2);
			await expect(chip(page, say('Hold the picture still', 'Bild anhalten'))).toBeHidden();
			expect(await animations(page)).toEqual([]);
			await page.emulateMedia({ reducedMotion: 'no-preference' });
			await expect(page.getByRole('img').locator('svg')).toHaveCount(1);
			const first = await frame();
			await expect.poll(frame).not.toBe(first);
			await chip(page, say('Hold the picture still', 'Bild anhalten')).click();
			await expect(chip(page, say('Let the picture move', 'Bild bewegen'))).toBeVisible();
			await page.mouse.move(0, 0);
			await page.waitForTimeout(300);
			const held = await frame();
			await page.waitForTimeout(1200);
			expect(await frame()).toBe(held);
		});

		test('the figure looks as one chooses, here and after a new start', async ({ page }) => {
			await page.goto('/settings');
			const root = page.locator('html');
			const group = (name: string) => page.getByRole('group', { name, exact: true });
			await group(say('Skin', 'Haut'))
				.getByRole('radio', { name: say('dark', 'dunkel'), exact: true })
				.check();
			await group(say('Hair', 'Haare'))
				.getByRole('radio', { name: say('grey', 'grau'), exact: true })
				.check();
			await expect(root).toHaveAttribute('data-skin', 'dark');
			await expect(root).toHaveAttribute('data-hair', 'grey');
			await expect(page.locator('svg.fig[data-skin=dark][data-hair=grey]').first()).toBeVisible();
			await page.goto('/exercises/hip-bridge');
			await expect(root).toHaveAttribute('data-skin', 'dark');
			const skin = await page
				.locator('svg.fig')
				.first()
				.evaluate((svg) => getComputedStyle(svg).getPropertyValue('--f-skin'));
			expect(skin).toMatch(/634029/);
		});

		for (const colorScheme of ['light', 'dark'] as const)
			test(`nothing is found by axe in ${colorScheme}, and all fits small phones, thumbs and large text`, async ({
				page
			}) => {
				test.setTimeout(120_000);
				await page.emulateMedia({ colorScheme });
				await decide(page, 'core-dead-bug', easier);
				for (const path of [
					'/exercises',
					'/exercises/core-dead-bug',
					'/session?id=core/core-b-20',
					'/settings',
					'/rules'
				]) {
					await page.goto(path);
					await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(1);
					if (path === '/exercises') await page.getByText(say('More filters', 'Mehr Filter')).click();
					if (path.includes('core-b-20')) await expect(link(page, 'nav.toToday')).toBeVisible();
					// As tall as the page, so that the bar at the bottom covers nothing by chance.
					const height = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight));
					await page.setViewportSize({ width: 390, height: Math.max(PHONE.height, height) });
					expect.soft(await axe(page), path).toEqual([]);
					await page.setViewportSize(PHONE);
					// Sizes are the same in both.
					if (colorScheme === 'dark') continue;
					expect.soft(await smallTargets(page, 48), path).toEqual([]);
					await page.setViewportSize({ width: 320, height: 568 });
					expect.soft(await cutWords(page), `${path} at 320 px`).toEqual([]);
					expect.soft(await smallTargets(page, 48), `${path} at 320 px`).toEqual([]);
					await textSize(page, 2);
					expect.soft(await cutWords(page), `${path} at 320 px and 200 % text`).toEqual([]);
					await textSize(page, 1);
					await page.setViewportSize(PHONE);
				}
			});
	});
}
