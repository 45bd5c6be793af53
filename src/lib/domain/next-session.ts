// What the app proposes today: a pure function of choices, records, diary, answers and today, with its reasons.
// The person decides: what is closed and what is merely not proposed says decisions.md, 'Closures'.

import { closuresOf, type Closures } from './closures.ts';
import { freeWalk, gentleWalk } from './free-walk.ts';
import { keptSessions } from './history.ts';
import { holdsOf, painNow, type Hold } from './hold.ts';
import type { LocalDay } from './local-day.ts';
import type { Facts, Plan, Proposal } from './plan.ts';
import { sequenceSession, type Programmes } from './programme.ts';
import { proposalOf } from './proposal.ts';
import { readingOf, type Reading } from './reading.ts';
import type { StageReason } from './run-stage.ts';
import { runGateOf, type RunGate } from './run-gate.ts';
import { sessionSeconds, type Session } from './session.ts';
import type { Settling } from './settle.ts';

/** What is proposed, from the hardest to the gentlest. */
export const VARIANTS = ['asPlanned', 'repeat', 'oneBack', 'twoBack', 'walkInstead', 'gentle', 'rest'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Why it is so; each has a sentence and a rule that is printed. */
export type Reason = Hold | StageReason;

export interface NextSession {
	readonly variant: Variant;
	/** `null`: rest. */
	readonly session: Session | null;
	/** At least one, the most important first; the reason of the planned session is always the last. */
	readonly reasons: readonly Reason[];
	/** What the plan has next, and when; it is one of the other choices when something else is proposed. */
	readonly planned: Proposal;
	readonly settling: Settling | null;
	readonly closures: Closures;
	/** `null`: the plan has no running in it. */
	readonly gate: RunGate | null;
	/** What was said last today about the back, 0-100. */
	readonly painNow: number | null;
}

const OF_STAGE: Readonly<Partial<Record<StageReason, Variant>>> = {
	repeatAmber: 'repeat',
	repeatAfterBreak: 'repeat',
	stepBackAmber: 'oneBack',
	stepBackRed: 'twoBack',
	stepBackAfterBreak: 'twoBack',
	afterFlare: 'twoBack'
};

const OF_HOLD: Readonly<Record<Hold, Variant>> = {
	closed: 'rest',
	painTooHigh: 'rest',
	cannotStand: 'rest',
	settling: 'gentle',
	painHigh: 'gentle',
	runClosed: 'walkInstead',
	twoReds: 'walkInstead',
	afterRed: 'walkInstead',
	legRed: 'walkInstead',
	runningNotOpen: 'walkInstead',
	dayBetween: 'walkInstead'
};

/** In settle mode the sequence that is made for it; where it is not at hand, and with much pain, ten minutes of walking. */
const SETTLING = 'settle-8';
const GENTLE_MINUTES = 10;
/** Brisk, as the gate of running asks for it. */
const WALK_MINUTES = 30;
/** Shorter and gentle: after red, and while somebody is to be asked first (evidence.md 5.2 'easy walking', 5.3) [P]. */
const EASY_WALK_MINUTES = 20;
const EASY: readonly Hold[] = ['runClosed', 'twoReds', 'afterRed', 'legRed'];

function gentleSession(hold: Hold, { session }: Proposal, programmes: Programmes): Session {
	const isWalk = session.programmeId === 'walk';
	const sequence = programmes.sequences.find(({ id }) => id === SETTLING);
	if (hold === 'settling' && !isWalk && sequence) return sequenceSession(sequence);
	// Never more than the plan itself would ask for.
	const planned = isWalk ? Math.floor(sessionSeconds(session) / 60) : GENTLE_MINUTES;
	return gentleWalk(Math.max(1, Math.min(GENTLE_MINUTES, planned)));
}

/** Of all holds the gentlest walk counts: one more reason never makes a harder day. */
function walkFor(holds: readonly Hold[], { unproposed }: Closures): Session {
	const isEasy = unproposed.length > 0 || holds.some((hold) => EASY.includes(hold));
	return isEasy ? gentleWalk(EASY_WALK_MINUTES) : freeWalk(WALK_MINUTES);
}

/** What stands between a person and `session` today, the weightiest first; what closes; and the gate, if it was asked. */
export function heldToday(
	session: Session,
	facts: Facts,
	today: LocalDay,
	{ lightOf, diary, settle }: Reading
): { readonly holds: readonly Hold[]; readonly closures: Closures; readonly gate: RunGate | null } {
	const records = keptSessions(facts.sessions).filter(({ on }) => on <= today);
	const closures = closuresOf(facts.answers);
	let gate: RunGate | null = null;
	const gateOnce = (): RunGate =>
		(gate ??= runGateOf({ records, diary, answers: facts.answers, closures, lightOf }, today));
	const { entries, answers } = facts;
	const isSettling = settle.now !== null;
	const holds = holdsOf({ records, entries, answers, lightOf, closures, isSettling, gate: gateOnce }, session, today);
	return { holds, closures, gate };
}

/**
 * The proposal for `today`. `given`: what is worked out already; with several plans side by side the planned session
 * comes from the agenda. Laws: more pain today, or worse answers to the last session, never yield a harder one; the
 * order of the records does not matter; at least one reason, each of them printed among the rules.
 */
export function nextSession(
	plan: Plan,
	facts: Facts,
	programmes: Programmes,
	today: LocalDay,
	given: { readonly planned?: Proposal; readonly reading?: Reading } = {}
): NextSession {
	const reading = given.reading ?? readingOf(facts, today);
	const planned = given.planned ?? proposalOf(plan, facts, programmes, today, reading);
	const { holds, closures, gate } = heldToday(planned.session, facts, today, reading);
	const hold = holds[0];
	const variant = hold ? OF_HOLD[hold] : (OF_STAGE[planned.reason] ?? 'asPlanned');
	const inItsPlace = (): Session | null => {
		if (variant === 'rest') return null;
		return hold && variant === 'gentle' ? gentleSession(hold, planned, programmes) : walkFor(holds, closures);
	};
	return {
		variant,
		session: hold ? inItsPlace() : planned.session,
		reasons: [...holds, planned.reason],
		planned,
		settling: reading.settle.now,
		closures,
		gate,
		painNow: painNow(facts, today)
	};
}
