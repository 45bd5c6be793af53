// The one kind of sound a track is made of: MPEG-2 Layer III frames of 24 kHz mono at 32 kbit/s, each whole in itself.
// Knows bytes and milliseconds, no sessions and no browser.

import { failed, ok, type Result } from '#lib/domain/result.ts';

/** Whole frames, one after the other, with nothing before, between or behind them. */
export type Frames = Uint8Array<ArrayBuffer>;

export const FRAME_BYTES = 96;
/** 576 samples of 24 000 a second. */
export const FRAME_MS = 24;
/** From the beginning of a clip's first frame to its first sample: 576 of the encoder (LAME) and 529 of any decoder. */
export const DELAY_MS = 1105 / 24;

/**
 * `empty`: no frame at all. `torn`: not a whole number of frames. `format`: not MPEG-2 Layer III, 24 kHz, mono,
 * 32 kbit/s without checksum and padding. `reservoir`: a frame that needs the ones before it.
 */
export type FrameFault = 'empty' | 'torn' | 'format' | 'reservoir';

const isOurFormat = (bytes: Uint8Array, at: number): boolean =>
	bytes[at] === 0xff &&
	bytes[at + 1] === 0xf3 &&
	// 32 kbit/s, 24 kHz, no padding; the last bit is private.
	((bytes[at + 2] ?? 0) & 0xfe) === 0x44 &&
	((bytes[at + 3] ?? 0) & 0xc0) === 0xc0;

/** What is wrong with `bytes`; null when they are whole frames that can be joined in any order. */
export function faultOf(bytes: Uint8Array): FrameFault | null {
	if (bytes.length === 0) return 'empty';
	if (bytes.length % FRAME_BYTES !== 0) return 'torn';
	for (let at = 0; at < bytes.length; at += FRAME_BYTES) {
		if (!isOurFormat(bytes, at)) return 'format';
		// Where the data of the frame begins, counted back into earlier frames: main_data_begin.
		if (bytes[at + 4] !== 0) return 'reservoir';
	}
	return null;
}

export const frameCount = (frames: Frames): number => frames.length / FRAME_BYTES;

/** Bytes of an ID3v2 tag at the beginning of a file. */
function tagBytes(file: Uint8Array): number {
	if (file[0] !== 0x49 || file[1] !== 0x44 || file[2] !== 0x33) return 0;
	const [a = 0, b = 0, c = 0, d = 0] = file.subarray(6, 10);
	return 10 + ((a << 21) | (b << 14) | (c << 7) | d);
}

/** The frames of an MP3 file; a tag in front is left out. */
export function framesOfFile(file: ArrayBuffer): Result<Frames, FrameFault> {
	const frames = new Uint8Array(file).subarray(tagBytes(new Uint8Array(file)));
	const fault = faultOf(frames);
	return fault ? failed(fault) : ok(frames);
}
