// npm run voice: makes the clips that are missing or whose words have changed, and removes those nobody asks for.
//
//   npm run voice            what is needed
//   npm run voice -- --all   every clip anew
//
// For development only: the clips are committed, so that neither the build nor the tests need a voice. See docs/voice.md.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createServer } from 'vite';
import * as set from './settings.mjs';
import { clipOfFile, clipOfWords, encode, floorFrames, toneSamples } from './sound.mjs';

const makeAll = process.argv.includes('--all');

/** Node 20 reads no TypeScript; Vite does, as long as it lives. */
const reader = await createServer({
	...{ configFile: false, root: set.root, logLevel: 'error', appType: 'custom' },
	resolve: { alias: { '#lib': join(set.root, 'src/lib') } },
	server: { middlewareMode: true, hmr: false, ws: false, watch: null },
	optimizeDeps: { noDiscovery: true }
});
/** @param {string} path */
const load = (path) => reader.ssrLoadModule(`/${path}`);

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(join(set.root, path), 'utf8'));

/** @returns {set.Manifest} */
const manifestBefore = () =>
	existsSync(set.manifestFile) ? JSON.parse(readFileSync(set.manifestFile, 'utf8')) : { de: {}, en: {}, tones: {} };

/** @typedef {{ readonly id: string, readonly words: string, readonly hash: string, readonly make: () => Uint8Array }} Wish */

/**
 * @param {set.Language} language
 * @returns {Promise<Wish[]>}
 */
async function spokenWishes(language) {
	const { loadShelf } = await load('src/lib/content/shelf.ts');
	const { phrasesOf } = await load('src/lib/content/phrases.ts');
	const voice = readJson(`src/lib/content/voice/${language}.json`);
	/** @type {{ id: string, words: string, reads: string }[]} */
	const phrases = phrasesOf(await loadShelf(language), voice);
	return phrases.map(({ id, words, reads }) => {
		const recording = join(set.recordedDir, language, `${id}.wav`);
		const isRecorded = existsSync(recording);
		return {
			...{ id, words, hash: set.wordsHash(language, reads, isRecorded ? readFileSync(recording) : undefined) },
			make: () => (isRecorded ? clipOfFile(recording) : clipOfWords(language, reads))
		};
	});
}

/** @returns {Promise<Wish[]>} */
async function toneWishes() {
	const signature = await load('src/lib/audio/signature.ts');
	const tones = Object.entries(signature.SIGNATURE).map(([id, notes]) => ({
		...{ id, words: '', hash: set.toneHash(notes) },
		make: () => encode(toneSamples(notes, signature))
	}));
	return [...tones, { id: 'floor', words: '', hash: set.toneHash(set.FLOOR), make: floorFrames }];
}

/**
 * @param {string} folder
 * @param {readonly Wish[]} wishes
 * @param {Record<string, set.Made>} before
 */
function fulfil(folder, wishes, before) {
	const dir = join(set.clipsDir, folder);
	mkdirSync(dir, { recursive: true });
	let made = 0;
	for (const { id, hash, make } of wishes) {
		const file = join(dir, `${id}.mp3`);
		if (!makeAll && before[id]?.hash === hash && existsSync(file)) continue;
		writeFileSync(file, make());
		made += 1;
	}
	const wanted = new Set(wishes.map(({ id }) => `${id}.mp3`));
	const orphans = readdirSync(dir).filter((name) => !wanted.has(name));
	for (const name of orphans) rmSync(join(dir, name));
	console.log(`${folder}: ${wishes.length} clips, ${made} made, ${orphans.length} removed.`);
	return Object.fromEntries(wishes.map(({ id, words, hash }) => [id, { words, hash }]));
}

/** @param {set.Manifest} manifest one clip a line, so that a change shows as one */
function manifestText(manifest) {
	const groups = Object.entries(manifest).map(([folder, clips]) => {
		const lines = Object.entries(clips).map(([id, made]) => `\t\t${JSON.stringify(id)}: ${JSON.stringify(made)}`);
		return `\t${JSON.stringify(folder)}: {\n${lines.join(',\n')}\n\t}`;
	});
	return `{\n${groups.join(',\n')}\n}\n`;
}

try {
	const before = manifestBefore();
	const manifest = {
		de: fulfil('de', await spokenWishes('de'), before.de),
		en: fulfil('en', await spokenWishes('en'), before.en),
		tones: fulfil('tones', await toneWishes(), before.tones)
	};
	mkdirSync(dirname(set.manifestFile), { recursive: true });
	writeFileSync(set.manifestFile, manifestText(manifest));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	await reader.close();
}
