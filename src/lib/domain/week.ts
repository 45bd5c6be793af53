// One week out of several programmes: what is done, what comes when, and what finds no room. Derived at each reading.
// Dates are wishes: on whichever day the person comes, the next session in order is there.

import { chooseDays, daysStillOpen, isNextTo } from './day-choice.ts';
import { didRun, keptSessions } from './history.ts';
import { addDays, daysBetween, mondayOf, weekOf, type LocalDay, type Weekday } from './local-day.ts';
import { countedSessions } from './plan.ts';
import type { SessionRecord } from './record.ts';
import type { ProgrammeId, Session } from './session.ts';
import {
	inTurn,
	isRunWish,
	mayBeOnFreeDay,
	wishedWeek,
	type MoveRefusal,
	type RefusedMove,
	type WeekMove,
	type Wish
} from './week-wish.ts';

/** What a week is composed of. */
export interface WeekQuestion {
	readonly wishes: readonly Wish[];
	/** Sunday (6) unless moved. */
	readonly freeDay: Weekday;
	readonly records: readonly SessionRecord[];
	readonly moves: readonly WeekMove[];
	readonly today: LocalDay;
	/** Any day of the week to be composed; that of today when left out. */
	readonly week?: LocalDay;
}

export interface PlannedSession {
	readonly wishId: string;
	readonly session: Session;
	readonly optional: boolean;
}

export interface DayOfWeek {
	readonly on: LocalDay;
	readonly isFree: boolean;
	readonly done: readonly SessionRecord[];
	readonly planned: readonly PlannedSession[];
}

/** Why a session has no day; a text id. `runsApart`: there are days, but each lies next to another run. */
export type UnplacedReason = 'runsApart' | 'noDayLeft';

export interface ComposedWeek {
	/** Seven, Monday first. */
	readonly days: readonly DayOfWeek[];
	readonly unplaced: readonly (PlannedSession & { readonly reason: UnplacedReason })[];
	readonly refused: readonly RefusedMove[];
}

/** What was done of a wish: on which days, and what is still open, in order. */
interface Progress {
	readonly doneDays: readonly number[];
	readonly open: readonly Session[];
}

const NOTHING: Progress = { doneDays: [], open: [] };

const without = <T>(items: readonly T[], index: number): readonly T[] => items.filter((_, at) => at !== index);

/** Which wish a record belongs to: one that asks for this very session, else one of its programme. */
function ownerOf(
	record: SessionRecord,
	wishes: readonly Wish[],
	open: ReadonlyMap<string, Progress>
): [string, Progress, number] | null {
	const owners = wishes.filter(({ from }) => from === undefined || record.on >= from);
	for (const isSame of [
		(session: Session) => session.id === record.session.id,
		(session: Session) => session.programmeId === record.session.programmeId
	])
		for (const { id } of owners) {
			const progress = open.get(id) ?? NOTHING;
			const index = progress.open.findIndex(isSame);
			if (index >= 0) return [id, progress, index];
		}
	return null;
}

/** So light that a free day stays one, planned or not: walk or tai chi on it is optional (decisions.md, 'Week') [P]. */
const LIGHT: readonly ProgrammeId[] = ['walk', 'tai-chi', 'relax', 'desk', 'settle'];

interface Done {
	readonly progress: ReadonlyMap<string, Progress>;
	/** Days used for what is more than the free day allows. */
	readonly usedDays: readonly number[];
}

function doneOf(wishes: readonly Wish[], done: readonly SessionRecord[], monday: LocalDay): Done {
	const progress = new Map<string, Progress>(wishes.map(({ id, sessions }) => [id, { doneDays: [], open: sessions }]));
	const optional = new Set(wishes.filter(mayBeOnFreeDay).map((wish) => wish.id));
	// A run uses its day however short it was.
	const usedDays = done.filter(didRun).map(({ on }) => daysBetween(monday, on));
	for (const record of countedSessions(done)) {
		const day = daysBetween(monday, record.on);
		const [id, { doneDays, open }, index] = ownerOf(record, wishes, progress) ?? ['', NOTHING, -1];
		if (!optional.has(id) && !LIGHT.includes(record.session.programmeId)) usedDays.push(day);
		if (index >= 0) progress.set(id, { doneDays: [...doneDays, day], open: without(open, index) });
	}
	return { progress, usedDays };
}

/**
 * The day that stays free: the wished one. If it was used, any day that passed unused will do; else the last day of
 * the week on which nothing was done yet. `null`: a day has been free already, or none is left.
 */
function freeDayOf(freeDay: Weekday, usedDays: readonly number[], today: number): number | null {
	if (!usedDays.includes(freeDay)) return freeDay;
	const unused = [0, 1, 2, 3, 4, 5, 6].filter((day) => !usedDays.includes(day));
	return unused.some((day) => day < today) ? null : (unused.at(-1) ?? null);
}

interface Scene {
	/** 0 to 6; below or above it in another week. */
	readonly today: number;
	readonly free: number | null;
	readonly doneRunDays: readonly number[];
}

/** A wish in this week: what is open of it, the days it keeps, and those it may take besides. */
interface Place extends Progress {
	readonly wish: Wish;
	readonly liked: readonly number[];
	readonly allowed: readonly number[];
	readonly days: readonly number[];
}

