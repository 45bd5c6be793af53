import { expect, test, type Page } from '@playwright/test';
import { playerOf, positionAt } from '#lib/domain/player.ts';
import type { RunningSession } from '#lib/domain/record.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { chanceOf } from '../support/e2e-player/chance.ts';
import { CORE, PlayerPage, RUN, secondsOf } from '../support/e2e-player/player-page.ts';
import { voiceIsKept } from '../support/e2e-player/voice.ts';
import { firstStart } from '../support/e2e/journey.ts';
import { lockComesLate } from '../support/e2e/late-lock.ts';

/** The get-ready in front of the session, in the track. */
const LEAD_SECONDS = 5;
const WITHIN_SECONDS = 0.1;

interface Track {
	readonly seconds: number;
	readonly paused: boolean;
	readonly source: string;
	readonly remaining: string;
	readonly title: string;
}

const track = (page: Page): Promise<Track> =>
	page.evaluate(() => {
		const audio = document.querySelector('audio');
		return {
			seconds: audio?.currentTime ?? -1,
			paused: audio?.paused ?? true,
			source: audio?.src ?? '',
			remaining: document.querySelector('[role=timer]')?.textContent.trim() ?? '',
			title: navigator.mediaSession.metadata?.title ?? ''
		};
	});

/** The types of what is written down of the running session. */
const logged = (page: Page): Promise<readonly string[]> =>
	page.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('rueckenwind');
			request.onsuccess = () => resolve(request.result);
		});
		const running = await new Promise<{ log: { type: string }[] } | undefined>((resolve) => {
			const request = db.transaction('single').objectStore('single').get('running');
			request.onsuccess = () => resolve(request.result as { log: { type: string }[] } | undefined);
		});
		db.close();
		return (running?.log ?? []).map(({ type }) => type);
	});

/** Chooses the pocket, waits for its clips, and begins. */
async function beginInPocket(page: Page, id: string): Promise<PlayerPage> {
	const player = new PlayerPage(page);
	await player.open(id);
	await page.getByRole('radio', { name: player.words.pocket }).check();
	await voiceIsKept(page, 'en');
	await player.button('start').click();
	await player.isAtStep(0);
	return player;
}

/** Whether the clock on the screen shows what the track says, a step of `stepSeconds` having begun at `beganAt`. */
function expectTogether({ seconds, remaining }: Track, beganAt: number, stepSeconds: number): void {
	const left = beganAt + stepSeconds - (seconds - LEAD_SECONDS);
	const [minutes = NaN, rest = NaN] = remaining.split(':').map(Number);
	const shown = minutes * 60 + rest;
	// The display rounds up, so it may be up to a second above.
	expect(shown, `shown ${remaining}, the track has ${left.toFixed(2)} s left`).toBeGreaterThan(left - WITHIN_SECONDS);
	expect(shown).toBeLessThan(left + 1 + WITHIN_SECONDS);
}

test('the track leads: pause, resume, skip, back and +30 s keep it, the screen and the log together', async ({
	page
}) => {
	test.setTimeout(90_000);
	const player = await beginInPocket(page, CORE);
	await expect(page.getByText('You can lock the phone')).toBeVisible();
	await expect(player.button('sound')).toHaveCount(0);
	await expect(page.getByText(player.words.getReady)).toHaveCount(0, { timeout: 10_000 });
	await page.waitForTimeout(2200);
	expectTogether(await track(page), 0, 20);
	expect((await track(page)).title).toBe('On your back');

	await player.button('pause').click();
	await expect(player.button('resume')).toBeVisible();
	const stood = await track(page);
	expect(stood.paused).toBe(true);
	await player.button('resume').click();
	await expect(player.button('pause')).toBeVisible();
	// The 3-2-1 stands in the tail, behind eleven minutes of floor.
	await expect.poll(async () => (await track(page)).seconds).toBeGreaterThan(1000);
	await expect.poll(async () => (await track(page)).seconds, { timeout: 6000 }).toBeLessThan(100);
	await page.waitForTimeout(1500);
	const again = await track(page);
	expectTogether(again, 0, 20);
	expect(again.seconds).toBeGreaterThan(stood.seconds);

	await player.button('skip').click();
	await player.isAtStep(1);
	await page.waitForTimeout(1200);
	expectTogether(await track(page), 20, 72);
	await expect.poll(async () => (await track(page)).title).toBe('Brace and breathe');

	const before = await track(page);
	await player.button('extend').click();
	await expect.poll(async () => (await track(page)).source).not.toBe(before.source);
	await page.waitForTimeout(1200);
	expectTogether(await track(page), 20, 102);

	await page.waitForTimeout(1500);
	await player.button('back').click();
	await page.waitForTimeout(900);
	const restarted = await track(page);
	expectTogether(restarted, 20, 102);
	expect(restarted.seconds).toBeLessThan(LEAD_SECONDS + 20 + 3);
	expect(await logged(page)).toEqual(expect.arrayContaining(['started', 'synced', 'paused', 'resumed', 'extended']));
});

