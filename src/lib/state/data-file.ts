// The person's data as a file, out and in. The import is checked before it touches anything, and the old data can be saved first.

import { createFiles } from '#lib/platform/files.ts';
import type { LocalDay } from '#lib/domain/local-day.ts';
import type { Snapshot } from '#lib/domain/record.ts';
import type { Result } from '#lib/domain/result.ts';
import { LIMITS } from '#lib/storage/limits.ts';
import type { App } from './app.svelte.ts';
import { dataName } from './data-name.ts';

const JSON_TYPE = 'application/json';

export type ImportTrouble = 'notJson' | 'notOurs' | 'fromNewerVersion' | 'invalid' | 'tooLarge' | 'unreadable';
export type Picked = Result<Snapshot, ImportTrouble> | null;

const fileName = (on: LocalDay): string => `rueckenwind-${on}.json`;

/** Inside a tap: hands over everything as a file. False when the device refused or the person cancelled. */
export async function exportData(app: App, appVersion: string): Promise<boolean> {
	const { serializeBackup } = await import('#lib/storage/backup.ts');
	const at = new Date(app.parts.clock.now()).toISOString();
	return createFiles().saveFile(fileName(app.today), serializeBackup(app.snapshot, { appVersion, at }), JSON_TYPE);
}

/** For the error page: whatever can be read, without asking whether it is whole. */
export async function exportRaw(): Promise<boolean> {
	const { rawExport } = await import('#lib/storage/data-file.ts');
	return createFiles().saveFile('rueckenwind-rescue.json', await rawExport(dataName), JSON_TYPE);
}

/** Inside a tap: lets the person pick a file and checks it whole. `null` when cancelled. */
export async function pickData(): Promise<Picked> {
	const picked = await createFiles().pickFile('.json,application/json', LIMITS.fileBytes);
	if (picked.type === 'cancelled') return null;
	if (picked.type !== 'picked') return { ok: false, error: picked.type };
	const { parseBackup } = await import('#lib/storage/backup.ts');
	const parsed = parseBackup(picked.text);
	return parsed.ok ? parsed : { ok: false, error: parsed.error.type };
}
