import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseBackup } from '#lib/storage/backup.ts';
import { rawExport } from '#lib/storage/data-file.ts';
import { CURRENT_VERSION } from '#lib/storage/migrations.ts';
import { createRepository } from '#lib/storage/repository.ts';
import { aRecord, aRunning, aSnapshot, newName, opened } from './records.ts';

interface RawFile {
	readonly version: number;
	readonly problems: readonly string[];
	readonly snapshot: Record<string, unknown>;
}

const exported = async (name: string): Promise<RawFile> => JSON.parse(await rawExport(name)) as RawFile;

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

describe('the raw export', () => {
	test('of a healthy database is a backup that can be read again', async () => {
		const name = newName();
		const snapshot = aSnapshot({ running: aRunning(), heartbeat: { at: 5 } });
		await createRepository(await opened(name)).replaceAll(snapshot);
		expect(parseBackup(await rawExport(name))).toEqual({ ok: true, value: snapshot });
	});

	test('so is one without running session, whose rows are missing', async () => {
		const name = newName();
		const repository = createRepository(await opened(name));
		await repository.saveEvent(aRunning());
		await repository.finishSession(aRecord());
		const value = aSnapshot({ choices: [], checkIns: [], ownSessions: [], movements: [], entries: [], answers: [] });
		expect(parseBackup(await rawExport(name))).toEqual({ ok: true, value });
	});

	test('reads a database of a newer build, with stores of which nobody knows', async () => {
		const name = newName();
		const newer = await openDB(name, CURRENT_VERSION + 6, {
			upgrade: (db) => {
				void db.createObjectStore('single').put({ voice: 'Anna' }, 'settings');
				void db.createObjectStore('diary', { keyPath: 'day' }).put({ day: '2026-11-21', text: 'Müde Füße' });
			}
		});
		newer.close();
		expect(await exported(name)).toMatchObject({
			version: CURRENT_VERSION + 6,
			problems: [],
			snapshot: { settings: { voice: 'Anna' }, diary: [{ day: '2026-11-21', text: 'Müde Füße' }] }
		});
	});

	test('does not stand in the way of a later upgrade', async () => {
		const name = newName();
		(await opened(name)).close();
		await rawExport(name);
		const later = await openDB(name, CURRENT_VERSION + 1, {
			blocked: () => {
				throw new Error('blocked');
			}
		});
		expect(later.version).toBe(CURRENT_VERSION + 1);
	});

	test('of a database that does not exist says so and makes none', async () => {
		const name = newName();
		expect(await exported(name)).toMatchObject({ version: 0, problems: [expect.stringContaining('AbortError')] });
		expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
		expect(await createRepository(await opened(name)).load()).toMatchObject({ sessions: [] });
	});

	test('without IndexedDB is still a text', async () => {
		vi.stubGlobal('indexedDB', undefined);
		expect((await exported(newName())).problems).toHaveLength(1);
	});

	test('a row that cannot be read costs only itself, and is named', async () => {
		const name = newName();
		const sessions = ['s1', 's2', 's3'].map((id) => aRecord({ id }));
		await createRepository(await opened(name)).replaceAll(aSnapshot({ sessions }));
		const real = IDBObjectStore.prototype.get;
		vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
			if (key === 's2') throw new DOMException('spoilt', 'DataError');
			return real.call(this, key);
		});
		const { problems, snapshot } = await exported(name);
		expect(problems).toEqual(['sessions/s2: DataError: spoilt']);
		expect(snapshot.sessions).toEqual([aRecord({ id: 's1' }), aRecord({ id: 's3' })]);
		expect(snapshot.checkIns).toEqual(aSnapshot().checkIns);
	});

	test('a store that cannot be read costs only itself', async () => {
		const name = newName();
		await createRepository(await opened(name)).replaceAll(aSnapshot());
		const real = IDBObjectStore.prototype.getAllKeys;
		vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementation(function (this: IDBObjectStore) {
			if (this.name === 'checkIns') throw new DOMException('spoilt', 'UnknownError');
			return real.call(this);
		});
		const { problems, snapshot } = await exported(name);
		expect(problems).toEqual(['checkIns: UnknownError: spoilt']);
		expect(snapshot.sessions).toEqual([aRecord()]);
	});

	test('a value that no file can hold is named, the others are kept', async () => {
		const name = newName();
		const db = await opened(name);
		await db.put('single', 5n, 'odd');
		expect(await exported(name)).toMatchObject({
			problems: ['single/odd: not a value for a file'],
			snapshot: { settings: { language: 'en' } }
		});
	});

	test('a database that does not answer is given up', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const silent = new (IDBOpenDBRequest as unknown as new () => IDBOpenDBRequest)();
		vi.spyOn(indexedDB, 'open').mockReturnValue(silent);
		const exporting = exported(newName());
		await vi.advanceTimersByTimeAsync(60_000);
		expect((await exporting).problems).toEqual(['gave up waiting']);
	});
});
