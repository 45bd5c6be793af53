// What several exercises share: hands and knees, bent knees, sitting, face down, pictures' boxes. Data only.
import { otherLimb } from '#lib/figure/mirror.ts';
import type { Box, Layer, LimbPose, Pose, Prop, View } from '#lib/figure/pose.ts';
import type { Vec3 } from '#lib/figure/vector.ts';

export const MAT: readonly Prop[] = [{ kind: 'mat' }];
export const LYING: Box = [-105, -104, 210, 128];
export const STANDING: Box = [-70, -184, 140, 200];
export const FROM_THE_RIGHT: View = { yaw: -14, pitch: 10 };

/** The right limb as given, the left one its reflection. */
export const arms = (right: LimbPose) => ({ armR: right, armL: otherLimb(right) });
export const legs = (right: LimbPose) => ({ legR: right, legL: otherLimb(right) });

/** Contact heights: wrist 3.6 over a flat palm, 2.9 over the back of a resting hand, ankle 6.8 over a flat foot. */
export const handsDown = (x = 37) => arms({ at: [x, 3.6, 15.5], pole: [-1, 0, 0.35], end: [1, -0.12, 0.05] });
export const armsBeside = (x: number) => arms({ at: [x, 2.9, 27], pole: [0, 0.1, 1], end: [1, 0, 0.1] });
export const KNEELING: LimbPose = { upper: [0, -1, 0], lower: [-1, 0, 0], end: [-0.93, -0.37, 0], pole: [1, 0, 0] };
export const BOTH_KNEES = legs(KNEELING);
export const foot = (x: number, z: number): LimbPose => ({ at: [x, 6.8, z], pole: [0.3, 1, 0], end: [1, 0, 0] });
export const feetDown = (x: number, z = 10) => legs(foot(x, z));
/** Which parts carry a body that lies on its back. */
export const ON_BACK: readonly string[] = ['pelvis', 'waist', 'chest'];
export const FLAT_SPINE = { lumbar: [-4, 0, 0], thorax: [3, 0, 0], neck: [4, 0, 0] } as const satisfies Record<string, Vec3>;

/** Lying on the right side with bent knees, facing the viewer. */
export const ON_RIGHT_SIDE = {
	view: { yaw: -14, pitch: 22 } as View,
	box: [-108, -92, 210, 128] as Box,
	order: ['armR', 'neck', 'head', 'legR', 'torso', 'legL', 'over', 'armL'] as readonly Layer[],
	pose: {
		base: 'sideR', root: [6, null, -10], drop: ['hipR', 'pelvis'], rot: [0, -6, 0], spine: { neck: [2, 14, 0], head: [0, 4, 0] },
		armR: { upper: [-1, -0.02, 0.16], lower: [-1, -0.03, -0.14], end: [-1, 0, -0.1] }, armL: { at: [-26, 3, 26], pole: [0.1, 1, 0.2], end: [-0.9, -0.1, 0.3] },
		legR: { flex: 48, knee: 86, ankle: -12 }, legL: { at: [66, 10, -4], pole: [-0.6, 0.1, 0.75], end: [0.72, 0.02, 0.69] }
	} as Pose
};

export const CHAIR: Prop = { kind: 'chair', at: -46, height: 44 };
/** Upright on the chair; the feet are planted by the exercise. */
export const SITTING = { root: [-24, 54, 0] } as const satisfies Pose;
/** Hands on the thighs, `along` from the hip towards the knee. */
export const onThighs = (along: number) => arms({ rel: 'thighR', at: [8, -along, 1], poleRel: [-1, -0.2, 0.7], end: [0.9, -0.3, -0.2] });
