// What a proposal was read from, in a few short lines for the sheet that says why.

import type { NextSession } from '#lib/domain/next-session.ts';
import { why } from '#lib/i18n/why.ts';
import type { App } from './app.svelte.ts';
import { sessionWords } from './session-words.ts';

/** What the proposal was read from, in a few short lines. */
export function lookedAt(app: App, next: NextSession): readonly string[] {
	const last = app.sessions.at(-1);
	const { gate, planned } = next;
	const name = last ? sessionWords(app.texts, last.session).name : '';
	const light = last ? app.reading.lightOf(last).light : 'unknown';
	const rounded = (pain: number): number => Math.round(pain);
	return [
		last ? why.t('lastSession', { name, light: app.texts.lights[light].name }) : why.t('noSession'),
		...(planned.greensNeeded > 0 ? [why.t('greens', { n: planned.greens, of: planned.greensNeeded })] : []),
		...(gate && gate.median !== null ? [why.t('median', { n: rounded(gate.median) })] : []),
		...(gate && gate.peak !== null ? [why.t('peak', { n: gate.peak })] : []),
		...(gate && gate.peak === null ? [why.t('noDiary')] : []),
		...(next.painNow === null ? [] : [why.t('painNow', { n: next.painNow })])
	];
}
