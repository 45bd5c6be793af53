// Keeps a moving figure going: shows the picture of the second it is given, and while playing goes on from there by itself
// until the next one is given. Runs on the page and in a worker alike; what showing means is up to the caller.
import { pictureAt, stillFrom, type Motion } from '#lib/figure/motion.ts';

/** What the figure is to do now. */
export interface Pace {
	readonly playing: boolean;
	/** Seconds into the step, where somebody else keeps the time. */
	readonly seconds?: number;
}

export interface FigureRun {
	follow(pace: Pace): void;
	/** Shows the present picture once more, for a canvas of another size or colour. */
	again(): void;
	stop(): void;
}

const FRAME_MS = 1000 / 24;
/** A given time that is this far from the shown one is a jump, not a tick. */
const JUMP_SECONDS = 0.4;
/** Whoever keeps the time says it at least this often, even where nothing else is to be said. */
export const SAID_EVERY_SECONDS = 5;
/** How far the figure goes on by itself when no new time comes. */
const AHEAD_SECONDS = SAID_EVERY_SECONDS + 1.5;
/** An animation frame comes up to this much later than the timer that asks for it. */
const FRAME_WAIT_MS = 8;

/** A figure that stands at the first second of its step until it is told to follow. */
export function runFigure(motion: Motion, instance: string, show: (markup: string) => void): FigureRun {
	let at = 0;
	let before = 0;
	let shown = '';
	let pace: Pace = { playing: false };
	let timer: ReturnType<typeof setTimeout> | undefined;
	let request = 0;

	const draw = () => {
		const picture = pictureAt(motion, at, instance);
		if (picture !== shown) show(picture);
		shown = picture;
	};
	const stop = () => {
		clearTimeout(timer);
		cancelAnimationFrame(request);
	};
	// Never longer than a second, should the second be wrong.
	const sleepMs = () => Math.max(FRAME_MS - FRAME_WAIT_MS, Math.min(1, stillFrom(motion, at)) * 1000);
	// A timer between two animation frames: asking for all of them would wake the page 60 times a second.
	const next = () => (timer = setTimeout(() => (request = requestAnimationFrame(step)), sleepMs()));
	function step(now: number) {
		const limit = pace.seconds === undefined ? Infinity : Math.max(at, pace.seconds + AHEAD_SECONDS);
		at = Math.min(limit, at + Math.max(0, (now - before) / 1000));
		before = now;
		draw();
		next();
	}

	return {
		follow(wanted) {
			const turned = wanted.playing !== pace.playing;
			const off = wanted.seconds === undefined ? 0 : wanted.seconds - at;
			const jumped = Math.abs(off) > JUMP_SECONDS;
			pace = wanted;
			// A small error is walked off over the next ticks, so that nothing twitches.
			at += jumped || !pace.playing ? off : off / 4;
			draw();
			if (!turned && !jumped) return;
			stop();
			before = performance.now();
			if (pace.playing) next();
		},
		again() {
			shown = '';
			draw();
		},
		stop
	};
}
