// What the clock on the screen showed, frame by frame, and how far that was from the time.

import type { Page } from '@playwright/test';

/** [epoch ms, step, seconds shown] */
export type Sample = readonly [at: number, step: number, seconds: number];

/** Begins to write down what each frame shows. Call it while the player is on the screen. */
export const watchDisplay = (page: Page): Promise<void> =>
	page.evaluate(() => {
		const samples: [number, number, number][] = [];
		Object.assign(window, { displayed: samples });
		const look = () => {
			const timer = document.querySelector('[role=timer]');
			const [minutes, seconds] = (timer?.textContent ?? '').trim().split(':').map(Number);
			if (timer && seconds !== undefined)
				samples.push([Date.now(), Number(timer.getAttribute('data-step')), (minutes ?? 0) * 60 + seconds]);
			requestAnimationFrame(look);
		};
		look();
	});

/** Takes what has been written down so far. */
export const displayed = (page: Page): Promise<readonly Sample[]> =>
	page.evaluate(() => (window as unknown as { displayed: [number, number, number][] }).displayed.splice(0));

/** When the step ends, by the changes of the display: a change is late, never early. */
export function endOf(samples: readonly Sample[]): number {
	const changes = samples.filter(([, step, seconds], n) => {
		const before = samples[n - 1];
		return before !== undefined && before[1] === step && before[2] !== seconds;
	});
	if (changes.length < 3) throw new Error(`Only ${changes.length} changes of the display were seen.`);
	return Math.min(...changes.map(([at, , seconds]) => at + seconds * 1000));
}

/** Milliseconds by which a shown second was past its time (or before it). `endAt`: when the step ends. */
export function errorOf([at, , seconds]: Sample, endAt: number): number {
	const leftMs = endAt - at;
	return Math.max(0, (seconds - 1) * 1000 - leftMs, leftMs - seconds * 1000);
}

export const worstError = (samples: readonly Sample[], endAt: number): number =>
	Math.max(0, ...samples.map((sample) => errorOf(sample, endAt)));
