// The laws of the domain and how often each is tried with values that nobody picked. The docs quote this table.

import fc from 'fast-check';
import { test } from 'vitest';

/** How often a property is tried. */
export const RUNS = { cheap: 300, arithmetic: 1000, season: 500, model: 600, decode: 8, compose: 60 } as const;

/** Each law under the name of its test. Those of D1 stand on their own and run once in each of three time zones. */
export const LAWS = {
	'T1: steps touch, never overlap and sum to the total': RUNS.arithmetic,
	'T1: stepAt finds the one step of each instant': RUNS.arithmetic,
	'T1: a step made longer and a walk put in leave a whole time line': RUNS.arithmetic,
	'T1: the steps are the prescription, in order, with the blocks repeated': RUNS.cheap,
	'T2: splitting time in any way yields the same cues, once each': RUNS.arithmetic,
	'T2: cues stand in order of time and end with the only finish': RUNS.cheap,
	'T2: a step of eight seconds or more is counted down 3-2-1, a shorter one is not': RUNS.cheap,
	'T2: each step begins with one change': RUNS.cheap,
	'T2: half-way is said once, at the clear moment next to the middle': RUNS.arithmetic,
	'T2: no two cues fall on one instant where half-way finds room': RUNS.arithmetic,
	'T2: the cue shown is the latest that is due and fresh': RUNS.arithmetic,
	'V1: nothing sounds over anything else, and words keep their gaps': RUNS.arithmetic,
	'V2: tones of changes, counts and the finish are exactly on time, whatever is said': RUNS.arithmetic,
	'V3: the finish is never left out, and nothing comes after it': RUNS.arithmetic,
	'V4: words wait half a second for sleeping headphones, or follow at once what has just sounded': RUNS.arithmetic,
	'V5: placing what was placed changes nothing': RUNS.arithmetic,
	'V6: each wish is heard or accounted for, and words stay in their step': RUNS.arithmetic,
	'P1: position never runs backwards but by back, walk first and sync, and never passes the end': RUNS.arithmetic,
	'P1: looking later never shows an earlier position': RUNS.arithmetic,
	'P2: a log saved and loaded at any moment goes on as if never stopped': RUNS.arithmetic,
	'P2: a kill loses at most the second since the last heartbeat and never gains': RUNS.arithmetic,
	'P3: pausing and resuming with no time between changes nothing': RUNS.arithmetic,
	'P3: pausing in a get-ready only gives a new get-ready': RUNS.arithmetic,
	'P4: any sequence of events leaves a legal player': RUNS.arithmetic,
	'P4: what was done only ever grows': RUNS.arithmetic,
	'P4: a pass never reaches further than the position, and none has begun ahead of it': RUNS.arithmetic,
	'P5: a dropped gap credits nothing after the page fell silent': RUNS.arithmetic,
	'P5: a kept gap credits exactly its wall time, all of it unheard': RUNS.arithmetic,
	'P5: a sync never credits more than the wall time': RUNS.arithmetic,
	'P5: all that was played fits into the wall time in which it was played': RUNS.arithmetic,
	'model: any use of the player agrees with a simulation tick by tick': RUNS.model,
	'runs: the next stage never leaves the programme': RUNS.arithmetic,
	'runs: a worse light in the last session never yields a higher stage': RUNS.arithmetic,
	'runs: a worse light at any time never yields a higher stage for who follows the plan': RUNS.arithmetic,
	'runs: the same history read twice is the same': RUNS.cheap,
	'runs: a pause of 20 days gives exactly two stages back': RUNS.arithmetic,
	'runs: a longer break never yields a higher stage': RUNS.arithmetic,
	'runs: nobody who follows the plan climbs more than one stage on a day': RUNS.arithmetic,
	'runs: a session without answers leaves stage and greens as they were': RUNS.arithmetic,
	'runs: the greens shown are the greens that count': RUNS.arithmetic,
	'light: more pain or effort never gives a better light': RUNS.arithmetic,
	'history: order of storage and removed records change nothing': RUNS.cheap,
	'history: a summary never counts more than was prescribed or played': RUNS.cheap,
	'plan: runs are never due on consecutive days': RUNS.arithmetic,
	'plan: the day due is a chosen weekday within two weeks': RUNS.arithmetic,
	'plan: choices add up to the same plan in whatever order they are stored': RUNS.cheap,
	'plan: a proposal is always a session of the programme, due today or later': RUNS.season,
	'plan: a longer break never yields a longer walk': RUNS.season,
	'programme: a run session lasts as long as its parts': RUNS.cheap,
	'programme: a walk lasts exactly its minutes': RUNS.cheap,
	'walk: a free walk lasts exactly its minutes, more than half of them brisk': RUNS.cheap,
	'walk: the hint changes with the step or after five minutes, never sooner': RUNS.cheap,
	'guard: never more than was wished, and never more than 1.10 of the longest of 30 days': RUNS.arithmetic,
	'guard: one more run never allows less': RUNS.arithmetic,
	'long run: always a week of the ladder, its run within the guard and no longer than its week': RUNS.season,
	'long run: a worse light in the last run never yields a later week': RUNS.season,
	'week: no run is ever planned next to another, done or planned, nor two on one day': RUNS.season,
	'week: one day stays free of all that is not optional, unless all seven were used': RUNS.season,
	'week: while nothing was done on it, the wished free day is the one that stays free': RUNS.season,
	'week: each wished session is done, has one day from today on, or has a reason': RUNS.season,
	'week: a reason is true: no day was left, or each day left lies next to a run': RUNS.season,
	'week: moving a day drives no other programme from its days': RUNS.season,
	'week: a move that leaves room changes one day into another and nothing else': RUNS.season,
	'week: a day that goes as planned changes nothing that lies ahead': RUNS.season,
	'week: the same question has the same answer, in whatever order the records are stored': RUNS.season,
	'week: the days chosen are as many as there can be, and as many of the liked ones': RUNS.cheap,
	'intervals: what was printed in either language is read again as it was': RUNS.arithmetic,
	'intervals: any line is read or refused with a place in it, never thrown at': RUNS.arithmetic,
	'intervals: spaces and capitals change nothing': RUNS.arithmetic,
	'movement: the minutes of all kinds add up to all that was played and entered': RUNS.cheap,
	'movement: two spans that touch count together what the whole span counts': RUNS.cheap,
	'diary: in whatever order entries are stored, days, median and usual are the same': RUNS.cheap,
	'diary: an entry stored twice counts once, its last state counts, and a removed one not at all': RUNS.cheap,
	'diary: the value of a day lies within its averages, or else within its nows, and no value above its peak':
		RUNS.cheap,
	'diary: median and usual are there from five days of the last seven on, and never before': RUNS.cheap,
	'diary: a week looks no further back than six days, and nothing looks ahead of today': RUNS.cheap,
	'progress: the line of each day is the median of the week that ends on it': RUNS.cheap,
	'progress: one word of three, and more pain now never turns more into less': RUNS.arithmetic,
	'progress: in whatever order entries are stored, the comparison is the same': RUNS.cheap,
	'progress: the minutes of all weeks are all that was played and entered within them': RUNS.cheap,
	'progress: stages are reached once each, ever higher, on days that never run back': RUNS.cheap,
	'progress: a span is whole weeks from a Monday on, and holds today': RUNS.cheap,
	'progress: each week is asked about in at most one stretch of days, and never again once answered': RUNS.cheap,
	'chart: every dot lies within the plot, later days to the right and more pain higher': RUNS.cheap,
	'doctor: what is shown and what is left are all, in order, and fit into the lines': RUNS.cheap,
	'own: however it is built, blocks have ids of their own and no dose is longer than its step': RUNS.season,
	'own: adding, doubling and moving can be taken back': RUNS.season,
	'own: of all steps only needless moves are left out of what is played': RUNS.season,
	'plans: choices that know nothing of several plans add up to the one plan they always did': RUNS.cheap,
	'signs: one more tick never makes it less urgent, in whatever order they were ticked': RUNS.cheap,
	'D1: addDays(addDays(d, n), -n) is d': RUNS.arithmetic,
	'D1: daysBetween undoes addDays': RUNS.arithmetic,
	'D1: weekdays go round in order': RUNS.arithmetic,
	'D1: days sort as text in order of time': RUNS.arithmetic,
	'D1: the week of a day begins on Monday and holds the day': RUNS.arithmetic,
	'D1: a text of another shape is no day': RUNS.arithmetic,
	'D1: a text of the right shape is a day exactly if the calendar has it': RUNS.arithmetic,
	// Each try decodes a session of up to an hour, and its tail: about three seconds.
	'K1: every cue of a track is heard once, within 30 ms of its wish, and nothing else is': RUNS.decode,
	'K2: a track is as long as it says, whole frames throughout, with ten minutes and more behind the finish':
		RUNS.compose,
	'K3: what is not a sound is the floor, frame for frame, and its phase never jumps': RUNS.compose,
	'K4: position and track are two names of one moment': RUNS.cheap,
	'K5: whatever is wished, each sound is heard within 12 ms, or named with the reason': RUNS.compose,
	'phone: its three cues stand apart, in order, and leave time to lock and to hear them out': RUNS.arithmetic,
	'phone: hearing more or losing less never leads to a mode that needs more looking': RUNS.arithmetic
} as const;

export type Law = keyof typeof LAWS;

/** All property runs of one `npm test`; D1 runs in three time zones. */
export const propertyRuns = (): number =>
	Object.entries(LAWS).reduce((sum, [law, runs]) => sum + (law.startsWith('D1') ? 3 : 1) * runs, 0);

/** A test that tries `property` as often as the table says. A failure prints its seed and its smallest case. */
export function law<Ts>(name: Law, property: fc.IRawProperty<Ts>): void {
	test(name, () => fc.assert(property, { numRuns: LAWS[name] }), 60_000);
}
