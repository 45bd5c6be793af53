// How sessions of one's own are named and summed up, and that only those that can be played are found by their address.

import { beforeAll, describe, expect, test } from 'vitest';
import { loadLibrary, loadTexts, programmes, type ContentTexts } from '#lib/content/index.ts';
import { addBlock, emptyOwn, exerciseBlock, renameOwn } from '#lib/domain/own-session.ts';
import { sessionOfOwn } from '#lib/domain/played-own.ts';
import type { OwnSession } from '#lib/domain/record.ts';
import type { Block } from '#lib/domain/session.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { sessionById } from '#lib/state/session-catalogue.ts';
import { sessionWords } from '#lib/state/session-words.ts';
import { fileName } from '#lib/state/shared-session.ts';
import { NOON, aBlock, aStep } from '../../support/builders.ts';

const exercise = (id: string): Block =>
	exerciseBlock({
		id,
		position: 'lie',
		phase: 'strength',
		dose: { sets: 2, reps: 8, holdSeconds: 5, releaseSeconds: 3, sides: 1, restSeconds: 20 }
	});
const RUNS = aBlock([aStep('run', 60), aStep('walk', 120)], 5);
const built = (...blocks: readonly Block[]): OwnSession =>
	blocks.reduce((own, one) => addBlock(own, one, NOON), emptyOwn('abc', 'Für morgens', NOON));

describe('a session of one’s own in words', () => {
	let texts: ContentTexts;
	beforeAll(async () => {
		await i18n.use('en');
		const [base, library] = await Promise.all([loadTexts('en'), loadLibrary('en')]);
		texts = { ...base, exercises: library.texts.exercises };
	});
	const words = (own: OwnSession) => sessionWords(texts, sessionOfOwn(own));

	test('is called what the person called it, or what it is', () => {
		const own = built(exercise('hip-bridge'));
		expect(words(own)).toMatchObject({ name: 'Für morgens', detail: 'Your own session · 3 min' });
		expect(words(renameOwn(own, ' ', NOON))).toMatchObject({
			name: 'Your own session',
			detail: `${texts.exercises['hip-bridge']?.name} · 3 min`
		});
	});

	test.each([
		['runs', [RUNS], '5 × 1:00 run', 'run'],
		['runs in rounds', [aBlock([RUNS, aBlock([aStep('run', 30)])], 2)], '2 × (5 × 1:00 + 0:30) run', 'run'],
		['a walk', [aBlock([aStep('walk', 600)])], 'at your own pace', 'walk'],
		['nothing but rest', [aBlock([aStep('rest', 60)])], '', 'rest'],
		['nothing', [], '', 'rest']
	] as const)('%s', (_what, blocks, core, corePhase) => {
		expect(words(built(...blocks))).toMatchObject({ core, corePhase });
	});

	test('exercises are named, three at most, after the runs', () => {
		const ids = ['hip-bridge', 'core-bird-dog', 'core-dead-bug', 'core-plank'];
		const names = ids.map((id) => texts.exercises[id]?.name ?? '');
		expect(words(built(...ids.slice(0, 2).map(exercise)))).toMatchObject({
			core: `${names[0]}, ${names[1]}`,
			corePhase: 'strength'
		});
		expect(words(built(RUNS, ...ids.map(exercise))).core).toBe(`5 × 1:00 run, ${names[0]}, ${names[1]}, ${names[2]} …`);
	});

	test('what is repeated together is listed with its rounds', () => {
		const parts = words(built(aBlock([exercise('hip-bridge'), exercise('core-bird-dog')], 3))).parts;
		expect(parts).toHaveLength(1);
		expect(parts[0]?.text).toMatch(/^3 × \(.*0:15 \+ 2 × .*1:04 \+ .*0:20 \+ /);
	});
});

describe('the address own/<id>', () => {
	const own = built(RUNS);
	test('leads to a kept session that can be played, and to no other', () => {
		expect(sessionById('own/abc', programmes, [own])).toEqual(sessionOfOwn(own));
		expect(sessionById('own/abc', programmes, [{ ...own, deletedAt: NOON }])).toBeNull();
		expect(sessionById('own/abc', programmes, [emptyOwn('abc', 'x', NOON)])).toBeNull();
		for (const id of ['own/abd', 'own', 'own/', 'own/__proto__'])
			expect(sessionById(id, programmes, [own]), id).toBeNull();
		expect(sessionById('own/abc', programmes)).toBeNull();
	});
});

test('a shared file has a name that every device takes', () => {
	expect(fileName('Für morgens – “ruhig” 🙂')).toBe('rueckenwind-fuer-morgens-ruhig.json');
	expect(fileName('../../<b>À côté</b>')).toBe('rueckenwind-b-a-cote-b.json');
	expect(fileName('🙂')).toBe('rueckenwind-session.json');
	expect(fileName('x'.repeat(200))).toHaveLength('rueckenwind-.json'.length + 40);
});
