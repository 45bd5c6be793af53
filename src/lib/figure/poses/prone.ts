// Face down on the mat. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { Box, Pose, PosedExercise } from '#lib/figure/pose.ts';
import type { Vec3 } from '#lib/figure/vector.ts';
import { arms, FROM_THE_RIGHT, legs, MAT } from './common.ts';

const LONG: Box = [-112, -84, 236, 108];
const ON_FRONT: readonly string[] = ['torsoLow', 'pelvis', 'hip'];
/** Long legs, the tops of the feet on the mat. */
const LEGS = legs({ upper: [-1, -0.08, 0.06], lower: [-1, -0.02, 0.02], end: [-0.9, -0.44, 0], pole: [0, -1, 0] });
const FLAT = { base: 'prone', root: [6, null, 0], drop: ON_FRONT, ...LEGS } as const satisfies Pose;
/** Hands beside the shoulders, elbows close. */
const HANDS_BESIDE = arms({ at: [66, 3.6, 24], pole: [-1, 0.9, 0.3], end: [1, -0.12, 0] });
/** Forearms on the mat; the elbows come in under the shoulders as the chest rises. */
const forearms = (pole: Vec3) => arms({ at: [66, 3.6, 17], pole, end: [1, -0.1, -0.05] });

const seen = { kind: 'posed', view: FROM_THE_RIGHT, box: LONG, props: MAT } as const;

export const PRONE: readonly PosedExercise[] = [
	{
		...seen, id: 'back-prone-lift', focus: ['back', 'glutes'], alternates: true, start: 'down', peak: 'lifted',
		beat: [{ hold: 0.5 }, { to: 'lifted', seconds: 2 }, { hold: 2 }, { to: 'down', seconds: 2 }],
		contacts: ['waist', 'toeL', 'fingersR'],
		poses: {
			down: { ...FLAT, spine: { lumbar: [-2, 0, 0], thorax: [-2, 0, 0], neck: [-4, 0, 0] }, ...arms({ upper: [0.8, -0.12, 0.5], lower: [0.95, -0.1, -0.16], end: [1, -0.05, 0], lift: 0.8 }) },
			lifted: {
				...FLAT, spine: { lumbar: [-6, 0, 0], thorax: [-8, 0, 0], neck: [-6, 0, 0] },
				armR: { upper: [0.8, -0.3, 0.5], lower: [0.95, -0.14, -0.16], end: [1, -0.05, 0], lift: 0.8 },
				armL: { upper: [0.86, 0.22, -0.4], lower: [0.97, 0.2, 0.12], end: [1, 0.16, 0], lift: 1 },
				legR: { upper: [-1, 0.2, 0.06], lower: [-1, 0.24, 0.02], end: [-0.985, -0.14, 0], pole: [0, -1, 0] },
			},
		},
	},
	{
		...seen, id: 'pil-swan-prep', focus: ['back'], start: 'down', peak: 'up',
		beat: [{ hold: 0.5 }, { to: 'up', seconds: 2.2 }, { hold: 2 }, { to: 'down', seconds: 2.5 }],
		contacts: ['pelvis', 'toeR', 'toeL', 'wristR', 'wristL'],
		poses: {
			down: { ...FLAT, spine: { lumbar: [-2, 0, 0], thorax: [0, 0, 0], neck: [-4, 0, 0] }, ...HANDS_BESIDE },
			up: { ...FLAT, spine: { lumbar: [-14, 0, 0], thorax: [-26, 0, 0], neck: [-8, 0, 0] }, ...HANDS_BESIDE },
		},
	},
	{
		...seen, id: 'yoga-sphinx', focus: ['lowback'], start: 'low', peak: 'up',
		beat: [{ hold: 0.6 }, { to: 'up', seconds: 3 }, { hold: 6 }, { to: 'low', seconds: 3 }],
		contacts: ['pelvis', 'toeR', 'toeL', 'elbowR', 'elbowL', 'wristR', 'wristL'],
		poses: {
			low: { ...FLAT, spine: { lumbar: [-4, 0, 0], thorax: [-4, 0, 0], neck: [-2, 0, 0] }, ...forearms([-0.5, 0.3, 1]) },
			up: { ...FLAT, spine: { lumbar: [-26, 0, 0], thorax: [-34, 0, 0], neck: [-4, 0, 0], head: [4, 0, 0] }, ...forearms([-0.4, -1, 0.1]) },
		},
	},
	{
		...seen, id: 'move-face-down', focus: [], start: 'still', peak: 'still', beat: [{ hold: 1 }], contacts: ['pelvis', 'toeR', 'toeL'],
		poses: { still: { ...FLAT, spine: { lumbar: [-2, 0, 0], thorax: [-4, 0, 0], neck: [-2, 0, 0] }, ...arms({ at: [76, 3, 10], pole: [0.3, 0, 1], end: [0.4, -0.05, -1] }) } },
	}
];
