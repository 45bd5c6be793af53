// What was done, by week: minutes of each kind, sessions, stages, the longest run. Counts what is there and never what
// is missing. Source: evidence.md 8.2 [P]: stages and minutes count, not days missed.

import { acheKindOf, type TypeOf } from './ache.ts';
import type { LocalDay } from './local-day.ts';
import { isWithin, mondaysOf, type Span } from './period.ts';
import { playerOf, type Player } from './player.ts';
import type { RunProgramme } from './programme.ts';
import { isKept, type OtherMovement, type SessionRecord } from './record.ts';
import { RULES } from './rules.ts';
import { longestRunOf } from './run-guard.ts';
import type { Phase, ProgrammeId } from './session.ts';
import { timelineOf, type Timeline } from './timeline.ts';

/** `gentle`: yoga, tai chi, mobility, relaxation, desk breaks. `other`: entered by hand. */
export const DONE_KINDS = ['walk', 'run', 'strength', 'gentle', 'other'] as const;
export type DoneKind = (typeof DONE_KINDS)[number];

export type DoneMinutes = Readonly<Record<DoneKind, number>>;

/** A session as it was done. Minutes are not rounded. */
export interface Done {
	readonly record: SessionRecord;
	readonly runsDone: number;
	readonly runsPlanned: number;
	readonly minutes: DoneMinutes;
	/** The longest stretch of running without a walk in it; 0 without any. */
	readonly longestRunSeconds: number;
}

/** Monday to Sunday. */
export interface DoneWeek {
	readonly monday: LocalDay;
	readonly minutes: DoneMinutes;
	readonly sessions: number;
	/** Entries of other movement. */
	readonly movements: number;
}

/** A stage that nobody had run on before, and the day. `n` counts from 1. */
export interface StageReached {
	readonly on: LocalDay;
	readonly stageId: string;
	readonly n: number;
}

const NONE: DoneMinutes = { walk: 0, run: 0, strength: 0, gentle: 0, other: 0 };

const ON_FOOT: Readonly<Partial<Record<Phase, 'walk' | 'run'>>> = {
	run: 'run',
	warmUp: 'walk',
	walk: 'walk',
	coolDown: 'walk'
};

const STRENGTH: readonly ProgrammeId[] = ['core', 'legs', 'pilates'];

/** What the exercises of a session count as, their rests and moves included. */
function matKindOf({ session }: SessionRecord, typeOf: TypeOf): 'strength' | 'gentle' {
	if (session.programmeId !== 'own') return STRENGTH.includes(session.programmeId) ? 'strength' : 'gentle';
	return acheKindOf(session, typeOf) === 'strength' ? 'strength' : 'gentle';
}

function doneOf(record: SessionRecord, player: Player, typeOf: TypeOf): Done {
	const minutes = { ...NONE };
	const runs = { done: 0, planned: 0 };
	let matKind: 'strength' | 'gentle' | null = null;
	player.timeline.steps.forEach(({ phase }, index) => {
		const play = player.plays[index];
		if (phase === 'run') {
			runs.planned += 1;
			runs.done += play?.done ? 1 : 0;
		}
		if (!play || play.playedMs === 0) return;
		minutes[ON_FOOT[phase] ?? (matKind ??= matKindOf(record, typeOf))] += play.playedMs / 60_000;
	});
	return { record, minutes, runsDone: runs.done, runsPlanned: runs.planned, longestRunSeconds: longestRunOf(player) };
}

/**
 * Sessions that were not removed, in the order in which they are stored. Sessions of the same blocks are unrolled once;
 * still, all of them are read: not for each key press.
 */
export function doneSessions(records: readonly SessionRecord[], typeOf: TypeOf): readonly Done[] {
	const timelines = new Map<string, Timeline>();
	return records.filter(isKept).map((record) => {
		const blocks = JSON.stringify(record.session.blocks);
		const timeline = timelines.get(blocks) ?? timelineOf(record.session);
		timelines.set(blocks, timeline);
		return doneOf(record, playerOf(timeline, record.log), typeOf);
	});
}

export const sumMinutes = (minutes: DoneMinutes): number => DONE_KINDS.reduce((sum, kind) => sum + minutes[kind], 0);

/** Minutes of these sessions and of what was entered by hand; removed entries are left out. Not rounded. */
export const movedMinutes = (done: readonly Done[], movements: readonly OtherMovement[]): number =>
	done.reduce((sum, { minutes }) => sum + sumMinutes(minutes), 0) +
	movements.filter(isKept).reduce((sum, { minutes }) => sum + minutes, 0);

/** The place of the week of `on`: the last Monday that is not after it. Days sort as text. */
function weekIndex(mondays: readonly LocalDay[], on: LocalDay): number {
	let low = 0;
	let high = mondays.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((mondays[middle] ?? '') <= on) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** Every week of the span, oldest first, those without anything too. */
export function doneWeeks(done: readonly Done[], movements: readonly OtherMovement[], span: Span): readonly DoneWeek[] {
	const mondays = mondaysOf(span);
	const weeks = mondays.map((monday) => ({ monday, minutes: { ...NONE }, sessions: 0, movements: 0 }));
	const weekOf = (on: LocalDay) => (isWithin(span, on) ? weeks[weekIndex(mondays, on)] : undefined);
	for (const { record, minutes } of done) {
		const week = weekOf(record.on);
		if (!week) continue;
		week.sessions += 1;
		for (const kind of DONE_KINDS) week.minutes[kind] += minutes[kind];
	}
	for (const movement of movements.filter(isKept)) {
		const week = weekOf(movement.on);
		if (!week) continue;
		week.movements += 1;
		week.minutes.other += movement.minutes;
	}
	return weeks;
}

export const totalOf = (weeks: readonly DoneWeek[]): DoneMinutes =>
	weeks.reduce(
		(sum, { minutes }) => {
			for (const kind of DONE_KINDS) sum[kind] += minutes[kind];
			return sum;
		},
		{ ...NONE }
	);

const byDay = (a: Done, b: Done): number =>
	a.record.on < b.record.on
		? -1
		: a.record.on > b.record.on
			? 1
			: (a.record.log[0]?.at ?? 0) - (b.record.log[0]?.at ?? 0);

/**
 * Each stage of run-walk on the day of its first session, when it is higher than all before, oldest first. A session
 * that was only looked into does not count (as in plan.ts for walks).
 */
export function stagesReached(
	done: readonly Done[],
	{ stages }: Pick<RunProgramme, 'stages'>
): readonly StageReached[] {
	const places = new Map(stages.map(({ id }, index) => [id, index + 1]));
	const reached: StageReached[] = [];
	for (const each of done.filter(({ record }) => record.session.programmeId === 'run-walk').toSorted(byDay)) {
		const { stageId } = each.record.session;
		const n = places.get(stageId) ?? 0;
		const half = each.runsDone >= RULES.walkCountsFromShare * each.runsPlanned;
		if (half && n > (reached.at(-1)?.n ?? 0)) reached.push({ on: each.record.on, stageId, n });
	}
	return reached;
}

/** The longest run without a walk in it, of these sessions, and the day of the first one that was so long. */
export const longestRun = (done: readonly Done[]): { readonly seconds: number; readonly on: LocalDay } | null =>
	done
		.filter(({ longestRunSeconds }) => longestRunSeconds > 0)
		.map(({ record, longestRunSeconds }) => ({ seconds: longestRunSeconds, on: record.on }))
		.reduce<{ seconds: number; on: LocalDay } | null>(
			(most, run) =>
				!most || run.seconds > most.seconds || (run.seconds === most.seconds && run.on < most.on) ? run : most,
			null
		);
