// What is hidden: pages that play a session, how each is begun, and what is expected of it.
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../scripts/bundle.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {string} path below the host, with the query that tells it from the others
 * @property {boolean} survives whether it is to play to its end; if not, it is to be frozen
 * @property {(page: import('@playwright/test').Page) => Promise<void>} start everything up to the tap that starts it
 */

/** @type {Subject['start']} */
const tapStart = async (page) => {
	await page.getByRole('button', { name: 'Start' }).click();
	await page.waitForFunction(() => globalThis.document.documentElement.dataset.plays === 'true');
};

/** @type {readonly Subject[]} */
export const SUBJECTS = [
	{ name: 'session', path: '?floor=floor', survives: true, start: tapStart },
	// Without it nobody would know whether this browser freezes anything at all.
	{ name: 'digital silence', path: '?floor=silence', survives: false, start: tapStart }
];

/** The product itself: five minutes of exercises, made six by +30 s, in the pocket. @type {Subject} */
export const PRODUCT = {
	name: 'the app',
	path: 'session?id=legs/run-prep-5',
	survives: true,
	start: async (page) => {
		await page.getByRole('radio', { name: /Pocket|Hosentasche/ }).check();
		await page.waitForFunction(async () => {
			const names = (await globalThis.caches.keys()).filter((name) => name.endsWith(':voice'));
			const lists = await Promise.all(names.map(async (name) => (await globalThis.caches.open(name)).keys()));
			return lists.flat().length > 0;
		});
		await page.waitForTimeout(1000);
		await page.getByRole('button', { name: /^(Start|Starten)$/ }).click();
		for (let n = 0; n < 2; n++) await page.getByRole('button', { name: '+30 s' }).click();
	}
};

/** Folders with the pages and with the extension that watches them. */
export async function buildSubjects() {
	const dir = mkdtempSync(join(tmpdir(), 'rueckenwind-pocket-pages-'));
	const [pages, extension] = [join(dir, 'pages'), join(dir, 'extension')];
	await bundle({ entry: { session: 'tests/pocket/session.ts' }, outDir: pages, target: 'es2022' });
	await bundle({ entry: { watch: 'tests/pocket/watch.ts' }, outDir: extension, target: 'es2022', format: 'iife' });
	cpSync(join(root, 'tests/fixtures/track'), pages, { recursive: true });
	writeFileSync(
		join(pages, 'index.html'),
		'<!doctype html><html lang="en"><meta charset="utf-8"><title>Pocket</title><body><script type="module" src="session.js"></script>'
	);
	const scripts = [{ matches: ['http://127.0.0.1/*'], js: ['watch.js'], run_at: 'document_idle' }];
	const manifest = { manifest_version: 3, name: 'watch', version: '1', content_scripts: scripts };
	writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));
	return { dir, pages, extension };
}
