// The pain diary, the question before a session, the signs after it and the morning after; in both languages.

import { expect, test, type Page } from '@playwright/test';
import { axe, cutWords, smallTargets, textSize } from '../support/e2e-player/look.ts';
import { PlayerPage, RUN } from '../support/e2e-player/player-page.ts';
import { LOCALE } from '../support/e2e-player/words.ts';
import { button, checkIn, entries, firstStart, heading, link, skipToTheEnd } from '../support/e2e/journey.ts';
import { stored, type Stored } from '../support/e2e/stored.ts';

const EVENING = new Date('2026-11-24T18:00:00+01:00');
/** Where a page has nothing but these, whatever it is asked for. */
const slider = (page: Page, name: string | RegExp) => page.getByRole('slider', { name });

/** Answers of this type that were not taken back. */
const answersOf = async (page: Page, type: string): Promise<readonly Stored[]> =>
	(await stored(page, 'answers')).filter((answer) => answer.type === type && answer.deletedAt === undefined);

for (const language of ['en', 'de'] as const) {
	test.describe(`Diary and check-ins in ${language}`, () => {
		test.use({ locale: LOCALE[language], reducedMotion: 'reduce' });
		const say = (en: string, de: string) => (language === 'en' ? en : de);
		const backNow = say('Back now', 'Rücken jetzt');
		const enter = say('Save entry', 'Eintragen');
		const edit = say('Edit', 'Ändern');
		const remove = say('Remove', 'Entfernen');
		const article = (page: Page) => page.getByRole('article');
		const yes = (page: Page) => page.getByRole('button', { name: say('Yes', 'Ja'), exact: true });

		test('one slider and one button make an entry; all of it can be told apart, corrected, removed, brought back', async ({
			page
		}) => {
			await page.clock.install({ time: EVENING });
			await page.goto('/diary');
			await expect(heading(page, 'nav.diary')).toBeVisible();
			const submit = page.getByRole('button', { name: enter });
			await submit.click();
			await expect(page.getByRole('alert')).toContainText(say('Move a slider', 'Schieb erst einen Regler'));
			await slider(page, backNow).fill('34');
			await submit.click();
			await expect(article(page)).toHaveCount(1);
			await expect(article(page)).toContainText(say('Now: Back 34', 'Jetzt: Rücken 34'));
			const [first] = await stored(page, 'entries');
			expect(first).toMatchObject({
				now: { back: 34, leg: null, elsewhere: null },
				average: null,
				worst: null,
				note: ''
			});
			expect(first).toMatchObject({ on: '2026-11-24' });

			// Another one of the same day, with everything, about an earlier moment.
			await page.getByRole('radio', { name: say('Worst', 'Am stärksten') }).check();
			await slider(page, say('Back at its worst', 'Rücken am stärksten')).fill('70');
			await page.getByRole('button', { name: say('Leg or elsewhere too', 'Auch Bein oder anderswo') }).click();
			await slider(page, say('Leg or foot at its worst', 'Bein oder Fuß am stärksten')).fill('20');
			const elsewhere = slider(page, say('Elsewhere at its worst', 'Anderswo am stärksten'));
			await elsewhere.fill('5');
			await page.getByRole('button', { name: say('Clear: Elsewhere', 'Leeren: Anderswo') }).click();
			await expect(elsewhere).toHaveAttribute('aria-valuetext', say('not answered', 'ohne Angabe'));
			await page.getByRole('radio', { name: say('Average', 'Schnitt') }).check();
			await slider(page, say('Back on average', 'Rücken im Schnitt')).fill('40');
			await page.getByText(say('Note, or another time', 'Notiz oder anderer Zeitpunkt')).click();
			await page.getByRole('textbox', { name: say('Note', 'Notiz') }).fill('im Garten');
			await page.getByRole('radio', { name: say('Another time', 'Anderer Zeitpunkt') }).check();
			await page.getByLabel(say('Date', 'Datum')).fill('2026-11-25');
			await submit.click();
			await expect(page.getByRole('alert')).toContainText(say('up to now', 'nicht in der Zukunft'));
			await page.getByLabel(say('Date', 'Datum')).fill('2026-11-22');
			await page.getByLabel(say('Time', 'Uhrzeit'), { exact: true }).fill('07:30');
			await submit.click();
			await expect(article(page)).toHaveCount(2);
			const second = article(page).last();
			await expect(second).toContainText(say('Average: Back 40', 'Schnitt: Rücken 40'));
			await expect(second).toContainText(
				say('Worst: Back 70, Leg or foot 20', 'Am stärksten: Rücken 70, Bein oder Fuß 20')
			);
			await expect(second).toContainText('im Garten');
			// Browsers differ in the comma after an English weekday and in the nought of a German morning.
			const name = say('Sunday,? 22 November, 0?7:30', 'Sonntag, 22\\. November, 0?7:30');
			await expect(second).toHaveAccessibleName(new RegExp(`^${name}$`));

			await page.getByRole('button', { name: new RegExp(`^${edit}: ${name}$`) }).click();
			await second.getByRole('slider', { name: say('Back on average', 'Rücken im Schnitt') }).fill('45');
			await second.getByRole('button', { name: say('Save', 'Speichern') }).click();
			await expect(second).toContainText(say('Average: Back 45', 'Schnitt: Rücken 45'));
			await page.getByRole('button', { name: new RegExp(`^${remove}: ${name}$`) }).click();
			await expect(article(page)).toHaveCount(1);
			await expect(page.getByRole('status').filter({ hasText: new RegExp(name) })).toBeFocused();
			await button(page, 'history.undo').click();
			await expect(article(page)).toHaveCount(2);

			await page.goto('/history');
			await link(page, 'nav.diary').click();
			await expect(article(page)).toHaveCount(2);
		});

		test('the medicine is one tick of a day, said to be read by no rule, and can be taken back', async ({ page }) => {
			await page.goto('/diary');
			await expect(page.getByText(say('No rule of this app', 'Keine Regel der App'))).toBeVisible();
			await yes(page).click();
			await expect(yes(page)).toHaveAttribute('aria-pressed', 'true');
			await expect(page.getByText(say('Pain medicine: yes', 'Schmerzmittel: ja'))).toBeVisible();
			await page.getByRole('button', { name: say('No', 'Nein'), exact: true }).click();
			await expect(page.getByText(say('Pain medicine: no', 'Schmerzmittel: nein'))).toBeVisible();
			expect(await answersOf(page, 'medicine')).toMatchObject([{ taken: false }]);
			await page.getByRole('button', { name: say('No', 'Nein'), exact: true }).click();
			await expect(page.getByText(say('Pain medicine: no', 'Schmerzmittel: nein'))).toHaveCount(0);
			expect(await answersOf(page, 'medicine')).toEqual([]);
		});

		test('what was said before a session is kept as the phone goes into the pocket', async ({ page }) => {
			const player = new PlayerPage(page, language);
			await page.clock.install({ time: EVENING });
			await firstStart(page, '/', 'walk');
			await player.open(RUN);
			await page.getByText(say('How is your back now?', 'Wie ist dein Rücken jetzt?')).click();
			await page.clock.pauseAt(new Date(EVENING.getTime() + 3_600_000));
			await slider(page, backNow).fill('38');
			expect(await answersOf(page, 'beforeSession')).toEqual([]);
			await page.evaluate(() => {
				Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
				document.dispatchEvent(new Event('visibilitychange'));
			});
			await expect.poll(() => answersOf(page, 'beforeSession')).toMatchObject([{ backPain: 38 }]);
		});

		test('what a session was begun with stays when another is begun on that day', async ({ page }) => {
			const player = new PlayerPage(page, language);
			const said = async () => (await answersOf(page, 'beforeSession')).map(({ backPain }) => backPain);
			await page.clock.install({ time: EVENING });
			await firstStart(page, '/', 'walk');
			await player.open(RUN);
			const before = page.getByText(say('How is your back now?', 'Wie ist dein Rücken jetzt?'));
			await before.click();
			await slider(page, backNow).fill('12');
			await expect.poll(said).toEqual([12]);
			// Before it begins it may be corrected.
			await slider(page, backNow).fill('20');
			await expect.poll(said).toEqual([20]);
			await player.button('start').click();
			await player.isGettingReady();
			await skipToTheEnd(page);
			await checkIn(page);

			await page.clock.runFor(1000);
			await player.open('core/core-a-10');
			await before.click();
			await slider(page, backNow).fill('45');
			await expect.poll(async () => [...(await said())].sort()).toEqual([20, 45]);
		});

		test('before, after and the next morning: asked once, optional, and kept', async ({ page }) => {
			test.setTimeout(90_000);
			const player = new PlayerPage(page, language);
			await page.clock.install({ time: EVENING });
			await firstStart(page, '/', 'walk');
			await player.open('relax/relax-10');
			const before = page.getByText(say('How is your back now?', 'Wie ist dein Rücken jetzt?'));
			await expect(before).toHaveCount(0);
			await player.open(RUN);
			// Nothing is answered by looking.
			await before.click();
			await expect(slider(page, backNow)).toHaveAttribute('aria-valuetext', say('not answered', 'ohne Angabe'));
			expect(await stored(page, 'answers')).toEqual([]);
			await slider(page, backNow).fill('38');
			// The tap on Start comes before the slider has come to rest.
			await player.button('start').click();
			await player.isGettingReady();
			await expect.poll(() => answersOf(page, 'beforeSession')).toMatchObject([{ backPain: 38, cannotStand: false }]);

			await skipToTheEnd(page);
			// Folded away as long as nothing hurts.
			const limp = page.getByRole('checkbox', { name: say('I am limping', 'Ich hinke') });
			await expect(limp).toHaveCount(0);
			await slider(page, say('Leg or foot', 'Bein oder Fuß')).fill('30');
			await limp.check();
			const numb = page.getByRole('checkbox', { name: say('Numbness', 'Taubheit') });
			await numb.check();
			await expect(page.getByRole('status').getByRole('link')).toBeVisible();
			await numb.uncheck();
			await page.getByRole('checkbox', { name: say('below the knee', 'unter das Knie') }).check();
			await checkIn(page, { back: 40, leg: 30, effort: 3 });
			expect(await stored(page, 'checkIns')).toMatchObject([{ legSigns: ['limp'], newSigns: ['belowKnee'] }]);

			// Once a day is enough: it is shown, and may be changed.
			await player.open(RUN);
			await expect(page.getByText(say('Today: 38, moderate', 'Heute: 38, mäßig'))).toBeVisible();

			await page.clock.setSystemTime(new Date('2026-11-25T07:00:00+01:00'));
			await page.goto('/');
			const card = page.getByRole('region', {
				name: say('Your back this morning?', 'Wie ist dein Rücken heute Morgen?')
			});
			await expect(card).toContainText(say('Tuesday', 'Dienstag'));
			await yes(page).click();
			await card.getByRole('button', { name: say('As usual: 38', 'Wie sonst: 38') }).click();
			await expect(page.getByText(say('Noted.', 'Gemerkt.'))).toBeFocused();
			const answers = await answersOf(page, 'nextMorning');
			expect(answers).toMatchObject([{ backPain: 38, legPain: null, legGone: true, on: '2026-11-25' }]);
			await page.goto('/');
			await expect(button(page, 'today.start')).toBeVisible();
			await expect(card).toHaveCount(0);

			await page.goto('/history');
			await entries(page).locator('summary').click();
			await expect(entries(page)).toContainText(say('I am limping, Pain', 'Ich hinke, Schmerz bis'));
		});

		test('a sign of the leg can be said without a number of pain, and stays said', async ({ page }) => {
			const player = new PlayerPage(page, language);
			await page.clock.install({ time: EVENING });
			await firstStart(page, '/', 'walk');
			await player.begin('walk/free/10');
			await skipToTheEnd(page);
			const fold = page.getByText(
				say('Leg or foot: a limp, swelling or the like?', 'Bein oder Fuß: Hinken, Schwellung oder Ähnliches?')
			);
			// The line that is seen, not the name of the group under it.
			await fold.first().click();
			await page.getByRole('checkbox', { name: say('Something is swollen', 'Etwas ist geschwollen') }).check();
			await button(page, 'checkin.save').click();
			await expect(page).toHaveURL(/\/$/);
			expect(await stored(page, 'checkIns')).toMatchObject([{ legPain: null, legSigns: ['swelling'] }]);

			// What was said is seen when it is changed, whatever the number is.
			await page.goto('/history');
			await entries(page).locator('summary').click();
			await page.getByRole('button', { name: edit }).click();
			await expect(
				page.getByRole('checkbox', { name: say('Something is swollen', 'Etwas ist geschwollen') })
			).toBeChecked();
			await button(page, 'checkin.save').click();
			await expect(entries(page)).toContainText(say('Something is swollen', 'Etwas ist geschwollen'));
			expect(await stored(page, 'checkIns')).toMatchObject([{ legPain: null, legSigns: ['swelling'] }]);
		});

		test('the morning after may be said in numbers, or put away', async ({ page }) => {
			const player = new PlayerPage(page, language);
			await page.clock.install({ time: EVENING });
			await firstStart(page, '/', 'walk');
			await player.begin('walk/free/10');
			await skipToTheEnd(page);
			await checkIn(page);
			await page.clock.setSystemTime(new Date('2026-11-26T11:00:00+01:00'));
			await page.goto('/');
			const title = say('Your back this morning?', 'Wie ist dein Rücken heute Morgen?');
			const card = page.getByRole('region', { name: title });
			// Nobody knows what is usual, so the scales are open at once; nothing was wrong with the leg.
			await expect(card.getByRole('slider')).toHaveCount(2);
			await expect(card.getByText(say('Is the leg pain gone?', 'Ist der Schmerz im Bein weg?'))).toHaveCount(0);
			await card.getByRole('button', { name: say('Put this question away', 'Frage weglegen') }).click();
			await expect(card).toHaveCount(0);
			expect(await answersOf(page, 'nextMorning')).toMatchObject([{ backPain: null, legPain: null, legGone: null }]);
			await page.goto('/');
			await expect(button(page, 'today.start')).toBeVisible();
			await expect(card).toHaveCount(0);
		});

		for (const colorScheme of ['light', 'dark'] as const)
			test(`nothing is found by axe in ${colorScheme}, and all fits small phones, thumbs and large text`, async ({
				page
			}) => {
				test.setTimeout(120_000);
				const player = new PlayerPage(page, language);
				await page.emulateMedia({ colorScheme });
				await page.clock.install({ time: EVENING });
				await firstStart(page, '/', 'walk');
				await page.goto('/diary');
				for (const value of ['12', '34']) {
					await slider(page, backNow).fill(value);
					await page.getByRole('button', { name: enter }).click();
					await expect(page.getByRole('status').filter({ hasText: '18:00' })).toBeVisible();
				}
				await player.begin(RUN);
				await skipToTheEnd(page);
				const finished = page.url();
				await slider(page, say('Leg or foot', 'Bein oder Fuß')).fill('30');
				await button(page, 'checkin.save').click();
				await expect(page).toHaveURL(/\/$/);
				await page.clock.setSystemTime(new Date('2026-11-25T07:00:00+01:00'));
				for (const path of ['/', '/diary', `/session?id=${RUN}`, finished, '/history']) {
					await page.goto(path);
					await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(1);
					if (path === '/') await expect(page.getByRole('region', { name: say('morning', 'Morgen') })).toBeVisible();
					if (path === '/diary') {
						await page.getByText(say('Note, or another time', 'Notiz oder anderer Zeitpunkt')).click();
						await page.getByRole('radio', { name: say('Another time', 'Anderer Zeitpunkt') }).check();
						await page
							.getByRole('button', { name: new RegExp(`^${edit}:`) })
							.first()
							.click();
					}
					if (path.includes(RUN))
						await page.getByText(say('How is your back now?', 'Wie ist dein Rücken jetzt?')).click();
					if (path === finished) await page.getByRole('checkbox', { name: say('Numbness', 'Taubheit') }).check();
					// As tall as the page, so that the bar at the bottom covers nothing by chance.
					const height = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight));
					await page.setViewportSize({ width: 390, height: Math.max(844, height) });
					expect.soft(await axe(page), path).toEqual([]);
					expect.soft(await smallTargets(page, 48), path).toEqual([]);
					await page.setViewportSize({ width: 320, height: 568 });
					expect.soft(await cutWords(page), `${path} at 320 px`).toEqual([]);
					expect.soft(await smallTargets(page, 48), `${path} at 320 px`).toEqual([]);
					await textSize(page, 2);
					expect.soft(await cutWords(page), `${path} at 320 px and 200 % text`).toEqual([]);
					await textSize(page, 1);
					await page.setViewportSize({ width: 390, height: 844 });
				}
			});
	});
}

