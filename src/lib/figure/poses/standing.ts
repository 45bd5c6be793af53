// Standing: desk breaks and tai chi. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { PosedExercise } from '#lib/figure/pose.ts';
import { arms, legs, STANDING } from './common.ts';

export const STANDING_EXERCISES: readonly PosedExercise[] = [
	{
		id: 'desk-back-bend',
		kind: 'posed', view: { yaw: 22, pitch: 7 }, box: [-66, -184, 176, 200], props: [{ kind: 'ground' }, { kind: 'desk', at: 34, width: 60, height: 72 }], focus: ['lowback'], start: 'tall', peak: 'bend', shoes: true,
		beat: [{ hold: 0.5 }, { to: 'bend', seconds: 2.5 }, { hold: 2 }, { to: 'tall', seconds: 2.5 }],
		contacts: ['heelR', 'heelL', 'toeR', 'toeL'],
		poses: {
			tall: { root: [-12, 89.2, 0], ...arms({ rel: 'pelvis', at: [-12, 12, 8], poleRel: [-1, 0.1, 0.8], end: [0.1, -1, -0.1] }), ...legs({ at: [-14, 6.8, 9], pole: [1, 0, 0.1], end: [1, 0, 0.1] }) },
			bend: { root: [-6, 88.6, 0], rot: [7, 0, 0], spine: { lumbar: [-22, 0, 0], thorax: [-20, 0, 0], neck: [-14, 0, 0], head: [-4, 0, 0] }, ...arms({ rel: 'pelvis', at: [-12, 12, 8], poleRel: [-1, 0.1, 0.8], end: [0.1, -1, -0.1] }), ...legs({ at: [-14, 6.8, 9], pole: [1, 0, 0.1], end: [1, 0, 0.1] }) },
		},
	},
	{
		id: 'tc-commencing',
		kind: 'posed', view: { yaw: 52, pitch: 9 }, box: STANDING, props: [{ kind: 'disc' }], focus: [], pace: 'flow', start: 'rest', peak: 'float',
		beat: [{ to: 'float', seconds: 4 }, { hold: 0.5 }, { to: 'press', seconds: 4 }, { hold: 0.5 }, { to: 'rest', seconds: 2 }],
		contacts: ['heelR', 'heelL', 'toeR', 'toeL'],
		poses: {
			rest: { root: [0, 88.2, 0], ...arms({ flex: 12, abd: 12, elbow: 16 }), ...legs({ at: [0, 6.8, 17], pole: [1, 0, 0.15], end: [1, 0, 0.12] }) },
			float: { root: [0, 88.2, 0], spine: { neck: [-2, 0, 0] }, ...arms({ flex: 84, abd: 4, elbow: 14, wrist: -34 }), ...legs({ at: [0, 6.8, 17], pole: [1, 0, 0.15], end: [1, 0, 0.12] }) },
			press: { root: [-5, 78, 0], rot: [-4, 0, 0], spine: { lumbar: [3, 0, 0] }, ...arms({ flex: 38, abd: 10, elbow: 62, wrist: 28 }), ...legs({ at: [0, 6.8, 17], pole: [1, 0, 0.15], end: [1, 0, 0.12] }) },
		},
	}
];
