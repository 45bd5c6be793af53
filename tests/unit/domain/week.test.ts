import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseDays } from '#lib/domain/day-choice.ts';
import { addDays, daysBetween, type Weekday } from '#lib/domain/local-day.ts';
import type { SessionRecord } from '#lib/domain/record.ts';
import { hasRun, type Session } from '#lib/domain/session.ts';
import { composeWeek, type ComposedWeek, type WeekQuestion } from '#lib/domain/week.ts';
import { alsoMoved } from '#lib/domain/week-moves.ts';
import type { WeekMove, Wish } from '#lib/domain/week-wish.ts';
import { weekdays } from '../../support/arbitraries.ts';
import { MONDAY, NOON, aRecord, aSession, aStep, day } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const session = (id: string, phase: 'run' | 'walk' | 'strength'): Session =>
	aSession([aStep(phase, 600)], {
		id,
		stageId: id,
		programmeId: phase === 'run' ? 'run-walk' : phase === 'walk' ? 'walk' : 'core'
	});

const RUNS3 = [1, 2, 3].map((n) => session(`run-${n}`, 'run'));
const CORE = [1, 2].map((n) => session(`core-${n}`, 'strength'));

const runs = (...days: readonly Weekday[]): Wish => ({
	id: 'run',
	sessions: RUNS3.slice(0, days.length),
	weekdays: days
});
const core = (...days: readonly Weekday[]): Wish => ({
	id: 'core',
	sessions: CORE.slice(0, days.length),
	weekdays: days
});
const WALK_ON_SUNDAY: Wish = { id: 'walk', sessions: [session('walk', 'walk')], weekdays: [6], optional: true };

const question = (more: Partial<WeekQuestion> = {}): WeekQuestion => ({
	wishes: [runs(0, 2, 4), core(1, 3)],
	freeDay: 6,
	records: [],
	moves: [],
	today: MONDAY,
	...more
});

const did = (n: number, what: Session) => aRecord({ id: `did-${n}-${what.id}`, on: day(n), session: what });

/** Seven words: what is planned on each day; '-' for the free one, '.' for nothing, '=' for what was done. */
const printed = ({ days }: ComposedWeek): string =>
	days
		.map(({ planned, done, isFree }) => {
			const words = [...done.map((record) => `=${record.session.id}`), ...planned.map((each) => each.session.id)];
			return words.length > 0 ? words.join('+') : isFree ? '-' : '.';
		})
		.join(' ');

const composed = (more: Partial<WeekQuestion> = {}): string => printed(composeWeek(question(more)));
const unplaced = (more: Partial<WeekQuestion>) =>
	composeWeek(question(more)).unplaced.map(({ session: { id }, reason }) => `${id} ${reason}`);
const move = (wishId: string, from: number, to: number): WeekMove => ({ wishId, from: day(from), to: day(to) });

/** What else moves when one session is. */
const others = (moved: WeekMove, more: Partial<WeekQuestion> = {}) =>
	alsoMoved(composeWeek(question(more)), composeWeek(question({ ...more, moves: [moved] })), moved);

describe('what a move moves besides', () => {
	test('is nothing where there is room', () => {
		expect(others(move('run', 4, 5))).toEqual([]);
	});

	test('is the run that would be next to it', () => {
		const moved = move('run', 4, 3);
		const after = composeWeek(question({ wishes: [runs(0, 2, 4)], moves: [moved] }));
		expect(printed(after)).toBe('run-1 . . run-2 . run-3 -');
		expect(others(moved, { wishes: [runs(0, 2, 4)] })).toEqual([{ wishId: 'run', from: day(2), to: day(5) }]);
	});

	test('is named also when no day is left for it', () => {
		const moved = move('run', 5, 4);
		expect(others(moved, { wishes: [runs(1, 3, 5)], today: day(3) })).toEqual([
			{ wishId: 'run', from: day(3), to: null }
		]);
	});
});

