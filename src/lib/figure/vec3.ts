// Triples of numbers: the arithmetic of places and directions. Used as `v` (vector.ts).

export type Vec3 = readonly [number, number, number];

export const len = (a: Vec3) => Math.hypot(a[0], a[1], a[2]);
export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const mul = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [
	a[1] * b[2] - a[2] * b[1],
	a[2] * b[0] - a[0] * b[2],
	a[0] * b[1] - a[1] * b[0]
];
export const norm = (a: Vec3): Vec3 => mul(a, 1 / (len(a) || 1));
export const lerp = (a: Vec3, b: Vec3, t: number): Vec3 => add(a, mul(sub(b, a), t));
/** What is left of `a` when its part along the unit vector `u` is taken away. */
export const across = (a: Vec3, u: Vec3): Vec3 => sub(a, mul(u, dot(a, u)));
