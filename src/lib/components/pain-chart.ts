// The geometry of the pain chart: days to the right, 0 to 100 upwards, always the whole of it. What it draws is handed
// over as data; words stand in PainChart.svelte.

import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { daysBetween } from '#lib/domain/local-day.ts';
import type { LinePoint } from '#lib/domain/pain-change.ts';
import type { PainDot } from '#lib/domain/pain-dots.ts';
import type { Span } from '#lib/domain/period.ts';
import { isWithin } from '#lib/domain/period.ts';
import type { StageReached } from '#lib/domain/done.ts';

export interface ChartData {
	readonly span: Span;
	readonly dots: readonly PainDot[];
	readonly line: readonly LinePoint[];
	/** One for each session. */
	readonly sessionDays: readonly string[];
	readonly stages: readonly StageReached[];
	/** Where the average of studies lies; `null`: nowhere. */
	readonly study: number | null;
}

export interface ChartSize {
	readonly width: number;
	readonly height: number;
}

const LEFT = 36;
const RIGHT = 14;
const TOP = 12;
/** Room below the plot: sessions, stages, days. */
const BELOW = 84;
/** Stages closer than this would stand on each other; the later one is left to the table. */
const APART = 22;

export const TICKS = [0, 25, 50, 75, 100] as const;

const round = (value: number): number => Math.round(value * 2) / 2;

/** The days named on the axis: the first, the last and the middle, of a short span the ends only. */
function namedDays({ from, to }: Span, length: number, points: readonly LinePoint[]): readonly string[] {
	const middle = points[Math.floor(length / 2)]?.on;
	return length >= 14 && middle ? [from, middle, to] : length > 0 ? [from, to] : [from];
}

export function chartOf(data: ChartData, { width, height }: ChartSize) {
	const { span, dots, line: points, sessionDays, stages, study } = data;
	const length = daysBetween(span.from, span.to);
	const bottom = height - BELOW;
	const x = scaleLinear([0, Math.max(1, length)], [LEFT + 8, width - RIGHT]);
	const y = scaleLinear([0, 100], [bottom, TOP]);
	const days = new Map(points.map(({ on }, index) => [on, index]));
	const xOf = (on: string): number => round(x(days.get(on) ?? 0));
	const paths = new Set(dots.map(({ on, value }) => `M${xOf(on)} ${round(y(value))}h0`));
	const sessions = new Set(sessionDays.map((on) => `M${xOf(on)} ${bottom + 16}v8`));
	const median = line<LinePoint>()
		.defined((point) => point.median !== null)
		.x((point) => x(days.get(point.on) ?? 0))
		.y((point) => y(point.median ?? 0));
	const last = points.findLast((point) => point.median !== null);
	let lastX = -APART;
	return {
		left: LEFT,
		right: width - RIGHT,
		bottom,
		ticks: TICKS.map((value) => ({ value, y: y(value) })),
		dots: [...paths].join(''),
		median: median(points) ?? '',
		/** The sun is now: where the line ends. */
		last: last ? { x: xOf(last.on), y: y(last.median ?? 0), value: last.median ?? 0 } : null,
		study: study === null ? null : y(study),
		sessions: [...sessions].join(''),
		stages: stages
			.filter(({ on }) => isWithin(span, on))
			.map(({ on, n }) => ({ n, x: xOf(on) }))
			.filter((stage) => {
				if (stage.x - lastX < APART) return false;
				lastX = stage.x;
				return true;
			}),
		labels: namedDays(span, length, points).map((on) => ({ on, x: xOf(on) }))
	};
}
