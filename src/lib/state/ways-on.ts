// What lies open after the stages, and how long the next long run would be.

import { nextLongRun, waysOn, type LongRun, type WaysOn } from '#lib/domain/long-run.ts';
import type { App } from './app.svelte.ts';
import { weeksShelf } from './weeks-shelf.svelte.ts';

/** Nothing lies open before its content is loaded. */
export function waysOf({ snapshot, programmes }: App): WaysOn {
	const { longer } = weeksShelf;
	const stageIds = programmes.runWalk.stages.map(({ id }) => id);
	return longer ? waysOn(snapshot, longer, stageIds) : { stay: false, longer: false, greens: 0 };
}

/** The next long run and what its guard says, whether the plan runs or not. */
export const longRunOf = (app: App): LongRun | null =>
	weeksShelf.longer
		? nextLongRun({ ...app.snapshot, flaresOver: app.reading.settle.endedOn }, weeksShelf.longer, app.today)
		: null;
