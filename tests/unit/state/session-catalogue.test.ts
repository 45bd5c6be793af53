import { describe, expect, test } from 'vitest';
import { programmes } from '#lib/content/index.ts';
import { sessionSeconds } from '#lib/domain/session.ts';
import { sessionById } from '#lib/state/session-catalogue.ts';

const minutesAt = (id: string): number | null => {
	const session = sessionById(id, programmes);
	return session && sessionSeconds(session) / 60;
};

describe('the address of a walk', () => {
	test('names a week of a plan, and its minutes where they are fewer after a red one', () => {
		expect(minutesAt('walk/B/7')).toBe(30);
		expect(minutesAt('walk/B/7/20')).toBe(20);
		expect(sessionById('walk/B/7/20', programmes)?.id).toBe('walk/B/7/20');
	});

	test('or a gentle walk of up to twenty minutes', () => {
		expect(['walk/gentle/5', 'walk/gentle/10', 'walk/gentle/20'].map(minutesAt)).toEqual([5, 10, 20]);
	});

	test.each([
		'walk/B/7/31',
		'walk/B/7/0',
		'walk/B/7/x',
		'walk/B/13',
		'walk/gentle/21',
		'walk/gentle/0',
		'walk/gentle/1.5',
		'walk/gentle'
	])('%s names none', (id) => expect(sessionById(id, programmes)).toBeNull());
});
