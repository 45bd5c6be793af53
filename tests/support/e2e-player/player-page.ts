// The player as a person finds it: by role, by name, by the one timer. Knows no class and no structure.

import { expect, type Locator, type Page } from '@playwright/test';
import { WORDS, type Language, type Words } from './words.ts';

export const CORE = 'core/core-a-10';
export const RUN = 'run-walk/S1';

/** Steps of stage S1: warm-up, six times run and walk, cool-down. */
export const RUN_SECONDS: readonly number[] = [300, ...Array.from({ length: 6 }, () => [15, 180]).flat(), 330];

type ButtonKey = 'start' | 'pause' | 'resume' | 'skip' | 'back' | 'extend' | 'end' | 'outdoor' | 'sound' | 'lock';

export interface Shown {
	readonly step: number;
	/** Seconds on the clock. */
	readonly seconds: number;
}

export const secondsOf = (text: string): number => {
	const match = /^\s*(\d+):(\d\d)\s*$/.exec(text);
	if (!match) throw new Error(`"${text}" is not m:ss.`);
	return Number(match[1]) * 60 + Number(match[2]);
};

export const textOfSeconds = (seconds: number): string =>
	`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

export class PlayerPage {
	readonly page: Page;
	readonly words: Words;

	constructor(page: Page, language: Language = 'en') {
		this.page = page;
		this.words = WORDS[language];
	}

	get timer(): Locator {
		return this.page.getByRole('timer');
	}
	get heading(): Locator {
		return this.page.getByRole('heading', { level: 1 });
	}
	get live(): Locator {
		return this.page.getByRole('main').locator('[aria-live="polite"]');
	}
	button(key: ButtonKey): Locator {
		return this.page.getByRole('button', { name: this.words[key], exact: true });
	}
	named(name: string | RegExp): Locator {
		return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
	}

	async open(id: string): Promise<void> {
		await this.page.goto(`/session?id=${id}`);
		await expect(this.button('start')).toBeVisible();
	}
	/** Switches the voice off, for tests that listen to tones alone. */
	async withoutVoice(): Promise<void> {
		await this.page.goto('/settings');
		const voice = this.page.getByRole('switch', { name: this.words.voice });
		await voice.click();
		await expect(voice).not.toBeChecked();
	}
	/** Begins and waits until the clock is on the screen, in its get-ready. */
	async begin(id: string): Promise<void> {
		await this.open(id);
		await this.button('start').click();
		await this.isGettingReady();
		await this.isAtStep(0);
	}
	async isGettingReady(): Promise<void> {
		await expect(this.page.getByText(this.words.getReady).first()).toBeVisible();
	}
	/** Skips the get-ready: in it there is nothing else to skip. */
	async skipReady(): Promise<void> {
		await this.isGettingReady();
		await this.button('skip').click();
		await expect(this.page.getByText(this.words.getReady)).toHaveCount(0);
	}
	/** Skips to the beginning of step `index`. */
	async skipTo(index: number): Promise<void> {
		for (let at = (await this.shown()).step; at < index; at++) {
			await this.button('skip').click();
			await this.isAtStep(at + 1);
		}
	}
	async isAtStep(index: number): Promise<void> {
		await expect(this.timer).toHaveAttribute('data-step', String(index));
	}
	async shows(seconds: number): Promise<void> {
		await expect(this.timer).toHaveText(textOfSeconds(seconds));
	}
	async shown(): Promise<Shown> {
		return this.timer.evaluate((element) => {
			const [minutes, seconds] = (element.textContent ?? '').trim().split(':').map(Number);
			return { step: Number(element.getAttribute('data-step')), seconds: (minutes ?? NaN) * 60 + (seconds ?? NaN) };
		});
	}
	/** Time left in the whole session, in seconds, as it is shown. */
	async left(): Promise<number> {
		const text = await this.page.getByRole('main').innerText();
		const found = this.words.left.exec(text)?.[1];
		if (!found) throw new Error(`The time left is not on the screen:\n${text}`);
		return secondsOf(found);
	}
}
