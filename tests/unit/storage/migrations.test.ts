import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '#lib/domain/record.ts';
import { parseBackup } from '#lib/storage/backup.ts';
import { CURRENT_VERSION, emptySnapshot, layoutAt, migrate, MIGRATIONS, type Plain } from '#lib/storage/migrations.ts';
import { firstFault } from '#lib/storage/schema.ts';

const FOLDER = 'tests/fixtures/backups';
const versions = MIGRATIONS.map(({ version }) => version);
const textOf = (name: string): string => readFileSync(`${FOLDER}/${name}`, 'utf8').replaceAll('\r\n', '\n');
const snapshotOf = (version: number): Plain & { readonly version: number } =>
	(JSON.parse(textOf(`v${version}.json`)) as { snapshot: Plain & { version: number } }).snapshot;

// Each migration behind a spy: one that no test of this file runs fails the last test.
const spied = MIGRATIONS.map((migration) => ({ ...migration, up: vi.fn(migration.up) }));

describe('fixtures', () => {
	test('there is one real file for every released version, and no other', () => {
		expect(readdirSync(FOLDER).sort()).toEqual([...versions.map((n) => `v${n}.json`), 'hashes.json'].sort());
	});

	test('no file was ever edited: each has the hash under which it was put on record', () => {
		const hashes = Object.fromEntries(
			versions.map((n) => [
				`v${n}.json`,
				createHash('sha256')
					.update(textOf(`v${n}.json`))
					.digest('hex')
			])
		);
		expect(JSON.parse(textOf('hashes.json'))).toEqual(hashes);
	});

	test.each(versions)('the file of version %i is read and loses nothing', (version) => {
		const result = parseBackup(textOf(`v${version}.json`));
		expect(result).toMatchObject({ ok: true, value: { version: CURRENT_VERSION } });
		if (!result.ok) return;
		const lengths = ({ sessions, checkIns, choices, ownSessions = [], movements = [] }: Plain) =>
			[sessions, checkIns, choices, ownSessions, movements].map((list) => (list as []).length);
		expect(lengths({ ...result.value })).toEqual(lengths(snapshotOf(version)));
	});

	test('the file of version 1 has what people write: umlauts, a line break, a picture', () => {
		const result = parseBackup(textOf('v1.json'));
		const notes = result.ok ? result.value.checkIns.map(({ note }) => note).join('\n') : '';
		expect(notes).toMatch(/Müde Füße/);
		expect(notes).toMatch(/Käfer.*größere.*🙂/);
		expect(notes).toMatch(/verpasst,\nalso/);
	});

	test('the file of version 3 has a record of each kind that came with it', () => {
		const { choices, sessions, entries, answers, checkIns } = snapshotOf(3) as unknown as Snapshot;
		expect(choices.map(({ type }) => type)).toEqual(expect.arrayContaining(['exercise', 'instead']));
		const events = sessions.flatMap(({ log }) => log.map(({ type }) => type));
		expect(events).toEqual(expect.arrayContaining(['shortened', 'varied']));
		expect(entries).toHaveLength(3);
		expect(new Set(answers.map(({ type }) => type)).size).toBe(16);
		expect(checkIns.some(({ legSigns }) => legSigns?.includes('limp'))).toBe(true);
	});

	test('the file of version 2 has a record of each kind that came with it', () => {
		const { choices, sessions, ownSessions, movements } = snapshotOf(2) as unknown as Snapshot;
		const kinds = new Set(choices.map(({ type }) => type));
		expect([...kinds]).toEqual(expect.arrayContaining(['begun', 'ended', 'freeDay', 'moved', 'stayed']));
		expect(choices.some((choice) => choice.type === 'begun' && choice.beside)).toBe(true);
		expect(sessions.map(({ session }) => session.title)).toContain(ownSessions[0]?.title);
		expect([ownSessions.length, movements.length]).toEqual([1, 2]);
	});
});

describe('migrate', () => {
	test('nothing becomes an empty snapshot that is valid', () => {
		const snapshot = migrate({ version: 0 }, spied);
		expect(firstFault(snapshot)).toBeNull();
		expect(snapshot).toEqual(emptySnapshot());
		expect(snapshot).toMatchObject({
			version: CURRENT_VERSION,
			sessions: [],
			running: null,
			settings: { updatedAt: 0 }
		});
	});

	test.each(versions)('M1: version %i becomes valid, and migrating twice is migrating once', (version) => {
		const once = migrate(snapshotOf(version), spied);
		expect(firstFault(once)).toBeNull();
		expect(migrate(once as typeof once & { version: number }, spied)).toEqual(once);
	});

	test.each(versions)('version %i is not changed in place', (version) => {
		const frozen = (value: unknown): unknown => {
			if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
			return value;
		};
		expect(() => migrate(frozen(snapshotOf(version)) as Plain & { version: number }, spied)).not.toThrow();
	});

	test('the number is given by the list, not by the step', () => {
		const lying = [
			...MIGRATIONS,
			{ version: CURRENT_VERSION + 1, name: 'lying', up: (old: Plain) => ({ ...old, version: 99 }) }
		];
		expect(migrate({ version: 0 }, lying).version).toBe(CURRENT_VERSION + 1);
	});

	test('a gap in the list is refused with the numbers', () => {
		const gap = [...MIGRATIONS, { version: CURRENT_VERSION + 2, name: 'too-far', up: (old: Plain) => old }];
		expect(() => migrate({ version: 0 }, gap)).toThrow(`too-far is ${CURRENT_VERSION + 2}, not ${CURRENT_VERSION + 1}`);
	});

	test('a step that fails is named, with its own words as the cause', () => {
		const up = (): Plain => {
			throw new Error('no such field');
		};
		const failing = [...MIGRATIONS, { version: CURRENT_VERSION + 1, name: 'split-pain', up }];
		expect(() => migrate({ version: 0 }, failing)).toThrow(
			expect.objectContaining({
				message: expect.stringContaining('(split-pain) failed') as string,
				cause: expect.objectContaining({ message: 'no such field' }) as Error
			})
		);
	});

	test('names are unique and say what they do', () => {
		const names = MIGRATIONS.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
	});

	test('a layout holds until a later step brings another', () => {
		const layout = { lists: { days: [] }, singles: [] };
		const step = { name: 'x', up: (old: Plain) => old };
		const list = [...MIGRATIONS.slice(0, 1), { ...step, version: 2 }, { ...step, version: 3, layout }];
		expect([1, 2, 3, 4].map((version) => layoutAt(version, list) === layout)).toEqual([false, false, true, true]);
		expect(layoutAt(2, list)).toBe(layoutAt(1, list));
	});

	test('M2: every migration was called by a test', () => {
		expect(spied.filter(({ up }) => up.mock.calls.length === 0).map(({ name }) => name)).toEqual([]);
	});
});
