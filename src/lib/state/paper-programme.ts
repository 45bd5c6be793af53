// A programme on paper in words: its stages, weeks or sequences with their doses, and the rules in short.

import { loadWeeks, ruleNumbers, type ContentTexts, type RuleId } from '#lib/content/index.ts';
import type { LongerRunning } from '#lib/domain/longer-running.ts';
import { paperOf, type Station } from '#lib/domain/paper.ts';
import {
	sequenceSession,
	type Interval,
	type Programmes,
	type RunStage,
	type Sequence
} from '#lib/domain/programme.ts';
import { greensNeeded } from '#lib/domain/run-stage.ts';
import { RULES } from '#lib/domain/rules.ts';
import type { ProgrammeId } from '#lib/domain/session.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { paper } from '#lib/i18n/paper.ts';
import { lengthText } from '#lib/i18n/time-text.ts';
import { doseText, isOneStay } from './paper-words.ts';
import { lightRule, ruleSentences } from './rule-words.ts';

/** The weeks after the stages. Rejects offline, before they were kept. */
export const loadLongerRunning = async (): Promise<LongerRunning> => (await loadWeeks()).longerRunning;

export interface StageRow {
	readonly id: string;
	readonly name: string;
	/** '8 × 0:30 run, 2:00 walk'. */
	readonly intervals: string;
	/** '5:00, 5:30'. */
	readonly around: string;
	readonly running: string;
	/** The earliest week in which it comes; empty where no calendar names it. */
	readonly week: string;
	/** As many boxes as green sessions are needed. */
	readonly boxes: number;
	/** Said above it: where our continuation begins. */
	readonly heading: string;
}

const clock = (seconds: number): string => lengthText(seconds * 1000);

const intervalText = ({ reps, runSeconds, walkSeconds }: Interval): string => {
	const run = reps > 1 ? `${reps} × ${clock(runSeconds)}` : clock(runSeconds);
	return walkSeconds > 0 ? paper.t('intervalBoth', { run, walk: clock(walkSeconds) }) : paper.t('intervalRun', { run });
};

const stageRow = (stage: RunStage, name: string): StageRow => ({
	id: stage.id,
	name,
	intervals: stage.intervals.map(intervalText).join('; '),
	around: `${clock(stage.warmUpSeconds)}, ${clock(stage.coolDownSeconds)}`,
	running: clock(stage.runningSeconds),
	week: '',
	boxes: RULES.greensToMoveUp,
	heading: ''
});

/** The stages of run-walk. */
export function stageRows({ runWalk }: Programmes): readonly StageRow[] {
	const { stages, weeks, documentedEnd } = runWalk;
	const last = stages.length - 1;
	return stages.map((stage, index) => ({
		...stageRow(stage, `${index + 1}`),
		week: `${weeks.findIndex((ids) => ids.includes(stage.id)) + 1}`,
		boxes: greensNeeded(index, last),
		heading: stages[index - 1]?.id === documentedEnd ? paper.t('ourStages') : ''
	}));
}

/** The steps of staying with run-walk; `stages` as the domain makes them. */
export const stayRows = (stages: readonly RunStage[]): readonly StageRow[] =>
	stages.map((stage, index) => stageRow(stage, `${index + 1}`));

export interface SequenceSheet {
	readonly id: string;
	readonly name: string;
	readonly minutes: string;
	readonly use: string;
	readonly rows: readonly { readonly exerciseId: string; readonly name: string; readonly doses: string }[];
}

/** How often and how long one exercise comes in a sequence: '10 × 3 s + 1 s, each side, 2 times'. */
function dosesText(texts: ContentTexts, stations: readonly Station[]): string {
	const counted = new Map<string, { times: number; sides: Set<string> }>();
	for (const { step } of stations.flatMap(({ turns }) => turns)) {
		const text =
			step.dose && !isOneStay(step.dose)
				? doseText(step.dose)
				: paper.t('time', { time: lengthText(step.endMs - step.startMs) });
		const dose = step.side === 'alternate' ? `${text}, ${texts.sides.alternate}` : text;
		const known = counted.get(dose) ?? { times: 0, sides: new Set() };
		counted.set(dose, { times: known.times + 1, sides: known.sides.add(step.side ?? '') });
	}
	return [...counted]
		.map(([dose, { times, sides }]) => {
			const both = sides.has('left') && sides.has('right');
			const rounds = both ? times / 2 : times;
			return [dose, both ? paper.t('eachSide') : '', rounds > 1 ? paper.t('rounds', { n: rounds }) : '']
				.filter((part) => part !== '')
				.join(', ');
		})
		.join('; ');
}

/** A sequence as the list of its exercises, each once, in the order in which they first come. */
export function sequenceSheet(texts: ContentTexts, sequence: Sequence): SequenceSheet {
	const parts = paperOf(timelineOf(sequenceSession(sequence)));
	const stations = parts.flatMap((part) => (part.type === 'station' ? [part] : []));
	const { name = '', use = '' } = texts.sequences[sequence.id] ?? {};
	return {
		id: sequence.id,
		name,
		minutes: i18n.t('time.min', { n: Math.round(sequence.seconds / 60) }),
		use,
		rows: stations
			.filter(({ isNew }) => isNew)
			.map(({ exerciseId }) => ({
				exerciseId,
				name: texts.exercises[exerciseId]?.name ?? '',
				doses: dosesText(
					texts,
					stations.filter((each) => each.exerciseId === exerciseId)
				)
			}))
	};
}

const RULES_OF: Partial<Record<ProgrammeId, readonly RuleId[]>> = {
	'run-walk': ['greensUp', 'amberRepeat', 'threeAmbers', 'redBack', 'breaks', 'restDay'],
	walk: ['walks'],
	running: ['restDay']
};

/** The rules of a programme in short, those of the lights first. */
export function rulesInShort(texts: ContentTexts, programmeId: ProgrammeId): readonly string[] {
	const wanted: readonly string[] = RULES_OF[programmeId] ?? [];
	const runs = programmeId === 'run-walk' || programmeId === 'running';
	const lights = (['green', 'amber', 'red'] as const).map(
		(light) => `${texts.lights[light].name}: ${lightRule(texts, light)}`
	);
	const longer = [
		paper.t('longGreen', { back: ruleNumbers['stagesBackAfterRed'] ?? 0 }),
		paper.t('guard', { days: RULES.longRun.windowDays })
	];
	return [
		...(runs ? lights : []),
		...(programmeId === 'running' ? longer : []),
		...ruleSentences(texts).flatMap(({ id, text }) => (wanted.includes(id) ? [text] : [])),
		paper.t('rulesOwn')
	];
}
