// Runs at build time only. The page itself, before any script, says what it says from the message files. In the
// prerendered first page the scripts stand by until the words are painted (decision 0002): fetching and starting them
// first took as long as the paint itself.

import type { Handle } from '@sveltejs/kit';
import { base } from '$app/paths';
import words from '#lib/i18n/error.json';

/** Kit's own start; the head script of app.html sets it going. Its text, and with it its hash, stays as it is. */
const KIT_START = /<script>(?=\s*\{\s*__sveltekit)/;
const SENTENCE = /%rueckenwind\.(noScript|unstarted|again)\.(de|en)%/g;

const spoken = (html: string): string =>
	html.replaceAll(
		SENTENCE,
		(_, key: 'noScript' | 'unstarted' | 'again', language: 'de' | 'en') => words[language][key]
	);

const wordsFirst = (html: string): string =>
	html.replaceAll('rel="modulepreload"', 'rel="later"').replace(KIT_START, '<script type="later">');

export const handle: Handle = ({ event, resolve }) => {
	const isFirst = event.url.pathname === `${base}/`;
	return resolve(event, { transformPageChunk: ({ html }) => (isFirst ? wordsFirst(spoken(html)) : spoken(html)) });
};
