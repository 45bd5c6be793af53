// A step in words: heading, line below, place in the session, what comes next. Sentences come from content and messages.

import { lengthText } from '#lib/i18n/time-text.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { sideText, type ContentTexts } from '#lib/content/index.ts';
import type { Step, Timeline } from '#lib/domain/timeline.ts';

export interface StepWords {
	/** The page's heading. */
	readonly heading: string;
	readonly line: string;
	/** 'Run 3 of 8', 'Exercise 2 of 7'. */
	readonly place: string;
	readonly side: string;
}

const exerciseOf = (texts: ContentTexts, step: Step) =>
	step.exerciseId === undefined ? undefined : texts.exercises[step.exerciseId];

const exercisePlace = (step: Step, timeline: Timeline): string => {
	const work = timeline.steps.filter((each) => each.exerciseId !== undefined);
	const at = work.filter((each) => each.index <= step.index).length;
	return i18n.t('player.exerciseOf', { n: Math.max(1, at), of: work.length });
};

function placeOf(texts: ContentTexts, step: Step, timeline: Timeline): string {
	if (timeline.steps.some((each) => each.exerciseId !== undefined)) return exercisePlace(step, timeline);
	const phase = texts.phases[step.phase];
	return step.ordinals > 1 && !step.inserted
		? i18n.fill(phase.ordinal, { n: step.ordinal, of: step.ordinals })
		: phase.name;
}

const sideOf = (texts: ContentTexts, { side, exerciseId }: Step): string =>
	side ? sideText(texts, exerciseId, side) : '';

/** What the player shows and the live region says of a step. */
export function wordsOf(texts: ContentTexts, step: Step, timeline: Timeline): StepWords {
	const exercise = exerciseOf(texts, step);
	const phase = texts.phases[step.phase];
	const position = step.position === undefined ? undefined : texts.positions[step.position];
	return {
		heading: exercise?.name ?? position?.name ?? phase.name,
		line: step.inserted ? i18n.t('player.walkFirstLine') : (exercise?.cues[0] ?? position?.instruction ?? phase.cue),
		place: placeOf(texts, step, timeline),
		side: sideOf(texts, step)
	};
}

/** 'Walk 1:30', 'Bird dog, left': the step in a few words. */
export function shortWords(texts: ContentTexts, step: Step): string {
	const exercise = exerciseOf(texts, step);
	const position = step.position === undefined ? undefined : texts.positions[step.position];
	const name = exercise?.short ?? position?.name ?? texts.phases[step.phase].name;
	const side = step.side === 'left' || step.side === 'right' ? `, ${sideOf(texts, step)}` : '';
	return `${name}${side} ${lengthText(step.endMs - step.startMs)}`;
}

/** What assistive tools hear when a step begins. */
export function spokenStep(texts: ContentTexts, step: Step, timeline: Timeline): string {
	const words = wordsOf(texts, step, timeline);
	const seconds = Math.round((step.endMs - step.startMs) / 1000);
	const parts = [words.heading, words.side, spokenLength(seconds), words.place === words.heading ? '' : words.place];
	return parts.filter((part) => part !== '').join(', ');
}

/** '1 minute 30 seconds'. */
export function spokenLength(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	const rest = seconds % 60;
	const parts = [
		minutes > 0 ? i18n.t('time.minutes', { n: minutes }) : '',
		rest > 0 || minutes === 0 ? i18n.t('time.seconds', { n: rest }) : ''
	];
	return parts.filter((part) => part !== '').join(' ');
}

export interface RepNow {
	readonly n: number;
	readonly of: number;
	readonly holding: boolean;
	/** Whole seconds left of this hold or release. */
	readonly secondsLeft: number;
}

/** Which repetition it is, and what it does now; `null` where nothing is counted. */
export function repAt(step: Step, elapsedMs: number): RepNow | null {
	if (!step.dose) return null;
	const { reps, holdSeconds, releaseSeconds } = step.dose;
	const repMs = (holdSeconds + releaseSeconds) * 1000;
	const index = Math.min(reps - 1, Math.floor(elapsedMs / repMs));
	const inRep = elapsedMs - index * repMs;
	const holding = inRep < holdSeconds * 1000;
	const leftMs = holding ? holdSeconds * 1000 - inRep : repMs - inRep;
	return { n: index + 1, of: reps, holding, secondsLeft: Math.max(0, Math.ceil(leftMs / 1000)) };
}
