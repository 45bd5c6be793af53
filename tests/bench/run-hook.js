// The hook for the soak of a run step: stage 16 has one run of twenty minutes; the warm-up is skipped.

export const path = '/session?id=run-walk/S16';
export const plan = [{ step: '1', s: 1200 }];

/** @param {import('@playwright/test').Page} page */
export async function start(page) {
	// By keyboard: a mouse that rests on the page has it hit-tested after each layout, which costs more than the clock
	// does (a bare page: 129 ms a minute without, 227 with one). No phone has a mouse.
	await page.getByRole('button', { name: /^(Start|Starten)$/ }).press('Enter');
	const skip = page.getByRole('button', { name: /^(Skip|Überspringen)$/ });
	// The first skips the get-ready, the second the warm-up.
	await skip.press('Enter');
	await skip.press('Enter');
	await page.locator('[role=timer][data-step="1"]').waitFor();
}
