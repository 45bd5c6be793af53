// The sentences on the shelf: the same keys in both languages, none empty, none that blames.

import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { CueKind } from '#lib/domain/cue.ts';
import { RULES } from '#lib/domain/rules.ts';
import type { Phase } from '#lib/domain/session.ts';
import {
	loadLibrary,
	loadTexts,
	programmes,
	reasonText,
	ruleNumbers,
	sideText,
	textOf,
	type ContentTexts,
	type LibraryTexts
} from './index.ts';
import { libraryTextsSchema, textsSchema, type Frozen } from './schema.ts';
import de from './texts/de.json';
import en from './texts/en.json';
import libraryDe from './texts/library.de.json';
import libraryEn from './texts/library.en.json';

const LANGUAGES: readonly (readonly ['en' | 'de', ContentTexts, LibraryTexts])[] = [
	['en', en, libraryEn],
	['de', de, libraryDe]
];
const { exercises, sequences } = await loadLibrary('en');

/** Every sentence under its path, `phases.run.cue`. */
function sentencesOf(value: unknown, path: readonly string[] = []): readonly (readonly [string, string])[] {
	if (typeof value === 'string') return [[path.join('.'), value]];
	return Object.entries(value as object).flatMap(([key, inner]) => sentencesOf(inner, [...path, key]));
}

/** The sentence as it is shown. (The app fills it through i18n, which this room does not know.) */
const filled = (text: string, values: Readonly<Record<string, number>>): string =>
	text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const placeholdersOf = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

/** The sentences that a pattern catches, as 'path: word'. */
const caught = (texts: object, pattern: RegExp): readonly string[] =>
	sentencesOf(texts).flatMap(([path, text]) => {
		const found = pattern.exec(text.replaceAll(/\{\w+\}/g, '0'));
		return found ? [`${path}: ${found[0]}`] : [];
	});

