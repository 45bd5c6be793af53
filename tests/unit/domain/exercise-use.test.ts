import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	changedIn,
	easedByWords,
	exercisesIn,
	sessionAsUsed,
	useOf,
	usesOf,
	type EasierForm,
	type EasierOf,
	type Uses
} from '#lib/domain/exercise-use.ts';
import type { Choice, ExerciseUse } from '#lib/domain/record.ts';
import { secondsOf, type Block, type Session, type StepPlan } from '#lib/domain/session.ts';
import { MONDAY, NOON, aBlock, aSession, aStep } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const IDS = ['plank', 'bug', 'slide', 'brace', 'bridge'] as const;
const USES: readonly ExerciseUse[] = ['usual', 'easier', 'never'];

const form = (id: string, more: Partial<EasierForm> = {}): EasierForm => ({
	id,
	oneSided: false,
	alternates: false,
	...more
});
/** Bug, slide, brace: each is the easier form of the one before it. */
const LADDER: Readonly<Record<string, EasierForm>> = { bug: form('slide', { alternates: true }), slide: form('brace') };
const easierOf: EasierOf = (id) => LADDER[id] ?? null;

const choice = (exerciseId: string, use: ExerciseUse, more: Partial<Choice> = {}): Choice =>
	({ id: `${exerciseId}-${use}`, updatedAt: NOON, on: MONDAY, type: 'exercise', exerciseId, use, ...more }) as Choice;
const uses = (of: Readonly<Record<string, ExerciseUse>>): Uses => new Map(Object.entries(of));

const work = (exerciseId: string, more: Partial<StepPlan> = {}): StepPlan =>
	aStep('strength', 50, { exerciseId, dose: { reps: 10, holdSeconds: 4, releaseSeconds: 1 }, ...more });
const stepsOf = (session: Session): readonly StepPlan[] => {
	const inside = (item: StepPlan | Block): readonly StepPlan[] =>
		item.type === 'step' ? [item] : item.items.flatMap(inside);
	return session.blocks.flatMap(inside);
};

describe('what was decided about exercises', () => {
	test('is the latest kept choice for each; without one it is done as usual', () => {
		const choices = [
			choice('bug', 'never', { updatedAt: NOON + 2 }),
			choice('bug', 'easier', { updatedAt: NOON + 1 }),
			choice('plank', 'easier'),
			choice('plank', 'never', { updatedAt: NOON + 5, deletedAt: NOON + 6 }),
			{ id: 'x', updatedAt: NOON + 9, on: MONDAY, type: 'paused' } as const
		];
		const known = usesOf(choices);
		expect([useOf(known, 'bug'), useOf(known, 'plank'), useOf(known, 'slide')]).toEqual(['never', 'easier', 'usual']);
	});

	test('changes no session when nothing was decided', () => {
		const session = aSession([work('bug')]);
		expect(sessionAsUsed(session, usesOf([]), easierOf)).toBe(session);
	});
});

describe('an exercise that is wanted easier', () => {
	test('gives its place, its time and its tempo to the easier exercise', () => {
		const session = aSession([aStep('move', 12, { position: 'lie' }), work('bug'), aStep('rest', 20)]);
		expect(stepsOf(sessionAsUsed(session, uses({ bug: 'easier' }), easierOf))).toEqual([
			aStep('move', 12, { position: 'lie' }),
			work('slide'),
			aStep('rest', 20)
		]);
	});

	test('goes on to the next easier one only if that is wanted easier too', () => {
		const session = aSession([work('bug'), work('slide')]);
		const idsWith = (of: Readonly<Record<string, ExerciseUse>>) =>
			stepsOf(sessionAsUsed(session, uses(of), easierOf)).map(({ exerciseId }) => exerciseId);
		expect(idsWith({ bug: 'easier' })).toEqual(['slide', 'slide']);
		expect(idsWith({ slide: 'easier' })).toEqual(['bug', 'brace']);
		expect(idsWith({ bug: 'easier', slide: 'easier' })).toEqual(['brace', 'brace']);
		expect(idsWith({ bug: 'easier', slide: 'never' })).toEqual([undefined, undefined]);
	});

	test('without an easier exercise stays, to be done by its sentence', () => {
		const session = aSession([work('plank'), work('bug')]);
		const known = uses({ plank: 'easier', bug: 'easier' });
		const done = sessionAsUsed(session, known, easierOf);
		expect(exercisesIn(done)).toEqual(['plank', 'slide']);
		expect(easedByWords(done, known)).toEqual(['plank']);
	});

	test('says the side only where the easier exercise has sides', () => {
		const sideWith = (side: StepPlan['side'], easier: EasierForm) =>
			stepsOf(sessionAsUsed(aSession([work('bug', side && { side })]), uses({ bug: 'easier' }), () => easier))[0]?.side;
		const none = form('slide');
		const turns = form('slide', { alternates: true });
		const single = form('slide', { oneSided: true });
		expect([sideWith('alternate', none), sideWith('left', none)]).toEqual([undefined, undefined]);
		expect([sideWith('alternate', turns), sideWith('left', turns)]).toEqual(['alternate', 'alternate']);
		expect([sideWith('alternate', single), sideWith('left', single)]).toEqual([undefined, 'left']);
		expect(sideWith(undefined, turns)).toBeUndefined();
	});

	test('stays where two are each the easier form of the other', () => {
		const ring: EasierOf = (id) => form({ bug: 'slide', slide: 'bug', plank: 'bug' }[id] ?? id);
		const known = uses({ bug: 'easier', slide: 'easier', plank: 'easier' });
		const once = sessionAsUsed(aSession([work('bug'), work('slide'), work('plank')]), known, ring);
		expect(stepsOf(once).map(({ exerciseId }) => exerciseId)).toEqual(['bug', 'slide', 'bug']);
	});
});

