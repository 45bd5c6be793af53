// The sentences of weeks.json that a screen shows: kinds of other movement, what may ache after a first session, why a
// long run is as it is, and what a week has no room for.
// Loaded by whoever needs them; the first screen never does.

import type { AcheKind } from '#lib/domain/ache.ts';
import type { LongRunReason } from '#lib/domain/long-run.ts';
import type { OtherKind } from '#lib/domain/record.ts';
import { RULES } from '#lib/domain/rules.ts';
import type { Guarded } from '#lib/domain/run-guard.ts';
import type { MoveRefusal } from '#lib/domain/week-wish.ts';
import type { UnplacedReason } from '#lib/domain/week.ts';
import { dayText } from '#lib/i18n/time-text.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type words from '#lib/i18n/weeks.json';

/** Minutes with at most one decimal. */
const minutesOf = (seconds: number): number => Math.round(seconds / 6) / 10;

class WeekWords {
	#words = $state.raw<typeof words | null>(null);

	/** Loads both languages, once. Without them (offline before they were kept) nothing is said; asked again next time. */
	async ready(): Promise<void> {
		this.#words ??= await import('#lib/i18n/weeks.json').then((module) => module.default).catch(() => null);
	}

	/** All of them in the language in use; `null` before `ready`. */
	get sentences(): (typeof words)['en'] | null {
		return this.#words?.[i18n.language] ?? null;
	}

	/** 'Cycling'. Empty before `ready`. */
	movement(kind: OtherKind): string {
		return this.#words?.[i18n.language].movement[kind] ?? '';
	}

	/** What may ache after the first session of this kind. Empty before `ready`. */
	first(kind: AcheKind): string {
		return this.#words?.[i18n.language].first[kind] ?? '';
	}

	/** Why it is this week of longer running. Empty before `ready`. */
	longRun(reason: LongRunReason): string {
		return this.#words?.[i18n.language].longRun[reason] ?? '';
	}

	/** Why the run is as long as it is, with its numbers. Empty before `ready`. */
	guard({ reason, seconds, wishedSeconds, longestSeconds, longestOn }: Guarded): string {
		return i18n.fill(this.#words?.[i18n.language].guard[reason] ?? '', {
			days: RULES.longRun.windowDays,
			percent: RULES.longRun.atMostPercent - 100,
			wished: minutesOf(wishedSeconds),
			longest: minutesOf(longestSeconds),
			minutes: minutesOf(seconds),
			on: longestOn === null ? '' : dayText(i18n.language, longestOn)
		});
	}

	/** Why a session has no day, or cannot be moved to one. Empty before `ready`. */
	week(reason: UnplacedReason | MoveRefusal): string {
		return this.#words?.[i18n.language].week[reason] ?? '';
	}
}

export const weekWords = new WeekWords();
