// A step on the lock screen: title, session, picture.

import { base } from '$app/paths';
import type { Phase } from '#lib/domain/session.ts';
import type { Step, Timeline } from '#lib/domain/timeline.ts';
import type { ContentTexts } from '#lib/content/index.ts';
import type { CardContent } from '#lib/track/media-card.ts';
import { wordsOf } from './step-words.ts';

const PICTURES: Readonly<Record<Phase, string>> = {
	warmUp: 'warm-up',
	walk: 'walk',
	run: 'run',
	coolDown: 'warm-up',
	strength: 'strength',
	breathe: 'breathe',
	rest: 'rest',
	move: 'rest'
};

const SIZES = [256] as const;

/** 'Run 3 of 8' over the name of the session; on the mat the exercise, or where to go. */
export function cardOf(texts: ContentTexts, sessionName: string, step: Step, timeline: Timeline): CardContent {
	const { heading, place } = wordsOf(texts, step, timeline);
	const artwork = SIZES.map((size) => ({
		src: `${base}/artwork/${PICTURES[step.phase]}-${size}.png`,
		sizes: `${size}x${size}`,
		type: 'image/png'
	}));
	const onMat = timeline.steps.some((each) => each.exerciseId !== undefined);
	return { title: onMat ? heading : place, artist: sessionName, artwork };
}
