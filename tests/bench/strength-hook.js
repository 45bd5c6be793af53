// The hook for the soak of a strength step: the first exercise of core-a-10, made longer so that a minute fits into it.

export const path = '/session?id=core/core-a-10';
export const plan = [{ step: '0', s: 150 }];

/** How often thirty seconds are added. */
const TIMES_LONGER = 4;

/** @param {import('@playwright/test').Page} page */
export async function start(page) {
	// By keyboard, as in run-hook.js.
	await page.getByRole('button', { name: /^(Start|Starten)$/ }).press('Enter');
	await page.getByRole('button', { name: /^(Skip|Überspringen)$/ }).press('Enter');
	await page.locator('[role=timer][data-step="0"]').waitFor();
	const longer = page.getByRole('button', { name: /^\+30 s$/ });
	for (let n = 0; n < TIMES_LONGER; n++) await longer.press('Enter');
}
