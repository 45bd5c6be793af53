// Sessions of one's own: built, played, doubled, removed and brought back, typed as a line, handed on and taken in.

import { readFileSync } from 'node:fs';
import { expect, test, type Download, type Locator, type Page } from '@playwright/test';
import { axe, cutWords, smallTargets, textSize } from '../support/e2e-player/look.ts';
import { PlayerPage } from '../support/e2e-player/player-page.ts';
import { LOCALE } from '../support/e2e-player/words.ts';
import { button, entries } from '../support/e2e/journey.ts';

const file = (text: string, name = 'session.json') => ({
	name,
	mimeType: 'application/json',
	buffer: Buffer.from(text)
});
const shared = (more: object = {}) => ({
	app: 'rueckenwind',
	kind: 'session',
	version: 1,
	title: 'Shared',
	blocks: [{ type: 'block', id: 'b1', repeat: 2, items: [{ type: 'step', phase: 'walk', seconds: 90 }] }],
	...more
});
const hostileTitle = '<img src=x onerror="window.hit=1">\u202e{{title}}${7*7}' + 'W'.repeat(300);

/** Texts of files that are no session, by what they are. */
const HOSTILE: readonly (readonly [string, string])[] = [
	['no JSON', '<script>window.hit=1</script>'],
	['another app', JSON.stringify(shared({ app: 'x' }))],
	['huge numbers', JSON.stringify(shared()).replace('90', '1e308')],
	['endless repeats', JSON.stringify(shared()).replace('"repeat":2', '"repeat":999999999')],
	['deep nesting', JSON.stringify(shared({ blocks: 0 })).replace('0}', `${'['.repeat(60_000)}${']'.repeat(60_000)}}`)],
	['wrong types', JSON.stringify(shared({ title: ['x'], blocks: { length: 1 } }))],
	['a poisonous key', JSON.stringify(shared()).replace('"title"', '"__proto__":{"hit":1},"title"')],
	['a script as an exercise', JSON.stringify(shared()).replace('"seconds"', '"exerciseId":"<script>","seconds"')],
	['a backup', '{"app":"rueckenwind","version":3,"snapshot":{}}']
];

