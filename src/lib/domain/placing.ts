// The manners of the cues: what wishes to be heard becomes a list in which nothing sounds over anything else.
// A tone keeps its exact moment; words wait for it, give way, become fewer, or are left out. Knows lengths, no sound.

import type { PhraseId, Tone, Utterance } from './spoken.ts';

export type Clip = { readonly kind: 'tone'; readonly tone: Tone } | { readonly kind: 'phrase'; readonly id: PhraseId };

/** One clip at its place. */
export interface Placed {
	/** When it begins to be heard, on the timeline; the words of the finish lie beyond its end. */
	readonly atMs: number;
	/** Its own length, or less where the tone of the next change comes sooner. */
	readonly lengthMs: number;
	readonly clip: Clip;
	/** What it is part of. */
	readonly utterance: Utterance;
}

export interface LeftOut {
	readonly clip: Clip;
	readonly utterance: Utterance;
	/** `noRoom`: something more important sounds then; `double`: just said. */
	readonly reason: 'noRoom' | 'double';
}

export interface Placement {
	/** In order of time; no two overlap. */
	readonly placed: readonly Placed[];
	readonly leftOut: readonly LeftOut[];
}

/** Headphones that sleep need this long before they let words through: from the beginning of a tone to the words. */
export const LEAD_MS = 500;
/** From the end of a tone to words (DESIGN.md, sound signature). */
export const AFTER_TONE_MS = 250;
/** Between words and whatever sounds next. */
export const GAP_MS = 400;
/** What sounded this short a while ago keeps headphones awake: no lead is needed. */
export const AWAKE_MS = 2000;
/** The same phrase is not wanted twice within this time. */
export const DOUBLE_MS = 4000;

type LengthMsOf = (clip: Clip) => number;

const endOf = (placed: Placed): number => placed.atMs + placed.lengthMs;
const afterMs = ({ clip }: Placed): number => (clip.kind === 'tone' ? AFTER_TONE_MS : GAP_MS);
const phrase = (id: PhraseId): Clip => ({ kind: 'phrase', id });

function placedTone(utterance: Utterance, tone: Tone, atMs: number, lengthMsOf: LengthMsOf): Placed {
	const clip: Clip = { kind: 'tone', tone };
	return { atMs, lengthMs: lengthMsOf(clip), clip, utterance };
}

/** When words may begin after a tone of their own. */
const wordsAfter = (tone: Placed): number => Math.max(endOf(tone) + AFTER_TONE_MS, tone.atMs + LEAD_MS);

/** Half-way may come later than its moment, tone and words together; every other tone is where it is. */
const mayMove = ({ kind, tone }: Utterance): boolean => kind === 'halfWay' && tone !== null;

/** Changes, counts and the finish sound on their moment, whatever happens. */
function placeTones(utterances: readonly Utterance[], lengthMsOf: LengthMsOf): readonly Placed[] {
	const tones = utterances.flatMap((utterance): readonly Placed[] => {
		if (utterance.tone === null || mayMove(utterance)) return [];
		return [placedTone(utterance, utterance.tone, utterance.atMs, lengthMsOf)];
	});
	return tones.map((tone, n) => ({
		...tone,
		lengthMs: Math.min(tone.lengthMs, (tones[n + 1]?.atMs ?? Infinity) - tone.atMs)
	}));
}

/** Words one after the other from `atMs` on. */
function inRow(
	utterance: Utterance,
	ids: readonly PhraseId[],
	atMs: number,
	lengthMsOf: LengthMsOf
): readonly Placed[] {
	let next = atMs;
	return ids.map((id) => {
		const placed = { atMs: next, lengthMs: lengthMsOf(phrase(id)), clip: phrase(id), utterance };
		next = endOf(placed) + GAP_MS;
		return placed;
	});
}

/** The lead that words at `atMs` need: none when something has just sounded. */
function leadFor(
	utterance: Utterance,
	atMs: number,
	taken: readonly Placed[],
	lengthMsOf: LengthMsOf
): readonly Placed[] {
	if (taken.some((other) => other.atMs < atMs && endOf(other) > atMs - AWAKE_MS)) return [];
	const lead = placedTone(utterance, 'lead', 0, lengthMsOf);
	return [{ ...lead, atMs: atMs - wordsAfter(lead) }];
}

