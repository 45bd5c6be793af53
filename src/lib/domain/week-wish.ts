// The week as the person wishes it: which programme on which days, before anything of it was done. Ignores today.

import { chooseDays, isNextTo } from './day-choice.ts';
import { daysBetween, mondayOf, type LocalDay, type Weekday } from './local-day.ts';
import { hasRun, type Session } from './session.ts';

/** The sessions of one programme in a week, in order, and the weekdays somebody would like them on. */
export interface Wish {
	readonly id: string;
	readonly sessions: readonly Session[];
	readonly weekdays: readonly Weekday[];
	/** The first day whose sessions count for it; left out: any. What was done before its plan began is of another plan. */
	readonly from?: LocalDay;
	/** May be done, need not: only this may stand on the free day (decisions.md, 'Week'). Never a run there. */
	readonly optional?: true;
}

/** The person moved what a programme had on one day to another day of the same week. */
export interface WeekMove {
	readonly wishId: string;
	readonly from: LocalDay;
	readonly to: LocalDay;
}

/** Why a move was not followed; a text id. */
export type MoveRefusal = 'nothingThere' | 'dayTaken' | 'onFreeDay' | 'nextToRun';

export interface RefusedMove {
	readonly move: WeekMove;
	readonly reason: MoveRefusal;
}

/** Days of each wish by its id, 0 Monday to 6 Sunday. */
export type WishDays = ReadonlyMap<string, readonly number[]>;

export interface WishedWeek {
	readonly days: WishDays;
	readonly refused: readonly RefusedMove[];
	/** Moves from a day on which nothing was wished: of what was late and is offered on another day. */
	readonly late: readonly WeekMove[];
}

const WEEK: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

/** Whether the sessions of a wish have to keep a day between them. */
export const isRunWish = (wish: Wish): boolean => wish.sessions.some(hasRun);

/** True for what may stand on the free day. */
export const mayBeOnFreeDay = (wish: Wish): boolean => wish.optional === true && !isRunWish(wish);

/** Runs choose first, since they need room; what is optional comes last. */
export const inTurn = (wishes: readonly Wish[]): readonly Wish[] => {
	const turn = (wish: Wish): number => (isRunWish(wish) ? 0 : wish.optional ? 2 : 1);
	return wishes.toSorted((a, b) => turn(a) - turn(b));
};

/** Days of all runs that are of other wishes. */
const otherRunDays = (wish: Wish, wishes: readonly Wish[], days: WishDays): readonly number[] =>
	wishes.filter((other) => other.id !== wish.id && isRunWish(other)).flatMap((other) => days.get(other.id) ?? []);

/** Each wish takes the best days left for what has none yet; what has a day keeps it. */
function filled(wishes: readonly Wish[], freeDay: Weekday, before: WishDays): WishDays {
	const days = new Map(before);
	for (const wish of inTurn(wishes)) {
		const kept = days.get(wish.id) ?? [];
		if (kept.length >= wish.sessions.length) continue;
		const chosen = chooseDays({
			count: wish.sessions.length,
			allowed: WEEK.filter((day) => day !== freeDay || mayBeOnFreeDay(wish)),
			kept,
			liked: wish.weekdays,
			crowded: [...days].filter(([id]) => id !== wish.id).flatMap(([, others]) => others),
			apart: isRunWish(wish),
			runDays: otherRunDays(wish, wishes, days)
		});
		days.set(wish.id, chosen);
	}
	return days;
}

function refusalOf(wish: Wish, to: number, week: Board): MoveRefusal | null {
	const days = week.days.get(wish.id) ?? [];
	if (days.includes(to)) return 'dayTaken';
	if (to === week.freeDay && !mayBeOnFreeDay(wish)) return 'onFreeDay';
	return isRunWish(wish) && isNextTo(to, otherRunDays(wish, week.wishes, week.days)) ? 'nextToRun' : null;
}

interface Board {
	readonly wishes: readonly Wish[];
	readonly freeDay: Weekday;
	readonly days: WishDays;
}

/** The days of a wish after a move: the moved one where it was put, the others where they were, if they can stay. */
function movedDays(wish: Wish, from: number, to: number, week: Board): readonly number[] {
	const days = week.days.get(wish.id) ?? [];
	const liked = [...days.filter((day) => day !== from), to];
	return chooseDays({
		count: days.length,
		allowed: WEEK.filter((day) => day !== week.freeDay || mayBeOnFreeDay(wish)),
		kept: [to],
		liked,
		crowded: [...week.days].filter(([id]) => id !== wish.id).flatMap(([, others]) => others),
		apart: isRunWish(wish),
		runDays: otherRunDays(wish, week.wishes, week.days)
	});
}

/**
 * The days of each wish in the week of `monday`, moves followed in order. Each move changes the days of its own
 * programme only, and of these only what has to make room; what had found no day may find one by it, and then has it. Moves of other weeks and of wishes that are gone say nothing.
 */
export function wishedWeek(
	wishes: readonly Wish[],
	freeDay: Weekday,
	moves: readonly WeekMove[],
	monday: LocalDay
): WishedWeek {
	const first: WishedWeek = { days: filled(wishes, freeDay, new Map()), refused: [], late: [] };
	const isOfWeek = (day: LocalDay): boolean => mondayOf(day) === mondayOf(monday);
	return moves
		.filter((move) => isOfWeek(move.from) && isOfWeek(move.to))
		.reduce<WishedWeek>((week, move) => {
			const wish = wishes.find((each) => each.id === move.wishId);
			if (!wish) return week;
			const board = { wishes, freeDay, days: week.days };
			const from = daysBetween(mondayOf(monday), move.from);
			const to = daysBetween(mondayOf(monday), move.to);
			if (!week.days.get(wish.id)?.includes(from)) return { ...week, late: [...week.late, move] };
			const reason = refusalOf(wish, to, board);
			if (reason) return { ...week, refused: [...week.refused, { move, reason }] };
			const days = new Map([...week.days, [wish.id, movedDays(wish, from, to, board)]]);
			return { ...week, days: filled(wishes, freeDay, days) };
		}, first);
}
