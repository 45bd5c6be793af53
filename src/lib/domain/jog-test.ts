// The stage a comfortable slow jog leads to. Stages are indexes: 0 is S1. Source: evidence.md 1.5 'Which stage to start' [P].

import { RULES } from './rules.ts';

export interface JogTest {
	readonly seconds: number;
	readonly talking: boolean;
	/** The back the next morning is as it was; `null`: not answered. */
	readonly morningSame: boolean | null;
}

/** S1 below half a minute, one stage for each half minute, S5 only when talking and unchanged next morning. Never above. */
export function stageOfJog({ seconds, talking, morningSame }: JogTest): number {
	const { fromSeconds, topStage } = RULES.jogTest;
	const stage = fromSeconds.filter((from) => seconds >= from).length;
	return talking && morningSame === true ? stage : Math.min(stage, topStage - 1);
}
