// Twelve weeks of one person, as a backup file that the app reads: a diary, runs and exercises, answers. The same every
// time, and always seen from Monday, 23 November 2026, nine in the morning.

import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { addDays, weekdayOf } from '#lib/domain/local-day.ts';
import { runSession, type RunStage } from '#lib/domain/programme.ts';
import type { Session } from '#lib/domain/session.ts';
import { aStep, playedThrough } from '../builders.ts';
import { DATA_VERSION } from './data-version.ts';
import { button, notice } from './journey.ts';

export const SEASON_TODAY = '2026-11-23';
export const SEASON_START = '2026-08-31';
const DAYS = 84;

const { stages } = JSON.parse(
	readFileSync(new URL('../../../src/lib/content/run-walk.json', import.meta.url), 'utf8')
) as { stages: readonly RunStage[] };

const dayAt = (n: number): string => addDays(SEASON_START, n);
const noon = (on: string): number => Date.parse(`${on}T11:00:00Z`);
/** 0 to 1, the same for the same n. */
const chance = (n: number): number => Math.abs(Math.sin(n * 12.9898) * 43_758.5453) % 1;

const core: Session = {
	id: 'core/core-a-10',
	programmeId: 'core',
	stageId: 'core-a-10',
	blocks: [
		{
			type: 'block',
			id: 'all',
			repeat: 6,
			items: [aStep('strength', 80, { exerciseId: 'hip-bridge' }), aStep('rest', 20)]
		}
	]
};
const yoga: Session = { ...core, id: 'yoga/yoga-20', programmeId: 'yoga', stageId: 'yoga-20' };

const pains = (value: number, everywhere: boolean) => ({
	back: value,
	leg: everywhere ? 20 : null,
	elsewhere: everywhere ? 30 : null
});
const kept = (id: string, on: string) => ({ id, on, updatedAt: noon(on), at: noon(on) });

export interface SeasonOf {
	readonly language: 'en' | 'de';
	/** Pain at the end of the twelve weeks; it begins at 54. */
	readonly endsAt?: number;
	/** So many entries a day, and so many words in each note. */
	readonly entriesADay?: number;
	/** Everything that may stand on the sheet, as long as it may be. */
	readonly full?: boolean;
	readonly notes?: number;
	readonly incidents?: number;
}

function entriesOf({ endsAt = 36, entriesADay = 1, notes = 3, full = false }: SeasonOf) {
	return Array.from({ length: DAYS }, (_, n) => n)
		.filter((n) => chance(n) > 0.15 || n < 7 || n > DAYS - 8)
		.flatMap((n, index, all) =>
			Array.from({ length: entriesADay }, (_, k) => {
				const value = Math.round(54 + ((endsAt - 54) * n) / DAYS + 16 * (chance(n + 31 * k + 7) - 0.5));
				const note =
					index >= all.length - notes && k === 0 ? `Note ${n}: slept well, ${'stairs and garden, '.repeat(12)}` : '';
				return {
					...kept(`entry-${n}-${k}`, dayAt(n)),
					now: null,
					average: pains(value, full),
					worst: pains(Math.min(100, value + 18), full),
					note
				};
			})
		);
}

const sessionOf = (n: number): Session | null => {
	const weekday = weekdayOf(dayAt(n));
	const stage = stages[Math.min(10, Math.floor(n / 8))];
	if ([0, 2, 5].includes(weekday) && chance(n + 5) > 0.2 && stage) return runSession(stage);
	if (weekday === 1 && chance(n + 9) > 0.3) return core;
	return weekday === 6 && chance(n + 2) > 0.6 ? yoga : null;
};

function sessionsOf() {
	return Array.from({ length: DAYS }, (_, n) => n).flatMap((n) => {
		const session = sessionOf(n);
		return session
			? [
					{
						id: `session-${n}`,
						on: dayAt(n),
						updatedAt: noon(dayAt(n)),
						session,
						log: playedThrough(session, noon(dayAt(n)))
					}
				]
			: [];
	});
}

