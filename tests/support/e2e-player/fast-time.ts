// Time that the test moves on: the platform's clock is Playwright's, everything else is the real app.

import type { Page } from '@playwright/test';

/** A Monday, in the morning. */
const BEFORE = new Date('2026-11-23T09:00:00+01:00');
const NOON = new Date('2026-11-23T12:00:00+01:00');

/** Before the first page: from here on the test owns the time. It still flows until `holdTime`. */
export const ownTime = (page: Page): Promise<void> => page.clock.install({ time: BEFORE });

/** From now on only `run` moves the time. */
export const holdTime = (page: Page): Promise<void> => page.clock.pauseAt(NOON);

/** Lets seconds pass, every timer in its order. */
export const run = (page: Page, seconds: number): Promise<void> => page.clock.runFor(Math.round(seconds * 1000));

/** Something else was done for `seconds`: timers that came due meanwhile fire once, as after a phone's sleep. */
export const away = (page: Page, seconds: number): Promise<void> => page.clock.fastForward(seconds * 1000);

export interface Vibrated {
	readonly at: number;
	readonly pattern: string;
}

/** Before the first page: writes down what is asked of the platform's vibration. */
export async function logVibration(page: Page): Promise<() => Promise<readonly Vibrated[]>> {
	await page.addInitScript(() => {
		const log: Vibrated[] = [];
		Object.assign(window, { vibrated: log });
		const real = Navigator.prototype.vibrate;
		Navigator.prototype.vibrate = function (pattern) {
			const list = typeof pattern === 'number' ? [pattern] : [...pattern];
			log.push({ at: Date.now(), pattern: list.join(' ') });
			return real.call(this, list);
		};
	});
	return () => page.evaluate(() => (window as unknown as { vibrated: Vibrated[] }).vibrated.splice(0));
}
