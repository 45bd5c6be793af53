// The sentences of one area of screens, loaded when somebody goes there: the first screen carries only its own.
// German is checked against English by the compiler, as in messages.ts, where the area is made.

import { i18n, type Language } from './i18n.svelte.ts';
import type { Params } from './translate.ts';

type Sentences<Key extends string> = Readonly<Record<Key, string>>;
type Load<Key extends string> = () => Promise<{ readonly default: Sentences<Key> }>;

export class Area<Key extends string> {
	readonly #loads: Readonly<Record<Language, Load<Key>>>;
	#sentences = $state.raw<Sentences<Key> | null>(null);
	#language: Language | null = null;

	constructor(loads: Readonly<Record<Language, Load<Key>>>) {
		this.#loads = loads;
	}

	/** Loads the sentences of the language in use. To be awaited in the `load` of a page, before anything is shown. */
	async ready(): Promise<void> {
		const { language } = i18n;
		if (this.#language === language) return;
		const { default: sentences } = await this.#loads[language]();
		this.#sentences = sentences;
		this.#language = language;
	}

	/** The sentence `key`, filled. Empty before `ready`. After a change of the language in another tab the new ones follow. */
	t(key: Key, params?: Params): string {
		if (this.#language && this.#language !== i18n.language) void this.ready().catch(() => undefined);
		return this.#sentences ? i18n.fill(this.#sentences[key], params) : '';
	}
}
