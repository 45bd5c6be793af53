// Rotations: three rows of three, the columns are the images of X, Y and Z. Used as `m` (vector.ts).
import { dot, type Vec3 } from './vec3.ts';

export type Mat3 = readonly [Vec3, Vec3, Vec3];

export const DEGREE = Math.PI / 180;

export const I: Mat3 = [
	[1, 0, 0],
	[0, 1, 0],
	[0, 0, 1]
];
export const apply = (a: Mat3, p: Vec3): Vec3 => [dot(a[0], p), dot(a[1], p), dot(a[2], p)];
export const columns = (x: Vec3, y: Vec3, z: Vec3): Mat3 => [
	[x[0], y[0], z[0]],
	[x[1], y[1], z[1]],
	[x[2], y[2], z[2]]
];
export const transpose = (a: Mat3): Mat3 => columns(...a);
export const column = (a: Mat3, j: 0 | 1 | 2): Vec3 => [a[0][j], a[1][j], a[2][j]];

const product = (a: Mat3, b: Mat3): Mat3 => {
	const c = transpose(b);
	return [apply(c, a[0]), apply(c, a[1]), apply(c, a[2])];
};
export const mul = (first: Mat3, ...rest: readonly Mat3[]): Mat3 => rest.reduce(product, first);

const turn = (degrees: number) => [Math.cos(degrees * DEGREE), Math.sin(degrees * DEGREE)] as const;
export const rx = (degrees: number): Mat3 => {
	const [c, s] = turn(degrees);
	return columns([1, 0, 0], [0, c, s], [0, -s, c]);
};
export const ry = (degrees: number): Mat3 => {
	const [c, s] = turn(degrees);
	return columns([c, 0, -s], [0, 1, 0], [s, 0, c]);
};
export const rz = (degrees: number): Mat3 => {
	const [c, s] = turn(degrees);
	return columns([c, s, 0], [-s, c, 0], [0, 0, 1]);
};
