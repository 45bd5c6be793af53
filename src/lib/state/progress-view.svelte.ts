// What the screens of progress show, worked out from the snapshot once for each change of it: typing computes nothing.

import { checkpointOf } from '#lib/domain/checkpoint.ts';
import { diaryDays } from '#lib/domain/diary.ts';
import { currentOf } from '#lib/domain/kept.ts';
import type { LocalDay } from '#lib/domain/local-day.ts';
import { doneSessions, doneWeeks, longestRun, stagesReached } from '#lib/domain/done.ts';
import { painDots } from '#lib/domain/pain-dots.ts';
import { endedLine, medianLine, painChange } from '#lib/domain/pain-change.ts';
import { earliest, isWithin, spanOf, type Period } from '#lib/domain/period.ts';
import { isKept, type Snapshot } from '#lib/domain/record.ts';
import type { App } from './app.svelte.ts';

export class ProgressView {
	readonly #app: App;
	/** Days of what else the screen shows. */
	readonly #daysTold: (snapshot: Snapshot) => readonly LocalDay[];
	period = $state<Period>('weeks12');

	// Each depends on its own part of the snapshot: a new answer does not read all sessions again.
	readonly #entries = $derived.by(() => this.#app.snapshot.entries);
	readonly #sessions = $derived.by(() => this.#app.snapshot.sessions);
	readonly #movements = $derived.by(() => this.#app.snapshot.movements);
	/** Movement entered by hand that was not removed. */
	readonly movements = $derived(this.#movements.filter(isKept));
	readonly days = $derived(diaryDays(this.#entries));
	readonly done = $derived.by(() => {
		const types = Object.fromEntries((this.#app.library?.exercises ?? []).map(({ id, type }) => [id, type]));
		return doneSessions(this.#sessions, (id) => types[id]);
	});
	/** Of the first thing there is, whatever it is about: 'all' leaves nothing out. */
	readonly #firstOn = $derived.by(() =>
		earliest([
			...currentOf(this.#entries).map(({ on }) => on),
			...this.done.map(({ record }) => record.on),
			...this.movements.map(({ on }) => on),
			...this.#daysTold(this.#app.snapshot)
		])
	);
	readonly span = $derived.by(() => spanOf(this.period, this.#firstOn, this.#app.today));
	readonly dots = $derived(painDots(this.#entries, this.span));
	readonly line = $derived(endedLine(medianLine(this.days, this.span), this.days));
	readonly change = $derived.by(() => painChange(this.days, this.#app.today));
	readonly checkpoint = $derived.by(() => checkpointOf(this.days, this.#app.today));
	readonly weeks = $derived(doneWeeks(this.done, this.movements, this.span));
	/** Days with a session in the span, one for each session. */
	readonly sessionDays = $derived(this.done.map(({ record }) => record.on).filter((on) => isWithin(this.span, on)));
	readonly stages = $derived.by(() => stagesReached(this.done, this.#app.programmes.runWalk));
	readonly longest = $derived(longestRun(this.done));

	constructor(app: App, daysTold: (snapshot: Snapshot) => readonly LocalDay[] = () => []) {
		this.#app = app;
		this.#daysTold = daysTold;
	}
}