test('a session begun on Today has its track as well, however soon it is tapped', async ({ page }) => {
	test.setTimeout(60_000);
	await firstStart(page, '/', 'core');
	const player = new PlayerPage(page);
	await player.open(CORE);
	await page.getByRole('radio', { name: player.words.pocket }).check();
	await page.waitForTimeout(300);
	await page.goto('/');
	await player.button('start').click();
	await player.isAtStep(0);
	await expect(page.getByText('You can lock the phone')).toBeVisible();
	await player.skipReady();
	await expect.poll(async () => (await track(page)).seconds, { timeout: 10_000 }).toBeGreaterThan(LEAD_SECONDS + 1);
	expect((await track(page)).paused).toBe(false);
	expectTogether(await track(page), 0, 20);
});

test('back within the 3-2-1 of a resume goes on from there', async ({ page }) => {
	test.setTimeout(60_000);
	const player = await beginInPocket(page, RUN);
	await player.skipReady();
	await player.skipTo(2);
	await page.waitForTimeout(4500);
	await player.button('pause').click();
	await player.button('resume').click();
	await page.waitForTimeout(700);
	await player.button('back').click();
	await page.waitForTimeout(4500);
	const now = await track(page);
	// The walk of three minutes from its beginning, not from where it was left.
	expectTogether(now, 315, 180);
	expect(secondsOf(now.remaining)).toBeGreaterThan(175);
	expect(now.paused).toBe(false);
});

test('an exercise made easier on the way is what the lock screen and the track say from then on', async ({ page }) => {
	test.setTimeout(60_000);
	const player = await beginInPocket(page, CORE);
	await player.skipReady();
	await player.skipTo(3);
	await expect.poll(async () => (await track(page)).title).toBe('Heel slide');
	const before = await track(page);
	await player.named('Easier').click();
	await expect.poll(async () => (await track(page)).title).toBe('Brace and breathe');
	const after = await track(page);
	expect(after.source).not.toBe(before.source);
	expect(after.paused).toBe(false);
	await expect.poll(async () => (await track(page)).seconds).toBeGreaterThan(after.seconds + 1);
	const later = await track(page);
	// The same moment of the session as before: nothing of it is lost or heard twice.
	expect(later.seconds - before.seconds).toBeLessThan(15);
	const began = secondsOf(before.remaining) + before.seconds;
	expect(Math.abs(secondsOf(later.remaining) + later.seconds - began)).toBeLessThan(1 + 2 * WITHIN_SECONDS);
});

test('who starts before the voice is here has the track at once, and its words as soon as they come', async ({
	browser
}) => {
	test.setTimeout(60_000);
	const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
	const page = await context.newPage();
	let bring = (): void => {};
	const asked = new Promise<void>((resolve) => (bring = resolve));
	await page.route(/voice-en\./, async (route) => {
		await asked;
		await route.continue();
	});
	const player = new PlayerPage(page);
	await player.open(CORE);
	await page.getByRole('radio', { name: player.words.pocket }).check();
	await page.waitForTimeout(1500);
	await player.button('start').click();
	await player.isAtStep(0);
	await player.skipReady();
	await expect(page.getByText('You can lock the phone')).toBeVisible();
	await expect.poll(async () => (await track(page)).paused).toBe(false);
	const before = await track(page);
	bring();
	await expect.poll(async () => (await track(page)).source, { timeout: 15_000 }).not.toBe(before.source);
	await expect.poll(async () => (await track(page)).seconds).toBeGreaterThan(before.seconds + 1);
	expectTogether(await track(page), 0, 20);
	expect((await track(page)).paused).toBe(false);
	await context.close();
});

