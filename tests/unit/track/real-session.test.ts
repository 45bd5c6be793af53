// The tracks of real sessions, made of the clips that we ship, decoded as a phone decodes them: every cue that the
// session's own score asks for is heard where it stands.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MPEGDecoder } from 'mpg123-decoder';
import { describe, expect, test } from 'vitest';
import { loadShelf } from '#lib/content/shelf.ts';
import { lengthMsOf, soundOf } from '#lib/audio/signature.ts';
import { sessionsOf } from '#lib/domain/programme.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { scoreOf } from '#lib/state/session-score.ts';
import { trackOf } from '#lib/state/pocket-sound.ts';
import { readPack } from '#lib/voice/pack.ts';
import { decoded } from '../../support/track/listen.ts';

const PER_MS = 24;
const CHUNK_BYTES = 96 * 12_500;
/** What a cue may be off (issue: 30 ms). */
const OFF_MS = 30;
const FAR_MS = 60;

const packOf = (name: string) => {
	const bytes = readFileSync(join('src/lib/voice/packs', `${name}.bin`));
	const { clips, faults } = readPack(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
	expect(faults).toEqual([]);
	return clips;
};
const tones = packOf('tones');

async function waveOf(track: Blob, forMs: number): Promise<Float32Array> {
	const decoder = new MPEGDecoder({ enableGapless: false });
	await decoder.ready;
	const bytes = new Uint8Array(await track.arrayBuffer());
	const wave = new Float32Array(forMs * PER_MS);
	let at = 0;
	for (let from = 0; from < bytes.length && at < wave.length; from += CHUNK_BYTES) {
		const { channelData, errors } = decoder.decode(bytes.subarray(from, from + CHUNK_BYTES));
		expect(errors).toEqual([]);
		const piece = channelData[0] ?? new Float32Array();
		wave.set(piece.subarray(0, wave.length - at), at);
		at += piece.length;
	}
	decoder.free();
	return wave;
}

const energyOf = (wave: Float32Array, from: number, length: number): number => {
	let sum = 0;
	for (let n = 0; n < length; n++) sum += (wave[from + n] ?? 0) ** 2;
	return sum;
};

/** How far off, in samples, the part of `clip` that is loudest is found in `wave` about `from`, and how alike both are. */
function findIn(
	wave: Float32Array,
	clip: Float32Array,
	from: number
): { readonly off: number; readonly alike: number } {
	const length = Math.min(clip.length, 300 * PER_MS);
	const own = Math.sqrt(energyOf(clip, 0, length));
	let best = { off: 0, alike: -1 };
	const look = (lag: number) => {
		let product = 0;
		for (let n = 0; n < length; n++) product += (clip[n] ?? 0) * (wave[from + lag + n] ?? 0);
		const alike = product / (own * Math.sqrt(energyOf(wave, from + lag, length)) || 1);
		if (alike > best.alike) best = { off: lag, alike };
	};
	// First by whole frames, in which clips are placed, then sample by sample about the best.
	for (let lag = -FAR_MS * PER_MS; lag <= FAR_MS * PER_MS; lag += 12) look(lag);
	const { off } = best;
	for (let lag = off - 12; lag <= off + 12; lag++) look(lag);
	return best;
}

/** From the wish to the first sample of the clip: an encoder's and a decoder's delay come before the sound itself. */
const CLIP_DELAY = 1105;

const SESSIONS = [
	['desk/desk-3', 'de'],
	['legs/legs-12', 'en'],
	['core/core-a-10', 'de'],
	['run-walk/S8', 'de'],
	['run-walk/S8', 'en']
] as const;

describe('the track of a real session', () => {
	test.each(SESSIONS)(
		'%s in %s has every tone and phrase of its score within 30 ms of its moment',
		async (id, language) => {
			const { programmes } = await loadShelf(language);
			const session = sessionsOf(programmes).find((each) => each.id === id);
			if (!session) throw new Error(`no session ${id}`);
			const words = packOf(`voice-${language}`);
			const timeline = timelineOf(session);
			const made = trackOf('real', timeline, { tones, words, broken: [], trouble: null });
			if (!made) throw new Error('no track');
			expect(made.unsaid).toEqual([]);
			const { track } = made;
			const wave = await waveOf(track.blob, track.trackMsOf(track.totalMs) + 6000);
			const waves = new Map<Uint8Array, Float32Array>();
			const { placed } = scoreOf(timeline, words);
			expect(placed.length).toBeGreaterThan(5);
			const wrong: string[] = [];
			for (const { clip, atMs } of placed) {
				const frames = clip.kind === 'tone' ? tones.get(soundOf(clip.tone)) : words.get(clip.id);
				if (!frames) throw new Error(`no clip for ${JSON.stringify(clip)}`);
				const known = waves.get(frames) ?? (await decoded(frames));
				waves.set(frames, known);
				const sound = known.subarray(CLIP_DELAY);
				const { off, alike } = findIn(wave, sound, Math.round(track.trackMsOf(atMs) * PER_MS));
				const name = clip.kind === 'tone' ? `${clip.tone} (${lengthMsOf(soundOf(clip.tone))} ms)` : clip.id;
				if (alike < 0.8 || Math.abs(off / PER_MS) > OFF_MS)
					wrong.push(`${name} at ${atMs} ms: ${(off / PER_MS).toFixed(1)} ms off, ${alike.toFixed(2)} alike`);
			}
			expect(wrong).toEqual([]);
		}
	);
});
