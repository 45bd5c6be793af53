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
	readonly trouble: ShelfTrouble | null;
}

const NONE: Clips = new Map();
const files = createKeptFiles(`${dataName}:voice`);
const known = new Map<string, { clips: Clips; trouble: ShelfTrouble | null }>();

async function read(name: keyof typeof packUrls): Promise<{ clips: Clips; trouble: ShelfTrouble | null }> {
	const before = known.get(name);
	if (before) return before;
	const answer = await files.read(packUrls[name]);
	if (answer.type === 'missing') return { clips: NONE, trouble: 'missing' };
	const pack = {
		clips: readPack(answer.bytes).clips,
		trouble: answer.type === 'passing' ? ('notKept' as const) : null
	};
	known.set(name, pack);
	return pack;
}

/** Tones from the worker's own cache; they are part of the app. */
async function readTones(): Promise<Clips> {
	const before = known.get('tones');
	if (before) return before.clips;
	try {
		const response = await fetch(packUrls.tones);
		const { clips } = readPack(await response.arrayBuffer());
		known.set('tones', { clips, trouble: null });
		return clips;
	} catch {
		return NONE;
	}
}

/**
 * What there is to be heard in `language`; `null`: tones only. `onTones` has the tones alone, which are small and come
 * first: over a slow network the words take seconds longer. Never rejects.
 */
export async function openShelf(language: Language | null, onTones: (shelf: Shelf) => void): Promise<Shelf> {
	const asked = language ? read(language) : { clips: NONE, trouble: null };
	const tones = await readTones();
	onTones({ tones, words: NONE, trouble: null });
	const words = await asked;
	return { tones, words: words.clips, trouble: words.trouble };
}

/** Fetches the words of a language for later, so that they are there without a network. */
export async function keepWords(language: Language): Promise<void> {
	if (!(await files.has(packUrls[language]))) await files.read(packUrls[language]);
}
