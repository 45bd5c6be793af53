// Which stage comes next: a fold over what was done. Source: evidence.md 1.5 'Progress / repeat / step back' [P].
// Stages are indexes here; their names belong to the programme.

import { daysBetween, type LocalDay } from './local-day.ts';
import type { Light } from './light.ts';
import { RULES } from './rules.ts';

/** Why the stage is what it is; a text id. */
export type StageReason =
	| 'start'
	| 'earned'
	| 'oneMoreGreen'
	| 'morningOpen'
	| 'repeatAmber'
	| 'stepBackAmber'
	| 'stepBackRed'
	| 'noAnswers'
	| 'repeatAfterBreak'
	| 'stepBackAfterBreak'
	| 'afterFlare'
	| 'jogTestDue'
	| 'jogTest'
	| 'chosen'
	| 'finished';

/**
 * A run session that was done, a stage that the person chose or a jog test led to, or the end of a flare.
 * `hasMorning`: the morning after is known. `isSlow`: the slow track applied on that day.
 */
export type StageEvent =
	| {
			readonly type: 'session';
			readonly on: LocalDay;
			readonly stage: number;
			readonly light: Light;
			readonly hasMorning: boolean;
			readonly isSlow: boolean;
	  }
	| { readonly type: 'chosen' | 'jogTest'; readonly on: LocalDay; readonly stage: number }
	| { readonly type: 'flareOver'; readonly on: LocalDay };

export interface StageState {
	readonly stage: number;
	/** Green sessions in a row at this stage. */
	readonly greens: number;
	readonly greensNeeded: number;
	readonly reason: StageReason;
	readonly lastOn: LocalDay | null;
	/** Days since the last session, when that changed the stage. */
	readonly breakDays: number;
}

interface Fold {
	readonly stage: number;
	readonly lastStage: number;
	readonly greens: number;
	/** Of the greens in a row those whose next morning is known. */
	readonly mornings: number;
	readonly ambers: number;
	readonly reason: StageReason;
	readonly lastOn: LocalDay | null;
	/** The day from which a break counts: the last session, or the stage chosen since; `null`: neither. */
	readonly restsFrom: LocalDay | null;
	readonly raisedOn: LocalDay | null;
}

type SessionEvent = Extract<StageEvent, { type: 'session' }>;

/** Green sessions in a row that a stage asks for; both are indexes. */
export const greensNeeded = (stage: number, last: number, isSlow = false): number => {
	if (isSlow) return RULES.greensOnSlowTrack;
	return stage === 0 || stage === last ? RULES.greensAtTheEnds : RULES.greensToMoveUp;
};

function afterGreen(before: Fold, { on, hasMorning, isSlow }: SessionEvent, last: number): Fold {
	const greens = before.greens + 1;
	const fold = { ...before, greens, mornings: before.mornings + (hasMorning ? 1 : 0), ambers: 0 };
	if (greens < greensNeeded(fold.stage, last, isSlow)) return { ...fold, reason: 'oneMoreGreen' };
	if (fold.stage === last) return { ...fold, reason: 'finished' };
	// A step up waits until one of the mornings after is known (decisions.md 'Missing data').
	if (fold.mornings === 0) return { ...fold, reason: 'morningOpen' };
	// Never more than one stage up per day.
	if (fold.raisedOn === on) return { ...fold, reason: 'oneMoreGreen' };
	return { ...fold, stage: fold.stage + 1, greens: 0, mornings: 0, reason: 'earned', raisedOn: on };
}

const NO_GREENS = { greens: 0, mornings: 0 } as const;

/** Two stages lower, once there was a session to step back from (evidence.md 4.3). */
const afterFlare = (state: Fold): Fold =>
	state.lastOn === null
		? state
		: {
				...state,
				...NO_GREENS,
				stage: Math.max(0, state.stage - RULES.stagesBackAfterRed),
				ambers: 0,
				reason: 'afterFlare'
			};

function afterAmber(fold: Fold): Fold {
	const ambers = fold.ambers + 1;
	if (ambers < RULES.ambersToMoveDown) return { ...fold, ...NO_GREENS, ambers, reason: 'repeatAmber' };
	return { ...fold, ...NO_GREENS, stage: Math.max(0, fold.stage - 1), ambers: 0, reason: 'stepBackAmber' };
}