describe('the week', () => {
	test('puts two programmes side by side on the days that were wished', () => {
		expect(composed()).toBe('run-1 core-1 run-2 core-2 run-3 . -');
	});

	test('keeps a day between runs where the wishes do not, and changes as little as it can', () => {
		expect(composed({ wishes: [runs(0, 1, 3)] })).toBe('run-1 . . run-2 . run-3 -');
		expect(composed({ wishes: [runs(0, 1, 5)] })).toBe('run-1 . run-2 . . run-3 -');
	});

	test('keeps the free day, wherever it lies, and puts nothing on it but what is optional and no run', () => {
		expect(composed({ wishes: [runs(0, 2, 6)] })).toBe('run-1 . run-2 . . run-3 -');
		expect(composed({ wishes: [runs(0, 2, 4)], freeDay: 2 })).toBe('run-1 . - . run-2 . run-3');
		expect(composed({ wishes: [runs(0, 2, 4), WALK_ON_SUNDAY] })).toBe('run-1 . run-2 . run-3 . walk');
		expect(composed({ wishes: [{ ...runs(6), optional: true }] })).toBe('. . . . . run-1 -');
	});

	test('what has no wished day goes where nothing else is', () => {
		expect(composed({ wishes: [runs(0, 2, 4), { ...core(1), weekdays: [6] }] })).toBe('run-1 . run-2 . run-3 core-1 -');
	});

	test('four runs find three days, and the fourth a reason', () => {
		const four: Wish = { id: 'run', sessions: [...RUNS3, session('run-4', 'run')], weekdays: [0, 2, 4] };
		expect(composed({ wishes: [four] })).toBe('run-1 . run-2 . run-3 . -');
		expect(unplaced({ wishes: [four] })).toEqual(['run-4 runsApart']);
		expect(unplaced({ wishes: [core(1, 3)], today: day(5) })).toEqual(['core-2 noDayLeft']);
	});

	test('two programmes with runs share the days between them', () => {
		const own: Wish = { id: 'own', sessions: [session('own', 'run')], weekdays: [1] };
		expect(composed({ wishes: [runs(0, 2), own] })).toBe('run-1 . run-2 . own . -');
	});
});

