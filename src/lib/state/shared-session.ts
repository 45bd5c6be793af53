// A session of one's own handed on, and one that was handed to us: as a file or as a link. Nothing goes to a server: a
// link carries all in what follows its `#`. What comes from outside is read whole before anything is shown or kept.

import { failed, type Result } from '#lib/domain/result.ts';
import type { OwnSession } from '#lib/domain/record.ts';
import { copyText } from '#lib/platform/clipboard.ts';
import { createFiles } from '#lib/platform/files.ts';
import type { SharedSession } from '#lib/storage/shared-session.ts';
import type { App } from './app.svelte.ts';
import type { TakeFault } from './building-words.ts';

export type { SharedSession } from '#lib/storage/shared-session.ts';

export type Taken = Result<SharedSession, TakeFault>;

const MAX_BYTES = 1_000_000;
const JSON_TYPE = 'application/json';

/** 'Für morgens!' becomes `fuer-morgens`: letters, digits and dashes that every device takes. */
export function fileName(title: string): string {
	const plain = title
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '')
		.slice(0, 40);
	return `rueckenwind-${plain || 'session'}.json`;
}

/** Inside a tap: hands the session over as a file. False when the device refused or the person cancelled. */
export async function saveShared(own: OwnSession): Promise<boolean> {
	const { sharedFile } = await import('#lib/storage/shared-session.ts');
	return createFiles().saveFile(fileName(own.title), sharedFile(own), JSON_TYPE);
}

/** Inside a tap: copies the session as a link, or hands it back to be copied by hand. `page`: of the list of own ones. */
export async function copyLink(
	own: OwnSession,
	page: string
): Promise<{ readonly link: string; readonly copied: boolean }> {
	const { sharedFragment } = await import('#lib/storage/shared-session.ts');
	const link = page + sharedFragment(own);
	return { link, copied: await copyText(link) };
}

/** Reads the text of a file, a link, or the end of one. Changes nothing. */
export async function readText(app: App, text: string): Promise<Taken> {
	if (!app.library) return failed('noLibrary');
	const { readShared } = await import('#lib/storage/shared-session.ts');
	return readShared(text, {
		exercises: new Set(app.library.exercises.map(({ id }) => id)),
		positions: new Set(Object.keys(app.texts.positions))
	});
}

/** Inside a tap: lets the person pick a file and reads it. `null` when cancelled. */
export async function pickShared(app: App): Promise<Taken | null> {
	const picked = await createFiles().pickFile('.json,application/json', MAX_BYTES);
	if (picked.type === 'cancelled') return null;
	if (picked.type !== 'picked') return failed(picked.type === 'tooLarge' ? 'long' : 'unreadable');
	return readText(app, picked.text);
}

/** Keeps a shared session as one's own, under a new name. */
export async function takeShared(app: App, shared: SharedSession): Promise<OwnSession> {
	const { ownOfShared } = await import('#lib/storage/shared-session.ts');
	const own = ownOfShared(shared, app.parts.clock.newId(), app.parts.clock.now());
	await app.saveOwnSession(own);
	return own;
}
