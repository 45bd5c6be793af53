// Programmes and the week: side by side, moved by a day, at rest, ended; each page once; longer running closed and open.

import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { runSession, type RunProgramme } from '#lib/domain/programme.ts';
import type { Answer } from '#lib/domain/answer.ts';
import type { Choice } from '#lib/domain/record.ts';
import { aBeginning, aCheckIn, aRecord, day, NOON } from '../support/builders.ts';
import { axe, cutWords, smallTargets, textSize } from '../support/e2e-player/look.ts';
import { LOCALE } from '../support/e2e-player/words.ts';
import { button, firstStart, goTo, link } from '../support/e2e/journey.ts';
import { openWithPast, type Past } from '../support/e2e/prepared.ts';
import { says } from '../support/e2e/says.ts';

const content = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(`../../src/lib/content/${path}`, import.meta.url), 'utf8'));
const { stages } = content('run-walk.json') as RunProgramme;
const IDS = ['walk', 'run-walk', 'running', 'core', 'legs', 'pilates', 'yoga', 'tai-chi', 'relax', 'desk', 'settle'];

/** Noon on a day of the builders' week, which begins on a Monday. */
const noonOn = (n: number): Date => new Date(NOON + n * 86_400_000);

const RUN_WALK = aBeginning();
const CORE: Choice = aBeginning({
	id: 'core',
	updatedAt: NOON - 1000,
	programmeId: 'core',
	stageId: 'core-a-10',
	weekdays: [1, 3],
	beside: true
});
/** Warning signs and the questions before training were looked through, and nothing was ticked. */
const seen = { on: day(-7), at: noonOn(-7).getTime(), updatedAt: noonOn(-7).getTime() };
const CHECKED: readonly Answer[] = [
	{ ...seen, id: 'signs', type: 'warningSigns', ticked: [] },
	{ ...seen, id: 'readiness', type: 'readiness', yes: [] }
];
/** Green runs of this stage on these days, good mornings after them, by somebody who may be proposed to run. */
const ran = (stageId: string, days: readonly number[]): Past => {
	const stage = stages.find(({ id }) => id === stageId);
	if (!stage) throw new Error(`no stage ${stageId}`);
	const sessions = days.map((n) => {
		const at = noonOn(n).getTime();
		const log = [
			{ type: 'started', at, readyMs: 0 },
			{ type: 'ended', at: at + 1_800_000, reason: 'complete' }
		] as const;
		return aRecord({ id: `ran-${n}`, on: day(n), session: runSession(stage), log });
	});
	const checkIns = sessions.map(({ id, on }) => aCheckIn({ id: `answers-${id}`, sessionId: id, on }));
	const mornings = sessions.map(({ id }, at): Answer => {
		const n = (days[at] ?? 0) + 1;
		const when = { on: day(n), at: noonOn(n).getTime(), updatedAt: noonOn(n).getTime() };
		return {
			...when,
			id: `morning-${id}`,
			type: 'nextMorning',
			sessionId: id,
			backPain: 10,
			legPain: 0,
			legGone: null
		};
	});
	return { sessions, checkIns, answers: [...CHECKED, ...mornings] };
};

