// How a session went, as the worst of its lights. Source: evidence.md 1.5 and 4.4 [P]. The relative rows
// (today's start, next morning) come with the check-ins before a session and next morning.

import { RULES } from './rules.ts';
import type { CheckIn } from './record.ts';
import type { Summary } from './history.ts';

/** `unknown`: not answered, so the session neither advances nor sets back (decisions.md). */
export type Light = 'green' | 'amber' | 'red' | 'unknown';

const ORDER: readonly Light[] = ['unknown', 'green', 'amber', 'red'];

const worst = (lights: readonly Light[]): Light =>
	lights.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'unknown');

const painLight = (pain: number | null): Light =>
	pain === null ? 'unknown' : pain <= RULES.pain.greenUpTo ? 'green' : pain <= RULES.pain.amberUpTo ? 'amber' : 'red';

const effortLight = (effort: number | null): Light =>
	effort === null ? 'unknown' : effort <= RULES.effort.greenUpTo ? 'green' : 'amber';

/** All intervals done is green, one or two walked amber. Not having been able to finish is red, but only if the person says so. */
function intervalLight(summary: Summary, checkIn: CheckIn): Light {
	if (checkIn.stoppedBy === 'body') return 'red';
	const missed = summary.runsPlanned - summary.runsDone;
	if (missed <= 0) return 'green';
	return summary.complete && missed > RULES.missedRuns.amberUpTo ? 'red' : 'amber';
}

/**
 * The light of one session: the worst of what was answered. Without an answer about the back it is `unknown`, unless
 * another answer alone is red: a leg that hurts much does not wait for the question about the back.
 */
export function lightOf(summary: Summary, checkIn: CheckIn | undefined): Light {
	if (!checkIn) return 'unknown';
	const light = worst([
		painLight(checkIn.backPain),
		painLight(checkIn.legPain),
		effortLight(checkIn.effort),
		intervalLight(summary, checkIn)
	]);
	return checkIn.backPain === null && light !== 'red' ? 'unknown' : light;
}
