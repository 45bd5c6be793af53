// The drawn markup read back as shapes, for a picture that is painted instead of put into a page.
// Knows only what draw/ writes: paths, groups and clip paths. Nobody else's markup comes here.

export interface PathShape {
	readonly kind: 'path';
	/** Its class, or that of the nearest group that has one: under this name its look is found. */
	readonly name: string;
	/** Path data. */
	readonly d: string;
	/** Where the markup sets them itself: a width in figure units (cm), an opacity 0 to 1. */
	readonly width?: number;
	readonly opacity?: number;
}

export interface GroupShape {
	readonly kind: 'group';
	readonly name: string;
	/** x' = scaleX * x + moveX, y' = scaleY * y. */
	readonly scaleX: number;
	readonly scaleY: number;
	readonly moveX: number;
	/** Path data of the outline inside of which alone it is drawn. */
	readonly clip?: string;
	readonly children: readonly Shape[];
}

export type Shape = PathShape | GroupShape;

const TAG = /<(\/?)(\w+)((?: [\w-]+="[^"]*")*)\/?>/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;

const attributesOf = (text: string) =>
	Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]));

/** The numbers in brackets after a word: `scale(-1 1)` gives -1 and 1. */
function numbersAfter(word: string, text = ''): readonly number[] {
	const [, inside = ''] = new RegExp(`${word}\\(([^)]*)\\)`).exec(text) ?? [];
	return inside.split(' ').filter(Boolean).map(Number);
}

type Open = { readonly name: string; readonly attributes: Record<string, string>; readonly children: Shape[] };

function groupOf({ name, attributes, children }: Open, clips: ReadonlyMap<string, string>): GroupShape {
	const [scaleX = 1, scaleY = 1] = numbersAfter('scale', attributes.transform);
	const [moveX = 0] = numbersAfter('translate', attributes.transform);
	const clip = clips.get(/#([^)]+)\)/.exec(attributes['clip-path'] ?? '')?.[1] ?? '');
	return { kind: 'group', name, scaleX, scaleY, moveX, ...(clip !== undefined && { clip }), children };
}

function pathOf(attributes: Record<string, string>, inherited: string): PathShape {
	const { d = '', class: name = inherited, 'stroke-width': width, opacity } = attributes;
	return {
		kind: 'path',
		name,
		d,
		...(width !== undefined && { width: Number(width) }),
		...(opacity !== undefined && { opacity: Number(opacity) })
	};
}

/** Markup of one frame, as `figureAt` gives it, as shapes from back to front. */
export function shapesOf(markup: string): readonly Shape[] {
	const clips = new Map<string, string>();
	const root: Open = { name: '', attributes: {}, children: [] };
	const open: Open[] = [root];
	let clipId: string | undefined;
	for (const [, closing, tag, text = ''] of markup.matchAll(TAG)) {
		const around = open.at(-1) ?? root;
		if (tag === 'clipPath') {
			clipId = closing ? undefined : attributesOf(text).id;
		} else if (tag === 'path') {
			const attributes = attributesOf(text);
			if (clipId === undefined) around.children.push(pathOf(attributes, open.findLast(({ name }) => name)?.name ?? ''));
			else clips.set(clipId, attributes.d ?? '');
		} else if (closing) {
			open.pop();
			open.at(-1)?.children.push(groupOf(around, clips));
		} else {
			const attributes = attributesOf(text);
			open.push({ name: attributes.class ?? '', attributes, children: [] });
		}
	}
	return root.children;
}
