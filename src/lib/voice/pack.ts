// Reads a pack: all clips of a voice, or all tones, in one file (made by scripts/voice/pack.mjs). Pure; never throws.
// What a frame is, and that it stands on its own, track/frames.ts knows.

import { faultOf, FRAME_BYTES, FRAME_MS, frameCount, type Frames } from '#lib/track/frames.ts';

export interface PackFault {
	/** The clip that is left out; `null` when the whole pack cannot be read. */
	readonly clip: string | null;
	/** `header`: not a pack of this version; `range`: frames that are not in the file; `frame`: not one of ours. */
	readonly what: 'header' | 'range' | 'frame';
}

export interface Pack {
	/** Whole frames by clip id: a phrase id, a sound of the signature, or `floor`. Views of one buffer. */
	readonly clips: ReadonlyMap<string, Frames>;
	readonly faults: readonly PackFault[];
}

const VERSION = 1;
type Entry = readonly [id: string, firstFrame: number, frameCount: number];

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isEntry = (value: unknown): value is Entry =>
	Array.isArray(value) &&
	value.length === 3 &&
	typeof value[0] === 'string' &&
	isCount(value[1]) &&
	isCount(value[2]) &&
	value[2] > 0;

/** The table of contents and where the frames begin; `null` when this is no pack. */
function headerOf(buffer: ArrayBuffer): { readonly entries: readonly unknown[]; readonly framesAt: number } | null {
	if (buffer.byteLength < 4) return null;
	const framesAt = 4 + new DataView(buffer).getUint32(0, true);
	if (framesAt > buffer.byteLength) return null;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(buffer, 4, framesAt - 4));
		const header = JSON.parse(text) as { version?: unknown; clips?: unknown } | null;
		return header?.version === VERSION && Array.isArray(header.clips) ? { entries: header.clips, framesAt } : null;
	} catch {
		return null;
	}
}

/** Milliseconds of a clip: whole frames. It is heard a little shorter, by the encoder's delay. */
export const clipMs = (frames: Frames): number => frameCount(frames) * FRAME_MS;

/** The clips of a pack. What is broken is left out and named; of no pack at all nothing is left. */
export function readPack(buffer: ArrayBuffer): Pack {
	const header = headerOf(buffer);
	if (!header) return { clips: new Map(), faults: [{ clip: null, what: 'header' }] };
	const clips = new Map<string, Frames>();
	const faults: PackFault[] = [];
	for (const entry of header.entries) {
		if (!isEntry(entry)) {
			faults.push({ clip: Array.isArray(entry) ? String(entry[0]) : null, what: 'header' });
			continue;
		}
		const [clip, firstFrame, frameCount] = entry;
		const from = header.framesAt + firstFrame * FRAME_BYTES;
		if (from + frameCount * FRAME_BYTES > buffer.byteLength) {
			faults.push({ clip, what: 'range' });
			continue;
		}
		const frames = new Uint8Array(buffer, from, frameCount * FRAME_BYTES);
		if (faultOf(frames) === null) clips.set(clip, frames);
		else faults.push({ clip, what: 'frame' });
	}
	return { clips, faults };
}
