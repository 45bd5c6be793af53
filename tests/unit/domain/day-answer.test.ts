import { describe, expect, test } from 'vitest';
import type { Answer } from '#lib/domain/answer.ts';
import {
	asksBefore,
	beforeSessionOn,
	medicineDays,
	medicineOn,
	morningAfter,
	nextMorningOf
} from '#lib/domain/day-answer.ts';
import type { ProgrammeId } from '#lib/domain/session.ts';
import { NOON, aRecord, aSession, aStep, day } from '../../support/builders.ts';

const given = { updatedAt: NOON, at: NOON };
const before = (on: number, backPain: number, more: Partial<Answer> = {}): Answer =>
	({
		...given,
		id: `b${backPain}`,
		on: day(on),
		type: 'beforeSession',
		backPain,
		cannotStand: false,
		...more
	}) as Answer;
const medicine = (on: number, taken: boolean, more: Partial<Answer> = {}): Answer =>
	({ ...given, id: `m${on}`, on: day(on), type: 'medicine', taken, ...more }) as Answer;
const morning = (sessionId: string, backPain: number | null): Answer => ({
	...given,
	id: `n-${sessionId}`,
	on: day(1),
	type: 'nextMorning',
	sessionId,
	backPain,
	legPain: null,
	legGone: null
});
const done = (on: number, programmeId: ProgrammeId, at = NOON) =>
	aRecord({
		id: `${programmeId}-${on}`,
		on: day(on),
		session: aSession([aStep('walk', 60)], { programmeId }),
		log: [{ type: 'started', at, readyMs: 0 }]
	});

describe('answers of a day', () => {
	test('are of that day and that type, and the one changed last counts', () => {
		const answers = [before(1, 40, { updatedAt: NOON + 1 }), before(1, 30), before(2, 90), medicine(1, true)];
		expect(beforeSessionOn(answers, day(1))?.backPain).toBe(40);
		expect(beforeSessionOn(answers, day(0))).toBeUndefined();
		expect(beforeSessionOn([before(1, 40, { deletedAt: NOON })], day(1))).toBeUndefined();
		expect(medicineOn(answers, day(1))?.taken).toBe(true);
	});

	test('the medicine of every day is known at once, without ticks of mistyped years', () => {
		const answers = [
			medicine(1, false, { id: 'later', updatedAt: NOON + 1 }),
			medicine(1, true),
			medicine(2, true),
			medicine(3, true, { deletedAt: NOON }),
			medicine(4, true, { id: 'early', on: '0202-05-14' }),
			medicine(4, true, { id: 'late', on: '2062-05-14' })
		];
		expect(medicineDays(answers, day(3))).toEqual(
			new Map([
				[day(1), false],
				[day(2), true]
			])
		);
	});
});

describe('before a session', () => {
	test('the back is asked about on foot, before the core and before any run', () => {
		const of = (programmeId: ProgrammeId) => asksBefore(aSession([aStep('walk', 60)], { programmeId }));
		for (const id of ['walk', 'run-walk', 'running', 'core'] as const) expect(of(id), id).toBe(true);
		for (const id of ['desk', 'relax', 'yoga', 'own'] as const) expect(of(id), id).toBe(false);
		expect(asksBefore(aSession([aStep('run', 60)], { programmeId: 'own' }))).toBe(true);
	});
});

describe('the morning after', () => {
	const asked = (records: readonly ReturnType<typeof done>[], today: number, answers: Answer[] = []) =>
		morningAfter(records, answers, day(today))?.id ?? null;

	test('is asked about on the three days after', () => {
		const run = [done(1, 'run-walk')];
		expect(asked(run, 1)).toBeNull();
		for (const today of [2, 3, 4]) expect(asked(run, today)).toBe('run-walk-1');
		expect(asked(run, 5)).toBeNull();
	});

	test('is about the latest day, there about what was done on foot, and not about what is gentle', () => {
		expect(asked([done(1, 'run-walk'), done(2, 'core')], 3)).toBe('core-2');
		expect(asked([done(1, 'walk', NOON), done(1, 'core', NOON + 1)], 2)).toBe('walk-1');
		expect(asked([done(1, 'yoga', NOON + 2), done(1, 'core', NOON + 1)], 2)).toBe('yoga-1');
		expect(asked([done(1, 'desk'), done(1, 'relax')], 2)).toBeNull();
		expect(asked([{ ...done(1, 'run-walk'), deletedAt: NOON }], 2)).toBeNull();
	});

	test('is asked once, whether answered or put away', () => {
		for (const pain of [20, null]) {
			const answers = [morning('run-walk-1', pain)];
			expect(asked([done(1, 'run-walk')], 2, answers)).toBeNull();
			expect(nextMorningOf(answers, 'run-walk-1')?.backPain).toBe(pain);
		}
		expect(asked([done(1, 'run-walk')], 2, [morning('another', 20)])).toBe('run-walk-1');
	});
});
