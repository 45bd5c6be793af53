// Blocks repeated together, and what a block is when it is read again: by example and by law.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inJoint, joinBlock, joinsWith, shiftInJoint, splitJoint, withNames } from '#lib/domain/own-joint.ts';
import { exerciseOf, isJoint, partOf } from '#lib/domain/own-part.ts';
import {
	addBlock,
	emptyOwn,
	exerciseBlock,
	intervalsBlock,
	removeBlock,
	repeatBlock,
	type ExerciseForm,
	type OwnSession
} from '#lib/domain/own-session.ts';
import { faultOfOwn, keptOwn, sessionOfOwn } from '#lib/domain/played-own.ts';
import { stepsIn, type Block } from '#lib/domain/session.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { NOON, aBlock, aStep } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const form = (id: string, position: string, more: Partial<ExerciseForm['dose']> = {}): ExerciseForm => ({
	id,
	position,
	phase: 'strength',
	alternates: false,
	lowerWorks: false,
	dose: { sets: 1, reps: 5, holdSeconds: 5, releaseSeconds: 3, sides: 1, restSeconds: 10, ...more }
});
const BRIDGE = form('hip-bridge', 'lie');
const BUG = form('core-dead-bug', 'lie');
const DOG = form('core-bird-dog', 'hands-knees', { sides: 2 });
const CLAM = form('hip-clamshell', 'side', { sides: 2, sets: 2 });

const built = (...blocks: readonly Block[]): OwnSession =>
	blocks.reduce((own, one) => addBlock(own, one, NOON), emptyOwn('own-1', 'Mine', NOON));
const ids = (own: OwnSession): readonly string[] => own.blocks.map(({ id }) => id);
const played = (own: OwnSession): string =>
	timelineOf(sessionOfOwn(own))
		.steps.map(({ phase, exerciseId, position }) => exerciseId ?? position ?? phase)
		.join(' ');
const inner = (own: OwnSession, index: number): readonly string[] =>
	own.blocks[index]?.items.map((item) => stepsIn(item).find((step) => step.exerciseId)?.exerciseId ?? 'none') ?? [];

describe('blocks repeated together', () => {
	const three = built(...[BRIDGE, BUG, DOG].map(exerciseBlock));
	const joined = repeatBlock(joinBlock(three, 'b2', NOON), 'b4', 2, NOON);

	test('two become one, a third comes to them, and each is done in every round', () => {
		expect(inner(joined, 0)).toEqual(['hip-bridge', 'core-dead-bug']);
		const round = 'lie hip-bridge rest core-dead-bug rest';
		expect(played(joined)).toBe(`${round} ${round} hands-knees core-bird-dog rest core-bird-dog rest`);
		const all = joinBlock(joined, 'b3', NOON);
		expect(inner(all, 0)).toEqual(['hip-bridge', 'core-dead-bug', 'core-bird-dog']);
		expect(all.blocks[0]?.repeat).toBe(2);
	});

	test('the first has nothing before it, and two that are joint already stay apart', () => {
		expect(joinBlock(three, 'b1', NOON)).toBe(three);
		expect(joinsWith(three, 'b2')?.id).toBe('b1');
		const two = joinBlock(built(...[BRIDGE, BUG, DOG, CLAM].map(exerciseBlock)), 'b2', NOON);
		const pairs = joinBlock(two, 'b4', NOON);
		expect(pairs.blocks.map(isJoint)).toEqual([true, true]);
		expect(joinsWith(pairs, pairs.blocks[1]?.id ?? '')).toBeNull();
	});

	test('within, blocks change places, and at the edge they step out', () => {
		const [joint = ''] = ids(joined);
		expect(inner(shiftInJoint(joined, joint, 'b1', 1, NOON), 0)).toEqual(['core-dead-bug', 'hip-bridge']);
		const out = shiftInJoint(joinBlock(joined, 'b3', NOON), ids(joinBlock(joined, 'b3', NOON))[0] ?? '', 'b3', 1, NOON);
		expect(out.blocks.map(isJoint)).toEqual([true, false]);
		expect(played(out)).toBe(played(joined));
		const first = shiftInJoint(joined, joint, 'b1', -1, NOON);
		expect(first.blocks.map((one) => exerciseOf(one)?.id)).toEqual(['hip-bridge', 'core-dead-bug', 'core-bird-dog']);
		expect(new Set(ids(first)).size).toBe(3);
	});

	test('what is alone is no longer joint, and what is empty is gone', () => {
		const [joint = ''] = ids(joined);
		const one = inJoint(joined, joint, NOON + 1, (it) => removeBlock(it, 'b1', NOON));
		expect(one.blocks[0]).toMatchObject({ id: joint, repeat: 1 });
		expect(exerciseOf(one.blocks[0] as Block)?.id).toBe('core-dead-bug');
		expect(one.updatedAt).toBe(NOON + 1);
		expect(inJoint(joined, joint, NOON, (it) => ({ ...it, blocks: [] })).blocks).toHaveLength(1);
		expect(inJoint(joined, 'b3', NOON, () => joined)).toBe(joined);
		expect(inJoint(joined, joint, NOON, (it) => repeatBlock(it, 'b2', 3, NOON)).blocks[0]?.items[1]).toMatchObject({
			repeat: 3
		});
	});

	test('a joint block from a file gets names for what it holds', () => {
		const [first, second] = three.blocks;
		const foreign = {
			...three,
			blocks: [
				aBlock(
					[first, second].map((each) => ({ ...(each as Block), id: 'part' })),
					2
				)
			]
		};
		expect(withNames(foreign).blocks[0]?.items).toMatchObject([{ id: 'b1' }, { id: 'b2' }]);
		expect(played(withNames(foreign))).toBe(played(foreign));
	});

	test('walking or running between two exercises brings one to one’s feet', () => {
		const intervals = intervalsBlock([aBlock([aStep('run', 60), aStep('walk', 60)], 2)]);
		for (const between of [aBlock([aStep('walk', 60)]), intervals])
			expect(played(built(exerciseBlock(BRIDGE), between, exerciseBlock(BUG))).match(/lie/g)).toHaveLength(2);
	});
});

