import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIntervals } from '#lib/domain/interval-line.ts';
import { joinBlock } from '#lib/domain/own-joint.ts';
import {
	addBlock,
	duplicateBlock,
	emptyOwn,
	exerciseBlock,
	intervalsBlock,
	placeBlock,
	plainTitle,
	removeBlock,
	renameOwn,
	repeatBlock,
	replaceBlock,
	secondsStepped,
	setSeconds,
	shiftBlock,
	type ExerciseForm,
	type OwnSession
} from '#lib/domain/own-session.ts';
import { OWN_LIMITS, faultOfOwn, ownSeconds, sessionOfOwn } from '#lib/domain/played-own.ts';
import { sessionSeconds, stepsIn, type Block } from '#lib/domain/session.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { NOON, aBlock, aStep } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const BRIDGE: ExerciseForm = {
	id: 'hip-bridge',
	position: 'lie',
	phase: 'strength',
	dose: { sets: 2, reps: 8, holdSeconds: 5, releaseSeconds: 3, sides: 1, restSeconds: 20 }
};
const DOG: ExerciseForm = {
	id: 'core-bird-dog',
	position: 'hands-knees',
	phase: 'strength',
	dose: { sets: 1, reps: 5, holdSeconds: 8, releaseSeconds: 2, sides: 2, restSeconds: 10 }
};
const CLAM: ExerciseForm = { ...DOG, id: 'hip-clamshell', position: 'side' };

const built = (...blocks: readonly Block[]): OwnSession =>
	blocks.reduce((own, one) => addBlock(own, one, NOON), emptyOwn('own-1', 'Mine', NOON));

/** 'move lie 15 · hip-bridge 64 · rest 20'. */
const played = (own: OwnSession): string =>
	timelineOf(sessionOfOwn(own))
		.steps.map((step) =>
			[step.phase, step.exerciseId ?? step.position, step.side, (step.endMs - step.startMs) / 1000]
				.filter(Boolean)
				.join(' ')
		)
		.join(' · ');

const ids = (own: OwnSession): readonly string[] => own.blocks.map((one) => one.id);

describe('what a session of one’s own is built of', () => {
	test('an exercise brings its position, its sets and its rests along', () => {
		expect(played(built(exerciseBlock(BRIDGE)))).toBe(
			'move lie 15 · strength hip-bridge 64 · rest 20 · strength hip-bridge 64 · rest 20'
		);
	});

	test('two sides come one after the other; on one’s side the position changes with them', () => {
		expect(played(built(exerciseBlock(DOG)))).toBe(
			'move hands-knees 15 · strength core-bird-dog right 50 · rest 10 · strength core-bird-dog left 50 · rest 10'
		);
		expect(played(built(exerciseBlock(CLAM)))).toBe(
			'move left-side 15 · strength hip-clamshell right 50 · move right-side 15 · strength hip-clamshell left 50 · rest 10'
		);
	});

	test('a side plank names the side that carries, turns alternate, and breathing needs no position', () => {
		const plank = exerciseBlock({ ...CLAM, id: 'core-side-plank-knees', lowerWorks: true });
		expect(played(built(plank))).toMatch(
			/^move left-side 15 · strength core-side-plank-knees left 50 · move right-side/
		);
		expect(played(built(exerciseBlock({ ...BRIDGE, position: 'any', alternates: true })))).toMatch(
			/^strength hip-bridge alternate 64 · rest 20/
		);
	});

	test('a line of intervals is a block, a repeat alone is the block itself', () => {
		const line = (text: string) => {
			const items = parseIntervals(text);
			return intervalsBlock(items.ok ? items.value : []);
		};
		expect(played(built(line('5 min walk, 2x(1 min run, 2 min walk)')))).toBe(
			'walk 300 · run 60 · walk 120 · run 60 · walk 120'
		);
		expect(line('5x(1 min run)')).toMatchObject({ repeat: 5, items: [aStep('run', 60)] });
	});

	test('nobody is sent into a position in which they already are', () => {
		const own = built(exerciseBlock(BRIDGE), exerciseBlock({ ...BRIDGE, id: 'core-dead-bug' }), exerciseBlock(DOG));
		expect(played(own).match(/move \S+/g)).toEqual(['move lie', 'move hands-knees']);
		const ran = built(exerciseBlock(BRIDGE), aBlock([aStep('run', 60)]), exerciseBlock(BRIDGE));
		expect(played(ran).match(/move \S+/g)).toEqual(['move lie', 'move lie']);
		expect(ownSeconds(own)).toBe(sessionSeconds(sessionOfOwn(own)));
	});

	test('as a session it keeps its title and names itself', () => {
		expect(sessionOfOwn(built(exerciseBlock(BRIDGE)))).toMatchObject({
			id: 'own/own-1',
			programmeId: 'own',
			stageId: 'own-1',
			title: 'Mine'
		});
	});
});