describe('the week as it goes', () => {
	test('what is done counts, and the rest stays where it was', () => {
		const records = [did(0, RUNS3[0] as Session), did(1, CORE[0] as Session)];
		expect(composed({ records, today: day(1) })).toBe('=run-1 =core-1 run-2 core-2 run-3 . -');
	});

	test('done on another day it stands for the nearest wish; the next in order comes next', () => {
		expect(composed({ records: [did(3, RUNS3[0] as Session)], today: day(3), wishes: [runs(2, 5)] })).toBe(
			'. . . =run-1 . run-2 -'
		);
	});

	test('what did not happen is offered today, if there is room, and the wishes stay', () => {
		expect(composed({ wishes: [runs(0, 4)], today: day(1) })).toBe('. run-1 . . run-2 . -');
		expect(composed({ wishes: [runs(0, 2, 4)], today: day(1) })).toBe('. . run-1 . run-2 . -');
		expect(unplaced({ wishes: [runs(0, 2, 4)], today: day(1) })).toEqual(['run-3 runsApart']);
	});

	test('a run that was done, also one of no plan or on the Sunday before, keeps its neighbours free', () => {
		const free = session('own/1', 'run');
		expect(composed({ wishes: [runs(0, 3)], records: [did(-1, free)] })).toBe('. run-1 . run-2 . . -');
		expect(composed({ wishes: [runs(1, 3)], records: [did(0, free)], today: day(0) })).toBe('=own/1 . . run-2 . . -');
	});

	test('another stage of the same programme counts for the next in order', () => {
		const other = { ...session('run-walk/S2', 'run') };
		expect(composed({ records: [did(0, other)], wishes: [runs(0, 2)], today: day(0) })).toBe(
			'=run-walk/S2 . run-2 . . . -'
		);
	});

	test('a free day that was used is given back later in the week', () => {
		const records = [0, 1, 2].map((n) => did(n, session(`x-${n}`, 'strength')));
		const week = composeWeek(question({ wishes: [core(4, 6)], freeDay: 2, records, today: day(3) }));
		expect(week.days.map((each) => each.isFree)).toEqual([false, false, false, false, false, false, true]);
		const optional = [did(0, CORE[0] as Session), did(1, WALK_ON_SUNDAY.sessions[0] as Session)];
		const kept = composeWeek(
			question({ wishes: [{ ...WALK_ON_SUNDAY, weekdays: [1] }], freeDay: 1, records: optional, today: day(2) })
		);
		expect(kept.days.map((each) => each.isFree)).toEqual([false, true, false, false, false, false, false]);
	});

	test('what is light takes no run from its day: the free day on which it was done stays free', () => {
		const light = (['walk', 'tai-chi', 'relax', 'desk', 'settle'] as const).map((programmeId) => ({
			...session(programmeId, 'walk'),
			programmeId
		}));
		for (const each of light)
			expect(composed({ wishes: [runs(1, 4, 6)], freeDay: 0, records: [did(0, each)] })).toBe(
				`=${each.id} run-1 . . run-2 . run-3`
			);
		expect(composed({ wishes: [runs(1, 4, 6)], freeDay: 0, records: [did(0, session('x', 'strength'))] })).toBe(
			'=x run-1 . . run-2 . -'
		);
	});

	test('what was done before its plan began is of another plan, but runs keep their distance to it', () => {
		const records = [did(0, CORE[0] as Session), did(1, CORE[1] as Session)];
		const begun = { ...core(3, 4), from: day(2) };
		expect(composed({ wishes: [begun], records, today: day(2) })).toBe('=core-1 =core-2 . core-1 core-2 . -');
		const ran = { wishes: [{ ...runs(2, 5), from: day(2) }], records: [did(1, RUNS3[0] as Session)], today: day(2) };
		expect(composed(ran)).toBe('. =run-1 . run-1 . run-2 -');
	});

	test('what was ended before half of it leaves the day as it was', () => {
		const brief = (n: number, what: Session, seconds: number): SessionRecord => ({
			...did(n, what),
			log: [
				{ type: 'started', at: NOON, readyMs: 0 },
				{ type: 'ended', at: NOON + seconds * 1000, reason: 'early' }
			]
		});
		const opened = brief(1, CORE[0] as Session, 20);
		const week = { wishes: [core(1, 3)], today: day(1) };
		expect(composed({ ...week, records: [opened] })).toBe('. =core-1+core-1 . core-2 . . -');
		expect(composed({ ...week, records: [brief(1, CORE[0] as Session, 300)] })).toBe('. =core-1 . core-2 . . -');
		// Begun again and done: the short one of the same day hides nothing.
		const again = { ...did(1, CORE[0] as Session), id: 'z' };
		expect(composed({ ...week, records: [opened, again] })).toBe('. =core-1+=core-1 . core-2 . . -');
		// Who has run and broke it off has used the free day, and is not asked for the same run again.
		const ran = { wishes: [runs(1, 4)], freeDay: 0, records: [brief(0, RUNS3[0] as Session, 60)] } as const;
		expect(composed(ran)).toBe('=run-1 . . . run-2 . -');
	});

	test('a week to come is composed from its Monday on, a week that is over plans nothing', () => {
		expect(composed({ week: day(9), today: day(3) })).toBe('run-1 core-1 run-2 core-2 run-3 . -');
		expect(composed({ week: day(-2) })).toBe('. . . . . . -');
		expect(unplaced({ week: day(-2), wishes: [core(1)] })).toEqual(['core-1 noDayLeft']);
	});

	test('removed records and those of days to come say nothing', () => {
		const gone = { ...did(0, RUNS3[0] as Session), deletedAt: 1 };
		expect(composed({ records: [gone, did(2, RUNS3[0] as Session)] })).toBe(composed());
	});
});

