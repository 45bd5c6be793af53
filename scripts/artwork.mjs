// The pictures of the lock screen, one for each kind of phase, from the tokens and the figure: static/artwork/*.png.
//
//   node scripts/artwork.mjs      draws them anew; look at them before they are committed
//
// Told apart by shape: a runner, a walker, a shore, a bridge, a breath, a resting body. Few colours, so few bytes.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync, crc32 as zlibCrc32 } from 'node:zlib';
import { chromium } from '@playwright/test';
import { bundle } from './bundle.mjs';
import { ensureChromium, launchArgs } from './find-chromium.mjs';

const root = resolve(import.meta.dirname, '..');
const out = join(root, 'static/artwork');
const SIZES = [256];
const COLOURS = 32;

/** Node 20 reads no TypeScript: the room is bundled first. */
async function loadFigures() {
	const dir = join(tmpdir(), `artwork-${process.pid}`);
	await bundle({ entry: { figure: 'src/lib/figure/figure.ts' }, outDir: dir, target: 'node20' });
	const room = await import(pathToFileURL(join(dir, 'figure.js')).href);
	rmSync(dir, { recursive: true });
	return room;
}

const { figureFor, figureAt, viewBoxOf } = await loadFigures();

/** @param {string} id @param {number} seconds @param {[number, number, number, number]} place x, y, width, height */
function figure(id, seconds, [x, y, width, height]) {
	const exercise = figureFor(id);
	return `<svg class="fig" x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${viewBoxOf(exercise)}">${figureAt(exercise, seconds, { id })}</svg>`;
}

const hill = (/** @type {number} */ y, /** @type {string} */ fill) =>
	`<path d="M-20 ${y}C80 ${y - 34} 160 ${y - 46} 300 ${y - 30}S440 ${y + 8} 532 ${y - 14}V532H-20Z" fill="${fill}" stroke="var(--ink)" stroke-width="8"/>`;
const flat = (/** @type {number} */ y, /** @type {string} */ fill) =>
	`<path d="M-20 ${y}H532V532H-20Z" fill="${fill}" stroke="var(--ink)" stroke-width="8"/>`;
const waves = [452, 484]
	.map(
		(y) =>
			`<path d="M40 ${y}q27-20 54 0t54 0 54 0 54 0 54 0 54 0 54 0 54 0" fill="none" stroke="var(--ink)" stroke-width="6"/>`
	)
	.join('');

/** 512 by 512 each. @type {Record<string, string>} */
const PICTURES = {
	run: `<rect width="512" height="512" fill="var(--run-field)"/>${hill(430, 'var(--scene-isle)')}<g stroke="var(--ink)" stroke-width="9" stroke-linecap="round"><path d="M40 190h70M24 246h92M48 302h58"/></g>${figure('run', 0.12, [96, 30, 380, 400])}`,
	walk: `<rect width="512" height="512" fill="var(--walk-field)"/>${flat(424, 'var(--scene-sea-far)')}${waves}${figure('walk', 0.1, [76, 58, 380, 400])}`,
	'warm-up': `<rect width="512" height="512" fill="var(--warm-field)"/><circle cx="256" cy="270" r="112" fill="var(--sun)" stroke="var(--ink)" stroke-width="9"/><g stroke="var(--ink)" stroke-width="11" stroke-linecap="round">${Array.from({ length: 9 }, (_, n) => `<path d="M256 ${126}v-46" transform="rotate(${(n - 4) * 22.5} 256 270)"/>`).join('')}</g>${flat(330, 'var(--scene-sand)')}<path d="M60 396h210M250 452h200" stroke="var(--ink)" stroke-width="8" stroke-linecap="round"/>`,
	strength: `<rect width="512" height="512" fill="var(--strength-field)"/>${flat(400, 'var(--strength-fill)')}${figure('core-bird-dog', 2.2, [16, 118, 480, 330])}`,
	breathe: `<rect width="512" height="512" fill="var(--breathe-field)"/><g fill="none" stroke="var(--breathe-on)" stroke-width="12"><circle cx="256" cy="256" r="196"/><circle cx="256" cy="256" r="138"/></g><circle cx="256" cy="256" r="80" fill="var(--sun)" stroke="var(--ink)" stroke-width="9"/>`,
	rest: `<rect width="512" height="512" fill="var(--rest-field)"/>${flat(384, 'var(--rest-fill)')}${figure('rest-easy', 0, [16, 124, 480, 300])}<path d="M366 62a76 76 0 1 0 70 108 62 62 0 0 1-70-108Z" fill="var(--sun)" stroke="var(--ink)" stroke-width="9"/>`
};

