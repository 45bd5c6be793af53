import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Light } from '#lib/domain/light.ts';
import { nextLongRun, runsOfLongerWeek, waysOn, type RunFacts } from '#lib/domain/long-run.ts';
import { continuousRun, type LongerRunning, type RunPlace } from '#lib/domain/longer-running.ts';
import type { CheckIn, SessionRecord } from '#lib/domain/record.ts';
import { guardRun, longestRunSeconds } from '#lib/domain/run-guard.ts';
import { sessionSeconds } from '#lib/domain/session.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { LIGHTS, light, restDays, seasonLight } from '../../support/arbitraries.ts';
import {
	NOON,
	STAGES,
	aCheckIn,
	aRecord,
	aRunRecord,
	aSessionOf,
	aStep,
	aSession,
	day,
	playedThrough
} from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

/** The first two blocks of evidence.md 3.2. */
const LONGER: LongerRunning = {
	opensAfter: 'S17',
	stayFrom: 'S11',
	ladderMinutes: [22, 24, 26, 28, 30, 33, 36],
	weeks: [
		{ week: 13, longMinutes: 24, otherMinutes: [20, 20], easy: false },
		{ week: 14, longMinutes: 26, otherMinutes: [20, 20], easy: false },
		{ week: 15, longMinutes: 28, otherMinutes: [20, 20], easy: false },
		{ week: 16, longMinutes: 22, otherMinutes: [20, 16], easy: true },
		{ week: 17, longMinutes: 30, otherMinutes: [22, 22], easy: false },
		{ week: 18, longMinutes: 33, otherMinutes: [22, 22], easy: false },
		{ week: 19, longMinutes: 36, otherMinutes: [22, 22], easy: false },
		{ week: 20, longMinutes: 28, otherMinutes: [20, 20], easy: true }
	],
	stay: { warmUpSeconds: 300, reps: 6, runSeconds: [180, 195], walkSeconds: 30, coolDownSeconds: 240 }
};
const STAGE_IDS = STAGES.map((stage) => stage.id);

const ANSWERS: Readonly<Record<Light, Partial<CheckIn> | null>> = {
	green: {},
	amber: { backPain: 30 },
	red: { backPain: 80 },
	unknown: null
};

/** A continuous run of `minutes` on day `on`, played through, without a plan. */
const ran = (on: number, minutes: number): SessionRecord =>
	aRecord({
		id: `ran-${on}`,
		on: day(on),
		session: aSession([aStep('warmUp', 300), aStep('run', minutes * 60), aStep('coolDown', 180)], {
			programmeId: 'running',
			stageId: 'elsewhere'
		})
	});

const weekAt = (index: number): LongerRunning['weeks'][number] => {
	const week = LONGER.weeks[index];
	if (!week) throw new Error(`no week ${index}`);
	return week;
};

/** A run of a week of the ladder; long and of full length unless said otherwise. */
const weekRun = (on: number, index: number, place: RunPlace = 'long', minutes?: number): SessionRecord => {
	const week = weekAt(index);
	const session = continuousRun(week, place, (minutes ?? week.longMinutes) * 60);
	return aRecord({ id: `run-${on}-${place}`, on: day(on), session });
};

const answersOf = (record: SessionRecord, as: Light): readonly CheckIn[] => {
	const answers = ANSWERS[as];
	return answers ? [aCheckIn({ id: `c-${record.id}`, sessionId: record.id, on: record.on, ...answers })] : [];
};

const facts = (...runs: readonly (readonly [SessionRecord, Light])[]): RunFacts => ({
	sessions: runs.map(([record]) => record),
	checkIns: runs.flatMap(([record, as]) => answersOf(record, as)),
	entries: [],
	answers: []
});

