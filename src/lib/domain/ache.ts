// Whether this is the first session of its kind, so that what may ache afterwards is said before it. Says nothing of
// how it will be. Source: evidence.md 9.1 'Side effects', 'Legs', 'Hurt and harm'.

import { keptSessions, summaryOf } from './history.ts';
import type { SessionRecord } from './record.ts';
import { RULES } from './rules.ts';
import { sessionSeconds, type Block, type Session, type StepPlan } from './session.ts';

/** Kinds of session after which something may ache; also the ids of what is said. */
export type AcheKind = 'run' | 'walk' | 'strength' | 'yoga' | 'taichi';

/** The type of an exercise on the shelf; `undefined` for one that is not there. */
export type TypeOf = (exerciseId: string) => string | undefined;

/** What is gentle enough for nothing to be said before it (mobility, relaxation, desk) is not in the list. */
const KIND_OF_TYPE: Readonly<Record<string, AcheKind>> = {
	core: 'strength',
	strength: 'strength',
	pilates: 'strength',
	yoga: 'yoga',
	'tai-chi': 'taichi'
};

/** The order in which a tie is decided. */
const KINDS: readonly (AcheKind | 'gentle')[] = ['yoga', 'strength', 'taichi', 'gentle'];

const workOf = (item: StepPlan | Block): readonly (readonly [StepPlan, number])[] =>
	item.type === 'step'
		? [[item, item.seconds]]
		: item.items.flatMap(workOf).map(([step, seconds]) => [step, seconds * item.repeat] as const);

/**
 * The kind of a session: a run if there is any running in it; else what most of the working time is, exercise by
 * exercise; else a walk if it is one. `null` for what is gentle.
 */
export function acheKindOf(session: Session, typeOf: TypeOf): AcheKind | null {
	const work = session.blocks.flatMap(workOf).filter(([, seconds]) => seconds > 0);
	if (work.some(([step]) => step.phase === 'run')) return 'run';
	const exercises = work.filter(([step]) => step.exerciseId !== undefined);
	if (exercises.length === 0) return work.some(([step]) => step.phase === 'walk') ? 'walk' : null;
	const secondsOf = (kind: AcheKind | 'gentle'): number =>
		exercises
			.filter(([step]) => (KIND_OF_TYPE[typeOf(step.exerciseId ?? '') ?? ''] ?? 'gentle') === kind)
			.reduce((sum, [, seconds]) => sum + seconds, 0);
	const most = KINDS.toSorted((a, b) => secondsOf(b) - secondsOf(a))[0];
	return most === undefined || most === 'gentle' ? null : most;
}

/** Half of it was done: one that was only looked into leaves the next still the first. */
const counts = (record: SessionRecord): boolean =>
	summaryOf(record).playedMs >= RULES.walkCountsFromShare * sessionSeconds(record.session) * 1000;

/** What is said before a session because it is the first of its kind; `null` when nothing is. */
export function firstOfKind(sessions: readonly SessionRecord[], session: Session, typeOf: TypeOf): AcheKind | null {
	const kind = acheKindOf(session, typeOf);
	const isSame = (record: SessionRecord): boolean => acheKindOf(record.session, typeOf) === kind && counts(record);
	return kind !== null && keptSessions(sessions).some(isSame) ? null : kind;
}

/** True when something is to be said before a session: it is of a kind that may ache, and the first of it. */
export const isFirstOfKind = (sessions: readonly SessionRecord[], session: Session, typeOf: TypeOf): boolean =>
	firstOfKind(sessions, session, typeOf) !== null;
