// Resting positions, and the still ones shown while one moves from place to place. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { PosedExercise } from '#lib/figure/pose.ts';
import { arms, armsBeside, BOTH_KNEES, feetDown, FLAT_SPINE, foot, FROM_THE_RIGHT, handsDown, legs, LYING, MAT, ON_BACK, ON_RIGHT_SIDE } from './common.ts';

const STILL = { kind: 'posed', props: MAT, focus: [], start: 'still', peak: 'still', beat: [{ hold: 1 }] } as const;
const { view, box, order, pose } = ON_RIGHT_SIDE;
const ON_SIDE = { view, box, order, contacts: ['hipR', 'kneeR'], poses: { still: pose } };

export const REST: readonly PosedExercise[] = [
	{
		id: 'rel-legs-up',
		kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: [...MAT, { kind: 'chair', at: 76, height: 42, facing: -1 }], focus: [], pace: 'own', start: 'out', peak: 'in',
		beat: [{ to: 'in', seconds: 4 }, { to: 'out', seconds: 6 }], contacts: ['pelvis', 'chest'],
		poses: {
			out: { base: 'supine', root: [12, null, 0], drop: ON_BACK, spine: { lumbar: [-3, 0, 0], thorax: [3, 0, 0], neck: [4, 0, 0] }, armR: { at: [-22, 2.9, 34], pole: [0, 0.1, 1], end: [0.9, 0, 0.4] }, armL: { rel: 'lumbar', at: [13, 2, -2], pole: [0.1, 0.1, -1], end: [0.4, 0.1, 1] }, ...legs({ flex: 82, abd: 4, knee: 84, ankle: -10 }) },
			in: { base: 'supine', breath: 2, root: [12, null, 0], drop: ON_BACK, spine: FLAT_SPINE, armR: { at: [-22, 2.9, 34], pole: [0, 0.1, 1], end: [0.9, 0, 0.4] }, armL: { rel: 'lumbar', at: [15, 2, -2], pole: [0.1, 0.1, -1], end: [0.4, 0.1, 1] }, ...legs({ flex: 82, abd: 4, knee: 84, ankle: -10 }) },
		},
	},
	{
		...STILL, id: 'move-lie', view: FROM_THE_RIGHT, box: LYING, contacts: ['pelvis', 'chest', 'heelR', 'heelL'],
		poses: { still: { base: 'supine', root: [4, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...armsBeside(2), ...feetDown(44) } },
	},
	{
		...STILL, id: 'rest-easy', view: FROM_THE_RIGHT, box: LYING, contacts: ['pelvis', 'chest', 'heelR', 'heelL'],
		poses: { still: { base: 'supine', root: [4, null, 0], drop: ON_BACK, spine: FLAT_SPINE, armR: { at: [-22, 2.9, 42], pole: [0, 0.1, 1], end: [0.8, 0, 0.6] }, armL: { rel: 'lumbar', at: [13, 2, -2], pole: [0.1, 0.1, -1], end: [0.4, 0.1, 1] }, legR: foot(40, 12), legL: foot(48, -12) } },
	},
	{
		...STILL, id: 'move-hands-knees', view: FROM_THE_RIGHT, box: LYING, contacts: ['wristR', 'wristL', 'kneeR', 'kneeL'],
		poses: { still: { base: 'prone', root: [-10, null, 0], drop: ['kneeL'], rot: [11.3, 0, 0], spine: { lumbar: [-4, 0, 0], thorax: [6, 0, 0], neck: [-10, 0, 0] }, ...handsDown(), ...BOTH_KNEES } },
	},
	{
		...STILL, id: 'move-kneel', view: FROM_THE_RIGHT, box: [-104, -140, 208, 156], contacts: ['kneeR', 'kneeL', 'toeR'],
		poses: { still: { root: [-8, null, 0], drop: ['kneeR'], ...legs({ upper: [0.04, -1, 0.06], lower: [-1, -0.02, 0], end: [-0.95, -0.31, 0], pole: [1, 0, 0] }), ...arms({ flex: 4, abd: 8, elbow: 14 }) } },
	},
	{ ...STILL, ...ON_SIDE, id: 'move-side-right' },
	{ ...STILL, ...ON_SIDE, id: 'move-side-left', flipped: true }
];
