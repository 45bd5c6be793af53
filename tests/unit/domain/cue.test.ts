import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cuesBetween, cueShownAt, cuesOf, type Cue, type CueKind } from '#lib/domain/cue.ts';
import { applyEvent, readyPlayer } from '#lib/domain/player.ts';
import type { SessionEvent } from '#lib/domain/session-log.ts';
import { timelineOf, type Timeline } from '#lib/domain/timeline.ts';
import { runSession } from '#lib/domain/programme.ts';
import { timeline } from '../../support/arbitraries.ts';
import { aSession, aStage, aStep, aTimeline } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const CHANGES: readonly CueKind[] = ['up', 'down', 'sideChange'];
const COUNTS: readonly CueKind[] = ['three', 'two', 'one'];
const of = (cues: readonly Cue[], kinds: readonly CueKind[]): readonly Cue[] =>
	cues.filter((cue) => kinds.includes(cue.kind));

/** Stretches in which half-way disturbs nothing: from 4.8 s after a change to 2.2 s before the count. */
const roomsOf = (whole: Timeline): readonly (readonly [number, number])[] =>
	whole.steps.map((step) => [step.startMs + 4800, step.endMs - 5200] as const).filter(([from, to]) => from <= to);

/** Where half-way belongs: the clear moment after the middle, else the last before it, else the middle. */
function halfWayByHand(whole: Timeline): number {
	const middle = whole.totalMs / 2;
	const rooms = roomsOf(whole);
	const later = rooms.filter(([, to]) => to >= middle).map(([from]) => Math.max(from, middle));
	if (later.length > 0) return Math.min(...later);
	const earlier = rooms.map(([, to]) => to);
	return earlier.length > 0 ? Math.max(...earlier) : middle;
}

