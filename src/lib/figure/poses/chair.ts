// On a chair, and from it. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { Pose, PosedExercise, Prop } from '#lib/figure/pose.ts';
import { arms, CHAIR, legs, onThighs, SITTING } from './common.ts';

const GROUND: Prop = { kind: 'ground' };
const props: readonly Prop[] = [GROUND, CHAIR];
const seen = { kind: 'posed', view: { yaw: 24, pitch: 8 }, box: [-78, -148, 150, 164], props, shoes: true } as const;
/** Both arms lie in front of the trunk. */
const seenFromFront = { ...seen, props: [CHAIR], order: ['neck', 'legL', 'torso', 'head', 'legR', 'over', 'armL', 'armR'], view: { yaw: 57, pitch: 10 }, box: [-70, -146, 140, 166] } as const;
const FEET = legs({ at: [18, 6.8, 10], pole: [1, 0.3, 0.12], end: [1, 0, 0.08] });
const STANDING_UP = { ...FEET, root: [-4, 62, 0] as const, rot: [-40, 0, 0] as const };

/** Arms crossed over the chest. */
const crossed = {
	armR: { rel: 'chest', at: [13.5, 1.5, -5], poleRel: [0.2, -1, 0.5] },
	armL: { rel: 'chest', at: [13.5, 1.5, 5], poleRel: [0.2, -1, -0.5] }
} as const satisfies Partial<Pose>;

export const CHAIR_EXERCISES: readonly PosedExercise[] = [
	{
		...seen, id: 'leg-sit-to-stand', focus: ['quads', 'glutes'], pace: 'flow', start: 'sit', peak: 'stand', box: [-78, -184, 156, 200],
		beat: [{ hold: 0.3 }, { to: 'lean', seconds: 1.1 }, { to: 'stand', seconds: 1.4 }, { hold: 0.4 }, { to: 'lean', seconds: 1.4 }, { to: 'sit', seconds: 1.1 }],
		contacts: ['heelR', 'toeR', 'heelL', 'toeL'],
		poses: {
			sit: { ...SITTING, ...FEET, ...arms({ flex: 34, abd: 6, elbow: 42 }) },
			lean: { ...STANDING_UP, spine: { thorax: [4, 0, 0], neck: [-14, 0, 0] }, ...arms({ flex: 74, abd: 4, elbow: 20 }) },
			stand: { root: [12, 88.6, 0], ...FEET, ...arms({ flex: 6, abd: 7, elbow: 12 }) },
		},
	},
	{
		...seenFromFront, id: 'pil-spine-twist', far: 'L', focus: ['obliqueR', 'obliqueL'], alternates: true, start: 'middle', peak: 'turned',
		beat: [{ hold: 0.4 }, { to: 'turned', seconds: 2 }, { hold: 1.5 }, { to: 'middle', seconds: 2 }],
		contacts: ['heelR', 'toeR', 'heelL', 'toeL', 'seat:pelvis'],
		poses: {
			middle: { ...SITTING, ...FEET, ...crossed },
			turned: { ...SITTING, ...FEET, spine: { lumbar: [0, 0, 8], thorax: [0, 0, 44], neck: [0, 0, 24] }, ...crossed },
		},
	},
	{
		...seen, id: 'desk-seated-tilt', focus: ['lowback'], pace: 'flow', start: 'round', peak: 'tall',
		beat: [{ to: 'tall', seconds: 2.5 }, { hold: 0.5 }, { to: 'round', seconds: 2.5 }, { hold: 0.5 }],
		contacts: ['heelR', 'toeR', 'heelL', 'toeL', 'seat:pelvis'],
		poses: {
			round: { ...SITTING, ...FEET, rot: [16, 0, 0], spine: { lumbar: [36, 0, 0], thorax: [18, 0, 0], neck: [-18, 0, 0], head: [-4, 0, 0] }, ...onThighs(22) },
			tall: { ...SITTING, ...FEET, rot: [-8, 0, 0], spine: { lumbar: [-20, 0, 0], thorax: [2, 0, 0], neck: [2, 0, 0] }, ...onThighs(22) },
		},
	},
	{
		...seen, id: 'rel-box-breath', view: { yaw: 34, pitch: 8 }, box: [-72, -146, 142, 162], focus: ['abs'], pace: 'own', start: 'out', peak: 'in',
		beat: [{ to: 'in', seconds: 4 }, { hold: 4 }, { to: 'out', seconds: 4 }, { hold: 4 }],
		contacts: ['heelR', 'toeR', 'heelL', 'toeL', 'seat:pelvis'],
		poses: {
			out: { ...SITTING, ...FEET, armR: { rel: 'lumbar', at: [13.5, 3, 8], poleRel: [-0.2, -0.7, 1], end: [0.1, 0.1, -1] }, armL: onThighs(22).armL },
			in: { ...SITTING, ...FEET, breath: 3.5, spine: { thorax: [-3, 0, 0] }, armR: { rel: 'lumbar', at: [17, 3, 8], poleRel: [-0.2, -0.7, 1], end: [0.1, 0.1, -1] }, armL: onThighs(22).armL },
		},
	},
	{
		...seen, id: 'move-sit', focus: [], start: 'still', peak: 'still', beat: [{ hold: 1 }], contacts: ['heelR', 'heelL', 'seat:pelvis'],
		poses: { still: { ...SITTING, ...FEET, ...onThighs(24) } },
	}
];
