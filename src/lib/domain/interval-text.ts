// Intervals as a line that can be typed again. The words come in; interval-line.ts reads them back.

import type { IntervalItem } from './interval-line.ts';
import type { IntervalPhase } from './interval-words.ts';
import type { StepPlan } from './session.ts';

/** The words of one language, out of those that interval-words.ts knows. */
export type IntervalTextWords = Readonly<Record<IntervalPhase | 'minutes' | 'seconds' | 'decimal', string>>;

/** '2 min', '1.5 min', '45 s': minutes from one on, where they come out even or at a half. */
function lengthText(seconds: number, words: IntervalTextWords): string {
	if (seconds < 60 || seconds % 30 !== 0) return `${seconds} ${words.seconds}`;
	return `${String(seconds / 60).replace('.', words.decimal)} ${words.minutes}`;
}

const isNamed = (phase: string, words: IntervalTextWords): phase is IntervalPhase => phase in words;

const stretchText = (step: StepPlan, words: IntervalTextWords): string =>
	`${lengthText(step.seconds, words)} ${isNamed(step.phase, words) ? words[step.phase] : words.rest}`;

/** '10 min walk, 5x(1 min run, 2 min walk)'. What is neither run, walk nor rest is printed as a rest. */
export const printIntervals = (items: readonly IntervalItem[], words: IntervalTextWords): string =>
	items
		.map((item) =>
			item.type === 'step' ? stretchText(item, words) : `${item.repeat}x(${printIntervals(item.items, words)})`
		)
		.join(', ');
