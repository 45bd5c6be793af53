// What Today says: greeting, days of the week, when and why. Sentences come from messages and content.

import { addDays, daysBetween, type LocalDay } from '#lib/domain/local-day.ts';
import type { Phase, ProgrammeId } from '#lib/domain/session.ts';
import type { DayOfWeek } from '#lib/domain/week.ts';
import { dayText, shortWeekdayText, weekdayText } from '#lib/i18n/time-text.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { App } from './app.svelte.ts';

export interface DayWords {
	readonly day: LocalDay;
	readonly letter: string;
	readonly state: 'done' | 'today' | 'planned' | 'free';
	readonly isToday: boolean;
	readonly glyph: Phase | null;
	readonly words: string;
}

/** Of programmes that are no exercises. */
const GLYPH_OF: Partial<Record<ProgrammeId, Phase>> = { 'run-walk': 'run', walk: 'walk', running: 'run' };

/** 'Good morning', by the hour on this device. */
export function greetingAt(app: App): string {
	const hour = new Date(app.parts.clock.now()).getHours();
	return i18n.t(hour < 11 ? 'today.morning' : hour < 18 ? 'today.day' : 'today.evening');
}

/** The names of what is done or planned on a day, where several plans run. */
function whatOn(app: App, { planned, done }: DayOfWeek): string {
	if (app.agenda.plans.length < 2) return '';
	const ids = [...planned, ...done].map(({ session }) => session.programmeId);
	return [...new Set(ids)].map((id) => `, ${app.texts.programmes[id].name}`).join('');
}

/** The seven days of this week. What is planned comes before what was done that day. */
export function weekDays(app: App): readonly DayWords[] {
	return app.agenda.week.days.map((each) => {
		const { on: day, planned, done } = each;
		const isToday = day === app.today;
		const [first] = planned;
		const glyph = first ? (GLYPH_OF[first.session.programmeId] ?? 'strength') : null;
		const state = first ? (isToday ? 'today' : 'planned') : done.length > 0 ? 'done' : 'free';
		const words = `${weekdayText(i18n.language, day)}: ${i18n.t(`day.${state}`)}${whatOn(app, each)}`;
		return { day, letter: shortWeekdayText(i18n.language, day).slice(0, 2), state, isToday, glyph, words };
	});
}

/** 'Today', 'Tomorrow', 'Thursday', from a week on 'Monday 7 December'. */
export function dueWords(dueOn: LocalDay, today: LocalDay): string {
	const days = daysBetween(today, dueOn);
	if (days <= 0) return i18n.t('today.dueToday');
	if (dueOn === addDays(today, 1)) return i18n.t('today.dueTomorrow');
	// In a week from now the weekday alone would mean the nearer one.
	const day = days < 7 ? weekdayText(i18n.language, dueOn) : dayText(i18n.language, dueOn);
	return i18n.t('today.dueOn', { day });
}

/** Running minutes of each week of the programme, 0-1: the ridge on the horizon. */
export function ridgeOf(app: App): readonly number[] {
	const { runWalk } = app.programmes;
	const seconds = new Map(runWalk.stages.map((stage) => [stage.id, stage.runningSeconds]));
	const weeks = runWalk.weeks.map((week) => week.reduce((sum, id) => sum + (seconds.get(id) ?? 0), 0));
	const most = Math.max(...weeks);
	return weeks.map((week) => week / most);
}
