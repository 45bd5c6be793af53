// The translator of this page, as something that can change while the page is open.

import { loadMessages, type MessageKey, type Messages } from './messages.ts';
import { fill, type Params } from './translate.ts';

export type Language = 'en' | 'de';

class I18n {
	#messages = $state.raw<Messages | null>(null);
	#language = $state<Language>('en');

	get language(): Language {
		return this.#language;
	}
	get ready(): boolean {
		return this.#messages !== null;
	}

	/** Loads and shows another language. */
	async use(language: Language): Promise<void> {
		const messages = await loadMessages(language);
		this.#messages = messages;
		this.#language = language;
	}

	/** The sentence `key`, filled. Empty before the first language has been loaded. */
	t(key: MessageKey, params?: Params): string {
		return this.#messages ? fill(this.#messages[key], this.#language, params) : '';
	}

	/** A sentence of the content, filled in the same way. */
	fill(sentence: string, params?: Params): string {
		return fill(sentence, this.#language, params);
	}
}

export const i18n = new I18n();