test('an exercise that is left out for good is a rest of the same length', () => {
	const session = aSession([work('bug', { side: 'left' }), work('brace', { seconds: 33 })]);
	expect(stepsOf(sessionAsUsed(session, uses({ bug: 'never' }), easierOf))).toEqual([
		aStep('rest', 50),
		work('brace', { seconds: 33 })
	]);
});

test('what is changed is told once each, in the order of the session', () => {
	const session = aSession([work('brace'), aBlock([work('plank'), work('bug')], 2), work('plank')]);
	expect(changedIn(session, uses({ plank: 'never', bug: 'easier', bridge: 'never' }))).toEqual(['plank', 'bug']);
	expect(changedIn(session, uses({ plank: 'usual' }))).toEqual([]);
});

const anyUses: fc.Arbitrary<Uses> = fc
	.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...USES)), { maxLength: 5 })
	.map((entries) => new Map<string, ExerciseUse>(entries));
/** Any exercise may be the easier form of any other, itself and rings included. */
const anyEasier: fc.Arbitrary<EasierOf> = fc
	.dictionary(
		fc.constantFrom(...IDS),
		fc.record({ id: fc.constantFrom(...IDS), oneSided: fc.boolean(), alternates: fc.boolean() })
	)
	.map((forms) => (id) => forms[id] ?? null);
const anyStep: fc.Arbitrary<StepPlan> = fc
	.record({
		exerciseId: fc.constantFrom(...IDS, undefined),
		side: fc.constantFrom('left' as const, 'right' as const, 'alternate' as const, undefined),
		seconds: fc.integer({ min: 1, max: 120 })
	})
	.map(({ exerciseId, side, seconds }) =>
		exerciseId === undefined ? aStep('rest', seconds) : work(exerciseId, { seconds, ...(side && { side }) })
	);
const anySession: fc.Arbitrary<Session> = fc
	.array(
		fc.oneof(
			anyStep,
			fc
				.tuple(fc.array(anyStep, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 3 }))
				.map(([items, n]) => aBlock(items, n))
		),
		{ minLength: 1, maxLength: 6 }
	)
	.map((items) => aSession(items));

const lengths = (session: Session): readonly number[] => stepsOf(session).map(secondsOf);

describe('whatever was decided', () => {
	law(
		'use: every step keeps its length, whatever was decided about exercises',
		fc.property(anySession, anyUses, anyEasier, (session, of, easier) => {
			const done = sessionAsUsed(session, of, easier);
			expect(lengths(done)).toEqual(lengths(session));
			expect(done).toMatchObject({ id: session.id, programmeId: session.programmeId, stageId: session.stageId });
			expect(done.blocks.map(secondsOf)).toEqual(session.blocks.map(secondsOf));
		})
	);

	law(
		'use: what was decided, applied twice, is applied once',
		fc.property(anySession, anyUses, anyEasier, (session, of, easier) => {
			const once = sessionAsUsed(session, of, easier);
			expect(sessionAsUsed(once, of, easier)).toEqual(once);
		})
	);

	law(
		'use: no exercise that was left out for good remains',
		fc.property(anySession, anyUses, anyEasier, (session, of, easier) => {
			const left = exercisesIn(sessionAsUsed(session, of, easier)).filter((id) => useOf(of, id) === 'never');
			expect(left).toEqual([]);
		})
	);

	law(
		'use: the latest kept choice counts, in whatever order choices are stored',
		fc.property(
			fc.array(
				fc.record({
					exerciseId: fc.constantFrom(...IDS),
					use: fc.constantFrom(...USES),
					late: fc.integer({ min: 0, max: 5 }),
					removed: fc.boolean()
				}),
				{ maxLength: 8 }
			),
			fc.integer({ min: 0, max: 7 }),
			(made, turn) => {
				const choices = made.map(({ exerciseId, use, late, removed }, n) =>
					choice(exerciseId, use, { id: `c${n}`, updatedAt: NOON + late, ...(removed && { deletedAt: NOON + late }) })
				);
				const turned = [...choices.slice(turn), ...choices.slice(0, turn)];
				expect(usesOf(turned)).toEqual(usesOf(choices));
				for (const id of IDS) {
					const kept = choices.filter(
						(one) => one.deletedAt === undefined && 'exerciseId' in one && one.exerciseId === id
					);
					const latest = Math.max(...kept.map(({ updatedAt }) => updatedAt));
					const allowed = kept.filter(({ updatedAt }) => updatedAt === latest).map((one) => 'use' in one && one.use);
					expect(kept.length === 0 ? ['usual'] : allowed).toContain(useOf(usesOf(choices), id));
				}
			}
		)
	);
});
