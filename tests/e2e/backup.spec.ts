// The person's data as a file: out, in, and never half.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { serveBuild } from '../../scripts/serve.mjs';
import { DATA_VERSION } from '../support/e2e/data-version.ts';
import {
	button,
	checkIn,
	entries,
	firstStart,
	goTo,
	heading,
	notice,
	startSession
} from '../../tests/support/e2e/journey.ts';
import { expect, test } from '../../tests/support/e2e/phone.ts';
import { mentions, says } from '../../tests/support/e2e/says.ts';

interface BackupFile {
	readonly app: string;
	readonly version: number;
	readonly appVersion: string;
	readonly exportedAt: string;
	readonly snapshot: {
		readonly settings: Record<string, unknown>;
		readonly sessions: readonly Record<string, unknown>[];
		readonly checkIns: readonly Record<string, unknown>[];
		readonly choices: readonly Record<string, unknown>[];
		readonly running: unknown;
	};
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

const fixture = readFileSync(new URL('../fixtures/backups/v1.json', import.meta.url), 'utf8');
const ofFixture = JSON.parse(fixture) as BackupFile;

/** Presses the button and reads what is handed over. */
async function savedFile(page: Page, key = 'data.saveFile'): Promise<{ name: string; text: string; file: BackupFile }> {
	const download = page.waitForEvent('download');
	await button(page, key).click();
	const handed = await download;
	const text = readFileSync(await handed.path(), 'utf8');
	return { name: handed.suggestedFilename(), text, file: JSON.parse(text) as BackupFile };
}

/** Presses the button and hands this text over as a file. */
async function handOver(page: Page, text: string): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await button(page, 'data.readFile').click();
	await (await chooser).setFiles({ name: 'a file.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** A person with one session and its answers, on the settings. */
async function onSettingsWithOneSession(page: Page): Promise<void> {
	await firstStart(page, server.url, 'core');
	await startSession(page);
	await button(page, 'player.end').click();
	await button(page, 'end.confirm').click();
	await checkIn(page, { back: 17, leg: 4, effort: 5 });
	await goTo(page, 'settings');
}

const importSheet = (page: Page) => page.getByRole('dialog', { name: says('import.title') });

test('the file holds everything, readable, with the app and the versions on top', async ({ phone }) => {
	const page = await phone.on();
	await onSettingsWithOneSession(page);
	const { name, text, file } = await savedFile(page);
	await expect(notice(page, 'data.saved')).toBeVisible();
	expect(name).toMatch(/^rueckenwind-\d{4}-\d\d-\d\d\.json$/);
	expect(text.split('\n').length).toBeGreaterThan(10);
	expect(file.app).toBe('rueckenwind');
	expect(file.version).toBe(DATA_VERSION);
	expect(file.appVersion).toMatch(/\S/);
	expect(new Date(file.exportedAt).getTime()).toBeGreaterThan(0);
	expect(file.snapshot.sessions).toHaveLength(1);
	expect(file.snapshot.checkIns).toHaveLength(1);
	expect(file.snapshot.checkIns[0]).toMatchObject({ backPain: 17, legPain: 4, effort: 5 });
	expect(file.snapshot.choices).toHaveLength(1);
	expect(file.snapshot.running).toBeNull();
});

test('a file is shown before it replaces anything, and the present data can be saved first', async ({ phone }) => {
	const page = await phone.on();
	await onSettingsWithOneSession(page);
	const before = await savedFile(page);

	await handOver(page, fixture);
	const kept = ofFixture.snapshot.sessions.filter((session) => !('deletedAt' in session)).length;
	await expect(importSheet(page)).toContainText(mentions('import.inside', { sessions: kept }));
	await expect(importSheet(page)).toContainText(mentions('import.replaces', { sessions: 1, checkIns: 1 }));
	const first = await savedFile(page, 'import.saveFirst');
	expect(first.file.snapshot).toEqual(before.file.snapshot);
	await button(page, 'import.cancel').click();
	await expect(importSheet(page)).toBeHidden();
	expect((await savedFile(page)).file.snapshot).toEqual(before.file.snapshot);
});

test('a file that was read replaces everything, in its own language, and is there after a restart', async ({
	phone
}) => {
	const page = await phone.on();
	await onSettingsWithOneSession(page);
	await handOver(page, fixture);
	await button(page, 'import.confirm').click();
	await expect(notice(page, 'import.done')).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', String(ofFixture.snapshot.settings.language));

	const again = await phone.on();
	await again.goto(`${server.url}history`);
	const kept = ofFixture.snapshot.sessions.filter((session) => !('deletedAt' in session)).length;
	await expect(entries(again)).toHaveCount(kept);
	await expect(again.locator('html')).toHaveAttribute('lang', String(ofFixture.snapshot.settings.language));
});

const refused = {
	'a file that breaks off in the middle': [fixture.slice(0, fixture.length / 2), 'import.notJson'],
	'a picture': ['\u0089PNG\r\n\u001a\n', 'import.notJson'],
	'an empty file': ['', 'import.notJson'],
	'a file of another app': [JSON.stringify({ app: 'someone', version: 1, snapshot: {} }), 'import.notOurs'],
	'a file of a newer version': [
		JSON.stringify({ ...ofFixture, version: 99, snapshot: { ...ofFixture.snapshot, version: 99 } }),
		'import.fromNewerVersion'
	],
	'a file with one record that does not fit': [
		JSON.stringify({
			...ofFixture,
			snapshot: { ...ofFixture.snapshot, sessions: [...ofFixture.snapshot.sessions, { id: 'a', on: 'yesterday' }] }
		}),
		'import.invalid'
	]
} as const;

for (const [what, [text, key]] of Object.entries(refused))
	test(`${what} is refused with a sentence, and nothing is changed`, async ({ phone }) => {
		const page = await phone.on();
		await onSettingsWithOneSession(page);
		const before = await savedFile(page);
		await handOver(page, text);
		await expect(notice(page, key)).toBeVisible();
		await expect(importSheet(page)).toBeHidden();
		expect((await savedFile(page)).file.snapshot).toEqual(before.file.snapshot);
		await goTo(page, 'history');
		await expect(entries(page)).toHaveCount(1);
	});

test('what one phone saved and an empty one reads is the same to the last field', async ({ phone, newPhone }) => {
	const page = await phone.on();
	await onSettingsWithOneSession(page);
	await page.getByRole('radio', { name: says('theme.dark') }).check();
	await page.getByRole('radio', { name: mentions('sound.quiet') }).click();
	const saved = await savedFile(page);

	const empty = await newPhone().on();
	await empty.goto(`${server.url}settings`);
	await handOver(empty, saved.text);
	await button(empty, 'import.confirm').click();
	await expect(notice(empty, 'import.done')).toBeVisible();
	const again = await savedFile(empty);
	expect(again.file.snapshot).toEqual(saved.file.snapshot);
	expect(again.file.snapshot.settings).toMatchObject({ theme: 'dark', soundMode: 'quiet' });
	await expect(empty.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('while a session runs in another tab no file replaces the data under it', async ({ phone }) => {
	const page = await phone.on();
	await onSettingsWithOneSession(page);
	const running = await phone.context.newPage();
	await running.goto(server.url);
	await startSession(running);
	await page.bringToFront();
	await handOver(page, fixture);
	await button(page, 'import.confirm').click();
	await expect(notice(page, 'import.busy')).toBeVisible();
	await running.bringToFront();
	await button(running, 'player.end').click();
	await button(running, 'end.confirm').click();
	await expect(heading(running, 'checkin.title')).toBeVisible();
	await page.bringToFront();
	await goTo(page, 'history');
	await expect(entries(page)).toHaveCount(2);
});