describe.each(LANGUAGES)('the texts in %s', (language, texts, library) => {
	const whole = { ...texts, library };

	test('have the shape of ContentTexts, and no sentence is empty', () => {
		expect(v.safeParse(textsSchema, texts).issues ?? []).toEqual([]);
		expect(v.safeParse(libraryTextsSchema, library).issues ?? []).toEqual([]);
		expectTypeOf<Frozen<v.InferOutput<typeof libraryTextsSchema>>>().toEqualTypeOf<Frozen<LibraryTexts>>();
		expectTypeOf<Frozen<v.InferOutput<typeof textsSchema>>>().toEqualTypeOf<Frozen<ContentTexts>>();
	});

	test('are what the door hands out for this language', async () => {
		expect(await loadTexts(language)).toEqual(texts);
		const opened = await loadLibrary(language);
		expect(opened.texts).toEqual({ ...library, exercises: { ...texts.exercises, ...library.exercises } });
	});

	test('exist for every id in the data, and for no other', () => {
		const { walks } = programmes;
		const idsOf = (things: readonly { readonly id: string }[]): readonly string[] =>
			things.map((thing) => thing.id).toSorted();
		const moved = sequences.flatMap((each) => each.steps).flatMap((step) => step.position ?? []);
		const positions = [...new Set([...moved, ...exercises.map((exercise) => exercise.position)])].toSorted();
		expect(Object.keys(texts.walks).toSorted()).toEqual(idsOf(walks));
		expect(Object.keys(texts.sequences).toSorted()).toEqual(idsOf(sequences));
		const told = [...Object.keys(texts.exercises), ...Object.keys(library.exercises)];
		expect(told.toSorted()).toEqual(idsOf(exercises));
		const first = programmes.sequences.flatMap((each) => each.steps).flatMap((step) => step.exerciseId ?? []);
		expect(new Set(Object.keys(texts.exercises))).toEqual(new Set(first));
		expect(Object.keys(texts.positions).toSorted()).toEqual(positions);
	});

	test('say each repetition where they differ, and which side where it is not the leg', () => {
		const doses = sequences.flatMap((each) => each.steps).filter((step) => step.exerciseId === 'rel-pmr');
		for (const step of doses) expect(library.exercises['rel-pmr']?.reps).toHaveLength(step.dose?.reps ?? 0);
		const sided = sequences.flatMap((each) => each.steps).filter(({ side }) => side === 'left' || side === 'right');
		const withSides = Object.entries(library.exercises).filter(([, text]) => text.sides);
		for (const [id] of withSides) expect(sided.map((step) => step.exerciseId)).toContain(id);
		const all = { ...texts, exercises: { ...texts.exercises, ...library.exercises } };
		expect(sideText(all, 'mob-open-book', 'left')).toBe(library.exercises['mob-open-book']?.sides?.left);
		expect(sideText(all, 'mob-open-book', 'alternate')).toBe(texts.sides.alternate);
		expect(sideText(all, 'core-bird-dog', 'right')).toBe(texts.sides.right);
	});

	test('have words for every cue and every phase', () => {
		const cues: Record<CueKind, true> = {
			three: true,
			two: true,
			one: true,
			up: true,
			down: true,
			sideChange: true,
			halfWay: true,
			finish: true
		};
		const phases: Record<Phase, true> = {
			warmUp: true,
			walk: true,
			run: true,
			coolDown: true,
			strength: true,
			breathe: true,
			rest: true,
			move: true
		};
		expect(new Set(Object.keys(texts.cues))).toEqual(new Set(Object.keys(cues)));
		expect(new Set(Object.keys(texts.phases))).toEqual(new Set(Object.keys(phases)));
	});

	test('use the placeholders that are filled, and no others', () => {
		const used = (...parts: readonly unknown[]): readonly string[] =>
			parts.flatMap((part) => sentencesOf(part)).flatMap(([, text]) => placeholdersOf(text));
		for (const phase of Object.values(texts.phases)) expect(placeholdersOf(phase.ordinal)).toEqual(['{n}', '{of}']);
		expect(placeholdersOf(texts.stageLabel)).toEqual(['{n}']);
		const { reasons, walkReasons, coreReasons, holds, rules, lights, stageLabel: _label, phases, ...rest } = texts;
		const inReasons = new Set(used(reasons, walkReasons, coreReasons));
		expect(inReasons).toEqual(new Set(['{days}', '{greens}', '{needed}']));
		expect(new Set(used(holds))).toEqual(new Set(['{pain}', '{pauseDays}']));
		expect(new Set(used(rules, lights))).toEqual(new Set(Object.keys(ruleNumbers).map((name) => `{${name}}`)));
		const plain = Object.values(phases).map(({ name, cue }) => [name, cue]);
		expect(used(rest, plain, library)).toEqual([]);
	});

	test('rules and reasons take their numbers from RULES and never write them out', () => {
		const open = sentencesOf([
			texts.reasons,
			texts.walkReasons,
			texts.coreReasons,
			texts.holds,
			texts.rules,
			texts.lights
		])
			.map(([, text]) => text.replaceAll(/\{\w+\}/g, '').replaceAll(/(of|von) 100?\b/g, ''))
			.filter((text) => NUMBER_WORDS.test(text));
		expect(open).toEqual([]);
	});

	test('say the same numbers as the data where a programme describes itself', () => {
		const { stages, weeks, documentedEnd } = programmes.runWalk;
		const run = texts.programmes['run-walk'];
		expect(run.what).toContain(` ${stages.length} `);
		expect(run.what).toContain(` ${stages[0]?.longestBoutSeconds} `);
		expect(run.known).toContain(
			filled(texts.stageLabel, { n: Number(documentedEnd.slice(1)) })
				.toLowerCase()
				.slice(1)
		);
		expect(run.known).toMatch(new RegExp(` ${weeks.length}\\b`));
		for (const { id, weeks: each } of programmes.walks) {
			expect(textOf(texts.walks, id).name).toContain(` ${id}: `);
			expect(textOf(texts.walks, id).name).toContain(` ${each[0]?.minutes} `);
			expect(texts.programmes.walk.what).toContain(` ${each.length} `);
		}
	});

	test('the study is told with its limits and its source', () => {
		const { known, source } = texts.programmes['run-walk'];
		for (const fact of ['40 ', '18', '45', '12', '15 ', '100', '95', ' 5 ', '25 ']) expect(known).toContain(fact);
		expect(source).toBe('Neason C et al., Br J Sports Med 2025;59(2):99-108');
	});

	// That they frighten nobody and never claim too much is asked of all texts at once: tests/unit/claims.test.ts.
	test('blame nobody', () => {
		expect(caught(whole, BLAME)).toEqual([]);
	});

	test('stay short where the player shows them', () => {
		for (const [path, text] of sentencesOf({ phases: texts.phases, paces: texts.paces, cues: texts.cues }))
			expect(text.length, path).toBeLessThanOrEqual(/(name|word)$/.test(path) ? 16 : 44);
		for (const text of Object.values({ ...texts.exercises, ...library.exercises }))
			for (const cue of text.cues) expect(cue.length, cue).toBeLessThanOrEqual(125);
		for (const [path, text] of sentencesOf(texts.reasons)) expect(text.length, path).toBeLessThanOrEqual(110);
	});

	test('use typographic signs: no straight apostrophe, no double space, no three dots', () => {
		expect(caught(whole, /['"`]|\s{2}|\.\.\.|\s[.,;:!?]|^\s|\s$/)).toEqual([]);
	});

	test('every reason is one sentence', () => {
		for (const [path, text] of sentencesOf([
			texts.reasons,
			texts.walkReasons,
			texts.coreReasons,
			texts.rules,
			texts.holds
		]))
			expect(text, path).toMatch(/^[^.!?]+\.$/);
	});
});

const NUMBER_WORDS =
	/\d|\b(two|three|four|five|six|seven|ten|twelve|fourteen|twenty|thirty|ninety|zwei|drei|vier|fünf|sechs|sieben|zehn|zwölf|vierzehn|zwanzig|dreißig|neunzig)\b/i;

const BLAME =
	/\b(should|must|fail\w*|only|push through|unfortunately|lost|lose|streak|missed|sollst|solltest|musst|versag\w*|leider|verpasst|versäumt|verloren|selbst schuld)\b/i;

const wholeDe = { ...de, library: libraryDe };
const wholeEn = { ...en, library: libraryEn };

describe('the two languages', () => {
	test('have exactly the same keys in the same order', () => {
		expect(sentencesOf(wholeDe).map(([path]) => path)).toEqual(sentencesOf(wholeEn).map(([path]) => path));
	});

	test('have exactly the same placeholders in each sentence', () => {
		const english = new Map(sentencesOf(en));
		for (const [path, text] of sentencesOf(de))
			expect(placeholdersOf(text), path).toEqual(placeholdersOf(english.get(path) ?? ''));
	});

	test('share no sentence but the source of the study and names that are the same', () => {
		const english = new Map(sentencesOf(wholeEn));
		const same = sentencesOf(wholeDe).filter(([path, text]) => english.get(path) === text);
		expect(same.map(([path]) => path)).toEqual([
			'programmes.run-walk.source',
			...['pilates', 'yoga'].map((id) => `programmes.${id}.name`),
			...['name', 'short'].map((key) => `library.exercises.yoga-sphinx.${key}`),
			'library.types.pilates'
		]);
	});

	test('keep English out of the German, and "Sie" out of the "du"', () => {
		const english =
			/\b(the|and|your|you|with|is|are|run|walk|step|core|stage|session|workout|level|feedback|tracking|training|bridge|clamshell|bird dog|cool|warm up|easy)\b/i;
		expect(caught(wholeDe, english)).toEqual([]);
		expect(caught(wholeDe, /\b(Sie|Ihnen|Ihr|Ihre[mnrs]?)\b/)).toEqual([]);
		expect(caught(wholeEn, /[äöüß„“]/)).toEqual([]);
	});

	test('the patterns catch what they are for', () => {
		for (const bad of ['You should run', 'Push through', 'a missed day', 'leider verpasst']) expect(bad).toMatch(BLAME);
		for (const bad of ['two stages back', '14 days', 'zwei Stufen']) expect(bad).toMatch(NUMBER_WORDS);
	});
});

describe('the words for why', () => {
	test('a walk and a sequence have their own, and borrow the rest from the runs', () => {
		expect(reasonText(en, 'run-walk', 'oneMoreGreen')).toBe(en.reasons.oneMoreGreen);
		expect(reasonText(en, 'walk', 'oneMoreGreen')).toBe(en.walkReasons.oneMoreGreen);
		expect(reasonText(en, 'core', 'oneMoreGreen')).toBe(en.coreReasons.oneMoreGreen);
		expect(reasonText(en, 'core', 'chosen')).toBe(en.reasons.chosen);
	});

	test('an id without a text is refused', () => {
		expect(textOf(en.exercises, 'hip-bridge').name).toBe('Bridge');
		expect(() => textOf(en.exercises, 'hip-hop')).toThrow('no text for hip-hop');
	});

	test('the printed rules carry the numbers of RULES', () => {
		const { breaks, redBack, resume12h, done90, gap } = de.rules;
		expect(filled(breaks, ruleNumbers)).toBe(
			'Nach 7 Tagen ohne Laufen kommt die letzte Stufe noch einmal, nach 14 Tagen beginnst du 2 Stufen tiefer, nach 30 Tagen zeigt ein Lauftest, wo es weitergeht.'
		);
		expect(filled(redBack, ruleNumbers)).toContain(` ${RULES.stagesBackAfterRed} `);
		expect(filled(resume12h, ruleNumbers)).toContain(` ${RULES.resumeHours} `);
		expect(filled(done90, ruleNumbers)).toContain(' 90 Prozent');
		expect(filled(gap, ruleNumbers)).toContain(' 5 Sekunden');
	});
});
