// The page's side of a painted figure: hands its canvas to the worker, and tells it the time, the size and the colours.
// Where a worker cannot paint, it says so, and the page draws the figure itself.
import type { Motion } from '#lib/figure/motion.ts';
import { PART_NAMES, type Palette, type PartLook } from '#lib/figure/paint/palette.ts';
import type { Box } from '#lib/figure/pose.ts';
import type { Frame, PaintNews, PaintOrder } from './figure-painter.ts';
import { SAID_EVERY_SECONDS, type Pace } from './figure-run.ts';

export interface Stage {
	follow(pace: Pace): void;
	end(): void;
}

export interface StageWishes {
	readonly motion: Motion;
	readonly box: Box;
	readonly pace: Pace;
	/** The first picture is on the canvas. */
	readonly onShown: () => void;
	/** There will be none; the page has to draw. Comes at most once. */
	readonly onFailed: () => void;
}

/** How far the canvas reaches over its element on either side, of the element's width: an arm may reach out of the box. */
const BLEED = 0.05;
const SVG = 'http://www.w3.org/2000/svg';
let worker: Worker | null | undefined;
let lastKey = 0;

/** Figures that are being painted, and how long after the last one the painter is kept: the next step begins at once. */
let stages = 0;
const KEPT_MS = 2000;

/** A page without a moving figure needs no painter; one that is left running would belong to the page until it is closed. */
function letGo(): void {
	stages -= 1;
	setTimeout(() => {
		if (stages > 0 || !worker) return;
		worker.terminate();
		worker = undefined;
	}, KEPT_MS);
}

/** The one painter of this page, started with its first figure. Without workers or a policy for them: `null`. */
function painter(): Worker | null {
	if (worker !== undefined) return worker;
	try {
		worker = new Worker(new URL('./figure-painter.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('error', (event) => {
			// A worker that cannot be loaded is only a worker less, not an error of the page.
			event.preventDefault();
			worker = null;
		});
	} catch {
		worker = null;
	}
	return worker;
}

const number = (text: string, otherwise: number) => {
	const value = Number.parseFloat(text);
	return Number.isFinite(value) ? value : otherwise;
};

function lookOf(style: CSSStyleDeclaration, opacity: string): PartLook {
	return {
		fill: style.fill,
		stroke: style.stroke,
		strokeWidth: number(style.strokeWidth, 1),
		lineCap: style.strokeLinecap as CanvasLineCap,
		lineJoin: style.strokeLinejoin as CanvasLineJoin,
		strokeOpacity: number(style.strokeOpacity, 1),
		opacity: number(opacity, 1)
	};
}

/** The colours of figure.css as they are here and now: one of each part is put into the figure, asked, and taken out. */
function paletteOf(fig: SVGSVGElement): Palette {
	const sample = document.createElementNS(SVG, 'g');
	const parts = PART_NAMES.map((name) => {
		const group = sample.appendChild(document.createElementNS(SVG, 'g'));
		const path = group.appendChild(document.createElementNS(SVG, 'path'));
		for (const element of [group, path]) element.setAttribute('class', name);
		return { name, group, path };
	});
	fig.append(sample);
	const looks = parts.map(({ name, group, path }): [string, PartLook] => [
		name,
		lookOf(getComputedStyle(path), getComputedStyle(group).opacity)
	]);
	sample.remove();
	return Object.fromEntries(looks);
}

/** As `preserveAspectRatio` has it by default: as large as fits into the element, in the middle. */
function frameOf(canvas: HTMLCanvasElement, [left, top, width, height]: Box): Frame {
	const pixels = globalThis.devicePixelRatio || 1;
	const [cssWidth, cssHeight] = [canvas.clientWidth, canvas.clientHeight];
	const scale = Math.min(cssWidth / (1 + 2 * BLEED) / width, cssHeight / height) * pixels;
	return {
		width: Math.max(1, Math.round(cssWidth * pixels)),
		height: Math.max(1, Math.round(cssHeight * pixels)),
		scale,
		x: (cssWidth * pixels - width * scale) / 2 - left * scale,
		y: (cssHeight * pixels - height * scale) / 2 - top * scale
	};
}

