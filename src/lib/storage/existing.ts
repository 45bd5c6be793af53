// Opens a database at whatever version it has. Refuses to make one: an empty database of version 1 would look
// like ours and have no stores.

import { openDB } from 'idb';
import type { AnyDatabase } from './layout.ts';

/** The database as it stands, to be closed by the caller. Rejects with the platform's error, `AbortError` when there is none. */
export async function openExisting(name: string): Promise<AnyDatabase> {
	return openDB(name, undefined, {
		upgrade(_db, _from, _to, tx) {
			tx.done.catch(() => {});
			tx.abort();
		}
	});
}

/** The version of a database on this device, 0 when it cannot be found out. */
export async function versionOnDevice(name: string): Promise<number> {
	try {
		const db = await openExisting(name);
		db.close();
		return db.version;
	} catch {
		return 0;
	}
}
