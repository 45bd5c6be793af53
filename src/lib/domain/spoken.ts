// What is said in a session, and when it is wished for: the cues with the phrases that go with them.
// Knows phrase ids, no language, no sound. When each is really said, placing.ts decides.

import { cuesOf, type Cue, type CueKind } from './cue.ts';
import type { Phase } from './session.ts';
import type { Step, Timeline } from './timeline.ts';

/**
 * The name of one whole phrase, the same in every language: `run.120` (what begins and for how many seconds), `run`,
 * `exercise.<id>`, `next.<id>`, `position.<id>`, `side.left`, `side.left.<exercise id>` where it is not the leg that
 * works, `half`, `ten`, `finish` and the like.
 */
export type PhraseId = string;

/** A tone that can be heard: that of a cue, or the soft `lead` before words that have no tone of their own. */
export type Tone = CueKind | 'lead';

/** A cue, or one of the two moments that exist with a voice alone: `ten` seconds to go, and what comes `next`. */
export type UtteranceKind = CueKind | 'ten' | 'next';

/** One moment with what is heard in it: a tone, words, or both. */
export interface Utterance {
	readonly kind: UtteranceKind;
	/** When it is due on the timeline: its tone, or without one its words. */
	readonly atMs: number;
	readonly stepIndex: number;
	readonly tone: CueKind | null;
	/** The most important first; when time is short they are left out from the end. */
	readonly phrases: readonly PhraseId[];
	/** Of two that want the same time the higher one has it. */
	readonly priority: number;
	/** How much later than its own moment the words may begin. */
	readonly mayWaitMs: number;
	/** The words are over by then: the end of the step. Infinite for the finish. */
	readonly untilMs: number;
}

/** Steps from this length on say that ten seconds are left. */
export const TEN_FROM_MS = 60_000;
const TEN_MS = 10_000;

const PRIORITY = { finish: 5, change: 4, ten: 3, halfWay: 2, next: 1, count: 0 } as const;
/** "Ten seconds" is true for half a second; half-way and what comes next are true for longer. */
const MAY_WAIT_MS = { ten: 500, halfWay: 15_000, next: 15_000 } as const;

/** The phases that are said with their length. */
const TIMED: readonly Phase[] = ['warmUp', 'walk', 'run', 'coolDown'];

type Has = (id: PhraseId) => boolean;

/** The first phrase of `ids` that there is, in a list; an empty list where there is none. Asks for no more than it needs. */
const firstOf = (has: Has, ...ids: readonly PhraseId[]): readonly PhraseId[] => {
	const first = ids.find(has);
	return first === undefined ? [] : [first];
};

const sidePhrase = (has: Has, { side, exerciseId }: Step): readonly PhraseId[] =>
	side ? firstOf(has, `side.${side}.${exerciseId ?? ''}`, `side.${side}`) : [];

/** What is said when `step` begins. A length without a phrase of its own (a step made longer) is left unsaid. */
function stepPhrases(step: Step, has: Has): readonly PhraseId[] {
	if (step.inserted) return firstOf(has, 'walk-first', step.phase);
	if (step.exerciseId !== undefined)
		return [...firstOf(has, `exercise.${step.exerciseId}`, step.phase), ...sidePhrase(has, step)];
	if (step.position !== undefined) return firstOf(has, `position.${step.position}`, step.phase);
	const timed = TIMED.includes(step.phase) ? [`${step.phase}.${(step.endMs - step.startMs) / 1000}`] : [];
	return firstOf(has, ...timed, step.phase);
}

/** The step of the exercise that a rest or a move leads to. */
const comingExercise = (timeline: Timeline, step: Step): Step | undefined =>
	step.exerciseId === undefined
		? timeline.steps.slice(step.index).find((later) => later.exerciseId !== undefined)
		: undefined;

/** 'Change sides', then where to lie down, or which side it is. */
function sideChangePhrases(timeline: Timeline, step: Step, has: Has): readonly PhraseId[] {
	const where = step.position === undefined ? [] : firstOf(has, `position.${step.position}`);
	return [
		...firstOf(has, 'side.change'),
		...(where.length > 0 ? where : sidePhrase(has, comingExercise(timeline, step) ?? step))
	];
}

function utteranceOf(timeline: Timeline, cue: Cue, has: Has): Utterance | undefined {
	const step = timeline.steps[cue.stepIndex];
	if (!step) return undefined;
	const { kind, atMs, stepIndex } = cue;
	const base = { kind, atMs, stepIndex, tone: kind, mayWaitMs: 0, untilMs: step.endMs };
	switch (kind) {
		case 'finish':
			return { ...base, phrases: firstOf(has, 'finish'), priority: PRIORITY.finish, untilMs: Infinity };
		case 'halfWay':
			return {
				...base,
				phrases: firstOf(has, 'half'),
				priority: PRIORITY.halfWay,
				mayWaitMs: MAY_WAIT_MS.halfWay
			};
		case 'sideChange':
			return { ...base, phrases: sideChangePhrases(timeline, step, has), priority: PRIORITY.change };
		case 'up':
		case 'down':
			return { ...base, phrases: stepPhrases(step, has), priority: PRIORITY.change };
		case 'three':
		case 'two':
		case 'one':
			return { ...base, phrases: [], priority: PRIORITY.count };
	}
}

const tenOf = ({ index, startMs, endMs }: Step, has: Has): readonly Utterance[] =>
	endMs - startMs < TEN_FROM_MS || !has('ten')
		? []
		: [
				{
					kind: 'ten',
					atMs: endMs - TEN_MS,
					stepIndex: index,
					tone: null,
					phrases: ['ten'],
					priority: PRIORITY.ten,
					mayWaitMs: MAY_WAIT_MS.ten,
					untilMs: endMs
				}
			];

/** In the first rest or move after an exercise: which one comes. Not where it is the same one on the other side. */
function nextOf(timeline: Timeline, step: Step, has: Has): readonly Utterance[] {
	const before = timeline.steps[step.index - 1];
	const coming = comingExercise(timeline, step);
	const isSaid = before !== undefined && before.exerciseId === undefined && comingExercise(timeline, before) === coming;
	if (!coming || isSaid || before?.exerciseId === coming.exerciseId) return [];
	return firstOf(has, `next.${coming.exerciseId ?? ''}`).map((id) => ({
		kind: 'next',
		atMs: step.startMs,
		stepIndex: step.index,
		tone: null,
		phrases: [id],
		priority: PRIORITY.next,
		mayWaitMs: MAY_WAIT_MS.next,
		untilMs: step.endMs
	}));
}

/**
 * Everything that wishes to be heard in a session, in order of time. `has` says which phrases there are; of what has
 * none, only the tone is left. The finish comes last.
 */
export function utterancesOf(timeline: Timeline, has: Has): readonly Utterance[] {
	const ofCues = cuesOf(timeline).flatMap((cue) => utteranceOf(timeline, cue, has) ?? []);
	const ofSteps = timeline.steps.flatMap((step) => [...nextOf(timeline, step, has), ...tenOf(step, has)]);
	return [...ofSteps, ...ofCues].sort((a, b) => a.atMs - b.atMs || b.priority - a.priority);
}
