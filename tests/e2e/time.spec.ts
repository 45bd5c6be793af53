import { expect, test, type Browser, type CDPSession, type Page } from '@playwright/test';
import { findChromium, launchArgs } from '../../scripts/find-chromium.mjs';
import { displayed, endOf, errorOf, watchDisplay, worstError } from '../support/e2e-player/display.ts';
import { note } from '../support/e2e-player/figures.ts';
import { PlayerPage, RUN, RUN_SECONDS } from '../support/e2e-player/player-page.ts';

const MOST_MS = 250;
const AWAY_MS = 8000;

// Playwright switches off what these tests are about: that hidden tabs are held back.
test.use({
	launchOptions: {
		executablePath: findChromium(),
		args: [...launchArgs(), '--mute-audio'],
		ignoreDefaultArgs: [
			'--disable-background-timer-throttling',
			'--disable-backgrounding-occluded-windows',
			'--disable-renderer-backgrounding'
		]
	}
});

interface Internal {
	readonly _connection: {
		toImpl(page: Page): {
			delegate: { _mainFrameSession: { _client: { send(method: string, params: object): Promise<void> } } };
		};
	};
}

/** Playwright makes every page believe that it is seen; undone for this one. There is no public way. */
const allowHiding = (page: Page): Promise<void> =>
	(page as unknown as Internal)._connection
		.toImpl(page)
		.delegate._mainFrameSession._client.send('Emulation.setFocusEmulationEnabled', { enabled: false });

/** A session in its first step, and when that ends by its own display. */
async function measured(page: Page) {
	const player = new PlayerPage(page);
	await player.begin(RUN);
	await player.skipReady();
	await watchDisplay(page);
	await page.waitForTimeout(4500);
	return { player, endAt: endOf(await displayed(page)) };
}

async function hideBehindAnotherTab(page: Page): Promise<void> {
	await allowHiding(page);
	const other = await page.context().newPage();
	await other.bringToFront();
	await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
}

/** Looks again, from the moment at which the page is back. */
async function errorsFrom(page: Page, endAt: number, seconds: number) {
	const backAt = await page.evaluate(() => Date.now());
	await page.waitForTimeout(seconds * 1000);
	const samples = (await displayed(page)).filter(([at]) => at >= backAt);
	const late = samples.filter((sample) => errorOf(sample, endAt) > MOST_MS);
	return {
		worstMs: worstError(
			samples.filter(([at]) => at > backAt + MOST_MS),
			endAt
		),
		recoveredMs: Math.max(0, ...late.map(([at]) => at - backAt))
	};
}

/** The sheet stands there, once, and behind it the display is on the wall clock. */
async function isAsked(player: PlayerPage, endAt: number) {
	const sheet = player.page.getByRole('dialog', { name: player.words.gapTitle });
	await expect(sheet).toBeVisible();
	await expect(sheet.getByRole('button')).toHaveCount(2);
	const behind = await errorsFrom(player.page, endAt, 1);
	expect(behind.worstMs).toBeLessThanOrEqual(MOST_MS);
	return sheet;
}

