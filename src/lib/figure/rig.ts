// From a pose to a skeleton: spine, limbs, and where the body stands in the world.
// Knows one instant; time is in tempo.ts, the way between two poses in between.ts.
import { BODY, outward, SIDES, type Side } from './body.ts';
import { spheres } from './flesh.ts';
import { solveArm, solveLeg, type Frame, type Leg } from './limb.ts';
import type { Base, Bend, JointName, LimbPose, Pose } from './pose.ts';
import type { Skeleton } from './skeleton.ts';
import { clamp, m, v, type Mat3, type Vec3 } from './vector.ts';

/** Where front, head and right of the body point in the world. */
const BASES: Readonly<Record<Base, Mat3>> = {
	stand: m.I,
	supine: m.columns([0, 1, 0], [-1, 0, 0], [0, 0, 1]),
	prone: m.columns([0, -1, 0], [1, 0, 0], [0, 0, 1]),
	sideL: m.columns([0, 0, 1], [1, 0, 0], [0, 1, 0]),
	sideR: m.columns([0, 0, 1], [-1, 0, 0], [0, -1, 0])
};
const STRAIGHT: Bend = [0, 0, 0];

export function orientationOf({ orientation, base = 'stand', rot: [pitch, roll, yaw] = STRAIGHT }: Pose): Mat3 {
	return orientation ?? m.mul(BASES[base], m.ry(yaw), m.rx(roll), m.rz(pitch));
}

/** How far a raised arm takes its shoulder along, 0–1. */
export const shoulderLift = ({ flex, lift = 0 }: LimbPose) => (flex ? clamp((flex - 40) / 130, 0, 1) : lift);

const bent = (R: Mat3, [flex, side, twist]: Bend) => m.mul(R, m.ry(-twist), m.rx(side), m.rz(-flex));
const half = ([a, b, c]: Bend): Bend => [a / 2, b / 2, c / 2];

/** Hips to skull. Lumbar and chest bends are each shared by two segments. */
function solveSpine({ spine = {} }: Pose, R: Mat3, root: Vec3) {
	const { lumbar = STRAIGHT, thorax = STRAIGHT, neck = STRAIGHT, head = STRAIGHT } = spine;
	const lumbarR = bent(R, half(lumbar));
	const waistR = bent(lumbarR, half(lumbar));
	const thoraxR = bent(waistR, half(thorax));
	const chestR = bent(thoraxR, half(thorax));
	const neckR = bent(chestR, neck);
	const l5 = v.add(root, m.apply(R, [1, BODY.hipToL5, 0]));
	const loin = v.add(l5, m.apply(lumbarR, [0.3, BODY.lumbar / 2, 0]));
	const t12 = v.add(loin, m.apply(waistR, [-0.8, BODY.lumbar / 2, 0]));
	const t6 = v.add(t12, m.apply(thoraxR, [-1.6, BODY.thoraxLow, 0]));
	const c7 = v.add(t6, m.apply(chestR, [0.4, BODY.thoraxUp, 0]));
	const skull = v.add(c7, m.apply(neckR, [2.2, BODY.neck, 0]));
	return {
		joints: { pelvis: root, l5, loin, t12, t6, c7, skull },
		frames: {
			pelvis: { at: root, R },
			lumbar: { at: l5, R: waistR },
			thorax: { at: t12, R: thoraxR },
			chest: { at: t6, R: chestR },
			head: { at: skull, R: bent(neckR, head) }
		}
	};
}

function legFrames({ start, front, upper, middle, R }: Leg): { thigh: Frame; shin: Frame } {
	const up = v.mul(upper, -1);
	return { thigh: { at: start, R: m.columns(front, up, v.cross(front, up)) }, shin: { at: middle, R } };
}

/** The whole body with its hips at `root`. */
function assemble(pose: Pose, R: Mat3, root: Vec3): Skeleton {
	const spine = solveSpine(pose, R, root);
	const hip = (side: Side) => v.add(root, m.apply(R, [0, 0, outward(side) * BODY.hipHalf]));
	const leg = (side: Side) => solveLeg(pose[`leg${side}`], { side, start: hip(side), parent: R, frames: spine.frames });
	const legs = { R: leg('R'), L: leg('L') };
	const right = legFrames(legs.R);
	const left = legFrames(legs.L);
	const frames = { ...spine.frames, thighR: right.thigh, thighL: left.thigh, shinR: right.shin, shinL: left.shin };
	const chest = frames.chest.R;
	const arm = (side: Side) => {
		const armPose = pose[`arm${side}`];
		const lift = shoulderLift(armPose ?? {});
		const offset: Vec3 = [
			1.6 + lift * 1.2,
			lift * 3.6 - BODY.shoulderDown,
			outward(side) * (BODY.shoulderHalf - lift * 2.2)
		];
		return solveArm(armPose, { side, start: v.add(spine.joints.c7, m.apply(chest, offset)), parent: chest, frames });
	};
	const arms = { R: arm('R'), L: arm('L') };
	const joints = { ...spine.joints, ...limbJoints(legs, arms) };
	return { pose, root, joints, frames, arms, legs };
}

type LimbJoints = Omit<Skeleton['joints'], 'pelvis' | 'l5' | 'loin' | 't12' | 't6' | 'c7' | 'skull'>;

function limbJoints(legs: Skeleton['legs'], arms: Skeleton['arms']): LimbJoints {
	const joints: Partial<Record<JointName, Vec3>> = {};
	for (const side of SIDES) {
		const leg = legs[side];
		const arm = arms[side];
		joints[`hip${side}`] = leg.start;
		joints[`knee${side}`] = leg.middle;
		joints[`ankle${side}`] = leg.end;
		joints[`heel${side}`] = leg.heel;
		joints[`ball${side}`] = leg.ball;
		joints[`toe${side}`] = leg.tip;
		joints[`shoulder${side}`] = arm.start;
		joints[`elbow${side}`] = arm.middle;
		joints[`wrist${side}`] = arm.end;
		joints[`hand${side}`] = arm.knuckle;
		joints[`fingers${side}`] = arm.tip;
	}
	return joints as LimbJoints;
}

/** How far below its clear height the body hangs; `drop` names the parts that count. */
function heightOver(skeleton: Skeleton, { drop, flight = 0 }: Pose): number {
	const parts = spheres(skeleton).filter(({ part }) => !drop || drop.some((name) => part.startsWith(name)));
	return flight - Math.min(...parts.map(({ at, r }) => at[1] - r));
}

function solveNow(pose: Pose): Skeleton {
	const R = orientationOf(pose);
	const [x, y, z] = pose.root ?? [0, null, 0];
	const root: Vec3 = [x, y ?? 0, z];
	const first = assemble(pose, R, root);
	if (pose.anchor) {
		const away = v.sub(pose.anchor.at, first.joints[pose.anchor.joint]);
		return assemble(pose, R, v.add(root, away));
	}
	if (y !== null) return first;
	return assemble(pose, R, v.add(root, [0, heightOver(first, pose), 0]));
}

const solved = new WeakMap<Pose, Skeleton>();

/** The skeleton of a pose. The poses of the data are solved once: every frame between two of them asks for both. */
export function solve(pose: Pose): Skeleton {
	const known = solved.get(pose);
	if (known) return known;
	const skeleton = solveNow(pose);
	solved.set(pose, skeleton);
	return skeleton;
}
