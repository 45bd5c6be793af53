// The contact shadow: every part close to the ground leaves a dark spot under it.
import { SIDES } from '#lib/figure/body.ts';
import type { Slice } from '#lib/figure/flesh.ts';
import type { Skeleton } from '#lib/figure/skeleton.ts';
import { m, v, type Vec3 } from '#lib/figure/vector.ts';
import { path } from './brush.ts';
import type { Camera, Circle } from './camera.ts';
import { capsule } from './outline.ts';

/** From a to b with their radii on the ground. */
type Part = readonly [a: Vec3, b: Vec3, ra: number, rb: number];

function partsOf({ arms, legs, frames: { head } }: Skeleton, slices: readonly Slice[]): Part[] {
	const limbs = SIDES.flatMap((side): Part[] => {
		const leg = legs[side];
		const arm = arms[side];
		return [
			[leg.start, leg.middle, 8, 5],
			[leg.middle, leg.end, 5, 3.5],
			[leg.heel, leg.tip, 4, 3],
			[arm.start, arm.middle, 5, 4],
			[arm.middle, arm.end, 4, 3],
			[arm.end, arm.tip, 3, 2]
		];
	});
	const trunk = slices.flatMap((slice, i): Part[] => {
		const next = slices[i + 2];
		return next && i % 2 === 0 ? [[slice.at, next.at, slice.r + 3, next.r + 3]] : [];
	});
	const skull = v.add(head.at, m.apply(head.R, [1, 9, 0]));
	return [...limbs, ...trunk, [skull, v.add(skull, [0.2, 0, 0]), 8, 8]];
}

/** Discs on the ground are ellipses to the camera: outlined as circles, then pressed flat. */
export function drawShadow(skeleton: Skeleton, slices: readonly Slice[], { see, facing }: Camera): string {
	const flat = Math.round(Math.max(0.1, facing[1]) * 10) / 10;
	const spots = partsOf(skeleton, slices).map(([a, b, ra, rb]) => {
		const near = 1 - Math.max(0, (a[1] + b[1]) / 2 - 8) / 28;
		if (near < 0.55) return '';
		const spot = (p: Vec3, r: number): Circle => {
			const [x, y] = see([p[0], 0, p[2]]);
			return [x, y / flat, r * near];
		};
		return capsule(spot(a, ra), spot(b, rb));
	});
	return `<g class="f-shadow" transform="scale(1 ${flat})">${path('f-shade', spots.join(''))}</g>`;
}
