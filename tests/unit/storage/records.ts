// A valid record of each kind, and a database of its own for each test.

import type { Answer } from '#lib/domain/answer.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import type {
	CheckIn,
	Choice,
	OtherMovement,
	OwnSession,
	RunningSession,
	SessionRecord,
	Snapshot
} from '#lib/domain/record.ts';
import type { Session } from '#lib/domain/session.ts';
import { openDatabase, type Database } from '#lib/storage/database.ts';
import { emptySnapshot, type Migration } from '#lib/storage/migrations.ts';

const AT = Date.UTC(2026, 10, 21, 17, 0);

export const aSession = (changes: Partial<Session> = {}): Session => ({
	id: 'walk/B/1',
	programmeId: 'walk',
	stageId: 'B1',
	blocks: [{ type: 'block', id: 'walk', repeat: 1, items: [{ type: 'step', phase: 'walk', seconds: 540 }] }],
	...changes
});

export const aRecord = (changes: Partial<SessionRecord> = {}): SessionRecord => ({
	id: 's1',
	updatedAt: AT + 545_000,
	on: '2026-11-21',
	session: aSession(),
	log: [
		{ type: 'started', at: AT, readyMs: 5000 },
		{ type: 'ended', at: AT + 545_000, reason: 'complete' }
	],
	...changes
});

export const aRunning = (changes: Partial<RunningSession> = {}): RunningSession => ({
	id: 's1',
	on: '2026-11-21',
	session: aSession(),
	log: [
		{ type: 'started', at: AT, readyMs: 5000 },
		{ type: 'paused', at: AT + 60_000 }
	],
	...changes
});

export const aCheckIn = (changes: Partial<CheckIn> = {}): CheckIn => ({
	id: 'c1',
	updatedAt: AT + 600_000,
	type: 'afterSession',
	sessionId: 's1',
	on: '2026-11-21',
	backPain: 12,
	legPain: null,
	effort: 4,
	stoppedBy: null,
	walkHomeMinutes: 10,
	note: 'Müde Füße',
	...changes
});

export const aChoice = (id = 'd1'): Choice => ({ id, updatedAt: AT, on: '2026-11-21', type: 'paused' });

export const anOwnSession = (changes: Partial<OwnSession> = {}): OwnSession => ({
	id: 'o1',
	updatedAt: AT,
	createdAt: AT,
	title: 'Hügel & Brücke',
	blocks: [{ type: 'block', id: 'b1', repeat: 5, items: [{ type: 'step', phase: 'run', seconds: 60 }] }],
	...changes
});

export const aMovement = (changes: Partial<OtherMovement> = {}): OtherMovement => ({
	id: 'm1',
	updatedAt: AT,
	on: '2026-11-21',
	kind: 'cycling',
	minutes: 45,
	note: '',
	...changes
});

export const anEntry = (changes: Partial<PainEntry> = {}): PainEntry => ({
	id: 'e1',
	updatedAt: AT,
	on: '2026-11-21',
	at: AT,
	now: { back: 30, leg: null, elsewhere: null },
	average: null,
	worst: { back: 45, leg: 5, elsewhere: null },
	note: 'Nach dem Büro',
	...changes
});

export const anAnswer = (id = 'a1'): Answer => ({
	id,
	updatedAt: AT,
	on: '2026-11-21',
	at: AT,
	type: 'warningSigns',
	ticked: []
});

export const aSnapshot = (changes: Partial<Snapshot> = {}): Snapshot => ({
	...emptySnapshot(),
	choices: [aChoice()],
	sessions: [aRecord()],
	checkIns: [aCheckIn()],
	ownSessions: [anOwnSession()],
	movements: [aMovement()],
	entries: [anEntry()],
	answers: [anAnswer()],
	...changes
});

let count = 0;
export const newName = (): string => `rueckenwind-test-${++count}`;

/** Opens, or fails the test with the reason. */
export async function opened(name: string, migrations?: readonly Migration[]): Promise<Database> {
	const result = await openDatabase({ name, ...(migrations && { migrations }) });
	if (!result.ok) throw new Error(`not opened: ${result.error.type}`, { cause: result.error });
	return result.value;
}