const runDaysOf = (places: readonly Place[], but: string): readonly number[] =>
	places.filter(({ wish }) => wish.id !== but && isRunWish(wish)).flatMap(({ days }) => days);

/** First everything stays where it was wished, if it can. */
function keepPlace(wish: Wish, wished: readonly number[], progress: Progress, scene: Scene): Place {
	const later = [0, 1, 2, 3, 4, 5, 6].filter((day) => day >= scene.today && !progress.doneDays.includes(day));
	const allowed = later.filter((day) => day !== scene.free || mayBeOnFreeDay(wish));
	const liked = daysStillOpen(wished, progress.doneDays);
	const days = liked
		.filter((day) => allowed.includes(day) && !(isRunWish(wish) && isNextTo(day, scene.doneRunDays)))
		.slice(0, progress.open.length);
	return { ...progress, wish, liked, allowed, days };
}

/** Why a move of something late cannot be followed; `null` when it can. */
function lateRefusal({ wish, open, days, allowed }: Place, to: number, runDays: readonly number[]): MoveRefusal | null {
	if (days.includes(to)) return 'dayTaken';
	if (days.length >= open.length) return 'nothingThere';
	if (!allowed.includes(to)) return 'onFreeDay';
	return isRunWish(wish) && isNextTo(to, [...days, ...runDays]) ? 'nextToRun' : null;
}

interface Places {
	readonly places: readonly Place[];
	readonly refused: readonly RefusedMove[];
}

/** Then what is late goes where the person moved it. */
function moveLate({ places, refused }: Places, move: WeekMove, scene: Scene): Places {
	const place = places.find(({ wish }) => wish.id === move.wishId);
	const to = daysBetween(mondayOf(move.to), move.to);
	if (!place || to < scene.today) return { places, refused };
	const reason = lateRefusal(place, to, [...scene.doneRunDays, ...runDaysOf(places, move.wishId)]);
	if (reason) return { places, refused: [...refused, { move, reason }] };
	const days = [...place.days, to].toSorted((a, b) => a - b);
	return { places: places.map((each) => (each === place ? { ...place, days } : each)), refused };
}

/** Then what lost its day, or never had one, takes the best day left. */
function fillPlace(place: Place, others: readonly Place[], scene: Scene): Place {
	const { wish, open, allowed, days, liked } = place;
	const apart = isRunWish(wish);
	const runDays = [...scene.doneRunDays, ...runDaysOf(others, wish.id)];
	const crowded = others.filter((each) => each.wish.id !== wish.id).flatMap((each) => each.days);
	const chosen = chooseDays({ count: open.length, allowed, kept: days, liked, crowded, apart, runDays });
	return { ...place, days: chosen };
}

const reasonOf = ({ wish, allowed, days }: Place): UnplacedReason =>
	isRunWish(wish) && allowed.some((day) => !days.includes(day)) ? 'runsApart' : 'noDayLeft';

const plannedSession = (wish: Wish, session: Session): PlannedSession => ({
	wishId: wish.id,
	session,
	optional: wish.optional === true
});

/**
 * Composes a week. Never puts a run next to another run, done or planned; keeps one day free; what was wished and can
 * stay, stays; what is done counts for the nearest wished day; each open session has a day or a reason. Sessions of a
 * programme come in their order. Wishes have different ids. Source: evidence.md 7.5, decisions.md 'Week' [P].
 */
export function composeWeek({ wishes, freeDay, records, moves, today, week = today }: WeekQuestion): ComposedWeek {
	const monday = mondayOf(week);
	// With the Sunday before and the Monday after: a run there keeps its distance, too.
	const [from, to] = [addDays(monday, -1), addDays(monday, 7)];
	const known = keptSessions(records.filter(({ on }) => on >= from && on <= to && on <= today));
	const done = known.filter((record) => mondayOf(record.on) === monday);
	const dayOf = (record: SessionRecord): number => daysBetween(monday, record.on);
	const wished = wishedWeek(wishes, freeDay, moves, monday);
	const { progress, usedDays } = doneOf(inTurn(wishes), done, monday);
	const todayIndex = daysBetween(monday, today);
	const scene: Scene = {
		today: todayIndex,
		free: freeDayOf(freeDay, usedDays, todayIndex),
		doneRunDays: known.filter(didRun).map(dayOf)
	};
	const kept = inTurn(wishes).map((wish) =>
		keepPlace(wish, wished.days.get(wish.id) ?? [], progress.get(wish.id) ?? NOTHING, scene)
	);
	const moved = wished.late.reduce<Places>((all, move) => moveLate(all, move, scene), {
		places: kept,
		refused: wished.refused
	});
	const places = moved.places.reduce<readonly Place[]>(
		(all, place) => all.map((each) => (each === place ? fillPlace(place, all, scene) : each)),
		moved.places
	);
	const days = weekOf(monday).map((on, index) => ({
		on,
		isFree: index === scene.free,
		done: done.filter((record) => record.on === on),
		planned: places.flatMap(({ wish, days: own, open }) => {
			const session = open[own.indexOf(index)];
			return own.includes(index) && session ? [plannedSession(wish, session)] : [];
		})
	}));
	const unplaced = places.flatMap((place) =>
		place.open
			.slice(place.days.length)
			.map((session) => ({ ...plannedSession(place.wish, session), reason: reasonOf(place) }))
	);
	return { days, unplaced, refused: moved.refused };
}
