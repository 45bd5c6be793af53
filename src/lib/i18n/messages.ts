// The sentences of the screens in both languages. English names the keys; a line that German lacks is a compile error.

import type de from './de.json';
import type en from './en.json';

export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, string>>;

/** The compiler's proof that both files have the same keys. */
type Same = keyof typeof en extends keyof typeof de ? (keyof typeof de extends keyof typeof en ? true : never) : never;
const same: Same = true;
void same;

/** Loads the sentences of one language; the other stays on disk. */
export async function loadMessages(language: 'en' | 'de'): Promise<Messages> {
	const module = language === 'de' ? await import('./de.json') : await import('./en.json');
	return module.default;
}
