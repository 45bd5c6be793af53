import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptSessions, summaryOf } from '#lib/domain/history.ts';
import { dueDay, planOf } from '#lib/domain/plan.ts';
import { MOST_MINUTES } from '#lib/domain/movement.ts';
import { OWN_LIMITS } from '#lib/domain/played-own.ts';
import type { Snapshot } from '#lib/domain/record.ts';
import { foundSession } from '#lib/domain/running.ts';
import type { Block, StepPlan } from '#lib/domain/session.ts';
import { parseBackup, serializeBackup } from '#lib/storage/backup.ts';
import { LIMITS } from '#lib/storage/limits.ts';
import { CURRENT_VERSION, emptySnapshot } from '#lib/storage/migrations.ts';
import { snapshot as anySnapshot } from './arbitraries.ts';
import { aCheckIn, aChoice, aMovement, aRecord, aRunning, aSession, aSnapshot, anOwnSession } from './records.ts';

const HEADER = { appVersion: '0.1.0', at: '2026-11-21T18:00:00+01:00' };
const textOf = (snapshot: Snapshot): string => serializeBackup(snapshot, HEADER);

/** The text of a file of ours with anything as its snapshot. */
const fileWith = (snapshot: unknown, header: object = {}): string =>
	JSON.stringify({ app: 'rueckenwind', version: CURRENT_VERSION, ...header, snapshot });

/** The path of what is wrong in a snapshot; null when nothing is, else the other reason. */
function faultOf(snapshot: unknown): string | null {
	const result = parseBackup(fileWith(snapshot));
	if (result.ok) return null;
	return result.error.type === 'invalid' ? result.error.path : `(${result.error.type})`;
}

