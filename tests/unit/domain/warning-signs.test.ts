import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HELP_NUMBERS, SIGN_GROUPS, urgencyOf, type Urgency } from '#lib/domain/warning-signs.ts';
import de from '#lib/i18n/areas/safety.de.json';
import en from '#lib/i18n/areas/safety.en.json';
import { law } from '../../support/runs.ts';

const signs = Object.values(SIGN_GROUPS).flatMap((group) => Object.entries<Urgency>(group));
const ids = signs.map(([id]) => id);

const ORDER: readonly (Urgency | null)[] = [null, 'appointment', 'today', 'emergency'];
const rank = (urgency: Urgency | null): number => ORDER.indexOf(urgency);

describe('warning signs', () => {
	test('each has its sentence in both languages, and no sentence is left over', () => {
		const told = (texts: object) =>
			Object.keys(texts).flatMap((key) => (key.startsWith('sign.') ? [key.slice(5)] : []));
		expect(told(en).sort()).toEqual([...ids].sort());
		expect(told(de).sort()).toEqual([...ids].sort());
	});

	test('what the nerves of bladder, bowel and both legs say is an emergency', () => {
		for (const id of ['saddleNumb', 'bladderBowel', 'sexualNumb', 'bothLegs', 'accident', 'chest'])
			expect(urgencyOf([id])).toBe('emergency');
	});

	test('what the belly says is for today where evidence.md 5.4 says so', () => {
		for (const id of ['bloodStool', 'weightLossBowel', 'mealsPain', 'jaundice']) expect(urgencyOf([id])).toBe('today');
	});

	test('nothing ticked is nothing urgent, and so is what nobody knows', () => {
		expect(urgencyOf([])).toBeNull();
		expect(urgencyOf(['of tomorrow'])).toBeNull();
	});

	law(
		'signs: one more tick never makes it less urgent, in whatever order they were ticked',
		fc.property(fc.subarray(ids), fc.constantFrom(...ids), (ticked, more) => {
			expect(rank(urgencyOf([...ticked, more]))).toBeGreaterThanOrEqual(rank(urgencyOf(ticked)));
			expect(urgencyOf(ticked.toReversed())).toBe(urgencyOf(ticked));
		})
	);

	test('numbers are digits that a phone can call', () => {
		const numbers = Object.values(HELP_NUMBERS).flatMap((each) => Object.values<string | null>({ ...each }));
		for (const number of numbers) if (number !== null) expect(number).toMatch(/^\d[\d ]+\d$/);
	});
});