describe('the longest run of a session', () => {
	test('is the longest stretch without walking; runs that touch are one', () => {
		expect(longestRunSeconds(aRecord({ session: aSessionOf(300, 60, 30, 90, 30) }))).toBe(90);
		const touching = aSession([aStep('run', 60), aStep('run', 40), aStep('walk', 10), aStep('run', 70)]);
		expect(longestRunSeconds(aRecord({ session: touching }))).toBe(100);
		expect(longestRunSeconds(aRecord({ session: aSession([aStep('walk', 600)]) }))).toBe(0);
	});

	test('is what was done, not what was prescribed, and a repeat does not make it longer', () => {
		const session = aSessionOf(0, 600);
		const early = [
			{ type: 'started' as const, at: NOON, readyMs: 0 },
			{ type: 'ended' as const, at: NOON + 200_500, reason: 'early' as const }
		];
		expect(longestRunSeconds({ session, log: early })).toBe(200);
		const again = [
			{ type: 'started' as const, at: NOON, readyMs: 0 },
			{ type: 'wentBack' as const, at: NOON + 500_000 },
			{ type: 'ended' as const, at: NOON + 1_100_000, reason: 'complete' as const }
		];
		expect(longestRunSeconds({ session, log: again })).toBe(600);
	});
});

describe('the guard of the single run', () => {
	test('allows a tenth more than the longest run of 30 days, and says what it measured by', () => {
		const sessions = [ran(0, 20), ran(10, 30), ran(12, 25)];
		expect(guardRun(33 * 60, sessions, day(20))).toEqual({
			seconds: 1980,
			wishedSeconds: 1980,
			reason: 'within',
			longestSeconds: 1800,
			longestOn: day(10)
		});
		expect(guardRun(36 * 60, sessions, day(20))).toMatchObject({ seconds: 1980, reason: 'capped' });
		// Ended two seconds early: 32:57 would be allowed, and half minutes are asked for.
		const short = { ...ran(10, 30), log: [...playedThrough(ran(10, 30).session).slice(0, 1)] };
		const cut = {
			...short,
			log: [...short.log, { type: 'ended' as const, at: NOON + 2_101_000, reason: 'early' as const }]
		};
		expect(guardRun(33 * 60, [cut], day(20))).toMatchObject({ longestSeconds: 1798, seconds: 1950, reason: 'capped' });
	});

	test('the window of 30 days closes by itself after a break', () => {
		expect(guardRun(1800, [ran(0, 30)], day(30))).toMatchObject({ reason: 'within' });
		expect(guardRun(1800, [ran(0, 30)], day(31))).toEqual({
			seconds: 0,
			wishedSeconds: 1800,
			reason: 'nothingLately',
			longestSeconds: 0,
			longestOn: null
		});
		expect(guardRun(1800, [ran(5, 30)], day(4)).reason).toBe('nothingLately');
		expect(guardRun(1800, [{ ...ran(0, 30), deletedAt: 1 }], day(1)).reason).toBe('nothingLately');
	});

	const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 1, max: 60 })), {
		maxLength: 8
	});

	law(
		'guard: never more than was wished, and never more than 1.10 of the longest of 30 days',
		fc.property(history, fc.integer({ min: 1, max: 5000 }), (runs, wished) => {
			const guard = guardRun(
				wished,
				runs.map(([on, minutes]) => ran(on, minutes)),
				day(50)
			);
			const lately = runs.filter(([on]) => on >= 20 && on <= 50).map(([, minutes]) => minutes * 60);
			expect(guard.longestSeconds).toBe(Math.max(0, ...lately));
			expect(guard.seconds).toBeLessThanOrEqual(wished);
			expect(guard.seconds * 10).toBeLessThanOrEqual(Math.max(0, ...lately) * 11);
			expect(guard.seconds > 0).toBe(lately.length > 0);
			if (guard.reason === 'within') expect(guard.seconds).toBe(wished);
		})
	);

	law(
		'guard: one more run never allows less',
		fc.property(history, fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 1, max: 60 })), (runs, more) => {
			const allowed = (list: typeof runs): number =>
				guardRun(
					9000,
					list.map(([on, minutes]) => ran(on, minutes)),
					day(50)
				).seconds;
			expect(allowed([...runs, more])).toBeGreaterThanOrEqual(allowed(runs));
		})
	);
});

