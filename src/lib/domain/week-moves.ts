// Where in this week a session may be moved: every other day that is left, tried out one by one. And what else a move moves.

import type { LocalDay } from './local-day.ts';
import type { MoveRefusal, WeekMove } from './week-wish.ts';
import { composeWeek, type ComposedWeek, type WeekQuestion } from './week.ts';

/** A day to move to; `refusal` says why not, a text id. */
export interface MoveChoice {
	readonly to: LocalDay;
	readonly refusal: MoveRefusal | null;
}

const hasOn = ({ days }: ComposedWeek, { wishId }: WeekMove, on: LocalDay): boolean =>
	days.some((day) => day.on === on && day.planned.some((each) => each.wishId === wishId));

/** What would become of one more move; `null`: it is followed. `before` is the week without it. */
function refusalOf(question: WeekQuestion, before: ComposedWeek, move: WeekMove): MoveRefusal | null {
	const week = composeWeek({ ...question, moves: [...question.moves, move] });
	const refused = week.refused.find((each) => each.move === move);
	if (refused) return refused.reason;
	if (!hasOn(week, move, move.to)) return 'nothingThere';
	if (!hasOn(week, move, move.from)) return null;
	// Something late may have come to the day that was left: it was followed if the other day was empty.
	return hasOn(before, move, move.to) ? 'dayTaken' : null;
}

/** The days from today to Sunday, but for `from`, to which what `wishId` has on `from` can be moved, or why not. */
export function moveChoices(question: WeekQuestion, wishId: string, from: LocalDay): readonly MoveChoice[] {
	const before = composeWeek(question);
	return before.days
		.map(({ on }) => on)
		.filter((on) => on !== from && on >= question.today)
		.map((to) => ({ to, refusal: refusalOf(question, before, { wishId, from, to }) }));
}

/** A session that has another day because something else was moved; `to` is null when no day is left for it. */
export interface AlsoMoved {
	readonly wishId: string;
	readonly from: LocalDay;
	readonly to: LocalDay | null;
}

const daysOf = ({ days }: ComposedWeek, id: string): readonly LocalDay[] =>
	days.flatMap(({ on, planned }) => planned.filter(({ wishId }) => wishId === id).map(() => on));

/** What else changed its day between two weeks, apart from `move` itself; each programme in order of its days. */
export function alsoMoved(before: ComposedWeek, after: ComposedWeek, move: WeekMove): readonly AlsoMoved[] {
	const wishIds = new Set(before.days.flatMap(({ planned }) => planned.map(({ wishId }) => wishId)));
	return [...wishIds].flatMap((wishId) => {
		const [old, now] = [daysOf(before, wishId), daysOf(after, wishId)];
		const isOwn = (on: LocalDay, own: LocalDay): boolean => wishId === move.wishId && on === own;
		const left = old.filter((on) => !now.includes(on) && !isOwn(on, move.from));
		const taken = now.filter((on) => !old.includes(on) && !isOwn(on, move.to));
		return left.map((from, at) => ({ wishId, from, to: taken[at] ?? null }));
	});
}
