import { expect, test, type Page } from '@playwright/test';
import { note } from '../support/e2e-player/figures.ts';
import { CORE, PlayerPage, RUN } from '../support/e2e-player/player-page.ts';
import {
	heardIn,
	peakFrom,
	recordingOf,
	recordSound,
	stepChanges,
	watchSteps,
	type Heard
} from '../support/e2e-player/recorder.ts';
import { voiceIsKept } from '../support/e2e-player/voice.ts';
import { firstStart } from '../support/e2e/journey.ts';

const ONSET_MS = 60;
const D5 = [587];
const RISES = [587, 880, 1175];
const FALLS = [1175, 880, 587];

test.beforeEach(async ({ page }) => {
	await recordSound(page);
	// Somebody sets the clock of the phone forward; the app then asks, and goes on from there.
	await page.addInitScript(() => {
		const real = Date.now;
		let ahead = 0;
		Date.now = () => real() + ahead;
		Object.assign(window, { setForward: (ms: number) => (ahead += ms) });
	});
});

/** Moves on within a step that would last too long for a test: the wall clock jumps, and 'I kept going'. */
async function moveOn(player: PlayerPage, seconds: number): Promise<void> {
	const { page } = player;
	const before = await player.shown();
	await page.evaluate((ms) => (window as unknown as { setForward(ms: number): void }).setForward(ms), seconds * 1000);
	await page.getByRole('dialog').getByRole('button', { name: player.words.kept }).click();
	await expect.poll(async () => (await player.shown()).seconds).toBeLessThan(before.seconds - seconds + 2);
	expect((await player.shown()).step).toBe(before.step);
}

/** What was heard around a change: three counts, then the change itself. */
function around(heard: readonly Heard[], changeAt: number) {
	const near = heard.filter(({ at }) => at > changeAt - 3500 && at < changeAt + 500);
	const change = near.at(-1);
	expect(near, 'three counts and a change').toHaveLength(4);
	const counts = near.slice(0, 3);
	for (const count of counts) expect(count.tones).toEqual(D5);
	const peaks = counts.map(({ peak }) => peak);
	expect(Math.max(...peaks) / Math.min(...peaks)).toBeLessThan(1.1);
	for (const [n, count] of counts.entries())
		expect(Math.abs(changeAt - (3 - n) * 1000 - count.at), 'counts are one second apart').toBeLessThan(ONSET_MS);
	const offsets = near.map(({ at }, n) => Math.round((at - changeAt + (3 - n) * 1000) * 10) / 10);
	expect(Math.abs((change?.at ?? 0) - changeAt), 'the change is heard when it is seen').toBeLessThan(ONSET_MS);
	return { tones: change?.tones, offsets };
}

/** Waits for the changes to the steps `to`, listens half a second longer, and says what was heard around each. */
async function listen(page: Page, player: PlayerPage, to: readonly number[]) {
	for (const step of to) await expect(player.timer).toHaveAttribute('data-step', String(step), { timeout: 30_000 });
	await page.waitForTimeout(1200);
	const recording = await recordingOf(page);
	const heard = heardIn(recording);
	const changes = await stepChanges(page);
	return to.map((step) => {
		const change = changes.findLast((each) => each.step === step);
		if (!change) throw new Error(`The change to step ${step} was not seen.`);
		return around(heard, change.at);
	});
}

test('rises when running begins and falls when walking begins, each after three equal counts', async ({
	page
}, testInfo) => {
	test.setTimeout(90_000);
	const player = new PlayerPage(page);
	await player.withoutVoice();
	await player.begin(RUN);
	await player.skipReady();
	await player.skipTo(2);
	await watchSteps(page);
	await moveOn(player, 172);
	const [up, down] = await listen(page, player, [3, 4]);
	note(testInfo, 'sound', { walkToRun: up, runToWalk: down });
	expect(up?.tones).toEqual(RISES);
	expect(down?.tones).toEqual(FALLS);
});

test('rises when work begins and falls when it ends', async ({ page }, testInfo) => {
	test.setTimeout(90_000);
	const player = new PlayerPage(page);
	await player.withoutVoice();
	await player.begin(CORE);
	await player.skipReady();
	await player.skipTo(2);
	await watchSteps(page);
	await moveOn(player, 8);
	const [up] = await listen(page, player, [3]);
	await moveOn(player, 52);
	const [down] = await listen(page, player, [4]);
	note(testInfo, 'sound', { restToWork: up, workToRest: down });
	expect(up?.tones).toEqual(RISES);
	expect(down?.tones).toEqual(FALLS);
});

test('counts the get-ready aloud and is silent from the moment sound is switched off', async ({ page }) => {
	test.setTimeout(60_000);
	const player = new PlayerPage(page);
	await player.withoutVoice();
	await player.begin(CORE);
	await expect(page.getByText(player.words.getReady)).toHaveCount(0, { timeout: 10_000 });
	await page.waitForTimeout(1200);
	const loud = heardIn(await recordingOf(page));
	expect(loud.map(({ tones }) => tones)).toEqual([D5, D5, D5, RISES]);
	const gaps = loud.slice(1).map(({ at }, n) => at - (loud[n]?.at ?? 0));
	for (const gap of gaps) expect(Math.abs(gap - 1000)).toBeLessThan(ONSET_MS);

	await expect(player.button('sound')).toHaveAttribute('aria-pressed', 'true');
	await player.button('sound').click();
	await expect(player.button('sound')).toHaveAttribute('aria-pressed', 'false');
	await player.skipTo(2);
	// Whatever was struck before has faded by then.
	await page.waitForTimeout(1500);
	const before = (await recordingOf(page)).recordedSeconds;
	await watchSteps(page);
	await expect(player.timer).toHaveAttribute('data-step', '3', { timeout: 20_000 });
	await player.button('pause').click();
	await expect(player.button('resume')).toBeVisible();
	await page.waitForTimeout(500);
	const recording = await recordingOf(page);
	expect(recording.recordedSeconds - before, 'the recorder ran all the while').toBeGreaterThan(11);
	const last = recording.samples.length / recording.sampleRate;
	const silentFrom = last - (recording.recordedSeconds - before);
	expect(peakFrom(recording, silentFrom * 1000)).toBe(0);
});

for (const from of ['on the ready screen', 'on Today'])
	test(`says in words what begins, after its tone, begun ${from}`, async ({ page }, testInfo) => {
		test.setTimeout(90_000);
		const player = new PlayerPage(page);
		if (from === 'on Today') await firstStart(page, '/', 'core');
		else await player.open(CORE);
		await voiceIsKept(page, 'en');
		await player.button('start').click();
		await player.skipReady();
		await player.skipTo(2);
		await watchSteps(page);
		await moveOn(player, 8);
		await expect(player.timer).toHaveAttribute('data-step', '3', { timeout: 20_000 });
		await page.waitForTimeout(3500);
		const heard = heardIn(await recordingOf(page));
		const changeAt = (await stepChanges(page)).findLast(({ step }) => step === 3)?.at ?? NaN;
		const tone = heard.find(({ at }) => Math.abs(at - changeAt) < ONSET_MS);
		expect(tone?.tones).toEqual(RISES);
		// 'Heel slide': the words wait until the tone is over, and at least half a second.
		const words = heard.filter(({ at, peak }) => at > changeAt + 400 && at < changeAt + 3500 && peak > 0.05);
		note(testInfo, 'sound', { wordsAfterMs: words.map(({ at }) => Math.round(at - changeAt)) });
		expect(words.length).toBeGreaterThan(0);
		expect(words[0]?.at ?? 0).toBeGreaterThan(changeAt + 500);
	});
