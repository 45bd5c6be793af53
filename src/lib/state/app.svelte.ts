// The reception desk: holds the person's snapshot, derives plan and proposal, carries every change to storage.
// Decides nothing that the domain can decide.

import { agendaOf, type Agenda } from '#lib/domain/agenda.ts';
import type { Answer } from '#lib/domain/answer.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import { keptSessions } from '#lib/domain/history.ts';
import type { LocalDay, Weekday } from '#lib/domain/local-day.ts';
import { nextSession, type NextSession } from '#lib/domain/next-session.ts';
import type { Plan, Proposal } from '#lib/domain/plan.ts';
import type {
	CheckIn,
	Language,
	OtherMovement,
	OwnSession,
	RunningSession,
	SessionRecord,
	Settings,
	Snapshot
} from '#lib/domain/record.ts';
import { readingOf, type Reading } from '#lib/domain/reading.ts';
import { foundSession, type Found } from '#lib/domain/running.ts';
import type { Programmes } from '#lib/domain/programme.ts';
import type { ProgrammeId, Session } from '#lib/domain/session.ts';
import { loadLibrary, loadTexts, programmes, type ContentTexts, type Library } from '#lib/content/index.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { OpenError } from '#lib/storage/database.ts';
import type { Clock } from '#lib/platform/clock.ts';
import type { Tabs } from '#lib/platform/tabs.ts';
import { ChosenExercises } from './chosen-exercises.ts';
import { laterSession, shelfOf } from './later-sessions.ts';
import { plansNeedLibrary, sessionById } from './session-catalogue.ts';
import { showSettings } from './hint.ts';
import type { Keeper, WriteError, Written } from './keeper.ts';
import { inLanguage, keyOf, logKey, put, type NewAnswer, type NewChoice, type Write } from './write.ts';

export interface AppParts {
	readonly base: string;
	readonly clock: Clock;
	readonly tabs: Tabs;
	readonly keeper: Keeper;
	/** Why nothing can be kept in this window, if so. */
	readonly trouble: OpenError | null;
}

export class App {
	readonly parts: AppParts;
	#snapshot = $state.raw<Snapshot>() as Snapshot;
	#texts = $state.raw<ContentTexts>() as ContentTexts;
	#library = $state.raw<Library | null>(null);
	#today = $state<LocalDay>('');
	#writeTrouble = $state<WriteError | null>(null);
	/** Writes that storage refused. The snapshot holds what they meant to keep; they are asked for again. */
	#refused: Write[] = [];
	/** How many changes were shown, kept or refused. */
	#taken = 0;
	/** One change of the settings after the other: each builds on the one before. */
	#changing: Promise<void> = Promise.resolve();

