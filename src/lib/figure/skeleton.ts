// A solved body: where every joint is at one instant, in the world. Types only.
import type { Side } from './body.ts';
import type { Arm, Frame, Leg } from './limb.ts';
import type { FrameName, JointName, Pose } from './pose.ts';
import type { Vec3 } from './vector.ts';

export interface Skeleton {
	readonly pose: Pose;
	readonly root: Vec3;
	readonly joints: Readonly<Record<JointName, Vec3>>;
	readonly frames: Readonly<Record<FrameName, Frame>>;
	readonly arms: Readonly<Record<Side, Arm>>;
	readonly legs: Readonly<Record<Side, Leg>>;
}