/** Track, screen and log in one reading: what is written first, then both clocks and the display in one breath. */
const readAll = (page: Page) =>
	page.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('rueckenwind');
			request.onsuccess = () => resolve(request.result);
		});
		const running = await new Promise<unknown>((resolve) => {
			const request = db.transaction('single').objectStore('single').get('running');
			request.onsuccess = () => resolve(request.result);
		});
		db.close();
		const timer = document.querySelector('[role=timer]');
		return {
			running,
			trackSeconds: document.querySelector('audio')?.currentTime ?? -1,
			at: Date.now(),
			shown: timer?.textContent ?? '',
			step: Number(timer?.getAttribute('data-step'))
		};
	});

test('skips, backs and extensions in any order leave track, log and screen within a tenth of a second', async ({
	page
}) => {
	test.setTimeout(120_000);
	const player = await beginInPocket(page, CORE);
	await expect.poll(async () => (await track(page)).seconds, { timeout: 15_000 }).toBeGreaterThan(LEAD_SECONDS + 0.5);
	const chance = chanceOf(20261127);
	const done: string[] = [];
	for (let n = 0; n < 14; n++) {
		const edit = chance.of(['skip', 'skip', 'back', 'extend'] as const);
		done.push(edit);
		await player.button(edit).click();
		await page.waitForTimeout(1200 + chance.between(0, 900));
		const { running, trackSeconds, at, shown, step } = await readAll(page);
		const { session, log } = running as RunningSession;
		const folded = playerOf(timelineOf(session), log);
		const loggedMs = positionAt(folded, at);
		const trackMs = (trackSeconds - LEAD_SECONDS) * 1000;
		expect(Math.abs(loggedMs - trackMs), `log against track after ${done.join(', ')}`).toBeLessThan(100);
		const { startMs = NaN, endMs = NaN } = folded.timeline.steps[step] ?? {};
		expect(trackMs, `step ${step} after ${done.join(', ')}`).toBeGreaterThan(startMs - 100);
		const left = endMs - trackMs;
		const shownMs = secondsOf(shown) * 1000;
		// The display rounds up, so it may be up to a second above.
		expect(shownMs, `display after ${done.join(', ')}`).toBeGreaterThan(left - 100);
		expect(shownMs, `display after ${done.join(', ')}`).toBeLessThan(left + 1100);
	}
});

test('what something else stops is written down at once, and the person says what really happened', async ({
	page
}) => {
	test.setTimeout(60_000);
	const player = await beginInPocket(page, RUN);
	await player.skipReady();
	await page.waitForTimeout(1500);
	// As a call does: the system pauses the element, nobody asked the app.
	await page.evaluate(() => document.querySelector('audio')?.pause());
	const sheet = page.getByRole('dialog');
	await expect(sheet).toContainText('Something else took the sound');
	await expect.poll(() => logged(page)).toContain('interrupted');
	await page.waitForTimeout(1500);
	await sheet.getByRole('button', { name: player.words.kept }).click();
	await expect(sheet).toBeHidden();
	await page.waitForTimeout(1200);
	const kept = await track(page);
	expect(kept.paused).toBe(false);
	expectTogether(kept, 0, 300);
	expect((await logged(page)).filter((type) => type === 'gapKept')).toHaveLength(1);

	await page.evaluate(() => document.querySelector('audio')?.pause());
	await page.waitForTimeout(1500);
	await sheet.getByRole('button', { name: player.words.dropped }).click();
	await expect(sheet).toBeHidden();
	await expect.poll(async () => (await track(page)).seconds, { timeout: 8000 }).toBeLessThan(100);
	await page.waitForTimeout(1200);
	expectTogether(await track(page), 0, 300);
});

test('what stops the sound while the tap is still being answered is asked about as well', async ({ page }) => {
	test.setTimeout(60_000);
	await lockComesLate(page, 1500);
	const player = new PlayerPage(page);
	await player.open(RUN);
	await page.getByRole('radio', { name: player.words.pocket }).check();
	await voiceIsKept(page, 'en');
	await player.button('start').click();
	await expect.poll(async () => (await track(page)).seconds).toBeGreaterThan(0.2);
	await page.evaluate(() => document.querySelector('audio')?.pause());
	await expect(player.timer).toHaveCount(0);
	await expect(page.getByRole('dialog')).toContainText('Something else took the sound');
	await expect.poll(() => logged(page)).toEqual(['started', 'interrupted']);
});

test('so is what stops it while Resume is still being answered', async ({ page }) => {
	test.setTimeout(60_000);
	const player = await beginInPocket(page, RUN);
	await player.skipReady();
	await page.waitForTimeout(1200);
	await lockComesLate(page, 1500);
	await page.goto('/session');
	await page.waitForTimeout(1000);
	await player.button('resume').click();
	await expect.poll(async () => (await track(page)).paused).toBe(false);
	await page.waitForTimeout(300);
	await page.evaluate(() => document.querySelector('audio')?.pause());
	await expect(page.getByRole('dialog')).toContainText('Something else took the sound');
});

