// A walk through every screen there is, in the order in which a person meets them.

import { expect, type Page } from '@playwright/test';
import { CORE, PlayerPage } from './player-page.ts';
import type { Language } from './words.ts';

export type Kind = 'page' | 'player';

/** Called on every screen; `kind` says whether the buttons of the player are there. */
export type Visit = (screen: string, kind?: Kind) => Promise<void>;

const BACKUP = 'tests/fixtures/backups/v1.json';

class Tour {
	readonly page: Page;
	readonly player: PlayerPage;
	readonly #visit: Visit;
	readonly #language: Language;

	constructor(page: Page, language: Language, visit: Visit) {
		this.page = page;
		this.player = new PlayerPage(page, language);
		this.#language = language;
		this.#visit = visit;
	}

	get #w() {
		return this.player.words;
	}
	#link(name: string) {
		return this.page.getByRole('link', { name, exact: true });
	}
	async #see(screen: string, path: string): Promise<void> {
		await this.page.goto(path);
		await this.#visit(screen);
	}
	/** Opens everything that is folded. */
	async #unfold(): Promise<void> {
		await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
		const folded = this.page.locator('details:not([open]) > summary');
		for (let left = await folded.count(); left > 0; left--) {
			await folded.first().click();
			await expect(folded).toHaveCount(left - 1);
		}
	}
	async #choose(programme: 'walk' | 'run-walk' | 'core', see: boolean): Promise<void> {
		await this.page.goto('/start');
		await this.page.locator(`input[type=radio][value="${programme}"]`).check({ force: true });
		if (see) await this.#visit(`start, ${programme}`);
		await this.player.named(this.#w.beginPlan).click();
		await expect(this.page).toHaveURL(/\/$/);
		await expect(this.player.button('start')).toBeVisible();
	}

	async beginning(): Promise<void> {
		await this.page.goto('/');
		await expect(this.#link(this.#w.begin)).toBeVisible();
		await this.#visit('welcome');
		await this.page.goto('/history');
		await expect(this.page.getByRole('link', { name: this.#w.today }).first()).toBeVisible();
		await this.#visit('history, empty');
		await this.#choose('walk', true);
		await this.#see('plan, walk', '/programmes/walk');
		await this.#choose('core', true);
		await this.#see('plan, core', '/programmes/core');
		await this.#choose('run-walk', true);
		await this.#visit('today');
		await this.#see('programmes', '/programmes');
		await this.#see('week', '/week');
		await this.page.goto('/programmes/run-walk');
		await this.#unfold();
		await this.#visit('plan, run-walk, stages open');
	}

	async running(): Promise<void> {
		const { page, player } = this;
		await page.goto('/session?id=run-walk/S1');
		await this.#unfold();
		await this.#visit('session, ready');
		await player.button('start').click();
		await player.isGettingReady();
		await this.#visit('run, get ready', 'player');
		if (await page.getByText(this.#w.getReady).count()) await player.button('skip').click();
		await expect(page.getByText(this.#w.getReady)).toHaveCount(0);
		await player.skipTo(1);
		for (let n = 0; n < 4; n++) await player.button('extend').click();
		await expect.poll(async () => (await player.shown()).seconds).toBeGreaterThan(100);
		await this.#visit('run, running', 'player');

		await player.button('end').click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await this.#visit('end dialog');
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);

		await player.button('lock').click();
		await this.#visit('touch lock');
		await player.named(this.#w.unlock).click();
		await player.named(this.#w.unlockYes).click();
		await expect(page.getByRole('dialog')).toHaveCount(0);

		await player.button('pause').click();
		await expect(player.button('resume')).toBeVisible();
		await this.#visit('run, paused', 'player');
		await page.clock.fastForward(61_000);
		await expect(player.named(this.#w.walkFirst)).toBeVisible();
		await this.#visit('run, paused for over a minute');
		await player.named(this.#w.walkFirst).click();
		await expect(page.getByText(this.#w.getReady).first()).toBeVisible();
		await expect(page.getByText(this.#w.getReady)).toHaveCount(0);

		await page.clock.fastForward(10_000);
		await expect(page.getByRole('dialog', { name: this.#w.gapTitle })).toBeVisible();
		await this.#visit('gap sheet');
		await player.named(this.#w.kept).click();
		await expect(page.getByRole('dialog')).toHaveCount(0);
	}

	async interrupted(): Promise<void> {
		const { page, player } = this;
		await page.goto('/');
		await expect(page.getByRole('main')).toContainText(this.#w.resumeAt);
		await this.#visit('today, interrupted session');
		await page.goto('/session');
		await expect(player.named(this.#w.discard)).toBeVisible();
		await this.#visit('session, interrupted');
		await player.button('resume').click();
		await expect(player.timer).toBeVisible();
		await player.button('end').click();
		await page.getByRole('dialog').getByRole('button', { name: this.#w.endConfirm, exact: true }).click();
		await expect(player.heading).toHaveText(this.#w.endedEarly);
		await this.#visit('finished early');
		await page.getByRole('button', { name: this.#w.save, exact: true }).click();
		await expect(page).toHaveURL(/\/$/);
	}

	async onTheMat(): Promise<void> {
		const { page, player } = this;
		await player.begin(CORE);
		await player.skipReady();
		await this.#visit('core, new position', 'player');
		await player.skipTo(3);
		await this.#visit('core, exercise', 'player');
		await player.skipTo(4);
		await player.button('pause').click();
		await expect(player.button('resume')).toBeVisible();
		await this.#visit('core, rest, paused', 'player');
		await player.skipTo(19);
		await player.button('skip').click();
		await player.button('resume').click();
		await expect(player.heading).toHaveText(this.#w.done);
		await expect(page).toHaveURL(/\/finished/);
		await this.#visit('finished');
	}

	async looking(): Promise<void> {
		const { page, player } = this;
		await page.goto('/history');
		await this.#unfold();
		await expect(player.named(this.#w.edit).first()).toBeVisible();
		await this.#visit('history, entries open');
		await player.named(this.#w.edit).first().click();
		await expect(player.named(this.#w.save)).toBeVisible();
		await this.#visit('history, correcting');
		await page.goto('/sessions');
		await this.#unfold();
		await this.#visit('all sessions');
		await this.#see('rules', '/rules');
		await this.#see('about', '/about');
		await page.goto('/nowhere');
		await expect(page.getByRole('heading', { name: this.#w.missing })).toBeVisible();
		await this.#visit('error page');
		await page.goto('/settings');
		await expect(page.getByRole('switch').first()).toBeVisible();
		await this.#visit('settings');
		const choosing = page.waitForEvent('filechooser');
		await player.named(this.#w.readFile).click();
		await (await choosing).setFiles(BACKUP);
		await expect(page.getByRole('dialog', { name: this.#w.importTitle })).toBeVisible();
		await this.#visit('import sheet');
		await player.named(this.#w.cancel).click();
		expect(await page.locator('html').getAttribute('lang')).toBe(this.#language);
	}
}

/** Meets every screen once. Time must be `ownTime`d: two of the screens come after a minute or a silence. */
export async function walkThrough(page: Page, language: Language, visit: Visit): Promise<void> {
	const tour = new Tour(page, language, visit);
	await tour.beginning();
	await tour.running();
	await tour.interrupted();
	await tour.onTheMat();
	await tour.looking();
}
