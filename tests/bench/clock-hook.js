// Plays core-a-10 for the clock bench: what is to be expected, how to begin, and how to read the display.
// When the question about a gap appears, the display behind it follows the wall clock, so it is left alone.
/* global document */
import { readFileSync } from 'node:fs';

/** @typedef {import('@playwright/test').Page} Page */

const content = new URL('../../src/lib/content/sequences.json', import.meta.url);
/** @type {{ id: string, steps: { seconds: number }[] }[]} */
const sequences = JSON.parse(readFileSync(content, 'utf8'));
const sequence = sequences.find(({ id }) => id === 'core-a-10');
if (!sequence) throw new Error('There is no sequence core-a-10.');

export const path = '/session?id=core/core-a-10';

/** The steps in order; each is named by its place in the timeline, as `data-step` does. */
export const plan = sequence.steps.map(({ seconds }, index) => ({ step: String(index), s: seconds }));

/** The display counts whole seconds. */
export const quantum = 1;

/** Taps Start and waits until the get-ready is over. @param {Page} page */
export async function start(page) {
	await page.getByRole('button', { name: /^(Start|Starten)$/ }).click();
	const getReady = page.getByText(/Get ready|Mach dich bereit/).first();
	await getReady.waitFor({ state: 'visible' });
	await getReady.waitFor({ state: 'hidden' });
	await page.locator('[role=timer][data-step]').waitFor();
}

/** Runs in the page on every frame, so it may use nothing of this file. */
export const inPage = () => {
	const timer = document.querySelector('[role=timer][data-step]');
	const [minutes, seconds] = (timer?.textContent ?? '').trim().split(':').map(Number);
	if (!timer || minutes === undefined || seconds === undefined || Number.isNaN(minutes + seconds))
		return { remaining: null, step: '' };
	return { remaining: minutes * 60 + seconds, step: timer.getAttribute('data-step') ?? '' };
};

/** @param {Page} page */
export const readRemaining = async (page) => (await page.evaluate(inPage)).remaining;
