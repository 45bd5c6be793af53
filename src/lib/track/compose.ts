// One MP3 for a whole session, from clips and a floor, as one Blob: get-ready, session, tail.
// Knows milliseconds and frames; no steps, no words, no loudspeaker.

import { failed, ok, type Result } from '#lib/domain/result.ts';
import { FRAME_BYTES, FRAME_MS, faultOf, frameCount, type FrameFault, type Frames } from './frames.ts';
import { placeSounds, type Placed, type Sound, type Unsounded } from './place.ts';

/** Floor after the session, so that `ended` never comes while the phone is locked (WebKit 261858): over eleven minutes. */
export const TAIL_MS = 670_000;
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

/** The floor, as often as it takes to fill a minute, and a Blob of ten such minutes: both are made once for a page. */
interface Ground {
	readonly block: Frames;
	readonly tail: Blob;
}
const TAIL_BLOCKS = 10;

const grounds = new WeakMap<Frames, Ground>();
function groundOf(floor: Frames): Ground {
	const known = grounds.get(floor);
	if (known) return known;
	const times = Math.max(1, Math.floor(FLOOR_BLOCK_FRAMES / frameCount(floor)));
	const block = new Uint8Array(floor.length * times);
	for (let n = 0; n < times; n++) block.set(floor, n * floor.length);
	const ground = { block, tail: new Blob(Array.from({ length: TAIL_BLOCKS }, () => block)) };
	grounds.set(floor, ground);
	return ground;
}

/**
 * The floor of `[fromFrame, toFrame)`. The frame of the track says which frame of the floor: the phase never jumps.
 * Views, not Blobs: each Blob in a Blob costs a message to the browser, bytes side by side travel as one. Only where
 * ten minutes fit does the shared Blob pay.
 */
function layFloor(parts: BlobPart[], { block, tail }: Ground, fromFrame: number, toFrame: number): void {
	const length = frameCount(block);
	for (let at = fromFrame; at < toFrame;) {
		const inBlock = at % length;
		const isTail = inBlock === 0 && toFrame - at >= length * TAIL_BLOCKS;
		const until = Math.min(length, inBlock + toFrame - at);
		parts.push(isTail ? tail : block.subarray(inBlock * FRAME_BYTES, until * FRAME_BYTES));
		at += isTail ? length * TAIL_BLOCKS : until - inBlock;
	}
}

function partsOf(placed: readonly Placed[], floor: Frames, frames: number): BlobPart[] {
	const ground = groundOf(floor);
	const parts: BlobPart[] = [];
	let at = 0;
	for (const { frames: clip, fromFrame, toFrame } of placed) {
		layFloor(parts, ground, at, fromFrame);
		parts.push(clip.subarray(0, (toFrame - fromFrame) * FRAME_BYTES));
		at = toFrame;
	}
	layFloor(parts, ground, at, frames);
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
