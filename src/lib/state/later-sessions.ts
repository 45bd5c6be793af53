// Sessions of later programmes by their address: `running/13/long`, `running/13/1`, `run-walk/W2`.

import { continuousRun, stayStages } from '#lib/domain/longer-running.ts';
import type { Shelf } from '#lib/domain/next-up.ts';
import type { LocalDay } from '#lib/domain/local-day.ts';
import { runSession, type Programmes } from '#lib/domain/programme.ts';
import type { Snapshot } from '#lib/domain/record.ts';
import { guardRun } from '#lib/domain/run-guard.ts';
import type { Session } from '#lib/domain/session.ts';
import { weeksShelf } from './weeks-shelf.svelte.ts';

/** What of the app is read here. */
interface Known {
	readonly programmes: Programmes;
	readonly snapshot: Snapshot;
	readonly today: LocalDay;
}

/** What the plans are read with. */
export const shelfOf = ({ programmes }: Pick<Known, 'programmes'>): Shelf => ({
	programmes,
	longer: weeksShelf.longer
});

/** A run of longer running is as long as its guard allows; without any run of late there is none. */
function longerRunById(week: string, place: string, { snapshot, today }: Known): Session | null {
	const found = weeksShelf.longer?.weeks.find((each) => String(each.week) === week);
	const minutes = place === 'long' ? found?.longMinutes : found?.otherMinutes[Number(place) - 1];
	if (!found || minutes === undefined) return null;
	const { seconds } = guardRun(minutes * 60, snapshot.sessions, today);
	return seconds > 0 ? continuousRun(found, place === 'long' ? 'long' : Number(place), seconds) : null;
}

/** The session with this id; `null` for an address that names none, and while its content is not loaded. */
export function laterSession(id: string, known: Known): Session | null {
	const [programme, first = '', second = ''] = id.split('/');
	if (programme === 'running') return longerRunById(first, second, known);
	if (programme !== 'run-walk' || !weeksShelf.longer) return null;
	const step = stayStages(weeksShelf.longer).find((stage) => stage.id === first);
	return step ? runSession(step) : null;
}
