// A silence is noticed also when the page stood still while it was being kept that the session goes on.

import { expect, test, type Page } from '@playwright/test';
import { button, firstStart, skipGetReady, startSession } from '../support/e2e/journey.ts';
import { says } from '../support/e2e/says.ts';

interface Held extends Window {
	letGo?: () => void;
}

/** Another connection holds the rows of the running session, as a slow disk would, until `letGo`. */
const holdRows = (page: Page): Promise<void> =>
	page.evaluate(
		() =>
			new Promise<void>((held, failed) => {
				const opening = indexedDB.open('rueckenwind');
				opening.onerror = () => failed(new Error('The database does not open.'));
				opening.onsuccess = () => {
					const tx = opening.result.transaction('single', 'readwrite');
					let holds = true;
					(window as Held).letGo = () => (holds = false);
					const again = (): void => {
						tx.objectStore('single').count().onsuccess = () => {
							held();
							if (holds) again();
						};
					};
					again();
					tx.oncomplete = () => opening.result.close();
				};
			})
	);

const keep = (page: Page) => page.getByRole('dialog').getByRole('button', { name: says('gap.keep') });

/** A run is paused, and that it goes on is being kept. */
async function isBeingKept(page: Page): Promise<void> {
	await page.clock.install();
	await firstStart(page, '/', 'run-walk');
	await page.goto('/session?id=run-walk/S1');
	await startSession(page);
	await skipGetReady(page);
	await button(page, 'player.pause').click();
	await expect(button(page, 'player.resume')).toBeVisible();
	await holdRows(page);
	await button(page, 'player.resume').click();
}
const letGo = (page: Page): Promise<void> => page.evaluate(() => (window as Held).letGo?.());

test('a page that stood still while going on was being kept asks what was done', async ({ page }) => {
	await isBeingKept(page);
	await page.clock.fastForward(20_000);
	await letGo(page);
	await expect(keep(page)).toBeVisible();
	await keep(page).click();
	await expect(button(page, 'player.pause')).toBeVisible();
});

test('a slow disk alone is no silence', async ({ page }) => {
	await isBeingKept(page);
	await page.clock.runFor(12_000);
	await letGo(page);
	await expect(button(page, 'player.pause')).toBeVisible();
	await page.clock.runFor(2000);
	await expect(page.getByRole('dialog')).toHaveCount(0);
});
