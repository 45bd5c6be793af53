// Walking and running as curves over one stride (0–1): typical joint angles in the plane of movement.
import type { GaitExercise, LimbPose, Pose } from '#lib/figure/pose.ts';
import { STANDING } from './common.ts';

type Knot = readonly [phase: number, degrees: number];
type Curve = (phase: number) => number;

/** Smooth and periodic through the knots. */
function curve(knots: readonly Knot[]): Curve {
	const knot = (k: number): Knot => {
		const turns = Math.floor(k / knots.length);
		const [phase, degrees] = knots[k - turns * knots.length] ?? [0, 0];
		return [phase + turns, degrees];
	};
	return (phase) => {
		const within = phase - Math.floor(phase);
		const i = knots.findLastIndex(([at]) => at <= within);
		const [a, b, c, d] = [knot(i - 1), knot(i), knot(i + 1), knot(i + 2)];
		const width = c[0] - b[0];
		const t = (within - b[0]) / width;
		const into = ((c[1] - a[1]) / (c[0] - a[0])) * width;
		const outOf = ((d[1] - b[1]) / (d[0] - b[0])) * width;
		const [t2, t3] = [t * t, t * t * t];
		return (2 * t3 - 3 * t2 + 1) * b[1] + (t3 - 2 * t2 + t) * into + (3 * t2 - 2 * t3) * c[1] + (t3 - t2) * outOf;
	};
}

interface Stride {
	readonly hip: Curve;
	readonly knee: Curve;
	readonly ankle: Curve;
	readonly toe: Curve;
	readonly lean: number;
	readonly swing0: number;
	readonly swing: number;
	readonly elbow: number;
	readonly elbowSwing: number;
	readonly flight?: Curve;
}

const WALK: Stride = {
	hip: curve([[0, 28], [0.12, 24], [0.3, 6], [0.5, -12], [0.6, -2], [0.72, 22], [0.85, 32], [0.95, 30]]),
	knee: curve([[0, 4], [0.12, 17], [0.3, 8], [0.42, 5], [0.5, 12], [0.6, 38], [0.72, 60], [0.85, 30], [0.95, 5]]),
	ankle: curve([[0, 2], [0.07, -6], [0.3, 6], [0.46, 9], [0.6, -17], [0.75, 0], [0.9, 3]]),
	toe: curve([[0, 8], [0.1, 0], [0.4, 0], [0.54, 34], [0.64, 8], [0.9, 6]]),
	lean: 3, swing0: -2, swing: 22, elbow: 22, elbowSwing: 10
};

const RUN: Stride = {
	hip: curve([[0, 30], [0.12, 24], [0.24, 4], [0.36, -14], [0.45, -10], [0.6, 22], [0.76, 48], [0.9, 40]]),
	knee: curve([[0, 14], [0.14, 40], [0.26, 30], [0.36, 16], [0.46, 46], [0.6, 98], [0.7, 104], [0.85, 56], [0.96, 16]]),
	ankle: curve([[0, 2], [0.14, 20], [0.26, 8], [0.37, -24], [0.5, -18], [0.7, 0], [0.9, 4]]),
	toe: curve([[0, 4], [0.2, 0], [0.34, 26], [0.44, 6], [0.9, 4]]),
	lean: 7, swing0: -12, swing: 34, elbow: 98, elbowSwing: -8,
	flight: (phase) => {
		const step = (phase * 2 + 0.16) % 1;
		return step > 0.7 ? 5.5 * Math.sin((Math.PI * (step - 0.7)) / 0.3) : 0;
	}
};

function strideAt(stride: Stride, phase: number): Pose {
	const { lean, swing0, swing, elbow, elbowSwing, flight } = stride;
	const leg = (p: number): LimbPose => ({
		flex: stride.hip(p) + lean,
		knee: Math.max(0, stride.knee(p)),
		ankle: stride.ankle(p),
		toe: Math.max(0, stride.toe(p))
	});
	// The right arm swings with the left leg.
	const s = Math.cos(2 * Math.PI * (phase + 0.5));
	const arm = (k: number): LimbPose => ({ flex: swing0 + swing * k, abd: 9, elbow: elbow + elbowSwing * k });
	return {
		root: [0, null, 0],
		drop: ['heel', 'ball', 'toe'],
		rot: [-lean, 0, 4 * s],
		flight: flight?.(phase) ?? 0,
		spine: { lumbar: [1, 0, 0], thorax: [0, 0, -6 * s], neck: [-lean * 0.8, 0, 5 * s] },
		armR: arm(s),
		armL: arm(-s),
		legR: leg(phase),
		legL: leg(phase + 0.5)
	};
}

/** On the spot: one knee up, then the other, each foot back to where it was. */
function marchAt(phase: number): Pose {
	const leg = (p: number): LimbPose => {
		const within = p - Math.floor(p);
		const up = within < 0.5 ? Math.sin(2 * Math.PI * within) ** 2 : 0;
		return { flex: 62 * up, knee: 84 * up, ankle: -14 * up };
	};
	const s = Math.sin(2 * Math.PI * phase);
	const arm = (k: number): LimbPose => ({ flex: -2 + 26 * k, abd: 9, elbow: 40 + 14 * k });
	return {
		root: [0, null, 0],
		drop: ['heel', 'ball', 'toe'],
		spine: { thorax: [0, 0, 4 * s], neck: [0, 0, -4 * s] },
		armR: arm(-s),
		armL: arm(s),
		legR: leg(phase),
		legL: leg(phase + 0.5)
	};
}

const shown = { kind: 'gait', view: { yaw: 18, pitch: 7 }, box: STANDING, props: [{ kind: 'ground' }], focus: [], shoes: true, contacts: [] } as const;

export const GAITS: readonly GaitExercise[] = [
	{ ...shown, id: 'walk', period: 1.1, cycle: (phase) => strideAt(WALK, phase) },
	{ ...shown, id: 'run', period: 0.74, cycle: (phase) => strideAt(RUN, phase) },
	{ ...shown, id: 'desk-march', view: { yaw: 30, pitch: 7 }, period: 1.2, cycle: marchAt }
];
