// Two tabs, and a device that says no: a clear sentence each time, nothing lost, and the session goes on.

import { readFileSync } from 'node:fs';
import { DATA_VERSION } from '../support/e2e/data-version.ts';
import type { Page } from '@playwright/test';
import { serveBuild } from '../../scripts/serve.mjs';
import { buildAnother, type OtherBuild } from '../../tests/support/e2e/builds.ts';
import {
	button,
	checkIn,
	chooseProgramme,
	entries,
	firstStart,
	goTo,
	heading,
	link,
	notice,
	readyForOffline,
	skipGetReady,
	skipToTheEnd,
	startSession,
	timer
} from '../../tests/support/e2e/journey.ts';
import { expect, test, type Phone } from '../../tests/support/e2e/phone.ts';
import { mentions, regrets, says, welcomes } from '../../tests/support/e2e/says.ts';

interface Served {
	readonly url: string;
	readonly port: number;
	close(): Promise<void>;
}

let server: Served;
test.beforeAll(async () => {
	server = await serveBuild({ port: 0 });
});
test.afterAll(() => server?.close());

/** A page of our origin without the app. */
async function besideTheApp(page: Page, url = server.url): Promise<void> {
	await page.goto(`${url}icon-48.png`);
}

test.describe('two tabs', () => {
	test('the second says that the session runs elsewhere, takes it over by a tap, and the first stops', async ({
		phone
	}) => {
		const first = await phone.on();
		await firstStart(first, server.url, 'core');
		await startSession(first);
		await skipGetReady(first);
		await button(first, 'player.skip').click();
		await expect(timer(first)).toHaveAttribute('data-step', '1');

		const second = await phone.context.newPage();
		await second.goto(server.url);
		await button(second, 'found.look').click();
		await expect(heading(second, 'taken.title')).toBeVisible();
		await expect(timer(second)).toHaveCount(0);
		await expect(timer(first)).toHaveAttribute('data-step', '1');

		await button(second, 'taken.here').click();
		await expect(timer(second)).toHaveAttribute('data-step', '1');
		await expect(heading(first, 'taken.lostTitle')).toBeVisible();
		await expect(timer(first)).toHaveCount(0);

		await skipToTheEnd(second);
		await checkIn(second);
		await goTo(second, 'history');
		await expect(entries(second)).toHaveCount(1);
		await first.bringToFront();
		await link(first, 'nav.toToday').click();
		await goTo(first, 'history');
		await expect(entries(first)).toHaveCount(1);
	});

	test('a session may wander there and back again and is still one session', async ({ phone }) => {
		const first = await phone.on();
		await firstStart(first, server.url, 'core');
		await startSession(first);
		const second = await phone.context.newPage();
		await second.goto(server.url);
		// Today says so as well.
		await expect(second.getByText(says('taken.title'))).toBeVisible();
		await button(second, 'found.look').click();
		await button(second, 'taken.here').click();
		await expect(timer(second)).toBeVisible();
		await first.bringToFront();
		await button(first, 'taken.here').click();
		await expect(timer(first)).toBeVisible();
		await expect(heading(second, 'taken.lostTitle')).toBeVisible();
		await skipToTheEnd(first);
		await checkIn(first);
		await goTo(first, 'history');
		await expect(entries(first)).toHaveCount(1);
	});

	test('a session in another tab can be neither ended nor thrown away from this one', async ({ phone }) => {
		const first = await phone.on();
		await firstStart(first, server.url, 'core');
		await startSession(first);
		const second = await phone.context.newPage();
		await second.goto(`${server.url}session`);
		await expect(heading(second, 'taken.title')).toBeVisible();
		await expect(button(second, 'found.discard')).toHaveCount(0);
		await expect(button(second, 'found.keep')).toHaveCount(0);
		await expect(timer(first)).toBeVisible();
	});

	test('what one tab saves the other shows without being loaded anew', async ({ phone }) => {
		const first = await phone.on();
		await firstStart(first, server.url, 'core');
		const second = await phone.context.newPage();
		await second.goto(`${server.url}history`);
		await expect(entries(second)).toHaveCount(0);
		await first.bringToFront();
		await startSession(first);
		await skipToTheEnd(first);
		await checkIn(first);
		await expect(entries(second)).toHaveCount(1);
	});
});