/** So far apart two clocks are not seen to be. */
const APART_SECONDS = 0.1;

/** Whether a worker that was told `last` at `lastMs` would show something else than `next` now. Each message costs the page. */
function isNews(last: Pace, lastMs: number, next: Pace, nowMs: number): boolean {
	if (last.playing !== next.playing || !next.playing) return true;
	if (last.seconds === undefined || next.seconds === undefined) return last.seconds !== next.seconds;
	const since = (nowMs - lastMs) / 1000;
	return since >= SAID_EVERY_SECONDS || Math.abs(last.seconds + since - next.seconds) > APART_SECONDS;
}

/** What may change a figure's colours or the pixels of its canvas: calls back until `signal` ends it. */
function watchLook(onLook: () => void, signal: AbortSignal): void {
	for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'])
		matchMedia(query).addEventListener('change', onLook, { signal });
	const root = new MutationObserver(onLook);
	root.observe(document.documentElement, { attributes: true });
	signal.addEventListener('abort', () => root.disconnect());
}

/** Calls what the worker says of the figure `key`, until `signal` ends it. A worker that breaks has failed as well. */
function hear(worker: Worker, key: number, signal: AbortSignal, on: Record<PaintNews['kind'], () => void>): void {
	worker.addEventListener('error', on.failed, { signal });
	worker.addEventListener(
		'message',
		({ data }: MessageEvent<PaintNews>) => {
			if (data.key === key) on[data.kind]();
		},
		{ signal }
	);
}

/** A task of its own after the next picture of the page: the step, its name and its time are on the screen first. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));
const nextPicture = () => new Promise(requestAnimationFrame).then(nextTask);

/**
 * Lets the worker paint the motion on the canvas, in the place and the colours of the figure `fig` that lies under it.
 * Begins after the page's next picture, and in small parts: a canvas takes as long to hand over as a step to be shown.
 */
export function openStage(canvas: HTMLCanvasElement, fig: SVGSVGElement, wishes: StageWishes): Stage {
	const key = ++lastKey;
	const listening = new AbortController();
	const { signal } = listening;
	let hand: Worker | null = null;
	let [said, saidMs] = [wishes.pace, performance.now()];
	const order = (what: PaintOrder, transfer: Transferable[] = []) => hand?.postMessage(what, transfer);
	const fail = () => {
		listening.abort();
		wishes.onFailed();
	};
	const watch = () => {
		const size = new ResizeObserver(() => {
			if (canvas.clientWidth > 0) order({ kind: 'size', key, frame: frameOf(canvas, wishes.box) });
		});
		size.observe(canvas);
		signal.addEventListener('abort', () => size.disconnect());
		watchLook(() => order({ kind: 'look', key, palette: paletteOf(fig) }), signal);
	};
	const begin = async () => {
		await nextPicture();
		if (signal.aborted) return;
		const worker = 'transferControlToOffscreen' in canvas ? painter() : null;
		if (!worker) return fail();
		stages += 1;
		signal.addEventListener('abort', letGo);
		// It began when the message reached it, a worker that has to start first much later than it was sent.
		const shown = () => {
			saidMs = -Infinity;
			wishes.onShown();
		};
		hear(worker, key, signal, { failed: fail, shown });
		await nextTask();
		if (signal.aborted) return;
		const offscreen = canvas.transferControlToOffscreen();
		await nextTask();
		if (signal.aborted) return;
		hand = worker;
		const first = { motion: wishes.motion, palette: paletteOf(fig), frame: frameOf(canvas, wishes.box), pace: said };
		saidMs = performance.now();
		order({ kind: 'begin', key, canvas: offscreen, ...first }, [offscreen]);
		watch();
	};
	void begin();
	return {
		follow(pace) {
			if (hand && !isNews(said, saidMs, pace, performance.now())) return;
			[said, saidMs] = [pace, performance.now()];
			order({ kind: 'follow', key, pace });
		},
		end() {
			listening.abort();
			order({ kind: 'end', key });
		}
	};
}
