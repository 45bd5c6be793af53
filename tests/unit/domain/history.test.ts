import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkInOf, keptSessions, summaryOf } from '#lib/domain/history.ts';
import { runSession } from '#lib/domain/programme.ts';
import { isKept, type SessionRecord } from '#lib/domain/record.ts';
import { begunLog, flatSession } from '../../support/arbitraries.ts';
import {
	MONDAY,
	NOON,
	aBlock,
	aCheckIn,
	aRecord,
	aSession,
	aStage,
	aStep,
	day,
	playedThrough
} from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const S1 = runSession(aStage());

describe('the summary of a session', () => {
	test('played through: all of it, and complete', () => {
		expect(summaryOf(aRecord({ session: S1 }))).toEqual({
			startedAt: NOON,
			endedAt: NOON + 3000 + 1_800_000,
			playedMs: 1_800_000,
			runMs: 90_000,
			unheardMs: 0,
			runsDone: 6,
			runsPlanned: 6,
			exercisesDone: 0,
			exercisesPlanned: 0,
			complete: true
		});
	});

	test('ended early: only what was played', () => {
		// Warm-up, one run, its walk, and 10 of the 15 s of the second run.
		const summary = summaryOf({
			session: S1,
			log: [
				{ type: 'started', at: NOON, readyMs: 0 },
				{ type: 'ended', at: NOON + (300 + 15 + 180 + 10) * 1000, reason: 'early' }
			]
		});
		expect(summary).toMatchObject({ playedMs: 505_000, runMs: 25_000, runsDone: 1, runsPlanned: 6, complete: false });
	});

	test('a run of which nine tenths were played is done', () => {
		const until = (seconds: number): number =>
			summaryOf({
				session: S1,
				log: [
					{ type: 'started', at: NOON, readyMs: 0 },
					{ type: 'ended', at: NOON + seconds * 1000, reason: 'early' }
				]
			}).runsDone;
		expect([until(313.4), until(313.5)]).toEqual([0, 1]);
	});

	test('a session that was not begun holds nothing', () => {
		expect(summaryOf({ session: S1, log: [] })).toMatchObject({
			startedAt: null,
			playedMs: 0,
			runsDone: 0,
			complete: false
		});
	});

	test('a minute of walking put in counts as played, not as a run', () => {
		const summary = summaryOf({
			session: S1,
			log: [
				{ type: 'started', at: NOON, readyMs: 0 },
				{ type: 'paused', at: NOON + 305_000 },
				{ type: 'walkInserted', at: NOON + 400_000, ms: 60_000 },
				{ type: 'resumed', at: NOON + 400_000, readyMs: 0 },
				{ type: 'ended', at: NOON + 400_000 + 75_000, reason: 'early' }
			]
		});
		expect(summary).toMatchObject({ playedMs: 380_000, runMs: 20_000, runsDone: 1, runsPlanned: 6 });
	});

	test('counts exercises and breathing as work, rests and moves not', () => {
		const session = aSession([
			aBlock([aStep('move', 5), aStep('strength', 20), aStep('rest', 10)], 2),
			aStep('breathe', 30)
		]);
		expect(summaryOf({ session, log: playedThrough(session) })).toMatchObject({
			exercisesDone: 3,
			exercisesPlanned: 3,
			runsPlanned: 0,
			runMs: 0
		});
		const skipped = summaryOf({
			session,
			log: [
				{ type: 'started', at: NOON, readyMs: 0 },
				{ type: 'skipped', at: NOON + 6000 },
				{ type: 'ended', at: NOON + 7000, reason: 'early' }
			]
		});
		expect(skipped).toMatchObject({ exercisesDone: 0, exercisesPlanned: 3 });
	});

	law(
		'history: a summary never counts more than was prescribed or played',
		fc.property(flatSession, begunLog, (session, log) => {
			const summary = summaryOf({ session, log });
			const planned = session.blocks.flatMap((block) => block.items);
			const phases = planned.map((item) => (item.type === 'step' ? item.phase : ''));
			expect(summary.runsPlanned).toBe(phases.filter((phase) => phase === 'run').length);
			expect(summary.exercisesPlanned).toBe(phases.filter((p) => p === 'strength' || p === 'breathe').length);
			expect(summary.runsDone).toBeLessThanOrEqual(summary.runsPlanned);
			expect(summary.exercisesDone).toBeLessThanOrEqual(summary.exercisesPlanned);
			expect(summary.runMs).toBeLessThanOrEqual(summary.playedMs);
			expect(summary.unheardMs).toBeLessThanOrEqual(summary.playedMs);
			expect(summary.playedMs).toBeLessThanOrEqual((log.at(-1)?.at ?? 0) - (log[0]?.at ?? 0));
		})
	);
});

