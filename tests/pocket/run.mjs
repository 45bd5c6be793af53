// npm run test:pocket: a hidden page plays a whole session of six minutes to its end, in a browser that freezes hidden
// pages as Chrome on Android does: on the modules of the track, and in the built app itself; beside them a page that plays digital silence, which must be frozen.
// Takes six and a half minutes and little of the processor. Writes .out/pocket.json, second by second.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beginPages, hideAll, startFreezingBrowser } from './browser.mjs';
import { serveAndListen } from './host.mjs';
import { buildSubjects, PRODUCT, SUBJECTS } from './subjects.mjs';
import { faultsOfFrozen, faultsOfSurvivor, figuresOf, productOf } from './verdict.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, '.out');
/** Session, get-ready, and what a busy machine adds. */
const AT_MOST_MS = 400_000;

async function main() {
	if (!existsSync(join(root, 'build', '200.html'))) throw new Error('There is no build: npm run build comes first.');
	const built = await buildSubjects();
	const host = await serveAndListen(built.pages);
	const app = await serveAndListen(join(root, 'build'), '200.html');
	const browser = await startFreezingBrowser(built.extension);
	try {
		const pages = [
			...SUBJECTS.map(({ path, start }) => ({ url: `${host.url}${path}`, start })),
			{ url: `${app.url}${PRODUCT.path}`, start: PRODUCT.start }
		];
		await beginPages(browser.address, pages);
		await hideAll(browser.address);
		const hiddenAt = Date.now();
		console.log('Hidden; six minutes of session begin.');
		const finished = () =>
			SUBJECTS.filter((each) => each.survives).every((each) => host.of(each.path).at(-1)?.page.finished) &&
			app.all().some(({ page }) => page.path === '/finished');
		while (!finished() && Date.now() - hiddenAt < AT_MOST_MS) await sleep(1000);
		// The last lines are on their way.
		await sleep(2500);
		const results = SUBJECTS.map(({ name, path, survives }) => {
			const lines = host.of(path);
			const figures = figuresOf(lines, hiddenAt);
			return { name, faults: (survives ? faultsOfSurvivor : faultsOfFrozen)(figures), figures, lines };
		});
		results.push({ name: PRODUCT.name, ...productOf(app.all(), hiddenAt), lines: app.all() });
		mkdirSync(out, { recursive: true });
		writeFileSync(join(out, 'pocket.json'), `${JSON.stringify({ hiddenAt, results }, null, '\t')}\n`);
		for (const { name, faults, figures } of results) {
			console.log(`${faults.length ? '✗' : '✓'} ${name}: ${faults.join('; ') || 'as it should be'}`);
			console.log(`  ${JSON.stringify(figures)}`);
		}
		return results.every(({ faults }) => faults.length === 0);
	} finally {
		// The hosts first: what is left open would keep this process for ever.
		host.close();
		app.close();
		await browser.stop();
		rmSync(built.dir, { recursive: true, force: true });
	}
}

try {
	if (!(await main())) process.exitCode = 1;
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
