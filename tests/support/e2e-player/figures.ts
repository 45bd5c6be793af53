// Figures that the documents quote: measured by the tests, kept in .out/.

import type { TestInfo } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Adds `figures` to .out/<name>.json under the test's title, and to the report. */
export function note(testInfo: TestInfo, name: string, figures: Readonly<Record<string, unknown>>): void {
	testInfo.annotations.push({ type: name, description: JSON.stringify(figures) });
	const file = join('.out', `${name}.json`);
	let known: Record<string, unknown> = {};
	try {
		known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	} catch {
		// The first figure of its kind.
	}
	mkdirSync('.out', { recursive: true });
	writeFileSync(file, `${JSON.stringify({ ...known, [testInfo.title]: figures }, null, '\t')}\n`);
}
