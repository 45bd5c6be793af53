// How much of anything a snapshot may hold: enough for a life of training, too little to stop the app.
// Whoever lets a person type or record must stay within, or their own backup would be refused.

import { isLocalDay, type LocalDay } from '#lib/domain/local-day.ts';
import { FIRST_DAY } from '#lib/domain/period.ts';
import type { Block, Session, StepPlan } from '#lib/domain/session.ts';
import { secondsOf, sessionSeconds, unrolledSteps } from '#lib/domain/session.ts';

export const LIMITS = {
	/** Of a backup file, in bytes of UTF-8. Ten years of diary and sessions may be more than 20 MiB. */
	fileBytes: 64 * 1024 * 1024,
	sessions: 20_000,
	checkIns: 20_000,
	choices: 20_000,
	ownSessions: 2000,
	movements: 20_000,
	/** Ten years of them are 15 000. */
	entries: 100_000,
	answers: 100_000,
	/** Of a session of one's own, in code points. */
	title: 80,
	/** Events in the log of one session. */
	events: 5000,
	/** Blocks within blocks. */
	nesting: 4,
	repeat: 200,
	/** Of one session, unrolled. */
	steps: 2000,
	/** Of one session, or of anything within it. */
	seconds: 86_400,
	/** Characters (UTF-16) of an id, of a note, and of any text of which nothing else is known. */
	id: 100,
	note: 10_000,
	text: 20_000,
	/** Values within values, of known and unknown fields. */
	depth: 32,
	/** Instants, in epoch milliseconds, and days. */
	lastAt: Date.UTC(3000, 0, 1) - 1,
	/** The first instant that a form once let somebody type, in whatever time zone: a day before the year 100. */
	firstTypedAt: Date.UTC(100, 0, 0),
	firstOn: FIRST_DAY,
	lastOn: '2999-12-31'
} as const;

type Item = StepPlan | Block;

const depthOf = (item: Item): number => (item.type === 'step' ? 0 : 1 + Math.max(0, ...item.items.map(depthOf)));

/** True for blocks that can be unrolled: neither too long nor too deep. There may be none. */
export function isWithinReason(blocks: readonly Block[]): boolean {
	const steps = blocks.reduce((sum, block) => sum + unrolledSteps(block), 0);
	const seconds = blocks.reduce((sum, block) => sum + secondsOf(block), 0);
	const fits = steps <= LIMITS.steps && seconds <= LIMITS.seconds;
	return fits && blocks.every((block) => depthOf(block) <= LIMITS.nesting);
}

/** True for a session that can be unrolled and played: some length, and neither too long nor too deep. */
export const isPlayable = (session: Session): boolean => sessionSeconds(session) > 0 && isWithinReason(session.blocks);

/** True for a day with which one can reckon: it exists, and so do the days around it. */
export const isUsualDay = (day: LocalDay): boolean => isLocalDay(day) && day >= LIMITS.firstOn && day <= LIMITS.lastOn;

/**
 * True for any text that names a day. Forms once kept a mistyped year, such as 0202 or 9026: a person's own backup is not
 * refused for it. Nothing is reckoned from such a row (FIRST_DAY).
 */
export function isTypedDay(day: LocalDay): boolean {
	const ms = Date.parse(day);
	return /^\d{4}-/.test(day) && Number.isFinite(ms) && new Date(ms).toISOString().slice(0, 10) === day;
}
