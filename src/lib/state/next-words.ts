// Why this is proposed today, and what else there is: sentences from content, numbers from the proposal.

import { reasonText, ruleNumbers, ruleOf, type RuleId } from '#lib/content/index.ts';
import { closuresOf } from '#lib/domain/closures.ts';
import { freeWalk, gentleWalk } from '#lib/domain/free-walk.ts';
import { HOLDS, isGentle, painNow, type Hold } from '#lib/domain/hold.ts';
import { currentOf } from '#lib/domain/kept.ts';
import { heldToday, type NextSession, type Reason } from '#lib/domain/next-session.ts';
import type { Proposal } from '#lib/domain/plan.ts';
import { hasRun, type Session } from '#lib/domain/session.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { App } from './app.svelte.ts';
import { sessionWords } from './session-words.ts';
import { weekWords } from './week-words.svelte.ts';

export interface ReasonWords {
	readonly reason: Reason;
	/** One sentence. */
	readonly text: string;
	/** The rule it follows from, as it is printed. */
	readonly rule: string;
	readonly ruleId: RuleId;
}

/** A reason that holds the planned session back today. */
export const isHold = (reason: Reason): reason is Hold => (HOLDS as readonly string[]).includes(reason);

/** Why the plan itself has this next: one sentence. */
export function plannedWords(
	app: App,
	{ session, reason, breakDays: days, greens, greensNeeded: needed }: Proposal
): string {
	const longRun = app.agenda.plans.find(({ proposal }) => proposal.session.id === session.id)?.longRun;
	if (longRun) return weekWords.longRun(longRun.reason);
	return i18n.fill(reasonText(app.texts, session.programmeId, reason), { days, greens, needed });
}

const holdWords = (app: App, hold: Hold, pain: number | null): string =>
	i18n.fill(app.texts.holds[hold], { pain: pain ?? 0, pauseDays: ruleNumbers.pauseDays ?? 0 });

const reasonWords = (app: App, next: NextSession, reason: Reason): string =>
	isHold(reason) ? holdWords(app, reason, next.painNow) : plannedWords(app, { ...next.planned, reason });

/**
 * Why this session is not what the app would propose today, in one sentence; it can be started all the same
 * (decisions.md 'Closures'). Empty for what is gentle, and where nothing holds it back.
 */
export function heldWords(app: App, session: Session): string {
	if (isGentle(session) || session.id === app.next?.session?.id) return '';
	const [hold] = heldToday(session, app.snapshot, app.today, app.reading).holds;
	return hold ? holdWords(app, hold, painNow(app.snapshot, app.today)) : '';
}

/** It has become worse, and the warning signs were not gone through since: asked again at every flare (evidence.md 5.1). */
export function asksForSigns({ reading, snapshot }: App): boolean {
	const { now } = reading.settle;
	return now !== null && !currentOf(snapshot.answers).some(({ type, on }) => type === 'warningSigns' && on >= now.from);
}

/** The leg was said to hurt more than the back, in a question that can be answered anew. */
export const asksForLeg = ({ snapshot }: App): boolean =>
	closuresOf(snapshot.answers).running.some(({ question }) => question === 'settling');

/** All reasons, the most important first. */
export const reasonsOf = (app: App, next: NextSession): readonly ReasonWords[] =>
	next.reasons.map((reason) => {
		const ruleId = ruleOf(reason, next.planned.session.programmeId);
		return {
			reason,
			text: reasonWords(app, next, reason),
			rule: i18n.fill(app.texts.rules[ruleId], ruleNumbers),
			ruleId
		};
	});

/** The one sentence under the proposal. */
export const whyText = (app: App, next: NextSession): string => reasonsOf(app, next)[0]?.text ?? '';

export interface OtherSession {
	readonly id: string;
	readonly name: string;
	readonly detail: string;
}

const wordsOf = (app: App, session: Session): OtherSession => {
	const { name, detail } = sessionWords(app.texts, session);
	return { id: session.id, name, detail };
};

/** Always at hand, from gentle to brisk; the person decides. */
const GENTLE_MINUTES = 10;
const BRISK_MINUTES = 30;

/** What may be begun instead of the proposal. Empty when every session is closed; without runs when running is. */
export function othersOf(app: App, next: NextSession): readonly OtherSession[] {
	if (next.closures.everything.length > 0) return [];
	const gentle = ['settle/settle-8', 'relax/relax-10'].map((id) => app.session(id));
	// For days without running (evidence.md 1.6): whoever is to ask first asks, and a bad phase wants no strength.
	const { running, unproposed } = next.closures;
	const isAsked = running.length > 0 || unproposed.length > 0 || next.reasons.includes('legRed');
	const isForLegs = hasRun(next.planned.session) && !isAsked;
	const isQuiet = next.variant === 'gentle' || next.variant === 'rest';
	const legs = isForLegs && !isQuiet ? [app.session('legs/legs-12')] : [];
	const all = [next.planned.session, freeWalk(BRISK_MINUTES), gentleWalk(GENTLE_MINUTES), ...gentle, ...legs];
	const isOpen = (session: Session | null): session is Session =>
		session !== null && session.id !== next.session?.id && !(next.closures.running.length > 0 && hasRun(session));
	return all.filter(isOpen).map((session) => wordsOf(app, session));
}
