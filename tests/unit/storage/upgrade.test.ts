import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '#lib/storage/database.ts';
import { CURRENT_VERSION, MIGRATIONS, type Migration, type Plain } from '#lib/storage/migrations.ts';
import { createRepository } from '#lib/storage/repository.ts';
import { aCheckIn, anOwnSession, aRecord, aRunning, aSnapshot, newName, opened } from './records.ts';

interface Old extends Plain {
	readonly sessions: readonly { readonly id: string; readonly on: string; readonly log: readonly unknown[] }[];
	readonly running: { readonly id: string } | null;
}

/** Made-up: sessions get a count of their events, and a list of days is added with a store of its own. */
const countEvents: Migration = {
	version: CURRENT_VERSION + 1,
	name: 'count-events',
	layout: {
		lists: {
			sessions: ['on', 'events'],
			checkIns: [],
			choices: [],
			ownSessions: [],
			movements: [],
			entries: [],
			answers: [],
			days: []
		},
		singles: ['settings', 'running', 'heartbeat']
	},
	up: (old) => {
		const { sessions } = old as Old;
		const days = [...new Set(sessions.map(({ on }) => on))].map((id) => ({ id }));
		return { ...old, days, sessions: sessions.map((record) => ({ ...record, events: record.log.length })) };
	}
};

/** Made-up: days become one row, the list of choices goes. */
const foldDays: Migration = {
	version: CURRENT_VERSION + 2,
	name: 'fold-days',
	layout: {
		lists: { sessions: ['events'], checkIns: [], ownSessions: [], movements: [], entries: [], answers: [] },
		singles: ['settings', 'running', 'heartbeat', 'days']
	},
	up: ({ choices: _choices, ...old }) => ({ ...old, days: (old.days as readonly { id: string }[]).map(({ id }) => id) })
};

/** Made-up: changes half of what it is given, then meets something it did not expect. */
const failing: Migration = {
	version: CURRENT_VERSION + 2,
	name: 'fails-half-way',
	layout: { lists: { halves: [] }, singles: [] },
	up: (old) => {
		const { sessions } = old as Old;
		return {
			halves: sessions.map((record, n) => {
				if (n > 0) throw new Error('a record without halves');
				return { id: record.id };
			})
		};
	}
};

const two = [...MIGRATIONS, countEvents];
const three = [...two, foldDays];

const filled = aSnapshot({
	sessions: [aRecord(), aRecord({ id: 's2', on: '2026-11-22' })],
	running: aRunning({ id: 's3' }),
	heartbeat: { at: 1_795_280_460_000 }
});

/** A closed database of the current version that holds `filled`. */
async function databaseOfNow(): Promise<string> {
	const name = newName();
	const db = await opened(name);
	expect(await createRepository(db).replaceAll(filled)).toEqual({ ok: true, value: undefined });
	db.close();
	return name;
}

/** Version, stores with their indexes, and all rows: read with nothing of ours. */
async function everythingIn(name: string) {
	const db = await openDB(name);
	const tx = db.transaction([...db.objectStoreNames]);
	const stores = await Promise.all(
		[...db.objectStoreNames].map(async (store) => {
			const { indexNames } = tx.objectStore(store);
			const keys = await tx.objectStore(store).getAllKeys();
			return [store, { indexes: [...indexNames], keys, rows: await tx.objectStore(store).getAll() }] as const;
		})
	);
	db.close();
	return { version: db.version, stores: Object.fromEntries(stores) };
}

afterEach(() => {
	vi.restoreAllMocks();
});

