// Runs at build time only. In the prerendered first page the scripts stand by until the words are painted
// (decision 0002): fetching and starting them first took as long as the paint itself.

import type { Handle } from '@sveltejs/kit';
import { base } from '$app/paths';

/** Kit's own start; the head script of app.html sets it going. Its text, and with it its hash, stays as it is. */
const KIT_START = /<script>(?=\s*\{\s*__sveltekit)/;

const wordsFirst = (html: string): string =>
	html.replaceAll('rel="modulepreload"', 'rel="later"').replace(KIT_START, '<script type="later">');

export const handle: Handle = ({ event, resolve }) =>
	event.url.pathname === `${base}/`
		? resolve(event, { transformPageChunk: ({ html }) => wordsFirst(html) })
		: resolve(event);