function answersOf({ incidents = 1, full = false }: SeasonOf) {
	const scores = [3, 5] as const;
	const asked = ([0, 6] as const).flatMap((week, index) => [
		{
			...kept(`doing-${week}`, dayAt(7 * week)),
			type: 'activities',
			week,
			activities: ['Schuhe binden', 'Garden', 'Sitting for an hour'].map((name, n) => ({
				name: full ? `${name}, ${'and so on '.repeat(9)}`.slice(0, 80) : name,
				score: (scores[index] ?? 0) + n
			}))
		},
		{
			...kept(`beliefs-${week}`, dayAt(7 * week)),
			type: 'beliefs',
			week,
			runningIsSafe: 4 + 2 * index,
			canDoPlan: 6 + index
		}
	]);
	const days = Array.from({ length: 20 }, (_, n) => ({
		...kept(`medicine-${n}`, dayAt(4 * n)),
		type: 'medicine',
		taken: n % 3 === 0
	}));
	const stops = Array.from({ length: incidents }, (_, n) => n).flatMap((n) => [
		{
			...kept(`stop-${n}`, dayAt(70 - 2 * n)),
			type: 'stopped',
			sessionId: `session-${n}`,
			why: 'leg',
			legSigns: ['limp']
		},
		{
			...kept(`signs-${n}`, dayAt(69 - 2 * n)),
			type: 'warningSigns',
			ticked: n === 0 ? [] : ['belowKnee', 'kidney', 'fever', 'cancer']
		}
	]);
	const said = { ...kept('said', dayAt(70)), type: 'weekReview', monday: dayAt(63), wentWell: 'Walked to the lake' };
	return [...asked, ...days, ...stops, said];
}

export function seasonFile(of: SeasonOf): string {
	const settings = {
		updatedAt: noon(SEASON_TODAY),
		language: of.language,
		theme: 'system',
		soundMode: 'quiet',
		voice: false,
		voiceLanguage: 'screen',
		phoneTest: null,
		vibration: true,
		flash: false,
		country: of.language === 'de' ? 'de' : 'gb',
		skin: 'brown',
		hair: 'grey'
	};
	const begun = {
		id: 'begun',
		type: 'begun',
		on: SEASON_START,
		updatedAt: noon(SEASON_START) - 7_200_000,
		programmeId: 'run-walk',
		stageId: 'S1',
		weekdays: [0, 2, 5]
	};
	const movements = [3, 24, 45, 77].map((n) => ({
		id: `m-${n}`,
		on: dayAt(n),
		updatedAt: noon(dayAt(n)),
		kind: 'cycling',
		minutes: 40,
		note: ''
	}));
	const snapshot = {
		version: DATA_VERSION,
		settings,
		choices: [begun],
		sessions: sessionsOf(),
		checkIns: [],
		ownSessions: [],
		movements,
		entries: entriesOf(of),
		answers: answersOf(of),
		running: null,
		heartbeat: null
	};
	return JSON.stringify({
		app: 'rueckenwind',
		version: DATA_VERSION,
		appVersion: '0.1.0',
		exportedAt: `${SEASON_TODAY}T09:00:00+01:00`,
		snapshot
	});
}

/** On that Monday, with the season read from its file. */
export async function withSeason(page: Page, of: SeasonOf): Promise<void> {
	await page.clock.setFixedTime(new Date(`${SEASON_TODAY}T09:00:00+01:00`));
	await page.goto('/settings');
	const chooser = page.waitForEvent('filechooser');
	await button(page, 'data.readFile').click();
	await (
		await chooser
	).setFiles({ name: 'season.json', mimeType: 'application/json', buffer: Buffer.from(seasonFile(of)) });
	await button(page, 'import.confirm').click();
	await expect(notice(page, 'import.done')).toBeVisible();
}
