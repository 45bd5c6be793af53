// The frames of a clip: is it what the composer can join? Knows bytes, no sound.
import { FRAME_BYTES } from './settings.mjs';

/**
 * What is wrong with a clip; undefined when nothing is. Every frame must stand on its own: MPEG-2 Layer III without
 * checksum, 32 kbit/s, 24 kHz, mono, no padding, and no bytes borrowed from the frame before.
 * @param {Uint8Array} bytes
 */
export function frameFault(bytes) {
	if (bytes.length === 0) return 'is empty';
	if (bytes.length % FRAME_BYTES !== 0) return `is ${bytes.length} bytes, not whole frames`;
	for (let at = 0; at < bytes.length; at += FRAME_BYTES) {
		const [sync = 0, version = 0, rate = 0, mode = 0, borrowed = 0] = bytes.subarray(at, at + 5);
		if (sync !== 0xff || version !== 0xf3 || (rate & 0xfe) !== 0x44 || (mode & 0xc0) !== 0xc0)
			return `has another header at frame ${at / FRAME_BYTES}`;
		if (borrowed !== 0) return `borrows bytes at frame ${at / FRAME_BYTES}`;
		const tag = String.fromCharCode(...bytes.subarray(at + 13, at + 17));
		if (tag === 'Info' || tag === 'Xing') return `has an info frame at ${at / FRAME_BYTES}`;
	}
	return undefined;
}
