// A session in words: name, what is in it, how far it got. Sentences come from content and messages.

import { sideText, type ContentTexts } from '#lib/content/index.ts';
import { FREE_WALK, isGentleWalk } from '#lib/domain/free-walk.ts';
import { summaryOfPlayer, type Summary } from '#lib/domain/history.ts';
import { positionAt, currentStep } from '#lib/domain/player.ts';
import type { Found } from '#lib/domain/running.ts';
import {
	hasRun,
	secondsOf,
	sessionSeconds,
	type Block,
	type Phase,
	type Session,
	type StepPlan
} from '#lib/domain/session.ts';
import { clockText, lengthText, wholeMinutes } from '#lib/i18n/time-text.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { ownCore } from './own-words.ts';

export interface SessionPart {
	readonly phase: Phase;
	readonly text: string;
}

export interface SessionWords {
	readonly name: string;
	/** 'Stage 3 · 30 min'. */
	readonly detail: string;
	readonly minutes: string;
	/** '8 × 0:30 run', '10 minutes on the mat'. */
	readonly core: string;
	readonly corePhase: Phase;
	readonly parts: readonly SessionPart[];
}

const minutesText = (seconds: number): string => i18n.t('time.min', { n: Math.round(seconds / 60) });

/** A record or a file may name an exercise or a position that this version does not know: then its phase is named. */
const stepName = (texts: ContentTexts, { exerciseId = '', position = '', phase }: StepPlan): string =>
	(texts.exercises[exerciseId] ?? texts.positions[position] ?? texts.phases[phase]).name;

const stepText = (texts: ContentTexts, step: StepPlan): string => {
	const name = stepName(texts, step);
	const side = step.side === 'left' || step.side === 'right' ? `, ${sideText(texts, step.exerciseId, step.side)}` : '';
	return `${name}${side} ${lengthText(step.seconds * 1000)}`;
};

function partsOf(texts: ContentTexts, items: Block['items'], repeat = 1): readonly SessionPart[] {
	const flat = items.every((item) => item.type === 'step');
	if (flat && repeat > 1) {
		const text = items
			.map((item) => (item.type === 'step' && item.seconds > 0 ? stepText(texts, item) : ''))
			.filter(Boolean);
		const first = items[0];
		return first?.type === 'step' ? [{ phase: first.phase, text: `${repeat} × ${text.join(' + ')}` }] : [];
	}
	const parts = items.flatMap((item) =>
		item.type === 'block'
			? partsOf(texts, item.items, item.repeat)
			: item.seconds > 0
				? [{ phase: item.phase, text: stepText(texts, item) }]
				: []
	);
	const [first] = parts;
	return repeat > 1 && first
		? [{ phase: first.phase, text: `${repeat} × (${parts.map(({ text }) => text).join(' + ')})` }]
		: parts;
}

/** The runs in short: '8 × 0:30', '15:00 + 5:00'. */
function runsText(session: Session): string {
	const items = session.blocks.flatMap((block) => block.items);
	const intervals = items.filter((item) => item.type === 'block');
	if (intervals.length === 0)
		return items
			.filter((item) => item.type === 'step' && item.phase === 'run')
			.map((item) => lengthText(secondsOf(item) * 1000))
			.join(' + ');
	return intervals
		.map((block) => {
			const run = block.items.find((item) => item.type === 'step' && item.phase === 'run');
			const length = run?.type === 'step' ? lengthText(run.seconds * 1000) : '';
			return block.repeat > 1 ? `${block.repeat} × ${length}` : length;
		})
		.join(' + ');
}

const rungName = (texts: ContentTexts, session: Session): string => {
	const { programmeId, stageId } = session;
	// 'R13-long', and 'W2' of run-walk for good: numbers that are no stages.
	if (programmeId === 'running') return i18n.t('walk.week', { n: parseInt(stageId.slice(1), 10) });
	if (programmeId === 'run-walk' && stageId.startsWith('W')) return i18n.t('run.step', { n: stageId.slice(1) });
	if (programmeId === 'run-walk') return i18n.fill(texts.stageLabel, { n: stageId.replace('S', '') });
	if (isGentleWalk(session)) return i18n.t('walk.gentle');
	if (programmeId === 'walk' && !stageId.startsWith(FREE_WALK))
		return i18n.t('walk.planWeek', { plan: session.stageId.slice(0, 1), n: session.stageId.slice(1) });
	return (texts.sequences[session.stageId] ?? texts.programmes[session.programmeId]).name;
};

/** How a session is named and summed up on cards and lists. */
export function sessionWords(texts: ContentTexts, session: Session): SessionWords {
	const seconds = sessionSeconds(session);
	const name = session.title || texts.programmes[session.programmeId].name;
	const minutes = minutesText(seconds);
	const isRun = hasRun(session);
	if (session.programmeId === 'own') {
		const { core, corePhase } = ownCore(texts, session);
		const detail = [session.title ? rungName(texts, session) : core, minutes].filter(Boolean).join(' · ');
		return { name, detail, minutes, core, corePhase, parts: partsOf(texts, session.blocks) };
	}
	const core = isRun
		? i18n.t('session.runs', { runs: runsText(session) })
		: session.programmeId === 'walk'
			? i18n.t('session.walk')
			: session.programmeId === 'core'
				? i18n.t('session.mat')
				: (texts.sequences[session.stageId]?.use ?? '');
	return {
		name,
		detail: `${rungName(texts, session)} · ${minutes}`,
		minutes,
		core,
		corePhase: isRun ? 'run' : session.programmeId === 'walk' ? 'walk' : 'strength',
		parts: partsOf(texts, session.blocks)
	};
}

/** 'Resume at 12:40, run 5 of 8.' */
export function foundWords(found: Found): string {
	const { player, offer } = found;
	const at = player.anchorAt;
	const step = currentStep(player, at);
	const time = clockText(Math.floor(positionAt(player, at) / 1000) * 1000);
	if (offer === 'expired') return i18n.t('found.expired', { n: wholeMinutes(summaryOfPlayer(player).playedMs) });
	return step.phase === 'run' && step.ordinals > 0
		? i18n.t('found.resumeRun', { time, n: step.ordinal, of: step.ordinals })
		: i18n.t('found.resumeAt', { time });
}

/** What was done, in one line: '30 minutes, 8 of 8 runs'. */
export function doneWords(summary: Summary): string {
	const minutes = i18n.t('time.minutes', { n: wholeMinutes(summary.playedMs) });
	if (summary.runsPlanned > 0)
		return `${minutes}, ${i18n.t('done.runs', { n: summary.runsDone, of: summary.runsPlanned })}`;
	if (summary.exercisesPlanned > 0)
		return `${minutes}, ${i18n.t('done.exercises', { n: summary.exercisesDone, of: summary.exercisesPlanned })}`;
	return minutes;
}
