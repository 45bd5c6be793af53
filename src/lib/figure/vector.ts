// Vectors, rotations and the ways between them. Knows nothing of bodies, cameras or time.
import * as m from './mat3.ts';
import * as v from './vec3.ts';

export { m, v };
export { DEGREE, type Mat3 } from './mat3.ts';
export type { Vec3 } from './vec3.ts';

export const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
export const mix = (a: number, b: number, t: number) => a + (b - a) * t;

/** Between two unit directions along the great circle, so that a limb keeps its length on the way. */
export function slerp(a: v.Vec3, b: v.Vec3, t: number): v.Vec3 {
	const angle = Math.acos(clamp(v.dot(a, b), -1, 1));
	if (angle < 1e-4) return v.norm(v.lerp(a, b, t));
	// Opposite directions have no shortest way: lean a little so that there is one.
	if (Math.PI - angle < 1e-3) return slerp(a, v.norm(v.add(b, [1e-2, 1e-2, 2e-2])), t);
	const s = Math.sin(angle);
	return v.norm(v.add(v.mul(a, Math.sin((1 - t) * angle) / s), v.mul(b, Math.sin(t * angle) / s)));
}

/** Between two orientations, turning about the one axis that leads from the first to the second. */
export function slerpMatrix(A: m.Mat3, B: m.Mat3, t: number): m.Mat3 {
	const R = m.mul(m.transpose(A), B);
	const angle = Math.acos(clamp((R[0][0] + R[1][1] + R[2][2] - 1) / 2, -1, 1));
	if (angle < 1e-5) return A;
	const [x, y, z] = v.norm([R[2][1] - R[1][2], R[0][2] - R[2][0], R[1][0] - R[0][1]]);
	const c = Math.cos(angle * t);
	const s = Math.sin(angle * t);
	const k = 1 - c;
	return m.mul(A, [
		[c + x * x * k, x * y * k - z * s, x * z * k + y * s],
		[y * x * k + z * s, c + y * y * k, y * z * k - x * s],
		[z * x * k - y * s, z * y * k + x * s, c + z * z * k]
	]);
}