/** Whether `row` disturbs nothing in `taken`, and ends in its step. */
function fits(row: readonly Placed[], utterance: Utterance, taken: readonly Placed[]): boolean {
	const first = row[0];
	const last = row.at(-1);
	if (!first || !last) return false;
	if (first.atMs < 0 || endOf(last) + GAP_MS > utterance.untilMs) return false;
	return taken.every((other) => endOf(other) + afterMs(other) <= first.atMs || endOf(last) + GAP_MS <= other.atMs);
}

/** What sounds when `utterance` begins at `atMs`: a tone that moves along, or the lead, or nothing; then the words. */
function rowAt(
	utterance: Utterance,
	ids: readonly PhraseId[],
	atMs: number,
	taken: readonly Placed[],
	lengthMsOf: LengthMsOf
): readonly Placed[] {
	if (!mayMove(utterance) || utterance.tone === null)
		return [...leadFor(utterance, atMs, taken, lengthMsOf), ...inRow(utterance, ids, atMs, lengthMsOf)];
	const tone = placedTone(utterance, utterance.tone, atMs, lengthMsOf);
	return [tone, ...inRow(utterance, ids, wordsAfter(tone), lengthMsOf)];
}

/** The earliest place for as much of `utterance` as there is room for; empty when there is none. */
function placeWords(
	utterance: Utterance,
	ids: readonly PhraseId[],
	taken: readonly Placed[],
	lengthMsOf: LengthMsOf
): readonly Placed[] {
	const fewest = mayMove(utterance) ? 0 : 1;
	if (ids.length < fewest) return [];
	const own = taken.find((other) => other.utterance === utterance);
	const fromMs = own ? wordsAfter(own) : utterance.atMs;
	const starts = [fromMs, ...taken.map((other) => endOf(other) + afterMs(other))]
		.filter((atMs) => atMs >= fromMs && atMs <= fromMs + utterance.mayWaitMs)
		.sort((a, b) => a - b);
	for (let count = ids.length; count >= fewest; count -= 1)
		for (const atMs of starts) {
			const row = rowAt(utterance, ids.slice(0, count), atMs, taken, lengthMsOf);
			if (fits(row, utterance, taken)) return row;
		}
	return [];
}

/**
 * Finds a place for everything that wishes to be heard. `lengthMsOf` says how long a clip is heard, more than 0 ms.
 * Laws: nothing overlaps; tones of changes, counts and the finish are exactly on time; the words of the finish are
 * always said and nothing comes after them; placing what was placed changes nothing.
 */
export function placeUtterances(utterances: readonly Utterance[], lengthMsOf: LengthMsOf): Placement {
	const ordered = utterances.toSorted((a, b) => a.atMs - b.atMs);
	const placed = [...placeTones(ordered, lengthMsOf)];
	const leftOut: LeftOut[] = [];
	for (const utterance of ordered.toSorted((a, b) => b.priority - a.priority)) {
		const isDouble = (id: PhraseId): boolean =>
			placed.some(
				({ clip, utterance: other }) =>
					clip.kind === 'phrase' && clip.id === id && Math.abs(other.atMs - utterance.atMs) < DOUBLE_MS
			);
		const wished = [...new Set(utterance.phrases)].filter((id) => !isDouble(id));
		const row = placeWords(utterance, wished, placed, lengthMsOf);
		const said = row.flatMap(({ clip }) => (clip.kind === 'phrase' ? clip.id : []));
		placed.push(...row);
		if (mayMove(utterance) && utterance.tone !== null && row.length === 0)
			leftOut.push({ clip: { kind: 'tone', tone: utterance.tone }, utterance, reason: 'noRoom' });
		for (const id of utterance.phrases)
			if (!said.includes(id))
				leftOut.push({ clip: phrase(id), utterance, reason: wished.includes(id) ? 'noRoom' : 'double' });
	}
	return { placed: placed.toSorted((a, b) => a.atMs - b.atMs), leftOut };
}
