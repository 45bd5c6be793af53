import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesTo, type PlannedSound } from '#lib/audio/sound-plan.ts';

const wish = (key: string, inMs: number): PlannedSound => ({ key, sound: 'count', inMs });
const struck = (key: string, atMs: number) => ({ key, sound: 'count' as const, atMs });
const CLOCK = 10_000;

/** What stands on the clock after one revision. */
function after(scheduled: ReadonlyMap<string, number>, wished: readonly PlannedSound[], clockMs: number) {
	const changes = changesTo(scheduled, wished, clockMs);
	const next = new Map(scheduled);
	changes.drop.forEach((key) => next.delete(key));
	changes.strike.forEach(({ key, atMs }) => next.set(key, atMs));
	return next;
}

describe('the plan of sounds', () => {
	test('schedules what is new, at once where it is just overdue', () => {
		const wished = [wish('a', 1500), wish('b', 0), wish('c', -250)];
		expect(changesTo(new Map(), wished, CLOCK)).toEqual({
			drop: [],
			strike: [struck('a', 11_500), struck('b', 10_000), struck('c', 10_000)]
		});
	});

	test('does not sound what is long overdue', () => {
		expect(changesTo(new Map(), [wish('a', -251)], CLOCK).strike).toEqual([]);
	});

	test('leaves alone what has drifted by no more than 20 ms', () => {
		const scheduled = new Map([['a', 15_000]]);
		for (const inMs of [4980, 5000, 5020])
			expect(changesTo(scheduled, [wish('a', inMs)], CLOCK)).toEqual({ drop: [], strike: [] });
	});

	test('moves what has drifted more while it is more than 300 ms away', () => {
		expect(changesTo(new Map([['a', 15_000]]), [wish('a', 5021)], CLOCK)).toEqual({
			drop: ['a'],
			strike: [struck('a', 15_021)]
		});
		expect(changesTo(new Map([['a', 10_301]]), [wish('a', 325)], CLOCK).strike).toEqual([struck('a', 10_325)]);
		expect(changesTo(new Map([['a', 10_300]]), [wish('a', 340)], CLOCK).strike).toEqual([]);
	});

	test('takes back what is not wished any more', () => {
		const scheduled = new Map([
			['a', 15_000],
			['b', 16_000]
		]);
		expect(changesTo(scheduled, [wish('b', 6000)], CLOCK)).toEqual({ drop: ['a'], strike: [] });
	});

	test('sounds a cue at once when a skip brings it near', () => {
		expect(changesTo(new Map([['up', 40_000]]), [wish('up', 0)], CLOCK)).toEqual({
			drop: ['up'],
			strike: [struck('up', 10_000)]
		});
	});

	test('sounds a cue again when a step back brings it back, but not for a clock that is a little late', () => {
		const sounded = new Map([['up', 9600]]);
		expect(changesTo(sounded, [wish('up', 0)], CLOCK).strike).toEqual([struck('up', 10_000)]);
		expect(changesTo(new Map([['up', 9950]]), [wish('up', 10)], CLOCK).strike).toEqual([]);
	});

	test('changes nothing when it is asked twice, whatever is scheduled and wished', () => {
		const keys = fc.constantFrom('a', 'b', 'c', 'd');
		const scheduled = fc.array(fc.tuple(keys, fc.integer({ min: 9000, max: 12_000 }))).map((list) => new Map(list));
		const wished = fc.uniqueArray(fc.record({ key: keys, inMs: fc.integer({ min: -500, max: 2000 }) }), {
			selector: ({ key }) => key
		});
		fc.assert(
			fc.property(scheduled, wished, (before, list) => {
				const items = list.map(({ key, inMs }) => wish(key, inMs));
				const once = after(before, items, CLOCK);
				expect(changesTo(once, items, CLOCK)).toEqual({ drop: [], strike: [] });
				for (const { key, inMs } of items.filter((item) => item.inMs >= 0))
					expect(Math.abs(once.get(key)! - CLOCK - inMs)).toBeLessThanOrEqual(300);
			})
		);
	});
});