	readonly #programmes: Programmes = $derived(
		this.#library ? { ...programmes, sequences: this.#library.sequences } : programmes
	);
	readonly #allTexts: ContentTexts = $derived(
		this.#library ? { ...this.#texts, exercises: this.#library.texts.exercises } : this.#texts
	);
	readonly #exercises: ChosenExercises = $derived(new ChosenExercises(this.#snapshot.choices, this.#library));
	readonly #reading: Reading = $derived(readingOf(this.#snapshot, this.#today));
	readonly #agenda: Agenda = $derived(agendaOf(this.#snapshot, shelfOf(this), this.#today, this.#reading));
	readonly #next: NextSession | null = $derived.by(() => {
		const first = this.#agenda.plans[0];
		if (!first) return null;
		const given = { planned: first.proposal, reading: this.#reading };
		return this.#asDone(nextSession(first.plan, this.#snapshot, this.#programmes, this.#today, given));
	});

	constructor(parts: AppParts, snapshot: Snapshot, texts: ContentTexts) {
		this.parts = parts;
		this.#snapshot = snapshot;
		this.#texts = texts;
		this.#today = parts.clock.today();
		this.#showSettings();
		parts.tabs.onchanged(() => void this.reload());
	}

	get snapshot(): Snapshot {
		return this.#snapshot;
	}
	get settings(): Settings {
		return this.#snapshot.settings;
	}
	/** With the sentences of every exercise once the library is open. */
	get texts(): ContentTexts {
		return this.#allTexts;
	}
	get today(): LocalDay {
		return this.#today;
	}
	/** Lights, diary and settle mode as they stand today. */
	get reading(): Reading {
		return this.#reading;
	}
	/** Every plan that runs, and the week they add up to. */
	get agenda(): Agenda {
		return this.#agenda;
	}
	/** Of the plans that run the one whose session is due next. */
	get plan(): Plan | null {
		return this.#agenda.plans[0]?.plan ?? null;
	}
	/** What is proposed today, and why. */
	get next(): NextSession | null {
		return this.#next;
	}
	/** What the plan itself has next, whatever holds it back. */
	get proposal(): Proposal | null {
		return this.#next?.planned ?? null;
	}
	/** What was decided about exercises for good. */
	get exercises(): ChosenExercises {
		return this.#exercises;
	}
	/** With every sequence once the library is open. */
	get programmes(): Programmes {
		return this.#programmes;
	}
	/** Every exercise and sequence; `null` until `openLibrary` has brought it. */
	get library(): Library | null {
		return this.#library;
	}
	/** Finished sessions, oldest first. */
	get sessions(): readonly SessionRecord[] {
		return keptSessions(this.#snapshot.sessions);
	}
	get hasStarted(): boolean {
		return this.#snapshot.choices.length > 0 || this.#snapshot.sessions.length > 0;
	}
	/** Why nothing can be kept in this window. */
	get openTrouble(): OpenError | null {
		return this.parts.trouble;
	}
	/** The last write that was refused; cleared by the next that worked. */
	get writeTrouble(): WriteError | null {
		return this.#writeTrouble;
	}

	/** The day may have changed while the app was open. */
	lookAtTheDay(): void {
		this.#today = this.parts.clock.today();
	}
	async reload(): Promise<void> {
		this.lookAtTheDay();
		if (this.parts.trouble || !(await this.#keepRefused())) return;
		const taken = this.#taken;
		const loaded = await this.parts.keeper.load().catch((cause: unknown) => {
			// The browser has let go of the database: what is here stays, and the person is told.
			this.#writeTrouble = { type: 'unknown', cause };
			return null;
		});
		const fresh = loaded && inLanguage(loaded, this.settings.language);
		// Chosen in another tab; where its words cannot be had the records come all the same.
		const { language } = (fresh ?? this.#snapshot).settings;
		if (language !== i18n.language) await this.#useLanguage(language).catch(() => undefined);
		// What was changed while they were being read is newer than they are.
		if (taken !== this.#taken) return this.reload();
		if (fresh) this.#snapshot = fresh;
		this.#showSettings();
		if (this.needsLibrary) await this.openLibrary();
	}
	/** The session as it would be begun now, with what was decided about its exercises. */
	session(id: string): Session | null {
		const prescribed = this.prescribed(id);
		return prescribed && this.#exercises.done(prescribed);
	}
	/** The session as it stands in the library. */
	prescribed(id: string): Session | null {
		return sessionById(id, this.#programmes, this.#snapshot.ownSessions) ?? laterSession(id, this);
	}
	/** The session of a plan, or an easier exercise in it, is not on the small shelf of the first screen. */
	get needsLibrary(): boolean {
		if (this.#next?.settling) return true;
		return plansNeedLibrary(this.#agenda, this.#snapshot.sessions, this.#exercises.needsLibrary);
	}
	/** Brings the whole library, once. Without it (offline before it was kept) the small shelf stays; asked again next time. */
	async openLibrary(): Promise<void> {
		this.#library ??= await loadLibrary(this.settings.language).catch(() => null);
	}
	/** A session begun and not ended, with what may be done about it. */
	found(): Found | null {
		const { running, heartbeat } = this.#snapshot;
		return running ? foundSession(running, heartbeat, this.parts.clock.now()) : null;
	}

	async begin(programmeId: ProgrammeId, stageId: string, weekdays: readonly Weekday[]): Promise<void> {
		await this.choose([{ type: 'begun', programmeId, stageId, weekdays, on: this.#today }]);
	}
	async choose(choices: readonly NewChoice[]): Promise<void> {
		const at = this.parts.clock.now();
		const made = choices.map((choice, n) => ({ ...choice, id: this.parts.clock.newId(), updatedAt: at + n }));
		const change = ({ choices: all }: Snapshot) => ({ choices: put(all, made) });
		await this.#keep(keyOf(made), (keeper) => keeper.saveChoices(made), change);
	}
	changeSettings(change: Partial<Omit<Settings, 'updatedAt'>>): Promise<void> {
		const changing = this.#changing.then(() => this.#changeSettings(change));
		this.#changing = changing.catch(() => undefined);
		return changing;
	}
	saveCheckIn(checkIn: CheckIn): Promise<void> {
		const change = ({ checkIns }: Snapshot) => ({ checkIns: put(checkIns, [checkIn]) });
		return this.#keep(checkIn.id, (keeper) => keeper.saveCheckIn(checkIn), change);
	}
	/** A new or changed answer of its own kind; see domain/answer.ts. All of them or none. */
	async answer(answers: readonly NewAnswer[]): Promise<void> {
		const at = this.parts.clock.now();
		const given = answers.map((answer, n) => ({ ...answer, id: this.parts.clock.newId(), updatedAt: at, at: at + n }));
		await this.saveAnswers(given);
	}
	/** Answers that were edited or removed, with the ids they have. */
	async saveAnswers(given: readonly Answer[]): Promise<void> {
		const write = (keeper: Keeper) => keeper.saveAnswers(given);
		await this.#keep(keyOf(given), write, ({ answers }) => ({ answers: put(answers, given) }));
	}
	/** A new, edited or (with `deletedAt`) removed entry of the diary. */
	async saveEntry(entry: PainEntry): Promise<void> {
		const write = (keeper: Keeper) => keeper.saveEntry(entry);
		await this.#keep(entry.id, write, ({ entries }) => ({ entries: put(entries, [entry]) }));
	}
	async saveMovement(movement: OtherMovement): Promise<void> {
		const write = (keeper: Keeper) => keeper.saveMovement(movement);
		await this.#keep(movement.id, write, ({ movements }) => ({ movements: put(movements, [movement]) }));
	}
	async saveOwnSession(own: OwnSession): Promise<void> {
		const write = (keeper: Keeper) => keeper.saveOwnSession(own);
		await this.#keep(own.id, write, ({ ownSessions }) => ({ ownSessions: put(ownSessions, [own]) }));
	}
	/** The log of a session that was left while storage refused it: it can be resumed, and is asked for again. */
	async keepRunning(running: RunningSession): Promise<void> {
		const change = () => ({ running, heartbeat: null });
		await this.#keep(logKey(running.id), (keeper) => keeper.saveEvent(running), change);
	}
	async removeSession(record: SessionRecord): Promise<void> {
		const now = this.parts.clock.now();
		await this.#putSession({ ...record, deletedAt: now, updatedAt: now });
	}
	async restoreSession(record: SessionRecord): Promise<void> {
		const { deletedAt: _deletedAt, ...kept } = record;
		await this.#putSession({ ...kept, updatedAt: this.parts.clock.now() });
	}
	/** What was done of a session that can no longer be resumed is kept as it is. */
	async keepFound(running: RunningSession, found: Found): Promise<SessionRecord> {
		const seenAt = found.log.at(-1)?.at ?? this.parts.clock.now();
		const log = [...found.log, { type: 'ended' as const, at: seenAt, reason: 'early' as const }];
		const record = { id: running.id, on: running.on, session: running.session, log, updatedAt: this.parts.clock.now() };
		this.sessionFinished(record, await this.parts.keeper.finishSession(record));
		return record;
	}
	async discardRunning(): Promise<void> {
		const key = logKey(this.#snapshot.running?.id ?? '');
		this.#took(await this.parts.keeper.discardRunning(), { running: null, heartbeat: null }, { key });
	}
	/** The record stands in storage, or will once it takes it; show it everywhere. */
	sessionFinished(record: SessionRecord, written: Written = { ok: true, value: undefined }): void {
		const sessions = put(this.#snapshot.sessions, [record]);
		const write = () => this.#finishLate(record);
		this.#took(written, { sessions, running: null, heartbeat: null }, { key: logKey(record.id), write });
	}
	async replaceAll(snapshot: Snapshot): Promise<boolean> {
		const written = await this.parts.keeper.replaceAll(snapshot);
		if (written.ok) {
			// What was refused before belongs to the records that are gone.
			this.#refused = [];
			await this.#useLanguage(snapshot.settings.language);
		}
		this.#took(written, written.ok ? snapshot : {}, {});
		return written.ok;
	}
	/** What the session's own writing met; `null`: its log is kept, also the part that was refused before. */
	reportTrouble(error: WriteError | null, sessionId: string): void {
		this.#writeTrouble = error;
		if (!error) this.#refused = this.#refused.filter(({ key }) => key !== logKey(sessionId));
	}

	/** Written late, perhaps removed since, or after another was begun: that one is not its to end. */
	async #finishLate(finished: SessionRecord): Promise<Written> {
		const { keeper } = this.parts;
		const record = this.#snapshot.sessions.find(({ id }) => id === finished.id) ?? finished;
		const running = (await keeper.load().catch(() => null))?.running;
		return running && running.id !== record.id ? keeper.saveSession(record) : keeper.finishSession(record);
	}
	#asDone(next: NextSession): NextSession {
		const { session, planned } = next;
		const done = this.#exercises.done.bind(this.#exercises);
		return { ...next, session: session && done(session), planned: { ...planned, session: done(planned.session) } };
	}
	async #putSession(record: SessionRecord): Promise<void> {
		const write = (keeper: Keeper) => keeper.saveSession(record);
		await this.#keep(record.id, write, ({ sessions }) => ({ sessions: put(sessions, [record]) }));
	}
	async #changeSettings(change: Partial<Omit<Settings, 'updatedAt'>>): Promise<void> {
		if (change.language && change.language !== this.settings.language) await this.#useLanguage(change.language);
		// With the language that was guessed goes the guess whose numbers are named.
		const { settings: before } = change.language ? inLanguage(this.#snapshot, change.language) : this.#snapshot;
		const settings = { ...before, ...change, updatedAt: this.parts.clock.now() };
		await this.#keep(
			'settings',
			(keeper) => keeper.saveSettings(settings),
			() => ({ settings })
		);
	}
	/** Writes, then shows: `change` is asked when it is written, since others may have written meanwhile. */
	async #keep(
		key: string,
		save: (keeper: Keeper) => Promise<Written>,
		change: (now: Snapshot) => Partial<Snapshot>
	): Promise<void> {
		const write = () => save(this.parts.keeper);
		const written = await write();
		this.#took(written, change(this.#snapshot), { key, write });
	}
	/**
	 * Shows a change; one that was refused is shown too (it is what the person did), with a clear word about it. What was
	 * refused of the same record before is void: asked for again later, it would undo this one.
	 */
	#took(written: Written, change: Partial<Snapshot>, { key, write }: Partial<Write>): void {
		this.#taken += 1;
		this.#writeTrouble = written.ok ? null : written.error;
		this.#refused = this.#refused.filter((before) => before.key !== key);
		if (!written.ok && write) this.#refused.push({ key: key ?? '', write });
		this.#snapshot = { ...this.#snapshot, ...change };
		this.#showSettings();
		if (written.ok) this.parts.tabs.changed();
	}
	/** Asks again for all that was refused, oldest first. True when nothing is left of it. */
	async #keepRefused(): Promise<boolean> {
		for (let first = this.#refused[0]; first; first = this.#refused[0]) {
			const written = await first.write();
			this.#writeTrouble = written.ok ? null : written.error;
			if (!written.ok) return false;
			this.#refused = this.#refused.filter((each) => each !== first);
		}
		return true;
	}
	#showSettings(): void {
		showSettings(this.settings, this.hasStarted, this.parts.base);
	}
	async #useLanguage(language: Language): Promise<void> {
		const library = this.#library ? loadLibrary(language) : null;
		const [texts] = await Promise.all([loadTexts(language), i18n.use(language), library]);
		this.#texts = texts;
		this.#library = await library;
	}
}
