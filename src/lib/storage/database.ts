// Opens the one database of the app and says by name what stood in the way. What is kept in it: repository.ts.

import { openDB } from 'idb';
import { failed, ok, type Result } from '#lib/domain/result.ts';
import { versionOnDevice } from './existing.ts';
import type { AnyDatabase, Database } from './layout.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { isFull, nameOf } from './platform-error.ts';
import { runUpgrade, type UpgradeTrouble } from './upgrade.ts';

export type { Database } from './layout.ts';

export type OpenError =
	| { readonly type: 'noIndexedDb' }
	/** The browser does not let this page keep anything (a private window, blocked cookies). */
	| { readonly type: 'refused' }
	/** A newer build was here: the app has to be updated. `version` is that of the data, 0 if it could not be read. */
	| { readonly type: 'newer'; readonly version: number }
	/** Another tab keeps an older version open. `freed` settles once it has been closed. */
	| { readonly type: 'blocked'; readonly freed: Promise<Result<Database, OpenError>> }
	/** The old version and all its data are as they were. `cause` names the migration. */
	| { readonly type: 'migrationFailed'; readonly cause: unknown }
	| { readonly type: 'full' }
	| { readonly type: 'unknown'; readonly cause: unknown };

export interface OpenOptions {
	/** One for each base path of the app. */
	readonly name: string;
	/** Called when another tab keeps an older version open; the answer then waits for it. Left out: answers `blocked`. */
	readonly onBlocked?: () => void;
	/** A newer build wants the database: it has been closed here, and the page has to be loaded anew. */
	readonly onOutdated?: () => void;
	/** The browser closed the database. */
	readonly onClosed?: () => void;
	/** For tests. */
	readonly migrations?: readonly Migration[];
}

async function openErrorOf(error: unknown, trouble: UpgradeTrouble, name: string): Promise<OpenError> {
	if ([error, trouble.inStep, trouble.inTransaction].some(isFull)) return { type: 'full' };
	if (trouble.inStep !== undefined) return { type: 'migrationFailed', cause: trouble.inStep };
	switch (nameOf(error)) {
		case 'VersionError':
			return { type: 'newer', version: await versionOnDevice(name) };
		case 'SecurityError':
		case 'InvalidStateError':
			return { type: 'refused' };
		default:
			return { type: 'unknown', cause: trouble.inTransaction ?? error };
	}
}

async function open(options: OpenOptions, blocked: () => void): Promise<Result<Database, OpenError>> {
	const { name, migrations = MIGRATIONS, onOutdated, onClosed } = options;
	const trouble: UpgradeTrouble = {};
	try {
		if (!globalThis.indexedDB) return failed({ type: 'noIndexedDb' });
		const db: AnyDatabase = await openDB(name, migrations.length, {
			upgrade: (db, from, _to, tx) => runUpgrade({ db, tx, from, migrations }, trouble),
			blocked,
			blocking(_from, _to, event) {
				(event.target as IDBDatabase).close();
				onOutdated?.();
			},
			terminated: () => onClosed?.()
		});
		return ok(db as unknown as Database);
	} catch (error) {
		return failed(await openErrorOf(error, trouble, name));
	}
}

/** Opens, creates or upgrades the database. Never rejects. */
export const openDatabase = (options: OpenOptions): Promise<Result<Database, OpenError>> =>
	new Promise((answer) => {
		const freed = open(options, () => {
			if (options.onBlocked) options.onBlocked();
			else answer(failed({ type: 'blocked', freed }));
		});
		void freed.then(answer);
	});
