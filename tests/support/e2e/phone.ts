// A phone with a browser profile on its disk: it can be switched off and on again, and what was kept is kept.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { findChromium, launchArgs } from '../../../scripts/find-chromium.mjs';

type Options = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

export class Phone {
	readonly #profile = mkdtempSync(join(tmpdir(), 'rueckenwind-phone-'));
	readonly #options: Options;
	#context: BrowserContext | null = null;

	constructor(options: Options = {}) {
		this.#options = options;
	}

	get context(): BrowserContext {
		if (!this.#context) throw new Error('The phone is off.');
		return this.#context;
	}

	/** Starts the browser cold and answers its first page. `online: false` is flight mode from the first moment on. */
	async on({ online = true }: { online?: boolean } = {}): Promise<Page> {
		await this.off();
		const executablePath = findChromium();
		this.#context = await chromium.launchPersistentContext(this.#profile, {
			...(executablePath ? { executablePath } : {}),
			args: launchArgs(),
			headless: true,
			viewport: { width: 390, height: 844 },
			locale: 'en-GB',
			timezoneId: 'Europe/Berlin',
			offline: !online,
			...this.#options
		});
		this.#context.setDefaultTimeout(10_000);
		return this.#context.pages()[0] ?? this.#context.newPage();
	}

	/** Closes the browser and all its processes. */
	async off(): Promise<void> {
		await this.#context?.close();
		this.#context = null;
	}

	/** Switched off, and nothing is left of it. */
	async discard(): Promise<void> {
		await this.off();
		rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
	}
}

/** Tests with a phone. `newPhone` gives further or other ones. */
export const test = base.extend<{ phone: Phone; newPhone: (options?: Options) => Phone }>({
	// eslint-disable-next-line no-empty-pattern
	newPhone: async ({}, use) => {
		const phones: Phone[] = [];
		await use((options) => {
			const phone = new Phone(options);
			phones.push(phone);
			return phone;
		});
		for (const phone of phones) await phone.discard();
	},
	phone: async ({ newPhone }, use) => use(newPhone())
});

export { expect };
