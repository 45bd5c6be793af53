// A moment as a person types it: a day and a time of day, in their own time zone.

import { isLocalDay, type LocalDay } from '#lib/domain/local-day.ts';

const TIME = /^(\d{2}):(\d{2})/;

/** Epoch milliseconds of this time on this day; `null` for what is neither a day nor a time. */
export function momentOf(day: LocalDay, time: string): number | null {
	const [, hours, minutes] = TIME.exec(time) ?? [];
	if (!isLocalDay(day) || hours === undefined || minutes === undefined) return null;
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return new Date(year, month - 1, date, Number(hours), Number(minutes)).getTime();
}

/** 'HH:MM', as a field for times wants it. */
export function timeOfDay(at: number): string {
	const date = new Date(at);
	return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
