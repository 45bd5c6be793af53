// A session on paper in words: what it is, what to do and how often, when to stop. Sentences come from content and messages.

import { ruleNumbers, sideText, type ContentTexts, type ExerciseText, type Library } from '#lib/content/index.ts';
import { paperOf, type PaperPart, type Rounds, type Station, type Turn } from '#lib/domain/paper.ts';
import { hasRun, isOnFoot, type Dose, type Phase, type Session } from '#lib/domain/session.ts';
import { timelineOf, type Step, type Timeline } from '#lib/domain/timeline.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { paper } from '#lib/i18n/paper.ts';
import { lengthText } from '#lib/i18n/time-text.ts';
import { sessionWords } from './session-words.ts';
import { figureOf, type ShownFigure } from './step-figure.ts';

export interface PaperTurn {
	/** How to get there: 'On your left side'. Empty where nothing changes. */
	readonly before: string;
	readonly side: string;
	readonly dose: string;
	readonly time: string;
	/** 'then rest, 0:15'. */
	readonly after: string;
}

export interface PaperStation {
	readonly type: 'station';
	/** What its pictures show; `null` where there are none. */
	readonly figure: ShownFigure | null;
	readonly isNew: boolean;
	readonly name: string;
	/** `null` for an exercise that this version does not know. */
	readonly text: ExerciseText | null;
	readonly turns: readonly PaperTurn[];
}

export interface PaperCell {
	readonly phase: Phase;
	readonly name: string;
	readonly time: string;
}

export interface PaperRow {
	/** The number of a round, or the name of its only step. */
	readonly name: string;
	readonly cells: readonly PaperCell[];
}

export interface PaperRounds {
	readonly type: 'rounds';
	/** The headings of its columns where there are runs; else `null`. */
	readonly heads: { readonly run: string; readonly walk: string } | null;
	readonly rows: readonly PaperRow[];
}

export interface PaperSession {
	readonly name: string;
	readonly detail: string;
	readonly what: string;
	/** When it is meant for, and what is needed: 'In the evening. You need: mat, chair.' May be empty. */
	readonly use: string;
	/** How doses or times are to be read. */
	readonly legend: string;
	readonly parts: readonly (PaperStation | PaperRounds)[];
	/** When to stop, the most urgent first. */
	readonly stop: readonly string[];
}

const timeOf = ({ startMs, endMs }: Step): string => lengthText(endMs - startMs);

/** '10 × 4 s + 2 s'. */
export const doseText = ({ reps, holdSeconds, releaseSeconds }: Dose): string =>
	paper.t(releaseSeconds > 0 ? 'dose' : 'doseHeld', { reps, hold: holdSeconds, release: releaseSeconds });

/** One stay and nothing to count: its time says all. */
export const isOneStay = ({ reps, releaseSeconds }: Dose): boolean => reps === 1 && releaseSeconds === 0;

const restText = (texts: ContentTexts, step: Step): string =>
	paper.t('then', { name: texts.phases[step.phase].name, time: timeOf(step) });

function turnWords(texts: ContentTexts, { step, before, after }: Turn): PaperTurn {
	const moves = before.map((step) => texts.positions[step.position ?? '']?.name ?? restText(texts, step));
	return {
		before: moves.join(', '),
		side: step.side === undefined ? '' : sideText(texts, step.exerciseId, step.side),
		dose: step.dose && !isOneStay(step.dose) ? doseText(step.dose) : '',
		time: timeOf(step),
		after: after.map((rest) => restText(texts, rest)).join(', ')
	};
}

function stationWords(texts: ContentTexts, timeline: Timeline, station: Station): PaperStation {
	const { exerciseId, isNew, turns } = station;
	const text = texts.exercises[exerciseId] ?? null;
	const [first] = turns;
	return {
		type: 'station',
		figure: first ? figureOf(texts, timeline, first.step) : null,
		isNew,
		name: text?.name ?? texts.phases[first?.step.phase ?? 'strength'].name,
		text,
		turns: turns.map((turn) => turnWords(texts, turn))
	};
}

function roundsWords(texts: ContentTexts, { rows }: Rounds): PaperRounds {
	const hasRuns = rows.flat().some(({ phase }) => phase === 'run');
	const rowOf = (row: readonly Step[]): PaperRow => {
		const cells = row.map((step) => ({
			phase: step.phase,
			name: texts.phases[step.phase].name,
			time: timeOf(step)
		}));
		const [first] = row;
		return { name: first?.phase === 'run' ? `${first.ordinal}` : (cells[0]?.name ?? ''), cells };
	};
	const { run, walk } = texts.phases;
	return { type: 'rounds', heads: hasRuns ? { run: run.name, walk: walk.name } : null, rows: rows.map(rowOf) };
}

const wordsOfPart = (texts: ContentTexts, timeline: Timeline, part: PaperPart): PaperStation | PaperRounds =>
	part.type === 'station' ? stationWords(texts, timeline, part) : roundsWords(texts, part);

/** What one needs for it, each thing once. */
function bringWords(library: Library, parts: readonly PaperPart[]): string {
	const ids = parts.flatMap((part) => (part.type === 'station' ? [part.exerciseId] : []));
	const things = library.exercises.filter(({ id }) => ids.includes(id)).flatMap(({ equipment }) => equipment);
	const names = [...new Set(things)].map((thing) => library.texts.equipment[thing]);
	return names.length > 0 ? paper.t('bring', { what: names.join(', ') }) : '';
}

/** When to stop: at once, for today, and what the legs say. */
export const stopWords = (foot: 'run' | 'walk' | null): readonly string[] => [
	i18n.t('start.stopNow'),
	paper.t(foot ? 'stopPainFoot' : 'stopPain', { most: ruleNumbers['painAmberUpTo'] ?? 0 }),
	...(foot === 'run' ? [paper.t('stopLegs')] : [])
];

/** Whether it is done on one's feet, and how. */
export const footOf = (session: Session): 'run' | 'walk' | null =>
	hasRun(session) ? 'run' : isOnFoot(session.programmeId) ? 'walk' : null;

/** A session as it is printed. `library`: for what is needed; without it nothing is said about that. */
export function paperSession(texts: ContentTexts, library: Library | null, session: Session): PaperSession {
	const timeline = timelineOf(session);
	const parts = paperOf(timeline);
	const { name, detail } = sessionWords(texts, session);
	const use = texts.sequences[session.stageId]?.use;
	return {
		name,
		detail,
		what: texts.programmes[session.programmeId].what,
		use: [use && !isOnFoot(session.programmeId) ? `${use}.` : '', library ? bringWords(library, parts) : '']
			.filter((part) => part !== '')
			.join(' '),
		legend: parts.some(({ type }) => type === 'station')
			? `${paper.t('legendDose')} ${paper.t('legend')}`
			: paper.t('legendRuns'),
		parts: parts.map((part) => wordsOfPart(texts, timeline, part)),
		stop: stopWords(footOf(session))
	};
}
