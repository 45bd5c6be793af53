// The chime that the player holds: unlocked by a tap, plays a sound now, and keeps the coming ones scheduled on the
// audio clock, so that a throttled timer loses none. Knows sounds, not sessions. Where there is no sound, it is silent.

import { createBell, type Bell, type Strike } from './bell.ts';
import { createOutput, type Output, type SoundState } from './output.ts';
import type { SoundId } from './signature.ts';
import { changesTo, LATE_MS, type PlannedSound, type Sounding } from './sound-plan.ts';
import { createSpeaker, type Speaker } from './speaker.ts';

export interface Chime {
	readonly state: SoundState;
	/**
	 * Call it inside a tap, before anything is awaited: makes or wakes the audio clock, also after `suspend`.
	 * Safe to call again. What is planned or played right after it is heard as soon as the clock runs.
	 */
	unlock(): void;
	/** Sounds at once. False when it cannot be heard. */
	play(sound: SoundId): boolean;
	/**
	 * Makes `items` the whole future: schedules what is new, moves what is misplaced, takes back what is missing.
	 * Call it at each tick. False when nothing can be scheduled now; it then asks for the sound back.
	 * `goesOn`: nothing has jumped since the last plan, so what is missing and due about now was not taken back, it
	 * has come due. The audio clock runs a little behind the wall's; it sounds all the same.
	 */
	plan(items: readonly PlannedSound[], goesOn?: boolean): boolean;
	/** Makes the clips of a voice ready, for plans that say them. What is broken is named in the answer. */
	learn(clips: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<readonly string[]>;
	/** Takes back all that has not begun; what is ringing rings out. */
	cancel(): void;
	/** The audio clock in milliseconds while it runs, else null. What to make of it: heardBetween. */
	clockMs(): number | null;
	/** Decibels above the signature; 0 as designed, 2 outdoors. */
	setLevel(decibels: number): void;
	/** For pauses: takes back the plan and stops the audio clock once what is ringing has rung out. */
	suspend(): void;
	/** Gives everything back. `unlock` may begin anew. */
	close(): void;
}

/** A moment that no clock has passed yet, so that no attack is cut off. */
const AT_ONCE_MS = 5;

/** iOS: sounds mix with music. Said at each tap: a track may have said otherwise in between. */
function mix(): void {
	const session = (navigator as Navigator & { audioSession?: { type: string } }).audioSession;
	if (session) session.type = 'transient';
}

/** iOS: a tap must have played something before anything else may. */
function persuade(context: AudioContext): void {
	const source = context.createBufferSource();
	source.buffer = context.createBuffer(1, 1, context.sampleRate);
	source.connect(context.destination);
	source.start();
}

/** The sounds that are on the audio clock of one bell, by key. */
function createSchedule(output: Output, bell: Bell, say: (id: string, atMs: number) => Strike | null) {
	const planned = new Map<string, Strike>();
	let ringsUntilMs = 0;

	const strike = (sound: Sounding, atMs: number): Strike | null =>
		typeof sound === 'string' ? bell.strike(sound, atMs) : say(sound.say, atMs);
	const noteRinging = ({ endsMs }: Strike) => (ringsUntilMs = Math.max(ringsUntilMs, endsMs));
	function drop(key: string, dueWithinMs = 0) {
		const strike = planned.get(key);
		planned.delete(key);
		if (!strike) return;
		if (strike.atMs > output.standsAtMs() + dueWithinMs) strike.silence();
		else noteRinging(strike);
	}
	return {
		play: (sound: SoundId) => noteRinging(bell.strike(sound, output.standsAtMs() + AT_ONCE_MS)),
		plan(items: readonly PlannedSound[], goesOn: boolean) {
			const scheduled = new Map([...planned].map(([key, strike]) => [key, strike.atMs]));
			const changes = changesTo(scheduled, items, output.standsAtMs());
			const moved = new Set(changes.strike.map(({ key }) => key));
			for (const key of changes.drop) drop(key, goesOn && !moved.has(key) ? LATE_MS : 0);
			for (const { key, sound, atMs } of changes.strike) {
				const struck = strike(sound, atMs);
				if (struck) planned.set(key, struck);
			}
		},
		cancel: () => [...planned.keys()].forEach((key) => drop(key)),
		ringsForMs: () => Math.max(0, ringsUntilMs - output.standsAtMs()),
		setLevel: (decibels: number) => bell.setLevel(decibels)
	};
}

/** A chime that has no sound yet: nothing is asked of the device before `unlock`. */
export function createChime(): Chime {
	let schedule: ReturnType<typeof createSchedule> | null = null;
	const speaker: Speaker = createSpeaker();
	let scheduleOf: AudioContext | null = null;
	let decibels = 0;
	const cancel = () => schedule?.cancel();
	const output = createOutput(cancel);
	const isReady = () => output.isLive && !output.isAsleep;

	function unlock() {
		const context = output.open();
		if (!context) return;
		mix();
		if (scheduleOf !== context) {
			persuade(context);
			scheduleOf = context;
			schedule = createSchedule(output, createBell(context), (id, atMs) => speaker.say(context, id, atMs));
			schedule.setLevel(decibels);
		}
		void output.wake();
	}

	function plan(items: readonly PlannedSound[], goesOn = false) {
		if (items.length > 0) output.nudge();
		schedule?.plan(isReady() ? items : [], goesOn && isReady());
		return isReady();
	}

	return {
		get state() {
			return output.state;
		},
		unlock,
		play(sound) {
			if (isReady()) schedule?.play(sound);
			return isReady();
		},
		plan,
		learn: (clips) => speaker.learn(clips),
		cancel,
		clockMs: () => output.clockMs(),
		setLevel(next) {
			decibels = next;
			schedule?.setLevel(next);
		},
		suspend() {
			cancel();
			output.sleep(schedule?.ringsForMs() ?? 0);
		},
		close() {
			cancel();
			schedule = null;
			scheduleOf = null;
			output.close();
		}
	};
}
