import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '#lib/domain/record.ts';
import { parseBackup, serializeBackup } from '#lib/storage/backup.ts';
import { emptySnapshot } from '#lib/storage/migrations.ts';
import { createRepository, type Repository } from '#lib/storage/repository.ts';
import { sessionRecord, snapshot as anySnapshot } from './arbitraries.ts';
import {
	aCheckIn,
	aChoice,
	anAnswer,
	anEntry,
	aMovement,
	anOwnSession,
	aRecord,
	aRunning,
	aSnapshot,
	newName,
	opened
} from './records.ts';

const DONE = { ok: true, value: undefined };

async function aRepository(snapshot?: Snapshot): Promise<Repository> {
	const repository = createRepository(await opened(newName()));
	if (snapshot) expect(await repository.replaceAll(snapshot)).toEqual(DONE);
	return repository;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
	list.toSorted((a, b) => indexedDB.cmp(a.id, b.id));

/** As the database gives it back: lists in the order of their ids. */
const inOrder = (snapshot: Snapshot): Snapshot => ({
	...snapshot,
	choices: byId(snapshot.choices),
	sessions: byId(snapshot.sessions),
	checkIns: byId(snapshot.checkIns),
	ownSessions: byId(snapshot.ownSessions),
	movements: byId(snapshot.movements),
	entries: byId(snapshot.entries),
	answers: byId(snapshot.answers)
});

const fail = (name: string) => (): never => {
	throw new DOMException('refused by the device', name);
};

/** The mode, the stores and the durability of every transaction that is begun from now on. */
function watchTransactions() {
	const begun: [unknown, unknown, unknown][] = [];
	const real = IDBDatabase.prototype.transaction;
	vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
		this: IDBDatabase,
		stores,
		mode,
		options
	) {
		begun.push([mode, stores, options?.durability]);
		return real.call(this, stores, mode, options);
	});
	return begun;
}

afterEach(() => {
	vi.restoreAllMocks();
});

