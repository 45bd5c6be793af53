import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Light } from '#lib/domain/light.ts';
import { addDays, type LocalDay } from '#lib/domain/local-day.ts';
import { stageAfter, type StageEvent, type StageState } from '#lib/domain/run-stage.ts';
import { LIGHTS, light, restDays, seasonLight, stageEvents } from '../../support/arbitraries.ts';
import { MONDAY, day } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

/** Indexes of S1 … S17. */
const LAST = 16;
/** The morning after was answered, and the usual track is gone. */
const KNOWN = { hasMorning: true, isSlow: false } as const;

const ran = (on: number, stage: number, light: Light): StageEvent => ({
	type: 'session',
	on: day(on),
	stage: stage - 1,
	light,
	...KNOWN
});
const chose = (on: number, stage: number): StageEvent => ({ type: 'chosen', on: day(on), stage: stage - 1 });
/** The next stage as the programme names it, and why: 'S3 earned 0/2'. */
const told = ({ stage, reason, greens, greensNeeded }: StageState): string =>
	`S${stage + 1} ${reason} ${greens}/${greensNeeded}`;
/** Read on the day `today`, by default two days after the last event. */
const next = (events: readonly StageEvent[], today?: number, start = 1): string =>
	told(stageAfter(start - 1, events, today === undefined ? addDays(events.at(-1)?.on ?? MONDAY, 2) : day(today), LAST));
/** Runs at one stage every second day. */
const runs = (stage: number, ...lights: readonly Light[]): readonly StageEvent[] =>
	lights.map((each, n) => ran(2 * n, stage, each));

interface Turn {
	readonly rest: number;
	readonly light: Light;
}
/** Someone who always does the session that is proposed. What was proposed each time, and what is next. */
function follow(start: number, turns: readonly Turn[], untilRest = 2) {
	const events: StageEvent[] = [];
	const proposed: StageState[] = [];
	let today: LocalDay = MONDAY;
	for (const { rest, light } of turns) {
		today = addDays(today, rest);
		const state = stageAfter(start, events, today, LAST);
		proposed.push(state);
		events.push({ type: 'session', on: today, stage: state.stage, light, ...KNOWN });
	}
	return { events, proposed, today, next: stageAfter(start, events, addDays(today, untilRest), LAST) };
}

const stage = fc.integer({ min: 0, max: LAST });
const turn = fc.record({ rest: restDays, light: seasonLight });
const turns = fc.array(turn, { maxLength: 40 });
/** Programmes of two stages and more, a stage to begin with, and a history within them. */
const anyProgramme = fc
	.integer({ min: 1, max: LAST })
	.chain((last) => fc.tuple(fc.constant(last), fc.nat({ max: last }), stageEvents(last)));
/** How bad a light is for the plan. */
const badness = (each: Light): number => LIGHTS.indexOf(each);

