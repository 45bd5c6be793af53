// The hidden run takes six minutes; that its verdict bites is shown here in no time.
import { describe, expect, test } from 'vitest';
import { faultsOfFrozen, faultsOfSurvivor, figuresOf } from '../../pocket/verdict.mjs';

const BEGAN = 1_790_000_000_000;
const CUES = [5000, 30_000, 100_000];

/** One line a second; `change` makes of a line what went wrong. */
function linesOf(seconds: number, finished: boolean, change: (second: number) => object = () => ({})) {
	return Array.from({ length: seconds }, (_, n) => ({
		at: BEGAN + n * 1000,
		event: 'tick',
		hidden: n > 0,
		trackMs: n * 1000,
		paused: false,
		page: {
			cues: JSON.stringify(CUES),
			...(finished && n === seconds - 1 && { finished: String(BEGAN + n * 1000) })
		},
		...change(n)
	}));
}
const faults = (lines: ReturnType<typeof linesOf>) => faultsOfSurvivor(figuresOf(lines, BEGAN));

describe('the verdict on a hidden page', () => {
	test('is content with a session that played to its end', () => {
		expect(faults(linesOf(120, true))).toEqual([]);
	});

	test('sees a freeze, and a session that did not come to its end', () => {
		const frozen = linesOf(95, false, (n) => (n === 94 ? { event: 'freeze' } : {}));
		expect(faults(frozen).join()).toMatch(/frozen.*did not come to its end.*100000/);
		expect(faultsOfFrozen(figuresOf(frozen, BEGAN))).toEqual([]);
	});

	test('sees a cue that fell into a pause or a jump', () => {
		const paused = linesOf(120, true, (n) => (n > 25 && n < 35 ? { paused: true } : {}));
		expect(faults(paused)).toEqual(['cues not played, at ms of the track: 30000']);
		const jumped = linesOf(120, true, (n) => (n >= 30 ? { trackMs: (n + 2) * 1000 } : {}));
		expect(faults(jumped).join()).toMatch(/30000/);
	});

	test('sees a page that did not run, was seen, or fell behind', () => {
		expect(faults(linesOf(120, true).filter(({ at }) => at < BEGAN + 50_000 || at > BEGAN + 60_000)).join()).toMatch(
			/did not run/
		);
		expect(faults(linesOf(120, true, (n) => (n === 50 ? { hidden: false } : {}))).join()).toMatch(/not hidden/);
		expect(faults(linesOf(120, true, (n) => ({ trackMs: n * 980 }))).join()).toMatch(/part by/);
	});

	test('is not content with a control that was not frozen', () => {
		expect(faultsOfFrozen(figuresOf(linesOf(120, true), BEGAN))).toHaveLength(2);
	});
});
