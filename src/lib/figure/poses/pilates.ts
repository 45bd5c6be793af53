// Pilates on the back. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { PosedExercise } from '#lib/figure/pose.ts';
import { arms, feetDown, FLAT_SPINE, FROM_THE_RIGHT, legs, LYING, MAT, ON_BACK } from './common.ts';

const seen = { kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT } as const;
/** Hands on the front of the hips. */
const HANDS_ON_HIPS = arms({ rel: 'pelvis', at: [11, 8, 9], pole: [0, -0.7, 0.7], end: [0.8, -0.05, -0.6] });
/** Long arms beside the body, above the mat. */
const hovering = (height: number) => arms({ at: [2, height, 26], pole: [0, -0.3, 1], end: [1, 0, 0] });

export const PILATES: readonly PosedExercise[] = [
	{
		...seen, id: 'pil-pelvic-clock', focus: ['lowback', 'abs'], pace: 'flow', start: 'six', peak: 'twelve',
		beat: [{ to: 'twelve', seconds: 3 }, { hold: 0.6 }, { to: 'six', seconds: 3 }, { hold: 0.6 }],
		contacts: ['pelvis', 'chest', 'heelR', 'heelL'],
		poses: {
			six: { base: 'supine', root: [4, null, 0], drop: ['pelvis', 'chest'], rot: [-10, 0, 0], spine: { lumbar: [-20, 0, 0], thorax: [6, 0, 0], neck: [8, 0, 0] }, ...HANDS_ON_HIPS, ...feetDown(42) },
			twelve: { base: 'supine', root: [4, null, 0], drop: ['pelvis', 'chest'], rot: [16, 0, 0], spine: { lumbar: [20, 0, 0], thorax: [-2, 0, 0], neck: [4, 0, 0] }, ...HANDS_ON_HIPS, ...feetDown(42) },
		},
	},
	{
		...seen, id: 'pil-hundred-prep', focus: ['abs'], pace: 'own', start: 'low', peak: 'high',
		beat: [{ to: 'high', seconds: 0.5 }, { to: 'low', seconds: 0.5 }],
		contacts: ['pelvis', 'chest', 'heelR', 'heelL'],
		poses: {
			low: { base: 'supine', root: [-2, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...hovering(8), ...feetDown(38) },
			high: { base: 'supine', root: [-2, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...hovering(21), ...feetDown(38) },
		},
	},
	{
		...seen, id: 'pil-single-leg-stretch', focus: ['abs'], alternates: true, pace: 'flow', start: 'ready', peak: 'long',
		beat: [{ to: 'long', seconds: 2 }, { hold: 0.6 }, { to: 'ready', seconds: 1.6 }],
		contacts: ['pelvis', 'chest'],
		poses: {
			ready: { base: 'supine', root: [4, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...arms({ flex: 42, abd: 8, elbow: 10 }), ...legs({ flex: 100, knee: 108, ankle: -10 }) },
			long: {
				base: 'supine', root: [4, null, 0], drop: ON_BACK, spine: FLAT_SPINE,
				armR: { rel: 'shinR', at: [5, -6, 4.5], pole: [0.2, -0.6, 1], end: [-0.1, 0.3, -1] }, armL: { rel: 'shinR', at: [5, -3, -4.5], pole: [0.2, -0.6, -1], end: [-0.1, 0.3, 1] },
				legR: { flex: 122, abd: 2, knee: 128, ankle: -10 }, legL: { flex: 20, knee: 3, ankle: -40 },
			},
		},
	}
];
