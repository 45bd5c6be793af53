// The sentences of the later screens: one for each id of the domain, the same in both languages, none frightening.

import { describe, expect, test } from 'vitest';
import type { AcheKind } from '#lib/domain/ache.ts';
import type { IntervalFault } from '#lib/domain/interval-line.ts';
import type { IntervalTextWords } from '#lib/domain/interval-text.ts';
import type { LongRunReason } from '#lib/domain/long-run.ts';
import type { OtherKind } from '#lib/domain/movement.ts';
import type { OwnFault } from '#lib/domain/played-own.ts';
import type { GuardReason } from '#lib/domain/run-guard.ts';
import type { MoveRefusal } from '#lib/domain/week-wish.ts';
import type { UnplacedReason } from '#lib/domain/week.ts';
import { fill } from '#lib/i18n/translate.ts';
import words from '#lib/i18n/weeks.json';
import type { SharedFault } from '#lib/storage/shared-session.ts';

/** Each id has its sentence, or this file does not compile. */
interface WeekWords {
	readonly longRun: Readonly<Record<LongRunReason, string>>;
	readonly guard: Readonly<Record<GuardReason, string>>;
	readonly week: Readonly<Record<UnplacedReason | MoveRefusal, string>>;
	readonly intervalWords: IntervalTextWords;
	readonly interval: Readonly<Record<IntervalFault, string>>;
	readonly own: Readonly<Record<OwnFault, string>>;
	readonly shared: Readonly<Record<SharedFault | 'unknownExercises', string>>;
	readonly movement: Readonly<Record<OtherKind, string>>;
	readonly first: Readonly<Record<AcheKind, string>>;
}
const { en, de }: { readonly en: WeekWords; readonly de: WeekWords } = words;

const sentencesOf = (value: WeekWords): readonly (readonly [string, string])[] =>
	Object.entries(value).flatMap(([area, group]) =>
		Object.entries(group as Record<string, string>).map(([id, text]) => [`${area}.${id}`, text] as const)
	);
const holesOf = (text: string): readonly string[] => (text.match(/\{\w+/g) ?? []).toSorted();

const UNKIND =
	/damag|instab|wrong|posture|weak|danger|injur|should|must|fail|unfortunately|missed|schad|schäd|instabil|falsch|schwach|gefahr|gefähr|verletz|sollst|musst|leider|verpasst|treat|reliev|prevent|cure|heil|linder|beugt|Sie |Ihr/;

describe('the sentences of weeks.json', () => {
	test('have the same ids and holes in both languages, and differ', () => {
		expect(sentencesOf(de).map(([path]) => path)).toEqual(sentencesOf(en).map(([path]) => path));
		const english = new Map(sentencesOf(en));
		for (const [path, text] of sentencesOf(de)) {
			expect(holesOf(text), path).toEqual(holesOf(english.get(path) ?? ''));
			if (!['intervalWords.minutes', 'intervalWords.seconds'].includes(path))
				expect(text, path).not.toBe(english.get(path));
		}
	});

	test('are kind, claim nothing, and use typographic signs', () => {
		for (const [path, text] of [...sentencesOf(en), ...sentencesOf(de)]) {
			expect(text, path).not.toMatch(UNKIND);
			expect(text, path).not.toMatch(/['"`]|\s{2}|\.\.\.|^\s|\s$/);
		}
		for (const bad of ['a weak core', 'Du musst', 'leider']) expect(bad).toMatch(UNKIND);
	});

	test('are filled by the translator, one and many apart', () => {
		const left = (n: number): string => fill(de.shared.unknownExercises, 'de', { n, names: 'hip-hop' });
		expect(left(1)).toBe('Eine Übung kennen wir hier nicht; sie wurde weggelassen: hip-hop.');
		expect(left(2)).toBe('Einige Übungen kennen wir hier nicht; sie wurden weggelassen: hip-hop.');
		expect(
			fill(en.guard.capped, 'en', { wished: 33, days: 30, longest: 29, on: '5 May', percent: 10, minutes: 31.5 })
		).toBe(
			'The plan says 33 minutes. Your longest run of the past 30 days was 29 minutes, on 5 May, and we add at most 10 percent. So today it is 31.5 minutes.'
		);
	});
});
