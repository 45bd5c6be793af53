// Trunk and hips: shirt, waist line, leggings, and the tinted areas of the trunk.
import { outward, SIDES, type Side } from '#lib/figure/body.ts';
import type { Slice } from '#lib/figure/flesh.ts';
import type { FocusPart } from '#lib/figure/pose.ts';
import type { Skeleton } from '#lib/figure/skeleton.ts';
import { m, v, type Vec3 } from '#lib/figure/vector.ts';
import { path, type Brush } from './brush.ts';
import { hull, point } from './outline.ts';

/** The outline of the tube between two places on the spine. */
function tube(slices: readonly Slice[], until: number, { camera: { circle } }: Brush): string {
	const ends = ({ at, right, half, r }: Slice) => [1, -1].map((z) => circle(v.add(at, v.mul(right, z * half)), r));
	return slices
		.slice(1)
		.map((slice, i) => {
			const before = slices[i];
			return before && slice.u <= until + 1e-6 ? hull([...ends(before), ...ends(slice)]) : '';
		})
		.join('');
}

const inPelvis = ({ frames: { pelvis } }: Skeleton, p: Vec3) => v.add(pelvis.at, m.apply(pelvis.R, p));

function hips(skeleton: Skeleton, { camera: { circle } }: Brush): string {
	const hip = (side: Side) => {
		const z = outward(side);
		const front = circle(inPelvis(skeleton, [0, 1.5, z * 6.4]), 9.4);
		const seat = circle(inPelvis(skeleton, [-3.5, -1.2, z * 5.6]), 8.1);
		return hull([front, seat, circle(skeleton.legs[side].start, 8.8)]);
	};
	return SIDES.map(hip).join('');
}

function yoke({ arms }: Skeleton, slices: readonly Slice[], { camera: { circle } }: Brush): string {
	const neck = slices[14];
	const chest = slices[13];
	if (!neck || !chest) return '';
	return SIDES.map((side) => hull([circle(arms[side].start, 5.5), circle(neck.at, 6.2), circle(chest.at, 8)])).join('');
}

/** Everything below the shirt's hem; the hem bows towards the viewer like a belt around a barrel. */
function belowHem(slices: readonly Slice[], { camera }: Brush): string {
	const low = slices.find(({ u }) => u >= 1.24);
	const high = slices.find(({ u }) => u >= 1.49);
	if (!low || !high) return '';
	const [x, y] = camera.see(low.at);
	const [x1, y1] = camera.see(high.at);
	const length = Math.hypot(x1 - x, y1 - y) || 1;
	const [tx, ty] = [(x1 - x) / length, (y1 - y) / length];
	const leansAway = v.dot(v.sub(high.at, low.at), camera.facing) < 0 ? -1 : 1;
	const bow = v.dot(low.front, camera.facing) * 3.5 * leansAway;
	const at = (side: number, up: number) => point(x - ty * side + tx * up, y + tx * side + ty * up);
	return `M${at(60, 0)}Q${at(0, -bow)} ${at(-60, 0)}L${at(-60, -90)}L${at(60, -90)}Z`;
}

type Line = (slice: Slice) => Vec3;
const spineLine =
	(depth: number): Line =>
	({ at, front, r }) =>
		v.add(at, v.mul(front, r * depth));
const flank =
	(side: Side): Line =>
	({ at, right, half, r }) =>
		v.add(at, v.mul(right, outward(side) * (half + r * 0.55)));

/** Part, from and to along the spine, where on the slice, width. */
const TRUNK_TINTS: readonly (readonly [FocusPart, number, number, Line, number])[] = [
	['back', 0.9, 4.2, spineLine(-0.72), 7],
	['lowback', 0.7, 2.7, spineLine(-0.72), 7.5],
	['abs', 0.9, 3.3, spineLine(0.74), 7],
	['obliqueR', 1, 3.4, flank('R'), 8],
	['obliqueL', 1, 3.4, flank('L'), 8]
];

/** The seat and the side of the hip: these lie over the near leg, so they are a layer of their own. */
function hipTints(skeleton: Skeleton, pelvis: string, brush: Brush): string {
	const tint = (side: Side, length: number, radius: number, line: readonly Vec3[], width: number) => {
		const { start, middle } = skeleton.legs[side];
		const { circle } = brush.camera;
		const top = hull([circle(start, 8.9), circle(v.lerp(start, middle, length), radius)]);
		return brush.tint(
			pelvis + top,
			line.map((p) => inPelvis(skeleton, p)),
			width
		);
	};
	const near: Side = brush.farSide === 'R' ? 'L' : 'R';
	const seat = 7 * outward(near);
	const glutes = brush.isFocus('glutes')
		? tint(
				near,
				0.35,
				8.4,
				[
					[-7.5, 4, seat],
					[-8.2, -3.5, seat]
				],
				9
			)
		: '';
	const sides = SIDES.filter((side) => brush.isFocus(`gluteMed${side}`)).map((side) => {
		const z = 12 * outward(side);
		return tint(
			side,
			0.4,
			8.2,
			[
				[-2.5, 6, z],
				[-3.5, -2, z]
			],
			10
		);
	});
	return glutes + sides.join('');
}

export function drawTorso(skeleton: Skeleton, slices: readonly Slice[], brush: Brush) {
	const seat = hips(skeleton, brush);
	const shoulders = yoke(skeleton, slices, brush);
	const pelvis = tube(slices, 2, brush) + seat;
	const top = tube(slices, 5, brush) + shoulders;
	// A soft tint does not need every slice at its edge.
	const coarse =
		tube(
			slices.filter((_, i) => i % 2 === 0),
			5,
			brush
		) +
		shoulders +
		seat;
	const tints = TRUNK_TINTS.filter(([part]) => brush.isFocus(part)).map(([, from, to, line, width]) => {
		const part = slices.filter(({ u }) => u >= from && u <= to);
		return brush.tint(coarse, part.map(line), width);
	});
	const leggings = brush.clipped(belowHem(slices, brush), path('f-leg', pelvis));
	return {
		torso: path('f-top', top) + leggings + tints.join(''),
		over: hipTints(skeleton, pelvis, brush)
	};
}
