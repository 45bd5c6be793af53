// Hips. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { LimbPose, Pose, PosedExercise } from '#lib/figure/pose.ts';
import { armsBeside, feetDown, foot, FROM_THE_RIGHT, LYING, MAT, ON_RIGHT_SIDE } from './common.ts';

const { view, box, order, pose } = ON_RIGHT_SIDE;
const LOW = { base: 'supine', anchor: { joint: 'c7', at: [-48, 12.2, 0] }, root: [0, 10, 0], spine: { lumbar: [2, 0, 0], neck: [4, 0, 0] } } as const satisfies Pose;
const HIGH = { base: 'supine', anchor: { joint: 'c7', at: [-46, 6, 0] }, root: [0, 10, 0], rot: [35, 0, 0], spine: { lumbar: [2, 0, 0], thorax: [6, 0, 0], neck: [24, 0, 0], head: [6, 0, 0] } } as const satisfies Pose;
/** The free leg, in line with the other thigh. */
const RAISED: LimbPose = { upper: [0.62, 0.78, 0], lower: [0.62, 0.78, 0], end: [0.2, 1, 0], pole: [-0.78, 0.62, 0] };

export const HIP: readonly PosedExercise[] = [
	{
		id: 'hip-bridge',
		kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT, focus: ['glutes', 'hams'], start: 'down', peak: 'up',
		beat: [{ hold: 0.6 }, { to: 'up', seconds: 2.5 }, { hold: 2 }, { to: 'down', seconds: 3 }],
		contacts: ['heelR', 'heelL', 'toeR', 'toeL', 'chest'],
		poses: {
			down: { ...LOW, ...armsBeside(2), ...feetDown(42) },
			up: { ...HIGH, ...armsBeside(2), ...feetDown(42) },
		},
	},
	{
		id: 'hip-clamshell',
		kind: 'posed', view, box, order, props: MAT, focus: ['gluteMedL'], shows: 'left', start: 'closed', peak: 'open',
		beat: [{ hold: 0.5 }, { to: 'open', seconds: 2 }, { hold: 1.5 }, { to: 'closed', seconds: 2.5 }],
		contacts: ['hipR', 'kneeR'],
		poses: {
			closed: pose,
			open: { ...pose, legL: { at: [66, 10, -4], pole: [-0.3, 0.8, 0.55], end: [0.72, 0.14, 0.69] } },
		},
	},
	{
		id: 'hip-bridge-single',
		kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT, focus: ['glutes', 'hams'], shows: 'right', start: 'down', peak: 'up',
		beat: [{ hold: 0.6 }, { to: 'up', seconds: 2.5 }, { hold: 2 }, { to: 'down', seconds: 3 }],
		contacts: ['heelR', 'toeR', 'chest'],
		poses: {
			down: { ...LOW, ...armsBeside(2), legR: foot(42, 9), legL: RAISED },
			up: { ...HIGH, ...armsBeside(2), legR: foot(42, 9), legL: { ...RAISED, upper: [0.84, 0.54, 0], lower: [0.84, 0.54, 0] } },
		},
	},
	{
		id: 'hip-side-leg-raise',
		kind: 'posed', view, box: [-112, -104, 220, 138], order, props: MAT, focus: ['gluteMedL'], shows: 'left', pace: 'flow', start: 'down', peak: 'up',
		beat: [{ hold: 0.4 }, { to: 'up', seconds: 2.2 }, { hold: 0.8 }, { to: 'down', seconds: 2.2 }],
		contacts: ['hipR', 'kneeR'],
		poses: {
			down: { ...pose, legL: { flex: -6, abd: -10, knee: 2, ankle: 4 } },
			up: { ...pose, legL: { flex: -6, abd: 24, knee: 2, ankle: 4 } },
		},
	}
];
