// A newer version waits until nobody is in a session and the person says yes; nothing is lost on the way.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import errors from '#lib/i18n/error.json' with { type: 'json' };
import { serveBuild } from '../../scripts/serve.mjs';
import { buildAnother, builtHere, type OtherBuild } from '../../tests/support/e2e/builds.ts';
import {
	button,
	checkIn,
	entries,
	firstStart,
	goTo,
	openProgramme,
	heading,
	link,
	notice,
	readyForOffline,
	skipToTheEnd,
	startSession,
	timer
} from '../../tests/support/e2e/journey.ts';
import { expect, test } from '../../tests/support/e2e/phone.ts';
import { says } from '../../tests/support/e2e/says.ts';

const NEWER = 'tomorrow';
const { version: today } = JSON.parse(readFileSync(join(builtHere, '_app/version.json'), 'utf8')) as {
	version: string;
};

let tomorrow: OtherBuild;

test.beforeAll(() => {
	test.setTimeout(240_000);
	tomorrow = buildAnother({ id: NEWER });
});
test.afterAll(() => tomorrow?.discard());

/** Puts the newer build in the place of the one that is served. */
async function publishTomorrow(server: { port: number; close: () => Promise<void> }): Promise<() => Promise<void>> {
	await server.close();
	const newer = await serveBuild({ port: server.port, dir: tomorrow.dir });
	return newer.close;
}

const startedAt = (page: Page): Promise<number> => page.evaluate(() => performance.timeOrigin);

const waits = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		while (!registration.waiting) await new Promise((later) => setTimeout(later, 50));
	});

async function expectVersion(page: Page, version: string): Promise<void> {
	await goTo(page, 'settings');
	await expect(page.getByText(says('settings.version', { version }))).toBeVisible();
}

test('a newer version is announced on Today alone, and one tap takes it over with everything kept', async ({
	phone
}) => {
	const server = await serveBuild({ port: 0 });
	const page = await phone.on();
	await firstStart(page, server.url, 'core');
	await readyForOffline(page);
	await startSession(page);
	await skipToTheEnd(page);
	await checkIn(page);
	await expectVersion(page, today);
	await goTo(page, 'today');
	const close = await publishTomorrow(server);

	await page.reload();
	await expect(notice(page, 'update.ready')).toBeVisible();
	// While it waits an address that leads nowhere ends where it says so, and is not loaded over and over.
	await page.goto(`${server.url}exercises/none`);
	await expect(page.getByRole('heading', { name: errors.en.missing })).toBeVisible();
	const shownAt = await startedAt(page);
	await page.waitForTimeout(1000);
	expect(await startedAt(page)).toBe(shownAt);
	await page.goto(server.url);
	await expect(notice(page, 'update.ready')).toBeVisible();
	for (const tab of ['plan', 'history', 'settings'] as const) {
		await goTo(page, tab);
		await expect(notice(page, 'update.ready')).toHaveCount(0);
	}
	await openProgramme(page, 'core');
	await link(page, 'plan.toSession').click();
	await button(page, 'today.start').click();
	await expect(timer(page)).toBeVisible();
	await expect(notice(page, 'update.ready')).toHaveCount(0);
	await button(page, 'player.end').click();
	await button(page, 'end.confirm').click();
	await expect(heading(page, 'checkin.title')).toBeVisible();
	await expect(notice(page, 'update.ready')).toHaveCount(0);
	await link(page, 'finished.skip').click();
	await expect(notice(page, 'update.ready')).toBeVisible();

	const before = await startedAt(page);
	const loaded = page.waitForEvent('load');
	await button(page, 'update.apply').click();
	await loaded;
	await expect(button(page, 'today.start')).toBeVisible();
	expect(await startedAt(page)).not.toBe(before);
	await expect(notice(page, 'update.ready')).toHaveCount(0);
	await expectVersion(page, NEWER);
	await goTo(page, 'history');
	await expect(entries(page)).toHaveCount(2);
	await close();

	const cold = await phone.on({ online: false });
	await cold.goto(`${server.url}history`);
	await expect(entries(cold)).toHaveCount(2);
	await expectVersion(cold, NEWER);
});

test('while a session runs in another tab nothing is announced and nothing taken over', async ({ phone }) => {
	const server = await serveBuild({ port: 0 });
	const running = await phone.on();
	await firstStart(running, server.url, 'core');
	await readyForOffline(running);
	const today = await phone.context.newPage();
	await today.goto(server.url);
	await expect(button(today, 'today.start')).toBeVisible();
	await running.bringToFront();
	await startSession(running);
	const close = await publishTomorrow(server);
	const before = await startedAt(running);

	await today.bringToFront();
	await today.reload();
	await waits(today);
	await expect(button(today, 'found.look')).toBeVisible();
	await expect(notice(today, 'update.ready')).toHaveCount(0);
	await expect(timer(running)).toHaveAttribute('data-step', '0');
	await expect(notice(running, 'update.ready')).toHaveCount(0);

	await running.bringToFront();
	await button(running, 'player.end').click();
	await button(running, 'end.confirm').click();
	await expect(heading(running, 'checkin.title')).toBeVisible();
	await today.bringToFront();
	await expect(notice(today, 'update.ready')).toBeVisible();
	const loaded = today.waitForEvent('load');
	await button(today, 'update.apply').click();
	await loaded;
	await expectVersion(today, NEWER);

	expect(await startedAt(running)).toBe(before);
	await running.bringToFront();
	await checkIn(running);
	await goTo(running, 'history');
	await expect(entries(running)).toHaveCount(1);
	await close();
});

test('the tab that did not ask for the newer version goes on undisturbed and may begin a session', async ({
	phone
}) => {
	const server = await serveBuild({ port: 0 });
	const other = await phone.on();
	await firstStart(other, server.url, 'core');
	await readyForOffline(other);
	const close = await publishTomorrow(server);
	const asking = await phone.context.newPage();
	await asking.goto(server.url);
	await expect(notice(asking, 'update.ready')).toBeVisible();
	const before = await startedAt(other);
	const loaded = asking.waitForEvent('load');
	await button(asking, 'update.apply').click();
	await loaded;
	await expectVersion(asking, NEWER);

	expect(await startedAt(other)).toBe(before);
	await other.bringToFront();
	await startSession(other);
	await skipToTheEnd(other);
	await checkIn(other);
	await asking.bringToFront();
	await goTo(asking, 'history');
	await expect(entries(asking)).toHaveCount(1);
	await close();
});
