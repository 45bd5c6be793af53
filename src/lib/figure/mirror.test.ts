import { describe, expect, test } from 'vitest';
import { blend } from './between.ts';
import { otherExercise, otherName, otherPose } from './mirror.ts';
import type { JointName, PosedExercise } from './pose.ts';
import { FIGURES } from './poses/figures.ts';
import { solve } from './rig.ts';
import { v } from './vector.ts';

const upright = FIGURES.filter(
	(ex): ex is PosedExercise => ex.kind === 'posed' && !ex.poses[ex.start]?.base?.startsWith('side')
);

describe('the other side in the same lie', () => {
	test.each(upright.map((ex) => [ex.id, ex] as const))('%s is an exact reflection, also on the way', (_, ex) => {
		const other = otherExercise(ex);
		for (const t of [0, 0.3, 1]) {
			const here = blend(ex.poses[ex.start] ?? {}, ex.poses[ex.peak] ?? {}, t);
			const there = blend(other.poses[ex.start] ?? {}, other.poses[ex.peak] ?? {}, t);
			for (const [name, [x, y, z]] of Object.entries(here.joints))
				expect(v.len(v.sub(there.joints[otherName(name) as JointName], [x, y, -z])), `${name} at ${t}`).toBeLessThan(
					1e-6
				);
		}
	});

	test('twice is where it began', () => {
		for (const ex of upright)
			for (const pose of Object.values(ex.poses)) {
				const twice = solve(otherPose(otherPose(pose))).joints;
				expect(v.len(v.sub(twice.wristR, solve(pose).joints.wristR))).toBeLessThan(1e-9);
			}
	});

	test('what works on the right works on the left', () => {
		const ex = upright.find(({ id }) => id === 'core-bird-dog');
		expect(ex && otherExercise(ex).contacts).toEqual(['wristL', 'kneeR', 'toeR']);
	});

	test('a repetition that alternates starts where the other side begins', () => {
		for (const ex of upright.filter(({ alternates }) => alternates)) {
			const here = solve(ex.poses[ex.start] ?? {}).joints;
			const there = solve(otherExercise(ex).poses[ex.start] ?? {}).joints;
			for (const [name, place] of Object.entries(here))
				expect(v.len(v.sub(there[name as JointName], place)), `${ex.id} ${name}`).toBeLessThan(1);
		}
	});
});
