// What holds running back besides a red run, and what counts as the start and the morning of a session.

import { describe, expect, test } from 'vitest';
import type { Answer } from '#lib/domain/answer.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import { freeWalk } from '#lib/domain/free-walk.ts';
import { nextSession } from '#lib/domain/next-session.ts';
import { planOf, type Facts } from '#lib/domain/plan.ts';
import { runSession } from '#lib/domain/programme.ts';
import type { CheckIn, SessionRecord } from '#lib/domain/record.ts';
import type { Session } from '#lib/domain/session.ts';
import { painBefore, sessionLights } from '#lib/domain/session-lights.ts';
import { settleOf } from '#lib/domain/settle.ts';
import { diaryDays } from '#lib/domain/diary.ts';
import { programmes } from '#lib/content/index.ts';
import { aBeginning, aCheckIn, aRecord, day, playedThrough } from '../../support/builders.ts';

const at = (on: number, hour = 8, minute = 0): number =>
	Date.parse(`${day(on)}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
const kept = (id: string, on: number, hour = 8, minute = 0) => ({
	id,
	updatedAt: at(on, hour, minute),
	on: day(on),
	at: at(on, hour, minute)
});
const felt = (on: number, now: Partial<PainEntry['now']>, hour = 8, minute = 0): PainEntry => ({
	...kept(`now-${on}-${hour}`, on, hour, minute),
	now: { back: null, leg: null, elsewhere: null, ...now },
	average: null,
	worst: null,
	note: ''
});
const average = (on: number, back: number): PainEntry => ({
	...kept(`day-${on}`, on, 20),
	now: null,
	average: { back, leg: null, elsewhere: null },
	worst: null,
	note: ''
});
const signs = (ticked: readonly string[], on: number): Answer => ({
	...kept(`s${on}`, on, 6),
	type: 'warningSigns',
	ticked
});
const ready = (yes: readonly string[], on = 0): Answer => ({ ...kept(`r${on}`, on, 6), type: 'readiness', yes });
const before = (on: number, backPain: number, hour: number): Answer => ({
	...kept(`b${on}-${hour}`, on, hour),
	type: 'beforeSession',
	backPain,
	cannotStand: false
});
const settling = (on: number, legWorse: boolean | null): Answer => ({
	...kept(`t${on}`, on, 9),
	type: 'settling',
	walkTenMinutes: 'fine',
	dailyTasks: true,
	nights: true,
	legWorse
});
const advice = (on: number): Answer => ({ ...kept(`a${on}`, on, 10), type: 'adviceTaken' });

const stage = programmes.runWalk.stages[0];
if (!stage) throw new Error('There is one.');
const RUN = runSession(stage);
const done = (id: string, on: number, session: Session, hour = 18): SessionRecord =>
	aRecord({ id, on: day(on), session, log: playedThrough(session, at(on, hour)) });
const checkIn = (id: string, on: number, more: Partial<CheckIn> = {}): CheckIn =>
	aCheckIn({ id: `c-${id}`, sessionId: id, on: day(on), backPain: 10, legPain: 0, effort: 3, ...more });

/** Whoever may run: walks, signs and questions are there, and the back is quiet. */
const OPEN: Facts = {
	choices: [aBeginning({ programmeId: 'run-walk', stageId: 'S1', on: day(0), updatedAt: at(0, 5) })],
	sessions: [done('w1', 1, freeWalk(30)), done('w4', 4, freeWalk(30))],
	checkIns: [checkIn('w1', 1), checkIn('w4', 4)],
	entries: [0, 1, 2, 3, 4, 5, 6].map((on) => average(on, 20)),
	answers: [signs([], 0), ready([])]
};

function next(facts: Facts, on: number) {
	const plan = planOf(facts.choices);
	if (!plan) throw new Error('no plan');
	const { variant, reasons, session } = nextSession(plan, facts, programmes, day(on));
	return { variant, reasons, id: session?.id ?? 'rest' };
}

describe('a leg or foot', () => {
	test('that was red in a walk holds running for two days, in a gentle walk', () => {
		const limping: Facts = { ...OPEN, checkIns: [checkIn('w1', 1), checkIn('w4', 4, { legSigns: ['limp'] })] };
		for (const on of [5, 6])
			expect(next(limping, on), `day ${on}`).toMatchObject({ variant: 'walkInstead', id: 'walk/gentle/20' });
		expect(next(limping, 5).reasons).toContain('legRed');
		expect(next(limping, 7).reasons).not.toContain('legRed');
	});

	test('that was stopped for in a walk does so too', () => {
		const stopped: Answer = { ...kept('x', 4, 18), type: 'stopped', sessionId: 'w4', why: 'leg', legSigns: [] };
		expect(next({ ...OPEN, answers: [...OPEN.answers, stopped] }, 5).reasons[0]).toBe('legRed');
	});

	test('that hurt on the mat, or is entered as the average of the day, holds it as well', () => {
		const yoga: Session = { ...freeWalk(10), id: 'yoga/yoga-20', programmeId: 'yoga', stageId: 'yoga-20' };
		const mat: Facts = {
			...OPEN,
			sessions: [...OPEN.sessions, done('mat', 5, yoga)],
			checkIns: [...OPEN.checkIns, checkIn('mat', 5, { legSigns: ['swelling'] })]
		};
		expect(next(mat, 6).reasons[0]).toBe('legRed');
		const day5: PainEntry = {
			...average(5, 20),
			...kept('leg', 5, 21),
			average: { back: 20, leg: 80, elsewhere: null }
		};
		expect(next({ ...OPEN, entries: [...OPEN.entries, day5] }, 5).reasons[0]).toBe('legRed');
	});

	test.each([
		[50, 'asPlanned', 'start'],
		[51, 'walkInstead', 'legRed']
	] as const)('at %i in the diary of today: %s', (leg, variant, reason) => {
		const found = next({ ...OPEN, entries: [...OPEN.entries, felt(5, { leg })] }, 5);
		expect([found.variant, found.reasons[0]]).toEqual([variant, reason]);
	});

	test('of yesterday, or entered lower since, holds nothing', () => {
		expect(next({ ...OPEN, entries: [...OPEN.entries, felt(4, { leg: 90 })] }, 5).variant).toBe('asPlanned');
		const better = [...OPEN.entries, felt(5, { leg: 90 }, 7), felt(5, { leg: 10 }, 9)];
		expect(next({ ...OPEN, entries: better }, 5).variant).toBe('asPlanned');
	});

	test('that hurts more than the back closes running until it is said to be otherwise, or advice was taken', () => {
		const said = (...answers: readonly Answer[]) => next({ ...OPEN, answers: [...OPEN.answers, ...answers] }, 6);
		expect(said(settling(5, true))).toMatchObject({ variant: 'walkInstead', id: 'walk/gentle/20' });
		expect(said(settling(5, true)).reasons[0]).toBe('runClosed');
		expect(said(settling(5, true), settling(6, null)).variant).toBe('walkInstead');
		expect(said(settling(5, true), settling(6, false)).variant).toBe('asPlanned');
		expect(said(settling(5, true), advice(6)).variant).toBe('asPlanned');
	});
});

describe('who is to ask first', () => {
	test.each([
		['a yes among the questions', ready(['heart'], 5)],
		['a pregnancy, in whichever list it is ticked', signs(['pregnant'], 5)],
		['the same among the questions', ready(['pregnant'], 5)]
	])('%s: running is closed, and the walk is a gentle one', (_name, answer) => {
		const found = next({ ...OPEN, answers: [...OPEN.answers, answer] }, 5);
		expect(found).toMatchObject({ variant: 'walkInstead', id: 'walk/gentle/20' });
		expect(found.reasons[0]).toBe('runClosed');
	});

	test('one more reason never makes the walk longer', () => {
		const run = done('run', 5, RUN);
		const red: Facts = {
			...OPEN,
			sessions: [...OPEN.sessions, run],
			checkIns: [...OPEN.checkIns, checkIn('run', 5, { legSigns: ['limp'] })]
		};
		expect(next(red, 6).id).toBe('walk/gentle/20');
		expect(next({ ...red, answers: [...red.answers, ready(['heart'], 6)] }, 6).id).toBe('walk/gentle/20');
	});

	test('walks shown long ago are asked for again by somebody who never ran', () => {
		const later = (days: number): Facts => ({ ...OPEN, entries: [...OPEN.entries, average(4 + days, 20)] });
		expect(next(later(29), 33).reasons).toEqual(['start']);
		expect(next(later(30), 34).reasons[0]).toBe('runningNotOpen');
	});
});

describe('the start of a session, and its morning', () => {
	const run = done('run', 5, RUN, 7);
	const light = (answers: readonly Answer[], entries: readonly PainEntry[], record = run, peak = 48) =>
		sessionLights({ checkIns: [checkIn('run', 5, { backPain: peak })], entries, answers })(record).light;
	const usually25 = [0, 1, 2, 3, 4].map((on) => average(on, 25));

	test('what is said after a run, before another session of that day, is not its start', () => {
		expect(painBefore(run, [before(5, 15, 6), before(5, 40, 17)])).toBe(15);
		expect(painBefore(run, [before(5, 40, 17), before(4, 30, 6)])).toBeNull();
		expect(light([before(5, 45, 18)], usually25)).toBe('amber');
		expect(light([before(5, 45, 6)], usually25)).toBe('green');
	});

	test('half past midnight is no morning; six hours after the session is', () => {
		const late = done('run', 5, RUN, 22);
		const answers = [before(5, 10, 21)];
		const night = felt(6, { back: 35 }, 0, 30);
		expect(light(answers, [night], late, 10)).toBe('green');
		expect(light(answers, [night, felt(6, { back: 12 }, 7)], late, 10)).toBe('green');
		expect(light(answers, [felt(6, { back: 35 }, 7)], late, 10)).toBe('red');
	});
});

describe('settle mode that is said to be worse again', () => {
	const worse = (on: number): Answer => ({ ...kept(`w${on}`, on), type: 'episode', kind: 'worse', since: day(on) });
	const entries = Array.from({ length: 41 }, (_, on) => average(on, 65));
	const adviceOn = (on: number) =>
		settleOf(diaryDays(entries), [worse(0), worse(12), worse(24), worse(36)], day(on)).now;

	test('goes on counting towards the appointment', () => {
		expect(adviceOn(13)?.advice).toBe('none');
		expect(adviceOn(14)?.advice).toBe('appointment');
		expect(adviceOn(37)).toMatchObject({ advice: 'clear', from: day(36) });
	});
});
