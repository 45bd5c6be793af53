import { expect, test, type Page } from '@playwright/test';
import { CORE, PlayerPage } from '../support/e2e-player/player-page.ts';

/** What is written down of the running session, without its times. */
const logged = (page: Page): Promise<readonly Record<string, unknown>[]> =>
	page.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('rueckenwind');
			request.onsuccess = () => resolve(request.result);
		});
		const running = await new Promise<{ log: Record<string, unknown>[] } | undefined>((resolve) => {
			const request = db.transaction('single').objectStore('single').get('running');
			request.onsuccess = () => resolve(request.result as { log: Record<string, unknown>[] } | undefined);
		});
		db.close();
		return (running?.log ?? []).map(({ at: _at, ...event }) => event);
	});

for (const language of ['en', 'de'] as const) {
	test.describe(`On the mat in ${language}`, () => {
		test.use({ locale: language === 'de' ? 'de-DE' : 'en-GB' });
		const say = (en: string, de: string) => (language === 'en' ? en : de);

		test('an exercise becomes easier, harder, shorter or is left out by a tap, and the reason is kept', async ({
			page
		}) => {
			test.setTimeout(60_000);
			const player = new PlayerPage(page, language);
			await player.begin(CORE);
			await player.skipReady();
			await player.skipTo(3);
			await expect(player.heading).toHaveText(say('Heel slide', 'Fersenschieben'));
			const easier = player.named(say('Easier', 'Leichter'));
			await easier.click();
			await expect(easier).toHaveAttribute('aria-pressed', 'true');
			await expect(player.heading).toHaveText(say('Brace and breathe', 'Anspannen und atmen'));
			await player.named(say('Harder', 'Schwerer')).click();
			await expect(player.heading).toHaveText(say('Dead bug', 'Käfer'));
			const { seconds } = await player.shown();
			await player.named('−10 s').click();
			await expect.poll(async () => (await player.shown()).seconds).toBeLessThanOrEqual(seconds - 10);
			await player.named(say('Leave out', 'Auslassen')).click();
			await player.named(say('It hurts', 'Sie tut weh')).click();
			await player.isAtStep(4);
			expect((await logged(page)).slice(-4)).toEqual([
				{ type: 'varied', exerciseId: 'core-heel-slide', way: 'easier' },
				{ type: 'varied', exerciseId: 'core-heel-slide', way: 'harder' },
				{ type: 'shortened', ms: 10_000 },
				{ type: 'skipped', why: 'hurts' }
			]);
		});

		test('the question about leaving out ends with its exercise, and does not come back by itself', async ({
			page
		}) => {
			const player = new PlayerPage(page, language);
			await player.begin('legs/run-prep-5');
			await player.skipReady();
			const dialog = page.getByRole('dialog');
			const { step } = await player.shown();
			for (let n = 0; n < 9 && (await player.shown()).seconds > 14; n++) await player.named('−10 s').click();
			await player.named(say('Leave out', 'Auslassen')).click();
			await expect(dialog).toBeVisible();
			await player.isAtStep(step + 1);
			await expect(dialog).toHaveCount(0);
			await player.button('back').click();
			await player.isAtStep(step);
			await expect(dialog).toHaveCount(0);
			expect((await logged(page)).filter(({ type }) => type === 'skipped')).toEqual([{ type: 'skipped' }]);
		});

		test('all that is needed is on a phone without scrolling', async ({ page }) => {
			const player = new PlayerPage(page, language);
			await player.begin(CORE);
			await player.skipReady();
			await player.skipTo(3);
			for (const key of ['back', 'extend', 'pause', 'skip'] as const)
				await expect(player.button(key)).toBeInViewport({ ratio: 1 });
		});
	});
}
