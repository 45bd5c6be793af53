// Which days of a week a number of sessions is put on. Days are 0 Monday to 6 Sunday; knows no dates and no sessions.
// A week has only 128 sets of days, so all of them are looked at and the best is taken.

export interface DayQuestion {
	/** How many days are wanted; fewer are chosen when there is no room. */
	readonly count: number;
	/** Days that may be taken. */
	readonly allowed: readonly number[];
	/** Days that are taken in any case; part of `allowed`. */
	readonly kept: readonly number[];
	/** Days one would like best. */
	readonly liked: readonly number[];
	/** Days on which something else is planned: taken last, unless they are liked. */
	readonly crowded: readonly number[];
	/** Neither side by side with one another nor with one of `runDays` (which may lie just outside of the week). */
	readonly apart: boolean;
	readonly runDays: readonly number[];
}

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

const setOf = (bits: number): readonly number[] => WEEK.filter((day) => bits & (1 << day));

/** True when `day` is one of `days` or next to one. */
export const isNextTo = (day: number, days: readonly number[]): boolean =>
	days.some((other) => Math.abs(other - day) <= 1);

/** The wished days that what was done does not stand for: each done day stands for the nearest, the earlier first. */
export function daysStillOpen<Day extends number>(wished: readonly Day[], doneDays: readonly number[]): readonly Day[] {
	const days: readonly number[] = wished;
	const rest = doneDays.filter((day) => !days.includes(day));
	const left = wished.filter((day) => !doneDays.includes(day));
	return rest.reduce<readonly Day[]>((open, done) => {
		const nearest = open.toSorted((a, b) => Math.abs(a - done) - Math.abs(b - done) || a - b)[0];
		return open.filter((day) => day !== nearest);
	}, left);
}

const isFit = (days: readonly number[], { count, allowed, kept, apart, runDays }: DayQuestion): boolean =>
	days.length <= count &&
	days.every((day) => allowed.includes(day)) &&
	kept.every((day) => days.includes(day)) &&
	(!apart || days.every((day, at) => !isNextTo(day, runDays) && (days[at + 1] ?? Infinity) - day > 1));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const farFrom = (day: number, liked: readonly number[]): number =>
	liked.length === 0 ? 0 : Math.min(...liked.map((other) => Math.abs(other - day)));

/** The smaller the better, the first number first: as many as wanted, as liked, alone on their day, near, early. */
function costOf(days: readonly number[], { liked, crowded }: DayQuestion): readonly number[] {
	const others = days.filter((day) => !liked.includes(day));
	return [
		-days.length,
		others.length,
		others.filter((day) => crowded.includes(day)).length,
		sum(others.map((day) => farFrom(day, liked))),
		sum(days)
	];
}

const isCheaper = (a: readonly number[], b: readonly number[]): boolean => {
	const at = a.findIndex((each, index) => each !== b[index]);
	return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
};

/**
 * The best days for a question, in order. Always the same answer to the same question; none when `kept` itself does
 * not fit.
 */
export function chooseDays(question: DayQuestion): readonly number[] {
	let best: readonly number[] = [];
	let cost: readonly number[] | null = null;
	for (let bits = 0; bits < 128; bits++) {
		const days = setOf(bits);
		if (!isFit(days, question)) continue;
		const price = costOf(days, question);
		if (cost && !isCheaper(price, cost)) continue;
		best = days;
		cost = price;
	}
	return best;
}
