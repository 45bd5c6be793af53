// What is closed by what the person answered, until they say that advice was taken. Derived at each reading.
// Source: evidence.md 1.2, 5.2 to 5.4; decisions.md 'Closures'. Names no cause and no score.

import type { Answer } from './answer.ts';
import { currentOf } from './kept.ts';
import { urgencyOf } from './warning-signs.ts';

/** Which question an answer belongs to. `stopped`: a session was stopped by a symptom; `settling`: how it is by now. */
export type ClosingQuestion = 'warningSigns' | 'readiness' | 'exclusions' | 'stopped' | 'settling';
/** One thing that was answered: `id` is that of the sign, the question, the exclusion or the door. */
export interface Closing {
	readonly question: ClosingQuestion;
	readonly id: string;
}

/** Each without repetition. */
export interface Closures {
	/** No session at all. */
	readonly everything: readonly Closing[];
	/** No running. */
	readonly running: readonly Closing[];
	/** Running is not proposed, and can still be started. */
	readonly unproposed: readonly Closing[];
}

/** Row 15 of evidence.md 5.2, and row 13, which is an exclusion of 1.2 and a question of 5.3 as well. */
const CLOSE_RUNNING: readonly string[] = ['belowKnee', 'pregnant'];
/** Doors of the stop button behind which are signs of an emergency (evidence.md 5.2, level E). */
const CLOSING_DOORS: readonly string[] = ['nerve', 'chest'];

type Reach = keyof Closures;

function reachOfSign(id: string): Reach {
	const urgency = urgencyOf([id]);
	if (urgency === 'emergency' || urgency === 'today') return 'everything';
	return CLOSE_RUNNING.includes(id) ? 'running' : 'unproposed';
}

function closingsOf(answer: Answer): readonly (readonly [Reach, Closing])[] {
	const { type } = answer;
	if (type === 'warningSigns') return answer.ticked.map((id) => [reachOfSign(id), { question: type, id }]);
	if (type === 'readiness' || type === 'exclusions') return answer.yes.map((id) => ['running', { question: type, id }]);
	// The same words are an exclusion of 1.2, and gate 1 asks for it (evidence.md 4.3).
	if (type === 'settling') return answer.legWorse === true ? [['running', { question: type, id: 'legWorse' }]] : [];
	if (type === 'stopped' && CLOSING_DOORS.includes(answer.why))
		return [['everything', { question: type, id: answer.why }]];
	return [];
}

/** Answered anew: these questions are about how it is, and can be corrected. */
const isReplaced = (answer: Answer, all: readonly Answer[]): boolean =>
	(answer.type === 'readiness' || answer.type === 'exclusions' || answer.type === 'settling') &&
	all.some(
		(other) =>
			other.type === answer.type &&
			!(other.type === 'settling' && other.legWorse === null) &&
			(other.at > answer.at || (other.at === answer.at && other.id > answer.id))
	);

/**
 * What is closed after these answers. Of the questions before the start and of how it is by now the last answers count,
 * since they say how it is; of the signs and the stops all answers since the last `adviceTaken` count, also where a later one ticks
 * less: only advice, or removing the answer, lifts a closure. What was answered in the same millisecond stays.
 */
export function closuresOf(answers: readonly Answer[]): Closures {
	const current = currentOf(answers);
	const lifted = Math.max(...current.map((answer) => (answer.type === 'adviceTaken' ? answer.at : -Infinity)));
	const closings = current
		.filter((answer) => answer.at >= lifted && !isReplaced(answer, current))
		.toSorted((a, b) => a.at - b.at)
		.flatMap(closingsOf);
	const ofReach = (reach: Reach): readonly Closing[] => {
		const found = closings.filter(([each]) => each === reach).map(([, closing]) => closing);
		return [...new Map(found.map((closing) => [`${closing.question} ${closing.id}`, closing])).values()];
	};
	return { everything: ofReach('everything'), running: ofReach('running'), unproposed: ofReach('unproposed') };
}
