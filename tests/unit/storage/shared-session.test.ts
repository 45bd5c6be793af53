import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHARED_FRAGMENT, plainTitle } from '#lib/domain/own-session.ts';
import { OWN_LIMITS, faultOfOwn } from '#lib/domain/played-own.ts';
import { secondsOf, stepsIn, type Block } from '#lib/domain/session.ts';
import { ownOfShared, readShared, sharedFile, sharedFragment, type Shelf } from '#lib/storage/shared-session.ts';

const SHELF: Shelf = {
	exercises: new Set(['hip-bridge', 'core-bird-dog']),
	positions: new Set(['lie', 'hands-knees'])
};

const block = (id: string, repeat: number, items: Block['items']): Block => ({ type: 'block', id, repeat, items });
const BRIDGE: Block = block('b1', 2, [
	{ type: 'step', phase: 'move', seconds: 15, position: 'lie' },
	{
		type: 'step',
		phase: 'strength',
		seconds: 64,
		exerciseId: 'hip-bridge',
		dose: { reps: 8, holdSeconds: 5, releaseSeconds: 3 }
	},
	{ type: 'step', phase: 'rest', seconds: 20 }
]);
const RUN: Block = block('b2', 5, [
	{ type: 'step', phase: 'run', seconds: 60 },
	{ type: 'step', phase: 'walk', seconds: 120 }
]);
const MINE = { title: 'Für morgens – “ruhig” 🙂', blocks: [BRIDGE, RUN] };

const file = (more: object = {}) =>
	JSON.stringify({ app: 'rueckenwind', kind: 'session', version: 1, ...MINE, ...more });
const faultOf = (text: string): string | null => {
	const result = readShared(text, SHELF);
	return result.ok ? null : result.error;
};

