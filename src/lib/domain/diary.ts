// What the entries of the pain diary add up to: the value of a day, the median of a week, what is usual. Derived at each
// reading, in whatever order entries are stored. Judges nothing. Source: evidence.md 4.3, 4.4, 6 [P]; decisions.md, 'Missing data'.

import type { PainEntry, Pains } from './entry.ts';
import { currentOf, order } from './kept.ts';
import { addDays, type LocalDay } from './local-day.ts';
import { FIRST_DAY } from './period.ts';

/** Where it hurts; each place is counted by itself. */
export type Site = keyof Pains;

/** The sites in the order in which they are asked for and shown. */
export const SITES: readonly Site[] = ['back', 'leg', 'elsewhere'];

/** What an entry tells apart: now, and of the last 24 hours the average and the worst. */
export const PAIN_KINDS = ['now', 'average', 'worst'] as const;
export type PainKind = (typeof PAIN_KINDS)[number];

/** Why an entry cannot be kept as it is; also the id of what is said. */
export type EntryFault = 'empty' | 'moment' | 'year';

/** One day on which something was entered about a site. Pain is 0-100. */
export interface DiaryDay {
	readonly on: LocalDay;
	/** `null`: only the worst was entered. */
	readonly value: number | null;
	/** The highest number of that day, whichever of now, average and worst it is. */
	readonly peak: number;
}

/** The median of a stretch of days. */
export interface SpanMedian {
	/** Days of the stretch that have a value. */
	readonly days: number;
	/** 0-100; `null`: not enough entries. */
	readonly median: number | null;
}

/** Days with a value among the last seven, today included: with fewer it says 'not enough entries' (evidence.md 6). */
export const ENOUGH_DAYS = 5;

/** Seven days make a week, and seven daily values what is usual (evidence.md 4.4, 6). */
const WEEK = 7;

/** The middle one of these numbers, or the mean of the middle two; `null` for none. */
export function medianOf(numbers: readonly number[]): number | null {
	if (numbers.length < 2) return numbers[0] ?? null;
	const sorted = numbers.toSorted((a, b) => a - b);
	const high = sorted[Math.floor(sorted.length / 2)];
	const low = sorted[Math.floor((sorted.length - 1) / 2)];
	return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Entries that were not removed, each once, newest first. */
export const keptEntries = (entries: readonly PainEntry[]): readonly PainEntry[] =>
	currentOf(entries).toSorted((a, b) => order(b.on, a.on) || order(b.at, a.at) || order(a.id, b.id));

/** What was entered about one site on one day. */
interface Numbers {
	readonly now: number[];
	readonly average: number[];
	peak: number | null;
}

function take(numbers: Numbers, entry: PainEntry, site: Site): void {
	for (const kind of PAIN_KINDS) {
		const pain = entry[kind]?.[site] ?? null;
		if (pain === null) continue;
		if (numbers.peak === null || pain > numbers.peak) numbers.peak = pain;
		if (kind !== 'worst') numbers[kind].push(pain);
	}
}

/**
 * Every day with a number for this site, oldest first; none before FIRST_DAY, or a mistyped year would stretch all that
 * is reckoned from the first day on. Reads all entries: not for each key press.
 */
export function diaryDays(entries: readonly PainEntry[], site: Site = 'back'): readonly DiaryDay[] {
	const byDay = new Map<LocalDay, Numbers>();
	for (const entry of currentOf(entries)) {
		if (entry.on < FIRST_DAY) continue;
		const numbers = byDay.get(entry.on) ?? { now: [], average: [], peak: null };
		byDay.set(entry.on, numbers);
		take(numbers, entry, site);
	}
	const days: DiaryDay[] = [];
	// The median of the averages; where none was entered, of what was felt at the time (decisions.md, 'Missing data').
	for (const [on, { now, average, peak }] of byDay)
		if (peak !== null) days.push({ on, value: medianOf(average) ?? medianOf(now), peak });
	return days.sort((a, b) => order(a.on, b.on));
}

const valuesOf = (days: readonly DiaryDay[]): readonly number[] => days.flatMap(({ value }) => value ?? []);

/** How many days lie before `on`. Halves them again and again: lights ask for each of years of sessions. */
function countBefore(days: readonly DiaryDay[], on: LocalDay): number {
	let [low, high] = [0, days.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((days[middle]?.on ?? '') < on) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * The median of the days `from` to `to`, both included, whatever their number; `null` only for none with a value. `days`
 * are those of `diaryDays`, oldest first.
 */
export function spanMedian(days: readonly DiaryDay[], from: LocalDay, to: LocalDay): SpanMedian {
	const values = valuesOf(days.slice(countBefore(days, from), countBefore(days, addDays(to, 1))));
	return { days: values.length, median: medianOf(values) };
}

/** The median of the seven days that end today; `null` below ENOUGH_DAYS. `days` are those of `diaryDays`. */
export function weekMedian(days: readonly DiaryDay[], today: LocalDay): SpanMedian {
	const week = spanMedian(days, addDays(today, 1 - WEEK), today);
	return week.days < ENOUGH_DAYS ? { ...week, median: null } : week;
}

/**
 * What is usual for this person: the median of the last seven daily values up to today (evidence.md 4.4). `null` when
 * fewer than ENOUGH_DAYS of them are of the last seven days. `days` are those of `diaryDays`, oldest first.
 */
export function usualOf(days: readonly DiaryDay[], today: LocalDay): number | null {
	if (weekMedian(days, today).median === null) return null;
	const values: number[] = [];
	for (let n = countBefore(days, addDays(today, 1)) - 1; n >= 0 && values.length < WEEK; n--) {
		const value = days[n]?.value ?? null;
		if (value !== null) values.push(value);
	}
	return medianOf(values);
}

/** Pains as they are stored, plain and by themselves; nothing entered is `null` altogether. */
export const enteredPains = ({ back, leg, elsewhere }: Pains): Pains | null =>
	[back, leg, elsewhere].every((pain) => pain === null) ? null : { back, leg, elsewhere };

/** What keeps an entry from being kept; `null` when nothing does. No number is compulsory: a note alone is an entry. */
export function entryFault(entry: PainEntry, now: number): EntryFault | null {
	const isEmpty = PAIN_KINDS.every((kind) => entry[kind] === null) && entry.note === '';
	if (isEmpty) return 'empty';
	if (entry.on !== '' && (entry.on < FIRST_DAY || entry.at < 0)) return 'year';
	return entry.at <= now ? null : 'moment';
}
