// The test of this phone as the screen sees it: begins, waits, asks, says what it found.

import { phoneTestOf, type HeardCues, type PhoneTest, type TestSample } from '#lib/domain/phone-test.ts';
import type { Settings } from '#lib/domain/record.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { PhoneTestRun } from '#lib/track/phone-test-run.ts';
import type { App } from './app.svelte.ts';
import { host } from './player-host.svelte.ts';
import { thisBrowser } from './sound-modes.ts';

/** What the result says, and what to do. */
export function reasonWords({ reason, lostMs }: PhoneTest, { vibration }: Pick<Settings, 'vibration'>): string {
	const isStill = reason === 'noneHeard' && !(vibration && 'vibrate' in navigator);
	return i18n.t(isStill ? 'test.noneHeardStill' : `test.${reason}`, { n: Math.round(lostMs / 1000) });
}

/** `refused`: the device plays nothing. `noTones`: the sounds are not here. */
export type CheckState = 'intro' | 'running' | 'asks' | 'result' | 'refused' | 'noTones';

export class PhoneCheck {
	readonly #app: App;
	#state = $state<CheckState>('intro');
	#result = $state.raw<PhoneTest | null>(null);
	#samples: readonly TestSample[] = [];
	#run: PhoneTestRun | null = null;

	constructor(app: App) {
		this.#app = app;
	}
	get state(): CheckState {
		return this.#state;
	}
	get result(): PhoneTest | null {
		return this.#result;
	}

	/** Reads the sounds of the test, also for who is otherwise led in silence. */
	prepare(): Promise<void> {
		return host.prepare(this.#app, { ...this.#app.settings, soundMode: 'pocket' });
	}
	/** Inside the tap. */
	async start(): Promise<void> {
		this.#run = host.testRun(this.#app, (samples) => {
			this.#samples = samples ?? [];
			this.#state = samples ? 'asks' : 'refused';
		});
		if (!this.#run) {
			this.#state = 'noTones';
			return;
		}
		this.#state = 'running';
		if (!(await this.#run.start())) this.#state = 'refused';
	}
	/** How many cues were heard; the result is kept with the settings. */
	async answer(heard: HeardCues): Promise<void> {
		const { today } = this.#app;
		this.#result = phoneTestOf(this.#samples, heard, thisBrowser(), today);
		this.#state = 'result';
		await this.#app.changeSettings({ phoneTest: this.#result });
	}
	stop(): void {
		if (this.#state === 'running') this.#run?.cancel();
		this.#run = null;
		this.#state = 'intro';
	}
}