for (const language of ['en', 'de'] as const) {
	test.describe(`Programmes and the week in ${language}`, () => {
		test.use({ locale: LOCALE[language], reducedMotion: 'reduce', timezoneId: 'Europe/Berlin' });
		const say = (en: string, de: string) => (language === 'en' ? en : de);
		const text = content(`texts/${language}.json`) as { programmes: Record<string, { name: string; source: string }> };
		const nameOf = (id: string): string => text.programmes[id]?.name ?? '';
		const h1 = (page: Page) => page.getByRole('heading', { level: 1 }).filter({ visible: true });
		const dayOf = (page: Page, en: string, de: string) =>
			page
				.getByRole('main')
				.getByRole('listitem')
				.filter({ hasText: say(en, de) });
		const now = (page: Page, n: number) => page.clock.setFixedTime(noonOn(n));

		test('two programmes are begun side by side, become one week, and a day is moved by a tap', async ({ page }) => {
			await page.clock.install({ time: noonOn(0) });
			await firstStart(page, '/', 'run-walk');
			await goTo(page, 'plan');
			await expect(page.getByRole('link', { name: say('Runs now', 'Läuft gerade') })).toHaveCount(1);
			await page.getByRole('link', { name: nameOf('core') }).click();
			await expect(h1(page)).toHaveText(nameOf('core'));
			await expect(page.getByRole('radio', { name: say('Side by side', 'Beides nebeneinander') })).toBeChecked();
			for (const pressed of [say('Tuesday', 'Dienstag'), say('Thursday', 'Donnerstag')])
				await expect(page.getByRole('button', { name: pressed })).toHaveAttribute('aria-pressed', 'true');
			await button(page, 'start.begin').click();
			await expect(page.getByRole('status')).toContainText(nameOf('core'));
			await expect(page.getByRole('status')).toBeFocused();
			await goTo(page, 'plan');
			await expect(page.getByRole('link', { name: say('Runs now', 'Läuft gerade') })).toHaveCount(2);

			await page.getByRole('link', { name: say('Your week', 'Deine Woche') }).click();
			await expect(page.getByText(say('The days are wishes', 'Die Tage sind Wünsche'))).toBeVisible();
			for (const [en, de, id] of [
				['Monday', 'Montag', 'run-walk'],
				['Tuesday', 'Dienstag', 'core'],
				['Wednesday', 'Mittwoch', 'run-walk'],
				['Thursday', 'Donnerstag', 'core'],
				['Friday', 'Freitag', 'run-walk']
			] as const)
				await expect(dayOf(page, en, de)).toContainText(nameOf(id));
			await expect(dayOf(page, 'Sunday', 'Sonntag')).toContainText(say('free day', 'freier Tag'));

			await dayOf(page, 'Friday', 'Freitag').getByRole('button').click();
			await expect(dayOf(page, 'Friday', 'Freitag')).toContainText(say('already has one', 'steht schon eine'));
			await page.getByRole('button', { name: say('Move to Saturday', 'Auf Samstag verschieben') }).click();
			await expect(page.getByRole('status')).toContainText(say('on Saturday now', 'jetzt am Samstag'));
			await expect(dayOf(page, 'Saturday', 'Samstag')).toContainText(nameOf('run-walk'));
			await expect(dayOf(page, 'Friday', 'Freitag')).not.toContainText(nameOf('run-walk'));

			await page.getByRole('radio', { name: say('Thursday', 'Donnerstag') }).check();
			await expect(dayOf(page, 'Thursday', 'Donnerstag').first()).toContainText(say('free day', 'freier Tag'));
			await expect(dayOf(page, 'Thursday', 'Donnerstag').first()).not.toContainText(nameOf('core'));

			await goTo(page, 'today');
			const strip = page.getByRole('list', { name: says('today.week') });
			await expect(strip.getByRole('listitem').nth(0)).toContainText(nameOf('run-walk'));
			await expect(strip.getByRole('listitem').nth(1)).toContainText(nameOf('core'));
			await expect(strip.getByRole('listitem').nth(3)).not.toContainText(nameOf('core'));
			// The days are those of walking and running; until running is open, a walk is proposed on them.
			await expect(page.getByRole('heading', { level: 2, name: nameOf('walk'), exact: true })).toBeVisible();
			await expect(page.getByRole('link', { name: nameOf('core') })).toHaveAttribute('href', /id=core\/core-a-10$/);
		});

		test('who moves a run is told which other one makes room', async ({ page }) => {
			await page.clock.install({ time: noonOn(0) });
			await firstStart(page, '/', 'run-walk');
			await page.goto('/week');
			await dayOf(page, 'Friday', 'Freitag').getByRole('button').click();
			await page.getByRole('button', { name: say('Move to Thursday', 'Auf Donnerstag verschieben') }).click();
			await expect(page.getByRole('status')).toContainText(say('on Thursday now', 'jetzt am Donnerstag'));
			await expect(page.getByRole('status')).toContainText(say('from Wednesday to', 'von Mittwoch auf'));
			await expect(page.getByRole('status')).toContainText(say('Saturday', 'Samstag'));
			await expect(dayOf(page, 'Saturday', 'Samstag')).toContainText(nameOf('run-walk'));
			await expect(dayOf(page, 'Wednesday', 'Mittwoch')).not.toContainText(nameOf('run-walk'));
		});

		test('Today proposes what is due next, of whichever plan it is', async ({ page }) => {
			await now(page, 1);
			await openWithPast(page, { choices: [RUN_WALK, CORE], ...ran('S1', [0]) }, '/');
			await expect(page.getByRole('heading', { level: 2, name: nameOf('core') })).toBeVisible();
			await expect(page.getByText(says('today.dueToday'))).toBeVisible();
			const second = page.getByRole('main').getByRole('link', { name: nameOf('run-walk') });
			await expect(second).toContainText(say('tomorrow', 'morgen'));
			await second.click();
			await expect(page).toHaveURL(/id=run-walk\/S1$/);
			await expect(button(page, 'today.start')).toBeVisible();
		});

		test('a plan is given other days, rests, goes on, and ends', async ({ page }) => {
			await now(page, 0);
			await openWithPast(page, { choices: [RUN_WALK, CORE], ...ran('S1', [-3]) }, '/programmes/core');
			await page.getByRole('button', { name: say('Saturday', 'Samstag') }).click();
			await page.getByRole('button', { name: say('Tuesday', 'Dienstag') }).click();
			await button(page, 'plan.pause').click();
			await expect(page.getByRole('status')).toContainText(say('resting', 'ruht'));
			await goTo(page, 'plan');
			await expect(page.getByRole('link', { name: nameOf('core') })).toContainText(say('Resting', 'Ruht'));
			await page.getByRole('link', { name: say('Your week', 'Deine Woche') }).click();
			await expect(dayOf(page, 'Monday', 'Montag')).toContainText(nameOf('run-walk'));
			await expect(page.getByRole('main')).not.toContainText(nameOf('core'));
			await page.goto('/programmes/core');
			await button(page, 'plan.takeUp').click();
			await expect(link(page, 'plan.toSession')).toBeVisible();
			await goTo(page, 'plan');
			await expect(page.getByRole('link', { name: nameOf('core') })).toContainText(say('Thu, Sat', 'Do, Sa'));

			await page.getByRole('link', { name: nameOf('core') }).click();
			await page.getByRole('button', { name: say('End this programme', 'Dieses Programm beenden') }).click();
			await page
				.getByRole('dialog')
				.getByRole('button', { name: say('End it', 'Beenden') })
				.click();
			await expect(page.getByRole('status')).toContainText(say('has ended', 'ist beendet'));
			await expect(button(page, 'start.begin')).toBeVisible();
			await page.goto('/');
			await expect(page.getByRole('heading', { level: 2, name: nameOf('run-walk') })).toBeVisible();
			await expect(page.getByRole('main').getByRole('link', { name: nameOf('core') })).toHaveCount(0);
		});

		test('each programme has its page, with what is known and where from', async ({ page }) => {
			await now(page, 0);
			await openWithPast(page, { choices: [RUN_WALK] }, '/programmes');
			const cards = page.getByRole('main').locator('a[href*="/programmes/"]');
			await expect(cards).toHaveCount(IDS.length);
			for (const id of IDS) {
				await cards.filter({ has: page.getByText(nameOf(id), { exact: true }) }).click();
				await expect(h1(page)).toHaveText(nameOf(id));
				await expect(page.getByText(text.programmes[id]?.source ?? 'no source')).toBeVisible();
				if (id === 'running') await expect(button(page, 'start.begin')).toHaveCount(0);
				else {
					const sessions = page.locator('a[href*="/session?id="]');
					expect(await sessions.count()).toBeGreaterThan(0);
					await expect(sessions.first()).toHaveAttribute('href', new RegExp(`id=${id}/`));
				}
				await page.getByRole('link', { name: say('All programmes', 'Alle Programme') }).click();
			}
			await page.goto('/programmes/nothing');
			await expect(cards).toHaveCount(0);
		});

		test('another walking plan is looked at and taken', async ({ page }) => {
			await now(page, 0);
			const walk = aBeginning({ programmeId: 'walk', stageId: 'B' });
			await openWithPast(page, { choices: [walk] }, '/programmes/walk');
			await expect(page.getByRole('listitem').filter({ hasText: '12 min' }).first()).toBeVisible();
			await page.getByRole('radio', { name: 'Plan C' }).check();
			await page.getByRole('button', { name: say('Go on with this one', 'Damit weitermachen') }).click();
			await expect(page.getByRole('status')).toContainText('Plan C');
			await page.goto('/');
			await expect(page.getByText('30 min').first()).toBeVisible();
		});

		test('longer running is closed before stage 17 has gone well, and run-walk may stay for ever', async ({ page }) => {
			await now(page, 6);
			const begun = aBeginning({ stageId: 'S11' });
			await openWithPast(page, { choices: [begun], ...ran('S11', [2, 4]) }, '/programmes/running');
			await expect(page.getByText(say('So far: 0 of 3', 'Bisher: 0 von 3'))).toBeVisible();
			await expect(page.getByRole('img')).toBeVisible();
			await expect(button(page, 'start.begin')).toHaveCount(0);
			await expect(page.locator('a[href*="/session?id="]')).toHaveCount(0);
			await page.getByRole('link', { name: say('To walking and running', 'Zu Gehen und Laufen') }).click();
			await page.getByRole('button', { name: say('Choose: step 2', 'Wählen: Schritt 2') }).click();
			await expect(page.getByRole('status')).toContainText(say('at step 2', 'bei Schritt 2'));
			await page.goto('/');
			await expect(page.getByText(say('Step 2', 'Schritt 2'))).toBeVisible();
			await expect(page.getByText('6 × 3:15')).toBeVisible();
			await page.goto('/programmes/run-walk');
			await page.getByRole('button', { name: say('Back to the stages', 'Zurück zu den Stufen') }).click();
			await expect(page.getByRole('heading', { level: 2, name: say('Stage 12', 'Stufe 12') })).toBeVisible();
		});

		test('open, longer running says why a run is as long as it is, and takes the place of run-walk', async ({
			page
		}) => {
			await now(page, 6);
			const begun = aBeginning({ stageId: 'S17' });
			await openWithPast(page, { choices: [begun, CORE], ...ran('S17', [0, 2, 4]) }, '/programmes/running');
			const numbers = page.locator('dl');
			await expect(numbers).toContainText('22 min');
			await expect(numbers).toContainText(say('24.2 min', '24,2 min'));
			await expect(page.getByText(say('at most 10 percent longer', 'höchstens 10 Prozent mehr'))).toBeVisible();
			await expect(page.getByText(say('Walk and run ends then', 'Gehen und Laufen endet dann'))).toBeVisible();
			await button(page, 'start.begin').click();
			await expect(page.getByRole('heading', { level: 2, name: say('Week 13', 'Woche 13') })).toBeVisible();
			await page.getByText(say('All 16 weeks', 'Alle 16 Wochen')).click();
			await page
				.getByRole('link', { name: say('Start: long run of week 28', 'Starten: langer Lauf der Woche 28') })
				.click();
			await page.getByText(say('Step by step', 'Ablauf'), { exact: true }).click();
			// 45 minutes are in the plan; the guard allows 24, and five and three of walking come along.
			await expect(page.getByText('24:00').filter({ visible: true }).first()).toBeVisible();
			await expect(page.getByText('32 min').filter({ visible: true }).first()).toBeVisible();
			await page.goto('/programmes');
			await expect(page.getByRole('link', { name: say('Runs now', 'Läuft gerade') })).toHaveCount(2);
			await expect(page.locator('a[href$="/programmes/run-walk"]')).not.toContainText(say('Runs', 'Läuft'));
		});

		for (const colorScheme of language === 'de' ? (['light', 'dark'] as const) : (['light'] as const))
			test(`nothing is found by axe in ${colorScheme}, and all fits small phones, thumbs and large text`, async ({
				page
			}) => {
				test.setTimeout(150_000);
				await page.emulateMedia({ colorScheme });
				await now(page, 0);
				const past = { choices: [aBeginning({ stageId: 'S11' }), CORE], ...ran('S17', [-6, -4, -2]) };
				await openWithPast(page, past, '/');
				for (const path of [
					'/',
					'/programmes',
					'/week',
					...['core', 'run-walk', 'running', 'yoga'].map((id) => `/programmes/${id}`)
				]) {
					await page.goto(path);
					await expect(h1(page)).toHaveCount(1);
					if (path === '/week') await dayOf(page, 'Tuesday', 'Dienstag').getByRole('button').first().click();
					const folded = page.locator('details:not([open]) > summary');
					while ((await folded.count()) > 0) await folded.first().click();
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