describe('an upgrade', () => {
	test('runs the missing migration on what is there, and divides the stores anew', async () => {
		const name = await databaseOfNow();
		(await opened(name, two)).close();
		const { version, stores } = await everythingIn(name);
		expect(version).toBe(CURRENT_VERSION + 1);
		expect(Object.keys(stores)).toEqual([
			'answers',
			'checkIns',
			'choices',
			'days',
			'entries',
			'movements',
			'ownSessions',
			'sessions',
			'single'
		]);
		expect(stores.sessions?.indexes).toEqual(['events', 'on']);
		expect(stores.checkIns?.indexes).toEqual([]);
		expect(stores.sessions?.rows).toEqual(filled.sessions.map((record) => ({ ...record, events: 2 })));
		expect(stores.days?.rows).toEqual([{ id: '2026-11-21' }, { id: '2026-11-22' }]);
		expect(stores.checkIns?.rows).toEqual([aCheckIn()]);
	});

	test('runs several at once with the same outcome as one after the other', async () => {
		const atOnce = await databaseOfNow();
		(await opened(atOnce, three)).close();
		const oneByOne = await databaseOfNow();
		(await opened(oneByOne, two)).close();
		(await opened(oneByOne, three)).close();
		expect(await everythingIn(atOnce)).toEqual(await everythingIn(oneByOne));
		expect((await everythingIn(atOnce)).stores.single?.keys).toEqual(['days', 'heartbeat', 'running', 'settings']);
	});

	test("from version 1 brings empty stores for sessions of one's own and other movement, and all there was", async () => {
		const name = newName();
		const old = await opened(name, MIGRATIONS.slice(0, 1));
		expect([...old.objectStoreNames]).toEqual(['checkIns', 'choices', 'sessions', 'single']);
		const tx = old.transaction(['sessions', 'single'], 'readwrite');
		await Promise.all([
			tx.objectStore('sessions').put(aRecord()),
			tx.objectStore('single').put({ updatedAt: 5, language: 'de', sound: false }, 'settings'),
			tx.done
		]);
		old.close();
		const repository = createRepository(await opened(name));
		expect(await repository.load()).toMatchObject({
			settings: { updatedAt: 5, language: 'de', soundMode: 'quiet', country: 'de' },
			sessions: [aRecord()],
			ownSessions: [],
			movements: [],
			entries: [],
			answers: []
		});
		expect(await repository.saveOwnSession(anOwnSession())).toEqual({ ok: true, value: undefined });
		expect((await repository.load()).ownSessions).toEqual([anOwnSession()]);
	});

	test('takes away a store that a version gave up', async () => {
		const name = await databaseOfNow();
		(await opened(name, three)).close();
		expect(Object.keys((await everythingIn(name)).stores)).toEqual([
			'answers',
			'checkIns',
			'entries',
			'movements',
			'ownSessions',
			'sessions',
			'single'
		]);
	});

	test('gives a migration exactly what it would get from a file', async () => {
		const up = vi.fn((old: Plain) => old);
		const name = await databaseOfNow();
		await opened(name, [...MIGRATIONS, { version: CURRENT_VERSION + 1, name: 'looks-only', up }]);
		expect(up).toHaveBeenCalledExactlyOnceWith(filled);
	});

	test('a database that was never used is made by the same list', async () => {
		const name = newName();
		(await opened(name, three)).close();
		const { version, stores } = await everythingIn(name);
		expect(version).toBe(CURRENT_VERSION + 2);
		expect(stores.single).toMatchObject({
			keys: ['days', 'heartbeat', 'running', 'settings'],
			rows: [[], null, null, {}]
		});
	});

	test('keeps rows and fields of which nobody knows', async () => {
		const name = newName();
		const db = await opened(name);
		const odd = { ...aSnapshot({ sessions: [{ ...aRecord(), shoes: 'rot' } as never] }), diary: ['neu'] };
		await createRepository(db).replaceAll(odd);
		db.close();
		(await opened(name, two)).close();
		const { stores } = await everythingIn(name);
		expect(stores.sessions?.rows).toMatchObject([{ shoes: 'rot', events: 2 }]);
		expect(stores.single?.rows[stores.single.keys.indexOf('diary')]).toEqual(['neu']);
	});
});

describe('an upgrade that fails happens not at all', () => {
	test('a migration that throws half-way leaves the old version and every row, and opening says which', async () => {
		const name = await databaseOfNow();
		const before = await everythingIn(name);
		const result = await openDatabase({ name, migrations: [...two, failing] });
		expect(result).toMatchObject({
			ok: false,
			error: {
				type: 'migrationFailed',
				cause: {
					message: `migration ${CURRENT_VERSION + 2} (fails-half-way) failed`,
					cause: { message: 'a record without halves' }
				}
			}
		});
		expect(await everythingIn(name)).toEqual(before);
		expect(await createRepository(await opened(name)).load()).toEqual(filled);
	});

	test('a corrected build takes it up from there', async () => {
		const name = await databaseOfNow();
		await openDatabase({ name, migrations: [...two, failing] });
		expect((await opened(name, three)).version).toBe(CURRENT_VERSION + 2);
	});

	test('the list that fails on a new database leaves none behind', async () => {
		const name = newName();
		const up = (): Plain => {
			throw new Error('no');
		};
		expect(await openDatabase({ name, migrations: [{ ...countEvents, version: 1, up }] })).toMatchObject({
			error: { type: 'migrationFailed' }
		});
		expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
	});

	test('so does a migration that forgets a list', async () => {
		const name = await databaseOfNow();
		const before = await everythingIn(name);
		const forgetful = { ...countEvents, up: ({ sessions: _sessions, ...old }: Plain) => old };
		const result = await openDatabase({ name, migrations: [...MIGRATIONS, forgetful] });
		expect(result).toMatchObject({ ok: false, error: { type: 'migrationFailed' } });
		expect(await everythingIn(name)).toEqual(before);
	});

	test('so does a row that cannot be written', async () => {
		const name = await databaseOfNow();
		const before = await everythingIn(name);
		const unkeyed = { ...countEvents, up: (old: Plain) => ({ ...old, days: [{ id: 'a' }, { id: undefined }] }) };
		const result = await openDatabase({ name, migrations: [...MIGRATIONS, unkeyed] });
		expect(result).toMatchObject({ ok: false, error: { type: 'migrationFailed' } });
		expect(await everythingIn(name)).toEqual(before);
	});

	test('a device that fills up while writing is named, and nothing is lost', async () => {
		const name = await databaseOfNow();
		const before = await everythingIn(name);
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('disk', 'QuotaExceededError');
		});
		expect(await openDatabase({ name, migrations: two })).toEqual({ ok: false, error: { type: 'full' } });
		vi.restoreAllMocks();
		expect(await everythingIn(name)).toEqual(before);
	});

	test('a device that turns out to be full only at the end is named as well', async () => {
		const name = await databaseOfNow();
		const before = await everythingIn(name);
		const put = vi.spyOn(IDBObjectStore.prototype, 'put');
		put.mockImplementation(function (this: IDBObjectStore) {
			// What a browser does when the commit does not fit; there is no public way to make the fake do it.
			(this.transaction as IDBTransaction & { _abort(name: string): void })._abort('QuotaExceededError');
			put.mockRestore();
			return {} as IDBRequest<IDBValidKey>;
		});
		const result = await openDatabase({ name, migrations: two });
		expect(result).toEqual({ ok: false, error: { type: 'full' } });
		expect(await everythingIn(name)).toEqual(before);
	});
});
