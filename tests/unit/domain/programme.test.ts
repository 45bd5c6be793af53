import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runSession, sequenceSession, walkSession } from '#lib/domain/programme.ts';
import { sessionSeconds } from '#lib/domain/session.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { aStage, aStep } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const seconds = fc.integer({ min: 0, max: 600 });

describe('the sessions of the programmes', () => {
	test('S1 as published: 5 min in, six runs, 5:30 out, half an hour', () => {
		const { steps, totalMs } = timelineOf(runSession(aStage()));
		expect(totalMs).toBe(1_800_000);
		expect(steps.map((step) => step.phase)).toEqual([
			'warmUp',
			...Array.from({ length: 6 }, () => ['run', 'walk']).flat(),
			'coolDown'
		]);
		expect(steps.filter((step) => step.phase === 'run').map((step) => step.endMs - step.startMs)).toEqual(
			Array.from({ length: 6 }, () => 15_000)
		);
	});

	test('S15 with its two kinds of run: 15 min, a minute of walking, 5 min, no walk after it', () => {
		const stage = aStage({
			id: 'S15',
			intervals: [
				{ reps: 1, runSeconds: 900, walkSeconds: 60 },
				{ reps: 1, runSeconds: 300, walkSeconds: 0 }
			],
			coolDownSeconds: 240
		});
		const session = runSession(stage);
		expect(session).toMatchObject({ id: 'run-walk/S15', programmeId: 'run-walk', stageId: 'S15' });
		expect(timelineOf(session).steps.map((step) => `${step.phase} ${(step.endMs - step.startMs) / 1000}`)).toEqual([
			'warmUp 300',
			'run 900',
			'walk 60',
			'run 300',
			'coolDown 240'
		]);
	});

	test('a walk of ten minutes has an easy beginning and end, a shorter one is easy throughout', () => {
		const parts = (minutes: number) =>
			timelineOf(walkSession('A', 1, minutes)).steps.map((s) => [s.phase, (s.endMs - s.startMs) / 1000]);
		expect(parts(10)).toEqual([
			['warmUp', 120],
			['walk', 360],
			['coolDown', 120]
		]);
		expect(parts(9)).toEqual([['walk', 540]]);
		expect(walkSession('A', 4, 10)).toMatchObject({ id: 'walk/A/4', programmeId: 'walk', stageId: 'A4' });
	});

	test('a walk of no minutes is a bug and throws', () => {
		expect(() => walkSession('A', 1, 0)).toThrow('a walk of 0 minutes');
	});

	test('a sequence is done step by step, as it stands', () => {
		const steps = [
			aStep('move', 5, { position: 'lie' }),
			aStep('strength', 40, { exerciseId: 'bridge' }),
			aStep('rest', 20)
		];
		const session = sequenceSession({ id: 'desk-3', programmeId: 'desk', seconds: 65, steps });
		expect(session).toEqual({
			id: 'desk/desk-3',
			programmeId: 'desk',
			stageId: 'desk-3',
			blocks: [{ type: 'block', id: 'sequence', repeat: 1, items: steps }]
		});
		expect(sessionSeconds(session)).toBe(65);
	});

	law(
		'programme: a run session lasts as long as its parts',
		fc.property(
			seconds,
			fc.array(
				fc.record({
					reps: fc.integer({ min: 1, max: 12 }),
					runSeconds: fc.integer({ min: 1, max: 600 }),
					walkSeconds: seconds
				}),
				{
					minLength: 1,
					maxLength: 3
				}
			),
			seconds,
			(warmUpSeconds, intervals, coolDownSeconds) => {
				const session = runSession(aStage({ warmUpSeconds, intervals, coolDownSeconds }));
				let total = warmUpSeconds + coolDownSeconds;
				let runs = 0;
				for (const { reps, runSeconds, walkSeconds } of intervals) {
					total += reps * (runSeconds + walkSeconds);
					runs += reps;
				}
				expect(sessionSeconds(session)).toBe(total);
				const { totalMs, steps } = timelineOf(session);
				expect(totalMs).toBe(total * 1000);
				expect(steps.filter((step) => step.phase === 'run').map((step) => `${step.ordinal}/${step.ordinals}`)).toEqual(
					Array.from({ length: runs }, (_, n) => `${n + 1}/${runs}`)
				);
			}
		)
	);

	law(
		'programme: a walk lasts exactly its minutes',
		fc.property(fc.integer({ min: 1, max: 180 }), fc.integer({ min: 1, max: 12 }), (minutes, week) => {
			const session = walkSession('A', week, minutes);
			expect(timelineOf(session).totalMs).toBe(minutes * 60_000);
			expect(sessionSeconds(session)).toBe(minutes * 60);
			expect(timelineOf(session).steps.some((step) => step.phase === 'walk')).toBe(true);
		})
	);
});
