// The steps from one version of the data to the next, for the database and for a backup file alike.
// Pure and synchronous: a step may not wait, ask the time or know where the data come from.

import { assert } from '#lib/domain/assert.ts';
import type { Snapshot } from '#lib/domain/record.ts';
import type { Layout } from './layout.ts';

/** A snapshot of some version, of which nothing is known but that it has one. */
export type Plain = Readonly<Record<string, unknown>>;

export interface Migration {
	/** The version it makes: its place in the list, from 1. */
	readonly version: number;
	readonly name: string;
	/** How the database is divided from this version on; as before, when left out. */
	readonly layout?: Layout;
	/** The snapshot of the version before, turned into this one. Keeps the fields it does not know. */
	readonly up: (snapshot: Plain) => Plain;
}

/** As it is divided since there is a diary. Released, so never edited. */
const WITH_DIARY: Layout = {
	lists: {
		sessions: ['on'],
		checkIns: ['sessionId'],
		choices: [],
		ownSessions: [],
		movements: [],
		entries: ['on'],
		answers: ['on']
	},
	singles: ['settings', 'running', 'heartbeat']
};

/**
 * Append only: what was released is never edited. A new step is needed for every change of a stored shape
 * (domain/record.ts, session.ts, session-log.ts), also for one more value of a union, since an older build would
 * refuse or misread it. With it come: its own layout if stores change, schema.ts, a fixture tests/fixtures/backups/vN.json
 * and its line in hashes.json.
 */
export const MIGRATIONS: readonly Migration[] = [
	{
		version: 1,
		name: 'first-records',
		layout: {
			lists: { sessions: ['on'], checkIns: ['sessionId'], choices: [] },
			singles: ['settings', 'running', 'heartbeat']
		},
		up: () => ({
			// Never changed by the person: updatedAt 0.
			settings: { updatedAt: 0, language: 'en', theme: 'system', sound: true, vibration: true, flash: false },
			choices: [],
			sessions: [],
			checkIns: [],
			running: null,
			heartbeat: null
		})
	},
	{
		version: 2,
		name: 'sound-modes-and-library',
		layout: {
			lists: { sessions: ['on'], checkIns: ['sessionId'], choices: [], ownSessions: [], movements: [] },
			singles: ['settings', 'running', 'heartbeat']
		},
		// Programmes got more ids and choices more kinds, which an older build would refuse. Sound on was what is now called
		// "with my music"; sound off is quiet. No session was cut short by a missing clip. Nobody had sessions of their own.
		up: (snapshot) => {
			const { sound, ...settings } = snapshot['settings'] as Plain;
			return {
				...snapshot,
				ownSessions: [],
				movements: [],
				settings: {
					...settings,
					soundMode: sound === false ? 'quiet' : 'music',
					voice: true,
					voiceLanguage: 'screen',
					phoneTest: null
				}
			};
		}
	},
	{
		version: 3,
		name: 'diary-answers-and-variants',
		layout: WITH_DIARY,
		// A diary, answers and more kinds of choices and events, which an older build would refuse. Whose numbers to call
		// follows the language until the person says otherwise.
		up: (snapshot) => {
			const settings = snapshot['settings'] as Plain;
			const country = settings['language'] === 'de' ? 'de' : 'gb';
			return {
				...snapshot,
				entries: [],
				answers: [],
				settings: { ...settings, country, skin: 'tan', hair: 'black' }
			};
		}
	},
	{
		version: 4,
		name: 'copy-for-reading',
		layout: { ...WITH_DIARY, beside: ['copy'] },
		// Nothing of the person's changes. An older build would write rows without noting them beside the copy (copy.ts).
		up: (snapshot) => snapshot
	}
];

/** The version of the data this build reads and writes: of the database, of a snapshot and of a backup file. */
export const CURRENT_VERSION = MIGRATIONS.length;

/** How the database is divided at a version, from 1; at one that is not known yet, as at the last known one. */
export function layoutAt(version: number, list: readonly Migration[] = MIGRATIONS): Layout {
	const layout = list.slice(0, version).findLast((migration) => migration.layout)?.layout;
	assert(layout, `no layout at version ${version}`);
	return layout;
}

function runStep(snapshot: Plain, { version, name, up }: Migration): Plain {
	try {
		return { ...up(snapshot), version };
	} catch (cause) {
		throw new Error(`migration ${version} (${name}) failed`, { cause });
	}
}

/**
 * Brings a snapshot from its own version (0: nothing yet) to the newest of the list. Law M1: twice is once.
 * Throws the error of the step that failed as `cause`; then nothing has changed, since nothing is changed in place.
 */
export function migrate(snapshot: Plain & { readonly version: number }, list = MIGRATIONS): Plain {
	list.forEach(({ version, name }, n) => assert(version === n + 1, `migration ${name} is ${version}, not ${n + 1}`));
	return list.slice(snapshot.version).reduce(runStep, snapshot);
}

/** What a person owns before the first tap. Its settings have `updatedAt` 0: nobody has chosen them. */
export const emptySnapshot = (): Snapshot => migrate({ version: 0 }) as unknown as Snapshot;
