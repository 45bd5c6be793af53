// Contact sheet of every figure: .out/figures.html, and .out/figures.png where a chromium is found.
// Usage: npm run figures [-- id …]; SCHEME=dark, SKIN=brown and HAIR=grey change how they look. For eyes only: the rules of bodies are tested in src/lib/figure.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { findChromium, launchArgs } from './find-chromium.mjs';

const root = resolve(import.meta.dirname, '..');
const out = join(root, '.out');
const bundleDir = join(tmpdir(), `figures-${process.pid}`);

/** Node 20 reads no TypeScript: the room is bundled first. */
async function loadRoom() {
	const entry = { figure: 'src/lib/figure/figure.ts', list: 'src/lib/figure/poses/figures.ts' };
	await bundle({ entry, outDir: bundleDir, target: 'node20' });
	const load = (/** @type {string} */ name) => import(pathToFileURL(join(bundleDir, `${name}.js`)).href);
	const [figure, list] = [await load('figure'), await load('list')];
	rmSync(bundleDir, { recursive: true });
	return { ...figure, ...list };
}

const { FIGURES, figureAt, repSeconds, viewBoxOf } = await loadRoom();
const wanted = process.argv.slice(2);
const shown = FIGURES.filter((/** @type {any} */ ex) => !wanted.length || wanted.includes(ex.id));

/** Three telling seconds: start, under way, peak; of alternating sides also the other one's peak. */
function momentsOf(/** @type {any} */ ex) {
	const length = repSeconds(ex);
	if (ex.kind === 'gait') return [0, length / 6, length / 3];
	let now = 0;
	let peakAt = 0;
	for (const beat of ex.beat) {
		now += beat.to ? beat.seconds : beat.hold;
		if (beat.to === ex.peak) {
			peakAt = now;
			break;
		}
	}
	// The middle of the first way.
	const move = ex.beat.find((/** @type {any} */ beat) => beat.to);
	const middle = move && peakAt - move.seconds * 0.5;
	if (!move) return [0];
	return ex.alternates ? [0, middle, peakAt, length + peakAt] : [0, middle, peakAt];
}

const cards = shown.map((/** @type {any} */ ex) => {
	const frames = momentsOf(ex).map(
		(seconds, i) =>
			`<svg class="fig" viewBox="${viewBoxOf(ex)}">${figureAt(ex, seconds, { id: `${ex.id}-${i}` })}</svg>`
	);
	return `<figure><div>${frames.join('')}</div><figcaption>${ex.id}</figcaption></figure>`;
});
/** Height of a card, px. */
const CARD = 220;
const css = readFileSync(join(root, 'src/lib/figure/figure.css'), 'utf8');
const scheme = process.env.SCHEME === 'dark' ? 'dark' : 'light';
/** @param {'SKIN' | 'HAIR'} part */
const look = (part) => (process.env[part] ? ` data-${part.toLowerCase()}="${process.env[part]}"` : '');
const page = `<!doctype html><html lang="en"${look('SKIN')}${look('HAIR')}><meta charset="utf-8"><title>Figures</title><style>${css}
html{color-scheme:${scheme}}body{margin:0;padding:16px;background:light-dark(#e7efee,#091a20);color:light-dark(#0c2a32,#eaf3f1);font:600 15px system-ui;display:grid;grid-template-columns:repeat(3,1fr);gap:12px}
figure{margin:0;height:${CARD}px;box-sizing:border-box;display:flex;flex-direction:column;justify-content:space-between;background:light-dark(#fbfdfc,#10272f);border-radius:16px;padding:10px}figure div{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:6px;align-items:end}
svg{width:100%;height:${CARD - 50}px;overflow:hidden}</style>${cards.join('\n')}</html>`;
mkdirSync(out, { recursive: true });
const html = join(out, 'figures.html');
writeFileSync(html, page);
console.log(`${shown.length} figures: ${html}`);

function photograph() {
	const chromium = findChromium();
	if (!chromium) return console.log('no chromium found: set CHROMIUM_PATH for the picture');
	const png = join(out, 'figures.png');
	const height = Math.ceil(shown.length / 3) * (CARD + 12) + 20;
	const options = ['--headless', '--disable-gpu', '--hide-scrollbars', `--window-size=1800,${height}`];
	const url = pathToFileURL(html).href;
	execFileSync(chromium, [...launchArgs(), ...options, `--screenshot=${png}`, url], { stdio: 'ignore' });
	console.log(png);
}
photograph();
