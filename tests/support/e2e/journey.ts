// Ways through the app that many tests take, by what a person sees: roles and names, in whichever language is shown.

import { expect, type Locator, type Page } from '@playwright/test';
import { cautions, mentions, says, tells, welcomes } from './says.ts';

export type ProgrammeId = 'run-walk' | 'walk' | 'core';

export const button = (page: Page, key: string): Locator => page.getByRole('button', { name: says(key) });
export const link = (page: Page, key: string): Locator => page.getByRole('link', { name: says(key) });
export const heading = (page: Page, key: string): Locator => page.getByRole('heading', { name: says(key) });
export const timer = (page: Page): Locator => page.getByRole('timer');
export const notice = (page: Page, key: string): Locator => page.getByRole('status').filter({ hasText: mentions(key) });

/** A session can be done offline: the worker is active (so what it needs first is kept) and leads this page. */
export async function readyForSession(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const { active } = await navigator.serviceWorker.ready;
		if (active && active.state !== 'activated')
			await new Promise((done) => active.addEventListener('statechange', done, { once: true }));
		if (!navigator.serviceWorker.controller)
			await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
	});
}

/** The whole app is kept on this device: what comes later is here too. Needs the server, to ask which files there are. */
export async function readyForOffline(page: Page): Promise<void> {
	await readyForSession(page);
	const missing = () =>
		page.evaluate(async () => {
			const { scope } = await navigator.serviceWorker.ready;
			const worker = await (await fetch(`${scope}service-worker.js`)).text();
			const files = [...worker.matchAll(/\/_app\/immutable\/[\w./-]+\.\w+/g)].map(([file]) => file);
			const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
			const kept = requests.flat().map(({ url }) => url);
			if (files.length === 0) return ['The worker names no file'];
			return files.filter((file) => !/\/voice-[a-z]+\./.test(file) && !kept.some((url) => url.endsWith(file)));
		});
	await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
}

/** The first start: from the welcome to Today, with this programme on the days that are offered. */
export async function firstStart(page: Page, url: string, programme: ProgrammeId): Promise<void> {
	await page.goto(url);
	await page.getByRole('link', { name: welcomes('begin') }).click();
	await chooseProgramme(page, programme);
}

/** On the page of the first start. */
export async function chooseProgramme(page: Page, programme: ProgrammeId): Promise<void> {
	await page.getByRole('radio', { name: tells(['programmes', programme, 'whom']) }).check();
	await button(page, 'start.begin').click();
	await expect(button(page, 'today.start')).toBeVisible();
}

/** Looks through the warning signs and the questions before training, and ticks nothing: running may be proposed. */
export async function answerChecks(page: Page, url: string): Promise<void> {
	for (const [path, look] of [
		['safety', 'look'],
		['readiness', 'ready.look']
	] as const) {
		await page.goto(`${url}${path}`);
		const see = page.getByRole('button', { name: cautions(look) });
		await see.click();
		await expect(see).toBeHidden();
	}
}

/** The morning after the last session was as it should be. On Today. */
export async function answerMorning(page: Page): Promise<void> {
	const card = page.getByRole('region').filter({ has: page.getByRole('slider') });
	await card.getByRole('slider').first().fill('0');
	await card.getByRole('button', { name: says('checkin.save') }).click();
	await expect(card).toHaveCount(0);
}

/** Starts the proposed session on Today and waits until it runs. */
export async function startSession(page: Page): Promise<void> {
	await button(page, 'today.start').click();
	await expect(timer(page)).toHaveAttribute('data-step', '0');
}

/** The get-ready is over, by a tap or by itself. */
export async function skipGetReady(page: Page): Promise<void> {
	const getReady = page.getByRole('main').getByText(mentions('player.getReady'));
	await expect(getReady).toBeVisible();
	await button(page, 'player.skip').click();
	await expect(getReady).toBeHidden();
}

/** Skips step by step to the end, until the page after the session is there. */
export async function skipToTheEnd(page: Page): Promise<void> {
	await skipGetReady(page);
	const isOver = (): boolean => /\/finished$/.test(new URL(page.url()).pathname);
	while (!isOver()) {
		const step = await timer(page).getAttribute('data-step');
		await button(page, 'player.skip').click();
		// Without waiting for a timer that has just gone.
		const shown = () => timer(page).evaluateAll(([each]) => each?.getAttribute('data-step') ?? 'gone');
		await expect.poll(async () => isOver() || shown()).not.toBe(step);
		if ((await timer(page).count()) === 0) await page.waitForURL(/\/finished\?/);
	}
	await expect(heading(page, 'checkin.title')).toBeVisible();
}

export interface Answers {
	readonly back: number;
	readonly leg: number;
	readonly effort: number;
}

/** Nothing hurt and it was easy. */
export const GREEN: Answers = { back: 0, leg: 0, effort: 3 };

/** Answers after a session and saves. Ends on Today. */
export async function checkIn(page: Page, { back, leg, effort }: Answers = GREEN): Promise<void> {
	await page.getByRole('slider', { name: says('checkin.back') }).fill(String(back));
	await page.getByRole('slider', { name: says('checkin.leg') }).fill(String(leg));
	await page.getByRole('slider', { name: says('checkin.effort') }).fill(String(effort));
	await button(page, 'checkin.save').click();
	await expect(page.getByRole('link', { name: mentions('today.otherTitle') })).toBeVisible();
}

/** The entries of the history, as one sees them there. */
export const entries = (page: Page): Locator => page.getByRole('main').getByRole('listitem');

/** Goes to one of the four main screens by the bar. */
export async function goTo(page: Page, tab: 'today' | 'plan' | 'history' | 'settings'): Promise<void> {
	const to = page.getByRole('navigation').getByRole('link', { name: says(`nav.${tab}`) });
	await to.click();
	await expect(to).toHaveAttribute('aria-current', 'page');
}

/** Goes to the page of a programme by the bar and its card. */
export async function openProgramme(page: Page, programme: ProgrammeId): Promise<void> {
	await goTo(page, 'plan');
	await page.locator(`a[href$="/programmes/${programme}"]`).click();
	await expect(page.getByRole('heading', { level: 1, name: tells(['programmes', programme, 'name']) })).toBeVisible();
}

/** Style sheet and type are there: an unstyled page has neither. */
export async function expectStyled(page: Page): Promise<void> {
	const look = await page.evaluate(async () => {
		await document.fonts.ready;
		const { fontFamily, backgroundColor } = getComputedStyle(document.body);
		const loaded = [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family);
		return { fontFamily, backgroundColor, loaded: [...new Set(loaded)], sheets: document.styleSheets.length };
	});
	expect(look.sheets).toBeGreaterThan(0);
	expect(look.backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
	expect(look.loaded.length, 'a type face is loaded').toBeGreaterThan(0);
	expect(look.fontFamily).toContain(look.loaded[0]?.replaceAll('"', ''));
}
