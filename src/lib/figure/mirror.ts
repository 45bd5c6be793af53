// The other side in the same lie: left and right change places, the camera does not.
// For lying on the other side, the whole picture is mirrored instead (draw/draw-figure.ts).
import type { Bend, FocusPart, FrameName, JointName, LimbPose, Pose, PosedExercise, Spine } from './pose.ts';
import type { Vec3 } from './vector.ts';

const across = ([x, y, z]: Vec3): Vec3 => [x, y, -z];
const otherBend = ([flex, side, twist]: Bend): Bend => [flex, -side, -twist];
export const otherName = (name: string) => name.replace(/([RL])$/, (side) => (side === 'R' ? 'L' : 'R'));

export function otherLimb(limb: LimbPose): LimbPose {
	const turned = (['at', 'pole', 'poleRel', 'upper', 'lower', 'end'] as const).flatMap((key) => {
		const value = limb[key];
		return value ? [[key, across(value)] as const] : [];
	});
	return { ...limb, ...Object.fromEntries(turned), ...(limb.rel && { rel: otherName(limb.rel) as FrameName }) };
}

function otherSpine(spine: Spine): Spine {
	return Object.fromEntries(Object.entries(spine).map(([part, bend]: [string, Bend]) => [part, otherBend(bend)]));
}

/** A pose with left and right exchanged; only for bodies that stand, lie on the back or on all fours. */
export function otherPose(pose: Pose): Pose {
	const { root, anchor, rot, spine, drop, armR, armL, legR, legL } = pose;
	return {
		...pose,
		...(root && { root: [root[0], root[1], -root[2]] as const }),
		...(anchor && { anchor: { joint: otherName(anchor.joint) as JointName, at: across(anchor.at) } }),
		...(rot && { rot: [rot[0], -rot[1], -rot[2]] as const }),
		...(spine && { spine: otherSpine(spine) }),
		...(drop && { drop: drop.map(otherName) }),
		armR: otherLimb(armL ?? {}),
		armL: otherLimb(armR ?? {}),
		legR: otherLimb(legL ?? {}),
		legL: otherLimb(legR ?? {})
	};
}

const others = new WeakMap<PosedExercise, PosedExercise>();

/** The exercise done with the other side. */
export function otherExercise(ex: PosedExercise): PosedExercise {
	const known = others.get(ex);
	if (known) return known;
	const other: PosedExercise = {
		...ex,
		id: `${ex.id}~`,
		focus: ex.focus.map((part) => otherName(part) as FocusPart),
		contacts: ex.contacts.map(otherName),
		poses: Object.fromEntries(Object.entries(ex.poses).map(([name, pose]) => [name, otherPose(pose)]))
	};
	others.set(ex, other);
	return other;
}
