// What the lines of a hidden page say: was it frozen, did its track keep up, was each cue played. Pure.

/** @typedef {import('./host.mjs').Line} Line */

/** Between two ticks of a page that runs; a second and what a busy machine adds. */
const TICK_WITHIN_MS = 4000;
/** So far track and wall clock may part between two ticks. */
const SLACK_MS = 1000;

/** @param {readonly Line[]} lines */
const playedLines = (lines) => lines.filter(({ trackMs }) => trackMs !== null && trackMs > 0);

/**
 * Stretches of the track in which it ran along with the wall clock, unpaused: what lies within was sounded.
 * @param {readonly Line[]} lines
 */
export function playedStretches(lines) {
	const played = playedLines(lines);
	return played.flatMap((line, n) => {
		const next = played[n + 1];
		if (!next || line.paused) return [];
		const [from, to] = [line.trackMs ?? 0, next.trackMs ?? 0];
		const along = Math.abs(to - from - (next.at - line.at)) <= SLACK_MS;
		return along && to >= from ? [{ from, to }] : [];
	});
}

/**
 * The figures of one page.
 * @param {readonly Line[]} lines
 * @param {number} hiddenAt
 */
export function figuresOf(lines, hiddenAt) {
	const page = lines.at(-1)?.page ?? {};
	/** @type {number[]} */
	const cues = JSON.parse(page.cues ?? '[]');
	const finishedAt = page.finished ? Number(page.finished) : null;
	const during = lines.filter(({ at }) => at >= hiddenAt && (finishedAt === null || at <= finishedAt));
	const gaps = during.slice(1).map(({ at }, n) => at - (during[n]?.at ?? at));
	const stretches = playedStretches(lines);
	const missing = cues.filter((cue) => !stretches.some(({ from, to }) => from - 50 <= cue && cue <= to + 50));
	const played = playedLines(during);
	const [first, last] = [played[0], played.at(-1)];
	const elapsedMs = first && last ? last.at - first.at : 0;
	return {
		cues: cues.length,
		missing,
		finishedAfterMs: finishedAt === null ? null : finishedAt - hiddenAt,
		froze: during.some(({ event }) => event === 'freeze'),
		paused: during.filter(({ event }) => event === 'pause').length,
		hiddenThroughout: during.length > 0 && during.slice(1).every(({ hidden }) => hidden),
		longestGapMs: Math.max(0, ...gaps),
		lagMs: first && last ? elapsedMs - ((last.trackMs ?? 0) - (first.trackMs ?? 0)) : null,
		stoodAtMs: last?.trackMs ?? null
	};
}

/**
 * What is wrong with a page that was to play to its end.
 * @param {ReturnType<typeof figuresOf>} figures
 */
export function faultsOfSurvivor(figures) {
	/** @type {string[]} */
	const faults = [];
	if (!figures.hiddenThroughout) faults.push('it was not hidden all the while');
	if (figures.froze) faults.push('it was frozen');
	if (figures.finishedAfterMs === null) faults.push(`it did not come to its end (stood at ${figures.stoodAtMs} ms)`);
	if (figures.cues === 0) faults.push('it had no cues');
	if (figures.missing.length > 0) faults.push(`cues not played, at ms of the track: ${figures.missing.join(', ')}`);
	if (figures.longestGapMs > TICK_WITHIN_MS) faults.push(`it did not run for ${figures.longestGapMs} ms`);
	if (Math.abs(figures.lagMs ?? Infinity) > 1500) faults.push(`track and wall clock part by ${figures.lagMs} ms`);
	return faults;
}

/**
 * What is wrong with the app, whose cues are in its own log: what the lock screen showed, step by step, stands for them.
 * @param {readonly Line[]} lines
 * @param {number} hiddenAt
 */
export function productOf(lines, hiddenAt) {
	const finishedAt = lines.find(({ page }) => page.path === '/finished')?.at ?? null;
	const during = lines.filter(({ at }) => at >= hiddenAt && (finishedAt === null || at <= finishedAt));
	const titles = during.map(({ page }) => page.title).filter((title) => title !== undefined);
	const steps = titles.filter((title, n) => title !== titles[n - 1]);
	const figures = figuresOf(during, hiddenAt);
	const faults = faultsOfSurvivor({
		...figures,
		cues: 1,
		missing: [],
		finishedAfterMs: finishedAt && finishedAt - hiddenAt
	});
	// Seven exercises and what lies between them.
	if (new Set(steps).size < 5) faults.push(`the lock screen showed ${steps.join(', ') || 'nothing'}`);
	return { faults, figures: { ...figures, finishedAfterMs: finishedAt && finishedAt - hiddenAt, steps } };
}

/**
 * What is wrong with a page that was to be frozen.
 * @param {ReturnType<typeof figuresOf>} figures
 */
export function faultsOfFrozen(figures) {
	/** @type {string[]} */
	const faults = [];
	if (!figures.froze) faults.push('it was not frozen: this browser freezes nothing, and the other page proves nothing');
	if (figures.finishedAfterMs !== null) faults.push('it came to its end');
	return faults;
}
