// Mobility and yoga on the mat. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { Pose, PosedExercise } from '#lib/figure/pose.ts';
import { arms, armsBeside, BOTH_KNEES, feetDown, FLAT_SPINE, foot, FROM_THE_RIGHT, handsDown, legs, LYING, MAT, ON_BACK, ON_RIGHT_SIDE } from './common.ts';

const ARMS_OUT = arms({ at: [-34, 2.9, 62], pole: [0.4, 0.1, 1], end: [0.2, 0, 1] });

/** Lying on the right side, both knees bent on top of each other, the lower arm out in front. */
const BOOK = {
	...ON_RIGHT_SIDE.pose,
	armR: { upper: [-0.1, -0.12, 1], lower: [0.02, -0.04, 1], end: [0, 0, 1] },
	legR: { flex: 74, knee: 88, ankle: -12 }, legL: { flex: 74, knee: 88, abd: -14, ankle: -12 }
} as const satisfies Pose;
/** Right knee on the mat, left foot ahead; `x` is how far the rear thigh leans. */
const lunge = (x: number) => ({
	legL: { at: [34, 6.8, -10], pole: [1, 0.3, -0.1], end: [1, 0, 0.04] },
	legR: { upper: [x, -Math.sqrt(1 - x * x), 0], lower: [-1, -0.02, 0], end: [-0.95, -0.31, 0], pole: [1, 0, 0] }
} as const satisfies Partial<Pose>);
const HANDS_ON_THIGH = {
	armR: { rel: 'thighL', at: [9, -21, 5], poleRel: [-1, -0.2, 0.7], end: [0.8, -0.4, -0.5] },
	armL: { rel: 'thighL', at: [9, -25, -2], poleRel: [-1, -0.2, -0.7], end: [0.8, -0.5, 0.3] }
} as const satisfies Partial<Pose>;

