// Trip 2 of docs/house.md: after one visit everything works without a network, also after the browser was closed.

import { relative } from 'node:path';
import { filesBelow } from '../../scripts/finish-build.mjs';
import { serveBuild } from '../../scripts/serve.mjs';
import { builtHere } from '../../tests/support/e2e/builds.ts';
import { expect, test } from '../../tests/support/e2e/phone.ts';
import {
	button,
	checkIn,
	chooseProgramme,
	entries,
	expectStyled,
	firstStart,
	goTo,
	heading,
	readyForOffline,
	readyForSession,
	skipToTheEnd,
	startSession,
	timer
} from '../../tests/support/e2e/journey.ts';
import { mentions, regrets, tells, welcomes } from '../../tests/support/e2e/says.ts';

test.describe('after the first visit, with the server stopped and the network off', () => {
	test('every screen opens cold, with its style and type', async ({ phone }) => {
		test.setTimeout(240_000);
		const server = await serveBuild({ port: 0 });
		const page = await phone.on();
		await firstStart(page, server.url, 'core');
		await readyForOffline(page);
		await phone.off();
		await server.close();

		const screens = [
			['', button, 'today.start'],
			['session', button, 'today.start'],
			['history', heading, 'nav.history'],
			['settings', heading, 'nav.settings'],
			['programmes/core', heading, 'plan.days'],
			['sessions', heading, 'sessions.title'],
			['rules', heading, 'rules.title'],
			['about', heading, 'about.title'],
			['start', heading, 'start.title']
		] as const;
		for (const [address, find, key] of screens)
			await test.step(`/${address}`, async () => {
				const cold = await phone.on({ online: false });
				await cold.goto(`${server.url}${address}`);
				await expect(find(cold, key)).toBeVisible();
				await expectStyled(cold);
			});
	});

	test('an unknown address shows the app’s own error page and a way back', async ({ phone }) => {
		const server = await serveBuild({ port: 0 });
		const page = await phone.on();
		await firstStart(page, server.url, 'walk');
		await readyForOffline(page);
		await phone.off();
		await server.close();

		for (const address of ['no/such/page', 'history/of-nothing', 'de', 'session.html'])
			await test.step(`/${address}`, async () => {
				const cold = await phone.on({ online: false });
				await cold.goto(`${server.url}${address}`);
				await expect(cold.getByRole('heading', { name: regrets('missing') })).toBeVisible();
				await expectStyled(cold);
				await cold.getByRole('link', { name: regrets('today') }).click();
				await expect(button(cold, 'today.start')).toBeVisible();
			});
	});

	test('a whole session is started, done, answered and saved, and is still there after the next cold start', async ({
		phone
	}) => {
		const server = await serveBuild({ port: 0 });
		const page = await phone.on();
		await firstStart(page, server.url, 'core');
		await readyForOffline(page);
		await phone.off();
		await server.close();

		const cold = await phone.on({ online: false });
		await cold.goto(server.url);
		await startSession(cold);
		await skipToTheEnd(cold);
		await expectStyled(cold);
		await checkIn(cold, { back: 12, leg: 0, effort: 3 });
		await goTo(cold, 'history');
		await expect(entries(cold)).toHaveCount(1);

		const again = await phone.on({ online: false });
		await again.goto(`${server.url}history`);
		await expect(entries(again)).toHaveCount(1);
		await expect(entries(again)).toContainText(tells(['programmes', 'core', 'name']));
		await expect(entries(again)).toContainText(tells(['sequences', 'core-a-10', 'name']));
		await expect(entries(again)).toContainText('12');
		await expect(again.getByText(mentions('history.total', { sessions: 1 }))).toBeVisible();
	});

	test('a session needs only what is kept first: the rest may be missing, and says so', async ({ phone }) => {
		const server = await serveBuild({ port: 0 });
		const page = await phone.on();
		await page.goto(server.url);
		await readyForSession(page);
		// The page asks for the rest a second and a half later.
		await server.close();
		await phone.off();

		const cold = await phone.on({ online: false });
		await cold.goto(`${server.url}start`);
		await chooseProgramme(cold, 'core');
		await startSession(cold);
		await skipToTheEnd(cold);
		await expectStyled(cold);
		await checkIn(cold, { back: 12, leg: 0, effort: 3 });
		await cold.goto(`${server.url}safety`);
		await expect(cold.getByRole('heading', { level: 1 })).toBeVisible();
		await expectStyled(cold);

		await cold.goto(`${server.url}progress`);
		await expect(cold.getByRole('heading', { name: regrets('title') })).toBeVisible();
		await cold.getByRole('link', { name: regrets('today') }).click();
		await expect(button(cold, 'today.start')).toBeVisible();
	});

	test('a session that the browser’s end interrupted is offered again at its place', async ({ phone }) => {
		const server = await serveBuild({ port: 0 });
		const page = await phone.on();
		await firstStart(page, server.url, 'run-walk');
		await readyForOffline(page);
		await phone.off();
		await server.close();

		const cold = await phone.on({ online: false });
		await cold.goto(server.url);
		await startSession(cold);
		await button(cold, 'player.skip').click();
		await button(cold, 'player.skip').click();
		await expect(timer(cold)).toHaveAttribute('data-step', '1');

		const again = await phone.on({ online: false });
		await again.goto(server.url);
		await expect(again.getByText(mentions('today.interrupted'))).toBeVisible();
		await button(again, 'player.resume').click();
		await expect(timer(again)).toHaveAttribute('data-step', '1');
	});

	test('the very first steps can be taken without a network too, in both languages', async ({ phone }) => {
		const server = await serveBuild({ port: 0 });
		const page = await phone.on();
		await page.goto(server.url);
		await readyForOffline(page);
		await phone.off();
		await server.close();

		const cold = await phone.on({ online: false });
		await cold.goto(server.url);
		await cold.getByRole('button', { name: 'Deutsch' }).click();
		await cold.getByRole('link', { name: 'Los geht’s' }).click();
		await expect(cold.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(cold.locator('html')).toHaveAttribute('lang', 'de');
		await chooseProgramme(cold, 'walk');
		await cold.getByRole('navigation').getByRole('link', { name: 'Einstellungen' }).click();
		await cold.getByRole('group', { name: 'Sprache', exact: true }).getByRole('radio', { name: 'English' }).check();
		await expect(cold.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
		await expect(cold.getByRole('link', { name: welcomes('begin') })).toBeHidden();
	});
});

test('a first visit that begins at another address keeps the whole app as well', async ({ phone }) => {
	const server = await serveBuild({ port: 0 });
	const page = await phone.on();
	await page.goto(`${server.url}programmes`);
	await expect(page.getByRole('heading', { level: 1, name: /^(Programmes|Programme)$/ })).toBeVisible();
	await readyForOffline(page);
	await phone.off();
	await server.close();

	const cold = await phone.on({ online: false });
	await cold.goto(server.url);
	await expect(cold.getByRole('link', { name: welcomes('begin') })).toBeVisible();
	await expectStyled(cold);
});

test('everything that the build holds for the app is in the cache, once', async ({ phone }) => {
	const server = await serveBuild({ port: 0 });
	const page = await phone.on();
	await page.goto(server.url);
	await readyForOffline(page);
	// What is not needed to start comes a little later.
	const isKept = (url: string) =>
		page.evaluate(async (wanted) => (await caches.match(wanted, { ignoreSearch: true })) !== undefined, url);
	await expect.poll(() => isKept('/artwork/run-256.png'), { timeout: 15_000 }).toBe(true);
	await page.waitForLoadState('networkidle');
	const kept = await page.evaluate(async () => {
		const names = (await caches.keys()).filter((name) => !name.endsWith(':voice'));
		const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return lists.flat().map((request) => new URL(request.url).pathname);
	});
	await server.close();

	// The worker itself is the browser's to keep; the version is only asked for online; twins and spare pages are the host's.
	// A voice is fetched when it is wanted, and kept by the page in a cache of its own.
	const ofTheHost =
		/(voice-(de|en)\.[^/]+\.bin$|^service-worker\.js|^_app\/version\.json|^404\.html|^index\.html|^\.nojekyll|\.br|\.gz)$/;
	const built = filesBelow(builtHere).map((file) => relative(builtHere, file));
	const wanted = ['', ...built.filter((file) => !ofTheHost.test(file))].map((file) => `/${file}`);
	expect(kept.toSorted()).toEqual(wanted.toSorted());
});
