// The copy for reading is never behind the rows, whatever two tabs write, tidy up and replace in any order.

import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#lib/domain/record.ts';
import { openDatabase } from '#lib/storage/database.ts';
import type { Database } from '#lib/storage/layout.ts';
import { CURRENT_VERSION, MIGRATIONS, type Plain } from '#lib/storage/migrations.ts';
import { packLists, unpackLists, withChanges } from '#lib/storage/packed.ts';
import { createRepository, type Repository } from '#lib/storage/repository.ts';
import { sessionRecord, snapshot as anySnapshot } from './arbitraries.ts';
import { aCheckIn, anEntry, aRecord, aSession, aSnapshot, newName, opened } from './records.ts';

const ALWAYS = { rows: 1, changes: 1 };

/** All lists as the rows themselves have them. */
async function rowsOf(db: Database): Promise<Record<string, unknown>> {
	const names = ['sessions', 'checkIns', 'choices', 'ownSessions', 'movements', 'entries', 'answers'] as const;
	return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await db.getAll(name)] as const)));
}
const listsOf = async (repository: Repository): Promise<Record<string, unknown>> => {
	const { settings: _s, running: _r, heartbeat: _h, version: _v, ...lists } = await repository.load();
	return lists;
};
const isCopied = async (db: Database): Promise<boolean> => typeof (await db.get('copy', 'packed')) === 'string';
const notes = async (db: Database): Promise<number> =>
	(await db.getAllKeys('copy')).filter((key) => key.startsWith('row/')).length;

describe('packed', () => {
	test('lists come back as they were, and records of one session share it', () => {
		const other = aSession({ id: 'walk/B/2' });
		const records = ['a', 'b', 'c'].map((id) => aRecord({ id, session: id === 'b' ? other : aSession() }));
		const lists = { sessions: records, entries: [anEntry({ id: 'e' })] };
		const back = unpackLists(packLists(lists));
		expect(back).toEqual(lists);
		const [a, b, c] = back?.['sessions'] as unknown as typeof records;
		expect(a?.session).toBe(c?.session);
		expect(a?.session).not.toBe(b?.session);
	});

	test.each(['', 'null', '{}', '[1]', '{"lists":3}', '{"sessions":[],"lists":{"sessions":5}}'])(
		'%j is no copy',
		(text) => {
			expect(unpackLists(text)).toBeNull();
		}
	);

	test('what was written since stands in the place of its id, and lists stay in their order', () => {
		const lists = { entries: ['a', 'c'].map((id) => anEntry({ id })) };
		const changes = ['d', 'a', 'b'].map((id) => ({ list: 'entries', row: { ...anEntry({ id }), note: 'new' } }));
		const now = withChanges(lists, changes)['entries'] as unknown as ReturnType<typeof anEntry>[];
		expect(now.map(({ id, note }) => [id, note])).toEqual([
			['a', 'new'],
			['b', 'new'],
			['c', anEntry({ id: 'c' }).note],
			['d', 'new']
		]);
	});

	test('any lists come back', () => {
		fc.assert(
			fc.property(fc.array(sessionRecord, { maxLength: 4 }), (sessions) => {
				expect(unpackLists(packLists({ sessions }))).toEqual({ sessions });
			})
		);
	});
});

type Step = readonly ['save', 0 | 1, string, string] | readonly ['load' | 'tidy', 0 | 1] | readonly ['replace', 0 | 1];
const tab = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.tuple(fc.constant('save' as const), tab, fc.constantFrom('a', 'b', 'c', 'd'), fc.string())
	},
	{ weight: 4, arbitrary: fc.tuple(fc.constantFrom('load' as const, 'tidy' as const), tab) },
	{ weight: 1, arbitrary: fc.tuple(fc.constant('replace' as const), tab) }
);