test('a sound that never begins is noticed, and the person is asked', async ({ page }) => {
	test.setTimeout(60_000);
	// As a phone that takes the tap and plays nothing.
	await page.addInitScript(() => {
		HTMLMediaElement.prototype.play = () => new Promise(() => {});
	});
	const player = await beginInPocket(page, RUN);
	const sheet = page.getByRole('dialog');
	await expect(sheet).toContainText('The sound stood still', { timeout: 12_000 });
	await expect(sheet.getByRole('button', { name: player.words.dropped })).toBeVisible();
});

test('refused on the lock screen after a pause, it stays in the pocket and asks in the app', async ({ page }) => {
	test.setTimeout(60_000);
	await page.addInitScript(() => {
		const { play } = HTMLMediaElement.prototype;
		const phone = { refuses: false };
		HTMLMediaElement.prototype.play = function () {
			return phone.refuses ? Promise.reject(new DOMException('no', 'NotAllowedError')) : play.call(this);
		};
		Object.defineProperty(document, 'hidden', { get: () => phone.refuses });
		Object.assign(window, { phone });
	});
	const refuse = (refuses: boolean) =>
		page.evaluate((on) => ((window as unknown as { phone: { refuses: boolean } }).phone.refuses = on), refuses);
	const player = await beginInPocket(page, RUN);
	await player.skipReady();
	await page.waitForTimeout(1000);
	await player.button('pause').click();
	await expect(player.button('resume')).toBeVisible();
	await refuse(true);
	await player.button('resume').click();
	const sheet = page.getByRole('dialog');
	await expect(sheet).toContainText('Something else took the sound');
	await refuse(false);
	await sheet.getByRole('button', { name: player.words.dropped }).click();
	await expect(sheet).toBeHidden();
	await expect.poll(async () => (await track(page)).seconds, { timeout: 8000 }).toBeLessThan(100);
	await expect(page.getByText('You can lock the phone')).toBeVisible();
	expect((await track(page)).paused).toBe(false);
});

