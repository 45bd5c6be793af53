// How a session went, as the worst of its lights. Source: evidence.md 1.5 (runs) and 4.4 (everything else) [P].

import type { LegSign } from './answer.ts';
import { RULES } from './rules.ts';
import type { CheckIn } from './record.ts';
import type { Summary } from './history.ts';

/** `unknown`: not answered, so the session neither advances nor sets back (decisions.md). */
export type Light = 'green' | 'amber' | 'red' | 'unknown';

/** The next morning, as far as it was answered. */
export interface Morning {
	readonly backPain: number | null;
	readonly legPain: number | null;
	readonly legGone: boolean | null;
}

/** What a session is measured against besides its own answers. Pain is 0-100; `null`: not known. */
export interface Around {
	/** A run goes by today's start, everything else by what is usual (decisions.md 'Lights'). */
	readonly isRun: boolean;
	readonly before: number | null;
	/** The median of the last seven daily values before that day (evidence.md 4.4). */
	readonly usual: number | null;
	readonly morning: Morning | null;
	/** Stopped by a symptom: `red`; because of plain tiredness: `amber`. */
	readonly stopped: 'red' | 'amber' | null;
}

const NOTHING_AROUND: Around = { isRun: true, before: null, usual: null, morning: null, stopped: null };

const ORDER: readonly Light[] = ['unknown', 'green', 'amber', 'red'];

const worst = (lights: readonly Light[]): Light =>
	lights.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'unknown');

/** The light of a rise over `start`. */
const riseLight = (pain: number, start: number): Light =>
	pain <= start + RULES.rise.greenUpTo ? 'green' : pain <= start + RULES.rise.amberUpTo ? 'amber' : 'red';

const isModerate = (usual: number | null): boolean =>
	usual !== null && usual > RULES.pain.greenUpTo && usual <= RULES.pain.amberUpTo;

/**
 * The back at its worst during the session. Up to 20 is always green, above 50 always red. Between them it is amber,
 * unless it is far above the start (red), or hardly above it in somebody who usually has so much (green).
 */
function backLight(peak: number | null, around: Around): Light {
	if (peak === null) return 'unknown';
	if (peak <= RULES.pain.greenUpTo) return 'green';
	if (peak > RULES.pain.amberUpTo) return 'red';
	const start = around.isRun ? around.before : around.usual;
	const rise = start === null ? 'amber' : riseLight(peak, start);
	return rise === 'green' && around.isRun && !isModerate(around.usual) ? 'amber' : rise;
}

/** A limp, swelling, a tender bone and pain at night are red at any number; so is a leg that still hurts a day later. */
function legLight(pain: number | null, signs: readonly LegSign[], gone: boolean | null): Light {
	if (signs.length > 0) return 'red';
	if (pain === null) return 'unknown';
	if (pain > RULES.pain.amberUpTo) return 'red';
	if (pain > RULES.pain.greenUpTo) return gone === false ? 'red' : 'amber';
	return gone === false && pain > 0 ? 'amber' : 'green';
}

/** The leg or foot alone makes the session red (evidence.md 1.5, its own row). `checkIn`: its answers, if any. */
export const isLegRed = (checkIn: CheckIn | undefined, { legPain, legGone }: Pick<Morning, 'legPain' | 'legGone'>) =>
	(legPain !== null && legPain > RULES.pain.amberUpTo) ||
	(checkIn !== undefined && legLight(checkIn.legPain, checkIn.legSigns ?? [], legGone) === 'red');

const effortLight = (effort: number | null): Light =>
	effort === null ? 'unknown' : effort <= RULES.effort.greenUpTo ? 'green' : 'amber';

/** All intervals done is green, one or two walked amber. Not having been able to finish is red, but only if the person says so. */
function intervalLight(summary: Summary, checkIn: CheckIn): Light {
	if (checkIn.stoppedBy === 'body') return 'red';
	const missed = summary.runsPlanned - summary.runsDone;
	if (missed <= 0) return 'green';
	return summary.complete && missed > RULES.missedRuns.amberUpTo ? 'red' : 'amber';
}

/** The back in the morning. Above 50 is red here too; without an answer before the session, what is usual is the start. */
function morningBack(pain: number | null, around: Around): Light {
	if (pain === null) return 'unknown';
	if (pain > RULES.pain.amberUpTo) return 'red';
	const start = around.before ?? around.usual;
	return start === null ? 'unknown' : riseLight(pain, start);
}

function morningLights(around: Around): readonly Light[] {
	if (!around.morning) return [];
	const { backPain, legPain } = around.morning;
	const back = morningBack(backPain, around);
	const leg = legPain !== null && legPain > RULES.pain.amberUpTo ? 'red' : 'unknown';
	return [back, leg];
}

/**
 * The light of one session: the worst of what was answered. Without an answer about the back it is `unknown`, unless
 * another answer alone is red: a leg that hurts much does not wait for the question about the back.
 */
export function lightOf(summary: Summary, checkIn: CheckIn | undefined, around: Around = NOTHING_AROUND): Light {
	const stopped = around.stopped ?? 'unknown';
	if (!checkIn) {
		const leg = around.morning && isLegRed(undefined, around.morning);
		return stopped === 'red' || leg ? 'red' : 'unknown';
	}
	const light = worst([
		stopped,
		backLight(checkIn.backPain, around),
		legLight(checkIn.legPain, checkIn.legSigns ?? [], around.morning?.legGone ?? null),
		(checkIn.newSigns ?? []).length > 0 ? 'red' : 'unknown',
		effortLight(checkIn.effort),
		intervalLight(summary, checkIn),
		...morningLights(around)
	]);
	return checkIn.backPain === null && light !== 'red' ? 'unknown' : light;
}
