// Chance that can be repeated: the same seed, the same moments.

export interface Chance {
	readonly seed: number;
	/** From 0 to below 1. */
	next(): number;
	between(from: number, to: number): number;
	/** One of them; each is as likely as it stands in the list. */
	of<T>(list: readonly T[]): T;
}

/** SEED in the environment repeats a run. */
export const seedOfThisRun = (): number => Number(process.env['SEED'] ?? 0) || Date.now() % 1_000_000;

/** mulberry32 */
export function chanceOf(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		seed,
		next,
		between: (from, to) => from + next() * (to - from),
		of(list) {
			const chosen = list[Math.floor(next() * list.length)];
			if (chosen === undefined) throw new Error('There is nothing to choose from.');
			return chosen;
		}
	};
}
