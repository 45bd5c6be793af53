// What was decided about exercises, on the real library: every sequence stays whole, and nothing is made easier twice.

import { describe, expect, test } from 'vitest';
import { loadLibrary } from '#lib/content/index.ts';
import { exercisesIn } from '#lib/domain/exercise-use.ts';
import { sequenceSession } from '#lib/domain/programme.ts';
import type { Choice, ExerciseUse } from '#lib/domain/record.ts';
import { sessionSeconds } from '#lib/domain/session.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { figureFor } from '#lib/figure/figure.ts';
import { ChosenExercises } from '#lib/state/chosen-exercises.ts';
import { variedTimeline } from '#lib/state/step-variant.ts';
import { MONDAY, NOON } from '../../support/builders.ts';

const library = await loadLibrary('en');
const SESSIONS = library.sequences.map(sequenceSession);
const sessionOf = (id: string) => SESSIONS.find((each) => each.id === id) ?? expect.fail(id);

const decided = (uses: Readonly<Record<string, ExerciseUse>>): readonly Choice[] =>
	Object.entries(uses).map(([exerciseId, use], n) => ({
		id: `c${n}`,
		updatedAt: NOON + n,
		on: MONDAY,
		type: 'exercise',
		exerciseId,
		use
	}));
const chosen = (uses: Readonly<Record<string, ExerciseUse>>, shelf: typeof library | null = library) =>
	new ChosenExercises(decided(uses), shelf);
const all = (use: ExerciseUse) => Object.fromEntries(library.exercises.map(({ id }) => [id, use]));

test('an easier exercise is done in the position of the one it stands for, and none is easier than itself', () => {
	for (const { id, position, easierId } of library.exercises) {
		if (easierId === undefined) continue;
		const easier = library.exercises.find((each) => each.id === easierId) ?? expect.fail(easierId);
		expect(easier.position, id).toBe(position);
		const seen = [id];
		for (let next: string | undefined = easierId; next !== undefined;) {
			expect(seen, `${id} leads round`).not.toContain(next);
			seen.push(next);
			next = library.exercises.find((each) => each.id === next)?.easierId;
		}
	}
});

describe.each(SESSIONS.map((session) => [session.id, session] as const))('%s', (_id, session) => {
	test.each(['easier', 'never'] as const)('keeps its length when every exercise is %s', (use) => {
		const done = chosen(all(use)).done(session);
		expect(sessionSeconds(done)).toBe(sessionSeconds(session));
		expect(timelineOf(done).steps.map(({ endMs }) => endMs)).toEqual(
			timelineOf(session).steps.map(({ endMs }) => endMs)
		);
		if (use === 'never') expect(exercisesIn(done)).toEqual([]);
		for (const id of exercisesIn(done)) expect(figureFor(id) ?? id.startsWith('rel-box-breath'), id).toBeTruthy();
		expect(chosen(all(use)).changed(session)).toEqual(exercisesIn(session));
	});

	test('makes nothing easier twice: what the player is told at the start changes no exercise', () => {
		const choices = chosen(all('easier'));
		const timeline = timelineOf(choices.done(session));
		const ways = Object.fromEntries(choices.byWords(choices.done(session)).map((id) => [id, 'easier' as const]));
		expect(variedTimeline(timeline, ways, chosen({}))).toEqual(timeline);
	});
});

test('the exercise, its side and the count of what is changed, in a sequence', () => {
	const choices = chosen({ 'core-dead-bug': 'easier', 'core-side-plank-knees': 'never', 'core-bird-dog': 'easier' });
	const session = sessionOf('core/core-b-20');
	const done = choices.done(session);
	expect(choices.changed(session)).toEqual(['core-dead-bug', 'core-side-plank-knees', 'core-bird-dog']);
	expect(choices.byWords(done)).toEqual(['core-bird-dog']);
	const [block] = done.blocks;
	expect(block?.items.at(3)).toMatchObject({ exerciseId: 'core-heel-slide', side: 'alternate', seconds: 50 });
	expect(block?.items.at(8)).toEqual({ type: 'step', phase: 'rest', seconds: 42 });
	expect(block?.items.at(13)).toMatchObject({ exerciseId: 'core-bird-dog', side: 'right' });
});

test('a bridge on one leg becomes one on two, which has no side', () => {
	const done = chosen({ 'hip-bridge-single': 'easier' }).done(sessionOf('core/core-c-30'));
	const bridges = done.blocks
		.flatMap(({ items }) => items)
		.filter((item) => item.type === 'step' && item.exerciseId === 'hip-bridge');
	expect(bridges).toHaveLength(6);
	for (const bridge of bridges) expect(bridge).not.toHaveProperty('side');
});

test('without the library an exercise stays, to be done by its sentence; one that is left out is left out', () => {
	const choices = chosen({ 'core-dead-bug': 'easier', 'core-curl-up': 'never' }, null);
	const done = choices.done(sessionOf('core/core-b-20'));
	expect(choices.needsLibrary).toBe(true);
	expect(choices.byWords(done)).toEqual(['core-dead-bug']);
	expect(exercisesIn(done)).not.toContain('core-curl-up');
	expect(chosen({ 'core-curl-up': 'never' }).needsLibrary).toBe(false);
});

describe('a tap on easier or harder', () => {
	/** The steps of an exercise, after the tap. */
	const tapped = (sessionId: string, exerciseId: string, way: 'easier' | 'harder', uses = {}) => {
		const timeline = timelineOf(sessionOf(sessionId));
		const { steps } = variedTimeline(timeline, { [exerciseId]: way }, chosen(uses));
		return steps.filter(({ index }) => timeline.steps[index]?.exerciseId === exerciseId);
	};
	const sidesOf = (steps: ReturnType<typeof tapped>) => [
		...new Set(steps.map(({ exerciseId, side }) => [exerciseId, side]).map(String))
	];

	test('names the sides of what is done, as for good', () => {
		expect(sidesOf(tapped('core/core-c-30', 'hip-bridge-single', 'easier'))).toEqual(['hip-bridge,']);
		expect(sidesOf(tapped('core/core-b-20', 'core-dead-bug', 'easier'))).toEqual(['core-heel-slide,alternate']);
	});

	test('brings nothing that is done side by side into a step without sides', () => {
		expect(sidesOf(tapped('core/core-a-10', 'hip-bridge', 'harder'))).toEqual(['hip-bridge,']);
	});

	test('brings no exercise that was left out for good', () => {
		expect(sidesOf(tapped('core/core-a-10', 'core-heel-slide', 'harder'))).toEqual(['core-dead-bug,alternate']);
		const never = { 'core-dead-bug': 'never' };
		expect(sidesOf(tapped('core/core-a-10', 'core-heel-slide', 'harder', never))).toEqual([
			'core-heel-slide,alternate'
		]);
	});
});
