// Hips. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { PosedExercise } from '#lib/figure/pose.ts';
import { armsBeside, feetDown, FROM_THE_RIGHT, LYING, MAT, ON_RIGHT_SIDE } from './common.ts';

const { view, box, order, pose } = ON_RIGHT_SIDE;

export const HIP: readonly PosedExercise[] = [
	{
		id: 'hip-bridge',
		kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT, focus: ['glutes', 'hams'], start: 'down', peak: 'up',
		beat: [{ hold: 0.6 }, { to: 'up', seconds: 2.5 }, { hold: 2 }, { to: 'down', seconds: 3 }],
		contacts: ['heelR', 'heelL', 'toeR', 'toeL', 'chest'],
		poses: {
			down: { base: 'supine', anchor: { joint: 'c7', at: [-48, 12.2, 0] }, root: [0, 10, 0], spine: { lumbar: [2, 0, 0], neck: [4, 0, 0] }, ...armsBeside(2), ...feetDown(42) },
			up: { base: 'supine', anchor: { joint: 'c7', at: [-46, 6.0, 0] }, root: [0, 10, 0], rot: [35, 0, 0], spine: { lumbar: [2, 0, 0], thorax: [6, 0, 0], neck: [24, 0, 0], head: [6, 0, 0] }, ...armsBeside(2), ...feetDown(42) },
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
	}
];
