// Begins a plan: beside what runs, or in the place of something. Two plans of running never run side by side.

import type { Weekday } from '#lib/domain/local-day.ts';
import { stayedAt } from '#lib/domain/plans.ts';
import { stageToTakeUp } from '#lib/domain/run-proposal.ts';
import type { ProgrammeId } from '#lib/domain/session.ts';
import { isRunProgramme } from '#lib/domain/usual-days.ts';
import type { App } from './app.svelte.ts';
import { firstVariant, variantsOf } from './programme-words.ts';
import { weeksShelf } from './weeks-shelf.svelte.ts';

/** Beside what runs, instead of all of it, or instead of this one. */
export type Place = 'beside' | 'all' | ProgrammeId;

/** Where a plan of `id` may be put, the one that is offered first in front; one only where nothing runs. */
export function placesFor(app: App, id: ProgrammeId): readonly Place[] {
	const ids = app.agenda.plans.map(({ plan }) => plan.programmeId);
	const otherRun = isRunProgramme(id) ? ids.find(isRunProgramme) : undefined;
	if (otherRun) return ids.length > 1 ? [otherRun, 'all'] : [otherRun];
	return ids.length === 0 ? ['beside'] : ['beside', ...ids, ...(ids.length > 1 ? (['all'] as const) : [])];
}

/** The stage of running for this person: where it would go on for somebody who ran before, else the first. */
export const runStageOf = (app: App): string =>
	stageToTakeUp(app.snapshot, app.programmes, app.today) ?? app.programmes.runWalk.stages[0]?.id ?? '';

/** The first rung of a plan: a stage, the week of longer running, a walking plan, a sequence. */
function rungOf(app: App, id: ProgrammeId, variant: string): string {
	if (id === 'run-walk') return runStageOf(app);
	if (id === 'running') return `R${weeksShelf.longer?.weeks[0]?.week ?? ''}`;
	return variant || (firstVariant(variantsOf(app, id), id)?.id ?? '');
}

interface Beginning {
	readonly id: ProgrammeId;
	/** A walking plan or a sequence; empty where none was chosen. */
	readonly variant: string;
	readonly weekdays: readonly Weekday[];
	readonly place: Place;
}

export async function beginProgramme(app: App, { id, variant, weekdays, place }: Beginning): Promise<void> {
	const on = app.today;
	const begun = { type: 'begun' as const, programmeId: id, stageId: rungOf(app, id, variant), weekdays, on };
	const isAlone = place === 'all' || app.agenda.plans.length === 0;
	const stays = id === 'run-walk' && stayedAt(app.snapshot.choices) !== null;
	await app.choose([
		...(place === 'all' || place === 'beside' ? [] : [{ type: 'ended' as const, programmeId: place, on }]),
		isAlone ? begun : { ...begun, beside: true },
		...(stays ? [{ type: 'stayed' as const, stageId: null, on }] : [])
	]);
}