describe('the records that count', () => {
	const at = (id: string, on: string, begun: number): SessionRecord =>
		aRecord({ id, on, log: [{ type: 'started', at: begun, readyMs: 0 }] });

	test('stand in order of day, then of beginning, then of id', () => {
		const records = [
			at('d', day(1), NOON + 2),
			at('b', MONDAY, NOON + 9),
			at('e', day(1), NOON + 2),
			at('c', day(1), NOON + 1),
			at('a', '2025-12-31', NOON + 9)
		];
		expect(keptSessions(records).map((record) => record.id)).toEqual(['a', 'b', 'c', 'd', 'e']);
	});

	test('a record moved to another day by hand stands on that day', () => {
		const records = [at('late', MONDAY, NOON + 9_000_000), at('early', day(1), NOON)];
		expect(keptSessions(records).map((record) => record.id)).toEqual(['late', 'early']);
	});

	test('a record without a beginning stands first on its day', () => {
		expect(keptSessions([at('a', MONDAY, NOON), aRecord({ id: 'b', log: [] })]).map((r) => r.id)).toEqual(['b', 'a']);
	});

	test('a removed record does not count', () => {
		expect(keptSessions([{ ...at('a', MONDAY, NOON), deletedAt: 0 }, at('b', MONDAY, NOON)]).map((r) => r.id)).toEqual([
			'b'
		]);
		expect(isKept({ id: 'a', updatedAt: 1, deletedAt: 2 })).toBe(false);
	});

	test('the answers of a session are the latest kept ones of that session', () => {
		const answers = [
			aCheckIn({ id: 'new', updatedAt: NOON + 5, backPain: 40 }),
			aCheckIn({ id: 'old', updatedAt: NOON, backPain: 10 }),
			aCheckIn({ id: 'removed', updatedAt: NOON + 9, deletedAt: NOON + 9 }),
			aCheckIn({ id: 'other', updatedAt: NOON + 99, sessionId: 'another' })
		];
		expect(checkInOf(answers, `session-${MONDAY}`)?.id).toBe('new');
		expect(checkInOf(answers, 'nothing')).toBeUndefined();
	});

	law(
		'history: order of storage and removed records change nothing',
		fc.property(
			fc.uniqueArray(
				fc.record({
					id: fc.string({ minLength: 1 }),
					on: fc.nat({ max: 3 }),
					begun: fc.nat({ max: 2 }),
					removed: fc.boolean()
				}),
				{ selector: (each) => each.id, maxLength: 12 }
			),
			fc.integer(),
			(entries, seed) => {
				const records = entries.map(({ id, on, begun, removed }) => ({
					...at(id, day(on), NOON + begun),
					...(removed && { deletedAt: NOON })
				}));
				const shuffled = fc.sample(fc.shuffledSubarray(records, { minLength: records.length }), {
					seed,
					numRuns: 1
				})[0];
				const kept = keptSessions(records);
				expect(keptSessions(shuffled ?? [])).toEqual(kept);
				expect(new Set(kept.map((r) => r.id))).toEqual(new Set(entries.filter((e) => !e.removed).map((e) => e.id)));
				const key = (r: SessionRecord): number => Date.parse(r.on) + (r.log[0]?.at ?? 0) - NOON;
				expect(kept.map(key)).toEqual(kept.map(key).toSorted((a, b) => a - b));
			}
		)
	);
});
