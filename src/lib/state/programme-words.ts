// A programme as it is listed: its sessions, minutes, glyph, and the plan of it that runs.

import type { Weekday } from '#lib/domain/local-day.ts';
import { continuousRun } from '#lib/domain/longer-running.ts';
import type { NextUp } from '#lib/domain/next-up.ts';
import { isOfPlans } from '#lib/domain/plan.ts';
import { sessionsOf } from '#lib/domain/programme.ts';
import { sessionSeconds, type Phase, type ProgrammeId, type Session } from '#lib/domain/session.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { plans } from '#lib/i18n/plans.ts';
import { shortWeekdayText, weekdayText } from '#lib/i18n/time-text.ts';
import type { App } from './app.svelte.ts';
import { weeksShelf } from './weeks-shelf.svelte.ts';

/** Everything that is listed, in its order. */
export const PROGRAMME_GROUPS = [
	{ id: 'onFoot', programmes: ['walk', 'run-walk', 'running'] },
	{ id: 'exercises', programmes: ['core', 'legs', 'pilates', 'yoga', 'tai-chi'] },
	{ id: 'calm', programmes: ['relax', 'desk', 'settle'] }
] as const;

export type ListedProgramme = (typeof PROGRAMME_GROUPS)[number]['programmes'][number];

/** `null` for a text that names no programme which is listed. */
export const listedProgramme = (text: string): ListedProgramme | null =>
	PROGRAMME_GROUPS.flatMap((group): readonly ListedProgramme[] => group.programmes).find((id) => id === text) ?? null;

const GLYPHS: Partial<Record<ProgrammeId, Phase>> = {
	walk: 'walk',
	'run-walk': 'run',
	running: 'run',
	'tai-chi': 'breathe',
	yoga: 'breathe',
	relax: 'breathe',
	desk: 'move',
	settle: 'rest'
};
export const programmeGlyph = (id: ProgrammeId): Phase => GLYPHS[id] ?? 'strength';

/** The plan of this programme and what is next in it; `null` when it does not run. */
export const nextOf = (app: App, id: ProgrammeId): NextUp | null =>
	app.agenda.plans.find(({ plan }) => plan.programmeId === id) ?? null;

/** Every session of a programme, as it is published: those of longer running are the long ones. */
export function sessionsOfProgramme(app: App, id: ProgrammeId): readonly Session[] {
	if (id !== 'running') return sessionsOf(app.programmes).filter(({ programmeId }) => programmeId === id);
	return (weeksShelf.longer?.weeks ?? []).map((week) => continuousRun(week, 'long', week.longMinutes * 60));
}

/** '10 to 30 min'. */
export function minutesOfProgramme(app: App, id: ProgrammeId): string {
	const minutes = sessionsOfProgramme(app, id).map((session) => Math.round(sessionSeconds(session) / 60));
	const [from, to] = [Math.min(...minutes), Math.max(...minutes)];
	return from === to ? i18n.t('time.min', { n: from }) : plans.t('minutes.from', { from, to });
}

/** A week that began on a Monday; only the names of its days are used. */
const dateOf = (day: Weekday): string => `2026-06-0${day + 1}`;

/** 'Thursday'. */
export const weekdayName = (day: Weekday): string => weekdayText(i18n.language, dateOf(day));

/** 'Runs now: Mon, Wed, Fri', 'Resting'; `null` when it does not run. */
export function standingOf(app: App, id: ProgrammeId): string | null {
	const plan = nextOf(app, id)?.plan;
	if (!plan) return null;
	if (plan.pausedOn !== null) return plans.t('rests');
	if (plan.weekdays.length === 0) return plans.t('runsNoDays');
	const days = plan.weekdays.map((day) => shortWeekdayText(i18n.language, dateOf(day))).join(', ');
	return plans.t('runs', { days });
}

/** A walking plan, or a sequence that a plan can be made of. */
export interface Variant {
	readonly id: string;
	readonly name: string;
	readonly body: string;
}

export function variantsOf(app: App, id: ProgrammeId): readonly Variant[] {
	const { walks, sequences } = app.texts;
	if (id === 'walk')
		return app.programmes.walks.map((plan) => ({
			id: plan.id,
			name: walks[plan.id]?.name ?? '',
			body: walks[plan.id]?.whom ?? ''
		}));
	return app.programmes.sequences
		.filter((each) => each.programmeId === id && isOfPlans(each.id))
		.map((each) => ({
			id: each.id,
			name: `${sequences[each.id]?.name ?? ''} · ${i18n.t('time.min', { n: Math.round(each.seconds / 60) })}`,
			body: sequences[each.id]?.use ?? ''
		}));
}

/** What is offered first: of walks the middle plan, as at the first start. */
export const firstVariant = (variants: readonly Variant[], id: ProgrammeId): Variant | undefined =>
	(id === 'walk' ? variants[1] : undefined) ?? variants[0];