test.describe('storage', () => {
	test('data of a newer version is named as such, is kept untouched, and the app can be used', async ({ phone }) => {
		const page = await phone.on();
		await besideTheApp(page);
		await page.evaluate(
			() =>
				new Promise<void>((done, failed) => {
					const opening = indexedDB.open('rueckenwind', 99);
					opening.onupgradeneeded = () => {
						opening.result.createObjectStore('sessions', { keyPath: 'id' }).put({ id: 'from-the-future' });
						opening.result.createObjectStore('dreams', { keyPath: 'id' }).put({ id: 'flying' });
					};
					opening.onerror = () => failed(new Error('not opened'));
					opening.onsuccess = () => {
						opening.result.close();
						done();
					};
				})
		);
		await page.goto(server.url);
		await expect(notice(page, 'trouble.newer')).toBeVisible();
		const download = page.waitForEvent('download');
		await button(page, 'data.saveFile').click();
		const text = readFileSync(await (await download).path(), 'utf8');
		expect(text).toContain('from-the-future');
		expect(text).toContain('flying');

		await page.getByRole('link', { name: welcomes('begin') }).click();
		await chooseProgramme(page, 'core');
		await expect(notice(page, 'trouble.newer')).toBeVisible();
		await startSession(page);
		await skipToTheEnd(page);
		await checkIn(page);

		await besideTheApp(page);
		const kept = await page.evaluate(
			() =>
				new Promise((done) => {
					const opening = indexedDB.open('rueckenwind');
					opening.onsuccess = () => {
						const db = opening.result;
						const all = db.transaction('sessions').objectStore('sessions').getAll();
						all.onsuccess = () => done({ version: db.version, sessions: all.result });
					};
				})
		);
		expect(kept).toEqual({ version: 99, sessions: [{ id: 'from-the-future' }] });
	});

	test('a browser without any storage says so, and a session can be done and saved as a file', async ({ phone }) => {
		const page = await phone.on();
		await page.addInitScript(() => {
			Object.defineProperty(window, 'indexedDB', { value: undefined });
		});
		await page.goto(server.url);
		await expect(notice(page, 'trouble.noIndexedDb')).toBeVisible();
		await page.getByRole('link', { name: welcomes('begin') }).click();
		await chooseProgramme(page, 'core');
		await startSession(page);
		await skipToTheEnd(page);
		await checkIn(page);
		await expect(notice(page, 'trouble.noIndexedDb')).toBeVisible();
		const download = page.waitForEvent('download');
		await button(page, 'data.saveFile').click();
		const { snapshot } = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
			snapshot: { sessions: unknown[]; checkIns: unknown[] };
		};
		expect(snapshot.sessions).toHaveLength(1);
		expect(snapshot.checkIns).toHaveLength(1);
	});

	/** No room from here on, and room again. Before the first write of a browser, which afterwards knows for a while. */
	async function fullDevice(phone: Phone): Promise<{ page: Page; makeRoom: () => Promise<void> }> {
		await firstStart(await phone.on(), server.url, 'core');
		const page = await phone.on();
		const cdp = await phone.context.newCDPSession(page);
		const { origin } = new URL(server.url);
		await besideTheApp(page);
		await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
		await page.goto(server.url);
		return { page, makeRoom: async () => void (await cdp.send('Storage.overrideQuotaForOrigin', { origin })) };
	}

	/** A session was begun on a full device, and its screen left in the second step. */
	async function leftWhileFull(phone: Phone): ReturnType<typeof fullDevice> {
		const full = await fullDevice(phone);
		await startSession(full.page);
		await skipGetReady(full.page);
		await button(full.page, 'player.skip').click();
		await expect(timer(full.page)).toHaveAttribute('data-step', '1');
		await full.page.goBack();
		return full;
	}

	test('a full device is named during the session, which goes on, and with room again it is kept', async ({
		phone
	}) => {
		const { page, makeRoom } = await fullDevice(phone);
		await startSession(page);
		await expect(notice(page, 'trouble.full')).toBeVisible();
		await skipGetReady(page);
		await button(page, 'player.skip').click();
		await expect(timer(page)).toHaveAttribute('data-step', '1');
		await expect(notice(page, 'trouble.full')).toBeVisible();

		await makeRoom();
		await button(page, 'player.skip').click();
		await expect(timer(page)).toHaveAttribute('data-step', '2');
		await expect(notice(page, 'trouble.full')).toHaveCount(0);
		await button(page, 'player.end').click();
		await button(page, 'end.confirm').click();
		await checkIn(page);
		await page.reload();
		await goTo(page, 'history');
		await expect(entries(page)).toHaveCount(1);
	});

	test('a session that is left while the device is full can be resumed, and is kept once there is room', async ({
		phone
	}) => {
		const { page, makeRoom } = await leftWhileFull(phone);
		await expect(page.getByText(says('today.interrupted'))).toBeVisible();
		await expect(button(page, 'player.resume')).toBeVisible();
		await makeRoom();
		await goTo(page, 'history');
		await goTo(page, 'today');
		await expect(notice(page, 'trouble.full')).toHaveCount(0);
		const again = await phone.on();
		await again.goto(server.url);
		await expect(again.getByText(says('today.interrupted'))).toBeVisible();
	});

	test('and kept as it is then, it is over: the next can be begun', async ({ phone }) => {
		const { page, makeRoom } = await leftWhileFull(phone);
		await makeRoom();
		await link(page, 'found.other').click();
		await button(page, 'found.keep').click();
		await link(page, 'finished.skip').click();
		await startSession(page);
		await button(page, 'player.end').click();
		await button(page, 'end.confirm').click();
		await link(page, 'finished.skip').click();
		await goTo(page, 'history');
		await expect(entries(page)).toHaveCount(2);
		const again = await phone.on();
		await again.goto(server.url);
		await expect(button(again, 'today.start')).toBeVisible();
		await expect(again.getByText(says('today.interrupted'))).toHaveCount(0);
	});

	test('what was refused is not done later, when it was taken back meanwhile', async ({ phone }) => {
		const { page, makeRoom } = await fullDevice(phone);
		await startSession(page);
		await skipToTheEnd(page);
		await link(page, 'finished.skip').click();
		await goTo(page, 'history');
		await expect(entries(page)).toHaveCount(1);
		await entries(page).first().locator('summary').click();
		await button(page, 'history.remove').click();
		await expect(entries(page)).toHaveCount(0);
		await expect(notice(page, 'trouble.full')).toBeVisible();
		await makeRoom();
		await button(page, 'history.undo').click();
		await expect(entries(page)).toHaveCount(1);
		await goTo(page, 'today');
		const again = await phone.on();
		await again.goto(`${server.url}history`);
		await expect(entries(again)).toHaveCount(1);
	});

	test('a session whose end could not be kept says so, can be saved as a file, and is kept once there is room', async ({
		phone
	}) => {
		const { page, makeRoom } = await fullDevice(phone);
		await startSession(page);
		await skipToTheEnd(page);
		await expect(notice(page, 'trouble.full')).toBeVisible();
		await link(page, 'finished.skip').click();
		await expect(notice(page, 'trouble.full')).toBeVisible();
		const download = page.waitForEvent('download');
		await button(page, 'data.saveFile').click();
		const { snapshot } = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
			snapshot: { sessions: unknown[] };
		};
		expect(snapshot.sessions).toHaveLength(1);

		await goTo(page, 'history');
		await expect(entries(page)).toHaveCount(1);
		await makeRoom();
		await goTo(page, 'today');
		await expect(notice(page, 'trouble.full')).toHaveCount(0);
		const again = await phone.on();
		await again.goto(`${server.url}history`);
		await expect(entries(again)).toHaveCount(1);
	});
});

