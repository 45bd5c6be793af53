import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '#lib/domain/answer.ts';
import {
	fitting,
	incidents,
	listed,
	medicineDays,
	notesOf,
	signsAnswered,
	sitePains
} from '#lib/domain/doctor-page.ts';
import { daysTold, sessionsWeekly } from '#lib/domain/doctor-span.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import { emptySnapshot } from '#lib/storage/migrations.ts';
import { NOON, aCheckIn, aRecord, day } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const SPAN = { from: day(0), to: day(13) };
let made = 0;
const answer = <T extends object>(on: number, more: T) => ({
	id: `a${made++}`,
	updatedAt: NOON + made,
	at: NOON,
	on: day(on),
	...more
});
const entry = (on: number, more: Partial<PainEntry>): PainEntry => ({
	id: `e${made++}`,
	updatedAt: NOON,
	on: day(on),
	at: NOON,
	now: null,
	average: null,
	worst: null,
	note: '',
	...more
});

describe('the page for a doctor', () => {
	test('tells each site by days, median and peak, those without an entry not at all', () => {
		const entries = [
			entry(0, { average: { back: 40, leg: 10, elsewhere: null } }),
			entry(1, { now: { back: 20, leg: null, elsewhere: null }, worst: { back: 80, leg: null, elsewhere: null } }),
			entry(20, { average: { back: 99, leg: 99, elsewhere: 99 } })
		];
		expect(sitePains(entries, SPAN)).toEqual([
			{ site: 'back', days: 2, median: 30, peak: 80 },
			{ site: 'leg', days: 1, median: 10, peak: 10 }
		]);
		const worst = entry(0, { worst: { back: 70, leg: null, elsewhere: null } });
		expect(sitePains([worst], SPAN)).toEqual([{ site: 'back', days: 1, median: null, peak: 70 }]);
	});

	test('lists stops, signs and ticked warning signs, newest first, within its days', () => {
		const answers: readonly Answer[] = [
			answer(2, { type: 'stopped' as const, sessionId: 's', why: 'leg' as const, legSigns: ['limp' as const] }),
			answer(9, { type: 'warningSigns' as const, ticked: ['saddleNumb'] }),
			answer(3, { type: 'warningSigns' as const, ticked: [] }),
			answer(40, { type: 'warningSigns' as const, ticked: ['fever'] }),
			answer(4, { type: 'stopped' as const, sessionId: 's', why: 'back' as const, legSigns: [], deletedAt: NOON })
		];
		const checkIns = [
			aCheckIn({ on: day(5), stoppedBy: 'body' }),
			aCheckIn({ on: day(6), sessionId: 'x', newSigns: ['numbness'] }),
			aCheckIn({ on: day(7), sessionId: 'y', stoppedBy: 'other' })
		];
		expect(incidents(answers, checkIns, SPAN)).toEqual([
			{ type: 'warningSigns', on: day(9), ticked: ['saddleNumb'] },
			{ type: 'afterSession', on: day(6), endedByBody: false, legSigns: [], newSigns: ['numbness'] },
			{ type: 'afterSession', on: day(5), endedByBody: true, legSigns: [], newSigns: [] },
			{ type: 'stopped', on: day(2), why: 'leg', legSigns: ['limp'] }
		]);
		expect(signsAnswered(answers, SPAN)).toBe(2);
	});

	test('reaches back to the first answer that stands on it', () => {
		const answers: readonly Answer[] = [
			answer(1, { type: 'warningSigns' as const, ticked: [] }),
			answer(2, { type: 'medicine' as const, taken: true }),
			answer(3, { type: 'stopped' as const, sessionId: 's', why: 'leg' as const, legSigns: [] }),
			answer(4, { type: 'medicine' as const, taken: true, deletedAt: NOON }),
			answer(5, { type: 'slowTrack' as const, applies: true })
		];
		const sessions = [aRecord({ id: 's' }), aRecord({ id: 'gone', deletedAt: NOON })];
		const checkIns = [aCheckIn({ sessionId: 's', on: day(6) }), aCheckIn({ sessionId: 'gone', on: day(7) })];
		const snapshot = { ...emptySnapshot(), answers, sessions, checkIns };
		expect(daysTold(snapshot)).toEqual([day(1), day(2), day(3), day(6)]);
	});

	test('counts sessions a week by days: a week just begun is not a whole one', () => {
		// Monday, Wednesday and Friday of two weeks, and the Monday after.
		const days = [0, 2, 4, 7, 9, 11, 14].map((n) => day(n));
		expect(sessionsWeekly(days, day(14))).toBeCloseTo((7 * 7) / 15, 6);
		expect(sessionsWeekly([day(2)], day(2))).toBe(1);
		expect(sessionsWeekly(days.slice(0, 6), day(13))).toBe(3);
		expect(sessionsWeekly([], day(2))).toBe(0);
	});

	test('counts a day with medicine once, by its last answer', () => {
		const medicine = (on: number, taken: boolean, more: object = {}) =>
			answer(on, { type: 'medicine' as const, taken, ...more });
		const answers: readonly Answer[] = [
			medicine(0, true),
			medicine(0, false),
			medicine(1, true),
			medicine(2, false),
			medicine(3, true, { deletedAt: NOON }),
			medicine(30, true)
		];
		expect(medicineDays(answers, SPAN)).toEqual({ taken: 1, answered: 3 });
	});

	test('offers what was written, in one line each, newest first', () => {
		const noted = {
			entries: [entry(1, { id: 'old', note: ' slept\n\nbadly ' }), entry(2, { note: ' ' })],
			checkIns: [
				aCheckIn({ id: 'new', on: day(3), note: 'left knee' }),
				aCheckIn({ id: 'far', on: day(50), note: 'x' })
			],
			movements: []
		};
		expect(notesOf(noted, SPAN)).toEqual([
			{ id: 'new', on: day(3), text: 'left knee' },
			{ id: 'old', on: day(1), text: 'slept badly' }
		]);
	});

	law(
		'doctor: what is shown and what is left are all, in order, and fit into the lines',
		fc.property(
			fc.array(
				fc.integer({ min: 0, max: 900 }).map((length) => 'x'.repeat(length)),
				{ maxLength: 12 }
			),
			fc.integer({ min: 0, max: 12 }),
			(texts, lines) => {
				const { shown, lines: used, left } = fitting(texts, lines);
				expect(used).toBeLessThanOrEqual(lines);
				expect(shown.length + left).toBe(texts.length);
				shown.forEach((text, n) => expect(texts[n]?.startsWith(text.replace('…', ''))).toBe(true));
				expect(shown.reduce((sum, text) => sum + Math.ceil(text.length / 90), 0)).toBeLessThanOrEqual(lines);
			}
		)
	);

	test('prints parts of a list whole or not at all, and counts the rest', () => {
		const part = (n: number) => String(n).repeat(80);
		expect(listed([part(1), part(2), part(3)], 170)).toEqual({ text: `${part(1)}; ${part(2)}`, left: 1 });
		expect(listed(['x'.repeat(400), 'y'])).toEqual({ text: 'x'.repeat(400), left: 1 });
		expect(listed([])).toEqual({ text: '', left: 0 });
	});
});
