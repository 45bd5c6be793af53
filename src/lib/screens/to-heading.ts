// Where the focus goes when what had it is gone from the page: to a heading that stands there now.

import { tick } from 'svelte';

/** To the heading with this id; without one, to that of the page. */
export async function toHeading(id?: string): Promise<void> {
	await tick();
	const heading = (id && document.getElementById(id)) || document.querySelector<HTMLElement>('main h1');
	if (!heading) return;
	heading.tabIndex = -1;
	heading.focus();
}