export const MOBILITY: readonly PosedExercise[] = [
	{
		id: 'yoga-cat-cow',
		kind: 'posed', view: { yaw: -14, pitch: 9 }, box: LYING, props: MAT, focus: ['back'], pace: 'flow', start: 'cow', peak: 'cat',
		beat: [{ to: 'cat', seconds: 4 }, { hold: 0.4 }, { to: 'cow', seconds: 4 }, { hold: 0.4 }],
		contacts: ['wristR', 'wristL', 'kneeR', 'kneeL'],
		poses: {
			cat: { base: 'prone', root: [-14, null, 0], drop: ['knee'], rot: [47, 0, 0], spine: { lumbar: [36, 0, 0], thorax: [32, 0, 0], neck: [30, 0, 0], head: [14, 0, 0] }, ...handsDown(40), ...BOTH_KNEES },
			cow: { base: 'prone', root: [-14, null, 0], drop: ['knee'], rot: [-14, 0, 0], spine: { lumbar: [-28, 0, 0], thorax: [-14, 0, 0], neck: [-22, 0, 0], head: [-10, 0, 0] }, ...handsDown(40), ...BOTH_KNEES },
		},
	},
	{
		id: 'yoga-child',
		kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT, focus: ['lowback'], start: 'fours', peak: 'rest',
		beat: [{ hold: 0.5 }, { to: 'rest', seconds: 4 }, { hold: 10 }, { to: 'fours', seconds: 4 }],
		contacts: ['kneeR', 'kneeL', 'wristR', 'wristL'],
		poses: {
			fours: { base: 'prone', anchor: { joint: 'kneeR', at: [0, 5.3, 10] }, root: [0, 47, 0], rot: [8, 0, 0], spine: { lumbar: [-4, 0, 0], thorax: [6, 0, 0], neck: [-8, 0, 0] }, ...handsDown(57), ...BOTH_KNEES },
			rest: { base: 'prone', anchor: { joint: 'kneeR', at: [0, 5.3, 10] }, root: [0, 22, 0], rot: [14, 0, 0], spine: { lumbar: [20, 0, 0], thorax: [14, 0, 0], neck: [-8, 0, 0], head: [8, 0, 0] }, ...handsDown(57), ...legs({ upper: [38.6, -16.4, 2], lower: [-1, -0.0, 0], end: [-0.93, -0.37, 0], pole: [0.4, 1, 0] }) },
		},
	},
	{
		id: 'mob-knees-to-chest',
		kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT, focus: ['lowback'], alternates: true, start: 'ready', peak: 'hug',
		beat: [{ hold: 0.5 }, { to: 'hug', seconds: 3 }, { hold: 8 }, { to: 'ready', seconds: 3 }],
		contacts: ['pelvis', 'heelL'],
		poses: {
			ready: { base: 'supine', root: [0, null, 0], drop: ['pelvis'], spine: { lumbar: [-4, 0, 0], thorax: [3, 0, 0], neck: [4, 0, 0] }, ...armsBeside(-2), ...feetDown(40, 9) },
			hug: { base: 'supine', root: [0, null, 0], drop: ['pelvis'], rot: [1, 0, 0], spine: { lumbar: [5, 0, 0], neck: [4, 0, 0] }, armR: { rel: 'shinR', at: [5, -7, 4.5], pole: [0.2, -0.6, 1], end: [-0.1, 0.3, -1] }, armL: { rel: 'shinR', at: [5, -10, -4.5], pole: [0.2, -0.6, -1], end: [-0.1, 0.3, 1] }, legR: { flex: 124, abd: 4, knee: 128, ankle: -10 }, legL: foot(40, -9) },
		},
	},
	{
		id: 'mob-knee-rolls',
		kind: 'posed', view: { yaw: 66, pitch: 36 }, box: [-94, -80, 182, 138], props: MAT, focus: ['obliqueR', 'obliqueL'], alternates: true, far: 'L', start: 'middle', peak: 'rolled',
		order: ['neck', 'head', 'armL', 'torso', 'armR', 'legL', 'legR'],
		beat: [{ hold: 0.3 }, { to: 'rolled', seconds: 2 }, { hold: 1.5 }, { to: 'middle', seconds: 2 }],
		contacts: ['chest', 'heelR'],
		poses: {
			middle: { base: 'supine', root: [4, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...ARMS_OUT, ...legs({ at: [44, 6.8, 6], pole: [0.3, 1, 0], end: [1, 0, 0] }) },
			rolled: { base: 'supine', root: [4, null, 0], drop: ON_BACK, rot: [4, 0, -26], spine: { lumbar: [-4, 0, -8], thorax: [3, 0, -18], neck: [4, 0, 0] }, ...ARMS_OUT, legR: { at: [43, 5, 12], pole: [0.1, 0.55, 0.8], end: [1, 0, 0.25] }, legL: { at: [44, 9.5, 3], pole: [0.1, 0.6, 0.75], end: [1, 0, 0.25] } },
		},
	},
	{
		id: 'yoga-supine-twist',
		kind: 'posed', view: { yaw: 66, pitch: 36 }, box: [-94, -80, 182, 138], props: MAT, focus: ['obliqueL'], far: 'L', shows: 'right', start: 'middle', peak: 'twisted',
		order: ['neck', 'head', 'armL', 'torso', 'armR', 'legL', 'legR'],
		beat: [{ hold: 0.5 }, { to: 'twisted', seconds: 4 }, { hold: 8 }, { to: 'middle', seconds: 4 }],
		contacts: ['hipR', 'kneeR'],
		poses: {
			middle: { base: 'supine', root: [4, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...ARMS_OUT, ...legs({ flex: 62, knee: 104, ankle: -10 }) },
			twisted: {
				base: 'supine', root: [4, null, 0], drop: ['hipR', 'pelvis'], rot: [0, 0, -94], spine: { lumbar: [0, 0, -15], thorax: [4, 0, -44], neck: [4, 0, -14] }, armR: ARMS_OUT.armR, armL: { at: [-31, 9, -56], pole: [0.4, 0.1, -1], end: [0.2, -0.1, -1] },
				legR: { flex: 78, knee: 92, ankle: -20, abd: 3 }, legL: { flex: 82, knee: 92, ankle: -20, abd: -16 },
			},
		},
	},
	{
		id: 'mob-open-book',
		kind: 'posed', view: { yaw: -14, pitch: 34 }, box: [-104, -104, 208, 140], props: [...MAT, { kind: 'cushion', x: [-80, -54], z: [-24, 10], height: 10 }], focus: ['back'], shows: 'left', start: 'closed', peak: 'open',
		order: ['legR', 'armR', 'neck', 'torso', 'head', 'legL', 'over', 'armL'],
		beat: [{ hold: 0.5 }, { to: 'open', seconds: 3 }, { hold: 2 }, { to: 'closed', seconds: 3 }],
		contacts: ['hipR', 'kneeR'],
		poses: {
			closed: { ...BOOK, spine: { neck: [2, 14, 0], head: [0, 4, 0] }, armL: { upper: [-0.1, -0.1, 1], lower: [0.02, -0.1, 1], end: [0, 0, 1] } },
			open: { ...BOOK, spine: { lumbar: [0, 0, -8], thorax: [-4, 0, -40], neck: [0, 8, -34] }, armL: { upper: [-0.2, 0.5, -0.85], lower: [-0.16, 0.28, -0.95], end: [-0.1, 0.2, -1] } },
		},
	},
	{
		id: 'yoga-low-lunge',
		kind: 'posed', view: { yaw: -16, pitch: 9 }, box: [-104, -140, 208, 158], props: MAT, focus: ['hipFrontR'], shows: 'left', start: 'tall', peak: 'glide',
		beat: [{ hold: 0.5 }, { to: 'glide', seconds: 3.5 }, { hold: 8 }, { to: 'tall', seconds: 3 }],
		contacts: ['kneeR', 'toeR', 'heelL', 'toeL'],
		poses: {
			tall: { root: [-13.6, null, 0], drop: ['kneeR'], rot: [-6, 0, 0], spine: { lumbar: [2, 0, 0] }, ...lunge(-0.1), ...HANDS_ON_THIGH },
			glide: { root: [3, null, 0], drop: ['kneeR'], rot: [-5, 0, 0], spine: { lumbar: [-8, 0, 0], thorax: [-4, 0, 0] }, ...lunge(-0.495), ...HANDS_ON_THIGH },
		},
	}
];