describe('a shared session', () => {
	test('comes back from a file, a fragment and a whole link as it was', () => {
		const expected = { ok: true, value: { ...MINE, unknownExercises: [] } };
		expect(readShared(sharedFile(MINE), SHELF)).toEqual(expected);
		expect(readShared(sharedFragment(MINE), SHELF)).toEqual(expected);
		expect(readShared(`https://example.org/app/own${sharedFragment(MINE)}\n`, SHELF)).toEqual(expected);
	});

	test('keeps a rest that is a part of its own', () => {
		const rest = block('b2', 1, [{ type: 'step', phase: 'rest', seconds: 60 }]);
		const blocks = [BRIDGE, rest, { ...RUN, id: 'b3' }];
		expect(readShared(file({ blocks }), SHELF)).toMatchObject({ ok: true, value: { blocks } });
	});

	test('its link holds nothing that an address does not carry', () => {
		expect(sharedFragment(MINE)).toMatch(/^#s=[A-Za-z0-9_-]+$/);
		expect(sharedFragment(MINE).startsWith(SHARED_FRAGMENT)).toBe(true);
	});

	test('carries no ids or times of the person, and becomes a record with new ones', () => {
		const own = { id: 'secret-id', updatedAt: 5, createdAt: 4, ...MINE };
		expect(sharedFile(own)).not.toMatch(/secret-id|updatedAt|createdAt/);
		const result = readShared(sharedFile(own), SHELF);
		expect(result.ok && ownOfShared(result.value, 'new', 9)).toEqual({
			id: 'new',
			updatedAt: 9,
			createdAt: 9,
			...MINE
		});
	});

	test('leaves out what this library does not have, and names it', () => {
		const blocks = [
			block('x', 1, [{ type: 'step', phase: 'strength', seconds: 30, exerciseId: 'hip-hop' }, ...RUN.items]),
			block('y', 1, [
				{ type: 'step', phase: 'move', seconds: 10, position: 'headstand' },
				{ type: 'step', phase: 'strength', seconds: 30, exerciseId: 'hip-hop' },
				{ type: 'step', phase: 'rest', seconds: 30 }
			]),
			BRIDGE
		];
		const result = readShared(file({ blocks }), SHELF);
		expect(result).toEqual({
			ok: true,
			value: {
				title: MINE.title,
				blocks: [
					{ ...RUN, id: 'b1', repeat: 1 },
					{ ...BRIDGE, id: 'b2' }
				],
				unknownExercises: ['hip-hop']
			}
		});
		expect(faultOf(file({ blocks: [blocks[1]] }))).toBe('empty');
	});

	test.each([
		['no JSON', 'Hello', 'notJson'],
		['no base64', '#s=%%%', 'notJson'],
		['no UTF-8', '#s=_w', 'notJson'],
		['too much', `"${'x'.repeat(200_000)}"`, 'long'],
		['a list', '[]', 'notOurs'],
		['nothing', 'null', 'notOurs'],
		['a backup', '{"app":"rueckenwind","version":1,"snapshot":{}}', 'notOurs'],
		['another app', file({ app: 'other' }), 'notOurs'],
		['a newer version', file({ version: 2, blocks: 'who knows' }), 'newer'],
		['no version', file({ version: '1' }), 'invalid'],
		['no blocks', file({ blocks: [] }), 'invalid'],
		['no seconds', file({ blocks: [block('b', 1, [{ type: 'step', phase: 'run', seconds: 0 }])] }), 'invalid'],
		['half a second', file({ blocks: [block('b', 1, [{ type: 'step', phase: 'run', seconds: 0.5 }])] }), 'invalid'],
		['too long', file({ blocks: [block('b', 2, [{ type: 'step', phase: 'walk', seconds: 5401 }])] }), 'invalid'],
		['too often', file({ blocks: [{ ...RUN, repeat: 61 }] }), 'invalid'],
		[
			'a phase nobody knows',
			file({ blocks: [block('b', 1, [{ type: 'step', phase: 'fly' as 'run', seconds: 5 }])] }),
			'invalid'
		],
		[
			'an exercise that is no id',
			file({ blocks: [block('b', 1, [{ type: 'step', phase: 'strength', seconds: 5, exerciseId: '<script>' }])] }),
			'invalid'
		],
		[
			'more repetitions than time',
			file({
				blocks: [
					block('b', 1, [
						{ type: 'step', phase: 'strength', seconds: 5, dose: { reps: 2, holdSeconds: 2, releaseSeconds: 1 } }
					])
				]
			}),
			'invalid'
		],
		['a poisonous key', file().replace('"title"', '"__proto__":{"x":1},"title"'), 'invalid'],
		[
			'more brackets than any reader goes into',
			`{"app":"rueckenwind","kind":"session","version":1,"title":"x","blocks":${'['.repeat(90_000)}${']'.repeat(90_000)}}`,
			'invalid'
		],
		['a number beyond all numbers', file().replace('"repeat":5', '"repeat":1e999'), 'invalid'],
		['a title that is none', file({ title: { toString: 'x' } }), 'invalid'],
		['brackets without end', file({ blocks: JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown }), 'invalid']
	])('is refused with a reason: %s', (_what, text, fault) => {
		expect(faultOf(text)).toBe(fault);
	});

	test('takes over the fields it knows and no others', () => {
		const blocks = [{ ...RUN, onclick: 'alert(1)', items: RUN.items.map((item) => ({ ...item, html: '<b>' })) }];
		const result = readShared(file({ blocks, note: 'x' }), SHELF);
		expect(result).toEqual({
			ok: true,
			value: { title: MINE.title, blocks: [{ ...RUN, id: 'b1' }], unknownExercises: [] }
		});
	});

	const step = fc.oneof(
		fc.record({
			type: fc.constant('step' as const),
			phase: fc.constantFrom('run' as const, 'walk' as const, 'coolDown' as const),
			seconds: fc.integer({ min: 1, max: 100 })
		}),
		fc.constantFrom(...stepsIn(BRIDGE))
	);
	const part = fc
		.tuple(fc.integer({ min: 1, max: 3 }), fc.array(step, { minLength: 1, maxLength: 4 }))
		.map(([repeat, items]) => block('part', repeat, [...items, { type: 'step', phase: 'walk', seconds: 5 }]));
	const blocks = fc.array(fc.tuple(part, fc.option(part, { nil: null })), { minLength: 1, maxLength: 5 }).map((parts) =>
		parts.map(([one, inner], n): Block => ({
			...one,
			id: `b${n + 1}`,
			items: inner ? [...one.items, inner] : one.items
		}))
	);

	test('any session that can be kept comes back as it was, by file and by link', () => {
		fc.assert(
			fc.property(blocks, fc.string({ unit: 'grapheme' }).map(plainTitle), (made, title) => {
				fc.pre(faultOfOwn({ blocks: made }) === null);
				const expected = { ok: true, value: { title, blocks: made, unknownExercises: [] } };
				expect(readShared(sharedFile({ title, blocks: made }), SHELF)).toEqual(expected);
				expect(readShared(sharedFragment({ title, blocks: made }), SHELF)).toEqual(expected);
			}),
			{ numRuns: 300 }
		);
	});

	const anyItem = fc.letrec((tie) => ({
		item: fc.oneof(
			{ maxDepth: 4 },
			fc.record(
				{
					type: fc.constantFrom('step', 'block', 'x'),
					phase: fc.oneof(fc.constantFrom('run', 'rest', 'strength'), fc.jsonValue()),
					seconds: fc.oneof(fc.integer({ min: -5, max: 20_000 }), fc.double(), fc.jsonValue()),
					exerciseId: fc.oneof(fc.constantFrom('hip-bridge', 'hip-hop'), fc.string()),
					dose: fc.jsonValue()
				},
				{ requiredKeys: [] }
			),
			fc.record(
				{
					type: fc.constant('block'),
					id: fc.constantFrom('b1', 'part', ''),
					repeat: fc.oneof(fc.integer({ min: 0, max: 70 }), fc.jsonValue()),
					items: fc.array(tie('item'), { maxLength: 4 })
				},
				{ requiredKeys: ['type'] }
			)
		)
	})).item;
	const anyFile = fc
		.record(
			{
				app: fc.constant('rueckenwind'),
				kind: fc.constant('session'),
				version: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.jsonValue() }),
				title: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
				blocks: fc.oneof(fc.array(anyItem, { maxLength: 4 }), blocks, fc.jsonValue())
			},
			{ requiredKeys: ['app', 'kind', 'version'] }
		)
		.map((value) => JSON.stringify(value));
	const anyText = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.json(),
		anyFile,
		fc.base64String().map((text) => `#s=${text}`),
		anyFile.map((text) => `#s=${Buffer.from(text).toString('base64url')}`),
		fc.tuple(anyFile, fc.nat({ max: 400 })).map(([text, cut]) => text.slice(0, cut))
	);

	test('whatever the text, it is read or refused, and what is read can be kept and played', () => {
		let read = 0;
		fc.assert(
			fc.property(anyText, (text) => {
				const result = readShared(text, SHELF);
				if (!result.ok) return;
				read++;
				const { title, blocks: made } = result.value;
				expect(faultOfOwn({ blocks: made })).toBeNull();
				expect(made.reduce((sum, one) => sum + secondsOf(one), 0)).toBeLessThanOrEqual(OWN_LIMITS.seconds);
				expect(title).toBe(plainTitle(title));
				for (const { exerciseId } of made.flatMap(stepsIn))
					expect(SHELF.exercises.has(exerciseId ?? 'hip-bridge')).toBe(true);
			}),
			{ numRuns: 3000 }
		);
		expect(read).toBeGreaterThan(50);
	});
});
