// Nothing runs that is not ours, and nothing leaves: the policy in each page, the walk through all screens under
// watch, and what the host adds.

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { filesBelow } from '../../scripts/finish-build.mjs';
import { serveBuild } from '../../scripts/serve.mjs';
import { builtHere } from '../../tests/support/e2e/builds.ts';
import {
	button,
	checkIn,
	entries,
	expectStyled,
	firstStart,
	goTo,
	openProgramme,
	heading,
	link,
	readyForOffline,
	skipGetReady,
	skipToTheEnd,
	startSession,
	timer
} from '../../tests/support/e2e/journey.ts';
import { expect, test } from '../../tests/support/e2e/phone.ts';
import { mentions, regrets } from '../../tests/support/e2e/says.ts';

interface Served {
	readonly url: string;
	close(): Promise<void>;
}

let server: Served;
test.beforeAll(async () => {
	server = await serveBuild({ port: 0 });
});
test.afterAll(() => server?.close());

/** The directives of a page's policy. */
function policyOf(html: string): Map<string, readonly string[]> {
	const meta = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? '';
	const parts = meta.split(';').map((part) => part.trim().split(/\s+/));
	return new Map(parts.map(([name = '', ...sources]) => [name, sources]));
}

const pages = filesBelow(builtHere)
	.filter((file) => file.endsWith('.html'))
	.map((file) => relative(builtHere, file));

test('every page carries a policy that lets only our own scripts run and lets nothing out', () => {
	expect(pages).toEqual(expect.arrayContaining(['200.html', '404.html', 'index.html']));
	for (const page of pages) {
		const policy = policyOf(readFileSync(join(builtHere, page), 'utf8'));
		expect(policy.get('default-src'), page).toEqual(["'self'"]);
		for (const [name, sources] of policy)
			for (const source of sources)
				expect(source, `${page}: ${name}`).toMatch(/^'(self|none|unsafe-hashes|sha256-[\w+/=]+)'$|^(data|blob):$/);
		const scripts = policy.get('script-src') ?? [];
		expect(scripts, page).toContain("'self'");
		expect(
			scripts.filter((source) => source.startsWith("'unsafe")),
			page
		).toEqual([]);
		expect(policy.get('connect-src'), page).toEqual(["'self'"]);
		expect(policy.get('object-src'), page).toEqual(["'none'"]);
		expect(policy.get('form-action'), page).toEqual(["'none'"]);
		expect(policy.get('base-uri'), page).toEqual(["'self'"]);
	}
});

interface Watch {
	/** Addresses that were asked for, by pages and by workers. */
	readonly asked: string[];
	readonly askedByWorker: string[];
	readonly trouble: string[];
}

async function watch(context: BrowserContext): Promise<Watch> {
	const seen: Watch = { asked: [], askedByWorker: [], trouble: [] };
	context.on('request', (request) => {
		seen.asked.push(request.url());
		if (request.serviceWorker()) seen.askedByWorker.push(request.url());
	});
	context.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') seen.trouble.push(message.text());
	});
	context.on('weberror', (error) => seen.trouble.push(String(error.error())));
	await context.exposeFunction('reportViolation', (words: string) => void seen.trouble.push(words));
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
			const { reportViolation } = window as unknown as { reportViolation: (words: string) => void };
			reportViolation(`${violatedDirective} refused ${blockedURI}`);
		});
	});
	return seen;
}

async function walkThroughEverything(page: Page): Promise<void> {
	await firstStart(page, server.url, 'run-walk');
	await readyForOffline(page);
	await startSession(page);
	await skipGetReady(page);
	await button(page, 'player.pause').click();
	await button(page, 'player.resume').click();
	await button(page, 'player.extend').click();
	await button(page, 'player.outdoor').click();
	await button(page, 'player.lock').click();
	await button(page, 'lock.unlock').click();
	await button(page, 'lock.yes').click();
	await button(page, 'player.end').click();
	await button(page, 'end.confirm').click();
	await checkIn(page);
	await goTo(page, 'history');
	await entries(page).getByText(mentions('history.early')).click();
	await button(page, 'history.edit').click();
	await button(page, 'checkin.save').click();
	await openProgramme(page, 'run-walk');
	await page.getByText(mentions('plan.stages')).click();
	await goTo(page, 'settings');
	await link(page, 'rules.title').click();
	await expect(heading(page, 'rules.title')).toBeVisible();
	await goTo(page, 'settings');
	await link(page, 'about.title').click();
	await expect(heading(page, 'about.title')).toBeVisible();
	await page.goto(`${server.url}session?id=core/core-a-10`);
	await button(page, 'today.start').click();
	await expect(timer(page)).toBeVisible();
	await skipToTheEnd(page);
	await checkIn(page);
	await page.getByRole('link', { name: mentions('today.otherTitle') }).click();
	await expect(heading(page, 'sessions.title')).toBeVisible();
	await page.goto(`${server.url}nowhere`);
	await expect(page.getByRole('heading', { name: regrets('missing') })).toBeVisible();
	await expectStyled(page);
}

