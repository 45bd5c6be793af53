// One adult of about 170 cm: segment lengths, girth and joint ranges, in centimetres and degrees.
// Knows nothing of poses: a pose may ask for anything, check.ts holds it against these ranges.
import type { Vec3 } from './vector.ts';

export type Side = 'R' | 'L';
export const SIDES: readonly Side[] = ['R', 'L'];
/** The body's own right is +Z, its left −Z. */
export const outward = (side: Side) => (side === 'R' ? 1 : -1);

export const BODY = {
	hipHalf: 8.6,
	hipToL5: 9,
	lumbar: 14,
	thoraxLow: 13.5,
	thoraxUp: 13.5,
	neck: 8.5,
	shoulderHalf: 16.2,
	shoulderDown: 3.2,
	upperArm: 28.5,
	foreArm: 25,
	hand: 16.5,
	thigh: 42,
	shin: 41,
	ankleUp: 6.8,
	heel: 4.6,
	ball: 12.4,
	toe: 6.2
} as const;

type Range = readonly [low: number, high: number];

/** What an everyday body can do; the check refuses a pose outside. */
export const ROM = {
	hipFlex: [-25, 150],
	hipAbd: [-30, 60],
	knee: [-1, 160],
	ankle: [-75, 35],
	shoulderFlex: [-70, 190],
	shoulderAbd: [-50, 185],
	elbow: [-1, 155],
	wrist: [-95, 90],
	lumbar: [
		[-30, 60],
		[-30, 30],
		[-15, 15]
	],
	thorax: [
		[-35, 60],
		[-35, 35],
		[-45, 45]
	],
	neck: [
		[-60, 60],
		[-45, 45],
		[-80, 80]
	],
	head: [
		[-30, 30],
		[-30, 30],
		[-40, 40]
	]
} as const satisfies Record<string, Range | readonly [Range, Range, Range]>;

/** The torso along the spine, `u` from the hips (0) to the neck's base (5): depth, half width, how far forward. */
export const GIRTH: readonly (readonly [u: number, size: Vec3])[] = [
	[0, [9.8, 6.2, 0.6]],
	[1, [9.3, 5.6, 1.6]],
	[1.6, [8.8, 4.9, 2.2]],
	[2, [8.7, 4.8, 2.4]],
	[3, [9.4, 5.3, 2.6]],
	[3.6, [10.2, 6.4, 3.0]],
	[4, [10.2, 7.6, 3.2]],
	[4.5, [9.0, 8.4, 2.8]],
	[4.85, [7.0, 6.4, 1.9]],
	[5, [5.4, 4.2, 1.4]]
];