test('the lock screen leads too: pause, play, next and previous', async ({ page }) => {
	test.setTimeout(60_000);
	// The real card, with an ear to what it is given: a headset cannot be pressed from here.
	await page.addInitScript(() => {
		const given: Record<string, MediaSessionActionHandler | null> = {};
		const set = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
		navigator.mediaSession.setActionHandler = (action, handler) => {
			given[action] = handler;
			set(action, handler);
		};
		Object.assign(window, { press: (action: MediaSessionAction) => given[action]?.({ action }) });
	});
	const press = (action: string) =>
		page.evaluate((name) => (window as unknown as { press(name: string): void }).press(name), action);
	const player = await beginInPocket(page, RUN);
	await player.skipReady();
	await expect.poll(async () => (await track(page)).title).toBe('Warm up');
	await press('nexttrack');
	await player.isAtStep(1);
	await expect.poll(async () => (await track(page)).title).toBe('Run 1 of 6');
	await press('pause');
	await expect(player.button('resume')).toBeVisible();
	expect(await page.evaluate(() => navigator.mediaSession.playbackState)).toBe('paused');
	await press('play');
	await expect(player.button('pause')).toBeVisible();
	await expect.poll(async () => (await track(page)).seconds, { timeout: 8000 }).toBeLessThan(400);
	await press('previoustrack');
	await player.isAtStep(0);
	// Also while the jump is on its way: who looks at the lock screen sees what was asked for.
	expect(await page.evaluate(() => navigator.mediaSession.playbackState)).toBe('playing');

	// Not behind the question what is wrong.
	await page.getByRole('button', { name: 'Stop, something is not right' }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await expect.poll(async () => (await logged(page)).at(-1)).toBe('paused');
	const resumed = async () => (await logged(page)).filter((type) => type === 'resumed').length;
	const before = await resumed();
	await press('play');
	await expect.poll(resumed).toBe(before + 1);
	await expect.poll(async () => (await logged(page)).at(-1)).toBe('paused');
	await expect.poll(async () => (await track(page)).paused).toBe(true);
	await expect(page.getByRole('dialog')).toBeVisible();
});

test('a sound that begins late is waited for, and nobody is asked about it', async ({ page }) => {
	test.setTimeout(60_000);
	// The real sound, later: as from a headset that has to wake up first.
	await page.addInitScript(() => {
		const { play } = HTMLMediaElement.prototype;
		HTMLMediaElement.prototype.play = function () {
			return new Promise((plays, refused) => {
				setTimeout(() => void play.call(this).then(plays, refused), 2500);
			});
		};
	});
	await beginInPocket(page, CORE);
	await expect.poll(async () => (await track(page)).seconds, { timeout: 20_000 }).toBeGreaterThan(LEAD_SECONDS + 3);
	expectTogether(await track(page), 0, 20);
	await expect(page.getByRole('dialog')).toHaveCount(0);
	expect(await logged(page)).not.toContain('interrupted');
	expect(await logged(page)).not.toContain('gapDropped');
});

test('a whole session runs to its end by the clock of its track', async ({ page }) => {
	test.setTimeout(60_000);
	const player = await beginInPocket(page, CORE);
	await player.skipReady();
	await page.waitForTimeout(1000);
	// The track is the clock: where it goes, the session follows.
	await page.evaluate((seconds) => {
		const audio = document.querySelector('audio');
		if (audio) audio.currentTime = seconds;
	}, LEAD_SECONDS + 597);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(player.words.done, { timeout: 10_000 });
	await expect.poll(async () => (await track(page)).source, { timeout: 15_000 }).toBe('');
	expect(await page.evaluate(() => navigator.mediaSession.metadata)).toBeNull();
});

test('where the page itself cannot hold the track, the worker serves it, and the screen says so', async ({ page }) => {
	test.setTimeout(60_000);
	// A browser that plays no blob: the element meets an address at which there is nothing.
	await page.addInitScript(() => {
		URL.createObjectURL = () => 'blob:nothing';
	});
	const player = await beginInPocket(page, RUN);
	await expect(page.getByText('The sound comes by a second way')).toBeVisible({ timeout: 10_000 });
	await player.skipReady();
	await expect.poll(async () => (await track(page)).source).toContain('/track/');
	await expect.poll(async () => (await track(page)).seconds, { timeout: 10_000 }).toBeGreaterThan(1);
	expect((await track(page)).paused).toBe(false);
});

test('a device without any sound is named on the screen, and the session goes on', async ({ page }) => {
	test.setTimeout(60_000);
	await page.addInitScript(() => {
		HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
		Object.assign(window, { AudioContext: undefined });
	});
	const player = await beginInPocket(page, RUN);
	await expect(page.getByText('This phone gives no sound right now')).toBeVisible();
	await player.skipReady();
	await expect.poll(async () => (await player.shown()).seconds).toBeLessThan(299);
});

test('where no track plays, the session goes on with the screen, and says so', async ({ page }) => {
	test.setTimeout(60_000);
	// A browser that refuses: the element answers as one does without a tap.
	await page.addInitScript(() => {
		HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
	});
	const player = await beginInPocket(page, RUN);
	await expect(page.getByText('The track does not play on this phone')).toBeVisible();
	await player.skipReady();
	await expect.poll(async () => (await player.shown()).seconds).toBeLessThan(299);
	const sound = player.button('sound');
	await expect(sound).toHaveAttribute('aria-pressed', 'true');

	// Silenced and back: Pocket is still what was chosen.
	await sound.click();
	await expect(sound).toHaveAttribute('aria-pressed', 'false');
	await expect(page.getByText('Quiet: keep the app open')).toBeVisible();
	await sound.click();
	await expect(sound).toHaveAttribute('aria-pressed', 'true');
	await expect(page.getByText('The track does not play on this phone')).toBeVisible();
});

test('the test of a phone plays its three cues, asks, and remembers', async ({ page }) => {
	test.setTimeout(150_000);
	await page.goto('/phone-test');
	const words = new PlayerPage(page).words;
	await page.getByRole('button', { name: words.testPhone }).click();
	await expect(page.getByText('Lock the phone now')).toBeVisible();
	await expect(page.getByText('How many cues did you hear?')).toBeVisible({ timeout: 110_000 });
	await page.getByRole('button', { name: '3', exact: true }).click();
	// Nobody locked anything here, so it says nothing about the pocket.
	await expect(page.getByRole('heading', { level: 2 })).toHaveText('“With my music” fits this phone');
	await expect(page.getByText('hardly locked')).toBeVisible();
	await page.goto('/session?id=run-walk/S1');
	await page.getByRole('radio', { name: words.pocket }).check();
	await expect(page.getByText(/Tested on .*“With my music” fits this phone/)).toBeVisible();
});
