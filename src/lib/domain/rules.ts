// The numbers of the plan, in one table. They are ours ([P] in evidence.md 1.5 and decisions.md) and are printed in the app.

/** Pain is 0-100, effort 0-10. Each light names the highest value that still has it; above amber is red. */
export const RULES = {
	/** evidence.md 1.5, 4.4: 50 is always the ceiling of amber (decisions.md). */
	pain: { greenUpTo: 20, amberUpTo: 50 },
	/** Against today's start, the usual or the morning after: points of pain more than there (evidence.md 1.5, 4.4). */
	rise: { greenUpTo: 10, amberUpTo: 20 },
	/** Talking is possible up to here (evidence.md 1.5: RPE at most 6 after S8). */
	effort: { greenUpTo: 6 },
	/** Runs that were walked instead: one or two are amber. */
	missedRuns: { amberUpTo: 2 },
	/** Green sessions in a row that earn the next stage. */
	greensToMoveUp: 2,
	/** The first and the last stage ask for three (decisions.md). */
	greensAtTheEnds: 3,
	/** The slow track asks for three everywhere (evidence.md 1.5). */
	greensOnSlowTrack: 3,
	ambersToMoveDown: 3,
	stagesBackAfterRed: 2,
	/** Whole days without running after a red run: 48 hours (evidence.md 1.5). */
	freeDaysAfterRed: 2,
	/** What is felt that long after a session ended belongs to the next morning, not to the night before it [P]. */
	morningFromHours: 6,
	/** Two reds so near each other pause running for so long (evidence.md 1.5). */
	twoReds: { withinDays: 14, pauseDays: 7 },
	/** Comfortable jogging of so many seconds leads one stage further each; never above stage 5 (evidence.md 1.5). */
	jogTest: { fromSeconds: [30, 60, 90, 120], topStage: 4 },
	/** Before a session: above these a gentle walk, or rest, is proposed (decisions.md 'Before a session'). */
	before: { gentleAbove: 50, restAbove: 70 },
	/** Gate 1 (evidence.md 4.3): so many days in a row at most here, or this share below the worst day. */
	settle: { daysInRow: 3, averageUpTo: 40, percentBelowWorst: 30, lastingFromDays: 84, hintDays: 14, adviseDays: 28 },
	/** A flare: so far above the median of the days before, for so many days (evidence.md 4.3). */
	flare: { above: 20, days: 2, medianDays: 14, knownDays: 3, atLeastDays: 2, atMostDays: 7 },
	/** Gate 2 (evidence.md 4.3): running opens. */
	runGate: { windowDays: 7, medianUpTo: 40, peakUpTo: 50, walks: 2, walkMinutes: 30, walksWithinDays: 30 },
	/** Days since the last session: from here on repeat, step back, begin again. */
	repeatFromDays: 7,
	stepBackFromDays: 14,
	stagesBackAfterBreak: 2,
	jogTestFromDays: 30,
	/** Core levels are earned: B after four green A sessions, C after six green B sessions (evidence.md 7.5). */
	coreLevels: [
		{ sequenceId: 'core-a-10', greensToMoveUp: 4 },
		{ sequenceId: 'core-b-20', greensToMoveUp: 6 },
		{ sequenceId: 'core-c-30', greensToMoveUp: Infinity }
	],
	ambersToEasierLevel: 2,
	/** A green core session counts from this share on, as a walk does [P]. */
	coreCountsFromShare: 0.5,
	/** Walks that make a week of a walking plan (every second day). */
	walksPerWeek: 3,
	/** A walk counts from this share on: two halves count, one that was only skipped through does not [P]. */
	walkCountsFromShare: 0.5,
	/** After a red walk: this share of the minutes, until one is green again (evidence.md 2.2). */
	walkShareAfterRed: 2 / 3,
	/**
	 * A continuous run is at most this share of the longest of the last days (evidence.md 3.1 [S:R1]); so many green long
	 * runs earn the next week (3.2 [P]).
	 */
	longRun: { windowDays: 30, atMostPercent: 110, roundedToSeconds: 30, greens: 1, greensOnSlowTrack: 2 },
	/** An interrupted session can be taken up again for this long. */
	resumeHours: 12,
	/** A pause this long inside a run offers a minute of walking first. */
	walkFirstAfterMs: 60_000,
	walkFirstMs: 60_000,
	/** Longer than this without the page running is a gap. */
	gapMs: 5000
} as const;
