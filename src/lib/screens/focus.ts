// Where the focus goes when what had it is gone from the page.

import { tick } from 'svelte';

/** To what `find` names, once the page shows what has just changed; nowhere when it is not there. */
export async function focusNext(find: () => HTMLElement | null | undefined): Promise<void> {
	await tick();
	find()?.focus();
}

/** To the heading with this id; without one, to that of the page. */
export function toHeading(id?: string): Promise<void> {
	return focusNext(() => {
		const heading = (id && document.getElementById(id)) || document.querySelector<HTMLElement>('main h1');
		if (heading) heading.tabIndex = -1;
		return heading;
	});
}
