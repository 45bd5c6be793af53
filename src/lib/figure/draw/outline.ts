// Outlines as path data: hulls of circles and tapered limbs. Plane geometry only; knows no body and no colour.
// All outlines turn the same way round, so that several in one path unite without holes.
import { through } from '#lib/figure/flesh.ts';
import { clamp } from '#lib/figure/vector.ts';
import type { Circle } from './camera.ts';

type Point = readonly [x: number, y: number];

/** One decimal: a tenth of a centimetre, finer than a pixel of the largest figure. */
export const short = (n: number) => (Math.round(n * 10) / 10).toString();
export const point = (x: number, y: number) => `${short(x)} ${short(y)}`;
const arc = (r: number, large: boolean, x: number, y: number) =>
	`A${short(r)} ${short(r)} 0 ${large ? 1 : 0} 1 ${point(x, y)}`;

const CORNERS: readonly Point[] = Array.from({ length: 16 }, (_, i) => {
	const angle = (2 * Math.PI * (i + 0.5)) / 16;
	return [Math.cos(angle), Math.sin(angle)];
});

function disc([x, y, r]: Circle) {
	return `M${point(x - r, y)}${arc(r, true, x + r, y)}${arc(r, true, x - r, y)}Z`;
}

/** Two circles and their common tangents, exactly. */
export function capsule(a: Circle, b: Circle): string {
	const distance = Math.hypot(b[0] - a[0], b[1] - a[1]);
	if (distance <= Math.abs(a[2] - b[2]) + 0.01) return disc(a[2] > b[2] ? a : b);
	const way = Math.atan2(b[1] - a[1], b[0] - a[0]);
	const spread = Math.acos((a[2] - b[2]) / distance);
	const on = ([x, y, r]: Circle, angle: number) => [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const;
	const wide = spread < Math.PI / 2;
	const round = (c: Circle, large: boolean, angle: number) => arc(c[2], large, ...on(c, angle));
	return `M${point(...on(a, way + spread))}${round(a, wide, way - spread)}L${point(...on(b, way - spread))}${round(b, !wide, way + spread)}Z`;
}

/** Half of a convex hull: sorted points in, those on the outside kept. */
function outside(points: readonly Point[]): Point[] {
	const kept: Point[] = [];
	const leftTurn = (o: Point, a: Point, b: Point) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]) > 0;
	for (const p of points) {
		for (;;) {
			const a = kept.at(-2);
			const b = kept.at(-1);
			if (!a || !b || leftTurn(a, b, p)) break;
			kept.pop();
		}
		kept.push(p);
	}
	return kept.slice(0, -1);
}

/** The rubber band around circles. */
export function hull(circles: readonly Circle[]): string {
	const [a, b] = circles;
	if (a && b && circles.length === 2) return capsule(a, b);
	const points = circles
		.flatMap(([x, y, r]) => CORNERS.map(([cx, cy]): Point => [x + r * cx, y + r * cy]))
		.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
	const ring = [...outside(points), ...outside(points.reverse())];
	return `M${ring.map(([x, y]) => point(x, y)).join('L')}Z`;
}

/** More stations along the limb, on a smooth curve through the given ones. */
function smoothed(stations: readonly Circle[]): Circle[] {
	const pieces = stations.length > 2 ? 3 : 1;
	const fine: Circle[] = [];
	stations.slice(0, -1).forEach((b, i) => {
		const a = stations[i - 1] ?? b;
		const c = stations[i + 1] ?? b;
		const d = stations[i + 2] ?? c;
		const curve = (q: 0 | 1 | 2, t: number) => through(a[q], b[q], c[q], d[q], t);
		for (let k = 0; k < pieces; k++) fine.push([curve(0, k / 3), curve(1, k / 3), curve(2, k / 3)]);
	});
	return [...fine, ...stations.slice(-1)];
}

/** A tapered limb through circles, outlined on both sides with round ends. */
export function chain(stations: readonly Circle[]): string {
	const S = smoothed(stations);
	const first = S[0];
	const last = S.at(-1);
	if (!first || !last) return '';
	if (S.length < 3) return hull(S);
	const length = Math.hypot(last[0] - first[0], last[1] - first[1]);
	// Foreshortened: the limb points at the viewer.
	if (length < Math.max(first[2], last[2]) * 1.6) return hull([first, S[S.length >> 1] ?? last, last]);
	const one: string[] = [];
	const other: string[] = [];
	S.forEach((s, i) => {
		const a = S[i - 1] ?? s;
		const b = S[i + 1] ?? s;
		const distance = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
		const ux = (b[0] - a[0]) / distance;
		const uy = (b[1] - a[1]) / distance;
		// Where the limb tapers, the outline's touching point leans towards the thin end.
		const k = clamp((a[2] - b[2]) / distance, -0.6, 0.6);
		const c = Math.sqrt(1 - k * k);
		one.push(point(s[0] + s[2] * (ux * k + uy * c), s[1] + s[2] * (uy * k - ux * c)));
		other.unshift(point(s[0] + s[2] * (ux * k - uy * c), s[1] + s[2] * (uy * k + ux * c)));
	});
	const turn = ([, , r]: Circle, to: string | undefined) => `A${short(r)} ${short(r)} 0 0 1 ${to ?? ''}`;
	return `M${one.join('L')}${turn(last, other[0])}${other
		.slice(1)
		.map((p) => `L${p}`)
		.join('')}${turn(first, one[0])}Z`;
}
