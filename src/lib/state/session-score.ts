// What a session sounds like: the score of a timeline, with every tone and phrase at its moment.
// Knows which clips there are and how long they are, not how they are played.

import { placeUtterances, type Clip, type Placed } from '#lib/domain/placing.ts';
import { utterancesOf } from '#lib/domain/spoken.ts';
import type { Timeline } from '#lib/domain/timeline.ts';
import { lengthMsOf, soundOf } from '#lib/audio/signature.ts';
import { clipMs } from '#lib/voice/index.ts';
import type { Clips } from './voice-shelf.ts';

export interface Score {
	readonly placed: readonly Placed[];
	/** Phrases that the session asks for, each once. */
	readonly phrases: readonly string[];
	/** Phrases that it would say if their clips were not broken. */
	readonly unsaid: readonly string[];
}

const lengthOf =
	(words: Clips) =>
	(clip: Clip): number => {
		if (clip.kind === 'tone') return lengthMsOf(soundOf(clip.tone));
		const frames = words.get(clip.id);
		return frames ? clipMs(frames) : 0;
	};

/** The score of `timeline` with the words that there are; without any, the tones alone. */
export function scoreOf(timeline: Timeline, words: Clips, broken: readonly string[] = []): Score {
	const asked = new Set<string>();
	const utterances = utterancesOf(timeline, (id) => {
		asked.add(id);
		return words.has(id);
	});
	const { placed } = placeUtterances(utterances, lengthOf(words));
	const phrases = placed.flatMap(({ clip }) => (clip.kind === 'phrase' ? [clip.id] : []));
	return { placed, phrases: [...new Set(phrases)], unsaid: broken.filter((id) => asked.has(id)) };
}