describe('building it', () => {
	const own = built(exerciseBlock(BRIDGE), exerciseBlock(DOG), exerciseBlock(CLAM));

	test('blocks are added, put elsewhere, doubled and taken out', () => {
		expect(ids(own)).toEqual(['b1', 'b2', 'b3']);
		expect(ids(addBlock(own, exerciseBlock(BRIDGE), NOON, 0))).toEqual(['b4', 'b1', 'b2', 'b3']);
		expect(ids(shiftBlock(own, 'b1', 1, NOON))).toEqual(['b2', 'b1', 'b3']);
		expect(ids(shiftBlock(own, 'b1', -1, NOON))).toEqual(['b1', 'b2', 'b3']);
		expect(ids(placeBlock(own, 'b1', 99, NOON))).toEqual(['b2', 'b3', 'b1']);
		expect(ids(duplicateBlock(own, 'b2', NOON))).toEqual(['b1', 'b2', 'b4', 'b3']);
		expect(ids(removeBlock(own, 'b2', NOON))).toEqual(['b1', 'b3']);
	});

	test('what is not there changes nothing, not even the time of the change', () => {
		for (const change of [removeBlock, duplicateBlock]) expect(change(own, 'b9', NOON + 1)).toBe(own);
		expect(placeBlock(own, 'b9', 0, NOON + 1)).toBe(own);
		expect(repeatBlock(own, 'b9', 2, NOON + 1)).toBe(own);
		expect(removeBlock(own, 'b1', NOON + 1).updatedAt).toBe(NOON + 1);
	});

	test('a block is repeated 1 to 60 times', () => {
		const repeats = [3, 0, 61, 2.4, Number.NaN].map((times) => repeatBlock(own, 'b1', times, NOON).blocks[0]?.repeat);
		expect(repeats).toEqual([3, 1, 60, 2, 1]);
	});

	test('a step gets another length, and its repetitions follow', () => {
		const shorter = setSeconds(own, 'b1', [1, 0], 40, NOON).blocks.flatMap(stepsIn)[1];
		expect(shorter).toMatchObject({ seconds: 40, dose: { reps: 5, holdSeconds: 5, releaseSeconds: 3 } });
		const least = setSeconds(own, 'b1', [1, 0], 0, NOON).blocks.flatMap(stepsIn)[1];
		expect(least).toMatchObject({ seconds: 8, dose: { reps: 1 } });
		expect(setSeconds(own, 'b1', [0], 20, NOON).blocks[0]?.items[0]).toEqual(aStep('move', 20, { position: 'lie' }));
		expect(setSeconds(own, 'b1', [1], 20, NOON).blocks).toEqual(own.blocks);
		expect(setSeconds(own, 'b1', [0, 0], 20, NOON).blocks).toEqual(own.blocks);
	});

	test('a block makes room for another under its name', () => {
		const other = replaceBlock(own, 'b2', aBlock([aStep('walk', 60)]), NOON + 1);
		expect(ids(other)).toEqual(['b1', 'b2', 'b3']);
		expect(other.blocks[1]?.items).toEqual([aStep('walk', 60)]);
		expect(replaceBlock(own, 'b9', aBlock([]), NOON)).toBe(own);
	});

	test('lengths grow in steps one would choose, and come back the same way', () => {
		const up = [5, 55, 60, 62, 300, 3600, 10_800].map((seconds) => secondsStepped(seconds, 'more'));
		expect(up).toEqual([10, 60, 75, 75, 360, 3660, 10_800]);
		const down = [10, 60, 75, 62, 360, 300, 5, 3].map((seconds) => secondsStepped(seconds, 'less'));
		expect(down).toEqual([5, 55, 60, 60, 300, 285, 5, 3]);
	});

	test('a title is plain text of one line', () => {
		expect(plainTitle('  My\n\u202e <b>back</b>\u0000 day ')).toBe('My <b>back</b> day');
		expect([...plainTitle('🙂'.repeat(100))]).toHaveLength(OWN_LIMITS.title);
		expect(renameOwn(own, ' Abends ', NOON + 5)).toMatchObject({ title: 'Abends', updatedAt: NOON + 5 });
	});

	test('is told why it cannot be kept yet', () => {
		const bridge = exerciseBlock(BRIDGE);
		expect(faultOfOwn(emptyOwn('x', '', NOON))).toBe('empty');
		expect(faultOfOwn(own)).toBeNull();
		expect(faultOfOwn({ blocks: Array.from({ length: 61 }, () => bridge) })).toBe('manyBlocks');
		expect(
			faultOfOwn({ blocks: [aBlock([aStep('run', 1)], 60), ...Array(8).fill(aBlock([aStep('run', 1)], 60))] })
		).toBe('manySteps');
		expect(faultOfOwn({ blocks: [aBlock([aStep('walk', 10_801)])] })).toBe('overTime');
	});

	type Change = (own: OwnSession) => OwnSession;
	const which = fc.integer({ min: 1, max: 8 }).map((n) => `b${n}`);
	const change: fc.Arbitrary<Change> = fc.oneof(
		fc.constantFrom(BRIDGE, DOG, CLAM).map(
			(form): Change =>
				(it) =>
					addBlock(it, exerciseBlock(form), NOON)
		),
		which.map(
			(id): Change =>
				(it) =>
					removeBlock(it, id, NOON)
		),
		which.map(
			(id): Change =>
				(it) =>
					duplicateBlock(it, id, NOON)
		),
		which.map(
			(id): Change =>
				(it) =>
					joinBlock(it, id, NOON)
		),
		fc.tuple(which, fc.integer({ min: -1, max: 9 })).map(
			([id, to]): Change =>
				(it) =>
					placeBlock(it, id, to, NOON)
		),
		fc.tuple(which, fc.integer({ min: 0, max: 4 })).map(
			([id, n]): Change =>
				(it) =>
					repeatBlock(it, id, n, NOON)
		),
		fc
			.tuple(which, fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }), fc.integer({ min: -5, max: 300 }))
			.map(
				([id, path, n]): Change =>
					(it) =>
						setSeconds(it, id, path, n, NOON)
			)
	);
	const session = fc
		.array(change, { maxLength: 12 })
		.map((changes) => changes.reduce<OwnSession>((it, each) => each(it), emptyOwn('own-1', 'Mine', NOON)));

	law(
		'own: however it is built, blocks have ids of their own and no dose is longer than its step',
		fc.property(session, (it) => {
			expect(new Set(ids(it)).size).toBe(it.blocks.length);
			for (const { seconds, dose } of it.blocks.flatMap(stepsIn)) {
				expect(seconds).toBeGreaterThanOrEqual(1);
				if (dose) expect(dose.reps * (dose.holdSeconds + dose.releaseSeconds)).toBeLessThanOrEqual(seconds);
			}
			if (it.blocks.length > 0) expect(timelineOf(sessionOfOwn(it)).totalMs).toBe(ownSeconds(it) * 1000);
		})
	);

	law(
		'own: adding, doubling and moving can be taken back',
		fc.property(session, which, fc.integer({ min: 0, max: 9 }), (it, id, to) => {
			const from = ids(it).indexOf(id);
			const added = addBlock(it, exerciseBlock(BRIDGE), NOON, to);
			const [fresh = ''] = ids(added).filter((each) => !ids(it).includes(each));
			expect(removeBlock(added, fresh, NOON)).toEqual(it);
			expect(placeBlock(placeBlock(it, id, to, NOON), id, from, NOON)).toEqual(it);
			const doubled = duplicateBlock(it, id, NOON);
			const [second = ''] = ids(doubled).filter((each) => !ids(it).includes(each));
			expect(removeBlock(doubled, second, NOON)).toEqual(it);
		})
	);

	law(
		'own: of all steps only needless moves are left out of what is played',
		fc.property(session, (it) => {
			fc.pre(it.blocks.length > 0);
			const once = (blocks: readonly Block[]) => blocks.flatMap(stepsIn).filter((step) => step.phase !== 'move');
			expect(once(sessionOfOwn(it).blocks)).toEqual(once(it.blocks));
			let lying = '';
			for (const { phase, position = '', exerciseId, side } of timelineOf(sessionOfOwn(it)).steps) {
				if (phase === 'move') lying = position;
				if (exerciseId === 'hip-bridge') expect(lying).toBe('lie');
				if (exerciseId === 'core-bird-dog') expect(lying).toBe('hands-knees');
				if (exerciseId === 'hip-clamshell') expect(lying).toBe(side === 'right' ? 'left-side' : 'right-side');
			}
		})
	);
});
