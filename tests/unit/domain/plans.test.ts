import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planOf } from '#lib/domain/plan.ts';
import { proposalOf } from '#lib/domain/proposal.ts';
import { chosenFreeDay, factsFor, movesOf, plansOf, stayedAt, wishesOfPlans } from '#lib/domain/plans.ts';
import type { Choice } from '#lib/domain/record.ts';
import { composeWeek } from '#lib/domain/week.ts';
import { weekdays } from '../../support/arbitraries.ts';
import { NOON, PROGRAMMES, aBeginning, aCheckIn, aRunRecord, day } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const choice = (on: number, what: object): Choice =>
	({ id: `${on}-${JSON.stringify(what)}`, updatedAt: NOON + on, on: day(on), ...what }) as Choice;
const RUN_WALK = aBeginning();
const CORE_BESIDE = choice(1, {
	type: 'begun',
	programmeId: 'core',
	stageId: 'core-a-10',
	weekdays: [1, 3],
	beside: true
});

describe('plans side by side', () => {
	test('one that is begun beside the others leaves them, one that is not replaces them', () => {
		expect(plansOf([RUN_WALK, CORE_BESIDE]).map((plan) => plan.programmeId)).toEqual(['run-walk', 'core']);
		const walk = choice(2, { type: 'begun', programmeId: 'walk', stageId: 'A', weekdays: [0] });
		expect(plansOf([RUN_WALK, CORE_BESIDE, walk]).map((plan) => plan.programmeId)).toEqual(['walk']);
	});

	test('begun again beside the others, a programme begins anew and is there once', () => {
		const again = choice(3, { type: 'begun', programmeId: 'run-walk', stageId: 'S4', weekdays: [0], beside: true });
		expect(plansOf([RUN_WALK, CORE_BESIDE, again]).map((plan) => [plan.programmeId, plan.startStageId])).toEqual([
			['core', 'core-a-10'],
			['run-walk', 'S4']
		]);
	});

	test('weekdays and pauses are of the programme they name, else of the one begun last', () => {
		const plans = plansOf([
			RUN_WALK,
			CORE_BESIDE,
			choice(2, { type: 'paused', programmeId: 'run-walk' }),
			choice(3, { type: 'weekdays', weekdays: [5] }),
			choice(4, { type: 'paused', programmeId: 'walk' })
		]);
		expect(plans.map(({ programmeId, weekdays: days, pausedOn }) => [programmeId, days, pausedOn])).toEqual([
			['run-walk', [0, 2, 4], day(2)],
			['core', [5], null]
		]);
		expect(plansOf([RUN_WALK, CORE_BESIDE, choice(5, { type: 'ended', programmeId: 'run-walk' })])).toHaveLength(1);
	});

	test('each is read by itself: the beginning of one does not begin the other anew', () => {
		const sessions = [aRunRecord({ stage: 1, on: day(0) })];
		const checkIns = [aCheckIn({ sessionId: sessions[0]?.id ?? '' })];
		const facts = { choices: [RUN_WALK, CORE_BESIDE], sessions, checkIns, entries: [], answers: [] };
		const [run, core] = plansOf(facts.choices);
		expect(run && proposalOf(run, factsFor('run-walk', facts), PROGRAMMES, day(2))).toMatchObject({ greens: 1 });
		expect(core && proposalOf(core, factsFor('core', facts), PROGRAMMES, day(2))).toMatchObject({ dueOn: day(3) });
	});

	test('become one week', () => {
		const facts = { choices: [RUN_WALK, CORE_BESIDE], sessions: [], checkIns: [], entries: [], answers: [] };
		const wishes = wishesOfPlans(plansOf(facts.choices), (plan) => {
			const { session } = proposalOf(plan, factsFor(plan.programmeId, facts), PROGRAMMES, day(0));
			return plan.weekdays.map(() => session);
		});
		const week = composeWeek({ wishes, freeDay: 6, records: [], moves: [], today: day(0) });
		expect(week.days.map(({ planned }) => planned.map((each) => each.session.id).join())).toEqual([
			'run-walk/S1',
			'core/core-a-10',
			'run-walk/S1',
			'core/core-a-10',
			'run-walk/S1',
			'',
			''
		]);
		const paused = plansOf([...facts.choices, choice(4, { type: 'paused', programmeId: 'core' })]);
		expect(wishesOfPlans(paused, () => []).map((wish) => wish.id)).toEqual(['run-walk']);
	});

	test('no free day is chosen until one is; staying is a choice that can be taken back', () => {
		expect(chosenFreeDay([RUN_WALK])).toBeNull();
		expect(
			chosenFreeDay([choice(2, { type: 'freeDay', weekday: 3 }), choice(1, { type: 'freeDay', weekday: 1 })])
		).toBe(3);
		expect(stayedAt([RUN_WALK])).toBeNull();
		expect(stayedAt([choice(1, { type: 'stayed', stageId: 'W2' })])).toBe('W2');
		expect(
			stayedAt([choice(1, { type: 'stayed', stageId: 'W2' }), choice(2, { type: 'stayed', stageId: null })])
		).toBeNull();
	});

	test('moves are those of the week, until the weekdays change', () => {
		const moved = (on: number, from: number, to: number) =>
			choice(on, { type: 'moved', programmeId: 'run-walk', from: day(from), to: day(to) });
		const list = [RUN_WALK, moved(1, 4, 5), moved(2, 9, 10), moved(3, 2, 3)];
		expect(movesOf(list, day(6))).toEqual([
			{ wishId: 'run-walk', from: day(4), to: day(5) },
			{ wishId: 'run-walk', from: day(2), to: day(3) }
		]);
		expect(movesOf([...list, choice(4, { type: 'weekdays', weekdays: [1] })], day(6))).toEqual([]);
	});

	test('a change in one plan leaves the moves of the others', () => {
		const moved = (programmeId: string) => choice(1, { type: 'moved', programmeId, from: day(4), to: day(5) });
		const list = [RUN_WALK, CORE_BESIDE, moved('run-walk'), moved('core')];
		const ofRun = [{ wishId: 'run-walk', from: day(4), to: day(5) }];
		const then = (what: object) => movesOf([...list, choice(4, what)], day(6));
		expect(then({ type: 'weekdays', programmeId: 'core', weekdays: [1] })).toEqual(ofRun);
		const again = { type: 'begun', programmeId: 'core', stageId: 'core-a-10', weekdays: [2] };
		expect(then({ ...again, beside: true })).toEqual(ofRun);
		expect(then({ ...again, programmeId: 'yoga', beside: true })).toHaveLength(2);
		expect(then(again)).toEqual([]);
		expect(then({ type: 'freeDay', weekday: 2 })).toEqual([]);
	});

	test('a plan knows since when its days are asked for', () => {
		const sinceAfter = (...choices: readonly Choice[]) => plansOf([RUN_WALK, ...choices])[0]?.since;
		const paused = choice(2, { type: 'paused' });
		expect(sinceAfter()).toBe(day(0));
		expect(sinceAfter(paused)).toBe(day(0));
		expect(sinceAfter(paused, choice(4, { type: 'takenUp' }))).toBe(day(4));
		expect(sinceAfter(choice(3, { type: 'weekdays', weekdays: [5] }))).toBe(day(3));
	});

	const stored: fc.Arbitrary<Choice> = fc
		.record({
			on: fc.integer({ min: 0, max: 9 }),
			at: fc.integer({ min: 0, max: 5 }),
			days: weekdays,
			type: fc.constantFrom('begun', 'weekdays', 'paused', 'takenUp', 'stageChosen'),
			programmeId: fc.constantFrom('run-walk', 'walk', 'core'),
			gone: fc.boolean()
		})
		.map(({ on, at, days, type, programmeId, gone }) => {
			const base = { id: `${on}-${at}`, updatedAt: NOON + at, on: day(on), ...(gone ? { deletedAt: NOON } : {}) };
			const more =
				type === 'begun' ? { programmeId, stageId: 'S1', weekdays: days } : { stageId: 'S2', weekdays: days };
			return { ...base, type, ...more } as Choice;
		});

	law(
		'plans: choices that know nothing of several plans add up to the one plan they always did',
		fc.property(fc.array(stored, { maxLength: 8 }), (choices) => {
			const plan = planOf(choices);
			expect(plansOf(choices)).toEqual(plan ? [plan] : []);
		})
	);
});
