// A session as it stands on paper: a station for each exercise, rows for what is done on foot.
// Every step of the timeline is on it exactly once, in order. Knows no words.

import type { Step, Timeline } from './timeline.ts';

/** One exercise step, to be ticked, with what leads to it and the rest that follows. */
export interface Turn {
	readonly step: Step;
	/** Moves into the position, and rests that come after a move. */
	readonly before: readonly Step[];
	/** Rests that follow at once. */
	readonly after: readonly Step[];
}

/** One exercise with all its turns until another comes. */
export interface Station {
	readonly type: 'station';
	readonly exerciseId: string;
	/** The first time on this paper: described in full, later only named. */
	readonly isNew: boolean;
	readonly turns: readonly Turn[];
}

/** Steps without an exercise as rows: a run and the walk after it share one. Each step of a row is to be ticked. */
export interface Rounds {
	readonly type: 'rounds';
	readonly rows: readonly (readonly Step[])[];
}

export type PaperPart = Station | Rounds;

interface OpenTurn {
	step: Step;
	before: readonly Step[];
	after: Step[];
}
type OpenPart =
	{ type: 'station'; exerciseId: string; isNew: boolean; turns: OpenTurn[] } | { type: 'rounds'; rows: Step[][] };

/** The parts of a timeline in order. */
export function paperOf({ steps }: Timeline): readonly PaperPart[] {
	const parts: OpenPart[] = [];
	const met = new Set<string>();
	let before: Step[] = [];

	const addRow = (step: Step): void => {
		const last = parts.at(-1);
		const rows = last?.type === 'rounds' ? last.rows : [];
		if (last?.type !== 'rounds') parts.push({ type: 'rounds', rows });
		const row = rows.at(-1);
		if (step.phase === 'walk' && row?.length === 1 && row[0]?.phase === 'run') row.push(step);
		else rows.push([step]);
	};
	const addTurn = (step: Step, exerciseId: string): void => {
		const last = parts.at(-1);
		const turn = { step, before, after: [] };
		before = [];
		if (last?.type === 'station' && last.exerciseId === exerciseId) last.turns.push(turn);
		else parts.push({ type: 'station', exerciseId, isNew: !met.has(exerciseId), turns: [turn] });
		met.add(exerciseId);
	};

	for (const step of steps) {
		const last = parts.at(-1);
		if (step.exerciseId !== undefined) addTurn(step, step.exerciseId);
		else if (step.phase === 'move' || (step.phase === 'rest' && before.length > 0)) before.push(step);
		else if (step.phase === 'rest' && last?.type === 'station') last.turns.at(-1)?.after.push(step);
		else {
			before.forEach(addRow);
			before = [];
			addRow(step);
		}
	}
	before.forEach(addRow);
	return parts;
}

/** How many boxes there are to tick: one for each turn and each step of a row. */
export const boxesOf = (parts: readonly PaperPart[]): number =>
	parts.reduce((sum, part) => sum + (part.type === 'station' ? part.turns.length : part.rows.flat().length), 0);
