// The audio context and its moods: made and woken in a tap, interrupted by calls, asleep in pauses.
// Knows nothing of what is sounded. A device that refuses is answered with false.

/** `interrupted` is iOS: a call, Siri or another app has taken the sound. `none`: no context yet, or none possible. */
export type SoundState = 'running' | 'suspended' | 'interrupted' | 'none';

export interface Output {
	readonly state: SoundState;
	/** Runs, or was woken in a tap and is about to run: what is scheduled now will be heard. */
	readonly isLive: boolean;
	/** Sent to sleep and not woken since. */
	readonly isAsleep: boolean;
	/** The context, made if there is none yet; null where none is possible. */
	open(): AudioContext | null;
	/** The audio clock in milliseconds while it runs, else null. */
	clockMs(): number | null;
	/** Where the audio clock stands, in milliseconds, running or not. */
	standsAtMs(): number;
	/** Call it inside a tap. True once it runs; false when it does not within a second. */
	wake(): Promise<boolean>;
	/** Asks for a sound that was taken away. Needs no tap where there was one before; may do nothing. */
	nudge(): void;
	/** Sleeps `inMs` from now, unless it is woken first. */
	sleep(inMs: number): void;
	close(): void;
}

const START_WITHIN_MS = 1000;

function newContext(): AudioContext | null {
	if (typeof AudioContext === 'undefined') return null;
	try {
		return new AudioContext({ latencyHint: 'interactive' });
	} catch {
		// Too many contexts, or no sound hardware.
		return null;
	}
}

const stateOf = (context: AudioContext | null): SoundState =>
	!context || context.state === 'closed' ? 'none' : context.state;

/** Whether the device did it. */
const done = (promise: Promise<void> | undefined): Promise<boolean> =>
	Promise.resolve(promise).then(
		() => true,
		() => false
	);

/** Waits for `promise`, but not for ever: a context that may not start leaves it open. */
function atMost(ms: number, promise: Promise<boolean>): Promise<boolean> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<boolean>((answer) => (timer = setTimeout(answer, ms, false)));
	return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** @param onstop the clock stopped on its own: what was scheduled would now sound too late */
export function createOutput(onstop: () => void): Output {
	let context: AudioContext | null = null;
	let wakes = 0;
	let asleep = false;
	let bedtime: ReturnType<typeof setTimeout> | undefined;

	const state = () => stateOf(context);
	const standsAtMs = () => (context?.currentTime ?? 0) * 1000;
	const stayAwake = () => {
		asleep = false;
		clearTimeout(bedtime);
	};
	const onstatechange = () => {
		if (wakes === 0 && state() !== 'running') onstop();
	};
	const open = () => {
		if (state() !== 'none') return context;
		context = newContext();
		context?.addEventListener('statechange', onstatechange);
		return context;
	};
	const wake = async () => {
		stayAwake();
		if (state() === 'running' || state() === 'none') return state() === 'running';
		wakes += 1;
		await atMost(START_WITHIN_MS, done(context?.resume()));
		wakes -= 1;
		onstatechange();
		return state() === 'running';
	};
	const nudge = () => {
		if (!asleep && wakes === 0 && state() !== 'running') void done(context?.resume());
	};
	const sleep = (inMs: number) => {
		stayAwake();
		asleep = true;
		bedtime = setTimeout(() => void done(context?.suspend()), inMs);
	};
	const close = () => {
		stayAwake();
		context?.removeEventListener('statechange', onstatechange);
		void done(context?.close());
		context = null;
	};
	return {
		get state() {
			return state();
		},
		get isLive() {
			return state() === 'running' || (wakes > 0 && state() !== 'none');
		},
		get isAsleep() {
			return asleep;
		},
		...{ open, wake, nudge, sleep, close, standsAtMs },
		clockMs: () => (state() === 'running' ? standsAtMs() : null)
	};
}
