// Which core sequence comes next: a fold over what was done. Source: evidence.md 7.5 'earned like run stages' [P].

import type { Light } from './light.ts';
import type { SessionRecord } from './record.ts';
import { RULES } from './rules.ts';

/** Why this level; a text id. */
export type CoreReason =
	'start' | 'earned' | 'oneMoreGreen' | 'noAnswers' | 'repeatAmber' | 'stepBackAmber' | 'stepBackRed';

export interface CoreLevel {
	/** Index in RULES.coreLevels. */
	readonly level: number;
	/** Green sessions at this level. */
	readonly greens: number;
	readonly ambers: number;
	readonly reason: CoreReason;
}

/** So many core sessions that another level may be earned: its sequence should be at hand. */
export const mayHaveEarned = (records: readonly SessionRecord[]): boolean =>
	records.filter(({ session }) => session.programmeId === 'core').length >= greensOfLevel(0);

/** A core session that was done. `level`: index of its sequence. */
export interface CoreEvent {
	readonly level: number;
	readonly light: Light;
}

export const coreLevelOf = (sequenceId: string): number =>
	RULES.coreLevels.findIndex((level) => level.sequenceId === sequenceId);

export const greensOfLevel = (level: number): number => RULES.coreLevels[level]?.greensToMoveUp ?? Infinity;

function afterCore(before: CoreLevel, { level, light }: CoreEvent): CoreLevel {
	if (light === 'unknown') return { ...before, reason: 'noAnswers' };
	const at = level === before.level ? before : { ...before, level, greens: 0, ambers: 0 };
	const lower = { level: Math.max(0, at.level - 1), greens: 0, ambers: 0 };
	if (light === 'red') return { ...lower, reason: 'stepBackRed' };
	if (light === 'amber') {
		const ambers = at.ambers + 1;
		return ambers < RULES.ambersToEasierLevel
			? { ...at, ambers, reason: 'repeatAmber' }
			: { ...lower, reason: 'stepBackAmber' };
	}
	const greens = at.greens + 1;
	return greens < greensOfLevel(at.level)
		? { ...at, greens, ambers: 0, reason: 'oneMoreGreen' }
		: { level: at.level + 1, greens: 0, ambers: 0, reason: 'earned' };
}

/** The level after these sessions, oldest first. Greens at a level add up; two ambers in a row or a red lead one back. */
export const coreLevelAfter = (start: number, events: readonly CoreEvent[]): CoreLevel =>
	events.reduce(afterCore, { level: start, greens: 0, ambers: 0, reason: 'start' });