describe('the next long run', () => {
	const entry = [aRecord({ id: 's17', on: day(-3), session: ran(-3, 22).session }), 'green'] as const;

	test('begins with week 13, then a green run earns the next week', () => {
		expect(nextLongRun(facts(entry), LONGER, day(0))).toMatchObject({
			week: { week: 13 },
			reason: 'start',
			guard: { reason: 'within', seconds: 1440 },
			session: { id: 'running/13/long', programmeId: 'running', stageId: 'R13-long' }
		});
		const next = nextLongRun(facts(entry, [weekRun(0, 0), 'green']), LONGER, day(2));
		expect([next.week.week, next.reason, next.guard.seconds / 60]).toEqual([14, 'nextWeek', 26]);
	});

	test('the whole ladder in its weeks is never capped, easy weeks included', () => {
		let done: readonly (readonly [SessionRecord, Light])[] = [entry];
		const told: string[] = [];
		for (let n = 0; n < 10; n++) {
			const next = nextLongRun(facts(...done), LONGER, day(7 * n));
			told.push(`${next.week.week} ${next.guard.seconds / 60} ${next.reason} ${next.guard.reason}`);
			if (!next.session) break;
			done = [...done, [aRecord({ id: `n${n}`, on: day(7 * n), session: next.session }), 'green']];
		}
		expect(told).toEqual([
			'13 24 start within',
			'14 26 nextWeek within',
			'15 28 nextWeek within',
			'16 22 easyWeek within',
			'17 30 nextWeek within',
			'18 33 nextWeek within',
			'19 36 nextWeek within',
			'20 28 easyWeek within',
			'17 30 roundAgain within',
			'18 33 nextWeek within'
		]);
	});

	test.each([
		['amber', 15, 'repeatAmber'],
		['red', 13, 'stepBackRed'],
		['unknown', 15, 'noAnswers']
	] as const)('a %s long run in week 15 leads to week %i: %s', (as, week, reason) => {
		const next = nextLongRun(facts(entry, [weekRun(0, 1), 'green'], [weekRun(7, 2), as]), LONGER, day(10));
		expect([next.week.week, next.reason]).toEqual([week, reason]);
	});

	test('a red short run leads back as well; a green one moves nothing', () => {
		const before = [entry, [weekRun(0, 2), 'green']] as const;
		expect(nextLongRun(facts(...before, [weekRun(2, 3, 1, 20), 'red']), LONGER, day(4)).week.week).toBe(14);
		expect(nextLongRun(facts(...before, [weekRun(2, 3, 1, 20), 'green']), LONGER, day(4)).week.week).toBe(16);
	});

	test('the third amber long run in a row leads one week back; a green one between them begins the count anew', () => {
		const amber = (...on: readonly number[]) => on.map((each) => [weekRun(each, 2), 'amber'] as const);
		const weekAfter = (on: number, ...runs: readonly (readonly [SessionRecord, Light])[]) => {
			const next = nextLongRun(facts(entry, [weekRun(-1, 1), 'green'], ...runs), LONGER, day(on));
			return [next.week.week, next.reason];
		};
		expect(weekAfter(9, ...amber(0, 7))).toEqual([15, 'repeatAmber']);
		expect(weekAfter(16, ...amber(0, 7, 14))).toEqual([14, 'stepBackAmber']);
		expect(weekAfter(30, ...amber(0, 7), [weekRun(14, 1), 'green'], ...amber(21, 28))).toEqual([15, 'repeatAmber']);
	});

	test('a green run that was cut short is between two ambers', () => {
		const amber = (on: number) => [weekRun(on, 2), 'amber'] as const;
		const short = [weekRun(14, 2, 'long', 20), 'green'] as const;
		const known = facts(entry, [weekRun(-1, 1), 'green'], amber(0), amber(7), short, amber(21));
		expect(nextLongRun(known, LONGER, day(22))).toMatchObject({ week: { week: 15 }, reason: 'repeatAmber' });
	});

	test('a flare leads two weeks back, and a break counts from its end; before longer running began it says nothing', () => {
		const done = facts(entry, [weekRun(0, 5), 'green']);
		const after = (flare: number, today: number) => {
			const next = nextLongRun({ ...done, flaresOver: [day(flare)] }, LONGER, day(today));
			return [next.week.week, next.reason];
		};
		expect(after(8, 9)).toEqual([17, 'afterFlare']);
		expect(after(8, 15)).toEqual([17, 'afterFlare']);
		expect(after(8, 22)).toEqual([15, 'afterBreak']);
		expect(after(-2, 9)).toEqual([19, 'nextWeek']);
		expect(after(10, 9)).toEqual([19, 'nextWeek']);
	});

	test('a run that was ended while warming up is no run: it ends no break', () => {
		const opened = aRecord({
			id: 'opened',
			on: day(12),
			session: continuousRun(weekAt(6), 'long', 1800),
			log: [
				{ type: 'started', at: NOON, readyMs: 0 },
				{ type: 'ended', at: NOON + 60_000, reason: 'early' }
			]
		});
		const done = facts(entry, [weekRun(0, 5), 'green'], [opened, 'unknown']);
		expect(nextLongRun(done, LONGER, day(14))).toMatchObject({ week: { week: 17 }, reason: 'afterBreak' });
	});

	test('a long run that was cut short does not earn the next week', () => {
		const before = [weekRun(-1, 3), 'green'] as const;
		const next = nextLongRun(facts(entry, before, [weekRun(0, 4, 'long', 24), 'green']), LONGER, day(3));
		expect([next.week.week, next.reason, next.guard.reason, next.guard.seconds]).toEqual([
			17,
			'repeatShort',
			'capped',
			1560
		]);
	});

	test('the slow track takes two weeks for each step', () => {
		const slow = (known: RunFacts, on = -5, applies = true): RunFacts => ({
			...known,
			answers: [
				...known.answers,
				{ id: `slow${on}`, updatedAt: NOON, on: day(on), at: NOON + on, type: 'slowTrack', applies }
			]
		});
		const once = facts(entry, [weekRun(0, 0), 'green']);
		expect(nextLongRun(slow(once), LONGER, day(2))).toMatchObject({ week: { week: 13 }, reason: 'oneMore' });
		const twice = facts(entry, [weekRun(0, 0), 'green'], [weekRun(7, 0), 'green']);
		expect(nextLongRun(slow(twice), LONGER, day(9))).toMatchObject({ week: { week: 14 }, reason: 'nextWeek' });
		// From the day it is ticked, never backwards.
		expect(nextLongRun(slow(once, 1), LONGER, day(2))).toMatchObject({ week: { week: 14 }, reason: 'nextWeek' });
		expect(nextLongRun(slow(slow(once), 1, false), LONGER, day(2)).week.week).toBe(13);
	});

	test('a long run of a harder week than was due changes the week only when it was green and of full length', () => {
		const after = (as: Light, minutes: number) => {
			const done = facts(entry, [weekRun(0, 0), 'green'], [weekRun(7, 6, 'long', minutes), as]);
			const next = nextLongRun(done, LONGER, day(9));
			return [next.week.week, next.reason];
		};
		expect(after('unknown', 26)).toEqual([14, 'noAnswers']);
		expect(after('green', 26)).toEqual([14, 'repeatShort']);
		expect(after('amber', 36)).toEqual([14, 'repeatAmber']);
		expect(after('red', 36)).toEqual([13, 'stepBackRed']);
		expect(after('green', 36)).toEqual([20, 'easyWeek']);
	});

	test('two weeks without a run lead two weeks back; after 30 days a stage comes first', () => {
		const done = facts(entry, [weekRun(0, 5), 'green']);
		expect(nextLongRun(done, LONGER, day(13))).toMatchObject({ week: { week: 19 }, reason: 'nextWeek' });
		expect(nextLongRun(done, LONGER, day(14))).toMatchObject({ week: { week: 17 }, reason: 'afterBreak' });
		expect(nextLongRun(done, LONGER, day(31))).toMatchObject({ session: null, guard: { reason: 'nothingLately' } });
		expect(runsOfLongerWeek(done, LONGER, day(31))).toEqual([]);
	});

	test('the runs of its week: the short ones first, the long one last, a walk before and after each', () => {
		const runs = runsOfLongerWeek(facts(entry), LONGER, day(0));
		expect(runs.map((run) => [run.stageId, sessionSeconds(run) / 60])).toEqual([
			['R13-1', 28],
			['R13-2', 28],
			['R13-long', 32]
		]);
	});

	const season = fc.array(fc.record({ gap: restDays, light: seasonLight, share: fc.constantFrom(1, 1, 1, 0.5) }), {
		maxLength: 14
	});

	/** A season of long runs of who does what is proposed. */
	function lived(weeks: readonly { gap: number; light: Light; share: number }[]): RunFacts & { readonly last: number } {
		let on = -3;
		let known = facts(entry);
		for (const { gap, light: as, share } of weeks) {
			on += gap;
			const { session } = nextLongRun(known, LONGER, day(on));
			const did = session ?? ran(on, 5).session;
			const [, run] = timelineOf(did).steps;
			const stop = NOON + (run ? run.startMs + (run.endMs - run.startMs) * share : 0);
			const log =
				share === 1
					? playedThrough(did)
					: [
							{ type: 'started' as const, at: NOON, readyMs: 0 },
							{ type: 'ended' as const, at: stop, reason: 'early' as const }
						];
			const record = aRecord({ id: `n${on}`, on: day(on), session: did, log });
			known = {
				...known,
				sessions: [...known.sessions, record],
				checkIns: [...known.checkIns, ...answersOf(record, as)]
			};
		}
		return { ...known, last: on };
	}

	law(
		'long run: always a week of the ladder, its run within the guard and no longer than its week',
		fc.property(season, restDays, (weeks, gap) => {
			const known = lived(weeks);
			const today = day(known.last + gap);
			const { week, guard, session } = nextLongRun(known, LONGER, today);
			expect(LONGER.weeks).toContain(week);
			expect(guard).toEqual(guardRun(week.longMinutes * 60, known.sessions, today));
			expect(session ? longestRunSeconds({ session, log: playedThrough(session) }) : 0).toBe(guard.seconds);
		})
	);

	law(
		'long run: a worse light in the last run never yields a later week',
		fc.property(season, light, light, (weeks, a, b) => {
			const [better, worse] = LIGHTS.indexOf(a) <= LIGHTS.indexOf(b) ? [a, b] : [b, a];
			const known = lived(weeks);
			const on = known.last + 3;
			// Round and round after the last week is no order any more.
			fc.pre(known.sessions.every((record) => record.session.stageId !== 'R20-long'));
			const { session, week } = nextLongRun(known, LONGER, day(on));
			fc.pre(session !== null && week.week !== 20);
			const weekAfter = (as: Light): number => {
				const record = aRecord({ id: 'last', on: day(on), session: session ?? aSessionOf(1, 1) });
				const all = {
					...known,
					sessions: [...known.sessions, record],
					checkIns: [...known.checkIns, ...answersOf(record, as)]
				};
				return nextLongRun(all, LONGER, day(on + 2)).week.week;
			};
			expect(weekAfter(worse)).toBeLessThanOrEqual(weekAfter(better));
		})
	);
});