for (const language of ['en', 'de'] as const) {
	test.describe(`Own sessions in ${language}`, () => {
		test.use({ locale: LOCALE[language], reducedMotion: 'reduce' });
		const say = (en: string, de: string) => (language === 'en' ? en : de);
		const act = (page: Page, en: string, de: string) => page.getByRole('button', { name: say(en, de), exact: true });
		const starting = (page: Page, en: string, de: string) =>
			page.getByRole('button', { name: new RegExp(`^${say(en, de)}`) });
		const cards = (page: Page): Locator => page.getByRole('main').getByRole('article');
		const card = (page: Page, title: string): Locator =>
			cards(page).filter({ has: page.getByRole('heading', { name: title, exact: true }) });
		const bar = (page: Page): Locator => page.getByRole('main').getByRole('status');
		const sheet = (page: Page): Locator => page.getByRole('dialog');
		const line = (page: Page): Locator => sheet(page).getByRole('textbox');
		const toList = (page: Page) =>
			page.getByRole('link', { name: say('To your own sessions', 'Zu deinen Einheiten') }).click();
		const name = (page: Page): Locator => page.getByRole('textbox', { name: 'Name' });

		async function begin(page: Page, title: string): Promise<void> {
			await page.goto('/own');
			await page.getByRole('link', { name: say('Build a session', 'Einheit bauen') }).click();
			await name(page).fill(title);
		}
		async function addExercise(page: Page, word: string): Promise<void> {
			await act(page, 'Exercise', 'Übung').click();
			await sheet(page).getByRole('searchbox').fill(word);
			await sheet(page).getByRole('listitem').first().getByRole('button').click();
			await expect(sheet(page)).toHaveCount(0);
		}
		async function addLine(page: Page, text: string): Promise<void> {
			await act(page, 'Run and walk', 'Laufen und gehen').click();
			await line(page).fill(text);
			await act(page, 'Use this', 'Übernehmen').click();
			await expect(sheet(page)).toHaveCount(0);
		}
		async function take(page: Page, text: string): Promise<void> {
			await act(page, 'Add from a file or link', 'Aus Datei oder Link dazunehmen').click();
			const chooser = page.waitForEvent('filechooser');
			await act(page, 'Choose a file', 'Datei wählen').click();
			await (await chooser).setFiles(file(text));
		}
		const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');
		const lineText = say('2 min walk, 3x(1 min run, 30 s walk)', '2 min gehen, 3x(1 min laufen, 30 s gehen)');

		test('is built, found again after leaving, played, and stands in the history by its name', async ({ page }) => {
			await begin(page, 'Morgenrunde');
			await expect(bar(page)).toContainText('0 min 0 s');
			await expect(page.getByRole('main').getByRole('link', { name: say('Start', 'Starten') })).toHaveCount(0);
			await act(page, 'Walk', 'Gehen').click();
			await expect(bar(page)).toContainText('5 min 0 s');
			await act(page, 'Rest', 'Pause').click();
			await addExercise(page, say('bridge', 'brucke'));
			await expect(cards(page)).toHaveCount(3);

			// Its place and its numbers, by buttons and by typing.
			const exercise = cards(page).nth(2);
			const title = (await exercise.getByRole('heading').textContent()) ?? '';
			await page.getByRole('button', { name: `${say('Up', 'Nach oben')}: ${title}` }).click();
			await expect(cards(page).nth(1)).toContainText(title);
			await expect(page.getByRole('button', { name: `${say('Up', 'Nach oben')}: ${title}` })).toBeFocused();
			await page.getByRole('button', { name: `${say('Adjust', 'Anpassen')}: ${title}` }).click();
			const field = (label: string) => page.getByRole('spinbutton', { name: label, exact: true });
			await field(say('Sets', 'Sätze')).fill('3');
			await field(say('Repetitions', 'Wiederholungen')).fill('4');
			await field(say('Repetitions', 'Wiederholungen')).press('Enter');
			await expect(cards(page).nth(1)).toContainText(say('3 × 4 repetitions', '3 × 4 Wiederholungen'));
			const total = (await bar(page).getByText(say('in all', 'Zusammen')).textContent()) ?? '';

			// Left and found as it was, by its address too.
			await page.reload();
			await expect(bar(page)).toContainText(total);
			await expect(name(page)).toHaveValue('Morgenrunde');
			await expect(cards(page)).toHaveCount(3);
			await toList(page);
			await page.getByRole('link', { name: `${say('Start', 'Starten')}: Morgenrunde` }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Morgenrunde');

			const player = new PlayerPage(page, language);
			await player.button('start').click();
			await player.skipReady();
			await player.isAtStep(0);
			await expect.poll(async () => (await player.shown()).seconds).toBeLessThan(300);
			await player.button('end').click();
			await page.getByRole('button', { name: player.words.endConfirm }).click();
			await expect(page).toHaveURL(/\/finished/);
			await expect(page.getByText('Morgenrunde')).toBeVisible();
			await page.goto('/history');
			await expect(entries(page)).toContainText('Morgenrunde');
			await page.goto('/sessions');
			await expect(page.getByRole('link', { name: /Morgenrunde/ })).toBeVisible();
		});

		test('is doubled, removed and brought back', async ({ page }) => {
			await begin(page, 'Abend');
			await act(page, 'Walk', 'Gehen').click();
			await toList(page);
			await card(page, 'Abend').getByText(say('More', 'Mehr')).click();
			await page.getByRole('button', { name: `${say('Duplicate', 'Kopieren')}: Abend`, exact: true }).click();
			const copy = say('Abend (copy)', 'Abend (Kopie)');
			await expect(card(page, copy)).toBeVisible();
			await expect(page.getByRole('status').first()).toBeFocused();
			await card(page, copy).getByText(say('More', 'Mehr')).click();
			await page.getByRole('button', { name: `${say('Remove', 'Entfernen')}: ${copy}` }).click();
			await expect(cards(page)).toHaveCount(1);
			await button(page, 'history.undo').click();
			await expect(cards(page)).toHaveCount(2);
			await page.reload();
			await expect(cards(page)).toHaveCount(2);
		});

		test('a line is read while it is typed, says what is wrong at its place, and prints back', async ({ page }) => {
			await begin(page, 'Intervalle');
			await act(page, 'Run and walk', 'Laufen und gehen').click();
			await expect(line(page)).toHaveValue(say('5x(1 min run, 2 min walk)', '5x(1 min laufen, 2 min gehen)'));
			const use = act(page, 'Use this', 'Übernehmen');
			await line(page).fill(say('5x(1 min hop, 2 min walk)', '5x(1 min hüpfen, 2 min gehen)'));
			await expect(sheet(page).getByRole('status')).toContainText(
				say('“hop” is not known here', '„hüpfen“ kennen wir hier nicht')
			);
			await expect(sheet(page).locator('mark')).toHaveText(say('hop', 'hüpfen'));
			await expect(line(page)).toHaveAttribute('aria-invalid', 'true');
			await expect(use).toBeDisabled();
			await line(page).fill(lineText);
			await expect(sheet(page).getByRole('status')).toContainText('6 min 30 s');
			await use.click();
			await expect(bar(page)).toContainText('6 min 30 s');
			await expect(cards(page)).toContainText(lineText);
			// Printed back, changed, taken over again.
			await starting(page, 'Adjust', 'Anpassen').click();
			await act(page, 'Change as a line', 'Als Zeile ändern').click();
			await expect(line(page)).toHaveValue(lineText);
			await line(page).fill(lineText.replace('3x', '2x'));
			await line(page).press('Enter');
			await expect(bar(page)).toContainText('5 min 0 s');
			await expect(cards(page)).toHaveCount(1);
		});

		test('blocks are repeated together and taken apart; what is too much is not done', async ({ page }) => {
			await begin(page, 'Zirkel');
			await addExercise(page, say('bridge', 'brücke'));
			await act(page, 'Rest', 'Pause').click();
			await starting(page, 'Adjust', 'Anpassen').last().click();
			await starting(page, 'Repeat together', 'Zusammen mit').click();
			const joint = cards(page).first();
			await expect(joint).toContainText(say('Repeated together', 'Zusammen wiederholt'));
			await expect(joint.getByRole('listitem')).toHaveCount(2);
			await page
				.getByRole('button', { name: say('Adjust: Repeated together', 'Anpassen: Zusammen wiederholt') })
				.click();
			const rounds = page.getByRole('spinbutton', { name: say('Rounds', 'Runden') });
			await rounds.fill('3');
			await rounds.press('Enter');
			await expect(joint).toContainText(say('3 rounds', '3 Runden'));
			await rounds.fill('60');
			await rounds.press('Enter');
			await expect(bar(page)).toContainText(say('It stays as it was', 'Es bleibt, wie es war'));
			await expect(rounds).toHaveValue('3');
			await act(page, 'Take apart again', 'Wieder trennen').click();
			await expect(joint).not.toContainText(say('Repeated together', 'Zusammen wiederholt'));
			await expect(cards(page)).toHaveCount(2);
			await starting(page, 'Adjust', 'Anpassen').first().click();
			await starting(page, 'Remove', 'Entfernen').click();
			await expect(cards(page)).toHaveCount(1);
			await button(page, 'history.undo').click();
			await expect(cards(page)).toHaveCount(2);
		});

		test('is shared as a file and as a link, and taken in again after a look', async ({ page, context }) => {
			const asked: string[] = [];
			await begin(page, 'Für Ada & Bo');
			await addExercise(page, say('bridge', 'brücke'));
			await addLine(page, lineText);
			await toList(page);
			await card(page, 'Für Ada & Bo').getByText(say('More', 'Mehr')).click();
			page.on('request', (request) => asked.push(request.url()));
			await starting(page, 'Share', 'Teilen').click();
			const download = page.waitForEvent('download');
			await act(page, 'Save as a file', 'Als Datei sichern').click();
			expect((await download).suggestedFilename()).toBe('rueckenwind-fuer-ada-bo.json');
			const text = await textOf(await download);
			expect(text).not.toMatch(/"(updatedAt|createdAt)"/);

			// Where the clipboard is refused, the link is shown.
			await page.evaluate(() => {
				Object.defineProperty(navigator, 'clipboard', {
					value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }
				});
			});
			await act(page, 'Copy the link', 'Link kopieren').click();
			const link = await sheet(page).getByRole('textbox').inputValue();
			expect(new URL(link).pathname).toBe('/own');
			// Nothing of it went anywhere: only parts of the app were asked for.
			expect(asked.filter((url) => !url.startsWith(`${new URL(link).origin}/_app/`) || url.includes('#'))).toEqual([]);
			await act(page, 'Close', 'Schließen').click();

			await take(page, text);
			await expect(sheet(page)).toContainText('Für Ada & Bo');
			await sheet(page)
				.getByRole('button', { name: say('Cancel', 'Abbrechen') })
				.click();
			await expect(cards(page)).toHaveCount(1);
			await take(page, text);
			await act(page, 'Add it', 'Dazunehmen').click();
			await expect(cards(page)).toHaveCount(2);

			// The link, in the hands of somebody else.
			const other = await context.browser()?.newContext({ locale: LOCALE[language], baseURL: new URL(link).origin });
			const theirs = await other?.newPage();
			if (!theirs) throw new Error('no second browser');
			await theirs.goto(link);
			await expect(sheet(theirs)).toContainText('Für Ada & Bo');
			await expect(theirs).toHaveURL(/\/own$/);
			await act(theirs, 'Add it', 'Dazunehmen').click();
			await expect(card(theirs, 'Für Ada & Bo')).toBeVisible();
			const summary = card(page, 'Für Ada & Bo').first().getByRole('paragraph').first();
			await expect(card(theirs, 'Für Ada & Bo')).toContainText((await summary.textContent()) ?? 'nothing');
			await other?.close();
		});

		test('nothing in a file or a link can harm: it is refused in words, or becomes plain text', async ({ page }) => {
			const errors: string[] = [];
			page.on('pageerror', (error) => errors.push(String(error)));
			await page.goto('/own');
			// The sentences differ, the gate does not.
			for (const [what, text] of language === 'en' ? HOSTILE : HOSTILE.slice(0, 2)) {
				await take(page, text);
				await expect(sheet(page).getByRole('status'), what).toContainText(
					say('Nothing was changed', 'Es hat sich nichts geändert')
				);
				await sheet(page)
					.getByRole('button', { name: say('Cancel', 'Abbrechen') })
					.click();
			}
			for (const end of ['#s=%%%', '#s=AAAA', `#s=${'A'.repeat(5000)}`]) {
				await page.goto('/safety');
				await page.goto(`/own${end}`);
				await expect(sheet(page).getByRole('status'), end).toContainText(
					say('Nothing was changed', 'Es hat sich nichts geändert')
				);
				await sheet(page)
					.getByRole('button', { name: say('Cancel', 'Abbrechen') })
					.click();
			}
			await expect(cards(page)).toHaveCount(0);
			await take(page, JSON.stringify(shared({ title: hostileTitle })));
			await act(page, 'Add it', 'Dazunehmen').click();
			await expect(cards(page).getByRole('heading')).toContainText('<img src=x onerror="window.hit=1"> {{title}}');
			expect(await cutWords(page)).toEqual([]);
			await page.getByRole('link', { name: new RegExp(`^${say('Start', 'Starten')}: `) }).click();
			await expect(page.getByRole('heading', { level: 1 })).toContainText('<img');
			await page.getByRole('button', { name: say('Start', 'Starten'), exact: true }).click();
			await expect(page.getByRole('timer')).toBeVisible();
			expect(await page.evaluate(() => 'hit' in window)).toBe(false);
			expect(errors).toEqual([]);
		});

		// One theme each: the same screens, the other words.
		const colorScheme = say('light', 'dark') as 'light' | 'dark';
		test(`nothing is found by axe in ${colorScheme}, and all fits small phones, thumbs and large text`, async ({
			page
		}) => {
			test.setTimeout(120_000);
			await page.emulateMedia({ colorScheme });
			/** As tall as the page, so that the bar at the bottom covers nothing by chance. */
			async function look(what: string): Promise<void> {
				const height = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight));
				await page.setViewportSize({ width: 390, height: Math.max(844, height) });
				expect.soft(await axe(page), what).toEqual([]);
				expect.soft(await smallTargets(page, 48), what).toEqual([]);
				await page.setViewportSize({ width: 320, height: 568 });
				expect.soft(await cutWords(page), `${what} at 320 px`).toEqual([]);
				expect.soft(await smallTargets(page, 48), `${what} at 320 px`).toEqual([]);
				await textSize(page, 2);
				expect.soft(await cutWords(page), `${what} at 320 px and 200 % text`).toEqual([]);
				await textSize(page, 1);
				await page.setViewportSize({ width: 390, height: 844 });
			}
			await page.goto('/own');
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await look('empty');
			await begin(page, 'Alles');
			await addExercise(page, say('bridge', 'brücke'));
			await act(page, 'Rest', 'Pause').click();
			await starting(page, 'Adjust', 'Anpassen').last().click();
			await starting(page, 'Repeat together', 'Zusammen mit').click();
			await addLine(page, lineText);
			for (const adjust of await starting(page, 'Adjust', 'Anpassen').all()) await adjust.click();
			await look('building');
			await act(page, 'Exercise', 'Übung').click();
			await look('picker');
			await page.keyboard.press('Escape');
			await act(page, 'Run and walk', 'Laufen und gehen').click();
			await line(page).fill('5x(');
			await look('line');
			await page.keyboard.press('Escape');
			await toList(page);
			await card(page, 'Alles').getByText(say('More', 'Mehr')).click();
			await look('list');
			await starting(page, 'Share', 'Teilen').click();
			await act(page, 'Copy the link', 'Link kopieren').click();
			await look('share');
			await page.keyboard.press('Escape');
			await take(page, JSON.stringify(shared({ title: 'W'.repeat(80) })));
			await expect(act(page, 'Add it', 'Dazunehmen')).toBeVisible();
			await look('preview');
		});
	});
}
