import { expect, test, type Page } from '@playwright/test';
import { away, holdTime, logVibration, ownTime, run } from '../support/e2e-player/fast-time.ts';
import { CORE, PlayerPage, RUN, textOfSeconds } from '../support/e2e-player/player-page.ts';
import { LANGUAGES, LOCALE, shelfOf, stepsOfSequence, type Language } from '../support/e2e-player/words.ts';

/** A session that has just begun, in its get-ready; time stands still. */
async function begun(page: Page, language: Language, id: string): Promise<PlayerPage> {
	await ownTime(page);
	const player = new PlayerPage(page, language);
	await player.open(id);
	await holdTime(page);
	await player.button('start').click();
	await player.isGettingReady();
	await player.isAtStep(0);
	return player;
}

/** A session in its first step, right after the get-ready. */
async function playing(page: Page, language: Language, id: string): Promise<PlayerPage> {
	const player = await begun(page, language, id);
	await run(page, 5);
	await expect(page.getByText(player.words.getReady)).toHaveCount(0);
	return player;
}

const getReady = (player: PlayerPage, seconds: number) =>
	expect(player.page.getByRole('main')).toContainText(new RegExp(`${player.words.getReady}\\s*${seconds}`));

for (const language of LANGUAGES) {
	test.describe(`The player in ${language}`, () => {
		test.use({ locale: LOCALE[language], reducedMotion: 'reduce' });

		test('counts down five seconds before the first step begins', async ({ page }) => {
			const player = await begun(page, language, CORE);
			const { name } = shelfOf(language).positions['lie'] ?? { name: '' };
			await expect(player.heading).toHaveText(name);
			await expect(player.timer).toHaveCount(1);
			for (const seconds of [5, 4, 3, 2, 1]) {
				await getReady(player, seconds);
				await player.shows(20);
				await run(page, 1);
			}
			await expect(page.getByText(player.words.getReady)).toHaveCount(0);
			await player.shows(20);
			await run(page, 1);
			await player.shows(19);
			expect((await player.shown()).step).toBe(0);
		});

		test('names its buttons, the run it is in, what comes next and the time left', async ({ page }) => {
			const player = await playing(page, language, RUN);
			const { phases } = shelfOf(language);
			for (const key of ['pause', 'skip', 'back', 'extend', 'end'] as const)
				await expect(player.button(key)).toBeVisible();
			await expect(player.button('resume')).toHaveCount(0);
			expect(await player.left()).toBe(1800);

			await player.skipTo(1);
			await expect(player.heading).toHaveText(phases['run']?.name ?? '');
			await expect(page.getByText(player.words.runOf(1, 6), { exact: true })).toBeVisible();
			await expect(page.getByText(`${player.words.next}${phases['walk']?.name} 3:00`)).toBeVisible();
			expect(await player.left()).toBe(1500);
			await run(page, 4);
			await player.shows(11);
			expect(await player.left()).toBe(1496);

			await player.button('pause').click();
			await expect(player.button('resume')).toBeVisible();
			await expect(player.button('pause')).toHaveCount(0);
			await player.skipTo(13);
			await expect(page.getByText(player.words.nextEnd)).toBeVisible();
		});

		test('skips to the next step, and from the last one to the end', async ({ page }) => {
			const player = await playing(page, language, RUN);
			await run(page, 7);
			await player.button('skip').click();
			await player.isAtStep(1);
			await player.shows(15);
			await player.skipTo(13);
			await player.button('skip').click();
			await player.shows(0);
			await run(page, 1);
			await expect(page).toHaveURL(/\/finished/);
			await expect(player.heading).toHaveText(player.words.done);
		});

		test('goes back to the beginning of a step that has run for over two seconds, else to the step before', async ({
			page
		}) => {
			const player = await playing(page, language, RUN);
			await player.skipTo(2);
			await run(page, 3);
			await player.shows(177);
			await player.button('back').click();
			await player.shows(180);
			await player.isAtStep(2);
			await run(page, 2);
			await player.shows(178);
			await player.button('back').click();
			await player.isAtStep(1);
			await player.shows(15);
			await player.button('back').click();
			await player.isAtStep(0);
			await player.button('back').click();
			await player.shows(300);
			await player.isAtStep(0);
		});

		test('adds thirty seconds to the step and to the session, and to no other step', async ({ page }) => {
			const player = await playing(page, language, RUN);
			await player.skipTo(1);
			await run(page, 5);
			await player.button('extend').click();
			await player.shows(40);
			expect(await player.left()).toBe(1525);
			await player.button('extend').click();
			await player.shows(70);
			await run(page, 69);
			await player.isAtStep(1);
			await player.shows(1);
			await run(page, 1);
			await player.isAtStep(2);
			await player.shows(180);
		});

		test('stands still in a pause and goes on after three, two, one', async ({ page }) => {
			const player = await playing(page, language, CORE);
			await run(page, 30);
			await player.isAtStep(1);
			await player.shows(62);
			await player.button('pause').click();
			await expect(player.button('resume')).toBeVisible();
			await run(page, 45);
			await player.shows(62);
			await player.button('resume').click();
			for (const seconds of [3, 2, 1]) {
				await getReady(player, seconds);
				await player.shows(62);
				await run(page, 1);
			}
			await expect(page.getByText(player.words.getReady)).toHaveCount(0);
			await player.shows(62);
			await run(page, 10);
			await player.shows(52);
		});

		test('keeps what was done when it is ended early, and says so in the history', async ({ page }) => {
			const player = await playing(page, language, CORE);
			await run(page, 95);
			await player.isAtStep(2);
			await player.button('end').click();
			await page.getByRole('dialog').getByRole('button', { name: player.words.endGoOn, exact: true }).click();
			await expect(page.getByRole('dialog')).toHaveCount(0);
			await run(page, 1);
			await player.shows(11);
			await player.button('end').click();
			await page.getByRole('dialog').getByRole('button', { name: player.words.endConfirm, exact: true }).click();
			await expect(page).toHaveURL(/\/finished/);
			await expect(player.heading).toHaveText(player.words.endedEarly);
			const done = language === 'en' ? '2 minutes, 1 of 10 exercises' : '2 Minuten, 1 von 10 Übungen';
			await expect(page.getByRole('main')).toContainText(done);
			await page.clock.resume();
			await page.getByRole('link', { name: player.words.later }).click();
			await page.getByRole('link', { name: player.words.history }).click();
			await expect(page.getByRole('main')).toContainText(done);
		});

		test('says steps, pause, resume and the end to a screen reader, and nothing in between', async ({ page }) => {
			const player = await playing(page, language, RUN);
			await player.skipTo(2);
			await run(page, 3);
			await expect(player.live).toHaveCount(1);
			await player.live.evaluate((element) => {
				const heard: string[] = [];
				Object.assign(window, { heard });
				new MutationObserver(() => heard.push(element.textContent ?? '')).observe(element, {
					childList: true,
					characterData: true,
					subtree: true
				});
			});
			const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
			await run(page, 10);
			await player.shows(167);
			expect(await heard()).toEqual([]);
			// Longer, it is the same step.
			await player.button('extend').click();
			await player.shows(197);
			expect(await heard()).toEqual([]);

			await player.button('pause').click();
			await expect(player.live).toHaveText(player.words.paused);
			await run(page, 10);
			expect(await heard()).toEqual([player.words.paused]);

			await player.button('resume').click();
			await expect(player.live).not.toHaveText(player.words.paused);
			await run(page, 10);
			await player.shows(190);
			const resumed = await heard();
			expect(resumed).toHaveLength(1);
			expect(resumed[0]).toContain(shelfOf(language).phases['walk']?.name);

			await run(page, 192);
			await player.isAtStep(3);
			const changed = await heard();
			expect(changed).toHaveLength(1);
			expect(changed[0]).toContain(shelfOf(language).phases['run']?.name);
			expect(changed[0]).toContain(player.words.runOf(2, 6));

			await player.skipTo(13);
			await heard();
			await run(page, 331);
			await expect(page).toHaveURL(/\/finished/);
			// The player is gone by now; the announcement is in whatever live region is there.
			await expect
				.poll(() => page.locator('[aria-live]').allTextContents())
				.toEqual(expect.arrayContaining([expect.stringContaining(player.words.done)]));
		});

		test('is led by the keyboard: space, arrows, plus and Escape', async ({ page }) => {
			const player = await playing(page, language, RUN);
			await run(page, 2);
			// Focus is where the tap on Start left it: on no button of the player.
			await page.keyboard.press('ArrowRight');
			await player.isAtStep(1);
			await page.keyboard.press('+');
			await player.shows(45);
			await run(page, 5);
			await page.keyboard.press('ArrowLeft');
			await player.shows(45);
			await page.keyboard.press('ArrowLeft');
			await player.isAtStep(0);
			await page.keyboard.press(' ');
			await expect(player.button('resume')).toBeVisible();
			await page.keyboard.press(' ');
			await expect(player.button('pause')).toBeVisible();
			await run(page, 4);
			await player.shows(299);
			await page.keyboard.press('Escape');
			await expect(page.getByRole('dialog')).toBeVisible();
			await page.keyboard.press('ArrowRight');
			await player.isAtStep(0);
			await page.keyboard.press('Escape');
			await expect(page.getByRole('dialog')).toHaveCount(0);
			await player.isAtStep(0);

			// On a focused button the space bar presses that button, once.
			await player.button('extend').focus();
			await page.keyboard.press(' ');
			await player.shows(329);
			await expect(player.button('pause')).toBeVisible();
			await player.button('pause').focus();
			await page.keyboard.press(' ');
			await expect(player.button('resume')).toBeVisible();
		});

		test('does nothing while touches are locked, until it is unlocked with two taps', async ({ page }) => {
			const player = await playing(page, language, RUN);
			await player.skipTo(2);
			const names = ['pause', 'skip', 'back', 'extend', 'end'] as const;
			const places = await Promise.all(names.map((key) => player.button(key).boundingBox()));
			await player.button('lock').click();
			await expect(page.getByRole('dialog', { name: player.words.locked })).toBeVisible();
			const unlock = await player.named(player.words.unlock).boundingBox();
			const isOnUnlock = (x: number, y: number) =>
				unlock !== null && x > unlock.x && x < unlock.x + unlock.width && y > unlock.y && y < unlock.y + unlock.height;
			for (const place of places) {
				expect(place).not.toBeNull();
				const x = (place?.x ?? 0) + (place?.width ?? 0) / 2;
				const y = (place?.y ?? 0) + (place?.height ?? 0) / 2;
				if (!isOnUnlock(x, y)) await page.mouse.click(x, y);
			}
			for (const key of ['ArrowRight', 'ArrowLeft', '+', 'Escape']) await page.keyboard.press(key);
			await run(page, 5);
			await player.isAtStep(2);
			await player.shows(175);
			await expect(page.getByRole('dialog')).toHaveCount(1);

			// One tap is not enough, and the second is elsewhere: a thigh does not do that.
			const first = player.named(player.words.unlock);
			const second = player.named(player.words.unlockYes);
			await first.click();
			await expect(second).toBeVisible();
			const [a, b] = [await first.boundingBox(), await second.boundingBox()];
			expect(Math.abs((a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(150);
			await run(page, 6);
			await expect(second).toHaveCount(0);
			await first.click();
			await second.click();
			await expect(page.getByRole('dialog')).toHaveCount(0);
			await player.button('skip').click();
			await player.isAtStep(3);
		});

		test('offers a minute of walking after a pause of over a minute in a run, and then the run from its start', async ({
			page
		}) => {
			const player = await playing(page, language, RUN);
			await player.skipTo(1);
			await run(page, 6);
			await player.button('pause').click();
			await expect(player.button('resume')).toBeVisible();
			await run(page, 58);
			await expect(player.named(player.words.walkFirst)).toHaveCount(0);
			await away(page, 30);
			await expect(player.named(player.words.walkFirst)).toBeVisible();
			await expect(player.named(player.words.goOnHere)).toBeVisible();
			// What had the focus is gone: it comes to what is asked, and from there to the step.
			await expect(page.locator('#walk-first')).toBeFocused();
			await player.named(player.words.walkFirst).click();
			await expect(player.heading).toBeFocused();
			await getReady(player, 3);
			await run(page, 3);
			const { phases } = shelfOf(language);
			await expect(player.heading).toHaveText(phases['walk']?.name ?? '');
			await player.shows(60);
			await run(page, 60);
			await expect(player.heading).toHaveText(phases['run']?.name ?? '');
			await player.shows(15);
			await expect(page.getByText(player.words.runOf(1, 6), { exact: true })).toBeVisible();
		});

		test('goes on right where it was when the walk is not wanted, and offers none outside a run', async ({ page }) => {
			const player = await playing(page, language, RUN);
			await player.button('pause').click();
			await expect(player.button('resume')).toBeVisible();
			await away(page, 90);
			await expect(player.named(player.words.walkFirst)).toHaveCount(0);
			await player.button('resume').click();
			await run(page, 3);
			await player.skipTo(1);
			await run(page, 6);
			await player.button('pause').click();
			await expect(player.button('resume')).toBeVisible();
			await away(page, 90);
			await player.named(player.words.goOnHere).click();
			await run(page, 3);
			await player.isAtStep(1);
			await player.shows(9);
		});

		test('switches to outdoor contrast and back', async ({ page }) => {
			const player = await playing(page, language, RUN);
			const clockColours = () =>
				player.timer.evaluate(
					(element) => getComputedStyle(element).color + getComputedStyle(document.body).backgroundColor
				);
			const usual = await clockColours();
			await player.button('outdoor').click();
			await expect(player.button('outdoor')).toHaveAttribute('aria-pressed', 'true');
			await expect(page.locator('html')).toHaveAttribute('data-theme', 'outdoor');
			expect(await clockColours()).not.toBe(usual);
			await player.button('outdoor').click();
			await expect(player.button('outdoor')).toHaveAttribute('aria-pressed', 'false');
			await expect.poll(clockColours).toBe(usual);
		});

		test('plays core A from the first word to the last, with every cue at its second', async ({ page }) => {
			const vibrated = await logVibration(page);
			const player = await begun(page, language, CORE);
			const shelf = shelfOf(language);
			const steps = stepsOfSequence('core-a-10');
			const startMs = (await page.evaluate(() => Date.now())) + 5000;
			await run(page, 5);

			/** What begins with each step, by the rule of the issue: harder rises, easier falls, the other side is said. */
			const KINDS = 'up up down up down up down down up sideChange up down up sideChange up down up down up up'.split(
				' '
			);
			expect(steps).toHaveLength(KINDS.length);
			const PATTERN: Record<string, string> = {
				count: '60',
				up: '400',
				down: '120 100 120',
				sideChange: '80 80 80',
				halfWay: '120 80 120',
				finish: '400 120 120 120 400'
			};
			const wanted: string[] = [];
			const work = steps.filter((step) => step.exerciseId).length;
			let at = 0;
			let exercise = 0;
			for (const [index, step] of steps.entries()) {
				if (step.exerciseId) exercise += 1;
				const name = step.exerciseId
					? shelf.exercises[step.exerciseId]?.name
					: step.position
						? shelf.positions[step.position]?.name
						: shelf.phases[step.phase]?.name;
				await player.isAtStep(index);
				await player.shows(step.seconds);
				await expect(player.heading).toHaveText(name ?? '?');
				const main = page.getByRole('main');
				await expect(main).toContainText(player.words.exerciseOf(Math.max(1, exercise), work));
				if (step.side && step.exerciseId) await expect(main).toContainText(shelf.sides[step.side] ?? '?');
				const following = steps[index + 1];
				const nextName = following
					? following.exerciseId
						? shelf.exercises[following.exerciseId]?.short
						: following.position
							? shelf.positions[following.position]?.name
							: shelf.phases[following.phase]?.name
					: undefined;
				await expect(main).toContainText(following ? `${player.words.next}${nextName}` : player.words.nextEnd);
				if (following) await expect(main).toContainText(textOfSeconds(following.seconds));
				await expect(main).toContainText(textOfSeconds(600 - at));

				// The word of the cue is seen with the change, and the counts before the next one.
				const kind = KINDS[index] ?? '';
				if (kind === 'up' || kind === 'sideChange') await expect(main).toContainText(shelf.cues[kind]?.word ?? '?');
				wanted.push(`${at} ${PATTERN[kind]}`);
				await run(page, step.seconds - 3);
				for (const count of ['three', 'two', 'one']) {
					await player.isAtStep(index);
					await expect(main).toContainText(shelf.cues[count]?.word ?? '?');
					await run(page, 1);
				}
				at += step.seconds;
				for (const before of [3, 2, 1]) wanted.push(`${at - before} ${PATTERN['count']}`);
			}
			expect(at).toBe(600);
			wanted.push(`300 ${PATTERN['halfWay']}`, `600 ${PATTERN['finish']}`);

			const bySecond = (a: string, b: string) => parseFloat(a) - parseFloat(b) || a.localeCompare(b);
			const felt = (await vibrated()).map((each) => `${(each.at - startMs) / 1000} ${each.pattern}`);
			expect(felt.toSorted(bySecond)).toEqual(wanted.toSorted(bySecond));

			await expect(page).toHaveURL(/\/finished/);
			await expect(player.heading).toHaveText(player.words.done);
			const done = language === 'en' ? '10 minutes, 10 of 10 exercises' : '10 Minuten, 10 von 10 Übungen';
			await expect(page.getByRole('main')).toContainText(done);
		});
	});
}

test('the last step skipped is felt as the finish, not as the change into it', async ({ page }) => {
	const vibrated = await logVibration(page);
	const player = await begun(page, 'en', RUN);
	await run(page, 5);
	for (let n = 0; n < 13; n++) await player.button('skip').click();
	await player.isAtStep(13);
	await vibrated();
	await player.button('skip').click();
	await run(page, 2);
	await expect(page).toHaveURL(/\/finished/);
	const after = (await vibrated()).map(({ pattern }) => pattern);
	expect(after).toEqual(['400 120 120 120 400']);
});

test('keeps the focus: at the start on the step, and on one button for pause and resume', async ({ page }) => {
	const player = await begun(page, 'en', CORE);
	await expect(player.heading).toBeFocused();
	await run(page, 6);
	await player.button('pause').focus();
	await page.keyboard.press('Enter');
	await expect(player.button('resume')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(player.button('pause')).toBeFocused();
});

test('behind the sheet that asks what to do with an exercise no key reaches the session', async ({ page }) => {
	const player = await begun(page, 'en', CORE);
	await run(page, 5);
	await player.button('skip').click();
	await player.isAtStep(1);
	await player.named(/^Leave out/).click();
	const sheet = page.getByRole('dialog');
	await expect(sheet).toBeVisible();
	for (const key of ['ArrowRight', 'ArrowLeft', '+']) await page.keyboard.press(key);
	await player.isAtStep(1);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await player.isAtStep(1);
});

test('gives no vibration where vibration is switched off', async ({ page }) => {
	const vibrated = await logVibration(page);
	await ownTime(page);
	const player = new PlayerPage(page);
	await page.goto('/settings');
	const toggle = page.getByRole('switch', { name: player.words.vibration });
	await expect(toggle).toBeChecked();
	await toggle.click();
	await expect(toggle).not.toBeChecked();
	await player.open(CORE);
	await holdTime(page);
	await player.button('start').click();
	await player.isGettingReady();
	await run(page, 30);
	await player.isAtStep(1);
	expect(await vibrated()).toEqual([]);
});

test('flashes the whole screen at a change only where that is switched on', async ({ page }) => {
	await ownTime(page);
	const player = new PlayerPage(page);
	/** Something over the whole screen that fades by itself. */
	const flashes = () =>
		page.evaluate(
			() =>
				document.getAnimations().filter((animation) => {
					const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
					const box = target?.getBoundingClientRect();
					return box !== undefined && box.width >= innerWidth && box.height >= innerHeight;
				}).length
		);
	const changeStep = async () => {
		await player.open(CORE);
		await player.button('start').click();
		await player.skipReady();
		await player.button('skip').click();
		await player.isAtStep(1);
	};
	await changeStep();
	expect(await flashes()).toBe(0);
	await player.button('end').click();
	await page.getByRole('dialog').getByRole('button', { name: player.words.endConfirm, exact: true }).click();
	await expect(page).toHaveURL(/\/finished/);

	await page.goto('/settings');
	const toggle = page.getByRole('switch', { name: player.words.flash });
	await expect(toggle).not.toBeChecked();
	await toggle.click();
	await expect(toggle).toBeChecked();
	await player.open(CORE);
	await player.button('start').click();
	await player.skipReady();
	await player.button('skip').click();
	await expect.poll(flashes, { intervals: [20] }).toBeGreaterThan(0);
});
