// Answers that are asked for once: about a day, or about the morning after a session. Of several the one changed last counts.

import type { Answer } from './answer.ts';
import { isKept, type SessionRecord } from './record.ts';
import { addDays, type LocalDay } from './local-day.ts';
import { isPast } from './period.ts';
import { hasRun, isOnFoot, type Session } from './session.ts';

type Typed<Type extends Answer['type']> = Extract<Answer, { readonly type: Type }>;
export type BeforeSession = Typed<'beforeSession'>;
export type NextMorning = Typed<'nextMorning'>;
export type Medicine = Typed<'medicine'>;

function latest<Type extends Answer['type']>(
	answers: readonly Answer[],
	type: Type,
	is: (answer: Typed<Type>) => boolean
): Typed<Type> | undefined {
	return answers
		.filter((answer): answer is Typed<Type> => answer.type === type && isKept(answer))
		.filter(is)
		.toSorted((a, b) => a.updatedAt - b.updatedAt)
		.at(-1);
}

/** How the back was on this day before a session, as it was answered last. */
export const beforeSessionOn = (answers: readonly Answer[], on: LocalDay): BeforeSession | undefined =>
	latest(answers, 'beforeSession', (answer) => answer.on === on);

/** What was said the morning after a session. One whose numbers are all `null` was put away unanswered. */
export const nextMorningOf = (answers: readonly Answer[], sessionId: string): NextMorning | undefined =>
	latest(answers, 'nextMorning', (answer) => answer.sessionId === sessionId);

/** The tick of this day. No rule reads it (decisions.md, 'Medicine'). */
export const medicineOn = (answers: readonly Answer[], on: LocalDay): Medicine | undefined =>
	latest(answers, 'medicine', (answer) => answer.on === on);

/** Every day up to `today` on which the medicine was answered, and how; ticks of mistyped years are left out. */
export function medicineDays(answers: readonly Answer[], today: LocalDay): ReadonlyMap<LocalDay, boolean> {
	const ticks = answers.filter(
		(answer): answer is Medicine => answer.type === 'medicine' && isKept(answer) && isPast(answer.on, today)
	);
	return new Map(ticks.toSorted((a, b) => a.updatedAt - b.updatedAt).map(({ on, taken }) => [on, taken]));
}

/** The back is asked about before what is done on foot, and before the core. */
export const asksBefore = (session: Session): boolean =>
	isOnFoot(session.programmeId) || session.programmeId === 'core' || hasRun(session);

/** So gentle that no morning after is asked about [P]. */
const GENTLE: readonly string[] = ['desk', 'relax'];

/** How many days ago a session may have been. */
const ASKED_DAYS = [1, 2, 3] as const;

/**
 * The session whose morning after may be asked about now: the latest of the last three days, those on foot first.
 * Three, since a step up waits for it and somebody may open the app on running days only. `null` when there is none,
 * or when it was answered or put away.
 */
export function morningAfter(
	sessions: readonly SessionRecord[],
	answers: readonly Answer[],
	today: LocalDay
): SessionRecord | null {
	for (const on of ASKED_DAYS.map((days) => addDays(today, -days))) {
		const ofDay = sessions
			.filter((record) => record.on === on && isKept(record) && !GENTLE.includes(record.session.programmeId))
			.toSorted((a, b) => startOf(a) - startOf(b));
		const record = ofDay.findLast(({ session }) => isOnFoot(session.programmeId)) ?? ofDay.at(-1);
		if (record) return nextMorningOf(answers, record.id) ? null : record;
	}
	return null;
}

const startOf = (record: SessionRecord): number => record.log[0]?.at ?? 0;
