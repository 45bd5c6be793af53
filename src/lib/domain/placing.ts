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

/** Changes, counts and the finish sound on their moment, whatever happens; half-way only where it disturbs none of them. */
function placeTones(utterances: readonly Utterance[], lengthMsOf: LengthMsOf): readonly Placed[] {
	const tones = utterances.flatMap((utterance): readonly Placed[] => {
		if (utterance.tone === null) return [];
		const clip: Clip = { kind: 'tone', tone: utterance.tone };
		return [{ atMs: utterance.atMs, lengthMs: lengthMsOf(clip), clip, utterance }];
	});
	const sure = tones
		.filter(({ utterance }) => utterance.kind !== 'halfWay')
		.map((tone, n, all) => ({
			...tone,
			lengthMs: Math.min(tone.lengthMs, (all[n + 1]?.atMs ?? Infinity) - tone.atMs)
		}));
	const free = tones.filter(
		(tone) =>
			tone.utterance.kind === 'halfWay' && sure.every((other) => endOf(other) <= tone.atMs || endOf(tone) <= other.atMs)
	);
	return [...sure, ...free];
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
	const clip: Clip = { kind: 'tone', tone: 'lead' };
	const lengthMs = lengthMsOf(clip);
	return [{ atMs: atMs - Math.max(LEAD_MS, lengthMs + AFTER_TONE_MS), lengthMs, clip, utterance }];
}

/** `row` where it disturbs nothing in `taken`; `undefined` where it does. */
function fits(row: readonly Placed[], utterance: Utterance, taken: readonly Placed[]): boolean {
	const first = row[0];
	const last = row.at(-1);
	if (!first || !last) return false;
	if (first.atMs < 0 || endOf(last) + GAP_MS > utterance.untilMs) return false;
	return taken.every((other) => endOf(other) + afterMs(other) <= first.atMs || endOf(last) + GAP_MS <= other.atMs);
}

/** The earliest place for as many words of `utterance` as there is room for; empty when there is none for the first. */
function placeWords(
	utterance: Utterance,
	ids: readonly PhraseId[],
	taken: readonly Placed[],
	lengthMsOf: LengthMsOf
): readonly Placed[] {
	const own = taken.find((other) => other.utterance === utterance);
	const fromMs = own ? Math.max(endOf(own) + AFTER_TONE_MS, own.atMs + LEAD_MS) : utterance.atMs;
	const starts = [fromMs, ...taken.map((other) => endOf(other) + afterMs(other))]
		.filter((atMs) => atMs >= fromMs && atMs <= fromMs + utterance.mayWaitMs)
		.sort((a, b) => a - b);
	for (let count = ids.length; count > 0; count -= 1)
		for (const atMs of starts) {
			const words = inRow(utterance, ids.slice(0, count), atMs, lengthMsOf);
			const row = [...leadFor(utterance, atMs, taken, lengthMsOf), ...words];
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
	for (const utterance of ordered) {
		if (utterance.tone !== null && !placed.some((each) => each.utterance === utterance))
			leftOut.push({ clip: { kind: 'tone', tone: utterance.tone }, utterance, reason: 'noRoom' });
	}
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
		for (const id of utterance.phrases)
			if (!said.includes(id))
				leftOut.push({ clip: phrase(id), utterance, reason: wished.includes(id) ? 'noRoom' : 'double' });
	}
	return { placed: placed.toSorted((a, b) => a.atMs - b.atMs), leftOut };
}
