import { describe, expect, test } from 'vitest';
import { blend } from './between.ts';
import { BODY, SIDES } from './body.ts';
import { figureFor } from './figure.ts';
import { FIGURES } from './poses/figures.ts';
import { solve } from './rig.ts';
import { at, duration } from './tempo.ts';
import { v } from './vector.ts';

const pose = (id: string, name: string) => {
	const ex = figureFor(id);
	const found = ex?.kind === 'posed' ? ex.poses[name] : undefined;
	if (!found) throw new Error(`${id} ${name}`);
	return found;
};

describe('bones', () => {
	test.each(FIGURES.map((ex) => [ex.id, ex] as const))('of %s keep their length at every moment', (_, ex) => {
		for (let frame = 0; frame < 40; frame++) {
			const { arms, legs } = at(ex, (duration(ex) * frame) / 40);
			for (const side of SIDES) {
				const [arm, leg] = [arms[side], legs[side]];
				expect(v.len(v.sub(arm.middle, arm.start))).toBeCloseTo(BODY.upperArm, 6);
				expect(v.len(v.sub(arm.end, arm.middle))).toBeCloseTo(BODY.foreArm, 6);
				expect(v.len(v.sub(leg.middle, leg.start))).toBeCloseTo(BODY.thigh, 6);
				expect(v.len(v.sub(leg.end, leg.middle))).toBeCloseTo(BODY.shin, 6);
			}
		}
	});
});

describe('joint signs', () => {
	const standing = solve({ root: [0, 90, 0] });

	test('a bent hip brings the knee forward, a bent knee the foot backward', () => {
		const { joints } = solve({ root: [0, 90, 0], legR: { flex: 40, knee: 40 } });
		expect(joints.kneeR[0]).toBeGreaterThan(standing.joints.kneeR[0] + 20);
		const kneeling = solve({ root: [0, 90, 0], legR: { knee: 90 } });
		expect(kneeling.joints.ankleR[0]).toBeCloseTo(-BODY.shin, 6);
	});

	test('a bent elbow brings the hand forward', () => {
		expect(solve({ root: [0, 90, 0], armL: { elbow: 90 } }).joints.wristL[0]).toBeGreaterThan(20);
	});

	test('abduction leads outward on both sides', () => {
		const { joints } = solve({ root: [0, 90, 0], armR: { abd: 60 }, armL: { abd: 60 } });
		expect(joints.wristR[2]).toBeGreaterThan(50);
		expect(joints.wristL[2]).toBeCloseTo(-joints.wristR[2], 6);
	});
});

describe('places', () => {
	test('feet that are planted in both poses do not move on the way', () => {
		const [down, up] = [pose('hip-bridge', 'down'), pose('hip-bridge', 'up')];
		for (const t of [0, 0.25, 0.5, 0.75, 1]) {
			const { joints } = blend(down, up, t);
			expect(v.len(v.sub(joints.ankleR, [42, 6.8, 10]))).toBeLessThan(0.01);
		}
	});

	test('an anchored joint is where the pose says', () => {
		expect(solve(pose('core-plank', 'plank')).joints.elbowR).toEqual([48, 4, 16.2].map((x) => expect.closeTo(x, 6)));
	});

	test('a target out of reach is missed by what is missing', () => {
		const { arms } = solve({ root: [0, 90, 0], armR: { at: [100, 130, 16] } });
		expect(arms.R.missedBy).toBeGreaterThan(40);
	});

	test('a breath lifts the belly and leaves the back on the mat', () => {
		const out = solve(pose('core-brace-breath', 'out'));
		const full = solve(pose('core-brace-breath', 'in'));
		expect(full.root[1]).toBeCloseTo(out.root[1], 6);
		expect(full.joints.wristR[1] - out.joints.wristR[1]).toBeGreaterThan(2);
	});
});
