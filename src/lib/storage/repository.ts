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
import { COPY, COPY_LIMITS, dropCopy, putRow, readCopy, renewCopy, type Copy, type CopyLimits } from './copy.ts';
import type { Lists, Row } from './packed.ts';
import { countRows, readLists, readSingles, writeRows, type Readable } from './rows.ts';
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
	/** Sees to it that years of records are read quickly next time. After `load`, when nothing else is to be done. */
	tidy(): Promise<void>;
	/** Puts a snapshot of the current version in the place of everything, in one strict transaction. */
	replaceAll(snapshot: Snapshot): Promise<Written>;
}

const LAYOUT = layoutAt(CURRENT_VERSION);
const ALL = ['sessions', 'checkIns', 'choices', 'ownSessions', 'movements', 'entries', 'answers', 'single'] as const;

interface Loaded {
	readonly copy: Copy;
	readonly lists: Lists;
}

/** The copy, when it has as many rows as there are; else the rows. */
async function listsOf(tx: Readable, copied: Lists | null): Promise<Lists> {
	const counts = copied && (await countRows(tx, LAYOUT));
	const isWhole = copied && Object.entries(counts ?? {}).every(([name, count]) => copied[name]?.length === count);
	return isWhole ? copied : ((await readLists(tx, LAYOUT)) as Lists);
}

async function load(db: Database): Promise<Loaded & { readonly snapshot: Snapshot }> {
	const tx = db.transaction([...ALL, COPY]);
	const rows = tx as unknown as Readable;
	const [copy, singles] = await Promise.all([readCopy(tx.objectStore(COPY)), readSingles(rows, LAYOUT)]);
	const lists = await listsOf(rows, copy.lists);
	await tx.done;
	const whole = { ...singles, ...lists, version: CURRENT_VERSION } as unknown as Snapshot;
	return { copy: { ...copy, lists: lists === copy.lists ? lists : null }, lists, snapshot: whole };
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
	putRow(tx, 'sessions', record);
	endRunning(tx);
}

type Stores = WriteOptions['stores'];

/** The repository of an open database. Writes never reject: what the device refuses is in the answer. */
export function createRepository(db: Database, limits: CopyLimits = COPY_LIMITS): Repository {
	const strict = (stores: Stores, ask: (tx: IDBTransaction) => void) =>
		write(db, { stores, durability: 'strict' }, ask);
	/** Rows of one list, with their notes beside the copy. */
	const rows = (list: (typeof ALL)[number], all: readonly Row[]) =>
		strict([list, COPY], (tx) => all.forEach((row) => putRow(tx, list, row)));
	let loaded: Loaded | null = null;
	const relaxed = (ask: (tx: IDBTransaction) => void) => write(db, { stores: ['single'], durability: 'relaxed' }, ask);
	return {
		async load() {
			const { snapshot, ...read } = await load(db);
			loaded = read;
			return snapshot;
		},
		async tidy() {
			const read = loaded;
			loaded = null;
			if (read) await renewCopy(db, read.copy, read.lists, limits);
		},
		sessionsByDay: (page) => sessionsByDay(db, page),
		saveEvent: (running) => relaxed((tx) => putRunning(tx, running)),
		beat: (heartbeat) => relaxed((tx) => putHeartbeat(tx, heartbeat)),
		finishSession: (record) => strict(['sessions', 'single', COPY], (tx) => finish(tx, record)),
		discardRunning: () => strict(['single'], endRunning),
		saveSession: (record) => rows('sessions', [record]),
		saveCheckIn: (checkIn) => rows('checkIns', [checkIn]),
		saveOwnSession: (own) => rows('ownSessions', [own]),
		saveMovement: (movement) => rows('movements', [movement]),
		saveEntry: (entry) => rows('entries', [entry]),
		saveAnswers: (answers) => rows('answers', answers),
		saveChoices: (choices) => rows('choices', choices),
		saveSettings: (settings) => relaxed((tx) => tx.objectStore('single').put(settings, 'settings')),
		replaceAll: (snapshot) =>
			strict([...ALL, COPY], (tx) => {
				dropCopy(tx);
				writeRows(tx, LAYOUT, { ...snapshot });
			})
	};
}
