// One MP3 for a whole session, from clips and a floor, as a Blob of shared parts: get-ready, session, tail.
// Knows milliseconds and frames; no steps, no words, no loudspeaker.

import { failed, ok, type Result } from '#lib/domain/result.ts';
import { FRAME_BYTES, FRAME_MS, faultOf, frameCount, type FrameFault, type Frames } from './frames.ts';
import { placeSounds, type Placed, type Sound, type Unsounded } from './place.ts';

/** Floor after the session, so that `ended` never comes while the phone is locked (WebKit 261858). */
export const TAIL_MS = 600_000;
/** The get-ready of a start, in front of the session. */
export const LEAD_MS = 5000;
/** The get-ready of a resume. */
export const RESUME_MS = 3000;
/** What a player needs to be heard after a jump, before the first count of a resume. */
const RUN_UP_MS = 120;
/** Floor behind the resume, should nobody be awake to jump back. */
const AFTER_RESUME_MS = 120_000;
/** So many frames of the floor hold whole periods of its 40 Hz; only such pieces join without a jump of the phase. */
export const FLOOR_PERIOD_FRAMES = 25;
/** The floor is laid in pieces of a minute. */
const FLOOR_BLOCK_FRAMES = 2500;

export interface TrackPlan {
	/** Names the timeline that the track belongs to: another timeline is another track. */
	readonly id: string;
	/** Length of the session. */
	readonly totalMs: number;
	/** In order of time, by position in the session; the get-ready of the start is negative, from `-leadMs` on. */
	readonly sounds: readonly Sound[];
	/** The 3-2-1 of a resume, from 0 to `RESUME_MS`; at `RESUME_MS` the session goes on. */
	readonly resume: readonly Sound[];
	/** A multiple of `FLOOR_PERIOD_FRAMES` frames of the 40 Hz tone. */
	readonly floor: Frames | null;
	readonly leadMs?: number;
	/** At least `TAIL_MS`. */
	readonly tailMs?: number;
}

/** Where a sound is heard. Milliseconds: `wishedMs` and `heardMs` on the clock of its list. */
export type Scheduled = Pick<Placed, 'key' | 'wishedMs' | 'heardMs' | 'isInstead'>;

export interface Track {
	readonly id: string;
	readonly blob: Blob;
	readonly durationMs: number;
	readonly leadMs: number;
	readonly totalMs: number;
	readonly schedule: readonly Scheduled[];
	readonly unsounded: readonly Unsounded[];
	/** Milliseconds of the track: a resume plays from `startMs`, and at `goMs` the session goes on elsewhere. */
	readonly resume: { readonly startMs: number; readonly goMs: number; readonly schedule: readonly Scheduled[] };
	/** Where a position of the session stands in the track. */
	trackMsOf(positionMs: number): number;
	/** The inverse. Negative in the get-ready, more than `totalMs` in the tail. */
	positionMsOf(trackMs: number): number;
}

/** Without a floor the phone would freeze the page between two cues: there is no track then. */
export interface NoFloor {
	readonly type: 'noFloor';
	readonly fault: FrameFault | 'missing' | 'notWholePeriods';
}

/** Clips are shared by all tracks of a page: a new track copies none of them. */
const blobs = new WeakMap<Frames, Blob>();
function blobOf(frames: Frames): Blob {
	const blob = blobs.get(frames) ?? new Blob([frames]);
	blobs.set(frames, blob);
	return blob;
}

const blocks = new WeakMap<Frames, Frames>();
/** The floor, as often as it takes to fill about a minute. */
function blockOf(floor: Frames): Frames {
	const known = blocks.get(floor);
	if (known) return known;
	const times = Math.max(1, Math.floor(FLOOR_BLOCK_FRAMES / frameCount(floor)));
	const block = new Uint8Array(floor.length * times);
	for (let n = 0; n < times; n++) block.set(floor, n * floor.length);
	blocks.set(floor, block);
	return block;
}

/** The floor of `[fromFrame, toFrame)`. The frame of the track says which frame of the floor: the phase never jumps. */
function layFloor(parts: Blob[], floor: Frames, fromFrame: number, toFrame: number): void {
	const block = blockOf(floor);
	const length = frameCount(block);
	for (let at = fromFrame; at < toFrame;) {
		const inBlock = at % length;
		const until = Math.min(length, inBlock + toFrame - at);
		const whole = blobOf(block);
		parts.push(until - inBlock === length ? whole : whole.slice(inBlock * FRAME_BYTES, until * FRAME_BYTES));
		at += until - inBlock;
	}
}

function partsOf(placed: readonly Placed[], floor: Frames, frames: number): Blob[] {
	const parts: Blob[] = [];
	let at = 0;
	for (const { frames: clip, fromFrame, toFrame } of placed) {
		layFloor(parts, floor, at, fromFrame);
		const bytes = (toFrame - fromFrame) * FRAME_BYTES;
		parts.push(bytes === clip.length ? blobOf(clip) : blobOf(clip).slice(0, bytes));
		at = toFrame;
	}
	layFloor(parts, floor, at, frames);
	return parts;
}

function faultOfFloor(floor: Frames | null): NoFloor['fault'] | null {
	if (!floor) return 'missing';
	return faultOf(floor) ?? (frameCount(floor) % FLOOR_PERIOD_FRAMES === 0 ? null : 'notWholePeriods');
}

const asScheduled = ({ key, wishedMs, heardMs, isInstead }: Placed): Scheduled => ({
	key,
	wishedMs,
	heardMs,
	isInstead
});

/**
 * Composes the track of one session: `leadMs` of get-ready, the session, `tailMs` of floor, then the 3-2-1 of a resume
 * and two minutes more. Each sound is heard within 12 ms of its wish. A sound that cannot be is named in `unsounded`;
 * only a missing floor is an error.
 */
export function composeTrack(plan: TrackPlan): Result<Track, NoFloor> {
	const { id, floor, totalMs, leadMs = LEAD_MS } = plan;
	const fault = faultOfFloor(floor);
	if (!floor || fault) return failed({ type: 'noFloor', fault: fault ?? 'missing' });
	const tailMs = Math.max(TAIL_MS, plan.tailMs ?? 0);
	const resumeFrame = Math.ceil((leadMs + totalMs + tailMs) / FRAME_MS);
	const startMs = resumeFrame * FRAME_MS;
	const goMs = startMs + RUN_UP_MS + RESUME_MS;
	const frames = Math.ceil((goMs + AFTER_RESUME_MS) / FRAME_MS);
	const main = placeSounds(plan.sounds, { zeroMs: leadMs, fromFrame: 0, toFrame: resumeFrame });
	const again = placeSounds(plan.resume, {
		zeroMs: startMs + RUN_UP_MS,
		fromFrame: resumeFrame,
		toFrame: frames
	});
	const parts = partsOf([...main.placed, ...again.placed], floor, frames);
	return ok({
		id,
		blob: new Blob(parts, { type: 'audio/mpeg' }),
		durationMs: frames * FRAME_MS,
		leadMs,
		totalMs,
		schedule: main.placed.map(asScheduled),
		unsounded: [...main.unsounded, ...again.unsounded],
		resume: { startMs, goMs, schedule: again.placed.map(asScheduled) },
		trackMsOf: (positionMs) => positionMs + leadMs,
		positionMsOf: (trackMs) => trackMs - leadMs
	});
}
