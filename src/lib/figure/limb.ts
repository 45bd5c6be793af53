// One arm or leg from its pose: two bones and a hand or foot. Knows nothing of the other limbs or of drawing.
import { BODY, outward, type Side } from './body.ts';
import type { FrameName, LimbPose } from './pose.ts';
import { clamp, m, v, type Mat3, type Vec3 } from './vector.ts';

export interface Frame {
	readonly at: Vec3;
	readonly R: Mat3;
}
export type Frames = Partial<Record<FrameName, Frame>>;

/** Two bones: from `start` (hip, shoulder) over `middle` (knee, elbow) to `end` (ankle, wrist). */
interface Bones {
	readonly middle: Vec3;
	readonly end: Vec3;
	/** Where the front of the upper bone looks. */
	readonly front: Vec3;
	/** How far the wanted place was out of reach, cm. */
	readonly missedBy: number;
}

export interface Limb extends Bones {
	readonly kind: 'arm' | 'leg';
	readonly side: Side;
	readonly start: Vec3;
	readonly upper: Vec3;
	readonly lower: Vec3;
	readonly hinge: Vec3;
	/** Orientation of the forearm or shin. */
	readonly R: Mat3;
	/** Where the hand or foot points. */
	readonly pointing: Vec3;
	/** Fingertips or toe tip. */
	readonly tip: Vec3;
}
export interface Arm extends Limb {
	readonly knuckle: Vec3;
}
export interface Leg extends Limb {
	readonly footR: Mat3;
	readonly heel: Vec3;
	readonly ball: Vec3;
}

/** What a limb hangs on. */
export interface Socket {
	readonly side: Side;
	readonly start: Vec3;
	readonly parent: Mat3;
	readonly frames: Frames;
}

export const DEFAULT_POLE = { arm: [-1, -0.3, 0], leg: [1, 0.2, 0] } as const satisfies Record<string, Vec3>;
const LENGTHS = { arm: [BODY.upperArm, BODY.foreArm], leg: [BODY.thigh, BODY.shin] } as const;

/** Two bones that reach for a place: the elbow or knee goes towards the pole. */
function reach(start: Vec3, target: Vec3, [a, b]: readonly [number, number], pole: Vec3): Bones {
	const way = v.sub(target, start);
	const wanted = v.len(way);
	const far = a + b - 0.05;
	const near = Math.abs(a - b) + 0.5;
	const length = clamp(wanted, near, far);
	const u = v.norm(way);
	let sideways = v.across(pole, u);
	if (v.len(sideways) < 1e-3) sideways = v.across([0, 1, 0], u);
	const front = v.norm(sideways);
	const along = (a * a - b * b + length * length) / (2 * length);
	const out = Math.sqrt(Math.max(0, a * a - along * along));
	return {
		middle: v.add(start, v.add(v.mul(u, along), v.mul(front, out))),
		end: v.add(start, v.mul(u, length)),
		front,
		missedBy: Math.max(0, wanted - far, near - wanted)
	};
}

function byPlace(kind: 'arm' | 'leg', pose: LimbPose, at: Vec3, socket: Socket): Bones {
	const frame = pose.rel && socket.frames[pose.rel];
	const target = frame ? v.add(frame.at, m.apply(frame.R, at)) : at;
	const pole = pose.poleRel ? m.apply(socket.parent, pose.poleRel) : (pose.pole ?? DEFAULT_POLE[kind]);
	const bones = reach(socket.start, target, LENGTHS[kind], pole);
	// An elbow points backwards, a knee forwards.
	return kind === 'arm' ? { ...bones, front: v.mul(bones.front, -1) } : bones;
}

function byDirections(kind: 'arm' | 'leg', pose: LimbPose, direction: Vec3, socket: Socket): Bones {
	const [a, b] = LENGTHS[kind];
	const upper = v.norm(direction);
	const lower = v.norm(pose.lower ?? direction);
	const middle = v.add(socket.start, v.mul(upper, a));
	let front = v.mul(v.across(lower, upper), kind === 'leg' ? -1 : 1);
	if (v.len(front) < 1e-2) front = pose.pole ?? m.column(socket.parent, 0);
	return { middle, end: v.add(middle, v.mul(lower, b)), front: v.norm(front), missedBy: 0 };
}

function byAngles(kind: 'arm' | 'leg', pose: LimbPose, { side, start, parent }: Socket): Bones {
	const [a, b] = LENGTHS[kind];
	const s = outward(side);
	const R = m.mul(parent, m.rz(pose.flex ?? 0), m.rx(-s * (pose.abd ?? 0)), m.ry(-s * (pose.rot ?? 0)));
	const lowerR = m.mul(R, m.rz(kind === 'arm' ? (pose.elbow ?? 0) : -(pose.knee ?? 0)));
	const middle = v.add(start, m.apply(R, [0, -a, 0]));
	return { middle, end: v.add(middle, m.apply(lowerR, [0, -b, 0])), front: m.column(R, 0), missedBy: 0 };
}

function solveLimb(kind: 'arm' | 'leg', pose: LimbPose, socket: Socket) {
	const { start, side, parent } = socket;
	const bones = pose.at
		? byPlace(kind, pose, pose.at, socket)
		: pose.upper
			? byDirections(kind, pose, pose.upper, socket)
			: byAngles(kind, pose, socket);
	const upper = v.norm(v.sub(bones.middle, start));
	const lower = v.norm(v.sub(bones.end, bones.middle));
	// The hinge looks to the body's right on both sides, so that bending is a positive turn everywhere.
	const axis = v.cross(upper, bones.front);
	const hinge = v.norm(v.len(axis) < 1e-3 ? m.column(parent, 2) : axis);
	const up = v.mul(lower, -1);
	const R = m.columns(v.norm(v.cross(up, hinge)), up, hinge);
	const turned: Vec3 =
		kind === 'leg'
			? m.apply(m.mul(R, m.rz(pose.ankle ?? 0)), [1, 0, 0])
			: m.apply(m.mul(R, m.rz(pose.wrist ?? 0)), [0, -1, 0]);
	return { ...bones, kind, side, start, upper, lower, hinge, R, pointing: pose.end ? v.norm(pose.end) : turned };
}

export function solveArm(pose: LimbPose = {}, socket: Socket): Arm {
	const arm = solveLimb('arm', pose, socket);
	const along = (length: number) => v.add(arm.end, v.mul(arm.pointing, length));
	return { ...arm, knuckle: along(8), tip: along(BODY.hand - 1.6) };
}

export function solveLeg(pose: LimbPose = {}, socket: Socket): Leg {
	const leg = solveLimb('leg', pose, socket);
	const sideways = v.across(leg.hinge, leg.pointing);
	const z = v.norm(v.len(sideways) < 1e-3 ? [0, 0, 1] : sideways);
	const footR = m.columns(leg.pointing, v.norm(v.cross(z, leg.pointing)), z);
	const inFoot = (p: Vec3) => v.add(leg.end, m.apply(footR, p));
	const toes = m.apply(m.mul(footR, m.rz(pose.toe ?? 0)), [BODY.toe, 0, 0]);
	return {
		...leg,
		footR,
		heel: inFoot([3.3 - BODY.heel, 3.3 - BODY.ankleUp, 0]),
		ball: inFoot([BODY.ball, 2.5 - BODY.ankleUp, 0]),
		tip: v.add(inFoot([BODY.ball, 2 - BODY.ankleUp, 0]), toes)
	};
}
