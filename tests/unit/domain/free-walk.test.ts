import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FREE_WALK_MINUTES, freeWalk, gentleWalk, isGentleWalk } from '#lib/domain/free-walk.ts';
import { HINT_MS, paceHintAt, paceOf } from '#lib/domain/pace.ts';
import { runSession, walkSession } from '#lib/domain/programme.ts';
import { hasRun } from '#lib/domain/session.ts';
import { stepAt, timelineOf } from '#lib/domain/timeline.ts';
import { PHASES } from '../../support/arbitraries.ts';
import { aStage } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const minutes = fc.constantFrom(...FREE_WALK_MINUTES);

describe('a walk of any length', () => {
	test('is offered from 10 to 60 minutes in steps of five', () => {
		expect(FREE_WALK_MINUTES).toEqual([10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
	});

	test('is easy, brisk, easy: two minutes at each end, from half an hour on five', () => {
		const parts = (length: number) =>
			timelineOf(freeWalk(length)).steps.map((step) => [step.phase, (step.endMs - step.startMs) / 60_000]);
		expect(parts(10)).toEqual([
			['warmUp', 2],
			['walk', 6],
			['coolDown', 2]
		]);
		expect(parts(30)).toEqual([
			['warmUp', 5],
			['walk', 20],
			['coolDown', 5]
		]);
		expect(freeWalk(30)).toMatchObject({ id: 'walk/free/30', programmeId: 'walk', stageId: 'free-30' });
	});

	test('of another length is a bug and throws', () => {
		for (const wrong of [0, 5, 12, 65, 30.5, Number.NaN]) expect(() => freeWalk(wrong)).toThrow('no walk of');
	});

	law(
		'walk: a free walk lasts exactly its minutes, more than half of them brisk',
		fc.property(minutes, (length) => {
			const session = freeWalk(length);
			const { steps, totalMs } = timelineOf(session);
			const walked = steps.find((step) => step.phase === 'walk');
			expect(totalMs).toBe(length * 60_000);
			expect(hasRun(session)).toBe(false);
			expect(((walked?.endMs ?? 0) - (walked?.startMs ?? 0)) / totalMs).toBeGreaterThan(0.5);
		})
	);
});

describe('the pace', () => {
	test('is easy at both ends, brisk in between; in a plan brisk from its fourth week on', () => {
		expect(PHASES.map((phase) => paceOf(freeWalk(30), phase))).toEqual([
			'easy',
			'brisk',
			null,
			'easy',
			null,
			null,
			null,
			null
		]);
		expect([3, 4, 12].map((week) => paceOf(walkSession('B', week, 30), 'walk'))).toEqual(['own', 'brisk', 'brisk']);
	});

	test('a run has none: it has words of its own', () => {
		expect(PHASES.map((phase) => paceOf(runSession(aStage()), phase))).toEqual(PHASES.map(() => null));
		const [first] = timelineOf(runSession(aStage())).steps;
		expect(first && paceHintAt(runSession(aStage()), first, 0)).toBeNull();
	});

	test('what is said about it in an hour: every five minutes something else', () => {
		const session = freeWalk(60);
		const timeline = timelineOf(session);
		const said = Array.from({ length: 12 }, (_, n) => paceHintAt(session, stepAt(timeline, n * HINT_MS), n * HINT_MS));
		const round = ['brisk', 'talkTest', 'loose'];
		expect(said).toEqual(['easyIn', ...round, ...round, ...round, 'brisk', 'easyOut']);
	});

	law(
		'walk: the hint changes with the step or after five minutes, never sooner',
		fc.property(minutes, fc.double({ min: 0, max: 1, noNaN: true }), (length, share) => {
			const session = freeWalk(length);
			const timeline = timelineOf(session);
			const at = Math.floor(share * (timeline.totalMs - 1));
			const step = stepAt(timeline, at);
			const began = step.startMs + Math.floor((at - step.startMs) / HINT_MS) * HINT_MS;
			expect(paceHintAt(session, step, at)).not.toBeNull();
			expect(paceHintAt(session, step, at)).toBe(paceHintAt(session, step, began));
		})
	);
});

describe('a gentle walk', () => {
	test('is as long as it says, and never brisk', () => {
		for (const length of [1, 5, 9, 10, 20]) {
			const session = gentleWalk(length);
			const timeline = timelineOf(session);
			expect(timeline.totalMs).toBe(length * 60_000);
			expect(timeline.steps.map(({ phase }) => paceOf(session, phase))).not.toContain('brisk');
			expect(isGentleWalk(session)).toBe(true);
		}
		expect(timelineOf(gentleWalk(10)).steps.map(({ phase }) => phase)).toEqual(['warmUp', 'walk', 'coolDown']);
		expect(isGentleWalk(freeWalk(10))).toBe(false);
	});

	test('is no longer than twenty minutes', () => {
		for (const wrong of [0, 21, 10.5, Number.NaN]) expect(() => gentleWalk(wrong)).toThrow('no gentle walk of');
	});
});
