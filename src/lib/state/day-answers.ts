// Keeps the answers of a day: asked again, the answer that is there is changed, so that each day has one. Only what was
// said before a session stays as it was said once that session has begun.

import {
	beforeSessionOn,
	medicineOn,
	nextMorningOf,
	type BeforeSession,
	type NextMorning
} from '#lib/domain/day-answer.ts';
import type { LocalDay } from '#lib/domain/local-day.ts';
import { isKept } from '#lib/domain/record.ts';
import type { App } from './app.svelte.ts';

/** The medicine of a day; `null` takes the answer back. */
export async function keepMedicine(app: App, on: LocalDay, taken: boolean | null): Promise<void> {
	const known = medicineOn(app.snapshot.answers, on);
	const at = app.parts.clock.now();
	if (taken !== null)
		await app.saveAnswers([
			{ ...(known ?? { id: app.parts.clock.newId() }), type: 'medicine', on, at, updatedAt: at, taken }
		]);
	else if (known) await app.saveAnswers([{ ...known, updatedAt: at, deletedAt: at }]);
}

/** A session began between the two moments, so that its start was what was said at the first. */
function beganBetween({ snapshot }: App, from: number, to: number): boolean {
	const logs = [...snapshot.sessions.filter(isKept), ...(snapshot.running ? [snapshot.running] : [])];
	return logs.some(({ log: [first] }) => first !== undefined && first.at >= from && first.at <= to);
}

/**
 * How the back is before a session of today, said at `at` (epoch milliseconds); with nothing answered the answer is
 * taken back. What another session of today was begun with stays: its light is read from it (evidence.md 1.5).
 */
export async function keepBeforeSession(
	app: App,
	said: Pick<BeforeSession, 'backPain' | 'cannotStand'>,
	at: number
): Promise<void> {
	const on = app.parts.clock.today();
	const latest = beforeSessionOn(app.snapshot.answers, on);
	const known = latest && !beganBetween(app, latest.at, at) ? latest : undefined;
	if (said.backPain !== null || said.cannotStand)
		await app.saveAnswers([
			{ ...(known ?? { id: app.parts.clock.newId() }), type: 'beforeSession', on, at, updatedAt: at, ...said }
		]);
	else if (known) await app.saveAnswers([{ ...known, updatedAt: at, deletedAt: at }]);
}

/** The morning after a session; all `null` puts the question away. */
export async function keepNextMorning(
	app: App,
	sessionId: string,
	said: Pick<NextMorning, 'backPain' | 'legPain' | 'legGone'>
): Promise<void> {
	const known = nextMorningOf(app.snapshot.answers, sessionId);
	const at = app.parts.clock.now();
	const on = app.parts.clock.today();
	await app.saveAnswers([
		{ ...(known ?? { id: app.parts.clock.newId() }), type: 'nextMorning', on, at, updatedAt: at, sessionId, ...said }
	]);
}
