// Load and save, in the person's words. Knows no rule of the app: what is handed over is kept as it is.

import type { Answer } from '#lib/domain/answer.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import type {
	CheckIn,
	Choice,
	OtherMovement,
	OwnSession,
	RunningSession,
	SessionRecord,
	Settings,
	Snapshot
} from '#lib/domain/record.ts';
import type { Heartbeat } from '#lib/domain/session-log.ts';
import { sessionsByDay, type DayPage } from './days.ts';
import type { Database } from './layout.ts';
import { CURRENT_VERSION, layoutAt } from './migrations.ts';
import { readRows, writeRows, type Readable } from './rows.ts';
import { write, type WriteOptions, type Written } from './write.ts';

export interface Repository {
	/** Everything, removed records included; lists in the order of their ids. Rejects when the database cannot be read. */
	load(): Promise<Snapshot>;
	/** Whole days of sessions, newest first: see days.ts. Rejects when the database cannot be read. */
	sessionsByDay(page: DayPage): Promise<readonly SessionRecord[]>;
	/** Keeps the running session and, as its heartbeat, the time of its last event. To be awaited before it is called saved. */
	saveEvent(running: RunningSession): Promise<Written>;
	/** Overwrites the one row that says when the page was last alive. */
	beat(heartbeat: Heartbeat): Promise<Written>;
	/** In one strict transaction: the record is there, and no session is running any more. */
	finishSession(record: SessionRecord): Promise<Written>;
	discardRunning(): Promise<Written>;
	/** An edited or removed session. */
	saveSession(record: SessionRecord): Promise<Written>;
	saveCheckIn(checkIn: CheckIn): Promise<Written>;
	/** A new, changed or removed session of one's own. */
	saveOwnSession(own: OwnSession): Promise<Written>;
	saveMovement(movement: OtherMovement): Promise<Written>;
	/** A new, edited or removed entry of the diary. */
	saveEntry(entry: PainEntry): Promise<Written>;
	/** All of them or none. */
	saveAnswers(answers: readonly Answer[]): Promise<Written>;
	/** All of them or none. */
	saveChoices(choices: readonly Choice[]): Promise<Written>;
	saveSettings(settings: Settings): Promise<Written>;
	/** Puts a snapshot of the current version in the place of everything, in one strict transaction. */
	replaceAll(snapshot: Snapshot): Promise<Written>;
}

const LAYOUT = layoutAt(CURRENT_VERSION);
const ALL = ['sessions', 'checkIns', 'choices', 'ownSessions', 'movements', 'entries', 'answers', 'single'] as const;

async function load(db: Database): Promise<Snapshot> {
	const tx = db.transaction(ALL);
	const [rows] = await Promise.all([readRows(tx as unknown as Readable, LAYOUT), tx.done]);
	return { ...(rows as unknown as Snapshot), version: CURRENT_VERSION };
}

function putRunning(tx: IDBTransaction, running: RunningSession): void {
	const single = tx.objectStore('single');
	const last = running.log.at(-1);
	single.put(running, 'running');
	if (last) single.put({ at: last.at } satisfies Heartbeat, 'heartbeat');
	else single.delete('heartbeat');
}

/** Commits at once, as nothing comes after it: one message to and fro less, each second. */
function putHeartbeat(tx: IDBTransaction, heartbeat: Heartbeat): void {
	tx.objectStore('single').put(heartbeat, 'heartbeat');
	tx.commit();
}

function endRunning(tx: IDBTransaction): void {
	tx.objectStore('single').delete('running');
	tx.objectStore('single').delete('heartbeat');
}

function finish(tx: IDBTransaction, record: SessionRecord): void {
	tx.objectStore('sessions').put(record);
	endRunning(tx);
}

type Stores = WriteOptions['stores'];

/** The repository of an open database. Writes never reject: what the device refuses is in the answer. */
export function createRepository(db: Database): Repository {
	const strict = (stores: Stores, ask: (tx: IDBTransaction) => void) =>
		write(db, { stores, durability: 'strict' }, ask);
	const relaxed = (ask: (tx: IDBTransaction) => void) => write(db, { stores: ['single'], durability: 'relaxed' }, ask);
	return {
		load: () => load(db),
		sessionsByDay: (page) => sessionsByDay(db, page),
		saveEvent: (running) => relaxed((tx) => putRunning(tx, running)),
		beat: (heartbeat) => relaxed((tx) => putHeartbeat(tx, heartbeat)),
		finishSession: (record) => strict(['sessions', 'single'], (tx) => finish(tx, record)),
		discardRunning: () => strict(['single'], endRunning),
		saveSession: (record) => strict(['sessions'], (tx) => tx.objectStore('sessions').put(record)),
		saveCheckIn: (checkIn) => strict(['checkIns'], (tx) => tx.objectStore('checkIns').put(checkIn)),
		saveOwnSession: (own) => strict(['ownSessions'], (tx) => tx.objectStore('ownSessions').put(own)),
		saveMovement: (movement) => strict(['movements'], (tx) => tx.objectStore('movements').put(movement)),
		saveEntry: (entry) => strict(['entries'], (tx) => tx.objectStore('entries').put(entry)),
		saveAnswers: (answers) =>
			strict(['answers'], (tx) => answers.forEach((answer) => tx.objectStore('answers').put(answer))),
		saveChoices: (choices) =>
			strict(['choices'], (tx) => choices.forEach((choice) => tx.objectStore('choices').put(choice))),
		saveSettings: (settings) => relaxed((tx) => tx.objectStore('single').put(settings, 'settings')),
		replaceAll: (snapshot) => strict(ALL, (tx) => writeRows(tx, LAYOUT, { ...snapshot }))
	};
}