describe('cues', () => {
	law(
		'T2: splitting time in any way yields the same cues, once each',
		fc.property(
			timeline,
			fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
			fc.array(fc.nat(), { maxLength: 10 }),
			(whole, shares, picks) => {
				const cues = cuesOf(whole);
				// Cuts anywhere, and exactly on cues, where a slip would show.
				const onCues = picks.map((pick) => cues[pick % cues.length]?.atMs ?? 0);
				const cuts = [...shares.map((share) => share * whole.totalMs), ...onCues].sort((a, b) => a - b);
				const marks = [0, ...cuts, whole.totalMs + 1];
				const heard = marks.slice(1).flatMap((to, n) => cuesBetween(cues, marks[n] ?? 0, to));
				expect(heard).toEqual(cues);
			}
		)
	);

	law(
		'T2: cues stand in order of time and end with the only finish',
		fc.property(timeline, (whole) => {
			const cues = cuesOf(whole);
			const times = cues.map((cue) => cue.atMs);
			expect(times).toEqual(times.toSorted((a, b) => a - b));
			expect(times[0]).toBe(0);
			expect(of(cues, ['finish'])).toEqual([
				{ kind: 'finish', atMs: whole.totalMs, stepIndex: whole.steps.length - 1 }
			]);
			expect(cues.at(-1)?.kind).toBe('finish');
		})
	);

	law(
		'T2: a step of eight seconds or more is counted down 3-2-1, a shorter one is not',
		fc.property(timeline, (whole) => {
			const counts = of(cuesOf(whole), COUNTS);
			const long = whole.steps.filter((step) => step.endMs - step.startMs >= 8000);
			expect(counts).toEqual(
				long.flatMap(({ endMs, index }) => [
					{ kind: 'three', atMs: endMs - 3000, stepIndex: index },
					{ kind: 'two', atMs: endMs - 2000, stepIndex: index },
					{ kind: 'one', atMs: endMs - 1000, stepIndex: index }
				])
			);
		})
	);

	law(
		'T2: each step begins with one change',
		fc.property(timeline, (whole) => {
			const changes = of(cuesOf(whole), CHANGES);
			expect(changes.map((cue) => [cue.atMs, cue.stepIndex])).toEqual(
				whole.steps.map((step) => [step.startMs, step.index])
			);
			expect(changes[0]?.kind).toBe('up');
		})
	);

	law(
		'T2: half-way is said once, at the clear moment next to the middle',
		fc.property(timeline, (whole) => {
			const said = of(cuesOf(whole), ['halfWay']);
			expect(said.map((cue) => cue.atMs)).toEqual([halfWayByHand(whole)]);
			const step = whole.steps[said[0]?.stepIndex ?? -1];
			expect(step && step.startMs <= (said[0]?.atMs ?? -1) && (said[0]?.atMs ?? -1) < step.endMs).toBe(true);
		})
	);

	law(
		'T2: no two cues fall on one instant where half-way finds room',
		fc.property(timeline, (whole) => {
			const cues = cuesOf(whole);
			const apart = roomsOf(whole).length > 0 ? cues : cues.filter((cue) => cue.kind !== 'halfWay');
			expect(new Set(apart.map((cue) => cue.atMs)).size).toBe(apart.length);
		})
	);

	law(
		'T2: the cue shown is the latest that is due and fresh',
		fc.property(timeline, fc.double({ min: -0.1, max: 1.1, noNaN: true }), (whole, share) => {
			const cues = cuesOf(whole);
			const positions = [share * whole.totalMs, ...cues.flatMap((cue) => [cue.atMs, cue.atMs + 1000, cue.atMs + 2500])];
			const shownMs = (cue: Cue): number => (COUNTS.includes(cue.kind) ? 1000 : cue.kind === 'finish' ? 4000 : 2500);
			const byHand = positions.map((position) => {
				let shown: Cue | undefined;
				for (const cue of cues) if (cue.atMs <= position && position < cue.atMs + shownMs(cue)) shown = cue;
				return shown;
			});
			expect(positions.map((position) => cueShownAt(cues, position))).toEqual(byHand);
		})
	);

	test('of a warm-up, a run and a walk, written out', () => {
		const cues = cuesOf(aTimeline(10, 15, 6));
		expect(cues.map(({ kind, atMs, stepIndex }) => `${kind} ${atMs} ${stepIndex}`)).toEqual([
			'up 0 0',
			'three 7000 0',
			'two 8000 0',
			'one 9000 0',
			'up 10000 1',
			'halfWay 15500 1',
			'three 22000 1',
			'two 23000 1',
			'one 24000 1',
			'down 25000 2',
			'finish 31000 2'
		]);
	});

	test('rise into a run and fall into a walk, through a whole session of S1', () => {
		const whole = timelineOf(runSession(aStage()));
		const changes = of(cuesOf(whole), CHANGES).map((cue) => `${cue.kind} ${whole.steps[cue.stepIndex]?.phase}`);
		const interval = ['up run', 'down walk'];
		expect(changes).toEqual(['up warmUp', ...Array.from({ length: 6 }, () => interval).flat(), 'down coolDown']);
	});

	test('a change of side is announced where the rest between the sides begins', () => {
		const left = aStep('strength', 30, { exerciseId: 'side-plank', side: 'left' });
		const right = aStep('strength', 30, { exerciseId: 'side-plank', side: 'right' });
		const kinds = of(cuesOf(timelineOf(aSession([left, aStep('rest', 10), right, aStep('rest', 10), left]))), CHANGES);
		expect(kinds.map((cue) => cue.kind)).toEqual(['up', 'sideChange', 'up', 'sideChange', 'up']);
	});

	test('a change of side without a rest is announced at the change', () => {
		const left = aStep('strength', 30, { exerciseId: 'side-plank', side: 'left' });
		const right = aStep('strength', 30, { exerciseId: 'side-plank', side: 'right' });
		expect(of(cuesOf(timelineOf(aSession([left, right]))), CHANGES).map((cue) => cue.kind)).toEqual([
			'up',
			'sideChange'
		]);
	});

	test('a second set on the same side is no change of side', () => {
		const left = aStep('strength', 30, { exerciseId: 'side-plank', side: 'left' });
		const kinds = of(cuesOf(timelineOf(aSession([left, aStep('rest', 10), left]))), CHANGES);
		expect(kinds.map((cue) => cue.kind)).toEqual(['up', 'down', 'up']);
	});

	test('another exercise on the other side is no change of side', () => {
		const left = aStep('strength', 30, { exerciseId: 'side-plank', side: 'left' });
		const other = aStep('strength', 30, { exerciseId: 'bird-dog', side: 'right' });
		const kinds = of(cuesOf(timelineOf(aSession([left, aStep('rest', 10), other]))), CHANGES);
		expect(kinds.map((cue) => cue.kind)).toEqual(['up', 'down', 'up']);
	});

	test('half-way waits until the run that begins in the middle has been announced', () => {
		const halfWay = of(cuesOf(aTimeline(60, 30, 30)), ['halfWay']);
		expect(halfWay).toEqual([{ kind: 'halfWay', atMs: 64_800, stepIndex: 1 }]);
	});

	test('regression with seed -418381111: half-way does not speak into the count when only what went before offers room', () => {
		// 10 s and 6 s: the middle, 8 s, is the "two" of the first step; the second is too short for any word.
		const cues = cuesOf(aTimeline(10, 6));
		expect(cues.filter((cue) => cue.atMs === 8000).map((cue) => cue.kind)).toEqual(['two']);
		expect(of(cues, ['halfWay']).map((cue) => cue.atMs)).toEqual([4800]);
		expect(of(cuesOf(aTimeline(16, 5, 5)), ['halfWay']).map((cue) => cue.atMs)).toEqual([10_800]);
	});

	test('half-way is not said once more when a step is changed or a walk is put in after it', () => {
		const begun = applyEvent(readyPlayer(aTimeline(60, 30, 30)), { type: 'started', at: 0, readyMs: 0 });
		const halfWays = (at: number, ...events: readonly SessionEvent[]) => {
			const paused = applyEvent(begun, { type: 'paused', at });
			return of(cuesOf(events.reduce(applyEvent, paused).timeline), ['halfWay']).map(({ atMs }) => atMs);
		};
		const longer = { type: 'extended', at: 99_000, ms: 60_000 } as const;
		expect(halfWays(64_000, longer)).toEqual([90_000]);
		expect(halfWays(64_800, longer)).toEqual([]);
		expect(halfWays(70_000, { type: 'shortened', at: 99_000, ms: 5000 })).toEqual([]);
		expect(halfWays(70_000, { type: 'walkInserted', at: 99_000, ms: 60_000 }, longer)).toEqual([]);
	});

	test('half-way stands in the middle when no step has room for it', () => {
		expect(of(cuesOf(aTimeline(5, 5, 5)), ['halfWay'])).toEqual([{ kind: 'halfWay', atMs: 7500, stepIndex: 1 }]);
	});

	test('a stretch holds its first instant and not its last', () => {
		const cues = cuesOf(aTimeline(10, 15));
		expect(cuesBetween(cues, 7000, 10_000).map((cue) => cue.kind)).toEqual(['three', 'two', 'one']);
		expect(cuesBetween(cues, 10_000, 10_000)).toEqual([]);
	});

	test('a count is shown for a second, a change for two and a half, the finish for four', () => {
		const cues = cuesOf(aTimeline(20, 20));
		const kindAt = (position: number): CueKind | undefined => cueShownAt(cues, position)?.kind;
		expect([-1, 0, 2499, 2500].map(kindAt)).toEqual([undefined, 'up', 'up', undefined]);
		expect([17_000, 18_000, 19_999, 20_000].map(kindAt)).toEqual(['three', 'two', 'one', 'up']);
		expect([40_000, 43_999, 44_000].map(kindAt)).toEqual(['finish', 'finish', undefined]);
	});
});
