// Strikes the notes of the signature on the audio clock: sine and octave in one wave, a short attack, a long fade.
// Knows nothing of cues or plans.

import { ATTACK_MS, FADED_SHARE, lengthMsOf, OCTAVE_SHARE, SIGNATURE, type Note, type SoundId } from './signature.ts';

/** One sound that was put on the audio clock. */
export interface Strike {
	/** On the audio clock, milliseconds. */
	readonly atMs: number;
	readonly endsMs: number;
	/** Takes it off the clock, whole. */
	silence(): void;
}

export interface Bell {
	/** Sounds at `atMs` of the audio clock. */
	strike(sound: SoundId, atMs: number): Strike;
	/** Louder or softer than the signature, in decibels; 0 is as designed. */
	setLevel(decibels: number): void;
}

/** Puts one note on the clock; answers how to take it off again. */
function strikeNote(context: BaseAudioContext, wave: PeriodicWave, out: AudioNode, note: Note, atMs: number) {
	const at = (atMs + note.atMs) / 1000;
	const end = at + note.lengthMs / 1000;
	const swell = context.createGain();
	swell.gain.setValueAtTime(0, at);
	swell.gain.linearRampToValueAtTime(note.gain, at + ATTACK_MS / 1000);
	swell.gain.exponentialRampToValueAtTime(note.gain * FADED_SHARE, end);
	const tone = context.createOscillator();
	tone.setPeriodicWave(wave);
	tone.frequency.setValueAtTime(note.frequencyHz, at);
	tone.connect(swell).connect(out);
	tone.addEventListener('ended', () => swell.disconnect());
	tone.start(at);
	tone.stop(end);
	return () => {
		tone.stop();
		swell.disconnect();
	};
}

/** The bell of one audio context. */
export function createBell(context: BaseAudioContext): Bell {
	const out = context.createGain();
	out.connect(context.destination);
	// Not normalized: the sine stays 1, whatever stands above it.
	const wave = context.createPeriodicWave([0, 0, 0], [0, 1, OCTAVE_SHARE], { disableNormalization: true });
	return {
		strike(sound, atMs) {
			const silencers = SIGNATURE[sound].map((note) => strikeNote(context, wave, out, note, atMs));
			return { atMs, endsMs: atMs + lengthMsOf(sound), silence: () => silencers.forEach((silence) => silence()) };
		},
		setLevel(decibels) {
			out.gain.value = 10 ** (decibels / 20);
		}
	};
}
