// What stood in the way of keeping data, as a sentence with a way on.

import type { MessageKey } from '#lib/i18n/messages.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { App } from './app.svelte.ts';
import { waiting } from './waiting.svelte.ts';

function troubleKey(app: App): MessageKey | null {
	if (waiting.outdated) return 'trouble.outdated';
	if (app.openTrouble) return `trouble.${app.openTrouble.type}`;
	if (app.writeTrouble) return app.writeTrouble.type === 'full' ? 'trouble.full' : 'trouble.write';
	return null;
}

/** The sentence for the present trouble; empty when there is none. */
export function troubleWords(app: App): string {
	const key = troubleKey(app);
	return key ? i18n.t(key) : '';
}
