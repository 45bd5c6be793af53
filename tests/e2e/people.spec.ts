// The first two weeks of the six scripted people, lived on the real screens with a moved clock: diary, answers, walks and
// runs are entered as a person would, and Today proposes what was worked out by hand (tests/unit/domain/golden-traces.json).

import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { answerChecks, button, checkIn, firstStart, startSession } from '../support/e2e/journey.ts';
import { mentions, says, tells } from '../support/e2e/says.ts';
import { stored } from '../support/e2e/stored.ts';
import { day } from '../support/builders.ts';
import type { Script } from '../support/scripted-person.ts';

const PEOPLE = JSON.parse(
	readFileSync(new URL('../unit/domain/golden-traces.json', import.meta.url), 'utf8')
) as Readonly<Record<string, Script>>;
const NAMES = ['allGreen', 'seventyPercent', 'flareInWeekFive', 'knee', 'holiday', 'startsAcute'] as const;
/** Those whose first two weeks are the same as hers, but for how strong the pain is: their own lines begin later. */
const LIKE_ALL_GREEN: readonly string[] = ['flareInWeekFive', 'knee', 'holiday'];
const LAST_DAY = 14;
const HALF_AN_HOUR = 30 * 60_000;
/** Of a hold, and of the plan itself. */
const HOLDS = ['runningNotOpen', 'dayBetween', 'settling', 'painHigh', 'painTooHigh'];

/** The hour of Berlin in November. */
const at = (on: number, hour: number): Date => new Date(`${day(on)}T${String(hour).padStart(2, '0')}:00:00+01:00`);
const wake = async (page: Page, on: number, hour: number, path: string): Promise<void> => {
	await page.clock.setSystemTime(at(on, hour));
	await page.goto(path);
	await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(1);
};

const daysOf = (script: Script) => script.runs.map(([on]) => on).filter((on) => on <= LAST_DAY);

