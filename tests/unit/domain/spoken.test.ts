import { describe, expect, test } from 'vitest';
import { runSession } from '#lib/domain/programme.ts';
import { utterancesOf, type PhraseId } from '#lib/domain/spoken.ts';
import { extendStep, insertWalk, timelineOf, type Timeline } from '#lib/domain/timeline.ts';
import { aSession, aStage, aStep, aTimeline } from '../../support/builders.ts';

/** All phrases; of the exercises only the open book has words of its own for its sides. */
const all = (id: PhraseId): boolean => !/^side\.\w+\.(?!open-book$)/.test(id);

/** Second, kind and phrases of whatever has words. */
const said = (timeline: Timeline, has: (id: PhraseId) => boolean = all): readonly string[] =>
	utterancesOf(timeline, has)
		.filter(({ phrases }) => phrases.length > 0)
		.map(({ kind, atMs, phrases }) => `${atMs / 1000} ${kind} ${phrases.join(' + ')}`);

const rightLeg = aStep('strength', 32, { exerciseId: 'bird-dog', side: 'right' });
const leftLeg = aStep('strength', 32, { exerciseId: 'bird-dog', side: 'left' });
const bridge = aStep('strength', 64, { exerciseId: 'bridge' });

describe('what is said', () => {
	test('in a run session: what begins and for how long, ten seconds, half-way, done', () => {
		expect(
			said(timelineOf(runSession(aStage({ intervals: [{ reps: 1, runSeconds: 15, walkSeconds: 180 }] }))))
		).toEqual([
			'0 up warmUp.300',
			'290 ten ten',
			'300 up run.15',
			'315 down walk.180',
			'412.5 halfWay half',
			'485 ten ten',
			'495 down coolDown.330',
			'815 ten ten',
			'825 finish finish'
		]);
	});

	test('each cue is there, with the tone of its kind; counts have no words', () => {
		const counts = utterancesOf(aTimeline(10, 15), all).filter(({ tone }) => tone === 'three' || tone === 'one');
		expect(counts.map(({ atMs, phrases }) => [atMs, phrases])).toEqual([
			[7000, []],
			[9000, []],
			[22_000, []],
			[24_000, []]
		]);
	});

	test('a step made longer and an inserted walk have words that are true', () => {
		const known = (id: PhraseId) => !id.startsWith('run.') || id === 'run.15';
		const longer = extendStep(aTimeline(20, 15, 20), 1, 30_000);
		expect(said(longer, known)[1]).toBe('20 up run');
		expect(said(insertWalk(longer, 1, 60_000))).toContain('20 up walk-first');
	});

	test('on the mat: the position, then the exercise and its side; a rest names what comes, once', () => {
		const session = aSession([
			aStep('move', 20, { position: 'lie' }),
			bridge,
			aStep('rest', 20),
			aStep('move', 15, { position: 'hands-knees' }),
			rightLeg,
			aStep('rest', 10),
			leftLeg
		]);
		expect(said(timelineOf(session))).toEqual([
			'0 up position.lie',
			'0 next next.bridge',
			'20 up exercise.bridge',
			'74 ten ten',
			'84 down rest',
			'84 next next.bird-dog',
			'96.5 halfWay half',
			'104 down position.hands-knees',
			'119 up exercise.bird-dog + side.right',
			'151 sideChange side.change + side.left',
			'161 up exercise.bird-dog + side.left',
			'193 finish finish'
		]);
	});

	test('at a change of side that is a change of position, the position is said', () => {
		const session = aSession([rightLeg, aStep('move', 15, { position: 'right-side' }), leftLeg]);
		expect(said(timelineOf(session))).toContain('32 sideChange side.change + position.right-side');
	});

	test('a change of side without a rest says the side that begins', () => {
		expect(said(timelineOf(aSession([rightLeg, leftLeg])))).toContain('32 sideChange side.change + side.left');
	});

	test('an exercise that names its sides in its own words is said so', () => {
		const book = aStep('strength', 40, { exerciseId: 'open-book', side: 'left' });
		expect(said(timelineOf(aSession([book])))[0]).toBe('0 up exercise.open-book + side.left.open-book');
	});

	test('what has no phrase of its own is said by its phase; what has none at all keeps its tone', () => {
		const phases = ['strength', 'move', 'rest', 'breathe'];
		const session = timelineOf(aSession([aStep('move', 20, { position: 'lie' }), bridge, aStep('rest', 20), bridge]));
		expect(said(session, (id) => phases.includes(id))).toEqual([
			'0 up move',
			'20 up strength',
			'84 down rest',
			'104 up strength'
		]);
		expect(said(session, () => false)).toEqual([]);
		expect(utterancesOf(session, () => false).filter(({ tone }) => tone === 'up')).toHaveLength(3);
	});
});
