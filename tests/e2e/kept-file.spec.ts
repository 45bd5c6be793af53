// A file that is fetched once stays on the device: src/lib/platform/kept-file.ts alone, in a real browser.

import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import type * as KeptFile from '#lib/platform/kept-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'rueckenwind-kept-'));

/** What the server has, and what it was asked for. */
const files = new Map<string, string>();
let asked: string[] = [];
let server: Server;
let home = '';

test.beforeAll(async () => {
	await build({
		configFile: false,
		root,
		logLevel: 'error',
		build: {
			outDir: dir,
			emptyOutDir: false,
			lib: { entry: join(root, 'src/lib/platform/kept-file.ts'), formats: ['es'], fileName: () => 'kept-file.mjs' }
		}
	});
	const script = readFileSync(join(dir, 'kept-file.mjs'));
	server = createServer((request, response) => {
		const path = request.url ?? '/';
		asked.push(path);
		const file = files.get(path);
		if (path === '/kept-file.mjs') response.setHeader('content-type', 'text/javascript').end(script);
		else if (file !== undefined) response.setHeader('content-type', 'application/octet-stream').end(file);
		// A host that answers everything with its shell.
		else response.setHeader('content-type', 'text/html').end('<!doctype html><title>kept</title>');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
	rmSync(dir, { recursive: true, force: true });
});

test.beforeEach(async ({ page }) => {
	files.clear();
	asked = [];
	await page.goto(home);
});

/** Reads `url` through the keeper; the bytes as text. */
const read = (page: Page, url: string) =>
	page.evaluate(
		async ({ module, at }) => {
			const { createKeptFiles } = (await import(module)) as typeof KeptFile;
			const answer = await createKeptFiles('kept').read(at);
			return 'bytes' in answer ? { ...answer, bytes: new TextDecoder().decode(answer.bytes) } : answer;
		},
		{ module: '/kept-file.mjs', at: url }
	);

const cached = (page: Page) =>
	page.evaluate(async () => (await (await caches.open('kept')).keys()).map(({ url }) => new URL(url).pathname).sort());

test('is fetched once, and is there without a network', async ({ page, context }) => {
	files.set('/voice-de.aaaa.bin', 'guten Tag');
	const kept = { type: 'kept', bytes: 'guten Tag', isOlder: false };
	expect(await read(page, '/voice-de.aaaa.bin')).toEqual(kept);
	expect(await read(page, '/voice-de.aaaa.bin')).toEqual(kept);
	expect(asked.filter((path) => path.includes('voice'))).toHaveLength(1);
	await context.setOffline(true);
	expect(await read(page, '/voice-de.aaaa.bin')).toEqual(kept);
});

test('a newer version takes the place of the older, and leaves other files alone', async ({ page }) => {
	files.set('/voice-de.aaaa.bin', 'alt').set('/voice-en.aaaa.bin', 'hello').set('/voice-de.bbbb.bin', 'neu');
	await read(page, '/voice-de.aaaa.bin');
	await read(page, '/voice-en.aaaa.bin');
	expect(await read(page, '/voice-de.bbbb.bin')).toEqual({ type: 'kept', bytes: 'neu', isOlder: false });
	expect(await cached(page)).toEqual(['/voice-de.bbbb.bin', '/voice-en.aaaa.bin']);
});

test('without a network the older version goes on, and is kept', async ({ page, context }) => {
	files.set('/voice-de.aaaa.bin', 'alt');
	await read(page, '/voice-de.aaaa.bin');
	await context.setOffline(true);
	expect(await read(page, '/voice-de.bbbb.bin')).toEqual({ type: 'kept', bytes: 'alt', isOlder: true });
	expect(await cached(page)).toEqual(['/voice-de.aaaa.bin']);
});

test('what is nowhere is said to be missing, and why; a shell is no file', async ({ page, context }) => {
	expect(await read(page, '/voice-de.aaaa.bin')).toEqual({ type: 'missing', reason: 'notFound' });
	// Asked for once before, so that the module is in the browser.
	await context.setOffline(true);
	expect(await read(page, '/voice-de.aaaa.bin')).toEqual({ type: 'missing', reason: 'offline' });
	expect(await cached(page)).toEqual([]);
});

test('on a full device the file is there for now, and the older version stays', async ({ page, context }) => {
	files.set('/voice-de.aaaa.bin', 'alt').set('/voice-de.bbbb.bin', 'x'.repeat(1_000_000));
	await read(page, '/voice-de.aaaa.bin');
	const devtools = await context.newCDPSession(page);
	await devtools.send('Storage.overrideQuotaForOrigin', { origin: home, quotaSize: 10_000 });
	const answer = await read(page, '/voice-de.bbbb.bin');
	expect({ ...answer, bytes: 'bytes' in answer ? answer.bytes.length : 0 }).toEqual({
		...{ type: 'passing', bytes: 1_000_000, reason: 'storageFull' }
	});
	expect(await cached(page)).toEqual(['/voice-de.aaaa.bin']);
});

test('where nothing can be kept, the file is still read', async ({ page }) => {
	files.set('/voice-de.aaaa.bin', 'guten Tag');
	await page.evaluate(() => {
		Object.defineProperty(window, 'caches', {
			value: { open: () => Promise.reject(new DOMException('no', 'SecurityError')) }
		});
	});
	expect(await read(page, '/voice-de.aaaa.bin')).toEqual({ type: 'passing', bytes: 'guten Tag', reason: 'noStorage' });
});
