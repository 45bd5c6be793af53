// Session landscapes: every picture is the person's own plan or data. Pure geometry, path data out.
// Reading: sand is warm-up and cool-down (you leave one shore and land on the other), sea is walking and resting,
// islands are running or work.

import type { Phase } from '#lib/domain/session.ts';

/** One stretch of the coast: what, and for how long in milliseconds. */
export interface Stretch {
	readonly phase: Phase;
	readonly ms: number;
}

interface Placed extends Stretch {
	readonly x0: number;
	readonly x1: number;
	readonly apex: number;
}

export interface Coast {
	readonly width: number;
	readonly base: number;
	readonly sea: number;
	readonly totalMs: number;
	readonly stretches: readonly Placed[];
	readonly hills: readonly { readonly d: string; readonly phase: Phase }[];
	readonly seaPath: string;
	readonly beaches: readonly { readonly area: string; readonly line: string }[];
	readonly ripples: string;
}

export interface CoastSize {
	readonly x?: number;
	readonly width: number;
	readonly base: number;
	readonly sea: number;
	/** How much taller the islands stand. */
	readonly height?: number;
	/** How far the shores rise above the sea. */
	readonly shore?: number;
}

const ISLANDS: readonly Phase[] = ['run', 'strength', 'breathe'];
const MAX_ISLAND = 46;
/** The least width of an island. */
const PEBBLE = 13;

const n = (value: number): string => String(Math.round(value * 10) / 10);
const smooth = (t: number): number => t * t * (3 - 2 * t);

/** A wind-shaped hill from `x0` to `x1`: gentle windward side, crest leaning forward. */
export function hillPath(x0: number, x1: number, sea: number, height: number): string {
	const w = x1 - x0;
	const crest = x0 + w * 0.59;
	const y = sea - height;
	const foot = sea + 5;
	return (
		`M${n(x0 - w * 0.04)} ${n(foot)}C${n(x0 + w * 0.12)} ${n(sea - height * 0.12)} ${n(x0 + w * 0.26)} ${n(y)} ${n(crest)} ${n(y)}` +
		`C${n(crest + w * 0.2)} ${n(y)} ${n(x1 - w * 0.1)} ${n(sea - height * 0.3)} ${n(x1 + w * 0.04)} ${n(foot)}`
	);
}

/** Longer work stands higher. */
export const islandHeight = (ms: number, scale = 1): number =>
	scale * Math.min(MAX_ISLAND, 9 + 7.2 * Math.sqrt(ms / 60_000));

function beach(x0: number, x1: number, size: Required<CoastSize>): { area: string; line: string } {
	const u = x1 - x0;
	const spit = Math.min(size.base - size.sea, MAX_ISLAND) * 0.8;
	const { sea, shore } = size;
	const line =
		`M${n(x0)} ${n(sea - shore)}C${n(x0 + u * 0.5)} ${n(sea - shore)} ${n(x0 + u * 0.6)} ${n(sea - shore * 0.08)} ${n(x1 + u * 0.1)} ${n(sea)}` +
		`C${n(x0 + u * 0.8)} ${n(sea + spit * 0.5)} ${n(x0 + u * 0.5)} ${n(sea + spit * 0.55)} ${n(x0)} ${n(sea + spit)}`;
	return { area: `${line}Z`, line };
}

function islandPath(each: Placed, sea: number): string {
	const spare = Math.max(1.5, (PEBBLE - (each.x1 - each.x0)) / 2);
	return hillPath(each.x0 - spare, each.x1 + spare, sea, each.apex);
}

function ripplesOf(size: Required<CoastSize>): string {
	const depth = size.base - size.sea;
	return Array.from({ length: 9 }, (_, i) => {
		const x = size.x + size.width * (0.17 + 0.073 * i + (i % 2 ? 0.02 : 0));
		const y = size.sea + depth * (i % 3 === 0 ? 0.32 : i % 3 === 1 ? 0.56 : 0.78);
		return `M${n(x)} ${n(y)}h${10 + ((i * 7) % 13)}`;
	}).join('');
}