test('ten years of entries come a page at a time, and no key press reads them all', async ({ page }) => {
	test.setTimeout(90_000);
	await page.addInitScript(() => {
		const seen: string[] = [];
		Object.assign(window, { readsOfAll: seen });
		for (const name of ['filter', 'map', 'flatMap', 'toSorted', 'reduce', 'slice', 'some', 'find'] as const) {
			const whole = Array.prototype[name] as (...all: unknown[]) => unknown;
			const watched = function (this: readonly unknown[], ...all: unknown[]): unknown {
				if (this.length >= 10_000) seen.push(name);
				return whole.apply(this, all);
			};
			Object.defineProperty(Array.prototype, name, { value: watched, configurable: true, writable: true });
		}
	});
	await page.goto('/diary');
	await slider(page, 'Back now').fill('10');
	await page.getByRole('button', { name: 'Save entry' }).click();
	await expect(page.getByRole('article')).toHaveCount(1);
	await page.evaluate(async () => {
		const [known] = await indexedDB.databases();
		const opening = indexedDB.open(known?.name ?? '');
		await new Promise((done) => (opening.onsuccess = done));
		const writing = opening.result.transaction('entries', 'readwrite');
		for (let n = 0; n < 15_000; n++) {
			const at = Date.now() - (n + 1) * 6 * 3_600_000;
			const now = { back: n % 100, leg: null, elsewhere: null };
			const on = new Date(at).toISOString().slice(0, 10);
			writing
				.objectStore('entries')
				.put({ id: `e${n}`, updatedAt: at, on, at, now, average: null, worst: null, note: '' });
		}
		await new Promise((done) => (writing.oncomplete = done));
		opening.result.close();
	});
	await page.goto('/diary');
	await expect(page.getByRole('article')).toHaveCount(30);
	await page.getByRole('button', { name: 'Show more' }).click();
	await expect(page.getByRole('article')).toHaveCount(60);
	const reads = (): Promise<readonly string[]> =>
		page.evaluate(() => (window as unknown as { readsOfAll: string[] }).readsOfAll.splice(0));
	expect((await reads()).length, 'the watch works: opening reads them all').toBeGreaterThan(0);
	await page.getByText('Note, or another time').click();
	await page.getByRole('textbox', { name: 'Note' }).pressSequentially('after a long day');
	await slider(page, 'Back now').press('PageUp');
	await page.getByRole('radio', { name: 'Worst' }).check();
	expect(await reads()).toEqual([]);
	await page.getByRole('button', { name: 'Save entry' }).click();
	await expect(page.getByRole('article').first()).toContainText('after a long day');
});
