// Shapes onto a canvas, exactly as figure.css would show them in a page. Knows no page: context and colours come in.
import type { Palette } from './palette.ts';
import type { PathShape, Shape } from './shapes.ts';

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Path data is read once: a picture comes back with every repetition. */
export type ReadPath = (d: string) => Path2D;

function paintPath(context: Context, shape: PathShape, palette: Palette, read: ReadPath, alpha: number): void {
	const look = palette[shape.name];
	if (!look) return;
	const visible = alpha * (shape.opacity ?? look.opacity);
	const path = read(shape.d);
	if (look.fill !== 'none') {
		context.globalAlpha = visible;
		context.fillStyle = look.fill;
		context.fill(path);
	}
	if (look.stroke !== 'none') {
		context.globalAlpha = visible * look.strokeOpacity;
		context.strokeStyle = look.stroke;
		context.lineWidth = shape.width ?? look.strokeWidth;
		context.lineCap = look.lineCap;
		context.lineJoin = look.lineJoin;
		context.stroke(path);
	}
}

/** Paints over what is there, in figure units; the caller has cleared and scaled the context. */
export function paintShapes(
	context: Context,
	shapes: readonly Shape[],
	palette: Palette,
	read: ReadPath,
	alpha = 1
): void {
	for (const shape of shapes) {
		if (shape.kind === 'path') {
			paintPath(context, shape, palette, read, alpha);
			continue;
		}
		context.save();
		context.transform(shape.scaleX, 0, 0, shape.scaleY, shape.moveX, 0);
		if (shape.clip !== undefined) context.clip(read(shape.clip));
		paintShapes(context, shape.children, palette, read, alpha * (palette[shape.name]?.opacity ?? 1));
		context.restore();
	}
}
