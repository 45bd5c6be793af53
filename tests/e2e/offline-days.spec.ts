// Three weeks without a network: stages are earned, the plan rests, and everything derived follows the calendar.

import { serveBuild } from '../../scripts/serve.mjs';
import { expect, test, type Phone } from '../../tests/support/e2e/phone.ts';
import {
	answerChecks,
	answerMorning,
	button,
	checkIn,
	entries,
	firstStart,
	GREEN,
	goTo,
	openProgramme,
	readyForOffline,
	startSession,
	timer,
	type Answers
} from '../../tests/support/e2e/journey.ts';
import { mentions, says, tells } from '../../tests/support/e2e/says.ts';
import type { Page } from '@playwright/test';

const HALF_AN_HOUR = 30 * 60_000;

/** Ten in the morning in Berlin, in November. */
const at = (day: string, hour = 9): Date => new Date(`${day}T0${hour}:00:00Z`);

/** A cold start on another day. From here on the page's time is that day's; it still passes by itself. */
async function wakeOn(phone: Phone, day: string, address: string, online = false): Promise<Page> {
	const page = await phone.on({ online });
	await page.clock.install({ time: at(day) });
	await page.goto(address);
	return page;
}

const stage = (n: number): RegExp => new RegExp(`${tells(['stageLabel'], { n }).source}( ·|,|$)`);

async function expectStageOnToday(page: Page, n: number): Promise<void> {
	await expect(page.getByRole('main').getByText(stage(n))).toBeVisible();
}

/**
 * Today's session from its beginning to its end: the phone lies in the pocket, asleep, and is looked at when the half
 * hour is over. The person says that they went on, and answers.
 */
async function runToday(page: Page, answers: Answers = GREEN): Promise<void> {
	await startSession(page);
	await goOn(page);
	await checkIn(page, answers);
}

/** The first run is the person's own choice: the plan would have two brisk walks come first. */
async function firstRun(page: Page, url: string): Promise<void> {
	await page.goto(`${url}session?id=run-walk/S1`);
	await startSession(page);
	await goOn(page);
}

async function goOn(page: Page): Promise<void> {
	await page.clock.fastForward(HALF_AN_HOUR + 30_000);
	await page
		.getByRole('dialog')
		.getByRole('button', { name: says('gap.keep') })
		.click();
	await expect(page.getByRole('heading', { name: says('finished.title') })).toBeVisible();
}

test('three green sessions open the next stage, and twenty days of rest cost two, all of it offline', async ({
	phone
}) => {
	test.setTimeout(240_000);
	const server = await serveBuild({ port: 0 });
	const first = await phone.on();
	await first.clock.install({ time: at('2026-11-02', 8) });
	await firstStart(first, server.url, 'run-walk');
	await answerChecks(first, server.url);
	await readyForOffline(first);
	await phone.off();
	await server.close();

	await test.step('three sessions on a Monday, a Wednesday and a Friday', async () => {
		for (const day of ['2026-11-02', '2026-11-04', '2026-11-06']) {
			const page = await wakeOn(phone, day, server.url);
			if (day === '2026-11-02') {
				await expect(page.getByText(tells(['holds', 'runningNotOpen']))).toBeVisible();
				await firstRun(page, server.url);
				await checkIn(page);
				continue;
			}
			await expectStageOnToday(page, 1);
			await expect(page.getByText(says('today.dueToday'))).toBeVisible();
			if (day === '2026-11-04') await answerMorning(page);
			await runToday(page);
		}
	});

	await test.step('the next stage is open, on the next day of the week', async () => {
		const page = await wakeOn(phone, '2026-11-09', server.url);
		await expectStageOnToday(page, 2);
		await expect(page.getByText(says('today.dueToday'))).toBeVisible();
		await goTo(page, 'history');
		await expect(entries(page)).toHaveCount(3);
		await expect(entries(page).filter({ hasText: mentions('done.runs', { n: 6, of: 6 }) })).toHaveCount(3);
	});

	await test.step('the person goes on at stage 5, which goes well, and then lets the plan rest', async () => {
		const page = await wakeOn(phone, '2026-11-09', `${server.url}programmes/run-walk`);
		await page.getByText(mentions('plan.stages')).click();
		await page.getByRole('button', { name: mentions('plan.chooseStage', { n: 5 }) }).click();
		await expect(page.getByRole('heading', { name: stage(5) })).toBeVisible();
		await goTo(page, 'today');
		await expectStageOnToday(page, 5);
		await runToday(page);
		await openProgramme(page, 'run-walk');
		await button(page, 'plan.pause').click();
		await expect(button(page, 'plan.takeUp')).toBeVisible();
	});

	await test.step('a plan at rest asks for nothing', async () => {
		const page = await wakeOn(phone, '2026-11-18', server.url);
		await expect(page.getByRole('heading', { name: says('today.pausedTitle') })).toBeVisible();
		await expect(button(page, 'today.start')).toBeHidden();
	});

	await test.step('taken up after twenty days, it starts two stages further back, and says why', async () => {
		const page = await wakeOn(phone, '2026-11-29', server.url);
		await button(page, 'plan.takeUp').click();
		await expectStageOnToday(page, 3);
		await expect(page.getByText(tells(['reasons', 'stepBackAfterBreak'], { days: 20 }))).toBeVisible();
	});

	await test.step('and so it is at the next cold start', async () => {
		const page = await wakeOn(phone, '2026-11-30', server.url);
		await expectStageOnToday(page, 3);
		await startSession(page);
		await expect(timer(page)).toBeVisible();
	});
});

test('a session that was not answered neither opens a stage nor closes one', async ({ phone }) => {
	test.setTimeout(180_000);
	const server = await serveBuild({ port: 0 });
	const first = await phone.on();
	await first.clock.install({ time: at('2026-11-02', 8) });
	await firstStart(first, server.url, 'run-walk');
	await answerChecks(first, server.url);
	await readyForOffline(first);
	await phone.off();
	await server.close();

	for (const day of ['2026-11-02', '2026-11-04', '2026-11-06']) {
		const page = await wakeOn(phone, day, server.url);
		await firstRun(page, server.url);
		await page.getByRole('link', { name: says('finished.skip') }).click();
		await expect(button(page, 'today.start')).toBeVisible();
	}
	const page = await wakeOn(phone, '2026-11-09', server.url);
	await expectStageOnToday(page, 1);
	await expect(page.getByText(tells(['reasons', 'noAnswers']))).toBeVisible();
});
