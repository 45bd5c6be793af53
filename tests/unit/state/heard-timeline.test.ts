// What is said of an exercise that was tapped easier or harder on the way: the name of the one that is done.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLibrary } from '#lib/content/index.ts';
import { sequenceSession } from '#lib/domain/programme.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { ChosenExercises } from '#lib/state/chosen-exercises.ts';
import { scoreOf } from '#lib/state/session-score.ts';
import { heardTimeline } from '#lib/state/step-variant.ts';
import { readPack } from '#lib/voice/pack.ts';

const wordsOf = (language: string) => {
	const bytes = readFileSync(join('src/lib/voice/packs', `voice-${language}.bin`));
	return readPack(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)).clips;
};

test.each(['de', 'en'] as const)('every variant of every session has its name said, in %s', async (language) => {
	const [library, words] = [await loadLibrary(language), wordsOf(language)];
	const forms = new ChosenExercises([], library);
	let swapped = 0;
	for (const session of library.sequences.map(sequenceSession)) {
		const timeline = timelineOf(session);
		const exerciseIds = new Set(timeline.steps.flatMap(({ exerciseId }) => exerciseId ?? []));
		for (const exercise of library.exercises.filter(({ id }) => exerciseIds.has(id)))
			for (const [way, otherId] of [
				['easier', exercise.easierId],
				['harder', exercise.harderId]
			] as const) {
				if (!otherId || exerciseIds.has(otherId)) continue;
				const heard = heardTimeline(() => forms)({ timeline, ways: { [exercise.id]: way } });
				// One that is done side by side does not take the place of one that is not: its sentence says how.
				if (heard.steps.some(({ exerciseId }) => exerciseId === exercise.id)) continue;
				const { phrases } = scoreOf(heard, words);
				expect(phrases, `${session.id}: ${exercise.id} ${way}`).toContain(`exercise.${otherId}`);
				expect(phrases, `${session.id}: ${exercise.id} ${way}`).not.toContain(`exercise.${exercise.id}`);
				expect(heard.totalMs).toBe(timeline.totalMs);
				swapped += 1;
			}
	}
	expect(swapped).toBeGreaterThan(10);
});

test('the same player is heard as the very same timeline, so that nothing is composed anew at a tick', async () => {
	const library = await loadLibrary('en');
	const session = library.sequences.map(sequenceSession).find(({ programmeId }) => programmeId === 'core');
	if (!session) throw new Error('There is core.');
	const timeline = timelineOf(session);
	const forms = new ChosenExercises([], library);
	const heard = heardTimeline(() => forms);
	const ways = { 'core-dead-bug': 'easier' } as const;
	expect(heard({ timeline, ways: {} })).toBe(timeline);
	expect(heard({ timeline, ways })).toBe(heard({ timeline, ways }));
});
