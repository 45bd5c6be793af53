// The numbers of the plan, in one table. They are ours ([P] in evidence.md 1.5 and decisions.md) and are printed in the app.

/** Pain is 0-100, effort 0-10. Each light names the highest value that still has it; above amber is red. */
export const RULES = {
	/** evidence.md 1.5, 4.4: 50 is always the ceiling of amber (decisions.md). */
	pain: { greenUpTo: 20, amberUpTo: 50 },
	/** Talking is possible up to here (evidence.md 1.5: RPE at most 6 after S8). */
	effort: { greenUpTo: 6 },
	/** Runs that were walked instead: one or two are amber. */
	missedRuns: { amberUpTo: 2 },
	/** Green sessions in a row that earn the next stage. */
	greensToMoveUp: 2,
	/** The first and the last stage ask for three (decisions.md). */
	greensAtTheEnds: 3,
	ambersToMoveDown: 3,
	stagesBackAfterRed: 2,
	/** Days since the last session: from here on repeat, step back, begin again. */
	repeatFromDays: 7,
	stepBackFromDays: 14,
	stagesBackAfterBreak: 2,
	beginAgainFromDays: 30,
	/** Walks that make a week of a walking plan (every second day). */
	walksPerWeek: 3,
	/** A walk counts from this share on: two halves count, one that was only skipped through does not [P]. */
	walkCountsFromShare: 0.5,
	/** A continuous run is at most this share of the longest of the last days (evidence.md 3.1 [S:R1], 3.2 [P]). */
	longRun: { windowDays: 30, atMostPercent: 110, roundedToSeconds: 30 },
	/** An interrupted session can be taken up again for this long. */
	resumeHours: 12,
	/** A pause this long inside a run offers a minute of walking first. */
	walkFirstAfterMs: 60_000,
	walkFirstMs: 60_000,
	/** Longer than this without the page running is a gap. */
	gapMs: 5000
} as const;
