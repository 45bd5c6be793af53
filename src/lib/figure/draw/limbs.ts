// Legs and arms with their clothes, each as one piece of markup. Knows one limb at a time.
import { BODY, outward } from '#lib/figure/body.ts';
import type { Arm, Frame, Leg, Limb } from '#lib/figure/limb.ts';
import { m, v, type Vec3 } from '#lib/figure/vector.ts';
import { path, type Brush } from './brush.ts';
import { chain, hull } from './outline.ts';

/** Points along the two bones: `t` of the way, `ahead` towards the front of that bone. */
function along({ start, middle, end, front, R }: Limb) {
	const lowerFront = m.column(R, 0);
	return {
		upper: (t: number, ahead = 0) => v.add(v.lerp(start, middle, t), v.mul(front, ahead)),
		lower: (t: number, ahead = 0) => v.add(v.lerp(middle, end, t), v.mul(lowerFront, ahead))
	};
}

function drawFoot(leg: Leg, ankle: Vec3, shoes: boolean, { camera: { circle }, shade }: Brush): string {
	const far = shade(leg.side);
	const inFoot = (p: Vec3) => v.add(leg.end, m.apply(leg.footR, p));
	if (!shoes) {
		const foot = hull([
			circle(leg.end, 3.3),
			circle(leg.heel, 3.3),
			circle(leg.ball, 2.6),
			circle(inFoot([4, -1.2, 0]), 3.2)
		]);
		const toes = hull([circle(leg.ball, 2.6), circle(leg.tip, 1.9)]);
		return path(`f-skin${far}`, foot + toes + chain([circle(ankle, 3), circle(leg.end, 3.3)]));
	}
	const upper = [circle(inFoot([-1.3, -3.2, 0]), 4), circle(leg.heel, 3.7), circle(inFoot([3, -2, 0]), 3.6)];
	const shoe = hull([...upper, circle(leg.ball, 3.1)]) + hull([circle(leg.ball, 3.1), circle(leg.tip, 2.4)]);
	const bend = circle(inFoot([BODY.ball, -5.9, 0]), 1.1);
	const toe = circle(v.add(leg.tip, m.apply(leg.footR, [0, -1.2, 0])), 1);
	const sole = hull([circle(inFoot([-2, -5.6, 0]), 1.1), bend]) + hull([bend, toe]);
	return path(`f-shoe${far}`, shoe) + path(`f-sole${far}`, sole);
}

export function drawLeg(leg: Leg, shoes: boolean, brush: Brush): string {
	const { circle, depth, facing } = brush.camera;
	const far = brush.shade(leg.side);
	const { upper, lower } = along(leg);
	const thigh = chain([
		circle(leg.start, 8.9),
		circle(upper(0.3, 0.9), 8.4),
		circle(upper(0.65, 0.7), 6.9),
		circle(upper(0.93, 0.4), 5.5),
		circle(leg.middle, 5.3)
	]);
	const shin = chain([
		circle(leg.middle, 5.3),
		circle(lower(0.1, -0.3), 5),
		circle(lower(0.3, -1.5), 5.2),
		circle(lower(0.55, -0.9), 4.4),
		circle(lower(0.85, -0.1), 3.3),
		circle(lower(1), 3.2)
	]);
	const cuff = chain([circle(lower(0.86), 3.5), circle(lower(0.93), 3.45)]);
	const sock = shoes ? path(`f-skin${far}`, chain([circle(lower(0.8), 3.4), circle(leg.end, 3.3)])) : '';
	const tint = (part: 'quads' | 'hams' | 'hipFront', line: readonly Vec3[]) =>
		brush.isFocus(`${part}${leg.side}`) ? brush.tint(thigh, line, 6.5) : '';
	const tints =
		tint('quads', [upper(0.22, 6), upper(0.5, 5.4), upper(0.8, 4)]) +
		tint('hams', [upper(0.2, -6), upper(0.55, -5), upper(0.8, -3.5)]) +
		tint('hipFront', [upper(0.02, 7), upper(0.24, 6.6)]);
	const calf = brush.isFocus(`calves${leg.side}`)
		? brush.tint(shin, [lower(0.14, -4), lower(0.32, -5), lower(0.52, -3.6)], 6)
		: '';
	// Seen from the front, the foot would otherwise cover the shin it stands behind.
	const footDepth = depth(leg.ball) - (Math.abs(facing[2]) > 0.8 ? 50 : 0);
	const parts: [number, string][] = [
		[depth(upper(0.6)), path(`f-leg${far}`, thigh) + tints],
		[depth(lower(0.6)), sock + path(`f-leg${far}`, shin + cuff) + calf],
		[footDepth, drawFoot(leg, lower(0.9), shoes, brush)]
	];
	return parts
		.sort(([a], [b]) => a - b)
		.map(([, markup]) => markup)
		.join('');
}

function handOutline({ end, pointing, knuckle, tip, R }: Arm, { camera: { circle } }: Brush): string {
	const palm = [circle(end, 2.6), circle(v.add(end, v.mul(pointing, 4)), 3.2), circle(knuckle, 2.9)];
	const thumbRoot = v.add(end, v.mul(pointing, 3));
	const thumbTip = v.add(v.add(end, v.mul(pointing, 7)), v.mul(m.column(R, 0), 3.4));
	return (
		hull(palm) + hull([circle(knuckle, 2.8), circle(tip, 1.5)]) + hull([circle(thumbRoot, 2.2), circle(thumbTip, 1.3)])
	);
}

export function drawArm(arm: Arm, chest: Frame, brush: Brush): string {
	const { circle, depth } = brush.camera;
	const { upper, lower } = along(arm);
	const far = brush.shade(arm.side);
	const bare = chain([
		circle(arm.start, 5.2),
		circle(upper(0.35, 0.6), 4.8),
		circle(upper(0.8, 0.2), 3.9),
		circle(arm.middle, 3.7)
	]);
	const sleeve = chain([circle(arm.start, 5.9), circle(upper(0.3, 0.5), 5.7), circle(upper(0.5, 0.3), 5.2)]);
	const inward = v.add(arm.start, m.apply(chest.R, [-0.6, 1.2, -5 * outward(arm.side)]));
	const shoulder = hull([circle(arm.start, 5.7), circle(inward, 5.2)]);
	const upperArm =
		path(`f-skin${far}`, bare) +
		(far ? '' : path('f-seam', sleeve)) +
		path(`f-top${far}`, sleeve) +
		(far ? '' : path('f-top', shoulder)) +
		(brush.isFocus(`shoulder${arm.side}`) ? brush.tint(sleeve, [arm.start, upper(0.35)], 6) : '');
	const foreArm = chain([
		circle(arm.middle, 3.7),
		circle(lower(0.22, 0.5), 3.9),
		circle(lower(0.7), 3),
		circle(arm.end, 2.6)
	]);
	const lowerArm = path(`f-skin${far}`, foreArm + handOutline(arm, brush));
	const lowerIsBehind = depth(arm.end) + 0.5 < depth(arm.middle) && depth(arm.middle) < depth(arm.start) + 4;
	return lowerIsBehind ? lowerArm + upperArm : upperArm + lowerArm;
}
