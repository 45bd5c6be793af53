// Relaxing on the back, and the breath in other positions. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { LimbPose, Pose, PosedExercise } from '#lib/figure/pose.ts';
import { arms, feetDown, FLAT_SPINE, FROM_THE_RIGHT, legs, LYING, MAT, ON_BACK, STANDING } from './common.ts';

const seen = { kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT } as const;
const LEGS_LONG = legs({ flex: -3, abd: 7, knee: 0, ankle: -28, rot: 14 });
const LONG = { base: 'supine', root: [-6, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...LEGS_LONG } as const satisfies Pose;
const PALMS: LimbPose = { at: [-4, 2.9, 32], pole: [0, 0.1, 1], end: [1, 0, 0.16] };
const BOX_BEAT = [{ to: 'in', seconds: 4 }, { hold: 4 }, { to: 'out', seconds: 4 }, { hold: 4 }] as const;
const handsOnBelly = (height: number) => arms({ rel: 'lumbar', at: [height, 4, 9], pole: [0, -0.7, 0.7], end: [0.75, -0.05, -0.7] });
const lying = { base: 'supine', root: [4, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...feetDown(44) } as const satisfies Pose;
const upright = { root: [0, 88.4, 0], ...legs({ at: [0, 6.8, 12], pole: [1, 0, 0.15], end: [1, 0, 0.12] }) } as const satisfies Pose;
const handsInFront = (height: number) => arms({ rel: 'lumbar', at: [height, 2, 7], poleRel: [-0.3, -0.8, 0.8], end: [0.3, 0, -1] });

export const RELAXING: readonly PosedExercise[] = [
	{
		...seen, id: 'rel-pmr', focus: ['shoulder'], start: 'loose', peak: 'tense', contacts: ['pelvis', 'chest', 'heelR', 'heelL'],
		beat: [{ hold: 1 }, { to: 'tense', seconds: 1.5 }, { hold: 4 }, { to: 'loose', seconds: 2 }, { hold: 4 }],
		poses: {
			loose: { ...LONG, ...arms({ flex: 2, abd: 20, elbow: 8 }) },
			tense: { ...LONG, spine: { lumbar: [-4, 0, 0], thorax: [3, 0, 0], neck: [7, 0, 0] }, ...arms({ flex: 4, abd: 16, elbow: 62, wrist: 20 }) },
		},
	},
	{
		...seen, id: 'rel-body-scan', focus: [], pace: 'own', start: 'out', peak: 'in', contacts: ['pelvis', 'chest', 'heelR', 'heelL'],
		beat: [{ to: 'in', seconds: 4 }, { to: 'out', seconds: 6 }],
		poses: {
			out: { ...LONG, ...arms(PALMS) },
			in: { ...LONG, breath: 2, ...arms(PALMS) },
		},
	},
	{
		...seen, id: 'rel-box-breath-lie', focus: ['abs'], pace: 'own', start: 'out', peak: 'in', beat: BOX_BEAT,
		contacts: ['pelvis', 'chest', 'heelR', 'heelL'],
		poses: {
			out: { ...lying, ...handsOnBelly(13) },
			in: { ...lying, breath: 3.5, ...handsOnBelly(16.3) },
		},
	},
	{
		kind: 'posed', view: { yaw: 40, pitch: 8 }, box: STANDING, props: [{ kind: 'disc' }], id: 'rel-box-breath-stand', focus: ['abs'], pace: 'own', start: 'out', peak: 'in', beat: BOX_BEAT,
		contacts: ['heelR', 'toeR', 'heelL', 'toeL'],
		poses: {
			out: { ...upright, ...handsInFront(13) },
			in: { ...upright, breath: 3, spine: { thorax: [-2, 0, 0] }, ...handsInFront(16) },
		},
	}
];
