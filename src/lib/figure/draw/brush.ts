// What all parts of the picture share while one figure is drawn: the camera, the clip paths and the tinted area.
// Knows no part of the body.
import type { FocusPart } from '#lib/figure/pose.ts';
import type { Side } from '#lib/figure/body.ts';
import type { Vec3 } from '#lib/figure/vector.ts';
import type { Camera } from './camera.ts';
import { point, short } from './outline.ts';

/** Stands for the instance's id in drawn markup, so that one cached frame serves every figure on the page. */
export const ID_MARK = '§';

export const path = (name: string, d: string) => `<path class="${name}" d="${d}"/>`;

export interface Brush {
	readonly camera: Camera;
	/** The side away from the viewer is drawn darker. */
	readonly farSide: Side;
	readonly shade: (side: Side) => '' | ' far';
	readonly isFocus: (part: FocusPart) => boolean;
	/** Draws only inside the outline `d`. */
	readonly clipped: (d: string, content: string, name?: string) => string;
	/** Soft tint along a line, clipped to the outline it lies on. */
	readonly tint: (d: string, line: readonly Vec3[], width: number) => string;
	readonly definitions: () => string;
}

/** Strokes from wide and faint to narrow and strong: a blur that costs no filter. */
const GLOW: readonly (readonly [width: number, opacity: number])[] = [
	[2.1, 0.09],
	[1.75, 0.13],
	[1.4, 0.19],
	[1.05, 0.28],
	[0.7, 0.38],
	[0.4, 0.42]
];

export function createBrush(camera: Camera, farSide: Side, focus: readonly FocusPart[]): Brush {
	const clips: string[] = [];
	const clipped = (d: string, content: string, name = '') => {
		if (!clips.includes(d)) clips.push(d);
		const id = ID_MARK + clips.indexOf(d);
		return `<g clip-path="url(#${id})"${name && ` class="${name}"`}>${content}</g>`;
	};
	const tint = (d: string, line: readonly Vec3[], width: number) => {
		const along = line.map((p) => point(...(camera.circle(p, 0).slice(0, 2) as [number, number]))).join('L');
		const strokes = GLOW.map(
			([k, opacity]) => `<path d="M${along}" stroke-width="${short(width * k)}" opacity="${opacity}"/>`
		);
		return clipped(d, strokes.join(''), 'f-focus');
	};
	return {
		camera,
		farSide,
		shade: (side) => (side === farSide ? ' far' : ''),
		isFocus: (part) => focus.some((wanted) => wanted === part || wanted === part.replace(/[RL]$/, '')),
		clipped,
		tint,
		definitions: () => clips.map((d, i) => `<clipPath id="${ID_MARK}${i}"><path d="${d}"/></clipPath>`).join('')
	};
}
