// Every entry as it was made, for those who look at single ones. Pain of the back, 0-100.

import type { DiaryDay } from './diary.ts';
import type { PainEntry } from './entry.ts';
import { order } from './kept.ts';
import type { LocalDay } from './local-day.ts';
import type { LinePoint } from './pain-change.ts';
import { isWithin, type Span } from './period.ts';
import { isKept } from './record.ts';

export interface PainDot {
	readonly on: LocalDay;
	readonly value: number;
}

/** The average that was entered, else what was felt. An entry of the worst alone has no dot: it is of another kind. */
const valueOf = ({ average, now }: PainEntry): number | null => average?.back ?? now?.back ?? null;

/** The entries of the span, oldest first: on a screen reader those of a day are heard in the order of the day. */
export function painDots(entries: readonly PainEntry[], span: Span): readonly PainDot[] {
	const dots: (PainDot & { readonly at: number })[] = [];
	for (const entry of entries) {
		const value = valueOf(entry);
		if (value !== null && isKept(entry) && isWithin(span, entry.on)) dots.push({ on: entry.on, value, at: entry.at });
	}
	return dots.sort((a, b) => order(a.on, b.on) || a.at - b.at).map(({ on, value }) => ({ on, value }));
}

/** Lowest and highest of these dots; `null` for none. */
export const reachOf = (dots: readonly PainDot[]): { readonly low: number; readonly high: number } | null =>
	dots.reduce<{ low: number; high: number } | null>(
		(reach, { value }) =>
			reach ? { low: Math.min(reach.low, value), high: Math.max(reach.high, value) } : { low: value, high: value },
		null
	);

/** What the chart shows of one day, as numbers. */
export interface DayRow {
	readonly on: LocalDay;
	readonly values: readonly number[];
	/** The highest number entered, of now, average and worst; `null`: nothing about the back. */
	readonly peak: number | null;
	readonly median: number | null;
	readonly sessions: number;
}

/** Days of the line with an entry or a session, newest first. */
export function dayRows(
	dots: readonly PainDot[],
	days: readonly DiaryDay[],
	line: readonly LinePoint[],
	sessionDays: readonly LocalDay[]
): readonly DayRow[] {
	const values = new Map<LocalDay, number[]>();
	for (const { on, value } of dots) {
		const known = values.get(on);
		if (known) known.push(value);
		else values.set(on, [value]);
	}
	const peaks = new Map(days.map(({ on, peak }) => [on, peak]));
	const sessions = new Map<LocalDay, number>();
	for (const on of sessionDays) sessions.set(on, (sessions.get(on) ?? 0) + 1);
	return line
		.map(({ on, median }) => ({
			on,
			values: values.get(on) ?? [],
			peak: peaks.get(on) ?? null,
			median,
			sessions: sessions.get(on) ?? 0
		}))
		.filter(({ peak, sessions }) => peak !== null || sessions > 0)
		.toReversed();
}
