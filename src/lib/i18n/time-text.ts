// Lengths and days as people read them. Pure: the language comes in, and so does the day.

/** `m:ss` of a remaining time, rounded up, so that 0:00 is only ever the end. Minutes may exceed 59. */
export function clockText(ms: number): string {
	const seconds = Math.max(0, Math.ceil(ms / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `m:ss` of a length: 1:30. */
export const lengthText = (ms: number): string => clockText(Math.round(ms / 1000) * 1000);

/** Whole minutes of a length, rounded; at least 1 for anything that was played. */
export const wholeMinutes = (ms: number): number => (ms <= 0 ? 0 : Math.max(1, Math.round(ms / 60_000)));

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = language + JSON.stringify(options);
	const known = dayFormats.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
	dayFormats.set(key, known);
	return known;
}

const tagOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** 'Thursday, 14 May'. */
export const dayText = (language: string, day: string): string =>
	dayFormat(tagOf(language), { weekday: 'long', day: 'numeric', month: 'long' }).format(noon(day));

/** 'Thursday'. */
export const weekdayText = (language: string, day: string): string =>
	dayFormat(tagOf(language), { weekday: 'long' }).format(noon(day));

/** 'Thu', in German 'Do'. */
export const shortWeekdayText = (language: string, day: string): string =>
	dayFormat(tagOf(language), { weekday: 'short' }).format(noon(day)).replace('.', '');

/** '14 May 2026'. */
export const dateText = (language: string, day: string): string =>
	dayFormat(tagOf(language), { day: 'numeric', month: 'long', year: 'numeric' }).format(noon(day));

/** '18:42', in the person's own time zone. */
export const timeText = (language: string, at: number): string =>
	new Intl.DateTimeFormat(tagOf(language), { hour: 'numeric', minute: '2-digit' }).format(new Date(at));

/** '14 May', in German '14. Mai'. */
export const monthDayText = (language: string, day: string): string =>
	dayFormat(tagOf(language), { day: 'numeric', month: 'short' }).format(noon(day));

const isSameYear = (day: string, today: string): boolean => day.slice(0, 4) === today.slice(0, 4);

/** '14 May'; of another year than that of `today` '14 May 2025', in German '14. Mai 2025'. */
export const shortDayText = (language: string, day: string, today: string): string =>
	isSameYear(day, today)
		? monthDayText(language, day)
		: dayFormat(tagOf(language), { day: 'numeric', month: 'short', year: 'numeric' }).format(noon(day));

/** 'Thursday, 14 May'; of another year than that of `today` '14 May 2025'. */
export const fullDayText = (language: string, day: string, today: string): string =>
	isSameYear(day, today) ? dayText(language, day) : dateText(language, day);