test.describe('a version whose data is divided anew', () => {
	let newer: OtherBuild;
	test.beforeAll(() => {
		test.setTimeout(240_000);
		newer = buildAnother({
			id: 'new-data',
			change: {
				'src/lib/storage/migrations.ts': (text) =>
					text.replace(
						'\n];',
						`,\n\t{ version: ${DATA_VERSION + 1}, name: 'tomorrow', up: (snapshot) => snapshot }\n];`
					)
			}
		});
	});
	test.afterAll(() => newer?.discard());

	/** Somebody with one session, and the newer version in the place of the one that was served. */
	async function withNewerWaiting(phone: Phone): Promise<{ page: Page; host: Served }> {
		const old = await serveBuild({ port: 0 });
		const page = await phone.on();
		await firstStart(page, old.url, 'core');
		await readyForOffline(page);
		await startSession(page);
		await skipToTheEnd(page);
		await checkIn(page);
		await old.close();
		return { page, host: await serveBuild({ port: old.port, dir: newer.dir }) };
	}

	async function takeNewer(page: Page): Promise<void> {
		await page.reload();
		await expect(notice(page, 'update.ready')).toBeVisible();
		const loaded = page.waitForEvent('load');
		await button(page, 'update.apply').click();
		await loaded;
	}

	test('waits with a sentence for a tab that holds the old data, on every screen, and goes on by itself', async ({
		phone
	}) => {
		const { page, host } = await withNewerWaiting(phone);
		const holds = await phone.context.newPage();
		await besideTheApp(holds, host.url);
		// A tab that does not listen: the app's own close when they are asked to.
		await holds.evaluate(
			(version) =>
				new Promise<void>((done) => {
					const opening = indexedDB.open('rueckenwind', version);
					opening.onsuccess = () => {
						(window as unknown as { held: IDBDatabase }).held = opening.result;
						done();
					};
				}),
			DATA_VERSION
		);
		await page.bringToFront();
		await takeNewer(page);
		await expect(notice(page, 'trouble.blocked')).toBeVisible();
		await page.goto(`${host.url}history`);
		await expect(notice(page, 'trouble.blocked')).toBeVisible();
		await holds.close();
		await expect(notice(page, 'trouble.blocked')).toHaveCount(0);
		await expect(entries(page)).toHaveCount(1);
		await host.close();
	});

	test('asks the tab of the old version to be loaded anew, and nothing is lost', async ({ phone }) => {
		const { page, host } = await withNewerWaiting(phone);
		const asking = await phone.context.newPage();
		await asking.goto(host.url);
		await takeNewer(asking);
		await expect(button(asking, 'today.start')).toBeVisible();
		await page.bringToFront();
		await expect(notice(page, 'trouble.outdated')).toBeVisible();
		await expect(button(page, 'update.apply'), 'one way on').toHaveCount(0);
		await button(page, 'trouble.reload').click();
		await expect(button(page, 'today.start')).toBeVisible();
		await expect(notice(page, 'trouble.outdated')).toHaveCount(0);
		await goTo(page, 'history');
		await expect(entries(page)).toHaveCount(1);
		await host.close();
	});
});

