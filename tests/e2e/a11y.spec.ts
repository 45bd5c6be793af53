import { expect, test, type Locator, type Page } from '@playwright/test';
import { ownTime } from '../support/e2e-player/fast-time.ts';
import { animations, axe, cutWords, smallTargets, textSize, theme } from '../support/e2e-player/look.ts';
import { PlayerPage } from '../support/e2e-player/player-page.ts';
import { walkThrough } from '../support/e2e-player/walk-through.ts';
import { LANGUAGES, LOCALE } from '../support/e2e-player/words.ts';

const PHONE = { width: 390, height: 844 };
const SMALL = { width: 320, height: 568 };

/** Lets the page lay itself out anew. */
const settle = (page: Page) =>
	page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Back, +30 s, skip, and pause or resume: the sizes that a running hand hits. */
async function controlsSmallerThan(player: PlayerPage, side: number, main: number): Promise<readonly string[]> {
	const found: string[] = [];
	const check = async (locator: Locator, least: number, name: string) => {
		const box = await locator.boundingBox();
		if (!box || box.width < Math.min(side, least) - 0.5 || box.height < least - 0.5)
			found.push(`${name} is ${Math.round(box?.width ?? 0)} x ${Math.round(box?.height ?? 0)}`);
	};
	for (const key of ['back', 'extend', 'skip'] as const) await check(player.button(key), side, key);
	const isPaused = (await player.button('resume').count()) > 0;
	await check(player.button(isPaused ? 'resume' : 'pause'), main, isPaused ? 'resume' : 'pause');
	return found;
}

/** So that the bar at the bottom covers nothing by chance. */
async function asTallAsThePage(page: Page): Promise<void> {
	const height = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight));
	if (height > PHONE.height) await page.setViewportSize({ ...PHONE, height });
}

for (const language of LANGUAGES) {
	test.describe(`Every screen in ${language}`, () => {
		test.use({ locale: LOCALE[language], reducedMotion: 'reduce', colorScheme: 'light' });

		test('is free of what axe finds, in light, dark and outdoor, and stands still where motion is not wanted', async ({
			page
		}) => {
			test.setTimeout(480_000);
			await ownTime(page);
			const seen: string[] = [];
			await walkThrough(page, language, async (screen) => {
				seen.push(screen);
				await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(1);
				await asTallAsThePage(page);
				expect.soft(await axe(page), `${screen}, light`).toEqual([]);
				expect.soft(await animations(page), `${screen}, motion`).toEqual([]);
				await page.emulateMedia({ colorScheme: 'dark' });
				expect.soft(await axe(page), `${screen}, dark`).toEqual([]);
				await page.emulateMedia({ colorScheme: 'light' });
				await theme(page, 'outdoor');
				// Its lines are thicker.
				await asTallAsThePage(page);
				expect.soft(await axe(page), `${screen}, outdoor`).toEqual([]);
				await theme(page, 'system');
				await page.setViewportSize(PHONE);
			});
			expect(seen).toHaveLength(new Set(seen).size);
			expect(seen.length).toBeGreaterThanOrEqual(29);
		});

		test('can be hit with a thumb, and fits a small phone and twice the text', async ({ page }) => {
			test.setTimeout(480_000);
			await ownTime(page);
			const player = new PlayerPage(page, language);
			await walkThrough(page, language, async (screen, kind) => {
				await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(1);
				expect.soft(await smallTargets(page, 48), `${screen}, targets`).toEqual([]);
				if (kind === 'player')
					expect.soft(await controlsSmallerThan(player, 72, 92), `${screen}, controls`).toEqual([]);

				await page.setViewportSize(SMALL);
				await settle(page);
				expect.soft(await cutWords(page), `${screen} at 320 px`).toEqual([]);
				expect.soft(await smallTargets(page, 48), `${screen} at 320 px, targets`).toEqual([]);
				if (kind === 'player')
					expect.soft(await controlsSmallerThan(player, 60, 60), `${screen} at 320 px, controls`).toEqual([]);

				await page.setViewportSize(PHONE);
				await textSize(page, 2);
				await settle(page);
				expect.soft(await cutWords(page), `${screen} at 200 % text`).toEqual([]);
				await textSize(page, 1);
			});
		});
	});
}

/** Goes on with Tab until `target` has the focus, and sees where it is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeVisible();
	for (let presses = 0; presses < 80; presses++) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) {
			const seen = await target.evaluate((element) => {
				const ring = (each: Element) => {
					const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
					return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
				};
				// An input may show it on its label.
				return [element, element.parentElement, element.parentElement?.parentElement].some(
					(each) => each && ring(each)
				);
			});
			expect(seen, 'the focus is visible').toBe(true);
			return;
		}
	}
	throw new Error(`${String(target)} is not reached with Tab.`);
}

test('the whole way from the welcome to the history needs only a keyboard', async ({ page }) => {
	test.setTimeout(90_000);
	const player = new PlayerPage(page);
	const { words } = player;
	await page.goto('/');
	const begin = page.getByRole('link', { name: words.begin });
	await tabTo(page, begin);
	await page.keyboard.press('Enter');

	const first = page.getByRole('radio').first();
	await expect(first).toBeVisible();
	await tabTo(page, first);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
	await tabTo(page, page.getByRole('button', { name: 'Tuesday' }));
	const pressed = await page.getByRole('button', { pressed: true }).count();
	await page.keyboard.press(' ');
	await expect(page.getByRole('button', { pressed: true })).toHaveCount(pressed + 1);
	await tabTo(page, player.named(words.beginPlan));
	await page.keyboard.press('Enter');

	await tabTo(page, player.button('start'));
	await page.keyboard.press('Enter');
	await player.isGettingReady();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByText(words.getReady)).toHaveCount(0);
	await page.keyboard.press('ArrowRight');
	await player.isAtStep(1);
	await page.keyboard.press(' ');
	await expect(player.button('resume')).toBeVisible();
	await tabTo(page, player.button('resume'));
	await page.keyboard.press('Enter');
	await expect(player.button('pause')).toBeVisible();
	await expect(page.getByText(words.getReady)).toHaveCount(0);
	await expect.poll(async () => (await player.shown()).seconds).toBeLessThan(72);
	await page.keyboard.press('Escape');
	await tabTo(page, player.named(words.endConfirm));
	await page.keyboard.press('Enter');

	await expect(player.heading).toHaveText(words.endedEarly);
	const scale = page.getByRole('slider').first();
	await tabTo(page, scale);
	for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight');
	await page.keyboard.press('PageUp');
	const pain = await scale.inputValue();
	expect(Number(pain)).toBeGreaterThan(0);
	await tabTo(page, page.getByRole('textbox'));
	await page.keyboard.type('by keyboard');
	await tabTo(page, player.named(words.save));
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/$/);

	await tabTo(page, page.getByRole('link', { name: words.history, exact: true }));
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/history/);
	await tabTo(page, page.locator('summary').first());
	await page.keyboard.press('Enter');
	await expect(page.getByText('by keyboard')).toBeVisible();
	await expect(page.getByRole('main')).toContainText(pain);
});
