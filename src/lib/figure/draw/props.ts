// What the body lies on or stands beside: mat, ground, desk, chair, wall, step, cushion. Always behind the body.
import type { Box, Prop } from '#lib/figure/pose.ts';
import type { Vec3 } from '#lib/figure/vector.ts';
import { path } from './brush.ts';
import type { Camera } from './camera.ts';
import { point, short } from './outline.ts';

const CHAIR = { depth: 40, half: 20, back: 42 };
const WALL = { height: 168, half: 46 };
const MAT = { length: 92, half: 34, thick: 1.4 };

function createPens({ see }: Camera) {
	const on = (p: Vec3) => {
		const [x, y] = see(p);
		return point(x, y);
	};
	return {
		face: (name: string, corners: readonly Vec3[]) => path(name, `M${corners.map(on).join('L')}Z`),
		lines: (name: string, lines: readonly (readonly [Vec3, Vec3])[]) =>
			path(name, lines.map(([a, b]) => `M${on(a)}L${on(b)}`).join(''))
	};
}
type Pens = ReturnType<typeof createPens>;

function drawMat({ face }: Pens): string {
	const { length, half, thick } = MAT;
	const sheet = (from: number, to: number, y: number): Vec3[] => [
		[from, y, -half],
		[to, y, -half],
		[to, y, half],
		[from, y, half]
	];
	return (
		face('f-mat-edge', sheet(-length, length, -thick)) +
		face('f-mat', sheet(-length, length, 0)) +
		face('f-mat-band', sheet(length - 9, length - 6, 0)) +
		face('f-mat-band', sheet(6 - length, 9 - length, 0))
	);
}

function drawDisc({ see, facing }: Camera): string {
	const [x, y] = see([0, 0, 0]);
	const [rx, ry] = [52, short(52 * Math.max(0.16, facing[1]))];
	const half = (to: number, at: number) => `A${rx} ${ry} 0 0 1 ${point(to, at)}`;
	const ellipse = (name: string, down: number) =>
		path(name, `M${point(x - rx, y + down)}${half(x + rx, y + down)}${half(x - rx, y + down)}Z`);
	return ellipse('f-mat-edge', 1.4) + ellipse('f-mat', 0);
}

function drawDesk({ face, lines }: Pens, x: number, height: number, width: number): string {
	const [z0, z1, end] = [-40, 40, x + width];
	const leg = (at: number, top: number, z: number): [Vec3, Vec3] => [
		[at, top, z],
		[at, 0, z]
	];
	const screen = x + 34;
	return (
		lines('f-prop-line', [leg(end - 6, height, z0 + 4), leg(x + 6, height, z0 + 4)]) +
		face('f-prop', [
			[x, height, z0],
			[end, height, z0],
			[end, height, z1],
			[x, height, z1]
		]) +
		face('f-prop-edge', [
			[x, height, z1],
			[end, height, z1],
			[end, height - 3, z1],
			[x, height - 3, z1]
		]) +
		lines('f-prop-line', [leg(end - 6, height - 3, z1 - 4), leg(x + 6, height - 3, z1 - 4)]) +
		face('f-prop-screen', [
			[screen, height + 10, -16],
			[screen, height + 10, 22],
			[screen + 6, height + 38, 22],
			[screen + 6, height + 38, -16]
		]) +
		lines('f-prop-line', [
			[
				[x + 37, height + 20, 3],
				[x + 40, height, 3]
			]
		])
	);
}

/** Seat, four legs and a back of two posts and a rail. `way`: the direction in which one sits on it. */
function drawChair({ face, lines }: Pens, at: number, height: number, way: 1 | -1): string {
	const [z0, z1, front, back] = [-CHAIR.half, CHAIR.half, at + way * CHAIR.depth, at];
	const leg = (x: number, out: number, z: number): [Vec3, Vec3] => [
		[x, height - 2, z],
		[x + out * way, 0, z]
	];
	const post = (z: number): [Vec3, Vec3] => [
		[back, height - 2, z],
		[back - 5 * way, height + CHAIR.back, z]
	];
	const rail = (low: number, high: number): Vec3[] => {
		const x = (y: number) => back - (5 * way * (y - height)) / CHAIR.back;
		return [
			[x(low), low, z0],
			[x(high), high, z0],
			[x(high), high, z1],
			[x(low), low, z1]
		];
	};
	const [low, high] = [height + CHAIR.back - 17, height + CHAIR.back];
	const edge = way > 0 ? front : back;
	return (
		lines('f-prop-line', [leg(back, -4, z0), leg(front, 2, z0), post(z0)]) +
		face('f-prop-edge', rail(low, high)) +
		face('f-prop', [
			[back, height, z0],
			[front, height, z0],
			[front, height, z1],
			[back, height, z1]
		]) +
		face('f-prop-edge', [
			[edge, height, z0],
			[edge, height, z1],
			[edge, height - 3.5, z1],
			[edge, height - 3.5, z0]
		]) +
		face('f-prop-edge', [
			[back, height, z1],
			[front, height, z1],
			[front, height - 3.5, z1],
			[back, height - 3.5, z1]
		]) +
		lines('f-prop-line', [leg(back, -4, z1), leg(front, 2, z1), post(z1)])
	);
}

function drawWall({ face, lines }: Pens, at: number): string {
	const corner = (y: number, z: number): Vec3 => [at, y, z];
	const base: [Vec3, Vec3] = [corner(9, -WALL.half), corner(9, WALL.half)];
	return (
		face('f-wall', [
			corner(0, -WALL.half),
			corner(WALL.height, -WALL.half),
			corner(WALL.height, WALL.half),
			corner(0, WALL.half)
		]) + lines('f-wall-line', [base])
	);
}

function drawBlock(
	{ face }: Pens,
	[a, b]: readonly [number, number],
	[c, d]: readonly [number, number],
	h: number,
	name: 'f-prop' | 'f-cushion'
): string {
	return (
		face(`${name}-edge`, [
			[a, 0, d],
			[a, h, d],
			[a, h, c],
			[a, 0, c]
		]) +
		face(name, [
			[a, h, c],
			[b, h, c],
			[b, h, d],
			[a, h, d]
		]) +
		face(`${name}-edge`, [
			[a, h, d],
			[b, h, d],
			[b, 0, d],
			[a, 0, d]
		])
	);
}

export function drawProp(prop: Prop, camera: Camera, [left, , width]: Box): string {
	const pens = createPens(camera);
	switch (prop.kind) {
		case 'mat':
			return drawMat(pens);
		case 'ground':
			return pens.lines('f-ground', [
				[
					[left, 0, 0],
					[left + width, 0, 0]
				]
			]);
		case 'disc':
			return drawDisc(camera);
		case 'desk':
			return drawDesk(pens, prop.at, prop.height, prop.width);
		case 'chair':
			return drawChair(pens, prop.at, prop.height, prop.facing ?? 1);
		case 'wall':
			return drawWall(pens, prop.at);
		case 'step':
			return drawBlock(pens, prop.x, prop.z, prop.height, 'f-prop');
		case 'cushion':
			return drawBlock(pens, prop.x, prop.z, prop.height, 'f-cushion');
	}
}
