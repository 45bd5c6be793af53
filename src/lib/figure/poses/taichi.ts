// Tai chi on bare feet. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { LimbPose, Pose, PosedExercise } from '#lib/figure/pose.ts';
import type { Vec3 } from '#lib/figure/vector.ts';
import { arms, legs, STANDING } from './common.ts';

const seen = { kind: 'posed', view: { yaw: 52, pitch: 9 }, box: STANDING, props: [{ kind: 'disc' }], pace: 'flow' } as const;
const planted = (x: number, z: number, out = 0.12): LimbPose => ({ at: [x, 6.8, z], pole: [1, 0, 0.2 * Math.sign(z)], end: [1, 0, out * Math.sign(z)] });
const NARROW = legs(planted(0, 14));
const WIDE = legs(planted(0, 27, 0.2));
/** One foot ahead, the rear one turned out a little. */
const STEP = { legR: planted(26, 10, 0.05), legL: planted(-21, -12, 0.6) } as const satisfies Partial<Pose>;
/** A hand in the chest's own measures: forward, up, outward. */
const hand = (forward: number, up: number, out: number, end: LimbPose['end']): LimbPose => ({ rel: 'chest', at: [forward, up, out], poleRel: [-0.1, -1, 0.7], ...(end && { end }) });
/** As if round a tree: the elbows out to the sides. */
const round = (forward: number, up: number, out: number, end: Vec3): LimbPose => ({ rel: 'chest', at: [forward, up, out], poleRel: [-0.1, -0.45, Math.sign(out)], end });
/** The left hand's elbow goes out to its own side. */
const left = (limb: LimbPose): LimbPose => ({ ...limb, poleRel: [-0.1, -1, -0.7] });

export const TAI_CHI: readonly PosedExercise[] = [
	{
		...seen, id: 'tc-commencing', focus: ['shoulder'], start: 'rest', peak: 'float',
		beat: [{ to: 'float', seconds: 4 }, { hold: 0.5 }, { to: 'press', seconds: 4 }, { hold: 0.5 }, { to: 'rest', seconds: 2 }],
		contacts: ['heelR', 'heelL', 'toeR', 'toeL'],
		poses: {
			rest: { root: [0, 88.2, 0], ...arms({ flex: 12, abd: 12, elbow: 16 }), ...legs({ at: [0, 6.8, 17], pole: [1, 0, 0.15], end: [1, 0, 0.12] }) },
			float: { root: [0, 88.2, 0], spine: { neck: [-2, 0, 0] }, ...arms({ flex: 84, abd: 4, elbow: 14, wrist: -34 }), ...legs({ at: [0, 6.8, 17], pole: [1, 0, 0.15], end: [1, 0, 0.12] }) },
			press: { root: [-5, 78, 0], rot: [-4, 0, 0], spine: { lumbar: [3, 0, 0] }, ...arms({ flex: 38, abd: 10, elbow: 62, wrist: 28 }), ...legs({ at: [0, 6.8, 17], pole: [1, 0, 0.15], end: [1, 0, 0.12] }) },
		},
	},
	{
		...seen, id: 'tc-weight-shift', focus: ['quads'], view: { yaw: 20, pitch: 8 }, shows: 'right', start: 'back', peak: 'front',
		beat: [{ to: 'front', seconds: 3 }, { hold: 0.3 }, { to: 'back', seconds: 3 }, { hold: 0.3 }],
		contacts: ['heelR', 'toeR', 'heelL', 'toeL'],
		poses: {
			back: { root: [-6, 81.5, -3], ...STEP, ...arms({ flex: 18, abd: 12, elbow: 92, wrist: -40 }) },
			front: { root: [10, 81.3, 0], ...STEP, ...arms({ flex: 66, abd: 6, elbow: 30, wrist: -50 }) },
		},
	},
	{
		...seen, id: 'tc-cloud-hands', focus: ['obliqueR', 'obliqueL'], far: 'L', view: { yaw: 62, pitch: 9 }, alternates: true, start: 'middle', peak: 'side',
		order: ['legL', 'legR', 'neck', 'torso', 'head', 'over', 'armL', 'armR'],
		beat: [{ to: 'side', seconds: 3 }, { hold: 0.2 }, { to: 'middle', seconds: 3 }],
		contacts: ['heelR', 'toeR', 'heelL', 'toeL'],
		poses: {
			middle: { root: [-4, 80, 0], ...WIDE, armR: round(31, 0, 13, [0.25, 0.1, -1]), armL: round(31, 0, -13, [0.25, 0.1, 1]) },
			side: {
				root: [-3, 79, 11], ...WIDE, rot: [0, 0, 14], spine: { lumbar: [0, 0, 8], thorax: [0, 0, 28], neck: [0, 0, 10] },
				armR: hand(31, 12, 12, [0.2, 0.8, 0.4]), armL: left(hand(24, -22, -2, [0.5, -0.3, 0.9])),
			},
		},
	},
	{
		...seen, id: 'tc-horse-mane', focus: ['quads'], far: 'L', view: { yaw: 16, pitch: 9 }, box: [-76, -184, 164, 200], props: [{ kind: 'disc' }], alternates: true, start: 'gather', peak: 'part',
		order: ['legL', 'legR', 'neck', 'torso', 'head', 'over', 'armL', 'armR'],
		beat: [{ to: 'ball', seconds: 1.8 }, { to: 'part', seconds: 3.2 }, { hold: 0.6 }, { to: 'gather', seconds: 2.4 }],
		contacts: ['heelR', 'toeR', 'heelL', 'toeL'],
		poses: {
			gather: { root: [-4, 82, 0], ...NARROW, armR: round(28, -16, 12, [0.25, 0, -1]), armL: round(28, -16, -12, [0.25, 0, 1]) },
			ball: {
				root: [-6, 80, -5], ...NARROW, rot: [0, 0, -8], spine: { lumbar: [0, 0, -6], thorax: [0, 0, -18], neck: [0, 0, -6] },
				legR: { at: [2, 12.6, 13], pole: [1, 0, 0.1], end: [0.86, -0.5, 0.1], toe: 26 },
				armL: left(hand(31, 3, 0, [0.3, -0.1, 1])), armR: hand(29, -24, -1, [0.4, 0.1, -1]),
			},
			part: {
				root: [15, 80.5, 1], legR: planted(36, 14, 0.05), legL: planted(-11, -13, 0.6), rot: [0, 0, 6], spine: { lumbar: [0, 0, 4], thorax: [0, 0, 10] },
				armR: hand(38, 14, 16, [0.8, 0.5, 0.2]), armL: { flex: -4, abd: 18, elbow: 26, wrist: -50 },
			},
		},
	}
];
