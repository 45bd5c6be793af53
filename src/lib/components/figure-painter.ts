// The worker that paints moving figures: the page only says what to show, and stays free for its clock and for taps.
// One for all figures of the page; each has a number, a canvas and a motion.
import { KEPT_FRAMES } from '#lib/figure/frames.ts';
import type { Motion } from '#lib/figure/motion.ts';
import { paintShapes } from '#lib/figure/paint/canvas.ts';
import type { Palette } from '#lib/figure/paint/palette.ts';
import { shapesOf, type Shape } from '#lib/figure/paint/shapes.ts';
import { recent } from '#lib/figure/recent.ts';
import { runFigure, type FigureRun, type Pace } from './figure-run.ts';

/** Where on the canvas the picture lies: device pixels, already centred in its element. */
export interface Frame {
	readonly width: number;
	readonly height: number;
	/** Device pixels for one figure unit, and where the unit's origin is. */
	readonly scale: number;
	readonly x: number;
	readonly y: number;
}

/** From the page. */
export type PaintOrder =
	| {
			readonly kind: 'begin';
			readonly key: number;
			readonly canvas: OffscreenCanvas;
			readonly motion: Motion;
			readonly palette: Palette;
			readonly frame: Frame;
			readonly pace: Pace;
	  }
	| { readonly kind: 'follow'; readonly key: number; readonly pace: Pace }
	| { readonly kind: 'look'; readonly key: number; readonly palette: Palette }
	| { readonly kind: 'size'; readonly key: number; readonly frame: Frame }
	| { readonly kind: 'end'; readonly key: number };

/** To the page: the first picture is on the canvas; or there will be none. */
export interface PaintNews {
	readonly key: number;
	readonly kind: 'shown' | 'failed';
}

interface Painting {
	palette: Palette;
	frame: Frame;
	readonly run: FigureRun;
}

const paintings = new Map<number, Painting>();
const tell = (news: PaintNews) => self.postMessage(news);

/** As many as the pictures that are kept as markup, and the outlines in them. */
const pictures = recent<readonly Shape[]>(KEPT_FRAMES);
const paths = recent<Path2D>(4000);
const pathOf = (d: string): Path2D => paths(d, () => new Path2D(d));

function paint(canvas: OffscreenCanvas, { palette, frame }: Painting, markup: string): void {
	const context = canvas.getContext('2d');
	if (!context) throw new Error('This worker has no canvas to paint on');
	if (canvas.width !== frame.width) canvas.width = frame.width;
	if (canvas.height !== frame.height) canvas.height = frame.height;
	context.resetTransform();
	context.clearRect(0, 0, frame.width, frame.height);
	context.setTransform(frame.scale, 0, 0, frame.scale, frame.x, frame.y);
	paintShapes(
		context,
		pictures(markup, () => shapesOf(markup)),
		palette,
		pathOf
	);
}

function begin({ key, canvas, motion, palette, frame, pace }: Extract<PaintOrder, { kind: 'begin' }>): void {
	let told = false;
	const run = runFigure(motion, 'fig', (markup) => {
		try {
			paint(canvas, painting, markup);
			if (!told) tell({ key, kind: 'shown' });
			told = true;
		} catch {
			run.stop();
			tell({ key, kind: 'failed' });
		}
	});
	const painting: Painting = { palette, frame, run };
	paintings.set(key, painting);
	run.follow(pace);
}

function obey(order: PaintOrder): void {
	if (order.kind === 'begin') return begin(order);
	const painting = paintings.get(order.key);
	if (!painting) return;
	if (order.kind === 'follow') return painting.run.follow(order.pace);
	if (order.kind === 'end') {
		painting.run.stop();
		paintings.delete(order.key);
		return;
	}
	if (order.kind === 'look') painting.palette = order.palette;
	else painting.frame = order.frame;
	painting.run.again();
}

self.addEventListener('message', ({ data }: MessageEvent<PaintOrder>) => obey(data));
