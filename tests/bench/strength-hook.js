// The hook for the soak of a strength step: the heel slide of core-a-10, its figure moving all the time, made longer so that
// a minute fits into it.

export const path = '/session?id=core/core-a-10';
/** The place of the heel slide in the timeline. */
const STEP = 3;
export const plan = [{ step: String(STEP), s: 180 }];

/** How often thirty seconds are added. */
const TIMES_LONGER = 4;

/** @param {import('@playwright/test').Page} page */
export async function start(page) {
	// By keyboard, as in run-hook.js.
	await page.getByRole('button', { name: /^(Start|Starten)$/ }).press('Enter');
	const skip = page.getByRole('button', { name: /^(Skip|Überspringen)$/ });
	await page
		.getByText(/Get ready|Mach dich bereit/)
		.first()
		.waitFor();
	// The first skips the get-ready.
	for (let step = 0; step <= STEP; step++) {
		await skip.press('Enter');
		await page.locator(`[role=timer][data-step="${step}"]`).waitFor();
	}
	const longer = page.getByRole('button', { name: /^\+30 s$/ });
	for (let n = 0; n < TIMES_LONGER; n++) await longer.press('Enter');
}
