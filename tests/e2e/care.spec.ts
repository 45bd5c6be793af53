// Safety: a stop with five doors, one tap from every screen, the questions before training, a flare, what stands behind it.

import { expect, test, type Locator, type Page } from '@playwright/test';
import { axe, cutWords, smallTargets, textSize } from '../support/e2e-player/look.ts';
import { PlayerPage, RUN } from '../support/e2e-player/player-page.ts';
import { LOCALE } from '../support/e2e-player/words.ts';
import { button, heading, link, readyForOffline } from '../support/e2e/journey.ts';
import { stored } from '../support/e2e/stored.ts';

async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeVisible();
	for (let presses = 0; presses < 80; presses++) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`${String(target)} is not reached with Tab.`);
}

for (const language of ['en', 'de'] as const) {
	test.describe(`Care in ${language}`, () => {
		test.use({ locale: LOCALE[language], reducedMotion: 'reduce' });
		const say = (en: string, de: string) => (language === 'en' ? en : de);
		const longStop = say('Stop, something is not right', 'Stopp, etwas stimmt nicht');
		const help = say('Warning signs and whom to call', 'Warnzeichen und wen du anrufen kannst');
		const walkHome = say('Walk home, with a clock', 'Heimgehen, die Uhr läuft mit');
		const goOn = say('Go on gently', 'Ruhig weitermachen');
		const DOORS = {
			nerve: say('New numbness or weakness, bladder or bowel', 'Neue Taubheit oder Schwäche, Blase oder Darm'),
			chest: say('Chest, breath or dizzy', 'Brust, Atem oder Schwindel'),
			leg: say('Leg or foot', 'Bein oder Fuß'),
			back: say('Back', 'Rücken'),
			tired: say('Just tired', 'Einfach müde')
		};
		const dialog = (page: Page) => page.getByRole('dialog');
		const inSheet = (page: Page, name: string | RegExp) => dialog(page).getByRole('button', { name });

		/** Runs the first step of stage 1. */
		async function running(page: Page): Promise<PlayerPage> {
			const player = new PlayerPage(page, language);
			await player.begin(RUN);
			await player.skipReady();
			return player;
		}
		async function stopAt(page: Page, door: keyof typeof DOORS): Promise<void> {
			await page.getByRole('button', { name: longStop }).click();
			await inSheet(page, DOORS[door]).click();
			await expect(dialog(page).getByRole('heading', { level: 2 })).toHaveText(DOORS[door]);
		}

		test('after a stop for the chest the question stays, and nothing goes on until advice was taken', async ({
			page
		}) => {
			await running(page);
			await stopAt(page, 'chest');
			for (let n = 0; n < 4; n++) await page.keyboard.press('Escape');
			await expect(dialog(page).getByRole('heading', { level: 2 })).toHaveText(DOORS.chest);

			await page.goto('/');
			await expect(heading(page, 'closed.closed')).toBeVisible();
			await expect(button(page, 'player.resume')).toHaveCount(0);
			await link(page, 'found.other').click();
			await expect(button(page, 'found.discard')).toBeVisible();
			await expect(button(page, 'player.resume')).toHaveCount(0);
			await button(page, 'closed.advice').click();
			await expect(button(page, 'player.resume')).toBeVisible();
		});

		test('stop pauses at once, and what is harmless goes on from where it was', async ({ page }) => {
			const player = await running(page);
			for (const door of ['tired', 'back', 'leg'] as const) {
				await stopAt(page, door);
				await expect(player.button('resume')).toHaveCount(1);
				await inSheet(page, goOn).click();
				await expect(dialog(page)).toHaveCount(0);
				await player.skipReady();
				await expect(player.button('pause')).toBeVisible();
			}
			await stopAt(page, 'leg');
			await page.getByRole('checkbox', { name: say('It is swollen', 'Es ist geschwollen') }).check();
			await expect(inSheet(page, goOn)).toHaveCount(0);
			await expect(dialog(page)).toContainText(say('Some days without running', 'Ein paar Tage ohne Laufen'));
			expect((await stored(page, 'answers')).filter(({ type }) => type === 'stopped')).toEqual([]);
			await page.keyboard.press('Escape');
			await expect(dialog(page)).toHaveCount(0);
			await expect(player.button('resume')).toBeVisible();
		});

		test('a leg ends the session, is written down with it, and the way home is counted', async ({ page }) => {
			await page.clock.install();
			const player = await running(page);
			await page.clock.runFor(90_000);
			await stopAt(page, 'leg');
			const { seconds } = await player.shown();
			await page.clock.runFor(7000);
			expect((await player.shown()).seconds, 'the session stands').toBe(seconds);
			await page.getByRole('checkbox', { name: say('I am limping', 'Ich hinke') }).check();
			await inSheet(page, walkHome).click();
			await expect(page).toHaveURL(/\/walk-home\?id=/);
			await page.clock.runFor(125_000);
			await expect(page.getByRole('timer')).toHaveText(/^2:0\d$/);
			await page.reload();
			await page.clock.runFor(60_000);
			await expect(page.getByRole('timer')).toHaveText(/^3:\d\d$/);
			await page.getByRole('button', { name: say('I am there', 'Ich bin da') }).click();
			await expect(page).toHaveURL(/\/finished\?id=/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('That counts', 'Das zählt'));
			await expect(page.getByText('3 min', { exact: true })).toBeVisible();
			// Why it was ended is known.
			await expect(page.getByText(say('Why did you stop early?', 'Warum hast du früher aufgehört?'))).toHaveCount(0);
			const [answer] = (await stored(page, 'answers')).filter(({ type }) => type === 'stopped');
			const id = new URL(page.url()).searchParams.get('id');
			expect(answer).toMatchObject({ sessionId: id, why: 'leg', legSigns: ['limp'] });
			expect(await stored(page, 'sessions')).toHaveLength(1);
		});

		for (const door of ['nerve', 'chest'] as const)
			test(`${door} calls for help by country, closes until advice, and can be taken back`, async ({ page }) => {
				await running(page);
				await stopAt(page, door);
				const call = (number: string) =>
					dialog(page).getByRole('link', { name: say(`Call ${number}`, `${number} anrufen`), exact: true });
				await expect(call(say('999', '112'))).toHaveAttribute('href', say('tel:999', 'tel:112'));
				await dialog(page).getByRole('combobox').selectOption('at');
				await expect(call('144')).toHaveAttribute('href', 'tel:144');
				await expect(inSheet(page, goOn)).toHaveCount(0);
				await expect(inSheet(page, walkHome)).toHaveCount(0);
				await page.keyboard.press('Escape');
				await expect(dialog(page)).toHaveCount(1);
				await inSheet(page, say('That was a mistake', 'Das war ein Versehen')).click();
				await expect(inSheet(page, DOORS.tired)).toBeVisible();
				const kept = async () =>
					(await stored(page, 'answers')).filter(({ type, deletedAt }) => type === 'stopped' && !deletedAt);
				expect(await kept()).toEqual([]);
				await inSheet(page, DOORS[door]).click();
				await inSheet(page, say('End and keep', 'Beenden und')).click();
				await expect(page).toHaveURL(/\/finished\?id=/);
				expect(await kept()).toMatchObject([{ why: door }]);

				await page.getByRole('link', { name: help }).click();
				const advice = page.getByRole('button', { name: say('I have taken advice', 'Ich habe Rat eingeholt') });
				await expect(page.getByText(say('Until then', 'Bis dahin'))).toBeVisible();
				await advice.click();
				await expect(advice).toHaveCount(0);
				await expect(page.getByRole('status')).toContainText(say('open again', 'wieder offen'));
				expect((await stored(page, 'answers')).map(({ type }) => type)).toContain('adviceTaken');
			});

		test('stop needs only a keyboard, leads the focus, and takes two taps through the touch lock', async ({ page }) => {
			const player = await running(page);
			const stop = page.getByRole('button', { name: longStop });
			expect((await stop.boundingBox())?.height).toBeGreaterThanOrEqual(48);
			await tabTo(page, stop);
			await page.keyboard.press('Enter');
			await expect(dialog(page)).toHaveAccessibleName(say('Paused. What is it?', 'Angehalten. Was ist los?'));
			// The keys of the player rest meanwhile.
			await page.keyboard.press('ArrowRight');
			await tabTo(page, inSheet(page, DOORS.back));
			await page.keyboard.press('Enter');
			await expect(dialog(page)).toHaveAccessibleName(DOORS.back);
			await expect(dialog(page).locator(':focus')).toContainText(
				say('What this means for your plan', 'Was das für deinen Plan heißt')
			);
			await page.keyboard.press('Escape');
			await player.isAtStep(0);
			await player.button('resume').click();
			await player.skipReady();

			await player.button('lock').click();
			const short = dialog(page).getByRole('button', { name: say('Stop', 'Stopp'), exact: true });
			await expect(short).toHaveCount(0);
			await player.named(player.words.unlock).click();
			await short.click();
			await expect(inSheet(page, DOORS.nerve)).toBeVisible();
			await expect(player.button('resume')).toHaveCount(1);
		});

		test('the warning signs are one tap away from every screen', async ({ page }) => {
			const here = page.getByRole('link', { name: help });
			const tap = async () => {
				await here.click();
				await expect(page).toHaveURL(/\/safety$/);
			};
			await page.goto('/');
			await expect(here).toHaveCount(1);
			await tap();
			await page.goto('/start');
			await tap();
			await page.goto('/start');
			await page.getByRole('button', { name: say('Skip', 'Überspringen') }).click();
			await expect(page.getByRole('button', { name: say('Start', 'Starten') })).toBeVisible();
			await tap();
			if (language === 'de') return;
			for (const path of [
				...['/programmes', '/history', '/settings', '/sessions', '/walk', '/movement', '/rules', '/about'],
				...['/phone-test', '/session', '/finished', '/walk-home', '/nowhere', '/readiness', '/flare', '/settling'],
				'/knowledge'
			]) {
				await page.goto(path);
				await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(1);
				await expect(here, path).toHaveCount(1);
				await expect(here, path).toBeInViewport({ ratio: 1 });
			}
			await tap();
			await expect(here).toHaveCount(0);

			await running(page);
			await expect(here).toHaveCount(0);
			await page.getByRole('button', { name: longStop }).click();
			await dialog(page)
				.getByRole('link', { name: say('All warning signs', 'Alle Warnzeichen') })
				.click();
			await expect(page).toHaveURL(/\/safety$/);
		});

		test('the questions close running until advice is taken, and can be changed', async ({ page }) => {
			await page.goto('/start');
			await expect(page.getByText(say('for adults, from 18 on', 'für Erwachsene ab 18'))).toBeVisible();
			await page.getByRole('link', { name: say('Questions before you start', 'Fragen vor dem Start') }).click();
			const look = page.getByRole('button', { name: say('See what it means', 'Ansehen, was das heißt') });
			const heading = page.getByRole('heading', { level: 1 });
			await page.getByRole('checkbox', { name: say('Heart disease', 'Herzkrankheit') }).check();
			await page.getByRole('checkbox', { name: say('At least one', 'Mindestens eins') }).check();
			await look.click();
			await expect(heading).toHaveText(say('Please ask first', 'Frag bitte zuerst nach'));
			const run = page.getByRole('definition').first();
			await expect(run).toContainText(say('Waits until', 'Wartet'));
			await expect(page.getByText(say('on the slow track', 'den langsamen Weg'))).toBeVisible();
			await page.getByRole('button', { name: say('I have taken advice', 'Ich habe Rat eingeholt') }).click();
			await expect(heading).toHaveText(say('You have taken advice', 'Du hast Rat eingeholt'));
			await expect(run).toContainText(say('Open', 'Offen'));

			// The same answers once more change nothing; new ones do.
			const change = page.getByRole('button', { name: say('Change the answers', 'Antworten ändern') });
			await change.click();
			await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
			await look.click();
			await expect(heading).toHaveText(say('You have taken advice', 'Du hast Rat eingeholt'));
			await change.click();
			await page.getByRole('checkbox', { name: say('Osteoporosis', 'Osteoporose') }).check();
			await look.click();
			await expect(heading).toHaveText(say('Please ask first', 'Frag bitte zuerst nach'));
			await page.getByRole('link', { name: say('Go on', 'Weiter'), exact: true }).click();
			await expect(page).toHaveURL(/\/start$/);
			await expect(
				page.getByRole('link', { name: say('Questions before you start', 'Fragen vor dem Start') })
			).toContainText(say('answered', 'beantwortet'));
			expect((await stored(page, 'answers')).map(({ type }) => type)).toEqual(
				expect.arrayContaining(['readiness', 'exclusions', 'slowTrack', 'adviceTaken'])
			);
			await page.goto('/settings');
			await page.getByRole('link', { name: say('Questions before you start', 'Fragen vor dem Start') }).click();
			await expect(heading).toHaveText(say('Please ask first', 'Frag bitte zuerst nach'));
		});

		test('a flare: signs first, then since when, then calmly on, and how it settles', async ({ page }) => {
			await page.goto('/safety');
			await page.getByRole('link', { name: say('It has become worse', 'Es ist schlimmer geworden') }).click();
			const heading = page.getByRole('heading', { level: 1 });
			await expect(heading).toHaveText(say('Warning signs first', 'Zuerst die Warnzeichen'));
			const next = page.getByRole('button', { name: say('Go on', 'Weiter'), exact: true });
			const fever = page.getByRole('checkbox', { name: say('Fever or chills', 'Fieber oder Schüttelfrost') });
			await fever.check();
			await next.click();
			await expect(heading).toHaveText(say('Please see a doctor today', 'Bitte lass das heute ärztlich abklären'));
			await expect(next).toHaveCount(0);
			await page.getByRole('button', { name: say('Change what is ticked', 'Angekreuztes ändern') }).click();
			await fever.uncheck();
			await next.click();
			await expect(heading).toHaveText(say('Since when does it hurt?', 'Seit wann tut es weh?'));
			// One visit, one answer: the tick that was corrected is not left standing.
			expect((await stored(page, 'answers')).filter(({ type }) => type === 'warningSigns')).toMatchObject([
				{ ticked: [] }
			]);
			const save = page.getByRole('button', { name: say('Save', 'Speichern') });
			await expect(save).toBeDisabled();
			await page.getByRole('radio', { name: say('now clearly worse', 'jetzt deutlich schlimmer') }).check();
			await page.getByRole('radio', { name: say('Another day', 'Anderer Tag') }).check();
			await page.getByLabel(say('Date', 'Datum')).fill('2999-01-01');
			await save.click();
			await expect(page.getByRole('alert')).toBeVisible();
			await page.getByRole('radio', { name: say('Yesterday', 'Gestern') }).check();
			await save.click();
			await expect(heading).toHaveText(say('Now it goes on more calmly', 'Jetzt geht es ruhiger weiter'));
			await expect(page.getByText(say('common and mostly settles', 'kommt oft vor und gibt sich'))).toBeVisible();
			expect((await stored(page, 'answers')).filter(({ type }) => type === 'episode')).toMatchObject([
				{ kind: 'worse', since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }
			]);
			const settle = page.getByRole('link', { name: say('Settle, 8 minutes', 'Zur Ruhe kommen, 8 Minuten') });
			await expect(settle).toHaveAttribute('href', /id=settle\/settle-8$/);

			await page.getByRole('link', { name: say('How is it by now?', 'Wie geht es inzwischen?') }).click();
			await page.getByRole('radio', { name: say('Works, next morning', 'Geht, am nächsten Morgen') }).check();
			const yes = page.getByRole('radio', { name: say('Yes', 'Ja'), exact: true });
			await yes.nth(0).check();
			await yes.nth(1).check();
			await page
				.getByRole('radio', { name: say('No', 'Nein'), exact: true })
				.nth(2)
				.check();
			await save.click();
			await expect(heading).toHaveText(say('That sounds like calmer water', 'Das klingt nach ruhigerem Wasser'));
			expect((await stored(page, 'answers')).filter(({ type }) => type === 'settling')).toMatchObject([
				{ walkTenMinutes: 'fine', dailyTasks: true, nights: true, legWorse: false }
			]);
		});

		test('what stands behind the plan is told with its sources, also without a network', async ({ page, context }) => {
			await page.goto('/settings');
			await readyForOffline(page);
			await context.setOffline(true);
			await page.goto('/knowledge');
			await expect(page.getByRole('heading', { level: 2 })).toHaveText([
				say('The first weeks', 'Die ersten Wochen'),
				say('When it aches while you exercise', 'Wenn es beim Üben zieht'),
				say('Painkillers', 'Schmerzmittel'),
				say('Who helps', 'Wer hilft')
			]);
			await expect(page.getByText(/^(Sources|Quellen): /)).toHaveCount(4);
			await expect(page.getByText(say('at most four days', 'höchstens vier Tage'))).toBeVisible();
			await running(page);
			await stopAt(page, 'nerve');
			await expect(dialog(page).getByRole('link', { name: say('Call 999', '112 anrufen') })).toBeVisible();
		});

		test('nothing is found by axe, and all fits small phones, thumbs and large text', async ({ page }) => {
			test.setTimeout(120_000);
			/** Of the other language the wider words are looked at, not the colours again. */
			const fits = async (name: string) => {
				const height = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight));
				// As tall as the page, so that what is fixed covers nothing by chance.
				await page.setViewportSize({ width: 390, height: Math.max(844, height) });
				expect.soft(await axe(page), name).toEqual([]);
				if (language === 'en') {
					await page.emulateMedia({ colorScheme: 'dark' });
					expect.soft(await axe(page), `${name}, dark`).toEqual([]);
					await page.emulateMedia({ colorScheme: 'light' });
				}
				await page.setViewportSize({ width: 320, height: 568 });
				expect.soft(await cutWords(page), `${name} at 320 px`).toEqual([]);
				expect.soft(await smallTargets(page, 48), `${name} at 320 px`).toEqual([]);
				await textSize(page, 2);
				expect.soft(await cutWords(page), `${name} at 320 px and 200 % text`).toEqual([]);
				await textSize(page, 1);
				await page.setViewportSize({ width: 390, height: 844 });
			};
			for (const path of ['/', '/start', '/readiness', '/settling', '/knowledge', '/safety']) {
				await page.goto(path);
				await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(1);
				await fits(path);
			}
			await page.goto('/readiness');
			await page.getByRole('checkbox').first().check();
			await page.getByRole('button', { name: say('See what it means', 'Ansehen, was das heißt') }).click();
			await fits('the outcome of the questions');
			await page.getByRole('button', { name: say('I have taken advice', 'Ich habe Rat eingeholt') }).click();
			await page.goto('/flare');
			await page.getByRole('button', { name: say('Go on', 'Weiter'), exact: true }).click();
			await page.getByRole('radio').first().check();
			await fits('since when');
			await page.getByRole('button', { name: say('Save', 'Speichern') }).click();
			await expect(page.getByRole('listitem').first()).toBeVisible();
			await fits('calm');

			await running(page);
			await fits('the player');
			await page.getByRole('button', { name: longStop }).click();
			await fits('the doors');
			for (const door of ['nerve', 'leg'] as const) {
				await inSheet(page, DOORS[door]).click();
				await fits(`the door ${door}`);
				if (door === 'nerve') await inSheet(page, /mistake|Versehen/).click();
			}
			await inSheet(page, walkHome).click();
			await expect(page.getByRole('timer')).toBeVisible();
			await fits('the way home');
		});
	});
}
