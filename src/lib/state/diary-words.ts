// What an entry of the diary says, and when it was.

import { PAIN_KINDS, SITES, type PainKind, type Site } from '#lib/domain/diary.ts';
import type { PainEntry, Pains } from '#lib/domain/entry.ts';
import type { LocalDay } from '#lib/domain/local-day.ts';
import { diary } from '#lib/i18n/diary.ts';
import { fullDayText, timeText } from '#lib/i18n/time-text.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';

/** 'Back at its worst'. */
export const scaleName = (site: Site, kind: PainKind): string =>
	diary.t('scale', { site: diary.t(`site.${site}`), kind: diary.t(`of.${kind}`) });

/** 'Back 30, Leg or foot 10'. */
const painsText = (pains: Pains): string =>
	SITES.flatMap((site) => {
		const n = pains[site];
		return n === null ? [] : diary.t('pain', { site: diary.t(`site.${site}`), n });
	}).join(', ');

/** 'Now: Back 30', one line for each kind that was entered. */
export const entryLines = (entry: Pick<PainEntry, PainKind>): readonly string[] =>
	PAIN_KINDS.flatMap((kind) => {
		const pains = entry[kind];
		return pains === null ? [] : diary.t('line', { kind: diary.t(`kind.${kind}`), pains: painsText(pains) });
	});

/** 'Thursday, 14 May, 18:42': the name of an entry. */
export const entryName = (entry: PainEntry, today: LocalDay): string =>
	diary.t('entry', { day: fullDayText(i18n.language, entry.on, today), time: timeText(i18n.language, entry.at) });
