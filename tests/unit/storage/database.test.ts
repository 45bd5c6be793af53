import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB, unwrap } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '#lib/storage/database.ts';
import { CURRENT_VERSION, emptySnapshot, MIGRATIONS, type Migration, type Plain } from '#lib/storage/migrations.ts';
import { createRepository } from '#lib/storage/repository.ts';
import { aRecord, newName, opened } from './records.ts';

/** A list with one made-up version more. */
const nextVersion: readonly Migration[] = [
	...MIGRATIONS,
	{ version: CURRENT_VERSION + 1, name: 'made-up', up: (old: Plain) => ({ ...old, madeUp: true }) }
];

/** The platform answers an opening with this error. */
function refuseOpening(name: string): void {
	vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('not here', name);
	});
}

const waitUntil = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 2000, interval: 5 });

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

describe('opening', () => {
	test('a new database is of the current version and holds an empty snapshot', async () => {
		const db = await opened(newName());
		expect(db.version).toBe(CURRENT_VERSION);
		expect(await createRepository(db).load()).toEqual(emptySnapshot());
	});

	test('it has the nine stores with their keys and indexes', async () => {
		const db = await opened(newName());
		const tx = db.transaction([...db.objectStoreNames]);
		const stores = [...db.objectStoreNames].map((name) => {
			const { keyPath, indexNames } = tx.objectStore(name);
			return [name, keyPath, [...indexNames]];
		});
		expect(stores).toEqual([
			['answers', 'id', ['on']],
			['checkIns', 'id', ['sessionId']],
			['choices', 'id', []],
			['copy', null, []],
			['entries', 'id', ['on']],
			['movements', 'id', []],
			['ownSessions', 'id', []],
			['sessions', 'id', ['on']],
			['single', null, []]
		]);
	});

	test('opened again, it holds what was saved', async () => {
		const name = newName();
		await createRepository(await opened(name)).saveSession(aRecord());
		expect((await createRepository(await opened(name)).load()).sessions).toEqual([aRecord()]);
	});

	test('two names are two databases', async () => {
		await createRepository(await opened(newName())).saveSession(aRecord());
		expect((await createRepository(await opened(newName())).load()).sessions).toEqual([]);
	});
});

describe('what stands in the way has a name', () => {
	test('a browser without IndexedDB', async () => {
		vi.stubGlobal('indexedDB', undefined);
		expect(await openDatabase({ name: newName() })).toEqual({ ok: false, error: { type: 'noIndexedDb' } });
	});

	test.each(['SecurityError', 'InvalidStateError'])('a browser that keeps nothing (%s)', async (name) => {
		refuseOpening(name);
		expect(await openDatabase({ name: newName() })).toEqual({ ok: false, error: { type: 'refused' } });
	});

	test('a browser in which even asking for IndexedDB is forbidden', async () => {
		vi.stubGlobal('indexedDB', undefined);
		Object.defineProperty(globalThis, 'indexedDB', {
			configurable: true,
			get: () => {
				throw new DOMException('sandboxed', 'SecurityError');
			}
		});
		expect(await openDatabase({ name: newName() })).toEqual({ ok: false, error: { type: 'refused' } });
	});

	test('a device that is full', async () => {
		refuseOpening('QuotaExceededError');
		expect(await openDatabase({ name: newName() })).toEqual({ ok: false, error: { type: 'full' } });
	});

	test('anything else, with its cause', async () => {
		refuseOpening('UnknownError');
		expect(await openDatabase({ name: newName() })).toMatchObject({
			ok: false,
			error: { type: 'unknown', cause: { name: 'UnknownError' } }
		});
	});

	test('a database of a newer build, with its version; and it stays as it is', async () => {
		const name = newName();
		const newer = await opened(name, nextVersion);
		await createRepository(newer).saveSession(aRecord());
		newer.close();
		const error = { type: 'newer', version: CURRENT_VERSION + 1 };
		expect(await openDatabase({ name })).toEqual({ ok: false, error });
		expect((await createRepository(await opened(name, nextVersion)).load()).sessions).toEqual([aRecord()]);
	});
});

describe('two tabs', () => {
	test('a newer tab gets the database: the old one closes it and is told', async () => {
		const name = newName();
		const onOutdated = vi.fn();
		const old = await openDatabase({ name, onOutdated });
		const db = await opened(name, nextVersion);
		expect(db.version).toBe(CURRENT_VERSION + 1);
		expect(onOutdated).toHaveBeenCalledOnce();
		const written = old.ok && (await createRepository(old.value).saveSession(aRecord()));
		expect(written).toEqual({ ok: false, error: { type: 'closed' } });
	});

	test('a tab that does not let go blocks: the answer says so, and how to wait', async () => {
		const name = newName();
		(await opened(name)).close();
		const frozen = await openDB(name);
		const result = await openDatabase({ name, migrations: nextVersion });
		if (result.ok || result.error.type !== 'blocked') throw new Error('not blocked');
		frozen.close();
		expect(await result.error.freed).toMatchObject({ ok: true, value: { version: CURRENT_VERSION + 1 } });
	});

	test('with onBlocked it is called once, and the answer itself waits until the other tab lets go', async () => {
		const name = newName();
		(await opened(name)).close();
		const frozen = await openDB(name);
		const onBlocked = vi.fn();
		const answered = vi.fn();
		const opening = openDatabase({ name, migrations: nextVersion, onBlocked });
		void opening.then(answered);
		await waitUntil(() => expect(onBlocked).toHaveBeenCalledOnce());
		expect(answered).not.toHaveBeenCalled();
		frozen.close();
		expect(await opening).toMatchObject({ ok: true, value: { version: CURRENT_VERSION + 1 } });
		expect(onBlocked).toHaveBeenCalledOnce();
	});

	test('a database that is being deleted is let go as well', async () => {
		const name = newName();
		const onOutdated = vi.fn();
		await openDatabase({ name, onOutdated });
		await deleteDB(name);
		expect(onOutdated).toHaveBeenCalledOnce();
	});

	test('a database that the browser closes is reported', async () => {
		const onClosed = vi.fn();
		const result = await openDatabase({ name: newName(), onClosed });
		if (!result.ok) throw new Error('not opened');
		forceCloseDatabase(unwrap(result.value) as never);
		await waitUntil(() => expect(onClosed).toHaveBeenCalledOnce());
		expect(await createRepository(result.value).saveSession(aRecord())).toEqual({
			ok: false,
			error: { type: 'closed' }
		});
	});
});
