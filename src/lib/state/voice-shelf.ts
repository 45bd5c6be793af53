// The clips that the device has: tones with the app, words of the chosen language once they were fetched.
// Reads each pack once for a page. Knows languages, no sessions.

import type { Language } from '#lib/domain/record.ts';
import { createKeptFiles } from '#lib/platform/kept-file.ts';
import { packUrls, readPack, type Pack } from '#lib/voice/index.ts';
import { dataName } from './data-name.ts';

/** Whole MP3 frames by id. */
export type Clips = Pack['clips'];

export type ShelfTrouble =
	/** Words are not on the device and there is no network. */
	| 'missing'
	/** They are here for now, but the device has no room to keep them. */
	| 'notKept';

export interface Shelf {
	/** By sound of the signature, and `floor`. Empty when even these could not be had. */
	readonly tones: Clips;
	/** By phrase. Empty when no voice is wanted or to be had. */
	readonly words: Clips;
	/** Phrases whose clips are broken. */
	readonly broken: readonly string[];
	readonly trouble: ShelfTrouble | null;
}

type Words = Omit<Shelf, 'tones'>;

const NONE: Clips = new Map();
const NO_WORDS: Words = { words: NONE, broken: [], trouble: null };
export const EMPTY_SHELF: Shelf = { tones: NONE, ...NO_WORDS };
const files = createKeptFiles(`${dataName}:voice`);
const known = new Map<Language, Words>();
let knownTones: Clips | null = null;

async function read(language: Language): Promise<Words> {
	const before = known.get(language);
	if (before) return before;
	const answer = await files.read(packUrls[language]);
	if (answer.type === 'missing') return { ...NO_WORDS, trouble: 'missing' };
	const { clips, faults } = readPack(answer.bytes);
	const pack: Words = {
		words: clips,
		broken: faults.flatMap(({ clip }) => clip ?? []),
		trouble: clips.size === 0 ? 'missing' : answer.type === 'passing' ? 'notKept' : null
	};
	known.set(language, pack);
	return pack;
}

/** Tones from the worker's own cache; they are part of the app. */
async function readTones(): Promise<Clips> {
	if (knownTones) return knownTones;
	try {
		const response = await fetch(packUrls.tones);
		knownTones = readPack(await response.arrayBuffer()).clips;
		return knownTones;
	} catch {
		return NONE;
	}
}

/**
 * What there is to be heard in `language`; `null`: tones only. `onTones` has the tones alone, which are small and come
 * first: over a slow network the words take seconds longer. Never rejects.
 */
export async function openShelf(language: Language | null, onTones: (shelf: Shelf) => void): Promise<Shelf> {
	const asked = language ? read(language) : NO_WORDS;
	const tones = await readTones();
	onTones({ tones, ...NO_WORDS });
	return { tones, ...(await asked) };
}

/** Fetches the words of a language for later, so that they are there without a network. */
export async function keepWords(language: Language): Promise<void> {
	if (!(await files.has(packUrls[language]))) await files.read(packUrls[language]);
}
