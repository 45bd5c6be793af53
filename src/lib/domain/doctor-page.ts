// What stands on the page for a doctor's appointment: counted and listed as it was entered, nothing concluded from it.
// Source: users.md 6 (12); evidence.md 9.3: stored and plotted, no more; decisions.md, 'Medicine'.

import type { Answer, LegSign, NewSign, StopWhy } from './answer.ts';
import { diaryDays, medianOf, SITES, type Site } from './diary.ts';
import type { PainEntry } from './entry.ts';
import type { LocalDay } from './local-day.ts';
import { isWithin, type Span } from './period.ts';
import { isKept, type CheckIn, type OtherMovement } from './record.ts';

/** What was entered about one site in the span. Pain is 0-100. */
export interface SitePain {
	readonly site: Site;
	readonly days: number;
	/** Of the values of the days; `null`: only worst ones were entered. */
	readonly median: number | null;
	readonly peak: number;
}

/** What did not go well, as it was answered. */
export type Incident = { readonly on: LocalDay } & (
	| { readonly type: 'stopped'; readonly why: StopWhy; readonly legSigns: readonly LegSign[] }
	| {
			readonly type: 'afterSession';
			readonly endedByBody: boolean;
			readonly legSigns: readonly LegSign[];
			readonly newSigns: readonly NewSign[];
	  }
	| { readonly type: 'warningSigns'; readonly ticked: readonly string[] }
);

/** Something the person wrote, which they may put on the page. */
export interface Note {
	readonly id: string;
	readonly on: LocalDay;
	readonly text: string;
}

/** Days with the tick, of all days on which it was answered. */
export interface MedicineDays {
	readonly taken: number;
	readonly answered: number;
}

/** Sites with an entry in the span, in the order of SITES. */
export const sitePains = (entries: readonly PainEntry[], span: Span): readonly SitePain[] =>
	SITES.flatMap((site) => {
		const days = diaryDays(entries, site).filter(({ on }) => isWithin(span, on));
		if (days.length === 0) return [];
		const values = days.flatMap(({ value }) => value ?? []);
		return [{ site, days: days.length, median: medianOf(values), peak: Math.max(...days.map(({ peak }) => peak)) }];
	});

const newestFirst = <T extends { readonly on: LocalDay }>(list: readonly T[]): readonly T[] =>
	list.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));

const ofAnswer = (answer: Answer): readonly Incident[] => {
	if (answer.type === 'stopped')
		return [{ type: 'stopped', on: answer.on, why: answer.why, legSigns: answer.legSigns }];
	return answer.type === 'warningSigns' && answer.ticked.length > 0
		? [{ type: 'warningSigns', on: answer.on, ticked: answer.ticked }]
		: [];
};

function ofCheckIn({ on, stoppedBy, legSigns = [], newSigns = [] }: CheckIn): readonly Incident[] {
	const endedByBody = stoppedBy === 'body';
	return endedByBody || legSigns.length > 0 || newSigns.length > 0
		? [{ type: 'afterSession', on, endedByBody, legSigns, newSigns }]
		: [];
}

/** Stops, signs of the legs and warning signs of the span, newest first. */
export const incidents = (answers: readonly Answer[], checkIns: readonly CheckIn[], span: Span): readonly Incident[] =>
	newestFirst(
		[...answers.filter(isKept).flatMap(ofAnswer), ...checkIns.filter(isKept).flatMap(ofCheckIn)].filter(({ on }) =>
			isWithin(span, on)
		)
	);

/** How often the warning signs were looked through in the span, whatever was ticked. */
export const signsAnswered = (answers: readonly Answer[], span: Span): number =>
	answers.filter((answer) => answer.type === 'warningSigns' && isKept(answer) && isWithin(span, answer.on)).length;

/** A day counts once, by the answer that was changed last. */
export function medicineDays(answers: readonly Answer[], span: Span): MedicineDays {
	const days = new Map<LocalDay, boolean>();
	for (const answer of answers.filter(isKept).toSorted((a, b) => a.updatedAt - b.updatedAt))
		if (answer.type === 'medicine' && isWithin(span, answer.on)) days.set(answer.on, answer.taken);
	return { taken: [...days.values()].filter(Boolean).length, answered: days.size };
}

/** Everything of the span with a note in it. */
export interface Noted {
	readonly entries: readonly PainEntry[];
	readonly checkIns: readonly CheckIn[];
	readonly movements: readonly OtherMovement[];
}

/** What was written in the span, newest first, each in one line. */
export const notesOf = ({ entries, checkIns, movements }: Noted, span: Span): readonly Note[] =>
	newestFirst(
		[...entries, ...checkIns, ...movements].flatMap((each) => {
			const text = each.note.replaceAll(/\s+/g, ' ').trim();
			return isKept(each) && text !== '' && isWithin(span, each.on) ? [{ id: each.id, on: each.on, text }] : [];
		})
	);

/** Characters of a printed line, a little fewer than really fit, and the most that is printed of one text. */
const LINE = 90;
const MOST = 3 * LINE;

/** Lines of the sheet for incidents and notes together, and how many of them incidents may have. */
export const SHEET_LINES = { all: 15, incidents: 9 } as const;

const shortened = (text: string): string => (text.length <= MOST ? text : `${text.slice(0, MOST - 1).trimEnd()}…`);

export interface Fitted {
	readonly shown: readonly string[];
	readonly lines: number;
	/** How many texts did not fit. */
	readonly left: number;
}

/** Those texts, from the first on, that fit into so many lines of the page; long ones end with an ellipsis. */
export function fitting(texts: readonly string[], lines: number): Fitted {
	const shown: string[] = [];
	let used = 0;
	for (const text of texts.map(shortened)) {
		const needed = Math.ceil(text.length / LINE);
		if (used + needed > lines) break;
		used += needed;
		shown.push(text);
	}
	return { shown, lines: used, left: texts.length - shown.length };
}

/** A list in one text that is printed whole: as many of its parts as fit, and how many are left to be counted. */
export function listed(
	parts: readonly string[],
	room = MOST - LINE / 2
): { readonly text: string; readonly left: number } {
	let count = 0;
	for (let length = 0; count < parts.length; count++) {
		length += (parts[count]?.length ?? 0) + 2;
		if (count > 0 && length > room) break;
	}
	return { text: parts.slice(0, count).join('; '), left: parts.length - count };
}