/** What a choice or a jog test makes of it: that stage, and everything anew. */
const atChosen = (state: Fold, stage: number, more: Pick<Fold, 'reason' | 'lastOn' | 'restsFrom'>): Fold => ({
	...state,
	...NO_GREENS,
	stage,
	lastStage: stage,
	ambers: 0,
	...more
});

const ranOn = (on: LocalDay) => ({ lastOn: on, restsFrom: on });

function afterSession(state: Fold, event: SessionEvent, last: number): Fold {
	const { stage, light, on } = event;
	const same = stage === state.stage;
	// Unanswered, it neither advances nor sets back, whatever stage it was done at (decisions.md).
	if (light === 'unknown')
		return { ...state, lastStage: same ? stage : state.lastStage, ...ranOn(on), reason: 'noAnswers' };
	const at: Fold = {
		...state,
		stage,
		lastStage: stage,
		...(same ? {} : NO_GREENS),
		ambers: same ? state.ambers : 0,
		...ranOn(on)
	};
	if (light === 'green') return afterGreen(at, event, last);
	if (light === 'amber') return afterAmber(at);
	return {
		...at,
		...NO_GREENS,
		stage: Math.max(0, at.stage - RULES.stagesBackAfterRed),
		ambers: 0,
		reason: 'stepBackRed'
	};
}

function fold(before: Fold, event: StageEvent, last: number): Fold {
	// What a break took away does not come back with the session that ends it.
	const state = before.restsFrom === null ? before : afterBreak(before, daysBetween(before.restsFrom, event.on));
	if (event.type === 'session') return afterSession(state, event, last);
	if (event.type === 'flareOver') return afterFlare(before);
	// A choice is no session, but the person made it with the break in view: a break counts anew from it.
	if (event.type === 'chosen')
		return atChosen(state, event.stage, { reason: 'chosen', lastOn: state.lastOn, restsFrom: event.on });
	return atChosen(state, event.stage, { reason: 'jogTest', ...ranOn(event.on) });
}

function afterBreak(state: Fold, days: number): Fold {
	if (days < RULES.repeatFromDays) return state;
	if (days >= RULES.jogTestFromDays) return { ...state, ...NO_GREENS, stage: 0, ambers: 0, reason: 'jogTestDue' };
	// A flare has already led as far back as such a break does.
	if (state.reason === 'afterFlare') return state;
	if (days < RULES.stepBackFromDays)
		return { ...state, ...NO_GREENS, stage: Math.min(state.stage, state.lastStage), reason: 'repeatAfterBreak' };
	return {
		...state,
		...NO_GREENS,
		stage: Math.max(0, state.stage - RULES.stagesBackAfterBreak),
		ambers: 0,
		reason: 'stepBackAfterBreak'
	};
}

/**
 * The stage of the next run. `start` and the stages of `events` (oldest first) are indexes in `0 … last`.
 * Two green sessions in a row move one stage up (three at the first and last stage); amber repeats, the third in a row
 * steps one back; red and the end of a flare step two back; 7-13 days without a session repeat, 14-29 step two back,
 * from 30 on a jog test is due and the first stage stands until then (evidence.md 1.5, 4.3 [P]). `isSlow`: the slow
 * track applies today. `takenUpOn`: the day on which somebody who had run before took it up at `start`; a break counts from it.
 */
export function stageAfter(
	start: number,
	events: readonly StageEvent[],
	today: LocalDay,
	last: number,
	isSlow = false,
	takenUpOn: LocalDay | null = null
): StageState {
	const first: Fold = {
		stage: start,
		lastStage: start,
		...NO_GREENS,
		ambers: 0,
		reason: 'start',
		lastOn: takenUpOn,
		restsFrom: takenUpOn,
		raisedOn: null
	};
	const folded = events.reduce((state, event) => fold(state, event, last), first);
	const days = folded.restsFrom === null ? 0 : daysBetween(folded.restsFrom, today);
	const { stage, greens, reason } = afterBreak(folded, days);
	return {
		stage,
		greens,
		greensNeeded: greensNeeded(stage, last, isSlow),
		reason,
		lastOn: folded.lastOn,
		breakDays: days
	};
}