async function enterAverage(page: Page, value: number): Promise<void> {
	await page.getByRole('radio', { name: 'Average', exact: true }).check();
	await page.getByRole('slider').first().fill(String(value));
	await page.getByRole('button', { name: 'Save entry' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Entered' })).toBeFocused();
}

async function sayEpisode(page: Page, [, kind, since]: NonNullable<Script['episode']>): Promise<void> {
	await page.getByRole('button', { name: 'Go on', exact: true }).click();
	const names = { new: /^New,/, worse: /now clearly worse/, lasting: /about as always/ };
	await page.getByRole('radio', { name: names[kind] }).check();
	await page.getByRole('radio', { name: 'Another day' }).check();
	await page.getByLabel('Date', { exact: true }).fill(day(since));
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('link', { name: /Settle, 8 minutes/ })).toBeVisible();
}

async function saySettling(page: Page, answers: NonNullable<Script['settling']>[number]): Promise<void> {
	const [, walk, tasks, nights, legWorse] = answers;
	const walks = { fine: /^Works/, worse: /^Clearly stronger/, notYet: /^Not tried/ };
	await page.getByRole('radio', { name: walks[walk] }).check();
	const questions = [/Dressing, stairs/, /most nights/, /leg hurt more/];
	for (const [n, yes] of [tasks, nights, legWorse].entries())
		await page
			.getByRole('group', { name: questions[n] })
			.getByRole('radio', { name: yes ? 'Yes' : 'No', exact: true })
			.check();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
}

/** How the back is before a session, on the page from which it is started. */
async function sayBefore(page: Page, pain: number): Promise<void> {
	await page.getByText('How is your back now?').click();
	await page.getByRole('slider', { name: 'Back now' }).fill(String(pain));
	await expect(page.getByText(new RegExp(`Today: ${pain},`))).toBeVisible();
	// It is kept once the slider rests; a page that is left while it is being written would lose it.
	await page.clock.runFor(1000);
	const kept = async () => (await stored(page, 'answers')).filter(({ type }) => type === 'beforeSession');
	await expect.poll(async () => (await kept()).map(({ backPain }) => backPain)).toContain(pain);
}

/** The phone lies in the pocket for the half hour; the person says that they went on, and answers. */
async function live(page: Page, peak: number, leg = 0): Promise<void> {
	await startSession(page);
	// The start is kept once it counts down.
	await expect(page.getByRole('main').getByText(mentions('player.getReady'))).toBeVisible();
	await page.clock.fastForward(HALF_AN_HOUR + 30_000);
	await page
		.getByRole('dialog')
		.getByRole('button', { name: says('gap.keep') })
		.click();
	await checkIn(page, { back: peak, leg, effort: 4 });
}

async function sayMorning(page: Page, pain: number): Promise<void> {
	const card = page.getByRole('region', { name: 'Your back this morning?' });
	const other = card.getByRole('button', { name: 'Different' });
	await expect(other.or(card.getByRole('slider').first()).first()).toBeVisible();
	if (await other.isVisible()) await other.click();
	await card.getByRole('slider').first().fill(String(pain));
	await card.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(card).toHaveCount(0);
}

/** 'walkInstead S1 runningNotOpen': Today proposes it, in words. */
async function expectLine(page: Page, line: string): Promise<void> {
	const [variant = '', stage = '', reason = ''] = line.split(' ');
	const main = page.getByRole('main');
	await expect(main.getByText(tells([HOLDS.includes(reason) ? 'holds' : 'reasons', reason]))).toBeVisible();
	const hero = page.getByRole('region').filter({ has: button(page, 'today.start') });
	if (variant === 'asPlanned')
		await expect(hero.getByText(new RegExp(`^Stage ${stage.slice(1)}( ·|,|$)`))).toBeVisible();
	else if (variant === 'rest') await expect(button(page, 'today.start')).toHaveCount(0);
	else await expect(hero.getByRole('heading', { name: /^(Walking|Settle)$/ })).toBeVisible();
}

async function liveDay(page: Page, script: Script, on: number): Promise<void> {
	const pain = script.diary.find(([from, to]) => from <= on && on <= to)?.[2];
	if (pain !== undefined) {
		await wake(page, on, 8, '/diary');
		await enterAverage(page, pain);
	}
	const settling = script.settling?.find(([when]) => when === on);
	if (settling) {
		await wake(page, on, 9, '/settling');
		await saySettling(page, settling);
	}
	const yesterday = script.runs.find(([when]) => when === on - 1);
	const before = script.before?.find(([when]) => when === on);
	if (before) {
		await wake(page, on, 10, '/session?id=run-walk/S1');
		await sayBefore(page, before[1]);
	}
	await wake(page, on, 11, '/');
	if (typeof yesterday?.[3] === 'number') await sayMorning(page, yesterday[3]);
	const walk = script.walks.find(([when]) => when === on);
	if (walk) {
		await wake(page, on, 12, '/session?id=walk/free/30');
		await live(page, walk[1]);
		await wake(page, on, 13, '/');
	}
	const line = script.expected.find(([when]) => when === on)?.[1];
	if (line) await test.step(`day ${on}: ${line}`, () => expectLine(page, line));
	const run = script.runs.find(([when]) => when === on);
	if (!run) return;
	const [, backNow, peak, , more] = run;
	const stage = line?.split(' ')[1] ?? 'S1';
	await wake(page, on, 17, `/session?id=run-walk/${stage}`);
	if (backNow !== null) await sayBefore(page, backNow);
	await live(page, peak ?? 0, more?.leg);
}

test.describe('The first two weeks', () => {
	test.use({ locale: 'en-GB', reducedMotion: 'reduce', timezoneId: 'Europe/Berlin' });

	for (const name of NAMES)
		test(`of ${name} are proposed on the real screens as they were worked out by hand`, async ({ page }) => {
			test.setTimeout(300_000);
			const { [name]: own, allGreen } = PEOPLE;
			if (!own || !allGreen) throw new Error(`There is no ${name}.`);
			const isLike = LIKE_ALL_GREEN.includes(name);
			if (isLike) expect([own.walks, daysOf(own)]).toEqual([allGreen.walks, daysOf(allGreen)]);
			const script = isLike ? { ...own, expected: allGreen.expected } : own;
			expect(script.expected.some(([on]) => on <= LAST_DAY)).toBe(true);
			await page.clock.install({ time: at(0, 6) });
			await firstStart(page, '/', 'run-walk');
			await answerChecks(page, '/');
			if (script.episode) {
				await page.goto('/flare');
				await sayEpisode(page, script.episode);
			}
			for (let on = 0; on <= LAST_DAY; on++) await liveDay(page, script, on);
		});
});
