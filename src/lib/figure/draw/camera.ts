// The camera: an orthographic look at the world, turned by yaw and pitch. Knows nothing of what it sees.
import type { View } from '#lib/figure/pose.ts';
import { DEGREE, v, type Vec3 } from '#lib/figure/vector.ts';

/** A ball as the picture sees it. */
export type Circle = readonly [x: number, y: number, r: number];

export interface Camera {
	/** Picture x, picture y (down), and depth towards the viewer. */
	readonly see: (p: Vec3) => Vec3;
	readonly circle: (p: Vec3, r: number) => Circle;
	readonly depth: (p: Vec3) => number;
	/** The direction towards the viewer. */
	readonly facing: Vec3;
}

export function createCamera({ yaw, pitch }: View): Camera {
	const [ca, sa] = [Math.cos(yaw * DEGREE), Math.sin(yaw * DEGREE)];
	const [cb, sb] = [Math.cos(pitch * DEGREE), Math.sin(pitch * DEGREE)];
	const right: Vec3 = [ca, 0, -sa];
	const facing: Vec3 = [sa * cb, sb, ca * cb];
	// Seen nearly from the side, the mat's long edge stays level on the screen (an oblique view).
	const up: Vec3 = [Math.abs(yaw) < 45 ? 0 : -sa * sb, cb, -ca * sb];
	const see = (p: Vec3): Vec3 => [v.dot(p, right), -v.dot(p, up), v.dot(p, facing)];
	const depth = (p: Vec3) => v.dot(p, facing);
	const circle = (p: Vec3, r: number): Circle => [v.dot(p, right), -v.dot(p, up), r];
	return { see, circle, depth, facing };
}
