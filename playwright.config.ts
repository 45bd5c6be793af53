import { defineConfig } from '@playwright/test';
import { findChromium, launchArgs } from './scripts/find-chromium.mjs';

const port = Number(process.env.E2E_PORT ?? 4174);

/** What is measured against a clock, or by how it sounds. */
const ALONE = /(kill|pocket|sound|time|track|years)\.spec\.ts$/;

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	// Once: a test that passes at the second try has found something. A file is one after the other, two files are side
	// by side. `npm run e2e` runs the projects in turn, so that clocks and sound have the machine to themselves.
	workers: 2,
	fullyParallel: false,
	retries: 0,
	forbidOnly: true,
	timeout: 90_000,
	globalTimeout: 75 * 60_000,
	expect: { timeout: 15_000 },
	// The JSON report goes where PLAYWRIGHT_JSON_OUTPUT_NAME says.
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		headless: true,
		viewport: { width: 390, height: 844 },
		locale: 'en-GB',
		timezoneId: 'Europe/Berlin',
		actionTimeout: 15_000,
		navigationTimeout: 30_000,
		trace: 'off',
		video: 'off',
		screenshot: 'only-on-failure',
		launchOptions: { executablePath: findChromium(), args: launchArgs() }
	},
	projects: [
		{ name: 'phone', testIgnore: ALONE },
		{ name: 'alone', testMatch: ALONE, workers: 1 }
	],
	// The finished build below build/, served as a host would; `vite preview` lacks the shell.
	webServer: {
		command: 'node scripts/serve.mjs',
		url: `http://127.0.0.1:${port}/200.html`,
		env: { PORT: String(port), HOST: '127.0.0.1', BASE_PATH: '' },
		reuseExistingServer: false,
		timeout: 30_000
	}
});