/** Lays a session along a coast. */
export function coastOf(stretches: readonly Stretch[], given: CoastSize): Coast {
	const size = { x: 0, height: 1, shore: 20, ...given };
	const totalMs = stretches.reduce((sum, each) => sum + each.ms, 0);
	let x = size.x;
	const placed = stretches.map((each): Placed => {
		const x0 = x;
		x += (each.ms / totalMs) * size.width;
		if (!ISLANDS.includes(each.phase)) return { ...each, x0, x1: x, apex: 0 };
		// The shortest runs are still pebbles that can be seen.
		const apex = Math.min(islandHeight(each.ms, size.height), Math.max(PEBBLE * 0.75, 1.1 * (x - x0)));
		return { ...each, x0, x1: x, apex };
	});
	const first = placed[0];
	const last = placed.at(-1);
	const beaches = [
		first?.phase === 'warmUp' ? beach(first.x0, first.x1, size) : null,
		last?.phase === 'coolDown' ? beach(last.x1, last.x0, size) : null
	].filter((each) => each !== null);
	return {
		width: size.width,
		base: size.base,
		sea: size.sea,
		totalMs,
		stretches: placed,
		hills: placed.filter((each) => each.apex > 0).map((each) => ({ d: islandPath(each, size.sea), phase: each.phase })),
		seaPath: `M${n(size.x)} ${n(size.sea)}H${n(size.x + size.width)}V${n(size.base)}H${n(size.x)}Z`,
		beaches,
		ripples: ripplesOf(size)
	};
}

/** The point of the coast after `elapsedMs`: where the sun stands. */
export function pointAt(coast: Coast, elapsedMs: number, shore: number): { x: number; y: number } {
	const share = coast.totalMs === 0 ? 0 : Math.min(1, Math.max(0, elapsedMs / coast.totalMs));
	const first = coast.stretches[0];
	const x = (first?.x0 ?? 0) + share * coast.width;
	const at = coast.stretches.find((each) => x >= each.x0 && x <= each.x1) ?? first;
	if (!at) return { x, y: coast.sea };
	const t = (x - at.x0) / Math.max(0.001, at.x1 - at.x0);
	if (at.apex > 0) {
		const crest = 0.59;
		const u = t < crest ? t / crest : (1 - t) / (1 - crest);
		return { x, y: coast.sea - at.apex * Math.sin((Math.PI / 2) * Math.max(0, Math.min(1, u))) };
	}
	if (at.phase === 'warmUp') return { x, y: coast.sea - shore * smooth(1 - t) };
	if (at.phase === 'coolDown') return { x, y: coast.sea - shore * smooth(t) };
	return { x, y: coast.sea };
}

/** A far ridge through `values` (0-1), the whole programme on the horizon. */
export function ridgePath(values: readonly number[], x: number, width: number, base: number, height: number): string {
	const inner = values.map((value, i): [number, number] => [
		x + (width * (i + 0.5)) / values.length,
		base - height * (0.12 + 0.88 * value) + (i % 2 ? 5 : -3)
	]);
	const points: [number, number][] = [[x, base - height * 0.1], ...inner, [x + width, base - height]];
	let d = `M${n(points[0]?.[0] ?? 0)} ${n(points[0]?.[1] ?? 0)}`;
	for (let i = 0; i + 1 < points.length; i++) {
		const [a, b, c, e] = [
			points[Math.max(0, i - 1)],
			points[i],
			points[i + 1],
			points[Math.min(points.length - 1, i + 2)]
		];
		if (!a || !b || !c || !e) continue;
		d += `C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (e[0] - b[0]) / 6)} ${n(c[1] - (e[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`;
	}
	return `${d}V${n(base)}H${n(x)}Z`;
}

/** Long unequal strokes that lean forward: the brand gesture. */
export function windPaths(x: number, y: number, w: number, s = 1): readonly string[] {
	return [
		`M${n(x)} ${n(y)}c${n(w * 0.26)} ${n(-13 * s)} ${n(w * 0.46)} ${n(9 * s)} ${n(w)} ${n(-7 * s)}`,
		`M${n(x + w * 0.3)} ${n(y + 14 * s)}c${n(w * 0.2)} ${n(-9 * s)} ${n(w * 0.4)} ${n(6 * s)} ${n(w * 0.62)} ${n(-4 * s)}`,
		`M${n(x + w * 0.46)} ${n(y - 17 * s)}c${n(w * 0.1)} ${n(-5 * s)} ${n(w * 0.22)} ${n(3 * s)} ${n(w * 0.36)} ${n(-3 * s)}`
	];
}

/** A water line across `width`. */
export const wavePath = (y: number, width: number, amplitude: number): string =>
	`M0 ${n(y)}C${n(width * 0.22)} ${n(y - amplitude)} ${n(width * 0.34)} ${n(y - amplitude * 0.9)} ${n(width * 0.5)} ${n(y)}S${n(width * 0.8)} ${n(y + amplitude)} ${n(width)} ${n(y - amplitude * 0.1)}`;
