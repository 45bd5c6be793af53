// A week that stands in the book as an example, and how it becomes wishes of one's own. Knows the ids of what is done,
// not what they stand for: the caller brings the sessions.

import type { Weekday } from './local-day.ts';
import type { Session } from './session.ts';
import type { Wish } from './week-wish.ts';

/** One thing of a day: any one of these. `run` and `walk` are what comes next there; all else are sequences. */
export interface SampleSlot {
	readonly any: readonly string[];
	readonly optional?: true;
}

/** Seven days, Monday first. Source: evidence.md 7.5 [P]. */
export interface SampleWeek {
	readonly id: string;
	readonly days: readonly (readonly SampleSlot[])[];
}

interface Slot {
	readonly id: string;
	readonly day: Weekday;
	readonly optional: boolean;
}

/** Asked for each slot with more than one possibility; the first when it answers nothing that is there. */
export type Pick = (any: readonly string[], day: Weekday) => string | undefined;

function slotsOf(sample: SampleWeek, pick: Pick): readonly Slot[] {
	return sample.days.flatMap((slots, index) =>
		slots.flatMap(({ any, optional }) => {
			const day = index as Weekday;
			const picked = pick(any, day) ?? '';
			const id = any.includes(picked) ? picked : any[0];
			return id === undefined ? [] : [{ id, day, optional: optional === true }];
		})
	);
}

/**
 * A sample week as wishes: what stands on several days under the same id is one wish. `sessionOf` turns an id into the
 * session that is done; ids for which it knows none are left out.
 */
export function wishesOf(
	sample: SampleWeek,
	sessionOf: (id: string) => Session | null,
	pick: Pick = () => undefined
): readonly Wish[] {
	const slots = slotsOf(sample, pick);
	const nameOf = ({ id, optional }: Slot): string => (optional ? `${id}-optional` : id);
	const names = [...new Set(slots.map(nameOf))];
	return names.flatMap((name): readonly Wish[] => {
		const same = slots.filter((slot) => nameOf(slot) === name);
		const [first] = same;
		const session = first ? sessionOf(first.id) : null;
		if (!first || !session) return [];
		const wish = { id: name, sessions: same.map(() => session), weekdays: same.map(({ day }) => day) };
		return first.optional ? [{ ...wish, optional: true }] : [wish];
	});
}