test.describe('the screen', () => {
	test('that may go dark is named by a small sign, and the session goes on', async ({ phone }) => {
		const page = await phone.on();
		await firstStart(page, server.url, 'core');
		const cdp = await phone.context.newCDPSession(page);
		await cdp.send('Browser.setPermission', {
			permission: { name: 'screen-wake-lock' },
			setting: 'denied',
			origin: new URL(server.url).origin
		});
		await startSession(page);
		await expect(page.getByText(mentions('player.screenMaySleep'))).toBeVisible();
		await skipGetReady(page);
		await button(page, 'player.skip').click();
		await expect(timer(page)).toHaveAttribute('data-step', '1');
	});

	test('that stays on needs no sign', async ({ phone }) => {
		const page = await phone.on();
		await firstStart(page, server.url, 'core');
		await startSession(page);
		await expect(page.getByText(mentions('player.keepOpen'))).toBeVisible();
		await expect(page.getByText(mentions('player.screenMaySleep'))).toHaveCount(0);
	});
});

test.describe('the error page', () => {
	for (const [what, address] of [
		['an address that leads nowhere', 'nowhere'],
		['data that cannot be shown', '']
	] as const)
		test(`for ${what} hands out all records as a file`, async ({ phone }) => {
			const page = await phone.on();
			await firstStart(page, server.url, 'core');
			await startSession(page);
			await skipToTheEnd(page);
			await checkIn(page, { back: 23, leg: 1, effort: 2 });
			if (address === '') {
				await besideTheApp(page);
				await page.evaluate(
					() =>
						new Promise<void>((done) => {
							const opening = indexedDB.open('rueckenwind');
							opening.onsuccess = () => {
								const tx = opening.result.transaction('sessions', 'readwrite');
								tx.objectStore('sessions').put({ id: 'spoilt', on: '2026-01-01', log: 'no log' });
								tx.oncomplete = () => {
									opening.result.close();
									done();
								};
							};
						})
				);
			}
			await page.goto(`${server.url}${address}`);
			const kind = address === '' ? 'title' : 'missing';
			await expect(page.getByRole('heading', { name: regrets(kind) })).toBeVisible();
			const download = page.waitForEvent('download');
			await page.getByRole('button', { name: regrets('save') }).click();
			const file = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
				app: string;
				snapshot: { sessions: { id: string }[]; checkIns: { backPain: number }[] };
			};
			await expect(page.getByRole('status').filter({ hasText: regrets('saved') })).toBeVisible();
			expect(file.app).toBe('rueckenwind');
			expect(file.snapshot.sessions).toHaveLength(address === '' ? 2 : 1);
			expect(file.snapshot.checkIns).toMatchObject([{ backPain: 23 }]);
		});
});
