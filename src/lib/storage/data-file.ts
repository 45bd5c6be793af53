// The last way out: everything the database holds as text, for the error page. Needs neither our version nor a
// healthy database, and never throws. A healthy one gives a file that parseBackup reads.

import { APP, backupText } from './backup-text.ts';
import { openExisting } from './existing.ts';
import { SINGLE, textOfKey, type AnyDatabase } from './layout.ts';
import { layoutAt, type Plain } from './migrations.ts';
import { emptySingles } from './rows.ts';

/** After this long (ms) a database that does not answer is given up. */
const WAIT_MS = 8000;

interface Found {
	version: number;
	snapshot: Plain;
	readonly problems: string[];
}

const canBeWritten = (value: unknown): boolean => {
	try {
		return JSON.stringify(value) !== undefined;
	} catch {
		return false;
	}
};

/** Each row in a transaction of its own, so that a spoilt one costs only itself. */
async function readEach(db: AnyDatabase, store: string, problems: string[]): Promise<readonly [string, unknown][]> {
	const rows: [string, unknown][] = [];
	for (const key of await db.getAllKeys(store)) {
		try {
			const row: unknown = await db.get(store, key);
			if (canBeWritten(row)) rows.push([textOfKey(key), row]);
			else problems.push(`${store}/${textOfKey(key)}: not a value for a file`);
		} catch (error) {
			problems.push(`${store}/${textOfKey(key)}: ${String(error)}`);
		}
	}
	return rows;
}

async function readStore(db: AnyDatabase, store: string, problems: string[]): Promise<Plain> {
	try {
		const rows = await readEach(db, store, problems);
		return store === SINGLE ? Object.fromEntries(rows) : { [store]: rows.map(([, row]) => row) };
	} catch (error) {
		problems.push(`${store}: ${String(error)}`);
		return {};
	}
}

/** Reads into `found` store by store, so that what was read counts even if the rest never comes. */
async function readAll(name: string, found: Found): Promise<void> {
	try {
		const db = await openExisting(name);
		found.version = db.version;
		const layout = layoutAt(db.version);
		found.snapshot = { ...emptySingles(layout), version: db.version };
		for (const store of [...db.objectStoreNames].filter((name) => !layout.beside?.includes(name)))
			found.snapshot = { ...found.snapshot, ...(await readStore(db, store, found.problems)) };
		db.close();
	} catch (error) {
		found.problems.push(String(error));
	}
}

/** Settles after WAIT_MS; `stop` ends the waiting. */
function patience(): { readonly over: Promise<void>; readonly stop: () => void } {
	let stop = (): void => {};
	const over = new Promise<void>((resolve) => {
		const timer = setTimeout(resolve, WAIT_MS);
		stop = () => clearTimeout(timer);
	});
	return { over, stop };
}

/** Everything that can be read of the database `name`, as JSON text; what could not is named under `problems`. Never rejects. */
export async function rawExport(name: string): Promise<string> {
	const found: Found = { version: 0, snapshot: {}, problems: [] };
	const { over, stop } = patience();
	await Promise.race([readAll(name, found), over.then(() => found.problems.push('gave up waiting'))]);
	stop();
	return backupText({ app: APP, version: found.version, raw: true, problems: found.problems }, found.snapshot);
}