describe('moving a day', () => {
	test('changes this day, and of the others only what has to make room', () => {
		expect(composed({ moves: [move('run', 4, 5)] })).toBe('run-1 core-1 run-2 core-2 . run-3 -');
		expect(composed({ moves: [move('run', 2, 3)] })).toBe('run-1 core-1 . run-2+core-2 . run-3 -');
		expect(composed({ moves: [move('core', 1, 0)] })).toBe('run-1+core-1 . run-2 core-2 run-3 . -');
	});

	test('and back again is as if nothing had been moved', () => {
		expect(composed({ moves: [move('core', 1, 5), move('core', 5, 1)] })).toBe(composed());
	});

	test('what found its day by a move keeps it at the next (found by a law)', () => {
		const own: Wish = { id: 'own', sessions: [session('own-run', 'run')], weekdays: [5], optional: true };
		const wishes: readonly Wish[] = [{ ...runs(5), sessions: RUNS3, optional: true }, own];
		const first = { wishes, freeDay: 3 as const, moves: [move('run', 0, 4)] };
		expect(composed(first)).toBe('own-run . run-1 - run-2 . run-3');
		const again = { ...first, moves: [...first.moves, move('run', 2, 0)] };
		expect(composed(again)).toBe(composed(first));
		expect(composeWeek(question(again)).refused.map(({ reason }) => reason)).toEqual(['nextToRun']);
	});

	test.each([
		['nothing is there', move('core', 0, 5), 'nothingThere'],
		['the day has one of the same', move('core', 1, 3), 'dayTaken'],
		['the day is free', move('run', 4, 6), 'onFreeDay']
	] as const)('is refused with a reason when %s', (_why, wrong, reason) => {
		const week = composeWeek(question({ moves: [wrong] }));
		expect(week.refused).toEqual([{ move: wrong, reason }]);
		expect(printed(week)).toBe(composed());
	});

	test('next to a run of another programme is refused; of another week or an unknown programme it says nothing', () => {
		const own: Wish = { id: 'own', sessions: [session('own', 'run')], weekdays: [4] };
		const wishes = [runs(0, 2), own];
		expect(composeWeek(question({ wishes, moves: [move('own', 4, 3)] })).refused).toMatchObject([
			{ reason: 'nextToRun' }
		]);
		for (const odd of [move('own', 4, 11), move('nobody', 0, 1)])
			expect(composeWeek(question({ wishes, moves: [odd] }))).toEqual(composeWeek(question({ wishes })));
	});

	test('what was late and is offered on another day can be moved from there', () => {
		const late = { wishes: [runs(0, 2, 4), core(1, 3)], today: day(2) };
		expect(composed(late)).toBe('. . run-1 core-1 run-2 core-2 -');
		expect(composed({ ...late, moves: [move('core', 5, 4)] })).toBe('. . run-1 core-1 run-2+core-2 . -');
		const wrong = [move('core', 5, 6), move('run', 5, 3)];
		expect(composeWeek(question({ ...late, moves: wrong })).refused.map((each) => each.reason)).toEqual([
			'onFreeDay',
			'nextToRun'
		]);
	});

	test('holds when the day it came from is over', () => {
		expect(composed({ wishes: [runs(0, 3)], moves: [move('run', 0, 1)], today: day(1) })).toBe('. run-1 . run-2 . . -');
	});
});

const wish = (id: string, phase: 'run' | 'walk' | 'strength'): fc.Arbitrary<Wish> =>
	fc
		.record({ count: fc.integer({ min: 0, max: 4 }), days: weekdays, optional: fc.integer({ min: 0, max: 4 }) })
		.map(({ count, days, optional }) => ({
			id,
			sessions: Array.from({ length: count }, (_, n) => session(`${id}-${n}`, phase)),
			weekdays: days,
			...(optional === 0 ? { optional: true as const } : {})
		}));

const wishes: fc.Arbitrary<readonly Wish[]> = fc
	.tuple(
		wish('run', 'run'),
		wish('core', 'strength'),
		wish('walk', 'walk'),
		wish('own', 'run'),
		fc.integer({ min: 1, max: 4 })
	)
	.map(([a, b, c, d, count]) => [a, b, c, d].slice(0, count));

const weekday = fc.integer({ min: 0, max: 6 }) as fc.Arbitrary<Weekday>;
const moves = (most: number): fc.Arbitrary<readonly WeekMove[]> =>
	fc.array(
		fc
			.tuple(fc.constantFrom('run', 'core', 'walk', 'own'), weekday, weekday)
			.map(([id, from, to]) => move(id, from, to)),
		{ maxLength: most }
	);
const doing = fc.array(
	fc.tuple(fc.integer({ min: -3, max: 6 }), fc.constantFrom('run', 'core', 'walk', 'own', 'other'), fc.nat({ max: 3 })),
	{ maxLength: 6 }
);

const anyQuestion: fc.Arbitrary<WeekQuestion> = fc
	.record({ wishes, freeDay: weekday, moves: moves(3), doing, today: weekday })
	.map(({ doing: done, today, ...rest }) => ({
		...rest,
		today: day(today),
		records: done.map(([n, id, which], at) => {
			const phase = id === 'run' || id === 'own' ? 'run' : id === 'walk' ? 'walk' : 'strength';
			return aRecord({ id: `r${at}`, on: day(n), session: session(`${id}-${which}`, phase) });
		})
	}));