describe('the copy', () => {
	test('is the rows, whatever two tabs do in any order, also at once', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, atOnce) => {
				const name = newName();
				const [db, other] = [await opened(name), await opened(name)];
				const tabs = [createRepository(db, ALWAYS), createRepository(other, ALWAYS)] as const;
				const doing: Promise<unknown>[] = [];
				for (const [what, who, id = '', note = ''] of steps) {
					const repository = tabs[who];
					const done =
						what === 'save'
							? repository.saveEntry({ ...anEntry({ id }), note })
							: what === 'replace'
								? repository.replaceAll(aSnapshot({ entries: [anEntry({ id: 'z' })], sessions: [aRecord()] }))
								: repository[what]();
					if (atOnce) doing.push(done);
					else await done;
				}
				await Promise.all(doing);
				const rows = await rowsOf(db);
				for (const repository of tabs) expect(await listsOf(repository)).toEqual(rows);
				db.close();
				other.close();
			}),
			{ numRuns: 150 }
		);
	});

	test('any snapshot is read from it as from the rows', async () => {
		await fc.assert(
			fc.asyncProperty(anySnapshot, async (snapshot: Snapshot) => {
				const db = await opened(newName());
				const repository = createRepository(db, ALWAYS);
				await repository.replaceAll(snapshot);
				const before = await repository.load();
				await repository.tidy();
				expect(await repository.load()).toEqual(before);
				db.close();
			}),
			{ numRuns: 40 }
		);
	});

	test('is made of many rows, not of few, and anew after many changes', async () => {
		const db = await opened(newName());
		const repository = createRepository(db, { rows: 3, changes: 2 });
		await repository.saveEntry(anEntry({ id: 'a' }));
		await repository.saveEntry(anEntry({ id: 'b' }));
		await repository.load();
		await repository.tidy();
		expect(await isCopied(db)).toBe(false);
		await repository.saveCheckIn(aCheckIn());
		await repository.load();
		await repository.tidy();
		expect([await isCopied(db), await notes(db)]).toEqual([true, 0]);
		await repository.saveEntry(anEntry({ id: 'c' }));
		await repository.load();
		await repository.tidy();
		expect(await notes(db)).toBe(1);
		await repository.saveEntry(anEntry({ id: 'd' }));
		await repository.load();
		await repository.tidy();
		expect(await notes(db)).toBe(0);
		expect((await repository.load()).entries.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
	});

	test('that cannot be read, or has fewer rows than there are, is passed by and made anew', async () => {
		for (const spoil of ['{"sessions":', packLists({ sessions: [], entries: [anEntry({ id: 'a' })] })]) {
			const db = await opened(newName());
			const repository = createRepository(db, ALWAYS);
			await repository.replaceAll(aSnapshot({ entries: [anEntry({ id: 'a' }), anEntry({ id: 'b' })] }));
			await db.put('copy', spoil, 'packed');
			expect((await repository.load()).entries).toHaveLength(2);
			await repository.tidy();
			expect(await db.get('copy', 'packed')).not.toBe(spoil);
			expect((await repository.load()).entries).toHaveLength(2);
		}
	});

	test('is no part of what a refused write leaves behind', async () => {
		const db = await opened(newName());
		const repository = createRepository(db, ALWAYS);
		await repository.saveEntry(anEntry({ id: 'a' }));
		await repository.load();
		await repository.tidy();
		const refused = { ...anEntry({ id: 'b' }), note: () => 'cannot be cloned' } as unknown as ReturnType<
			typeof anEntry
		>;
		expect((await repository.saveEntry(refused)).ok).toBe(false);
		expect([(await repository.load()).entries.length, await notes(db)]).toEqual([1, 0]);
	});

	test('is emptied by an upgrade, and the rows are read again', async () => {
		const name = newName();
		const db = await opened(name);
		const repository = createRepository(db, ALWAYS);
		await repository.saveEntry(anEntry({ id: 'a' }));
		await repository.load();
		await repository.tidy();
		expect(await isCopied(db)).toBe(true);
		db.close();
		const next = { version: CURRENT_VERSION + 1, name: 'next', up: (snapshot: Plain): Plain => snapshot };
		const upgraded = await openDatabase({ name, migrations: [...MIGRATIONS, next] });
		if (!upgraded.ok) throw new Error(upgraded.error.type);
		expect(await upgraded.value.getAllKeys('copy')).toEqual([]);
		expect((await createRepository(upgraded.value).load()).entries.map(({ id }) => id)).toEqual(['a']);
	});
});
