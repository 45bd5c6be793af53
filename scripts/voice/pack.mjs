// Joins the clips to packs: one file per language, one for the tones and the floor, so that each loads as one.
// vite.config.ts runs it. The packs are not committed; src/lib/voice/pack.ts reads them.
//
// A pack: 4 bytes, little-endian, with the length of the header; the header, JSON: { version, clips: [id, first frame,
// frames][] }; the frames of all clips, 96 bytes each.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clipsDir, FRAME_BYTES, root } from './settings.mjs';

export const PACK_VERSION = 1;
const packsDir = join(root, 'src/lib/voice/packs');

/** @param {readonly (readonly [string, Uint8Array])[]} clips id and whole frames */
export function packOf(clips) {
	let next = 0;
	const index = clips.map(([id, bytes]) => {
		const first = next;
		next += bytes.length / FRAME_BYTES;
		return [id, first, bytes.length / FRAME_BYTES];
	});
	const header = Buffer.from(JSON.stringify({ version: PACK_VERSION, clips: index }), 'utf8');
	const length = Buffer.alloc(4);
	length.writeUInt32LE(header.length);
	return Buffer.concat([length, header, ...clips.map(([, bytes]) => bytes)]);
}

/** Writes the packs whose clips have changed. */
export function packClips() {
	mkdirSync(packsDir, { recursive: true });
	for (const [folder, name] of [
		['de', 'voice-de.bin'],
		['en', 'voice-en.bin'],
		['tones', 'tones.bin']
	]) {
		const dir = join(clipsDir, folder ?? '');
		const files = readdirSync(dir)
			.filter((file) => file.endsWith('.mp3'))
			.sort();
		const pack = packOf(files.map((file) => [file.slice(0, -'.mp3'.length), readFileSync(join(dir, file))]));
		const target = join(packsDir, name ?? '');
		if (!existsSync(target) || !readFileSync(target).equals(pack)) writeFileSync(target, pack);
	}
}
