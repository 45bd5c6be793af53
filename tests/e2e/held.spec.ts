// What a hasty or heavy hand does: two taps on Start, Back pressed again and again, a session found days later.

import { expect, test, type Page } from '@playwright/test';
import {
	button,
	checkIn,
	firstStart,
	goTo,
	skipGetReady,
	skipToTheEnd,
	startSession,
	timer
} from '../support/e2e/journey.ts';
import { lockComesLate } from '../support/e2e/late-lock.ts';
import { says } from '../support/e2e/says.ts';
import { stored } from '../support/e2e/stored.ts';

/** The first session, in its get-ready. */
async function coreRuns(page: Page): Promise<void> {
	await firstStart(page, '/', 'core');
	await startSession(page);
}

const dialog = (page: Page) => page.getByRole('dialog');

test('two taps on Start make one session', async ({ page }) => {
	await page.clock.install();
	await firstStart(page, '/', 'core');
	await button(page, 'today.start').waitFor();
	await button(page, 'today.start').evaluate((element: HTMLElement) => {
		element.click();
		element.click();
	});
	await expect(timer(page)).toBeVisible();
	await skipToTheEnd(page);
	await checkIn(page);
	// A second player would still be running, and keep a session of its own when its ten minutes are over.
	await page.clock.runFor(11 * 60_000);
	expect(await stored(page, 'sessions')).toHaveLength(1);
	expect((await stored(page, 'single')).filter((row) => 'log' in row)).toEqual([]);
});

test('a question that needs an answer stays, however often Back is pressed', async ({ page }) => {
	await page.clock.install();
	await coreRuns(page);
	await skipGetReady(page);
	await page.clock.fastForward(60_000);
	await expect(dialog(page)).toBeVisible();
	for (let n = 0; n < 4; n++) await page.keyboard.press('Escape');
	await expect(dialog(page).getByRole('button', { name: says('gap.drop') })).toBeVisible();
	await dialog(page)
		.getByRole('button', { name: says('gap.drop') })
		.click();
	await expect(dialog(page)).toHaveCount(0);
	await expect(button(page, 'player.pause')).toBeVisible();
});

test('a session of yesterday is kept or discarded, not gone on with', async ({ page }) => {
	await page.clock.install({ time: new Date('2026-11-24T18:00:00+01:00') });
	await coreRuns(page);
	await skipGetReady(page);
	await button(page, 'player.pause').click();
	await expect(button(page, 'player.resume')).toBeVisible();
	await page.clock.setSystemTime(new Date('2026-11-25T08:00:00+01:00'));
	await page.goto('/');
	await button(page, 'found.look').click();
	await expect(button(page, 'found.discard')).toBeVisible();
	await expect(button(page, 'player.resume')).toHaveCount(0);
	await button(page, 'found.discard').click();
	await dialog(page)
		.getByRole('button', { name: says('found.discardNo') })
		.click();
	await expect(dialog(page)).toHaveCount(0);
	await button(page, 'found.discard').click();
	await dialog(page)
		.getByRole('button', { name: says('found.discard') })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await expect.poll(async () => (await stored(page, 'single')).filter((row) => 'log' in row)).toEqual([]);
});

test('the touch lock stays, however often Back is pressed', async ({ page }) => {
	await coreRuns(page);
	await button(page, 'player.lock').click();
	for (let n = 0; n < 4; n++) await page.keyboard.press('Escape');
	await expect(dialog(page).getByRole('button', { name: says('lock.unlock') })).toBeVisible();
});

test('two settings changed at once are both kept', async ({ page }) => {
	await page.goto('/settings');
	const german = page.getByRole('radio', { name: 'Deutsch' }).first();
	const outdoor = page.getByRole('radio', { name: says('theme.outdoor') });
	await expect(outdoor).not.toBeChecked();
	const other = (await german.isChecked()) ? page.getByRole('radio', { name: 'English' }).first() : german;
	const language = (await german.isChecked()) ? 'en' : 'de';
	const handle = await outdoor.elementHandle();
	await other.evaluate((first: HTMLElement, second) => {
		first.click();
		(second as HTMLElement).click();
	}, handle);
	const html = page.locator('html');
	await expect(html).toHaveAttribute('lang', language);
	await expect(html).toHaveAttribute('data-theme', 'outdoor');
	await page.reload();
	await expect(html).toHaveAttribute('lang', language);
	await expect(html).toHaveAttribute('data-theme', 'outdoor');
});

test('who leaves while Start is still being answered has begun nothing', async ({ page }) => {
	await lockComesLate(page, 1000);
	await firstStart(page, '/', 'core');
	await goTo(page, 'plan');
	await page.evaluate(() => history.pushState(null, '', '/session?id=core/core-a-10'));
	await page.reload();
	await button(page, 'today.start').click();
	await page.goBack();
	await expect(timer(page)).toHaveCount(0);
	await page.waitForTimeout(2500);
	expect((await stored(page, 'single')).filter((row: object | null) => row && 'log' in row)).toEqual([]);
	expect(await page.evaluate(async () => (await navigator.locks.query()).held?.length ?? 0)).toBe(0);
});
