// Days named on an axis, in words: with their year where the axis crosses one, and never on each other.

import type { LocalDay } from '#lib/domain/local-day.ts';
import { monthDayText, shortDayText } from '#lib/i18n/time-text.ts';

export interface NamedDay {
	readonly on: LocalDay;
	readonly x: number;
}

export interface AxisDay extends NamedDay {
	readonly text: string;
	readonly anchor: 'start' | 'middle' | 'end';
}

/** Of a letter at the size of the axes, a little more than on average, and the least air between two days. */
const LETTER = 7;
const AIR = 6;

const BEFORE = { start: 0, middle: 0.5, end: 1 } as const;

const leftOf = ({ x, text, anchor }: AxisDay): number => x - BEFORE[anchor] * LETTER * text.length;

const fits = (days: readonly AxisDay[]): boolean =>
	days.every((day, n) => {
		const before = days[n - 1];
		return !before || leftOf(before) + LETTER * before.text.length + AIR <= leftOf(day);
	});

/**
 * The first day stands to the right of its place, the last one, `end`, to the left. A day of another year than `end` has
 * its year; where there is no room for that the middle is left out first, and then the years.
 */
export function axisDays(language: string, named: readonly NamedDay[], end: LocalDay): readonly AxisDay[] {
	const withText = (textOf: (on: LocalDay) => string): readonly AxisDay[] =>
		named.map(({ on, x }, n) => ({
			on,
			x,
			text: textOf(on),
			anchor: n === 0 ? 'start' : n === named.length - 1 ? 'end' : 'middle'
		}));
	const years = withText((on) => shortDayText(language, on, end));
	const ends = years.filter(({ anchor }) => anchor !== 'middle');
	return [years, ends].find(fits) ?? withText((on) => monthDayText(language, on));
}