describe('the ways on after the stages', () => {
	const at = (on: number, stage: number, as: Light): readonly [SessionRecord, Light] => [
		aRunRecord({ stage, on: day(on) }),
		as
	];

	test('longer running opens with three greens in a row at S17', () => {
		expect(waysOn(facts(at(0, 17, 'green'), at(2, 17, 'green')), LONGER, STAGE_IDS)).toMatchObject({
			longer: false,
			greens: 2
		});
		expect(waysOn(facts(at(0, 17, 'green'), at(2, 17, 'green'), at(4, 17, 'green')), LONGER, STAGE_IDS).longer).toBe(
			true
		);
		expect(
			waysOn(facts(at(0, 17, 'green'), at(2, 17, 'amber'), at(4, 17, 'green'), at(6, 17, 'green')), LONGER, STAGE_IDS)
				.longer
		).toBe(false);
	});

	test('it stays open whatever comes then, and an unanswered run between counts for nothing', () => {
		const done = [at(0, 17, 'green'), at(2, 17, 'unknown'), at(4, 17, 'green'), at(6, 17, 'green'), at(8, 17, 'red')];
		expect(waysOn(facts(...done), LONGER, STAGE_IDS)).toEqual({ stay: true, longer: true, greens: 0 });
	});

	test('staying with run-walk is a choice from S11 on', () => {
		expect(waysOn(facts(at(0, 10, 'green')), LONGER, STAGE_IDS).stay).toBe(false);
		expect(waysOn(facts(at(0, 11, 'amber')), LONGER, STAGE_IDS).stay).toBe(false);
		expect(waysOn(facts(at(0, 11, 'green')), LONGER, STAGE_IDS)).toEqual({ stay: true, longer: false, greens: 0 });
	});
});