/** Answers 'I kept going': the wall clock goes on. Answers 'I stopped' the second time: it goes on where it was. */
async function answerBoth(player: PlayerPage, endAt: number, silence: () => Promise<void>) {
	const { page } = player;
	await silence();
	const first = await isAsked(player, endAt);
	await first.getByRole('button', { name: player.words.kept }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	const kept = await errorsFrom(page, endAt, 1.5);
	expect(kept.worstMs).toBeLessThanOrEqual(MOST_MS);
	await expect(page.getByRole('dialog')).toHaveCount(0);

	const before = await player.shown();
	await silence();
	const second = await isAsked(player, endAt);
	await displayed(page);
	await second.getByRole('button', { name: player.words.dropped }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.getByText(player.words.getReady).first()).toBeVisible();
	const after = await player.shown();
	expect(after.step).toBe(before.step);
	expect(before.seconds - after.seconds).toBeGreaterThanOrEqual(0);
	expect(before.seconds - after.seconds).toBeLessThanOrEqual(2);
	await expect(page.getByText(player.words.getReady)).toHaveCount(0, { timeout: 5000 });
	await displayed(page);
	await page.waitForTimeout(4200);
	const samples = await displayed(page);
	const dropped = worstError(samples, endOf(samples));
	expect(dropped).toBeLessThanOrEqual(MOST_MS);
	await expect(page.getByRole('dialog')).toHaveCount(0);
	return { keptMs: kept.worstMs, droppedMs: dropped, lostSeconds: before.seconds - after.seconds };
}

async function endAndReadHistory(player: PlayerPage): Promise<string> {
	const { page } = player;
	await player.button('end').click();
	await page.getByRole('dialog').getByRole('button', { name: player.words.endConfirm, exact: true }).click();
	await expect(page).toHaveURL(/\/finished/);
	await page.goto('/history');
	await page.getByRole('group').locator('summary').first().click();
	await expect(page.getByRole('button', { name: player.words.edit })).toBeVisible();
	return page.getByRole('main').innerText();
}

async function renderersOf(browser: Browser | null): Promise<readonly number[]> {
	const session = await browser?.newBrowserCDPSession();
	const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
	await session?.detach();
	return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

test('keeps the display within 250 ms of the clock while the processor is busy', async ({ page }, testInfo) => {
	const { endAt } = await measured(page);
	const cdp: CDPSession = await page.context().newCDPSession(page);
	const blocks: [from: number, to: number][] = [];
	for (let n = 0; n < 4; n++) {
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: 20 });
		await page.waitForTimeout(1200);
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
		blocks.push(
			await page.evaluate(() => {
				const from = Date.now();
				while (Date.now() - from < 700);
				return [from, Date.now()];
			})
		);
		await page.waitForTimeout(700);
	}
	await page.waitForTimeout(1000);
	const samples = await displayed(page);
	// Nothing can be drawn in a block; what counts is what stands there after it.
	const free = samples.filter(([at]) => !blocks.some(([from, to]) => at >= from && at <= to + MOST_MS));
	const afterBlocks = samples.filter(([at]) => blocks.some(([, to]) => at > to && at <= to + MOST_MS));
	const figures = {
		samples: samples.length,
		worstMs: Math.round(worstError(free, endAt)),
		worstInTheQuarterSecondAfterABlockMs: Math.round(worstError(afterBlocks, endAt))
	};
	note(testInfo, 'time', figures);
	expect(blocks).toHaveLength(4);
	expect(figures.worstMs).toBeLessThanOrEqual(MOST_MS);
});

test('goes on in a hidden tab, asks nothing and is on the clock when it is seen again', async ({ page }, testInfo) => {
	const { player, endAt } = await measured(page);
	await hideBehindAnotherTab(page);
	await page.waitForTimeout(12_000);
	await page.bringToFront();
	await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
	const back = await errorsFrom(page, endAt, 2.5);
	note(testInfo, 'time', back);
	expect(back.worstMs).toBeLessThanOrEqual(MOST_MS);
	expect(back.recoveredMs).toBeLessThanOrEqual(MOST_MS);
	await expect(page.getByRole('dialog')).toHaveCount(0);
	expect(await endAndReadHistory(player)).not.toMatch(player.words.withoutCues);
});

test('asks once after the page was frozen, and does what is answered', async ({ page }, testInfo) => {
	test.setTimeout(90_000);
	const { player, endAt } = await measured(page);
	const cdp = await page.context().newCDPSession(page);
	await allowHiding(page);
	const other = await page.context().newPage();
	const figures = await answerBoth(player, endAt, async () => {
		await other.bringToFront();
		await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
		await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
		await other.waitForTimeout(AWAY_MS);
		await cdp.send('Page.setWebLifecycleState', { state: 'active' });
		await page.bringToFront();
	});
	note(testInfo, 'time', figures);
	expect(await endAndReadHistory(player)).toMatch(player.words.withoutCues);
});

test('asks once after the process of the page stood still, and does what is answered', async ({ page }, testInfo) => {
	test.setTimeout(90_000);
	const { player, endAt } = await measured(page);
	const pids = await renderersOf(page.context().browser());
	expect(pids.length).toBeGreaterThan(0);
	const figures = await answerBoth(player, endAt, async () => {
		try {
			for (const pid of pids) process.kill(pid, 'SIGSTOP');
			await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
		} finally {
			for (const pid of pids) process.kill(pid, 'SIGCONT');
		}
	});
	note(testInfo, 'time', figures);
	expect(await endAndReadHistory(player)).toMatch(player.words.withoutCues);
});

test('adds up to the session: every step of stage one has its length', async ({ page }) => {
	const player = new PlayerPage(page);
	await player.begin(RUN);
	await player.button('pause').click();
	await expect(player.button('resume')).toBeVisible();
	let left = RUN_SECONDS.reduce((sum, seconds) => sum + seconds, 0);
	for (const [index, seconds] of RUN_SECONDS.entries()) {
		await player.isAtStep(index);
		await player.shows(seconds);
		expect(await player.left()).toBe(left);
		left -= seconds;
		if (index < RUN_SECONDS.length - 1) await player.button('skip').click();
	}
	expect(left).toBe(0);
});
