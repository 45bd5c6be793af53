// The real lock of a session, later: as on a phone that has years of records to read before it answers a tap.

import type { Page } from '@playwright/test';

/** From the next load of the page on. */
export const lockComesLate = (page: Page, ms: number): Promise<unknown> =>
	page.addInitScript((late) => {
		const request = navigator.locks.request.bind(navigator.locks) as (...given: unknown[]) => Promise<unknown>;
		navigator.locks.request = (...given: unknown[]) =>
			new Promise((done) => setTimeout(done, late)).then(() => request(...given));
	}, ms);
