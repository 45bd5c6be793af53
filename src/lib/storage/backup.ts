// A snapshot as the text of a file, and back. The same version number and the same migrations as in the database.
// Heavy (it brings valibot): to be imported when a file is written or read, not before.

import type { Snapshot } from '#lib/domain/record.ts';
import { failed, ok, type Result } from '#lib/domain/result.ts';
import { firstUnsafe } from './guard.ts';
import { LIMITS } from './limits.ts';
import { CURRENT_VERSION, migrate, type Plain } from './migrations.ts';
import { firstFault } from './schema.ts';
import { APP, backupText } from './backup-text.ts';

export type BackupError =
	| { readonly type: 'notJson' }
	| { readonly type: 'notOurs' }
	| { readonly type: 'fromNewerVersion'; readonly version: number }
	/** `path` of the first bad field within the snapshot, e.g. `checkIns.2.note`; `size` for a file too large to be read. */
	| { readonly type: 'invalid'; readonly path: string };

export interface BackupHeader {
	readonly appVersion: string;
	/** When it was made, as ISO text with its offset. */
	readonly at: string;
}

/** Readable JSON, a record a line. The same snapshot gives the same text, in whatever order its fields are. */
export const serializeBackup = (snapshot: Snapshot, { appVersion, at }: BackupHeader): string =>
	backupText({ app: APP, version: snapshot.version, appVersion, exportedAt: at }, { ...snapshot });

const isPlain = (value: unknown): value is Plain =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): Result<unknown, BackupError> {
	try {
		return ok(JSON.parse(text));
	} catch {
		return failed({ type: 'notJson' });
	}
}

/** The snapshot of any version that a file of ours holds. */
function unpack(file: unknown): Result<Plain & { readonly version: number }, BackupError> {
	if (!isPlain(file) || file.app !== APP || !isPlain(file.snapshot)) return failed({ type: 'notOurs' });
	const { version, snapshot } = file;
	if (!Number.isSafeInteger(version) || Number(version) < 1) return failed({ type: 'notOurs' });
	if (Number(version) > CURRENT_VERSION) return failed({ type: 'fromNewerVersion', version: Number(version) });
	if (snapshot.version !== version) return failed({ type: 'invalid', path: 'version' });
	const unsafe = firstUnsafe(snapshot);
	return unsafe === null ? ok({ ...snapshot, version: Number(version) }) : failed({ type: 'invalid', path: unsafe });
}

/** Migrations take what they get, so here they may fail on anything. */
function bringUp(snapshot: Plain & { readonly version: number }): Result<Plain, BackupError> {
	try {
		return ok(migrate(snapshot));
	} catch {
		return failed({ type: 'invalid', path: '' });
	}
}

/**
 * Reads a backup file. In this order: is it JSON, is it ours, is it not newer than this build, can it be migrated,
 * is it valid. Unknown fields are kept. Law B1: `parseBackup(serializeBackup(s)) = s`. Law B2: never throws.
 */
export function parseBackup(text: string): Result<Snapshot, BackupError> {
	if (text.length > LIMITS.fileBytes) return failed({ type: 'invalid', path: 'size' });
	const json = parseJson(text);
	if (!json.ok) return json;
	const unpacked = unpack(json.value);
	if (!unpacked.ok) return unpacked;
	const migrated = bringUp(unpacked.value);
	if (!migrated.ok) return migrated;
	const path = firstFault(migrated.value);
	return path === null ? ok(migrated.value as unknown as Snapshot) : failed({ type: 'invalid', path });
}
