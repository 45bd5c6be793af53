// Which frames of a track belong to which sound: each begins at the frame next to its wished moment.
// Counts frames, moves no bytes.

import { DELAY_MS, faultOf, FRAME_MS, frameCount, type Frames } from './frames.ts';

/** A sound and the moment at which it is to be heard. */
export interface Sound {
	readonly key: string;
	/** When its first sample is heard, in milliseconds of whatever clock the list is made for. */
	readonly atMs: number;
	/** Null when there is no such clip. */
	readonly frames: Frames | null;
	/** What is heard when the clip is missing or broken: its tone. */
	readonly instead?: Frames;
}

/** One sound in its place. It may end before its last frame: the next one is never late. */
export interface Placed {
	readonly key: string;
	readonly wishedMs: number;
	/** When it is really heard, on the same clock; at most half a frame off. */
	readonly heardMs: number;
	/** The tone stands in for the clip. */
	readonly isInstead: boolean;
	readonly frames: Frames;
	readonly fromFrame: number;
	/** The first frame behind it. */
	readonly toFrame: number;
}

/** `broken`: neither clip nor tone. `outside`: before or behind the track. `covered`: another begins at the same moment. */
export interface Unsounded {
	readonly key: string;
	readonly wishedMs: number;
	readonly why: 'broken' | 'outside' | 'covered';
}

export interface Placing {
	readonly placed: readonly Placed[];
	readonly unsounded: readonly Unsounded[];
}

export interface Room {
	/** Milliseconds of the track at which the clock of the sounds shows 0. */
	readonly zeroMs: number;
	/** Frames in which sounds may stand, `[fromFrame, toFrame)`. */
	readonly fromFrame: number;
	readonly toFrame: number;
}

const isSound = (frames: Frames | null | undefined): frames is Frames => !!frames && faultOf(frames) === null;

function placeOne(sound: Sound, room: Room): Placed | Unsounded {
	const { key, atMs: wishedMs } = sound;
	const isInstead = !isSound(sound.frames);
	const frames = isInstead ? sound.instead : sound.frames;
	if (!isSound(frames)) return { key, wishedMs, why: 'broken' };
	const fromFrame = Math.round((room.zeroMs + wishedMs - DELAY_MS) / FRAME_MS);
	const toFrame = fromFrame + frameCount(frames);
	if (fromFrame < room.fromFrame || toFrame > room.toFrame) return { key, wishedMs, why: 'outside' };
	const heardMs = fromFrame * FRAME_MS + DELAY_MS - room.zeroMs;
	return { key, wishedMs, heardMs, isInstead, frames, fromFrame, toFrame };
}

/**
 * Places sounds that stand in order of time. Law: each is heard within 12 ms of its wish, and none overlaps the next.
 * Where a clip is still sounding when the next is due, its end is cut off: being in time is what cues are for.
 */
export function placeSounds(sounds: readonly Sound[], room: Room): Placing {
	const placed: Placed[] = [];
	const unsounded: Unsounded[] = [];
	for (const sound of sounds) {
		const next = placeOne(sound, room);
		const last = placed.at(-1);
		if ('why' in next) unsounded.push(next);
		else if (last && next.fromFrame <= last.fromFrame) unsounded.push({ ...next, why: 'covered' });
		else {
			if (last && next.fromFrame < last.toFrame) placed[placed.length - 1] = { ...last, toFrame: next.fromFrame };
			placed.push(next);
		}
	}
	return { placed, unsounded: unsounded.map(({ key, wishedMs, why }) => ({ key, wishedMs, why })) };
}
