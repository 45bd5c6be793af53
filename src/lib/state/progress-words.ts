// Numbers and pictures of progress in words.

import { reachOf, type PainDot } from '#lib/domain/pain-dots.ts';
import type { LinePoint } from '#lib/domain/pain-change.ts';
import type { Span } from '#lib/domain/period.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { numberText as textOfNumber } from '#lib/i18n/number-text.ts';
import { progress } from '#lib/i18n/progress.ts';
import { dateText } from '#lib/i18n/time-text.ts';

/** Whole numbers, as the language writes them: halves of a median are rounded only here. */
export const numberText = (value: number, digits = 0): string => textOfNumber(i18n.language, value, digits);

interface Chart {
	readonly span: Span;
	readonly dots: readonly PainDot[];
	readonly line: readonly LinePoint[];
	readonly sessionDays: readonly string[];
}

/** The pain chart, for those who do not see it. */
export function chartWords({ span, dots, line, sessionDays }: Chart): string {
	const days = { from: dateText(i18n.language, span.from), to: dateText(i18n.language, span.to) };
	const reach = reachOf(dots);
	const last = line.findLast((point) => point.median !== null);
	return [
		reach ? progress.t('chart.say', { ...days, ...reach, entries: dots.length }) : progress.t('chart.sayNone', days),
		last
			? progress.t('chart.sayLine', { on: dateText(i18n.language, last.on), median: numberText(last.median ?? 0) })
			: '',
		sessionDays.length > 0 ? progress.t('chart.saySessions', { sessions: sessionDays.length }) : ''
	]
		.filter(Boolean)
		.join(' ');
}
