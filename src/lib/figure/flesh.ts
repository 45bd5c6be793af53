// The body as spheres: what may touch the ground, and the tube that the torso is drawn from.
// Knows a solved skeleton; knows nothing of poses or pictures.
import { GIRTH, outward, SIDES } from './body.ts';
import type { Skeleton } from './skeleton.ts';
import { clamp, m, v, type Vec3 } from './vector.ts';

export interface Sphere {
	readonly part: string;
	readonly at: Vec3;
	readonly r: number;
}

/** A slice of the torso: two balls of radius `r`, `half` to each side of `at`. */
export interface Slice {
	readonly u: number;
	readonly at: Vec3;
	readonly r: number;
	readonly half: number;
	readonly front: Vec3;
	readonly right: Vec3;
	readonly part: 'torsoLow' | 'waist' | 'chest';
}

const SLICES = 16;

function girthAt(u: number): Vec3 {
	const i = Math.max(
		1,
		GIRTH.findIndex(([end], k) => k > 0 && end >= u)
	);
	const [from, a] = GIRTH[i - 1] ?? [0, [0, 0, 0]];
	const [to, b] = GIRTH[i] ?? [1, a];
	const t = clamp((u - from) / (to - from), 0, 1);
	return v.lerp(a, b, t * t * (3 - 2 * t));
}

/** Catmull–Rom through b and c. */
export const through = (a: number, b: number, c: number, d: number, t: number) =>
	0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);

/** The torso as a smooth tapered tube, so that a back bends like a back and not like a hinge. */
export function torsoSlices({ joints: J, frames: F, pose }: Skeleton): Slice[] {
	const spine = [J.pelvis, J.l5, J.loin, J.t12, J.t6, J.c7] as const;
	const fronts = [F.pelvis, F.pelvis, F.lumbar, F.thorax, F.chest, F.chest].map((frame) => m.column(frame.R, 0));
	const rights = [F.pelvis, F.lumbar, F.lumbar, F.thorax, F.chest, F.chest].map((frame) => m.column(frame.R, 2));
	const pick = (list: readonly Vec3[], i: number): Vec3 => list[clamp(i, 0, 5)] ?? J.c7;
	return Array.from({ length: SLICES + 1 }, (_, n): Slice => {
		const u = (5 * n) / SLICES;
		const i = Math.min(4, Math.floor(u));
		const t = u - i;
		const [depth, half, ahead] = girthAt(u);
		// A breath moves the belly only: the back of the slice stays where it is.
		const rise = ((pose.breath ?? 0) * Math.max(0, 1 - Math.abs(u - 1.9) / 1.6)) / 2;
		const front = v.norm(v.lerp(pick(fronts, i), pick(fronts, i + 1), t));
		const [a, b, c, d] = [pick(spine, i - 1), pick(spine, i), pick(spine, i + 1), pick(spine, i + 2)];
		const centre: Vec3 = [
			through(a[0], b[0], c[0], d[0], t),
			through(a[1], b[1], c[1], d[1], t),
			through(a[2], b[2], c[2], d[2], t)
		];
		return {
			u,
			at: v.add(centre, v.mul(front, ahead + rise)),
			r: depth + rise,
			half,
			front,
			right: v.norm(v.lerp(pick(rights, i), pick(rights, i + 1), t)),
			part: u < 1.35 ? 'torsoLow' : u < 3 ? 'waist' : 'chest'
		};
	});
}

/** Everything that could lie on the ground or sink into it. */
export function spheres(skeleton: Skeleton): Sphere[] {
	const { frames: F, legs, arms } = skeleton;
	const list: Sphere[] = [];
	const add = (part: string, at: Vec3, r: number) => list.push({ part, at, r });
	const inside = (frame: 'pelvis' | 'head', p: Vec3) => v.add(F[frame].at, m.apply(F[frame].R, p));
	for (const side of SIDES) {
		const z = outward(side);
		const leg = legs[side];
		const arm = arms[side];
		add('pelvis', inside('pelvis', [0.2, 1.5, z * 6.4]), 9.6);
		add('pelvis', inside('pelvis', [-3.6, -1.5, z * 6.2]), 8.4);
		add(`hip${side}`, leg.start, 8.6);
		add(`knee${side}`, leg.middle, 5.3);
		add(`ankle${side}`, leg.end, 3.5);
		add(`heel${side}`, leg.heel, 3.3);
		add(`ball${side}`, leg.ball, 2.5);
		add(`toe${side}`, leg.tip, 1.9);
		add(`shoulder${side}`, arm.start, 5.6);
		add(`elbow${side}`, arm.middle, 3.8);
		add(`wrist${side}`, arm.end, 2.7);
		add(`hand${side}`, arm.knuckle, 2.3);
		add(`fingers${side}`, arm.tip, 1.5);
	}
	for (const { part, at, right, half, r } of torsoSlices(skeleton))
		for (const z of [1, -1]) add(part, v.add(at, v.mul(right, z * half)), r);
	add('head', inside('head', [0.9, 9.6, 0]), 9.1);
	add('head', inside('head', [4.8, 2.8, 0]), 4.4);
	return list;
}
