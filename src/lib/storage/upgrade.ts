// Brings an older database to the newest version inside the transaction in which the browser changes the number.
// All of it happens or nothing: idb does not wait for an upgrade, so a failure has to abort by hand.

import { unwrap } from 'idb';
import { changeLayout, type AnyDatabase, type UpgradeTransaction } from './layout.ts';
import { layoutAt, migrate, type Migration } from './migrations.ts';
import { readRows, writeRows } from './rows.ts';

/** What is being upgraded, and from which version; 0 is a new database. */
export interface Upgrade {
	readonly db: AnyDatabase;
	readonly tx: UpgradeTransaction;
	readonly from: number;
	readonly migrations: readonly Migration[];
}

/** What went wrong in an upgrade: a step, or the transaction as a whole. Empty when nothing did. */
export interface UpgradeTrouble {
	inStep?: unknown;
	inTransaction?: unknown;
}

/** Reads all, runs the missing migrations, asks for all to be written. Awaits nothing but the transaction. */
async function upgradeRows({ db, tx, from, migrations }: Upgrade): Promise<void> {
	const before = from === 0 ? undefined : layoutAt(from, migrations);
	const after = layoutAt(migrations.length, migrations);
	const rows = before ? await readRows(tx, before) : {};
	const snapshot = migrate({ ...rows, version: from }, migrations);
	changeLayout(db, tx, before, after);
	writeRows(unwrap(tx), after, snapshot);
}

/** For idb's `upgrade`. Never throws: what failed is written into `trouble`, and opening rejects. */
export function runUpgrade(upgrade: Upgrade, trouble: UpgradeTrouble): void {
	const { tx } = upgrade;
	tx.done.catch(() => {});
	tx.addEventListener('abort', () => (trouble.inTransaction = tx.error ?? undefined));
	upgradeRows(upgrade).catch((error: unknown) => {
		trouble.inStep = error;
		try {
			tx.abort();
		} catch {
			// The browser was faster.
		}
	});
}