test('a walk through all screens breaks no rule of the policy, and no request leaves the origin', async ({ phone }) => {
	test.setTimeout(90_000);
	const page = await phone.on();
	const seen = await watch(phone.context);
	await walkThroughEverything(page);
	// Kit itself says so of an address that leads nowhere.
	expect(seen.trouble.filter((words) => !words.includes('Not found: /nowhere'))).toEqual([]);
	const own = new URL(server.url).origin;
	const foreign = seen.asked.filter((url) => !['data:', 'blob:'].includes(new URL(url).protocol));
	expect(foreign.filter((url) => new URL(url).origin !== own)).toEqual([]);
	expect(seen.askedByWorker.length, 'the worker was watched too').toBeGreaterThan(20);
});

test('what somebody injects does not run and cannot call home', async ({ phone }) => {
	const page = await phone.on();
	const seen = await watch(phone.context);
	await page.goto(server.url);
	const ran = await page.evaluate(async () => {
		const marks = window as unknown as Record<string, unknown>;
		const violated = (directive: string): Promise<void> =>
			new Promise((seen) =>
				document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
					if (violatedDirective.startsWith(directive)) seen();
				})
			);

		const script = document.createElement('script');
		script.textContent = 'window.scriptRan = true';
		const scriptRefused = violated('script-src-elem');
		document.body.append(script);
		await scriptRefused;

		const handlerRefused = violated('script-src-attr');
		const host = document.createElement('div');
		host.innerHTML = '<button onclick="window.handlerRan = true">x</button>';
		document.body.append(host);
		host.querySelector('button')?.click();
		await handlerRefused;

		const away = await fetch('https://example.org/').then(
			() => 'sent',
			() => 'refused'
		);
		const evalRan = (() => {
			try {
				return globalThis.eval('true') as boolean;
			} catch {
				return false;
			}
		})();
		return { script: marks.scriptRan ?? false, handler: marks.handlerRan ?? false, evalRan, away };
	});
	expect(ran).toEqual({ script: false, handler: false, evalRan: false, away: 'refused' });
	expect(seen.asked.filter((url) => url.includes('example.org'))).toEqual([]);
});

test('the host adds what a page cannot say of itself', async ({ request }) => {
	const get = async (path: string, headers: Record<string, string> = {}) => {
		const response = await request.get(new URL(path, server.url).href, { headers });
		return { status: response.status(), headers: response.headers() };
	};
	const immutable = filesBelow(join(builtHere, '_app/immutable'))
		.map((file) => `/${relative(builtHere, file)}`)
		.find((file) => file.endsWith('.js')) as string;
	const html = { Accept: 'text/html' };

	for (const [path, accept] of [
		['/', html],
		['/history', html],
		['/manifest.webmanifest', {}],
		['/service-worker.js', {}],
		[immutable, {}],
		['/nothing.png', {}]
	] as const) {
		const { headers } = await get(path, accept);
		expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
		expect(headers['x-frame-options'], path).toBe('DENY');
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['referrer-policy'], path).toBe('no-referrer');
	}

	expect((await get(immutable)).headers['cache-control']).toContain('immutable');
	for (const path of ['/', '/200.html', '/service-worker.js', '/manifest.webmanifest', '/icon.svg'])
		expect((await get(path, html)).headers['cache-control'], path).toBe('no-cache');

	for (const [encoding, name] of [
		['br', 'br'],
		['gzip', 'gzip'],
		['gzip, br', 'br']
	] as const)
		for (const path of ['/200.html', '/service-worker.js'])
			expect((await get(path, { 'Accept-Encoding': encoding })).headers['content-encoding'], path).toBe(name);
	expect((await get('/200.html', { 'Accept-Encoding': 'identity' })).headers['content-encoding']).toBeUndefined();

	expect((await get('/nowhere', html)).status).toBe(200);
	expect((await get('/nothing.png')).status).toBe(404);
	expect((await get('/_app/immutable/gone.js')).status).toBe(404);
	expect((await request.post(server.url)).status()).toBe(405);
});

test('a page of another origin cannot put the app into a frame', async ({ phone }) => {
	const page = await phone.on();
	const elsewhere = await serveBuild({ port: 0 });
	await page.goto(`${elsewhere.url}icon-48.png`);
	const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
	await page.evaluate((url) => {
		const frame = document.createElement('iframe');
		frame.src = url;
		document.body.append(frame);
	}, server.url);
	await refused;
	await elsewhere.close();
});
