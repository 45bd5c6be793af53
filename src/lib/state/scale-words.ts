// The captions of the scales. The number is what is stored (decisions.md: pain words).

import { i18n } from '#lib/i18n/i18n.svelte.ts';

/** 0 none, up to 34 mild, 35-74 moderate, from 75 strong. */
export function painWord(value: number | null): string {
	if (value === null) return i18n.t('scale.unset');
	return i18n.t(value === 0 ? 'pain.none' : value <= 34 ? 'pain.mild' : value <= 74 ? 'pain.moderate' : 'pain.strong');
}

/** In terms of talking while moving: what a person can tell without a watch. */
export function effortWord(value: number | null): string {
	if (value === null) return i18n.t('scale.unset');
	return i18n.t(value <= 3 ? 'effort.easy' : value <= 6 ? 'effort.talk' : value <= 8 ? 'effort.words' : 'effort.max');
}