const style = [join(root, 'src/style/tokens.css'), join(root, 'src/lib/figure/figure.css')]
	.map((file) => readFileSync(file, 'utf8'))
	.join('\n');

const crc32 = (/** @type {Buffer} */ data) => {
	if (zlibCrc32) return zlibCrc32(data);
	let crc = ~0;
	for (const byte of data) {
		crc ^= byte;
		for (let n = 0; n < 8; n++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return ~crc >>> 0;
};

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/**
 * A PNG with a palette of the most frequent colours; every other pixel takes the nearest of them.
 * @param {Uint8ClampedArray | number[]} rgba
 * @param {number} size
 */
function paletted(rgba, size) {
	/** @type {Map<number, number>} */
	const counts = new Map();
	const colourAt = (/** @type {number} */ n) => ((rgba[n] ?? 0) << 16) | ((rgba[n + 1] ?? 0) << 8) | (rgba[n + 2] ?? 0);
	for (let n = 0; n < rgba.length; n += 4) counts.set(colourAt(n), (counts.get(colourAt(n)) ?? 0) + 1);
	const palette = [...counts]
		.sort((a, b) => b[1] - a[1])
		.slice(0, COLOURS)
		.map(([colour]) => colour);
	const apart = (/** @type {number} */ a, /** @type {number} */ b) =>
		((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
	const nearest = new Map(
		[...counts.keys()].map((colour) => {
			let best = 0;
			for (const [n, each] of palette.entries()) if (apart(each, colour) < apart(palette[best] ?? 0, colour)) best = n;
			return [colour, best];
		})
	);
	const rows = Buffer.alloc(size * (size + 1));
	for (let y = 0; y < size; y++)
		for (let x = 0; x < size; x++) rows[y * (size + 1) + 1 + x] = nearest.get(colourAt((y * size + x) * 4)) ?? 0;
	const head = Buffer.alloc(13);
	head.writeUInt32BE(size, 0);
	head.writeUInt32BE(size, 4);
	// Eight bits a pixel, with a palette.
	head.set([8, 3, 0, 0, 0], 8);
	const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', head),
		chunk('PLTE', colours),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0))
	]);
}

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs() });
try {
	let sum = 0;
	for (const size of SIZES) {
		const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: 'light' });
		for (const [name, picture] of Object.entries(PICTURES)) {
			await page.setContent(
				`<!doctype html><style>${style} body{margin:0} .art{display:block} .fig .f-focus, .fig .f-ground{display:none}</style><svg class="art" width="${size}" height="${size}" viewBox="0 0 512 512">${picture}</svg>`
			);
			const shot = (await page.screenshot()).toString('base64');
			const rgba = await page.evaluate(async (/** @type {string} */ png) => {
				const image = await globalThis.createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
				const canvas = new globalThis.OffscreenCanvas(image.width, image.height);
				const context = canvas.getContext('2d');
				context?.drawImage(image, 0, 0);
				return [...(context?.getImageData(0, 0, image.width, image.height).data ?? [])];
			}, shot);
			const png = paletted(rgba, size);
			writeFileSync(join(out, `${name}-${size}.png`), png);
			sum += png.length;
			console.log(`${name}-${size}.png ${png.length}`);
		}
		await page.close();
	}
	console.log(`${sum} bytes`);
} finally {
	await browser.close();
}
