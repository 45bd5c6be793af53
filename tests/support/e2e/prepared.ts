// A person with a past: records put into the database of a page that has been opened once. The page is loaded anew.

import type { Page } from '@playwright/test';
import type { Answer } from '#lib/domain/answer.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import type { CheckIn, Choice, SessionRecord } from '#lib/domain/record.ts';

export interface Past {
	readonly choices?: readonly Choice[];
	readonly sessions?: readonly SessionRecord[];
	readonly checkIns?: readonly CheckIn[];
	readonly answers?: readonly Answer[];
	readonly entries?: readonly PainEntry[];
}

/** Replaces choices, sessions and answers by these, and opens `path`. */
export async function openWithPast(page: Page, past: Past, path: string): Promise<void> {
	await page.goto('/history');
	await page.getByRole('heading', { level: 1 }).waitFor();
	await page.evaluate(
		(rows) =>
			new Promise<void>((done, failed) => {
				const opening = indexedDB.open('rueckenwind');
				opening.onerror = () => failed(new Error('The database does not open.'));
				opening.onsuccess = () => {
					const db = opening.result;
					const names = Object.keys(rows);
					const tx = db.transaction(names, 'readwrite');
					for (const name of names) {
						tx.objectStore(name).clear();
						for (const row of rows[name] ?? []) tx.objectStore(name).put(row);
					}
					tx.oncomplete = () => {
						db.close();
						done();
					};
					tx.onerror = () => failed(new Error('The past was not written.'));
				};
			}),
		{
			choices: past.choices ?? [],
			sessions: past.sessions ?? [],
			checkIns: past.checkIns ?? [],
			answers: past.answers ?? [],
			entries: past.entries ?? []
		} as Record<string, readonly object[]>
	);
	// The first start is over from the next load on.
	await page.goto('/history');
	await page.getByRole('heading', { level: 1 }).waitFor();
	if (path !== '/history') await page.goto(path);
}
