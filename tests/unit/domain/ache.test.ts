import { describe, expect, test } from 'vitest';
import { acheKindOf, firstOfKind, isFirstOfKind, type TypeOf } from '#lib/domain/ache.ts';
import { freeWalk } from '#lib/domain/free-walk.ts';
import { runSession } from '#lib/domain/programme.ts';
import type { Session } from '#lib/domain/session.ts';
import { NOON, aBlock, aRecord, aSession, aStage, aStep } from '../../support/builders.ts';

const typeOf: TypeOf = (id) =>
	id.startsWith('tc-') ? 'tai-chi' : { bridge: 'strength', bug: 'core', dog: 'yoga', scan: 'relaxation' }[id];

const mat = (...parts: readonly (readonly [string, number])[]): Session =>
	aSession(
		parts.map(([exerciseId, seconds]) => aStep('strength', seconds, { exerciseId })),
		{ programmeId: 'core', stageId: 'x' }
	);

describe('what may ache after a session', () => {
	test('goes by what most of its working time is', () => {
		expect(acheKindOf(mat(['dog', 60], ['bug', 40], ['bridge', 40]), typeOf)).toBe('strength');
		expect(acheKindOf(mat(['dog', 60], ['bug', 40]), typeOf)).toBe('yoga');
		expect(acheKindOf(mat(['tc-cloud', 60], ['scan', 40]), typeOf)).toBe('taichi');
		expect(acheKindOf(runSession(aStage()), typeOf)).toBe('run');
		expect(acheKindOf(freeWalk(20), typeOf)).toBe('walk');
	});

	test('a repeat counts as often as it is done, and one run makes a run of it', () => {
		const repeated = aSession([
			aBlock([aStep('strength', 20, { exerciseId: 'bug' })], 4),
			aStep('strength', 60, { exerciseId: 'dog' })
		]);
		expect(acheKindOf(repeated, typeOf)).toBe('strength');
		expect(acheKindOf(aSession([aStep('strength', 600, { exerciseId: 'dog' }), aStep('run', 10)]), typeOf)).toBe('run');
	});

	test('is nothing to speak of where all is gentle, or unknown', () => {
		expect(acheKindOf(mat(['scan', 600]), typeOf)).toBeNull();
		expect(acheKindOf(mat(['nobody-knows', 600]), typeOf)).toBeNull();
		expect(acheKindOf(aSession([aStep('rest', 60)]), typeOf)).toBeNull();
		expect(isFirstOfKind([], mat(['scan', 600]), typeOf)).toBe(false);
	});
});

describe('the first session of its kind', () => {
	const yoga = mat(['dog', 60]);

	test('is the first until one of its kind was done, of whatever programme', () => {
		expect(firstOfKind([], yoga, typeOf)).toBe('yoga');
		expect(firstOfKind([aRecord({ session: mat(['bug', 60]) })], yoga, typeOf)).toBe('yoga');
		expect(firstOfKind([aRecord({ session: mat(['dog', 300]) })], yoga, typeOf)).toBeNull();
		expect(isFirstOfKind([aRecord()], runSession(aStage({ id: 'S9' })), typeOf)).toBe(false);
	});

	test('one that was removed or only looked into does not count', () => {
		const looked = [
			{ type: 'started' as const, at: NOON, readyMs: 0 },
			{ type: 'ended' as const, at: NOON + 29_000, reason: 'early' as const }
		];
		expect(isFirstOfKind([aRecord({ session: yoga, log: looked })], yoga, typeOf)).toBe(true);
		expect(isFirstOfKind([aRecord({ session: yoga, deletedAt: 1 })], yoga, typeOf)).toBe(true);
	});
});
