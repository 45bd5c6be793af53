// The geometry of what was done by week: vertebrae for sessions, stacked islands for minutes. Weeks run to the right.

import { scaleLinear } from 'd3-scale';
import { DONE_KINDS, sumMinutes, type DoneKind, type DoneWeek } from '#lib/domain/done.ts';
import type { NamedDay } from './axis-days.ts';

const BEAD = 12;
const GAP = 5;
/** So many sessions of a week are drawn; more are in the table. */
const MOST_BEADS = 10;
const WIDEST = 30;
const LABELS = 22;
const LEFT = 36;

interface Column {
	readonly monday: string;
	readonly x: number;
	readonly width: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function columnsOf(weeks: readonly DoneWeek[], left: number, right: number): readonly Column[] {
	const step = Math.min(2 * WIDEST, (right - left) / Math.max(1, weeks.length));
	const width = Math.min(WIDEST, step * 0.72);
	return weeks.map(({ monday }, n) => ({
		monday,
		x: round(left + step * n + (step - width) / 2),
		width: round(width)
	}));
}

/** First and last week, and the middle one where there is room, each where its day is written (axis-days.ts). */
function namedOf(columns: readonly Column[]): readonly NamedDay[] {
	const last = columns.length - 1;
	const places = last < 1 ? [0] : last < 7 ? [0, last] : [0, Math.floor(last / 2), last];
	return places.flatMap((at) => {
		const column = columns[at];
		const share = at === 0 ? 0 : at === last ? 1 : 0.5;
		return column ? { on: column.monday, x: column.x + share * column.width } : [];
	});
}

/** One vertebra for each session, the weeks lying side by side along a gentle curve. */
export function spineOf(weeks: readonly DoneWeek[], width: number) {
	const rows = Math.min(MOST_BEADS, Math.max(3, ...weeks.map(({ sessions }) => sessions)));
	const columns = columnsOf(weeks, 2, width - 2);
	const height = rows * (BEAD + GAP) + 26;
	const beads = columns.flatMap(({ monday, x, width: wide }, n) => {
		const lift = 8 * Math.sin((n / Math.max(6, columns.length)) * Math.PI * 2);
		return Array.from({ length: Math.min(MOST_BEADS, weeks[n]?.sessions ?? 0) }, (_, row) => ({
			id: `${monday}-${row}`,
			x,
			y: round(height - 12 - (row + 1) * (BEAD + GAP) - lift),
			width: wide
		}));
	});
	return { height: height + LABELS, beads, columns, bead: BEAD, labels: namedOf(columns), labelY: height + LABELS - 4 };
}

const STEPS = [15, 30, 60, 120, 240, 480, 960, 1920] as const;

/** The highest line of the axis: the least of STEPS, twice, that holds all weeks. */
export const topOf = (most: number): number => 2 * (STEPS.find((step) => 2 * step >= most) ?? Math.ceil(most / 2));

/** Minutes of each week, one kind on the other in the order of DONE_KINDS. */
export function columnsOfMinutes(weeks: readonly DoneWeek[], width: number, height: number) {
	const top = topOf(Math.max(0, ...weeks.map(({ minutes }) => sumMinutes(minutes))));
	const bottom = height - LABELS;
	const y = scaleLinear([0, top], [bottom, 10]);
	const columns = columnsOf(weeks, LEFT, width - 2);
	const parts = columns.flatMap(({ monday, x, width: wide }, n) => {
		let under = 0;
		return DONE_KINDS.flatMap((kind: DoneKind) => {
			const minutes = weeks[n]?.minutes[kind] ?? 0;
			if (minutes <= 0) return [];
			const part = { id: `${monday}-${kind}`, kind, x, width: wide, y: round(y(under + minutes)) };
			const tall = round(y(under) - y(under + minutes));
			under += minutes;
			return [{ ...part, height: tall }];
		});
	});
	return {
		left: LEFT,
		parts,
		bottom,
		ticks: [0, top / 2, top].map((value) => ({ value, y: y(value) })),
		labels: namedOf(columns),
		thin: (columns[0]?.width ?? WIDEST) < 8
	};
}
