// Core exercises on the mat. Angles in degrees, lengths in cm; the words are in pose.ts.
import type { PosedExercise } from '#lib/figure/pose.ts';
import { arms, armsBeside, BOTH_KNEES, feetDown, FLAT_SPINE, foot, FROM_THE_RIGHT, handsDown, KNEELING, legs, LYING, MAT, ON_BACK } from './common.ts';

/** Hands on the belly, moving with it. */
const handsOnBelly = (height: number) => arms({ rel: 'lumbar', at: [height, 4, 9], pole: [0, -0.7, 0.7], end: [0.75, -0.05, -0.7] });

export const CORE: readonly PosedExercise[] = [
	{
		id: 'core-brace-breath',
		kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT, focus: ['abs'], pace: 'own', start: 'out', peak: 'in',
		beat: [{ to: 'in', seconds: 1.8 }, { hold: 0.2 }, { to: 'out', seconds: 1.8 }, { hold: 0.2 }],
		contacts: ['pelvis', 'chest', 'heelR', 'heelL'],
		poses: {
			out: { base: 'supine', root: [4, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...handsOnBelly(13), ...feetDown(44) },
			in: { base: 'supine', root: [4, null, 0], drop: ON_BACK, breath: 3.5, spine: FLAT_SPINE, ...handsOnBelly(16.3), ...feetDown(44) },
		},
	},
	{
		id: 'core-heel-slide',
		kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT, focus: ['abs'], alternates: true, start: 'bent', peak: 'long',
		beat: [{ hold: 0.4 }, { to: 'long', seconds: 2.5 }, { hold: 0.8 }, { to: 'bent', seconds: 2.5 }],
		contacts: ['pelvis', 'chest', 'heelR', 'heelL'],
		poses: {
			bent: { base: 'supine', root: [-6, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...armsBeside(-8), ...feetDown(34) },
			long: { base: 'supine', root: [-6, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...armsBeside(-8), legR: { at: [74, 5.4, 10], pole: [0.3, 1, 0], end: [0.2, 1, 0] }, legL: foot(34, -10) },
		},
	},
	{
		id: 'core-dead-bug',
		kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT, focus: ['abs'], alternates: true, start: 'base', peak: 'reach',
		beat: [{ hold: 0.6 }, { to: 'reach', seconds: 3 }, { hold: 1 }, { to: 'base', seconds: 3 }],
		contacts: ['pelvis', 'chest'],
		poses: {
			base: { base: 'supine', root: [14, null, 0], drop: ON_BACK, spine: FLAT_SPINE, ...arms({ flex: 90 }), ...legs({ flex: 90, knee: 90 }) },
			reach: { base: 'supine', root: [14, null, 0], drop: ON_BACK, spine: FLAT_SPINE, armR: { flex: 90 }, armL: { flex: 168, abd: 6 }, legR: { flex: 14, knee: 4, ankle: -15 }, legL: { flex: 90, knee: 90 } },
		},
	},
	{
		id: 'core-curl-up',
		kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT, focus: ['abs'], start: 'down', peak: 'up',
		beat: [{ hold: 0.6 }, { to: 'up', seconds: 1.5 }, { hold: 8 }, { to: 'down', seconds: 2 }],
		contacts: ['heelR', 'toeR', 'heelL', 'pelvis'],
		poses: {
			down: { base: 'supine', root: [-2, null, 0], drop: ['pelvis'], spine: { lumbar: [-4, 0, 0], thorax: [4, 0, 0], neck: [4, 0, 0] }, ...arms({ at: [-19, 2.4, 11], pole: [-0.1, 0.12, 1], end: [0.5, 0, -1] }), legR: foot(38, 9), legL: { flex: -5, knee: 0, ankle: -12 } },
			up: { base: 'supine', root: [-2, null, 0], drop: ['pelvis'], spine: { lumbar: [-2, 0, 0], thorax: [34, 0, 0], neck: [10, 0, 0] }, ...arms({ at: [-19, 2.4, 11], pole: [-0.1, 0.12, 1], end: [0.5, 0, -1] }), legR: foot(38, 9), legL: { flex: -5, knee: 0, ankle: -12 } },
		},
	},
	{
		id: 'core-bird-dog',
		kind: 'posed', view: { yaw: -16, pitch: 10 }, box: LYING, props: MAT, focus: ['back', 'glutes'], shows: 'right', start: 'base', peak: 'reach',
		beat: [{ hold: 0.6 }, { to: 'reach', seconds: 3 }, { hold: 2 }, { to: 'base', seconds: 3 }],
		contacts: ['wristR', 'kneeL', 'toeL'],
		poses: {
			base: { base: 'prone', root: [-10, null, 0], drop: ['kneeL'], rot: [11.3, 0, 0], spine: { lumbar: [-4, 0, 0], thorax: [6, 0, 0], neck: [-10, 0, 0] }, ...handsDown(), ...BOTH_KNEES },
			reach: { base: 'prone', root: [-10, null, 0], drop: ['kneeL'], rot: [10.6, 0, 0], spine: { lumbar: [-5, 0, 0], thorax: [5, 0, 0], neck: [-10, 0, 0] }, armR: handsDown().armR, armL: { upper: [1, 0.06, -0.05], lower: [1, 0.12, 0], end: [1, 0.08, 0], lift: 1 }, legR: { upper: [-1, 0.05, 0], lower: [-1, 0.09, 0], end: [-0.72, -0.7, 0], pole: [0, -1, 0] }, legL: KNEELING },
		},
	},
	{
		id: 'core-side-plank-knees',
		kind: 'posed', view: { yaw: 26, pitch: 12 }, box: LYING, props: MAT, focus: ['obliqueR', 'gluteMedR'], shows: 'right', start: 'down', peak: 'up',
		beat: [{ hold: 0.6 }, { to: 'up', seconds: 2 }, { hold: 8 }, { to: 'down', seconds: 2.5 }], order: ['legR', 'legL', 'armR', 'neck', 'torso', 'head', 'over', 'armL'],
		contacts: ['elbowR', 'kneeR'],
		poses: {
			down: { base: 'sideR', anchor: { joint: 'elbowR', at: [-36, 4, 6] }, root: [0, 10, 0], rot: [0, -8, 0], spine: { lumbar: [0, -22, 0], thorax: [0, -16, 0], neck: [0, 10, 0] }, armR: { upper: [-0.12, -1, 0.05], lower: [-0.35, -0.02, 0.94], end: [-0.3, 0, 0.95] }, armL: { rel: 'pelvis', at: [3, 9, -17], pole: [0.3, 1, -0.5], end: [1, -0.6, 0.6] }, ...legs({ flex: 8, knee: 90, ankle: -58 }) },
			up: { base: 'sideR', anchor: { joint: 'elbowR', at: [-36, 4, 6] }, root: [0, 10, 0], rot: [0, -22.6, 0], spine: { neck: [0, 2, 0] }, armR: { upper: [0, -1, 0.05], lower: [-0.35, -0.02, 0.94], end: [-0.3, 0, 0.95] }, armL: { rel: 'pelvis', at: [3, 9, -17], pole: [0.3, 1, -0.5], end: [1, -0.6, 0.6] }, ...legs({ flex: 3, knee: 90, ankle: -58 }) },
		},
	},
	{
		id: 'core-plank',
		kind: 'posed', view: FROM_THE_RIGHT, box: LYING, props: MAT, focus: ['abs', 'back'], start: 'knees', peak: 'plank',
		beat: [{ hold: 0.6 }, { to: 'plank', seconds: 2 }, { hold: 10 }, { to: 'knees', seconds: 2 }],
		contacts: ['elbowR', 'elbowL', 'toeR', 'toeL'],
		poses: {
			knees: { base: 'prone', anchor: { joint: 'elbowR', at: [48, 4, 16.2] }, root: [0, 20, 0], rot: [16.5, 0, 0], spine: { neck: [-10, 0, 0], lumbar: [2, 0, 0] }, ...arms({ upper: [0.02, -1, 0], lower: [1, -0.03, -0.1], end: [1, 0, 0] }), ...legs({ flex: 6, knee: 38, ankle: 14, toe: 60 }) },
			plank: { base: 'prone', anchor: { joint: 'elbowR', at: [48, 4, 16.2] }, root: [0, 20, 0], rot: [7.2, 0, 0], spine: { neck: [-8, 0, 0] }, ...arms({ upper: [0.02, -1, 0], lower: [1, -0.03, -0.1], end: [1, 0, 0] }), ...legs({ flex: 0, knee: 0, ankle: 6, toe: 72 }) },
		},
	}
];
