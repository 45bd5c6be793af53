// What is about to be tapped does not move: a sentence that comes late would push Start away from under the finger.

import { expect, test } from '@playwright/test';
import { RUN } from '../support/e2e-player/player-page.ts';
import { button, firstStart } from '../support/e2e/journey.ts';

// Each script takes its time on the way, and none comes from the worker.
test.use({ locale: 'de-DE', serviceWorkers: 'block' });

test('Start stands where it stood when it was first seen, however slowly the rest comes', async ({ page }) => {
	await firstStart(page, '/', 'run-walk');
	let asked = 0;
	await page.route(/immutable.*\.js$/, async (route) => {
		asked += 1;
		await new Promise((done) => setTimeout(done, 150 + (asked % 5) * 150));
		await route.continue();
	});
	for (const path of ['/', ...[RUN, 'core/core-a-10', 'desk/desk-3'].map((id) => `/session?id=${id}`)]) {
		const before = asked;
		await page.goto(path);
		const start = button(page, 'today.start');
		await expect(start).toBeVisible();
		const first = await start.boundingBox();
		await page.waitForLoadState('networkidle');
		expect(asked, path).toBeGreaterThan(before);
		expect(await start.boundingBox(), path).toEqual(first);
	}
});
