// One skeleton becomes one picture: SVG markup for the inside of an <svg class="fig">.
// Inert by construction: paths, groups and clip paths only; colours are classes of figure.css.
import { SIDES, type Side } from '#lib/figure/body.ts';
import { torsoSlices } from '#lib/figure/flesh.ts';
import type { FigureExercise, Layer } from '#lib/figure/pose.ts';
import type { Skeleton } from '#lib/figure/skeleton.ts';
import { createBrush } from './brush.ts';
import { createCamera, type Camera } from './camera.ts';
import { drawHead } from './head.ts';
import { drawArm, drawLeg } from './limbs.ts';
import { short } from './outline.ts';
import { drawProp } from './props.ts';
import { drawShadow } from './shadow.ts';
import { drawTorso } from './torso.ts';

/** The side farther from the viewer, by hips and shoulders. */
export function farSideOf({ arms, legs }: Skeleton, { depth }: Camera): Side {
	const nearness = (side: Side) => depth(legs[side].start) + depth(arms[side].start);
	return nearness('R') >= nearness('L') ? 'L' : 'R';
}

function drawBody(skeleton: Skeleton, ex: FigureExercise, camera: Camera): string {
	const far = ex.far ?? farSideOf(skeleton, camera);
	const near: Side = far === 'R' ? 'L' : 'R';
	const brush = createBrush(camera, far, ex.focus);
	const layers: Partial<Record<Layer, string>> = {
		...drawTorso(skeleton, torsoSlices(skeleton), brush),
		...drawHead(skeleton, brush)
	};
	for (const side of SIDES) {
		layers[`leg${side}`] = drawLeg(skeleton.legs[side], ex.shoes ?? false, brush);
		layers[`arm${side}`] = drawArm(skeleton.arms[side], skeleton.frames.chest, brush);
	}
	const order: readonly Layer[] = ex.order ?? [
		`arm${far}`,
		`leg${far}`,
		'neck',
		'torso',
		'head',
		`leg${near}`,
		'over',
		`arm${near}`
	];
	return brush.definitions() + order.map((layer) => layers[layer] ?? '').join('');
}

/** The picture flipped left to right inside its box: exactly the other side of the body. */
const flip = ([x, , width]: FigureExercise['box']) => ` transform="translate(${short(2 * x + width)} 0) scale(-1 1)"`;

export function drawFigure(skeleton: Skeleton, ex: FigureExercise, mirrored: boolean): string {
	const camera = createCamera(ex.view);
	const props = ex.props.map((prop) => drawProp(prop, camera, ex.box)).join('');
	const shadow = drawShadow(skeleton, torsoSlices(skeleton), camera);
	return `<g${mirrored ? flip(ex.box) : ''}>${props}${shadow}${drawBody(skeleton, ex, camera)}</g>`;
}
