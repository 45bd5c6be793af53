// Holds every frame of an exercise against the body: lengths, reach, joint ranges, ground, chair and wall, contacts, speed.
// Says what is wrong in words for the person who writes poses; used by tests, never shipped. Does not judge beauty.
import { BODY, outward, ROM } from './body.ts';
import { spheres } from './flesh.ts';
import type { Limb } from './limb.ts';
import type { FigureExercise, JointName, Spine } from './pose.ts';
import { solve } from './rig.ts';
import type { Skeleton } from './skeleton.ts';
import { at, duration } from './tempo.ts';
import { clamp, DEGREE, m, v } from './vector.ts';

const FRAMES = 48;
const LENGTH_SLACK = 0.01;
const REACH_SLACK = 1;
const SUNK = -1.8;
const TOUCHES = 2.8;
/** As drawn in draw/props.ts. */
const CHAIR_DEPTH = 40;
/** cm per second; a calm exercise, and a swinging foot in a run. */
const FASTEST = { posed: 130, gait: 700 };

/** Collects the worst value of each complaint. */
type Say = (complaint: string, value: number) => void;

const within = (value: number, [low, high]: readonly [number, number], slack: number) =>
	value >= low - slack && value <= high + slack;

function checkLimb(limb: Limb, { frames }: Skeleton, say: Say) {
	const { kind, side } = limb;
	const isArm = kind === 'arm';
	const name = `${kind}${side}`;
	const [a, b] = isArm ? [BODY.upperArm, BODY.foreArm] : [BODY.thigh, BODY.shin];
	const stretched = Math.max(
		Math.abs(v.len(v.sub(limb.middle, limb.start)) - a),
		Math.abs(v.len(v.sub(limb.end, limb.middle)) - b)
	);
	if (!(stretched <= LENGTH_SLACK)) say(`${name} length`, stretched);
	if (limb.missedBy > REACH_SLACK) say(`${name} out of reach`, limb.missedBy);
	const inRange = (
		joint: 'hipFlex' | 'hipAbd' | 'knee' | 'ankle' | 'shoulderFlex' | 'shoulderAbd' | 'elbow' | 'wrist',
		angle: number
	) => {
		if (!within(angle, ROM[joint], 1)) say(`${name} ${joint} ${ROM[joint].join('…')}`, angle);
	};
	const [x, y, z] = m.apply(m.transpose((isArm ? frames.chest : frames.pelvis).R), limb.upper);
	const turned = Math.atan2(x, -y) / DEGREE;
	// Straight out to the side, forward and backward mean nothing.
	if (Math.abs(z) < 0.8) inRange(isArm ? 'shoulderFlex' : 'hipFlex', turned < -100 ? turned + 360 : turned);
	inRange(isArm ? 'shoulderAbd' : 'hipAbd', Math.asin(clamp(z * outward(side), -1, 1)) / DEGREE);
	const bend = Math.acos(clamp(v.dot(limb.upper, limb.lower), -1, 1)) / DEGREE;
	inRange(isArm ? 'elbow' : 'knee', bend);
	const fold = v.dot(limb.lower, limb.front) * (isArm ? 1 : -1);
	if (bend > 8 && fold < -0.05) say(`${name} bends the wrong way`, fold);
	const [px, py] = m.apply(m.transpose(limb.R), limb.pointing);
	inRange(isArm ? 'wrist' : 'ankle', (isArm ? Math.atan2(px, -py) : Math.atan2(py, px)) / DEGREE);
}

function checkSpine(spine: Spine, say: Say) {
	for (const part of ['lumbar', 'thorax', 'neck', 'head'] as const)
		(['flex', 'side', 'twist'] as const).forEach((way, i) => {
			const angle = spine[part]?.[i] ?? 0;
			const range = ROM[part][i];
			if (range && !within(angle, range, 0.5)) say(`${part} ${way} ${range.join('…')}`, angle);
		});
}

function checkGround(skeleton: Skeleton, say: Say) {
	for (const {
		part,
		at: [, y],
		r
	} of spheres(skeleton))
		if (!(y - r >= SUNK)) say(`${part} below the ground`, y - r);
}

/** What sits on a chair is not in it, and nothing goes through a wall. */
function checkProps(skeleton: Skeleton, { props }: FigureExercise, say: Say) {
	const parts = spheres(skeleton);
	for (const prop of props) {
		if (prop.kind === 'wall')
			for (const { part, at, r } of parts)
				if (!(at[0] + r <= prop.at - SUNK)) say(`${part} in the wall`, at[0] + r - prop.at);
		if (prop.kind !== 'chair') continue;
		const [front, back] = [prop.at + CHAIR_DEPTH * (prop.facing ?? 1), prop.at].toSorted((a, b) => a - b) as [
			number,
			number
		];
		for (const { part, at, r } of parts) {
			const above = front < at[0] && at[0] < back && at[1] > prop.height;
			if (above && !(at[1] - r - prop.height >= SUNK)) say(`${part} in the chair`, at[1] - r - prop.height);
		}
	}
}

/** How far a part is from what it should touch: the ground, `seat:` the chair's seat, `wall:` the wall. */
function gapOf(contact: string, skeleton: Skeleton, { props }: FigureExercise): number {
	const [part = '', place = 'ground'] = contact.split(':').toReversed();
	const touching = spheres(skeleton).filter((sphere) => sphere.part === part);
	const wall = props.find((prop) => prop.kind === 'wall');
	if (place === 'wall') return Math.min(...touching.map(({ at, r }) => (wall?.at ?? NaN) - at[0] - r));
	const chair = props.find((prop) => prop.kind === 'chair');
	const floor = place === 'seat' ? (chair?.height ?? NaN) : 0;
	return Math.min(...touching.map(({ at, r }) => at[1] - r - floor));
}

function checkContacts(ex: FigureExercise, say: Say) {
	const pose = ex.kind === 'gait' ? ex.cycle(0) : ex.poses[ex.peak];
	if (!pose) return say('peak pose missing', 0);
	for (const contact of ex.contacts) {
		const gap = gapOf(contact, solve(pose), ex);
		if (!(gap < TOUCHES)) say(`contact ${contact} floats`, gap);
	}
}

/** The fastest joint between two frames, cm per second. */
function fastest(before: Skeleton, after: Skeleton, seconds: number): number {
	const names = Object.keys(after.joints) as JointName[];
	return Math.max(...names.map((name) => v.len(v.sub(after.joints[name], before.joints[name])) / seconds));
}

/** What is wrong with an exercise, one message per rule with its worst value; empty when all is well. */
export function checkExercise(ex: FigureExercise): string[] {
	const worst = new Map<string, number>();
	const say: Say = (complaint, value) => {
		const known = worst.get(complaint);
		if (known === undefined || !(Math.abs(value) <= Math.abs(known))) worst.set(complaint, value);
	};
	const step = duration(ex) / FRAMES;
	let before: Skeleton | undefined;
	for (let frame = 0; frame <= FRAMES; frame++) {
		const skeleton = at(ex, frame * step);
		for (const limb of [...Object.values(skeleton.arms), ...Object.values(skeleton.legs)])
			checkLimb(limb, skeleton, say);
		checkSpine(skeleton.pose.spine ?? {}, say);
		checkGround(skeleton, say);
		checkProps(skeleton, ex, say);
		const speed = before ? fastest(before, skeleton, step) : 0;
		if (speed > FASTEST[ex.kind]) say('joint speed', speed);
		before = skeleton;
	}
	checkContacts(ex, say);
	return [...worst].map(([complaint, value]) => `${ex.id}: ${complaint} (${value.toFixed(1)})`);
}
