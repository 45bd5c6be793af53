// Standing: at the desk, at the wall, for the legs. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { LimbPose, PosedExercise, Prop } from '#lib/figure/pose.ts';
import { arms, legs, STANDING } from './common.ts';

const GROUND: Prop = { kind: 'ground' };
const seen = { kind: 'posed', view: { yaw: 22, pitch: 7 }, box: STANDING, props: [GROUND], shoes: true } as const;
const WALL_AT = 58;
const atWall = { ...seen, props: [GROUND, { kind: 'wall', at: WALL_AT }], box: [-84, -190, 178, 206] } as const;
const feet = (x: number, z = 10): ReturnType<typeof legs> => legs({ at: [x, 6.8, z], pole: [1, 0, 0.1], end: [1, 0, 0.08] });
/** On the balls of the feet: the ankle goes up and forward round the ball. */
const ON_TOES = legs({ at: [5.7, 13.8, 9], pole: [1, 0, 0.1], end: [0.766, -0.643, 0.06], toe: 40 });
/** A flat hand on the wall, fingers up. */
const onWall = (height: number, pole: LimbPose['pole']) => arms({ at: [WALL_AT - 5, height, 15], ...(pole && { pole }), end: [0.24, 1, 0] });
const FINGERTIPS = arms({ at: [WALL_AT - 11, 120, 14], pole: [-0.3, -1, 0.5], end: [0.68, 0.73, 0] });
const EASY = arms({ flex: 2, abd: 8, elbow: 10 });

export const STANDING_EXERCISES: readonly PosedExercise[] = [
	{
		...seen, id: 'desk-back-bend', box: [-66, -184, 176, 200], props: [GROUND, { kind: 'desk', at: 34, width: 60, height: 72 }], focus: ['lowback'], start: 'tall', peak: 'bend',
		beat: [{ hold: 0.5 }, { to: 'bend', seconds: 2.5 }, { hold: 2 }, { to: 'tall', seconds: 2.5 }],
		contacts: ['heelR', 'heelL', 'toeR', 'toeL'],
		poses: {
			tall: { root: [-12, 89.2, 0], ...arms({ rel: 'pelvis', at: [-12, 12, 8], poleRel: [-1, 0.1, 0.8], end: [0.1, -1, -0.1] }), ...legs({ at: [-14, 6.8, 9], pole: [1, 0, 0.1], end: [1, 0, 0.1] }) },
			bend: { root: [-6, 88.6, 0], rot: [7, 0, 0], spine: { lumbar: [-22, 0, 0], thorax: [-20, 0, 0], neck: [-14, 0, 0], head: [-4, 0, 0] }, ...arms({ rel: 'pelvis', at: [-12, 12, 8], poleRel: [-1, 0.1, 0.8], end: [0.1, -1, -0.1] }), ...legs({ at: [-14, 6.8, 9], pole: [1, 0, 0.1], end: [1, 0, 0.1] }) },
		},
	},
	{
		...seen, id: 'hip-hinge', focus: ['glutes', 'hams'], pace: 'flow', start: 'tall', peak: 'hinged', box: [-84, -184, 160, 200],
		beat: [{ hold: 0.4 }, { to: 'hinged', seconds: 2.4 }, { hold: 0.4 }, { to: 'tall', seconds: 1.8 }],
		contacts: ['heelR', 'heelL', 'toeR', 'toeL'],
		poses: {
			tall: { root: [0, 88.6, 0], ...feet(-2), ...EASY },
			hinged: { root: [-19, 82.5, 0], rot: [-52, 0, 0], spine: { lumbar: [-6, 0, 0], thorax: [2, 0, 0], neck: [-12, 0, 0] }, ...feet(-2), ...arms({ flex: 46, abd: 4, elbow: 10 }) },
		},
	},
	{
		...atWall, id: 'leg-calf-raise', focus: ['calves'], pace: 'flow', start: 'down', peak: 'up',
		beat: [{ hold: 0.3 }, { to: 'up', seconds: 1.8 }, { hold: 0.5 }, { to: 'down', seconds: 2 }],
		contacts: ['ballR', 'toeR', 'ballL', 'toeL', 'wall:fingersR', 'wall:fingersL'],
		poses: {
			down: { root: [1, 88.9, 0], ...feet(0, 9), ...FINGERTIPS },
			up: { root: [8, 95.6, 0], ...ON_TOES, ...FINGERTIPS },
		},
	},
	{
		...atWall, id: 'yoga-wall-dog', focus: ['back', 'hams'], start: 'near', peak: 'long', box: [-86, -178, 180, 194],
		beat: [{ hold: 0.5 }, { to: 'long', seconds: 3 }, { hold: 6 }, { to: 'near', seconds: 3 }],
		contacts: ['heelR', 'toeR', 'heelL', 'toeL', 'wall:handR', 'wall:handL'],
		poses: {
			near: { root: [-15, 88, 0], rot: [-42, 0, 0], spine: { neck: [-8, 0, 0] }, ...feet(-18), ...onWall(96, [0, -1, 0.6]) },
			long: { root: [-43.5, 85, 0], rot: [-77, 0, 0], spine: { lumbar: [-4, 0, 0], thorax: [-4, 0, 0], neck: [4, 0, 0] }, ...feet(-18), ...onWall(96, [0, -1, 0.6]) },
		},
	},
	{
		...seen, id: 'desk-stand-reach', box: [-80, -226, 160, 242], focus: ['back'], start: 'easy', peak: 'reach',
		beat: [{ hold: 0.4 }, { to: 'reach', seconds: 3.4 }, { hold: 2 }, { to: 'easy', seconds: 3.4 }],
		contacts: ['heelR', 'heelL', 'toeR', 'toeL'],
		poses: {
			easy: { root: [0, 88.4, 0], ...feet(0, 14), ...EASY },
			reach: { root: [3, 88.2, 0], rot: [2, 0, 0], spine: { lumbar: [-8, 0, 0], thorax: [-10, 0, 0], neck: [-6, 0, 0] }, ...feet(0, 14), ...arms({ flex: 172, abd: 8, elbow: 4 }) },
		},
	},
	{
		...seen, id: 'move-stand', focus: [], start: 'still', peak: 'still', beat: [{ hold: 1 }], contacts: ['heelR', 'heelL', 'toeR', 'toeL'],
		poses: { still: { root: [0, 88.6, 0], ...feet(0), ...EASY } },
	}
];