describe('the stage of the next run (evidence 1.5)', () => {
	test('is the one begun with, before the first session', () => {
		expect(next([], 0, 3)).toBe('S3 start 0/2');
		expect(next([], 100, 1)).toBe('S1 start 0/3');
	});

	test('two greens in a row lead one stage up', () => {
		expect(next(runs(4, 'green'), 2, 4)).toBe('S4 oneMoreGreen 1/2');
		expect(next(runs(4, 'green', 'green'), 4, 4)).toBe('S5 earned 0/2');
	});

	test('the first stage needs three greens', () => {
		expect(next(runs(1, 'green', 'green'))).toBe('S1 oneMoreGreen 2/3');
		expect(next(runs(1, 'green', 'green', 'green'))).toBe('S2 earned 0/2');
	});

	test('the last stage needs three greens, is then finished and stays', () => {
		expect(next(runs(17, 'green', 'green'), undefined, 17)).toBe('S17 oneMoreGreen 2/3');
		expect(next(runs(17, 'green', 'green', 'green'), undefined, 17)).toBe('S17 finished 3/3');
		expect(next(runs(17, 'green', 'green', 'green', 'green'), undefined, 17)).toBe('S17 finished 4/3');
	});

	test('the stage before the last needs two', () => {
		expect(next(runs(16, 'green', 'green'), undefined, 16)).toBe('S17 earned 0/3');
	});

	test('an amber session is repeated, and greens before it count no more', () => {
		expect(next(runs(5, 'amber'), undefined, 5)).toBe('S5 repeatAmber 0/2');
		expect(next(runs(5, 'green', 'amber'), undefined, 5)).toBe('S5 repeatAmber 0/2');
		expect(next(runs(5, 'green', 'amber', 'green'), undefined, 5)).toBe('S5 oneMoreGreen 1/2');
	});

	test('three ambers in a row lead one stage back', () => {
		expect(next(runs(5, 'amber', 'amber'), undefined, 5)).toBe('S5 repeatAmber 0/2');
		expect(next(runs(5, 'amber', 'amber', 'amber'), undefined, 5)).toBe('S4 stepBackAmber 0/2');
		expect(next(runs(1, 'amber', 'amber', 'amber'))).toBe('S1 stepBackAmber 0/3');
	});

	test('a green between them begins the ambers anew', () => {
		expect(next(runs(5, 'amber', 'amber', 'green', 'amber', 'amber'), undefined, 5)).toBe('S5 repeatAmber 0/2');
	});

	test('three more ambers a stage lower lead one further back', () => {
		const events = [...runs(5, 'amber', 'amber', 'amber'), ran(6, 4, 'amber'), ran(8, 4, 'amber')];
		expect(next(events, undefined, 5)).toBe('S4 repeatAmber 0/2');
		expect(next([...events, ran(10, 4, 'amber')], undefined, 5)).toBe('S3 stepBackAmber 0/2');
	});

	test('a red session leads two stages back, and never below the first', () => {
		expect(next(runs(7, 'green', 'red'), undefined, 7)).toBe('S5 stepBackRed 0/2');
		expect(next(runs(2, 'red'), undefined, 2)).toBe('S1 stepBackRed 0/3');
		expect(next(runs(1, 'red'))).toBe('S1 stepBackRed 0/3');
	});

	test('up to six days without a session change nothing', () => {
		expect(next([ran(0, 5, 'green'), ran(2, 5, 'green')], 8, 5)).toBe('S6 earned 0/2');
		expect(next([ran(0, 5, 'green')], 6, 5)).toBe('S5 oneMoreGreen 1/2');
	});

	test.each([7, 13])('%i days without a session repeat the last stage, with greens from the beginning', (days) => {
		expect(next([ran(0, 5, 'green')], days, 5)).toBe('S5 repeatAfterBreak 0/2');
		expect(next([ran(-2, 5, 'green'), ran(0, 5, 'green')], days, 5)).toBe('S5 repeatAfterBreak 0/2');
	});

	test('a step back that is due is not undone by a break', () => {
		expect(next([ran(0, 7, 'red')], 10, 7)).toBe('S5 repeatAfterBreak 0/2');
	});

	test.each([14, 20, 29])('%i days without a session lead two stages back', (days) => {
		expect(next([ran(0, 7, 'green')], days, 7)).toBe('S5 stepBackAfterBreak 0/2');
		expect(next([ran(0, 2, 'green')], days, 2)).toBe('S1 stepBackAfterBreak 0/3');
	});

	test.each([30, 31, 400])('%i days without a session begin again', (days) => {
		expect(next([ran(0, 12, 'green')], days, 12)).toBe('S1 jogTestDue 0/3');
	});

	test('tells how long the break was and when the last run was', () => {
		expect(stageAfter(4, [ran(0, 5, 'green'), chose(1, 5)], day(12), LAST)).toMatchObject({
			lastOn: day(0),
			breakDays: 11
		});
		expect(stageAfter(4, [], day(12), LAST)).toMatchObject({ lastOn: null, breakDays: 0 });
	});

	test('taken up again and left lying, the break counts from the day it was taken up', () => {
		const left = (days: number) => stageAfter(7, [], day(days), LAST, false, day(0));
		expect(left(6)).toMatchObject({ stage: 7, reason: 'start' });
		expect(left(14)).toMatchObject({ stage: 5, reason: 'stepBackAfterBreak' });
		expect(left(30)).toMatchObject({ stage: 0, reason: 'jogTestDue' });
	});

	test('regression: greens from before a break of a week do not count after it', () => {
		// The app said "0 of 2" on day 10; one green must then not be enough.
		const before = [ran(0, 5, 'green')];
		expect(next(before, 10, 5)).toBe('S5 repeatAfterBreak 0/2');
		expect(next([...before, ran(10, 5, 'green')], 12, 5)).toBe('S5 oneMoreGreen 1/2');
	});

	test('regression with seed 1796637313: a missing answer before a break of a week never leads higher than a green', () => {
		// From S2: green, green, a week's break, green. The first one unanswered once led to S3, all green only to S2.
		const season = (first: Light): readonly Turn[] => [
			{ rest: 1, light: first },
			{ rest: 1, light: 'green' },
			{ rest: 7, light: 'green' }
		];
		expect(told(follow(1, season('green'), 1).next)).toBe('S2 oneMoreGreen 1/2');
		expect(told(follow(1, season('unknown'), 1).next)).toBe('S2 oneMoreGreen 1/2');
	});

	test('ambers from before a break of two weeks do not count at the stage after it', () => {
		const events = [...runs(7, 'amber', 'amber'), ran(22, 5, 'amber')];
		expect(next(events, undefined, 7)).toBe('S5 repeatAmber 0/2');
		expect(next([ran(0, 2, 'amber'), ran(2, 2, 'amber'), ran(40, 1, 'amber'), ran(42, 1, 'amber')], undefined, 2)).toBe(
			'S1 repeatAmber 0/3'
		);
	});

	test('a session without answers neither advances nor sets back', () => {
		expect(next(runs(5, 'green', 'unknown'), undefined, 5)).toBe('S5 noAnswers 1/2');
		expect(next(runs(5, 'green', 'unknown', 'green'), undefined, 5)).toBe('S6 earned 0/2');
		expect(next(runs(5, 'amber', 'amber', 'unknown', 'amber'), undefined, 5)).toBe('S4 stepBackAmber 0/2');
		expect(next(runs(5, 'unknown', 'unknown', 'unknown', 'unknown'), undefined, 5)).toBe('S5 noAnswers 0/2');
	});

	test('a session without answers ends a break all the same', () => {
		expect(next([ran(0, 7, 'green'), ran(6, 7, 'unknown')], 12, 7)).toBe('S7 noAnswers 1/2');
	});

	test('never more than one stage up on one day', () => {
		const day0 = [ran(0, 5, 'green'), ran(0, 5, 'green'), ran(0, 6, 'green'), ran(0, 6, 'green')];
		expect(next(day0.slice(0, 2), 0, 5)).toBe('S6 earned 0/2');
		expect(next(day0, 0, 5)).toBe('S6 oneMoreGreen 2/2');
		expect(next([...day0, ran(2, 6, 'green')], 2, 5)).toBe('S7 earned 0/2');
	});

	test('a chosen stage is taken at once and begins its greens', () => {
		expect(next([ran(0, 5, 'green'), chose(1, 3)], 2, 5)).toBe('S3 chosen 0/2');
		expect(next([ran(0, 5, 'green'), chose(1, 5)], 2, 5)).toBe('S5 chosen 0/2');
		expect(next([ran(0, 5, 'green'), chose(1, 5), ran(2, 5, 'green')], 4, 5)).toBe('S5 oneMoreGreen 1/2');
	});

	test('a stage chosen after a break stands', () => {
		expect(next([ran(0, 12, 'green'), chose(40, 3)], 40, 12)).toBe('S3 chosen 0/2');
		expect(next([ran(0, 12, 'green'), chose(40, 3)], 46, 12)).toBe('S3 chosen 0/2');
	});

	test('regression: and it stands with the unanswered session at it', () => {
		expect(next([ran(0, 12, 'green'), chose(20, 8), ran(21, 8, 'unknown')], 23, 12)).toBe('S8 noAnswers 0/2');
		expect(next([ran(0, 12, 'green'), chose(20, 8), ran(21, 8, 'green')], 23, 12)).toBe('S8 oneMoreGreen 1/2');
	});

	test('a stage chosen and then left alone for two weeks is a break like any other', () => {
		expect(next([ran(0, 12, 'green'), chose(1, 8)], 15, 12)).toBe('S6 stepBackAfterBreak 0/2');
	});

	test('a session of another stage than the proposed counts for its own', () => {
		expect(next([ran(0, 5, 'green'), ran(2, 3, 'green')], 4, 5)).toBe('S3 oneMoreGreen 1/2');
	});

	test('ambers of another stage do not count', () => {
		expect(next([...runs(5, 'amber', 'amber'), ran(4, 3, 'amber')], undefined, 5)).toBe('S3 repeatAmber 0/2');
	});

	test('golden trace: twelve green weeks follow the calendar of evidence 1.5', () => {
		// fastest_calendar of content/run-walk-stages.json
		const calendar = [
			'S1 S1 S1',
			'S2 S2 S3',
			'S3 S4 S4',
			'S5 S5 S6',
			'S6 S7 S7',
			'S8 S8 S9',
			'S9 S10 S10',
			'S11 S11 S12',
			'S12 S13 S13',
			'S14 S14 S15',
			'S15 S16 S16',
			'S17 S17 S17'
		];
		// Mondays, Wednesdays and Fridays.
		const season = follow(
			0,
			Array.from({ length: 36 }, (_, n) => ({ rest: n === 0 ? 0 : n % 3 === 0 ? 3 : 2, light: 'green' }))
		);
		const names = season.proposed.map((state) => `S${state.stage + 1}`);
		expect(calendar.map((_, week) => names.slice(3 * week, 3 * week + 3).join(' '))).toEqual(calendar);
		expect(told(season.next)).toBe('S17 finished 3/3');
	});

	test('golden trace: a season with bad days, an illness and a holiday', () => {
		const season: readonly Turn[] = [
			...['green', 'green', 'green', 'green', 'amber', 'green', 'green', 'green', 'unknown', 'green'].map((each) => ({
				rest: 2,
				light: each as Light
			})),
			{ rest: 2, light: 'red' },
			{ rest: 2, light: 'green' },
			{ rest: 9, light: 'green' },
			{ rest: 2, light: 'green' },
			{ rest: 20, light: 'green' },
			{ rest: 2, light: 'amber' },
			{ rest: 2, light: 'amber' },
			{ rest: 2, light: 'amber' },
			{ rest: 45, light: 'green' }
		];
		const { proposed, next: then } = follow(0, season);
		expect([...proposed, then].map(told)).toEqual([
			'S1 start 0/3',
			'S1 oneMoreGreen 1/3',
			'S1 oneMoreGreen 2/3',
			'S2 earned 0/2',
			'S2 oneMoreGreen 1/2',
			'S2 repeatAmber 0/2',
			'S2 oneMoreGreen 1/2',
			'S3 earned 0/2',
			'S3 oneMoreGreen 1/2',
			'S3 noAnswers 1/2',
			'S4 earned 0/2',
			'S2 stepBackRed 0/2',
			'S2 repeatAfterBreak 0/2',
			'S2 oneMoreGreen 1/2',
			'S1 stepBackAfterBreak 0/3',
			'S1 oneMoreGreen 1/3',
			'S1 repeatAmber 0/3',
			'S1 repeatAmber 0/3',
			'S1 jogTestDue 0/3',
			'S1 oneMoreGreen 1/3'
		]);
	});

	law(
		'runs: the next stage never leaves the programme',
		fc.property(anyProgramme, fc.nat({ max: 60 }), ([last, start, events], wait) => {
			const state = stageAfter(start, events, addDays(events.at(-1)?.on ?? MONDAY, wait), last);
			expect(state.stage).toBeGreaterThanOrEqual(0);
			expect(state.stage).toBeLessThanOrEqual(last);
			expect(state.greens).toBeGreaterThanOrEqual(0);
			expect(state.greensNeeded).toBe(state.stage === 0 || state.stage === last ? 3 : 2);
		})
	);

	// A session that was not answered is not a worse one: at a freely chosen stage it leaves everything as it was.
	const answeredLight = fc.constantFrom<Light>('green', 'amber', 'red');

	law(
		'runs: a worse light in the last session never yields a higher stage',
		fc.property(
			stage,
			stageEvents(LAST),
			stage,
			restDays,
			answeredLight,
			answeredLight,
			restDays,
			(start, events, at, rest, a, b, wait) => {
				const on = addDays(events.at(-1)?.on ?? MONDAY, rest);
				const after = (each: Light): StageState =>
					stageAfter(
						start,
						[...events, { type: 'session', on, stage: at, light: each, ...KNOWN }],
						addDays(on, wait),
						LAST
					);
				const [better, worse] = badness(a) <= badness(b) ? [a, b] : [b, a];
				expect(after(worse).stage).toBeLessThanOrEqual(after(better).stage);
			}
		)
	);

	law(
		'runs: a worse light at any time never yields a higher stage for who follows the plan',
		fc.property(stage, turns, fc.nat(), light, restDays, (start, season, pick, other, wait) => {
			const at = pick % Math.max(1, season.length);
			const worsened = season.map((each, n) =>
				n === at && badness(other) > badness(each.light) ? { ...each, light: other } : each
			);
			expect(follow(start, worsened, wait).next.stage).toBeLessThanOrEqual(follow(start, season, wait).next.stage);
		})
	);

	law(
		'runs: the same history read twice is the same',
		fc.property(stage, stageEvents(LAST), fc.nat({ max: 60 }), (start, events, wait) => {
			const today = addDays(events.at(-1)?.on ?? MONDAY, wait);
			const text = JSON.stringify(events);
			const first = stageAfter(start, Object.freeze(events), today, LAST);
			const between = stageAfter(start, events, addDays(today, 30), LAST);
			expect(between.stage).toBeLessThanOrEqual(first.stage);
			expect(stageAfter(start, JSON.parse(text) as StageEvent[], today, LAST)).toEqual(first);
			expect(JSON.stringify(events)).toBe(text);
		})
	);

	law(
		'runs: a pause of 20 days gives exactly two stages back',
		fc.property(stage, turns, turn, (start, season, last) => {
			const { events, today } = follow(start, [...season, last], 0);
			const unbroken = stageAfter(start, events, addDays(today, 1), LAST);
			const paused = stageAfter(start, events, addDays(today, 20), LAST);
			expect(paused).toMatchObject({
				stage: Math.max(0, unbroken.stage - 2),
				greens: 0,
				reason: 'stepBackAfterBreak',
				breakDays: 20
			});
		})
	);

	law(
		'runs: a longer break never yields a higher stage',
		fc.property(stage, stageEvents(LAST), fc.nat({ max: 60 }), fc.nat({ max: 60 }), (start, events, days, more) => {
			const today = addDays(events.at(-1)?.on ?? MONDAY, days);
			const sooner = stageAfter(start, events, today, LAST);
			expect(stageAfter(start, events, addDays(today, more), LAST).stage).toBeLessThanOrEqual(sooner.stage);
		})
	);

	law(
		'runs: nobody who follows the plan climbs more than one stage on a day',
		fc.property(
			stage,
			fc.array(fc.record({ rest: fc.oneof(fc.constant(0), restDays), light: seasonLight }), { maxLength: 40 }),
			(start, season) => {
				const { events, proposed, next: then } = follow(start, season, 0);
				const climbed = new Map<LocalDay, number>();
				for (const [n, event] of events.entries()) {
					const up = (proposed[n + 1] ?? then).stage - (proposed[n]?.stage ?? 0);
					if (up > 0) climbed.set(event.on, (climbed.get(event.on) ?? 0) + up);
				}
				expect([...climbed].filter(([, stages]) => stages > 1)).toEqual([]);
			}
		)
	);

	law(
		'runs: a session without answers leaves stage and greens as they were',
		fc.property(stage, turns, restDays, (start, season, rest) => {
			const { events, today } = follow(start, season);
			const on = addDays(today, rest);
			const before = stageAfter(start, events, on, LAST);
			const after = stageAfter(
				start,
				[...events, { type: 'session', on, stage: before.stage, light: 'unknown', ...KNOWN }],
				on,
				LAST
			);
			expect([after.stage, after.greens]).toEqual([before.stage, before.greens]);
		})
	);

	law(
		'runs: the greens shown are the greens that count',
		fc.property(stage, turns, restDays, (start, season, rest) => {
			const { events, today } = follow(start, season);
			const on = addDays(today, rest);
			const shown = stageAfter(start, events, on, LAST);
			const after = stageAfter(
				start,
				[...events, { type: 'session', on, stage: shown.stage, light: 'green', ...KNOWN }],
				on,
				LAST
			);
			const earns = shown.greens + 1 >= shown.greensNeeded && shown.stage < LAST;
			expect([after.stage, after.greens]).toEqual(earns ? [shown.stage + 1, 0] : [shown.stage, shown.greens + 1]);
		})
	);
});

test('an unanswered session at a freely chosen stage leaves the stage where it was', () => {
	expect(next([ran(0, 3, 'green'), ran(2, 9, 'unknown')], 4, 3)).toBe('S3 noAnswers 1/2');
	expect(next([ran(0, 3, 'green'), ran(2, 1, 'unknown'), ran(4, 3, 'green')], 6, 3)).toBe('S4 earned 0/2');
});

test('regression with seed -2117232686: unanswered at the new stage, that stage is repeated after a week, not the one before', () => {
	const earned = [ran(0, 2, 'green'), ran(2, 2, 'green'), ran(4, 3, 'unknown')];
	expect(next(earned, 11, 2)).toBe('S3 repeatAfterBreak 0/2');
});