describe('what a block is', () => {
	const exercise: fc.Arbitrary<ExerciseForm> = fc
		.record({
			base: fc.constantFrom(BRIDGE, BUG, DOG, CLAM, form('rel-box-breath', 'any')),
			sets: fc.integer({ min: 1, max: 4 }),
			reps: fc.integer({ min: 1, max: 9 }),
			restSeconds: fc.constantFrom(0, 15),
			alternates: fc.boolean(),
			lowerWorks: fc.boolean()
		})
		.map(({ base, sets, reps, restSeconds, alternates, lowerWorks }) => ({
			...base,
			alternates: alternates && base.dose.sides === 1,
			lowerWorks: lowerWorks && base.position === 'side',
			dose: { ...base.dose, sets, reps, restSeconds }
		}));

	law(
		'own: an exercise is read off its block as it was put in',
		fc.property(exercise, (it) => {
			expect(exerciseOf(exerciseBlock(it))).toEqual(it);
			expect(partOf(exerciseBlock(it)).type).toBe('exercise');
		})
	);

	law(
		'own: repeated together once is the same as one after the other, and can be taken apart',
		fc.property(fc.array(exercise, { minLength: 2, maxLength: 5 }), fc.nat({ max: 4 }), (forms, at) => {
			const own = built(...forms.map(exerciseBlock));
			const id = ids(own)[1 + (at % (forms.length - 1))] ?? '';
			const joint = joinBlock(own, id, NOON);
			expect(joint.blocks).toHaveLength(own.blocks.length - 1);
			expect(played(joint)).toBe(played(own));
			expect(faultOfOwn(joint)).toBe(faultOfOwn(own));
			const jointId = joint.blocks.find(isJoint)?.id ?? '';
			const apart = splitJoint(joint, jointId, NOON);
			const items = (it: OwnSession) => it.blocks.map((one) => one.items);
			expect(items(apart)).toEqual(items(own));
			expect(new Set(ids(apart)).size).toBe(apart.blocks.length);
		})
	);

	test('intervals, rests and anything else are told apart', () => {
		const line = aBlock([aStep('run', 60), aStep('walk', 120)], 5);
		expect(partOf(line)).toEqual({ type: 'intervals', items: [line] });
		expect(partOf(aBlock([aStep('walk', 300)]))).toMatchObject({ type: 'intervals', items: [aStep('walk', 300)] });
		expect(partOf(aBlock([aStep('rest', 30)]))).toEqual({ type: 'rest', seconds: 30 });
		expect(partOf(aBlock([line, line]))).toMatchObject({ type: 'intervals', items: [line, line] });
		expect(partOf(aBlock([line, exerciseBlock(BRIDGE)])).type).toBe('joint');
		const odd = aBlock([aStep('strength', 40, { exerciseId: 'hip-bridge' }), aStep('run', 5)]);
		expect(partOf(odd)).toEqual({ type: 'other' });
		expect(exerciseOf({ ...exerciseBlock(BRIDGE), repeat: 2 })).toBeNull();
	});

	test('an exercise that came by a file is the same, whatever the order of its fields', () => {
		const turned = JSON.parse(
			JSON.stringify(exerciseBlock(DOG), (_key, value: unknown) =>
				value && typeof value === 'object' && !Array.isArray(value)
					? Object.fromEntries(Object.entries(value).toReversed())
					: value
			)
		) as Block;
		expect(exerciseOf(turned)).toEqual(DOG);
	});
});

test('kept sessions stand with the one changed last first', () => {
	const [old, fresh, gone] = [NOON, NOON + 1, NOON + 2].map((updatedAt) => ({
		...emptyOwn(String(updatedAt), '', NOON),
		updatedAt
	})) as [OwnSession, OwnSession, OwnSession];
	expect(keptOwn([old, { ...gone, deletedAt: NOON }, fresh])).toEqual([fresh, old]);
});