const plannedRunDays = (week: ComposedWeek): readonly number[] =>
	week.days.flatMap(({ planned }, index) => planned.filter((each) => hasRun(each.session)).map(() => index));

describe('the laws of the week', () => {
	law(
		'week: no run is ever planned next to another, done or planned, nor two on one day',
		fc.property(anyQuestion, (asked) => {
			const planned = plannedRunDays(composeWeek(asked));
			planned.slice(1).forEach((each, at) => expect(each - (planned[at] ?? 0)).toBeGreaterThan(1));
			const done = asked.records
				.filter((record) => record.on <= asked.today && hasRun(record.session))
				.map((record) => daysBetween(MONDAY, record.on));
			for (const run of planned) for (const other of done) expect(Math.abs(run - other)).toBeGreaterThan(1);
		})
	);

	law(
		'week: one day stays free of all that is not optional, unless all seven were used',
		fc.property(anyQuestion, (asked) => {
			const { days } = composeWeek(asked);
			const optional = asked.wishes.filter((each) => each.optional);
			// Also what only may stand for it: another session of its programme. And a walk leaves a day free.
			const isOptional = ({ session: what }: SessionRecord): boolean =>
				what.programmeId === 'walk' ||
				optional.some(({ id, sessions }) => {
					const isOfProgramme = sessions.some(({ programmeId }) => programmeId === what.programmeId);
					return id === what.id.split('-')[0] || isOfProgramme;
				});
			const isIdle = (n: number): boolean => {
				const each = days[n];
				const isUsed = each?.done.some((record) => !isOptional(record));
				return !isUsed && each?.planned.every(({ optional: may, session: what }) => may && !hasRun(what)) === true;
			};
			const usedUp = days.every((each) => each.done.length > 0);
			expect(usedUp || [0, 1, 2, 3, 4, 5, 6].some(isIdle)).toBe(true);
		})
	);

	law(
		'week: while nothing was done on it, the wished free day is the one that stays free',
		fc.property(anyQuestion, (asked) => {
			const { days } = composeWeek(asked);
			const free = days[asked.freeDay];
			fc.pre(free?.done.length === 0);
			expect(free?.isFree).toBe(true);
			expect(free?.planned.filter(({ optional, session: what }) => !optional || hasRun(what))).toEqual([]);
		})
	);

	law(
		'week: each wished session is done, has one day from today on, or has a reason',
		fc.property(anyQuestion, (asked) => {
			const { days, unplaced: left } = composeWeek(asked);
			for (const { id, sessions } of asked.wishes) {
				const planned = days.flatMap((each) => each.planned).filter((each) => each.wishId === id);
				const out = left.filter((each) => each.wishId === id);
				const open = [...planned, ...out].map((each) => each.session);
				// What is open is in order, and what is missing of it was done.
				expect(open).toEqual(sessions.filter((each) => open.includes(each)));
				const records = asked.records.filter((record) => record.on >= MONDAY && record.on <= asked.today);
				expect(sessions.length - open.length).toBeLessThanOrEqual(records.length);
				if (records.length === 0) expect(open).toEqual(sessions);
			}
			days.forEach((each) => {
				if (each.on < asked.today) expect(each.planned).toEqual([]);
				expect(new Set(each.planned.map((one) => one.wishId)).size).toBe(each.planned.length);
			});
		})
	);

	law(
		'week: a reason is true: no day was left, or each day left lies next to a run',
		fc.property(anyQuestion, (asked) => {
			const week = composeWeek(asked);
			const done = asked.records.filter((record) => record.on <= asked.today && hasRun(record.session));
			const runDays = [...plannedRunDays(week), ...done.map((record) => daysBetween(MONDAY, record.on))];
			for (const { wishId, reason, session: what } of week.unplaced) {
				const days = week.days.filter(
					({ on, isFree, planned, done: records }) =>
						on >= asked.today &&
						!isFree &&
						!planned.some((each) => each.wishId === wishId) &&
						!records.some((record) => record.session.programmeId === what.programmeId)
				);
				if (reason === 'noDayLeft' || !hasRun(what)) expect(days).toEqual([]);
				else
					for (const { on } of days)
						expect(runDays.some((run) => Math.abs(run - daysBetween(MONDAY, on)) <= 1)).toBe(true);
			}
		})
	);

	law(
		'week: moving a day drives no other programme from its days',
		fc.property(wishes, weekday, moves(2), moves(1), (wished, freeDay, before, [last]) => {
			fc.pre(last !== undefined);
			const daysOf = (list: readonly WeekMove[]): readonly string[] =>
				composeWeek(question({ wishes: wished, freeDay, moves: list })).days.flatMap(({ on, planned }) =>
					planned.filter((each) => each.wishId !== last?.wishId).map((each) => `${each.wishId} ${on}`)
				);
			expect(daysOf([...before, ...(last ? [last] : [])])).toEqual(expect.arrayContaining([...daysOf(before)]));
		})
	);

	law(
		'week: a move that leaves room changes one day into another and nothing else',
		fc.property(wishes, weekday, moves(2), moves(1), (wished, freeDay, before, [last]) => {
			fc.pre(last !== undefined);
			if (!last) return;
			const ask = (list: readonly WeekMove[]) => composeWeek(question({ wishes: wished, freeDay, moves: list }));
			const daysOf = (week: ComposedWeek): readonly string[] =>
				week.days.filter(({ planned }) => planned.some((each) => each.wishId === last.wishId)).map(({ on }) => on);
			const weekBefore = ask(before);
			const old = daysOf(weekBefore);
			const week = ask([...before, last]);
			const wanted = [...old.filter((on) => on !== last.from), last.to].toSorted();
			const mine = wished.find((each) => each.id === last.wishId);
			const touches = wanted.some((on, at) => addDays(on, 1) === wanted[at + 1]);
			if (!mine || week.refused.some((each) => each.move === last)) {
				expect(daysOf(week)).toEqual(old);
				return;
			}
			expect(daysOf(week)).toContain(last.to);
			if (touches && mine.sessions.some(hasRun)) return;
			expect(daysOf(week)).toEqual(expect.arrayContaining(wanted));
			// What had found no day may find one by it.
			const lacking = weekBefore.unplaced.filter(({ wishId }) => wishId === last.wishId).length;
			expect(daysOf(week).length - wanted.length).toBeLessThanOrEqual(lacking);
		})
	);

	law(
		'week: a day that goes as planned changes nothing that lies ahead',
		fc.property(wishes, weekday, moves(3), weekday, (wished, freeDay, list, passed) => {
			const first = composeWeek(question({ wishes: wished, freeDay, moves: list }));
			const records = first.days
				.slice(0, passed)
				.flatMap(({ on, planned }) =>
					planned.map((each) => aRecord({ id: `${on}${each.wishId}`, on, session: each.session }))
				);
			const later = composeWeek(question({ wishes: wished, freeDay, moves: list, records, today: day(passed) }));
			const ahead = (week: ComposedWeek) => week.days.slice(passed).map(({ on, planned }) => ({ on, planned }));
			expect(ahead(later)).toEqual(ahead(first));
		})
	);

	law(
		'week: the same question has the same answer, in whatever order the records are stored',
		fc.property(anyQuestion, (asked) => {
			expect(composeWeek({ ...asked, records: asked.records.toReversed() }).days.map((each) => each.planned)).toEqual(
				composeWeek(asked).days.map((each) => each.planned)
			);
		})
	);

	law(
		'week: the days chosen are as many as there can be, and as many of the liked ones',
		fc.property(weekdays, weekdays, fc.integer({ min: 0, max: 7 }), fc.boolean(), (allowed, liked, count, apart) => {
			const days = chooseDays({ count, allowed, kept: [], liked, crowded: [], apart, runDays: [] });
			const fits = (set: readonly number[]): boolean =>
				set.length <= count &&
				set.every((each) => allowed.includes(each as Weekday)) &&
				(!apart || set.every((each, at) => (set[at + 1] ?? 99) - each > 1));
			expect(fits(days)).toBe(true);
			const likes = (set: readonly number[]): number => set.filter((each) => liked.includes(each as Weekday)).length;
			for (let bits = 0; bits < 128; bits++) {
				const other = [0, 1, 2, 3, 4, 5, 6].filter((each) => bits & (1 << each));
				if (!fits(other)) continue;
				expect(other.length).toBeLessThanOrEqual(days.length);
				if (other.length === days.length) expect(likes(other)).toBeLessThanOrEqual(likes(days));
			}
		})
	);
});
