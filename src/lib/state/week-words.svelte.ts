// The sentences of weeks.json that a screen shows: kinds of other movement, and what may ache after a first session.
// Loaded by whoever needs them; the first screen never does.

import type { AcheKind } from '#lib/domain/ache.ts';
import type { OtherKind } from '#lib/domain/record.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type words from '#lib/i18n/weeks.json';

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
}

export const weekWords = new WeekWords();
