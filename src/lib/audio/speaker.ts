// Says clips of a voice on the audio clock, one after the other, as the bell strikes notes. Knows ids, no words.

import type { Strike } from './bell.ts';

export interface Speaker {
	/** Makes the clips ready to be said; needs no tap. What cannot be decoded is left out and named in the answer. */
	learn(clips: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<readonly string[]>;
	/** Null when there is no such clip. Each clip is under five seconds, so phones lower other music and do not stop it. */
	say(context: BaseAudioContext, id: string, atMs: number): Strike | null;
}

/** Words stand a little below the level of their files: the tones beside them are those of the signature, live. */
const LEVEL = 10 ** (-3 / 20);

/** Decodes one clip; null when it is broken. */
async function decoded(context: BaseAudioContext, bytes: Uint8Array<ArrayBuffer>): Promise<AudioBuffer | null> {
	try {
		// The browser takes the bytes away, so it gets its own.
		return await context.decodeAudioData(bytes.slice().buffer);
	} catch {
		return null;
	}
}

export function createSpeaker(): Speaker {
	let known = new Map<string, AudioBuffer>();

	async function learn(clips: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<readonly string[]> {
		if (typeof OfflineAudioContext === 'undefined') return [...clips.keys()];
		const context = new OfflineAudioContext(1, 1, 24_000);
		const fresh = new Map<string, AudioBuffer>();
		const answers = [...clips].map(async ([id, bytes]) => {
			const buffer = await decoded(context, bytes);
			if (buffer) fresh.set(id, buffer);
			return buffer ? [] : [id];
		});
		const broken = (await Promise.all(answers)).flat();
		// What was known before is said until then.
		known = fresh;
		return broken;
	}

	function say(context: BaseAudioContext, id: string, atMs: number): Strike | null {
		const buffer = known.get(id);
		if (!buffer) return null;
		const level = context.createGain();
		level.gain.value = LEVEL;
		level.connect(context.destination);
		const source = context.createBufferSource();
		source.buffer = buffer;
		source.connect(level);
		source.addEventListener('ended', () => level.disconnect());
		source.start(atMs / 1000);
		return {
			atMs,
			endsMs: atMs + buffer.duration * 1000,
			silence: () => {
				source.stop();
				level.disconnect();
			}
		};
	}
	return { learn, say };
}
