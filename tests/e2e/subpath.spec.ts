// Below a path of a host, as project pages are: everything carries the path, and nothing touches its neighbours.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveBuild } from '../../scripts/serve.mjs';
import { buildAnother, builtHere, type OtherBuild } from '../../tests/support/e2e/builds.ts';
import {
	button,
	checkIn,
	entries,
	expectStyled,
	firstStart,
	goTo,
	heading,
	readyForOffline,
	skipToTheEnd,
	startSession
} from '../../tests/support/e2e/journey.ts';
import { expect, test } from '../../tests/support/e2e/phone.ts';
import { plainHost } from '../../tests/support/e2e/plain-host.ts';
import { regrets, tells } from '../../tests/support/e2e/says.ts';

const BASE = '/rueckenwind';

let below: OtherBuild;

test.beforeAll(() => {
	test.setTimeout(240_000);
	below = buildAnother({ base: BASE, id: 'below-a-path' });
});
test.afterAll(() => below?.discard());

interface Host {
	readonly url: string;
	close(): Promise<void>;
}

/** The hosts, each with the address of the app on it. */
const hosts: Readonly<Record<string, () => Promise<Host>>> = {
	'our own server': () => serveBuild({ port: 0, dir: below.dir, base: BASE }),
	'a plain host that answers 404.html': async () => {
		const { url, close } = await plainHost({ [BASE]: below.dir });
		return { url: `${url}${BASE.slice(1)}/`, close };
	}
};

const databases = (page: Page): Promise<(string | undefined)[]> =>
	page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

const manifestOf = async (page: Page): Promise<Record<string, unknown>> => {
	const href = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
	return (await (await page.request.get(href)).json()) as Record<string, unknown>;
};

for (const [name, open] of Object.entries(hosts))
	test.describe(`below a path of ${name}`, () => {
		test('the app is visited, used, and started cold without the host', async ({ phone }) => {
			const host = await open();
			const page = await phone.on();
			await firstStart(page, host.url, 'core');
			await readyForOffline(page);
			await expectStyled(page);
			expect(new URL(page.url()).pathname).toBe(`${BASE}/`);
			const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
			expect(scope).toBe(host.url);
			await startSession(page);
			await skipToTheEnd(page);
			await checkIn(page);
			for (const tab of ['plan', 'history', 'settings', 'today'] as const) {
				await goTo(page, tab);
				expect(new URL(page.url()).pathname.startsWith(`${BASE}/`)).toBe(true);
			}
			await phone.off();
			await host.close();

			for (const [address, find, key] of [
				['', button, 'today.start'],
				['session', button, 'today.start'],
				['history', heading, 'nav.history']
			] as const) {
				const cold = await phone.on({ online: false });
				await cold.goto(`${host.url}${address}`);
				await expect(find(cold, key)).toBeVisible();
				await expectStyled(cold);
			}
			const cold = await phone.on({ online: false });
			await cold.goto(`${host.url}history`);
			await expect(entries(cold)).toHaveCount(1);
			await cold.goto(`${host.url}nowhere`);
			await expect(cold.getByRole('heading', { name: regrets('missing') })).toBeVisible();
		});

		test('a first visit at an inner address arrives there and is kept for offline', async ({ phone }) => {
			const host = await open();
			const page = await phone.on();
			await page.goto(`${host.url}history`);
			await expect(heading(page, 'nav.history')).toBeVisible();
			await expectStyled(page);
			await readyForOffline(page);
			await phone.off();
			await host.close();

			const cold = await phone.on({ online: false });
			await cold.goto(`${host.url}settings`);
			await expect(heading(cold, 'nav.settings')).toBeVisible();
			await expectStyled(cold);
		});
	});

test('the manifest carries the path in its identity, its start, its scope, its icons and its shortcuts', async ({
	phone
}) => {
	const { url, close } = await plainHost({ [BASE]: below.dir });
	const page = await phone.on();
	await page.goto(`${url}${BASE.slice(1)}/`);
	const manifest = await manifestOf(page);
	for (const field of ['id', 'start_url', 'scope']) expect(manifest[field], field).toBe(`${BASE}/`);
	const addresses = [...(manifest.icons as { src: string }[]), ...(manifest.shortcuts as { url: string }[])];
	for (const each of addresses) expect('src' in each ? each.src : each.url).toMatch(/^\/rueckenwind\//);
	for (const { src } of manifest.icons as { src: string }[])
		expect((await page.request.get(new URL(src, url).href)).status(), src).toBe(200);
	await close();
});

test('two deployments on one host keep their data, their hints and their workers apart', async ({ phone }) => {
	const host = await plainHost({ '': builtHere, [BASE]: below.dir });
	const page = await phone.on();
	await firstStart(page, `${host.url}${BASE.slice(1)}/`, 'core');
	await readyForOffline(page);
	await firstStart(page, host.url, 'walk');
	await readyForOffline(page);
	expect((await databases(page)).toSorted()).toEqual(['rueckenwind', `rueckenwind${BASE}`]);
	const hints = await page.evaluate(() => Object.keys(localStorage).toSorted());
	expect(hints).toEqual(['rueckenwind/', `rueckenwind${BASE}/`]);
	const scopes = await page.evaluate(async () =>
		(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname).toSorted()
	);
	expect(scopes).toEqual(['/', `${BASE}/`]);
	await phone.off();
	await host.close();

	const cold = await phone.on({ online: false });
	await cold.goto(`${host.url}${BASE.slice(1)}/`);
	await expect(cold.getByRole('region', { name: tells(['programmes', 'core', 'name']) })).toBeVisible();
	await cold.goto(host.url);
	await expect(button(cold, 'today.start')).toBeVisible();
	expect(await cold.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(`${host.url}service-worker.js`);
});

test('what project pages need lies beside the shell: 404.html and .nojekyll', () => {
	for (const dir of [below.dir, builtHere]) {
		expect(existsSync(join(dir, '.nojekyll'))).toBe(true);
		expect(readFileSync(join(dir, '404.html'), 'utf8')).toBe(readFileSync(join(dir, '200.html'), 'utf8'));
	}
	const shell = readFileSync(join(below.dir, '404.html'), 'utf8');
	const inner = [...shell.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, address]) => address);
	for (const address of inner) expect(address).toMatch(/^\/rueckenwind\//);
});
