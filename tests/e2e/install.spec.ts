// Putting the app on the home screen: what browsers ask for, what the system shows, and the card that explains it.

import type { CDPSession, Page } from '@playwright/test';
import { serveBuild } from '../../scripts/serve.mjs';
import {
	button,
	checkIn,
	firstStart,
	heading,
	readyForOffline,
	skipToTheEnd,
	startSession
} from '../../tests/support/e2e/journey.ts';
import { expect, test } from '../../tests/support/e2e/phone.ts';
import { mentions, says, welcomes } from '../../tests/support/e2e/says.ts';

const IPHONE =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

interface Icon {
	readonly src: string;
	readonly sizes: string;
	readonly type: string;
	readonly purpose: string;
}

interface Manifest {
	readonly id: string;
	readonly name: string;
	readonly short_name: string;
	readonly start_url: string;
	readonly scope: string;
	readonly display: string;
	readonly icons: readonly Icon[];
	readonly shortcuts: readonly { readonly name: string; readonly url: string }[];
}

interface Served {
	readonly url: string;
	close(): Promise<void>;
}

let server: Served;
test.beforeAll(async () => {
	server = await serveBuild({ port: 0 });
});
test.afterAll(() => server?.close());

const manifestOf = async (page: Page): Promise<Manifest> => {
	const href = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
	const response = await page.request.get(href);
	expect(response.headers()['content-type']).toContain('json');
	return (await response.json()) as Manifest;
};

/** The real size of a picture, as the browser decodes it. */
const sizeOf = (page: Page, src: string): Promise<string> =>
	page.evaluate(async (address) => {
		const picture = new Image();
		picture.src = address;
		await picture.decode();
		return `${picture.naturalWidth}x${picture.naturalHeight}`;
	}, src);

test('the browser finds nothing that would keep the app from being installed', async ({ phone }) => {
	const page = await phone.on();
	await page.goto(server.url);
	await readyForOffline(page);
	const cdp: CDPSession = await phone.context.newCDPSession(page);
	const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
	expect(installabilityErrors).toEqual([]);
	const { errors } = await cdp.send('Page.getAppManifest');
	expect(errors).toEqual([]);
});

test('the manifest names the app and its place, and each of its icons is there in the size it claims', async ({
	phone
}) => {
	const page = await phone.on();
	await page.goto(server.url);
	const manifest = await manifestOf(page);
	expect(manifest.id).toBe('/');
	expect(manifest.start_url).toBe('/');
	expect(manifest.scope).toBe('/');
	expect(manifest.name).toBe('Rückenwind');
	expect(manifest.short_name).toBe('Rückenwind');
	expect(manifest.display).toBe('standalone');

	const purposes = manifest.icons.flatMap((icon) => icon.purpose.split(' '));
	expect(purposes).toEqual(expect.arrayContaining(['any', 'maskable', 'monochrome']));
	const anySizes = manifest.icons.filter((icon) => icon.purpose === 'any').map((icon) => icon.sizes);
	expect(anySizes).toEqual(expect.arrayContaining(['192x192', '512x512']));
	for (const icon of manifest.icons) {
		const response = await page.request.get(new URL(icon.src, server.url).href);
		expect(response.status(), icon.src).toBe(200);
		expect(response.headers()['content-type'], icon.src).toContain(icon.type);
		if (icon.sizes !== 'any') expect(await sizeOf(page, icon.src), icon.src).toBe(icon.sizes);
	}
});

test('an iPhone finds an icon of 180 by 180 without a hole in it', async ({ phone }) => {
	const page = await phone.on();
	await page.goto(server.url);
	const href = await page.locator('link[rel=apple-touch-icon]').evaluate((link: HTMLLinkElement) => link.href);
	expect(await sizeOf(page, href)).toBe('180x180');
	const leastAlpha = await page.evaluate(async (address) => {
		const picture = new Image();
		picture.src = address;
		await picture.decode();
		const paper = new OffscreenCanvas(180, 180).getContext('2d');
		paper?.drawImage(picture, 0, 0);
		const { data } = paper?.getImageData(0, 0, 180, 180) ?? { data: new Uint8ClampedArray([0, 0, 0, 0]) };
		return data.filter((_, index) => index % 4 === 3).reduce((a, b) => Math.min(a, b));
	}, href);
	expect(leastAlpha).toBe(255);
});

test('each shortcut on the icon opens the screen that it names', async ({ phone }) => {
	const page = await phone.on();
	await firstStart(page, server.url, 'core');
	const { shortcuts } = await manifestOf(page);
	expect(shortcuts.map((shortcut) => shortcut.url)).toEqual(['/session', '/history']);
	await page.goto(new URL('/session', server.url).href);
	await expect(button(page, 'today.start')).toBeVisible();
	await page.goto(new URL('/history', server.url).href);
	await expect(heading(page, 'nav.history')).toBeVisible();
});

test('the card stands on the first screens until the first session is done, and then only in the settings', async ({
	phone
}) => {
	const page = await phone.on();
	await page.goto(server.url);
	await expect(page.getByRole('link', { name: welcomes('begin') })).toBeVisible();
	await expect(heading(page, 'install.title')).toBeVisible();
	await firstStart(page, server.url, 'core');
	await expect(heading(page, 'install.title')).toBeVisible();
	await startSession(page);
	await skipToTheEnd(page);
	await checkIn(page);
	await expect(heading(page, 'install.title')).toHaveCount(0);
	await page.goto(`${server.url}settings`);
	await expect(heading(page, 'install.title')).toBeVisible();
});

for (const address of ['', 'settings'])
	test(`an iPhone is shown the steps by hand on /${address}`, async ({ newPhone }) => {
		const page = await newPhone({ userAgent: IPHONE, hasTouch: true, isMobile: true }).on();
		// An offer that no iPhone makes, only the Chromium that plays one here.
		await page.addInitScript(() => {
			addEventListener('beforeinstallprompt', (event) => event.stopImmediatePropagation(), { capture: true });
		});
		await page.goto(`${server.url}${address}`);
		const card = page.getByRole('region', { name: says('install.title') });
		await expect(card.getByRole('listitem')).toHaveCount(3);
		for (const [n, key] of ['install.ios1', 'install.ios2', 'install.ios3'].entries())
			await expect(card.getByRole('listitem').nth(n)).toContainText(mentions(key));
		await expect(card.getByRole('button')).toHaveCount(0);
	});