describe('a backup', () => {
	test('B1: what was written is read again as it was', () => {
		fc.assert(
			fc.property(anySnapshot, (snapshot) => {
				expect(parseBackup(textOf(snapshot))).toEqual({ ok: true, value: snapshot });
			}),
			{ numRuns: 300 }
		);
	});

	test('the same data give the same text, in whatever order their fields are', () => {
		const turned = (value: unknown): unknown => {
			if (Array.isArray(value)) return value.map(turned);
			if (typeof value !== 'object' || value === null) return value;
			return Object.fromEntries(
				Object.entries(value)
					.reverse()
					.map(([key, inner]) => [key, turned(inner)])
			);
		};
		fc.assert(fc.property(anySnapshot, (snapshot) => textOf(turned(snapshot) as Snapshot) === textOf(snapshot)));
	});

	test('a field that is undefined is left out, at the top and in a record', () => {
		const odd = { ...aSnapshot({ sessions: [{ ...aRecord(), deletedAt: undefined }] }), diary: undefined };
		expect(textOf(odd)).toBe(textOf(aSnapshot()));
	});

	test('it says on top whose it is, which version and when, and has a record a line', () => {
		expect(
			textOf(aSnapshot({ choices: [aChoice('d1'), aChoice('d2')] }))
				.split('\n')
				.slice(0, 11)
		).toEqual([
			'{',
			'\t"app": "rueckenwind",',
			'\t"version": 4,',
			'\t"appVersion": "0.1.0",',
			'\t"exportedAt": "2026-11-21T18:00:00+01:00",',
			'\t"snapshot": {',
			'\t\t"version": 4,',
			'\t\t"settings": {"updatedAt":0,"country":"gb","flash":false,"hair":"black","language":"en","phoneTest":null,"skin":"tan","soundMode":"music","theme":"system","vibration":true,"voice":true,"voiceLanguage":"screen"},',
			'\t\t"choices": [',
			'\t\t\t{"id":"d1","type":"paused","on":"2026-11-21","updatedAt":1795280400000},',
			'\t\t\t{"id":"d2","type":"paused","on":"2026-11-21","updatedAt":1795280400000}'
		]);
	});

	test('fields that this build does not know are kept, at every level', () => {
		const item = { type: 'step', phase: 'walk', seconds: 60, terrain: 'Waldweg' };
		const block = { type: 'block', id: 'b', repeat: 1, items: [item], colour: 'grün' };
		const future = {
			...aSnapshot(),
			diary: [{ text: 'neu' }],
			sessions: [{ ...aRecord(), shoes: null, session: { ...aSession(), blocks: [block], map: { lat: 52.5 } } }],
			checkIns: [{ ...aCheckIn(), mood: ['müde'] }],
			settings: { ...emptySnapshot().settings, anthem: 'Rückenwind' }
		};
		expect(parseBackup(fileWith(future))).toEqual({ ok: true, value: future });
	});

	test('thirty years of three sessions a week fit into a file', () => {
		const log = Array.from({ length: 12 }, (_, n) => ({ type: 'paused' as const, at: 1_795_280_400_000 + n }));
		const items: StepPlan[] = Array.from({ length: 6 }, () => ({ type: 'step', phase: 'run', seconds: 60 }));
		const session = aSession({ blocks: [{ type: 'block', id: 'intervals', repeat: 3, items }] });
		const ids = Array.from({ length: 30 * 156 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
		const sessions = ids.map((id) => aRecord({ id, log, session }));
		const checkIns = ids.map((id) => aCheckIn({ id, sessionId: id, note: 'Müde Füße, aber der Rücken hält.' }));
		expect(parseBackup(textOf(aSnapshot({ sessions, checkIns }))).ok).toBe(true);
	});
});

describe('the gate', () => {
	test('what is not JSON is called so', () => {
		for (const text of ['', '{', 'Guten Tag', '{"app":"rueckenwind"', 'undefined'])
			expect(parseBackup(text)).toEqual({ ok: false, error: { type: 'notJson' } });
	});

	test('JSON of others is called not ours', () => {
		const strangers = [
			null,
			3,
			'x',
			[],
			{},
			{ app: 'other', version: 1, snapshot: {} },
			{ app: 'rueckenwind', version: 1 }
		];
		for (const json of [...strangers, { app: 'rueckenwind', version: 'one', snapshot: {} }])
			expect(parseBackup(JSON.stringify(json))).toEqual({ ok: false, error: { type: 'notOurs' } });
	});

	test('a file of a newer build is recognised before anything in it is judged', () => {
		const text = fileWith({ version: CURRENT_VERSION + 4, all: 'different' }, { version: CURRENT_VERSION + 4 });
		expect(parseBackup(text)).toEqual({ ok: false, error: { type: 'fromNewerVersion', version: CURRENT_VERSION + 4 } });
	});

	test('two versions in one file are refused', () => {
		expect(faultOf({ ...aSnapshot(), version: CURRENT_VERSION + 1 })).toBe('version');
	});

	test('a file of more than 20 MiB is read, since ten years may be that large', () => {
		expect(parseBackup(fileWith(aSnapshot()) + ' '.repeat(30 * 1024 * 1024)).ok).toBe(true);
	});

	test('a file that is too large is refused before it is read', () => {
		const room = LIMITS.fileBytes - fileWith(aSnapshot()).length;
		expect(parseBackup(fileWith(aSnapshot()) + ' '.repeat(room)).ok).toBe(true);
		expect(parseBackup(fileWith(aSnapshot()) + ' '.repeat(room + 1))).toEqual({
			ok: false,
			error: { type: 'invalid', path: 'size' }
		});
	});

	test('the first bad field is named', () => {
		expect(faultOf({ ...aSnapshot(), sessions: [aRecord(), { ...aRecord({ id: 's2' }), on: '2026-02-30' }] })).toBe(
			'sessions.1.on'
		);
		expect(faultOf({ ...aSnapshot(), checkIns: [{ ...aCheckIn(), note: 7 }] })).toBe('checkIns.0.note');
		expect(faultOf({ ...aSnapshot(), running: { ...aRunning(), log: [{ type: 'slept', at: 1 }] } })).toBe(
			'running.log.0.type'
		);
		const { settings: _settings, ...rest } = aSnapshot();
		expect(faultOf(rest)).toBe('settings');
	});
});

describe('validation', () => {
	const step = (seconds: number): StepPlan => ({ type: 'step', phase: 'walk', seconds });
	const block = (repeat: number, items: Block['items']): Block => ({ type: 'block', id: 'b', repeat, items });
	const withBlocks = (...blocks: Block[]) => ({
		...aSnapshot(),
		sessions: [aRecord({ session: aSession({ blocks }) })]
	});
	const nested = (depth: number): Block => block(1, depth === 1 ? [step(1)] : [nested(depth - 1)]);
	const withCheckIn = (changes: object) => ({ ...aSnapshot(), checkIns: [{ ...aCheckIn(), ...changes }] });
	const withEvent = (event: object) => ({ ...aSnapshot(), sessions: [{ ...aRecord(), log: [event] }] });
	const many = <T>(count: number, of: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => of(n));

	test('pain is 0-100 and effort 0-10, both may be unanswered', () => {
		for (const pain of [0, 47.5, 100, null]) expect(faultOf(withCheckIn({ backPain: pain, legPain: pain }))).toBeNull();
		for (const effort of [0, 10, null]) expect(faultOf(withCheckIn({ effort }))).toBeNull();
		for (const pain of [-1, 100.5, '12', undefined]) {
			expect(faultOf(withCheckIn({ backPain: pain }))).toBe('checkIns.0.backPain');
			expect(faultOf(withCheckIn({ legPain: pain }))).toBe('checkIns.0.legPain');
		}
		for (const effort of [-0.1, 10.1]) expect(faultOf(withCheckIn({ effort }))).toBe('checkIns.0.effort');
	});

	test('a number that JSON reads as infinite is refused, also in an unknown field', () => {
		const text = (field: string) => fileWith(withCheckIn({ [field]: 17.25 })).replace('17.25', '1e999');
		expect(parseBackup(text('effort'))).toEqual({ ok: false, error: { type: 'invalid', path: 'checkIns.0.effort' } });
		expect(parseBackup(text('unknown'))).toEqual({ ok: false, error: { type: 'invalid', path: 'checkIns.0.unknown' } });
	});

	test('a session has some length', () => {
		expect(faultOf(withBlocks())).toBe('sessions.0.session');
		expect(faultOf(withBlocks(block(1, [])))).toBe('sessions.0.session');
		expect(faultOf(withBlocks(block(1, [step(0)])))).toBe('sessions.0.session');
		expect(faultOf(withBlocks(block(1, [step(0), step(1)])))).toBeNull();
	});

	test('a running session has some length too', () => {
		expect(faultOf(aSnapshot({ running: aRunning({ session: aSession({ blocks: [] }) }) }))).toBe('running.session');
	});

	test('blocks nest four deep, not five', () => {
		expect(faultOf(withBlocks(nested(4)))).toBeNull();
		expect(faultOf(withBlocks(nested(5)))).toBe('sessions.0.session');
	});

	test('a block repeats 1 to 200 times', () => {
		expect(faultOf(withBlocks(block(200, [step(1)])))).toBeNull();
		for (const repeat of [201, 0, -1, 1.5])
			expect(faultOf(withBlocks(block(repeat, [step(1)])))).toBe('sessions.0.session.blocks.0.repeat');
	});

	test('a session unrolls to 2000 steps, not more, even if its file is small', () => {
		expect(faultOf(withBlocks(block(200, [block(10, [step(1)])])))).toBeNull();
		expect(faultOf(withBlocks(block(200, [block(10, [step(1)])]), block(1, [step(1)])))).toBe('sessions.0.session');
		expect(faultOf(withBlocks(block(200, [block(200, [block(200, [step(1)])])])))).toBe('sessions.0.session');
	});

	test('a session is not longer than a day', () => {
		expect(faultOf(withBlocks(block(24, [step(3600)])))).toBeNull();
		expect(faultOf(withBlocks(block(24, [step(3600)]), block(1, [step(1)])))).toBe('sessions.0.session');
	});

	test('a log has at most 5000 events', () => {
		const log = (count: number) => ({
			...aSnapshot(),
			sessions: [aRecord({ log: many(count, (at) => ({ type: 'paused', at })) })]
		});
		expect(faultOf(log(5000))).toBeNull();
		expect(faultOf(log(5001))).toBe('sessions.0.log');
	});

	test('there are at most 20000 sessions', () => {
		const session = aSession({ blocks: [block(1, [step(60)])] });
		const sessions = (count: number) => ({
			...aSnapshot(),
			sessions: many(count, (n) => ({ ...aRecord({ session, log: [] }), id: `${n}` }))
		});
		expect(faultOf(sessions(20_000))).toBeNull();
		expect(faultOf(sessions(20_001))).toBe('sessions');
	});

	test('a note has at most 10000 characters, an id 100, and neither id is empty', () => {
		expect(faultOf(withCheckIn({ note: 'ü'.repeat(10_000), sessionId: 'x'.repeat(100) }))).toBeNull();
		expect(faultOf(withCheckIn({ note: 'ü'.repeat(10_001) }))).toBe('checkIns.0.note');
		expect(faultOf(withCheckIn({ sessionId: 'x'.repeat(101) }))).toBe('checkIns.0.sessionId');
		expect(faultOf(withCheckIn({ id: '' }))).toBe('checkIns.0.id');
	});

	test('a text without end is refused, also in an unknown field', () => {
		expect(faultOf({ ...aSnapshot(), future: 'x'.repeat(LIMITS.text) })).toBeNull();
		expect(faultOf({ ...aSnapshot(), future: 'x'.repeat(LIMITS.text + 1) })).toBe('future');
	});

	test('a day exists, and is one of ours', () => {
		for (const on of ['2026-02-29', '21.11.2026', '9999-12-31', '1969-12-31', '0099-01-01', 20261121, null])
			expect(faultOf(withCheckIn({ on }))).toBe('checkIns.0.on');
		expect(faultOf(withCheckIn({ on: '2028-02-29' }))).toBeNull();
	});

	test('a day with a mistyped year, which forms once let in, does not refuse the whole file', () => {
		const at = Date.UTC(202, 4, 14);
		const entry = { id: 'e', updatedAt: 1, on: '0202-05-14', at, now: null, average: null, worst: null, note: 'x' };
		const tick = (id: string, on: string) => ({ id, updatedAt: 1, at: 1, on, type: 'medicine' as const, taken: true });
		const snapshot = aSnapshot({
			entries: [entry],
			movements: [aMovement({ on: '0202-05-14' })],
			answers: [tick('a', '0002-05-14'), tick('b', '9026-05-14')]
		});
		expect(parseBackup(textOf(snapshot))).toEqual({ ok: true, value: snapshot });
		expect(faultOf({ ...snapshot, entries: [{ ...entry, on: '0202-02-30' }] })).toBe('entries.0.on');
		expect(faultOf({ ...snapshot, answers: [{ ...tick('a', '0202-05-14'), type: 'adviceTaken' }] })).toBe(
			'answers.0.on'
		);
	});

	test('an id comes once in its list, and the second one is named', () => {
		expect(faultOf(aSnapshot({ sessions: [aRecord(), aRecord({ id: 's2' }), aRecord()] }))).toBe('sessions.2');
		expect(faultOf(aSnapshot({ checkIns: [aCheckIn(), aCheckIn()] }))).toBe('checkIns.1');
		expect(faultOf(aSnapshot({ choices: [aChoice(), aChoice()] }))).toBe('choices.1');
		expect(faultOf(aSnapshot({ checkIns: [aCheckIn({ id: 's1' })] }))).toBeNull();
	});

	test("a session of one's own may be empty, but not endless, and its blocks have ids of their own", () => {
		const own = (changes: object) => ({ ...aSnapshot(), ownSessions: [{ ...anOwnSession(), ...changes }] });
		const blocks = [block(200, [block(10, [step(1)])])];
		expect(faultOf(own({ blocks: [] }))).toBeNull();
		expect(faultOf(own({ blocks }))).toBeNull();
		expect(faultOf(own({ blocks: [...blocks, { ...block(1, [step(1)]), id: 'c' }] }))).toBe('ownSessions.0.blocks');
		expect(faultOf(own({ blocks: [nested(5)] }))).toBe('ownSessions.0.blocks');
		expect(faultOf(own({ blocks: [nested(1), nested(1)] }))).toBe('ownSessions.0.blocks.1');
	});

	test('a title has at most 80 characters, an emoji being one, in a session too', () => {
		const own = (title: string) => ({ ...aSnapshot(), ownSessions: [anOwnSession({ title })] });
		const done = (title: string) => ({ ...aSnapshot(), sessions: [aRecord({ session: aSession({ title }) })] });
		expect(LIMITS.title).toBe(OWN_LIMITS.title);
		expect([faultOf(own('🙂'.repeat(80))), faultOf(done('🙂'.repeat(80)))]).toEqual([null, null]);
		expect(faultOf(own('🙂'.repeat(81)))).toBe('ownSessions.0.title');
		expect(faultOf(done('x'.repeat(81)))).toBe('sessions.0.session.title');
	});

	test('other movement is whole minutes up to a day on the bicycle, of a known kind', () => {
		const moved = (changes: object) => ({ ...aSnapshot(), movements: [{ ...aMovement(), ...changes }] });
		for (const minutes of [1, MOST_MINUTES]) expect(faultOf(moved({ minutes }))).toBeNull();
		for (const minutes of [0, 1.5, MOST_MINUTES + 1]) expect(faultOf(moved({ minutes }))).toBe('movements.0.minutes');
		expect(faultOf(moved({ kind: 'chess' }))).toBe('movements.0.kind');
	});

	test('no event takes time away or puts a walk of no length in', () => {
		expect(faultOf(withEvent({ type: 'extended', at: 1, ms: -1 }))).toBe('sessions.0.log.0.ms');
		expect(faultOf(withEvent({ type: 'walkInserted', at: 1, ms: 0 }))).toBe('sessions.0.log.0.ms');
		expect(faultOf(withEvent({ type: 'walkInserted', at: 1, ms: 1 }))).toBeNull();
		expect(faultOf(withEvent({ type: 'paused', at: 8.64e15 }))).toBe('sessions.0.log.0.at');
	});

	test('keys that reach behind an object are refused wherever they are', () => {
		for (const key of ['__proto__', 'constructor', 'prototype']) {
			const text = fileWith(withCheckIn({ poison: { x: 1 } })).replace('"poison"', JSON.stringify(key));
			expect(parseBackup(text)).toEqual({ ok: false, error: { type: 'invalid', path: `checkIns.0.${key}` } });
		}
		const deep = fileWith({ ...aSnapshot(), future: [{ a: { poison: {} } }] }).replace('"poison"', '"__proto__"');
		expect(parseBackup(deep)).toEqual({ ok: false, error: { type: 'invalid', path: 'future.0.a.__proto__' } });
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});

	test('a value within a value within a value has an end', () => {
		const wrapped = '['.repeat(200_000) + ']'.repeat(200_000);
		expect(parseBackup(fileWith({ ...aSnapshot(), future: 'HERE' }).replace('"HERE"', wrapped)).ok).toBe(false);
		const blocks = '{"type":"block","id":"b","repeat":1,"items":['.repeat(5000) + ']}'.repeat(5000);
		const text = fileWith(aSnapshot({ running: aRunning({ session: aSession({ id: 'HERE' }) }) }));
		expect(parseBackup(text.replace('"HERE"', blocks)).ok).toBe(false);
	});
});

describe('B2: parseBackup never throws', () => {
	const survives = (text: string) => {
		expect(parseBackup(text)).toHaveProperty('ok');
	};

	/** The app opens with whatever was let in. */
	function appOpensWith(snapshot: Snapshot): void {
		for (const record of snapshot.sessions) summaryOf(record);
		const lastOn = keptSessions(snapshot.sessions).at(-1)?.on ?? null;
		const plan = planOf(snapshot.choices);
		if (plan) dueDay(plan, lastOn, '2026-11-21');
		if (snapshot.running) foundSession(snapshot.running, snapshot.heartbeat, Date.UTC(2026, 10, 21));
	}

	/** Puts `change` in the place of the value that `turns` lead to. */
	function mutate(value: unknown, turns: readonly number[], change: unknown): unknown {
		if (turns.length === 0 || typeof value !== 'object' || value === null) return change;
		const keys = Object.keys(value);
		const key = keys[(turns[0] ?? 0) % keys.length];
		if (key === undefined) return change;
		const inner = mutate((value as Record<string, unknown>)[key], turns.slice(1), change);
		if (Array.isArray(value)) return value.map((each: unknown, n) => (String(n) === key ? inner : each));
		return { ...value, [key]: inner };
	}

	test('for any text', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), survives), { numRuns: 500 });
	});

	test('for any JSON, bare and in a file of ours', () => {
		fc.assert(fc.property(fc.json(), survives), { numRuns: 500 });
		fc.assert(
			fc.property(fc.jsonValue(), (json) => survives(fileWith(json))),
			{ numRuns: 300 }
		);
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...Object.keys(aSnapshot())), fc.jsonValue()), (json) =>
				survives(fileWith({ ...aSnapshot(), ...json, version: CURRENT_VERSION }))
			),
			{ numRuns: 300 }
		);
	});

	test('for a valid file with a piece cut out or doubled', () => {
		fc.assert(
			fc.property(anySnapshot, fc.nat(), fc.nat(200), fc.string(), (snapshot, from, length, put) => {
				const text = textOf(snapshot);
				const start = from % text.length;
				survives(text.slice(0, start) + put + text.slice(start + length));
			}),
			{ numRuns: 300 }
		);
	});

	test('for a valid file with one value changed; and what it lets in, the app can open', () => {
		const change = fc.oneof(
			fc.jsonValue({ maxDepth: 2 }),
			fc.constantFrom<unknown>(-1, 0, 0.5, 1e308, 101, '9999-12-31', '', [], {}, null, 'paused', 'ended', 'block')
		);
		fc.assert(
			fc.property(
				anySnapshot,
				fc.array(fc.nat(50), { minLength: 1, maxLength: 9 }),
				change,
				(snapshot, turns, value) => {
					const result = parseBackup(fileWith(mutate(snapshot, turns, value)));
					if (result.ok) appOpensWith(result.value);
				}
			),
			{ numRuns: 1000 }
		);
	});
});
