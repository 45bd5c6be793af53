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
	| 'repeatAmber'
	| 'stepBackAmber'
	| 'stepBackRed'
	| 'noAnswers'
	| 'repeatAfterBreak'
	| 'stepBackAfterBreak'
	| 'beginAgain'
	| 'chosen'
	| 'finished';

/** A run session that was done, or a stage that the person chose. */
export type StageEvent =
	| { readonly type: 'session'; readonly on: LocalDay; readonly stage: number; readonly light: Light }
	| { readonly type: 'chosen'; readonly on: LocalDay; readonly stage: number };

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
	readonly ambers: number;
	readonly reason: StageReason;
	readonly lastOn: LocalDay | null;
	readonly raisedOn: LocalDay | null;
}

/** Green sessions in a row that a stage asks for; both are indexes. */
export const greensNeeded = (stage: number, last: number): number =>
	stage === 0 || stage === last ? RULES.greensAtTheEnds : RULES.greensToMoveUp;

function afterGreen(fold: Fold, on: LocalDay, last: number): Fold {
	const greens = fold.greens + 1;
	if (greens < greensNeeded(fold.stage, last)) return { ...fold, greens, ambers: 0, reason: 'oneMoreGreen' };
	if (fold.stage === last) return { ...fold, greens, ambers: 0, reason: 'finished' };
	// Never more than one stage up per day.
	if (fold.raisedOn === on) return { ...fold, greens, ambers: 0, reason: 'oneMoreGreen' };
	return { ...fold, stage: fold.stage + 1, greens: 0, ambers: 0, reason: 'earned', raisedOn: on };
}

function afterAmber(fold: Fold): Fold {
	const ambers = fold.ambers + 1;
	if (ambers < RULES.ambersToMoveDown) return { ...fold, greens: 0, ambers, reason: 'repeatAmber' };
	return { ...fold, stage: Math.max(0, fold.stage - 1), greens: 0, ambers: 0, reason: 'stepBackAmber' };
}

function fold(before: Fold, event: StageEvent, last: number): Fold {
	// What a break took away does not come back with the session that ends it.
	const state = before.lastOn === null ? before : afterBreak(before, daysBetween(before.lastOn, event.on));
	// Unanswered, it neither advances nor sets back, whatever stage it was done at (decisions.md).
	const same = event.stage === state.stage;
	if (event.type === 'session' && event.light === 'unknown')
		return { ...state, lastStage: same ? event.stage : state.lastStage, lastOn: event.on, reason: 'noAnswers' };
	const at: Fold = {
		...state,
		stage: event.stage,
		lastStage: event.stage,
		greens: same ? state.greens : 0,
		ambers: same ? state.ambers : 0,
		// A choice is not a session: it does not end a break.
		lastOn: event.type === 'session' ? event.on : state.lastOn
	};
	if (event.type === 'chosen') return { ...at, greens: 0, ambers: 0, reason: 'chosen' };
	if (event.light === 'green') return afterGreen(at, event.on, last);
	if (event.light === 'amber') return afterAmber(at);
	return {
		...at,
		stage: Math.max(0, at.stage - RULES.stagesBackAfterRed),
		greens: 0,
		ambers: 0,
		reason: 'stepBackRed'
	};
}

function afterBreak(state: Fold, days: number): Fold {
	if (days < RULES.repeatFromDays) return state;
	if (days < RULES.stepBackFromDays)
		return { ...state, stage: Math.min(state.stage, state.lastStage), greens: 0, reason: 'repeatAfterBreak' };
	if (days < RULES.beginAgainFromDays)
		return {
			...state,
			stage: Math.max(0, state.stage - RULES.stagesBackAfterBreak),
			greens: 0,
			ambers: 0,
			reason: 'stepBackAfterBreak'
		};
	return { ...state, stage: 0, greens: 0, ambers: 0, reason: 'beginAgain' };
}

/**
 * The stage of the next run. `start` and the stages of `events` (oldest first) are indexes in `0 … last`.
 * Two green sessions in a row move one stage up (three at the first and last stage); amber repeats, the third in a row
 * steps one back; red steps two back; 7-13 days without a session repeat, 14-29 step two back, from 30 on begin again
 * (evidence.md 1.5 [P]).
 */
export function stageAfter(start: number, events: readonly StageEvent[], today: LocalDay, last: number): StageState {
	const first: Fold = {
		stage: start,
		lastStage: start,
		greens: 0,
		ambers: 0,
		reason: 'start',
		lastOn: null,
		raisedOn: null
	};
	const folded = events.reduce((state, event) => fold(state, event, last), first);
	const lastEvent = events.at(-1);
	// A stage chosen after the break stands: the person has decided with the break in view.
	const sinceOn = lastEvent?.type === 'chosen' ? lastEvent.on : folded.lastOn;
	const days = sinceOn === null ? 0 : daysBetween(sinceOn, today);
	const { stage, greens, reason } = afterBreak(folded, days);
	return { stage, greens, greensNeeded: greensNeeded(stage, last), reason, lastOn: folded.lastOn, breakDays: days };
}
