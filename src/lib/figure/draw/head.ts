// Neck and head: hair, ears and a profile, no face.
import { outward, SIDES } from '#lib/figure/body.ts';
import type { Skeleton } from '#lib/figure/skeleton.ts';
import { m, v, type Vec3 } from '#lib/figure/vector.ts';
import { path, type Brush } from './brush.ts';
import { hull } from './outline.ts';

type Ball = readonly [x: number, y: number, z: number, r: number];

const FACE: readonly Ball[] = [
	[3, 11.8, 0, 6.7],
	[2.2, 7.4, 0, 6.7],
	[5, 3.4, 0, 4.3],
	[1.4, 4.4, 0, 5.2]
];
const NOSE: readonly Ball[] = [
	[8.2, 8.6, 0, 1.7],
	[10.2, 6.3, 0, 1.15],
	[7.6, 5.4, 0, 1.8]
];
const HAIR: readonly Ball[] = [
	[0.9, 12.2, 0, 8.7],
	[-1.9, 10.2, 0, 8.1],
	[-3.2, 5.2, 0, 5]
];
const FRINGE: readonly Ball[] = [
	[4.6, 16.2, -2.4, 3.3],
	[4.6, 16.2, 2.4, 3.3],
	[-1, 16.6, 0, 4.2]
];
const TEMPLE: readonly Ball[] = [
	[1.2, 14.6, 4.2, 4],
	[-2.4, 11.6, 4, 4.8],
	[-3.6, 7.4, 3.4, 3.9]
];
const EAR: readonly Ball[] = [
	[-0.9, 7.6, 7.3, 1.9],
	[-1.2, 6.2, 7.1, 1.3]
];

export function drawHead({ frames: { head, chest }, joints }: Skeleton, { camera }: Brush) {
	const inHead = (p: Vec3) => v.add(head.at, m.apply(head.R, p));
	const outline = (balls: readonly Ball[], z = 1) =>
		hull(balls.map(([x, y, side, r]) => camera.circle(inHead([x, y, side * z]), r)));
	const right = m.column(head.R, 2);
	const temples = SIDES.map(outward)
		.filter((z) => v.dot(right, camera.facing) * z > 0.12)
		.map((z) => outline(TEMPLE, z));
	const ears = SIDES.map(outward)
		.filter((z) => camera.depth(inHead([-0.9, 7.6, z * 7.3])) > camera.depth(inHead([-0.9, 7.6, 0])) + 2.5)
		.map((z) => path('f-ear', outline(EAR, z)));
	const face = path('f-skin', outline(FACE) + outline(NOSE));
	const looksAway = v.dot(m.column(head.R, 0), camera.facing) < -0.45;
	const throat = camera.circle(v.add(joints.c7, m.apply(chest.R, [1.8, -1, 0])), 4.6);
	return {
		neck: path('f-skin f-neck', hull([throat, camera.circle(inHead([1.2, 2.2, 0]), 4.3)])),
		head: looksAway
			? face + ears.join('') + path('f-hair', outline(HAIR) + outline(FRINGE))
			: path('f-hair', outline(HAIR)) + face + path('f-hair', outline(FRINGE) + temples.join('')) + ears.join('')
	};
}
