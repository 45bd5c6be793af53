// The way from one pose to another: angles blend as angles, planted hands and feet stay planted,
// a limb that leaves the ground swings on the sphere. Bone lengths are therefore constant in every frame.
import { DEFAULT_POLE, type Limb } from './limb.ts';
import type { Bend, LimbName, LimbPose, Pose, Spine } from './pose.ts';
import { orientationOf, shoulderLift, solve } from './rig.ts';
import type { Skeleton } from './skeleton.ts';
import { mix, slerp, slerpMatrix, v, type Vec3 } from './vector.ts';

/** Minimum jerk: how a calm limb actually moves. */
export const ease = (t: number) => t * t * t * (t * (6 * t - 15) + 10);

const number = (a = 0, b = 0, t: number) => mix(a, b, t);
const bend = (a: Bend = [0, 0, 0], b: Bend = [0, 0, 0], t: number) => v.lerp(a, b, t);
const SPINE: readonly (keyof Spine)[] = ['lumbar', 'thorax', 'neck', 'head'];
const ANGLES = ['flex', 'abd', 'rot', 'elbow', 'wrist', 'knee', 'ankle', 'toe'] as const;
const LIMBS: readonly LimbName[] = ['armR', 'armL', 'legR', 'legL'];

const limbOf = ({ arms, legs }: Skeleton, name: LimbName): Limb => {
	const side = name.endsWith('R') ? 'R' : 'L';
	return name.startsWith('arm') ? arms[side] : legs[side];
};

/** Where the elbow or knee points, in the world, however the pose said it. */
function poleOf(pose: LimbPose, { kind, front }: Limb): Vec3 {
	if (pose.poleRel) return kind === 'arm' ? v.mul(front, -1) : front;
	return pose.pole ?? DEFAULT_POLE[kind];
}

function blendLimb(a: LimbPose, b: LimbPose, from: Limb, to: Limb, t: number): LimbPose {
	const toe = number(a.toe, b.toe, t);
	const end = slerp(from.pointing, to.pointing, t);
	if (a.at && b.at && a.rel === b.rel) {
		const planted = {
			at: v.lerp(a.at, b.at, t),
			pole: v.lerp(poleOf(a, from), poleOf(b, to), t),
			toe,
			lift: number(a.lift, b.lift, t),
			...(a.rel && { rel: a.rel })
		};
		if (a.end ?? b.end) return { ...planted, end };
		return { ...planted, ankle: number(a.ankle, b.ankle, t), wrist: number(a.wrist, b.wrist, t) };
	}
	if (!a.at && !b.at && !a.upper && !b.upper) {
		const angles = Object.fromEntries(ANGLES.map((name) => [name, number(a[name], b[name], t)]));
		return a.end && b.end ? { ...angles, end } : angles;
	}
	return {
		upper: slerp(from.upper, to.upper, t),
		lower: slerp(from.lower, to.lower, t),
		pole: slerp(from.front, to.front, t),
		end,
		toe,
		lift: mix(shoulderLift(a), shoulderLift(b), t)
	};
}

/** What holds the body in place on the way: the common anchor, the common way of lying down, else the hips' own path. */
function blendPlace(A: Pose, B: Pose, t: number): Pick<Pose, 'root' | 'anchor' | 'drop'> {
	const root = v.lerp(solve(A).root, solve(B).root, t);
	if (A.anchor && B.anchor && A.anchor.joint === B.anchor.joint)
		return { root, anchor: { joint: A.anchor.joint, at: v.lerp(A.anchor.at, B.anchor.at, t) } };
	const dropped = A.root?.[1] === null && B.root?.[1] === null && A.drop && A.drop.join() === B.drop?.join();
	return dropped && A.drop ? { root: [root[0], null, root[2]], drop: A.drop } : { root };
}

/** The pose at `t` (0–1) of the way. */
export function blend(A: Pose, B: Pose, t: number): Skeleton {
	if (t <= 0) return solve(A);
	if (t >= 1) return solve(B);
	const from = solve(A);
	const to = solve(B);
	const limb = (name: LimbName) => blendLimb(A[name] ?? {}, B[name] ?? {}, limbOf(from, name), limbOf(to, name), t);
	return solve({
		...blendPlace(A, B, t),
		orientation: slerpMatrix(orientationOf(A), orientationOf(B), t),
		breath: number(A.breath, B.breath, t),
		spine: Object.fromEntries(SPINE.map((part) => [part, bend(A.spine?.[part], B.spine?.[part], t)])),
		...Object.fromEntries(LIMBS.map((name) => [name, limb(name)]))
	});
}
