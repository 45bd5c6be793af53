// The clips of tests/fixtures/track, as frames. Made by its make.sh; not what the app sounds like.

import { readFileSync } from 'node:fs';
import { FRAME_BYTES, framesOfFile, type Frames } from '../../../src/lib/track/frames.ts';

const FOLDER = new URL('../../fixtures/track/', import.meta.url);

/** A file as the browser would hand it over. */
export function fileOf(name: string): ArrayBuffer {
	const bytes = readFileSync(new URL(`${name}.mp3`, FOLDER));
	return new Uint8Array(bytes).buffer;
}

function framesOf(name: string): Frames {
	const read = framesOfFile(fileOf(name));
	if (!read.ok) throw new Error(`${name}.mp3 is broken: ${read.error}`);
	return read.value;
}

/** 100 frames of 40 Hz, from where the encoder has settled. */
export const FLOOR: Frames = framesOf('floor').slice(25 * FRAME_BYTES, 125 * FRAME_BYTES);

export const CLIPS = { click: framesOf('click'), beep: framesOf('beep'), speech: framesOf('speech') } as const;
export type ClipName = keyof typeof CLIPS;

/** How long something is heard of each clip, in milliseconds. */
export const SOUND_MS: Readonly<Record<ClipName, number>> = { click: 50, beep: 150, speech: 1600 };
