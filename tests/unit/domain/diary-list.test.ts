import { describe, expect, test } from 'vitest';
import { diaryList, type DiaryList } from '#lib/domain/diary-list.ts';
import { keptEntries } from '#lib/domain/diary.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import { NOON, day } from '../../support/builders.ts';

const entry = (on: number, id: string): PainEntry => ({
	id,
	updatedAt: NOON,
	on: day(on),
	at: NOON + on,
	now: null,
	average: null,
	worst: null,
	note: id
});
const ENTRIES = keptEntries([entry(1, 'a'), entry(3, 'b'), entry(3, 'c'), entry(5, 'd')]);
const shown = ({ days }: DiaryList): unknown =>
	days.map(({ on, entries, medicine }) => [on, entries.map(({ id }) => id).join(''), medicine]);

describe('the list of the diary', () => {
	test('goes by days, newest first, with those on which only the medicine was answered', () => {
		const list = diaryList(
			ENTRIES,
			new Map([
				[day(3), true],
				[day(4), false],
				[day(0), true]
			]),
			10
		);
		expect(list.hasMore).toBe(false);
		expect(shown(list)).toEqual([
			[day(5), 'd', null],
			[day(4), '', false],
			[day(3), 'bc', true],
			[day(1), 'a', null],
			[day(0), '', true]
		]);
	});

	test('shows a page at most, and no day that lies behind it', () => {
		const list = diaryList(
			ENTRIES,
			new Map([
				[day(4), true],
				[day(2), true]
			]),
			2
		);
		expect(list.hasMore).toBe(true);
		expect(shown(list)).toEqual([
			[day(5), 'd', null],
			[day(4), '', true],
			[day(3), 'b', null]
		]);
		expect(diaryList(ENTRIES, new Map(), 4).hasMore).toBe(false);
		expect(diaryList([], new Map(), 4)).toEqual({ days: [], hasMore: false });
	});
});