describe('load', () => {
	test('gives back any snapshot that was put in, with fields of which nobody knows', async () => {
		const repository = await aRepository();
		await fc.assert(
			fc.asyncProperty(anySnapshot, async (snapshot) => {
				expect(await repository.replaceAll(snapshot)).toEqual(DONE);
				expect(await repository.load()).toEqual(inOrder(snapshot));
			}),
			{ numRuns: 100 }
		);
	});

	test('file, database, file: nothing is lost on the way', async () => {
		const repository = await aRepository();
		const header = { appVersion: '0.1.0', at: '2026-11-21T18:00:00+01:00' };
		await fc.assert(
			fc.asyncProperty(anySnapshot, async (snapshot) => {
				const read = parseBackup(serializeBackup(snapshot, header));
				if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.error)}`);
				await repository.replaceAll(read.value);
				expect(serializeBackup(await repository.load(), header)).toBe(serializeBackup(inOrder(snapshot), header));
			}),
			{ numRuns: 50 }
		);
	});

	test('after a kill it gives what was saved last', async () => {
		const name = newName();
		const killed = createRepository(await opened(name));
		await killed.saveEvent(aRunning());
		await killed.beat({ at: 1_795_280_463_000 });
		// No close: the page is simply gone.
		const { running, heartbeat } = await createRepository(await opened(name)).load();
		expect({ running, heartbeat }).toEqual({ running: aRunning(), heartbeat: { at: 1_795_280_463_000 } });
	});

	test('rejects when the database is closed, for the error page', async () => {
		const db = await opened(newName());
		db.close();
		await expect(createRepository(db).load()).rejects.toMatchObject({ name: 'InvalidStateError' });
	});
});

describe('the running session', () => {
	test('each event overwrites the one before, and its time is the heartbeat', async () => {
		const repository = await aRepository();
		const running = aRunning();
		const later = {
			...running,
			log: [...running.log, { type: 'resumed' as const, at: 1_795_280_500_000, readyMs: 3000 }]
		};
		expect(await repository.saveEvent(running)).toEqual(DONE);
		expect((await repository.load()).heartbeat).toEqual({ at: running.log.at(-1)?.at });
		expect(await repository.saveEvent(later)).toEqual(DONE);
		expect(await repository.load()).toMatchObject({ running: later, heartbeat: { at: 1_795_280_500_000 } });
	});

	test('a session without events has no heartbeat, not even an old one', async () => {
		const repository = await aRepository(aSnapshot({ heartbeat: { at: 5 } }));
		await repository.saveEvent(aRunning({ log: [] }));
		expect(await repository.load()).toMatchObject({ running: { log: [] }, heartbeat: null });
	});

	test('a beat changes the heartbeat and nothing else', async () => {
		const before = aSnapshot({ running: aRunning(), heartbeat: { at: 5 } });
		const repository = await aRepository(before);
		expect(await repository.beat({ at: 6 })).toEqual(DONE);
		expect(await repository.load()).toEqual({ ...before, heartbeat: { at: 6 } });
	});

	test('an event that cannot be kept leaves row and heartbeat as they were', async () => {
		const before = aSnapshot({ running: aRunning(), heartbeat: { at: 5 } });
		const repository = await aRepository(before);
		const real = IDBObjectStore.prototype.put;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
			return key === 'heartbeat' ? fail('QuotaExceededError')() : real.call(this, value, key);
		});
		expect(await repository.saveEvent(aRunning({ id: 's9' }))).toEqual({ ok: false, error: { type: 'full' } });
		vi.restoreAllMocks();
		expect(await repository.load()).toEqual(before);
	});

	test('discarded, it is gone and nothing else is', async () => {
		const repository = await aRepository(aSnapshot({ running: aRunning(), heartbeat: { at: 5 } }));
		expect(await repository.discardRunning()).toEqual(DONE);
		expect(await repository.load()).toEqual(aSnapshot());
	});
});

describe('finishing', () => {
	const before = aSnapshot({ sessions: [], running: aRunning(), heartbeat: { at: 5 } });

	test('the record is there and no session is running any more', async () => {
		const repository = await aRepository(before);
		expect(await repository.finishSession(aRecord())).toEqual(DONE);
		expect(await repository.load()).toEqual(aSnapshot());
	});

	test('is one strict transaction', async () => {
		const repository = await aRepository(before);
		const begun = watchTransactions();
		await repository.finishSession(aRecord());
		expect(begun).toEqual([['readwrite', ['sessions', 'single', 'copy'], 'strict']]);
	});

	test.each([1, 2])('a failure at deletion %i leaves no record and the running session whole', async (which) => {
		const repository = await aRepository(before);
		const real = IDBObjectStore.prototype.delete;
		let count = 0;
		vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
			return ++count === which ? fail('UnknownError')() : real.call(this, key);
		});
		expect(await repository.finishSession(aRecord())).toMatchObject({
			ok: false,
			error: { type: 'unknown', cause: { name: 'UnknownError' } }
		});
		vi.restoreAllMocks();
		expect(await repository.load()).toEqual(before);
	});

	test('an abort after everything was asked for leaves no record and the running session whole', async () => {
		const repository = await aRepository(before);
		const real = IDBObjectStore.prototype.delete;
		vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
			const request = real.call(this, key);
			if (key === 'heartbeat') request.onsuccess = () => this.transaction.abort();
			return request;
		});
		expect(await repository.finishSession(aRecord())).toMatchObject({ ok: false, error: { type: 'unknown' } });
		vi.restoreAllMocks();
		expect(await repository.load()).toEqual(before);
	});
});

describe('records', () => {
	test('answers, choices, settings, other movement, an own and an edited session are kept', async () => {
		const repository = await aRepository();
		const settings = { ...emptySnapshot().settings, updatedAt: 7, language: 'de' as const };
		const edited = { ...aRecord(), updatedAt: 9, deletedAt: 9 };
		await repository.saveSession(aRecord());
		const written = [
			await repository.saveCheckIn(aCheckIn()),
			await repository.saveChoices([aChoice('d1'), aChoice('d2')]),
			await repository.saveSettings(settings),
			await repository.saveSession(edited),
			await repository.saveOwnSession(anOwnSession()),
			await repository.saveMovement(aMovement()),
			await repository.saveEntry(anEntry()),
			await repository.saveAnswers([anAnswer()])
		];
		expect(written).toEqual(written.map(() => DONE));
		expect(await repository.load()).toEqual(
			aSnapshot({ settings, choices: [aChoice('d1'), aChoice('d2')], sessions: [edited] })
		);
	});

	test('what a person would miss is written strictly, what comes again in a second is not', async () => {
		const repository = await aRepository();
		const begun = watchTransactions();
		await repository.saveCheckIn(aCheckIn());
		await repository.saveChoices([aChoice()]);
		await repository.saveSession(aRecord());
		await repository.discardRunning();
		await repository.replaceAll(aSnapshot());
		expect(begun.map(([, , durability]) => durability)).toEqual(Array(5).fill('strict'));
		begun.length = 0;
		await repository.saveEvent(aRunning());
		await repository.beat({ at: 1 });
		await repository.saveSettings(emptySnapshot().settings);
		expect(begun.map(([, , durability]) => durability)).toEqual(Array(3).fill('relaxed'));
	});

	test('of several choices all are kept or none', async () => {
		const repository = await aRepository();
		const spoilt = { ...aChoice('d2'), broken: () => {} };
		expect(await repository.saveChoices([aChoice('d1'), spoilt])).toMatchObject({
			error: { type: 'unknown', cause: { name: 'DataCloneError' } }
		});
		expect((await repository.load()).choices).toEqual([]);
	});

	test('replacing everything leaves nothing of before', async () => {
		const repository = await aRepository(aSnapshot({ running: aRunning(), heartbeat: { at: 5 } }));
		await repository.replaceAll(emptySnapshot());
		expect(await repository.load()).toEqual(emptySnapshot());
	});

	test('replacing everything that fails at the last row leaves everything of before', async () => {
		const before = aSnapshot({ running: aRunning(), heartbeat: { at: 5 } });
		const repository = await aRepository(before);
		const spoilt = { ...aCheckIn(), id: undefined } as never;
		expect(await repository.replaceAll(aSnapshot({ checkIns: [spoilt] }))).toMatchObject({ ok: false });
		expect(await repository.load()).toEqual(before);
	});
});

describe('a write that the device refuses', () => {
	const writes: [string, (repository: Repository) => Promise<unknown>][] = [
		['saveEvent', (repository) => repository.saveEvent(aRunning())],
		['beat', (repository) => repository.beat({ at: 1 })],
		['finishSession', (repository) => repository.finishSession(aRecord())],
		['saveSession', (repository) => repository.saveSession(aRecord())],
		['saveCheckIn', (repository) => repository.saveCheckIn(aCheckIn())],
		['saveOwnSession', (repository) => repository.saveOwnSession(anOwnSession())],
		['saveMovement', (repository) => repository.saveMovement(aMovement())],
		['saveEntry', (repository) => repository.saveEntry(anEntry())],
		['saveAnswers', (repository) => repository.saveAnswers([anAnswer()])],
		['saveChoices', (repository) => repository.saveChoices([aChoice()])],
		['saveSettings', (repository) => repository.saveSettings(emptySnapshot().settings)],
		['replaceAll', (repository) => repository.replaceAll(aSnapshot())]
	];

	test.each(writes)('%s answers full when there is no room', async (_name, run) => {
		const repository = await aRepository();
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(fail('QuotaExceededError'));
		expect(await run(repository)).toEqual({ ok: false, error: { type: 'full' } });
	});

	test.each(writes)('%s answers full when it shows only at the end that there is no room', async (_name, run) => {
		const repository = await aRepository();
		const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
			// What a browser does when the commit does not fit; there is no public way to make the fake do it.
			queueMicrotask(() =>
				(this.transaction as IDBTransaction & { _abort(name: string): void })._abort('QuotaExceededError')
			);
			put.mockImplementation(() => ({}) as IDBRequest<IDBValidKey>);
			return {} as IDBRequest<IDBValidKey>;
		});
		expect(await run(repository)).toEqual({ ok: false, error: { type: 'full' } });
	});

	test.each([...writes, ['discardRunning', (repository: Repository) => repository.discardRunning()] as const])(
		'%s answers closed when the database is closed',
		async (_name, run) => {
			const db = await opened(newName());
			db.close();
			expect(await run(createRepository(db))).toEqual({ ok: false, error: { type: 'closed' } });
		}
	);

	test('the next write works again', async () => {
		const repository = await aRepository();
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(fail('QuotaExceededError'));
		await repository.saveSession(aRecord());
		vi.restoreAllMocks();
		expect(await repository.saveSession(aRecord())).toEqual(DONE);
		expect((await repository.load()).sessions).toEqual([aRecord()]);
	});
});

describe('history by days', () => {
	const on = (id: string, day: number, changes = {}) => aRecord({ id, on: `2026-11-0${day}`, ...changes });
	const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

	test('the newest come first, and within a day the latest', async () => {
		const at = (n: number) => ({ log: [{ type: 'started' as const, at: n, readyMs: 0 }] });
		const sessions = [on('a', 3, at(20)), on('b', 5), on('c', 3, at(30)), on('d', 4), on('e', 3, at(10))];
		const repository = await aRepository(aSnapshot({ sessions }));
		expect(idsOf(await repository.sessionsByDay({ limit: 10 }))).toEqual(['b', 'd', 'c', 'a', 'e']);
	});

	test('a page ends with a whole day', async () => {
		const repository = await aRepository(aSnapshot({ sessions: [on('a', 1), on('b', 2), on('c', 2), on('d', 3)] }));
		expect(idsOf(await repository.sessionsByDay({ limit: 2 }))).toEqual(['d', 'c', 'b']);
		expect(idsOf(await repository.sessionsByDay({ limit: 2, before: '2026-11-02' }))).toEqual(['a']);
		expect(await repository.sessionsByDay({ limit: 2, before: '2026-11-01' })).toEqual([]);
	});

	test('removed sessions are not shown and do not count', async () => {
		const repository = await aRepository(
			aSnapshot({ sessions: [on('a', 1), on('b', 2, { deletedAt: 9 }), on('c', 3)] })
		);
		expect(idsOf(await repository.sessionsByDay({ limit: 2 }))).toEqual(['c', 'a']);
	});

	test('all pages together are all sessions, each once', async () => {
		const repository = await aRepository();
		const days = fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04');
		const records = fc.uniqueArray(fc.tuple(sessionRecord, days), { selector: ([{ id }]) => id, maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(records, fc.integer({ min: 1, max: 5 }), async (pairs, limit) => {
				const sessions = pairs.map(([record, day]) => ({ ...record, on: day }));
				await repository.replaceAll(aSnapshot({ sessions }));
				const read = [];
				let page = await repository.sessionsByDay({ limit });
				for (let before = page.at(-1)?.on; before !== undefined; before = page.at(-1)?.on) {
					read.push(...page);
					page = await repository.sessionsByDay({ limit, before });
				}
				expect(byId(read)).toEqual(byId(sessions.filter(({ deletedAt }) => deletedAt === undefined)));
			}),
			{ numRuns: 50 }
		);
	});
});
