// What one person has stored: records with an id, the time of their last change and, once removed, of that.
// Nothing that can be derived from them is stored.

import type { Answer, LegSign, NewSign } from './answer.ts';
import type { PainEntry } from './entry.ts';
import type { Kept } from './kept.ts';
import type { LocalDay, Weekday } from './local-day.ts';
import type { PhoneTest, SoundMode } from './phone-test.ts';
import type { Block, ProgrammeId, Session } from './session.ts';
import type { Heartbeat, SessionLog } from './session-log.ts';

export type { Kept } from './kept.ts';

/** A session that was done: what was prescribed, and what happened. */
export interface SessionRecord extends Kept {
	readonly on: LocalDay;
	readonly session: Session;
	readonly log: SessionLog;
}

/** The session being done, saved event by event. */
export interface RunningSession {
	readonly id: string;
	readonly on: LocalDay;
	readonly session: Session;
	readonly log: SessionLog;
}

/** Answers after a session. Pain is 0-100 and means the peak during it; effort is 0-10. `null`: not answered. */
export interface CheckIn extends Kept {
	readonly type: 'afterSession';
	readonly sessionId: string;
	readonly on: LocalDay;
	readonly backPain: number | null;
	readonly legPain: number | null;
	readonly effort: number | null;
	/** Asked when a session was ended early: could the body not go on, or did something come up? */
	readonly stoppedBy: 'body' | 'other' | null;
	readonly walkHomeMinutes: number;
	readonly note: string;
	/** Asked where the leg hurts; left out: not asked. */
	readonly legSigns?: readonly LegSign[];
	readonly newSigns?: readonly NewSign[];
}

/** How an exercise is to be done from now on: as it is, in its easier form, or not at all. */
export type ExerciseUse = 'usual' | 'easier' | 'never';

/** What the person decided about programmes and weeks. Without `programmeId` the plan begun last is meant. */
export type Choice = Kept & { readonly on: LocalDay } & (
		| {
				readonly type: 'begun';
				readonly programmeId: ProgrammeId;
				readonly stageId: string;
				readonly weekdays: readonly Weekday[];
				/** Beside the plans there are; without it, in their place. */
				readonly beside?: true;
		  }
		| { readonly type: 'weekdays'; readonly weekdays: readonly Weekday[]; readonly programmeId?: ProgrammeId }
		| { readonly type: 'stageChosen'; readonly stageId: string }
		| { readonly type: 'paused' | 'takenUp'; readonly programmeId?: ProgrammeId }
		| { readonly type: 'ended'; readonly programmeId: ProgrammeId }
		| { readonly type: 'freeDay'; readonly weekday: Weekday }
		| { readonly type: 'moved'; readonly programmeId: ProgrammeId; readonly from: LocalDay; readonly to: LocalDay }
		/** Run-walk for good, at this step of its ladder (`W1`, …); `null`: no longer. */
		| { readonly type: 'stayed'; readonly stageId: string | null }
		/** Applies to every sequence from this day on. */
		| { readonly type: 'exercise'; readonly exerciseId: string; readonly use: ExerciseUse }
		/** Something else was begun than what was proposed: ids of sessions, `rest` for none. */
		| { readonly type: 'instead'; readonly proposedId: string; readonly chosenId: string }
	);

/** A session that the person put together. Its blocks have ids that differ within it. */
export interface OwnSession extends Kept {
	/** Epoch milliseconds. */
	readonly createdAt: number;
	/** Plain text, as the person wrote it; at most OWN_LIMITS.title characters. */
	readonly title: string;
	/** None while it is being begun. */
	readonly blocks: readonly Block[];
}

export type OtherKind = 'cycling' | 'swimming' | 'class' | 'other';

/** Something else that was done, entered by hand. */
export interface OtherMovement extends Kept {
	readonly on: LocalDay;
	readonly kind: OtherKind;
	/** Whole minutes, 1 to MOST_MINUTES. */
	readonly minutes: number;
	readonly note: string;
}

export type Language = 'en' | 'de';
export type Theme = 'system' | 'light' | 'dark' | 'outdoor';
/** Whose numbers the safety screens name. */
export type Country = 'de' | 'at' | 'ch' | 'gb' | 'ie' | 'us' | 'other';

export interface Settings {
	readonly updatedAt: number;
	readonly language: Language;
	readonly theme: Theme;
	readonly soundMode: SoundMode;
	/** Words besides the tones. */
	readonly voice: boolean;
	/** `screen`: as the screen speaks. */
	readonly voiceLanguage: 'screen' | Language;
	/** What the test of this phone said last; `null`: not tested. */
	readonly phoneTest: PhoneTest | null;
	readonly vibration: boolean;
	/** The whole screen flashes at a change. */
	readonly flash: boolean;
	readonly country: Country;
	/** Names of figure/look.ts; one that is not known is shown as usual. */
	readonly skin: string;
	readonly hair: string;
}

/** Everything one person owns, as one plain value. The database and a backup file hold the same thing. */
export interface Snapshot {
	readonly version: number;
	readonly settings: Settings;
	readonly choices: readonly Choice[];
	readonly sessions: readonly SessionRecord[];
	readonly checkIns: readonly CheckIn[];
	readonly ownSessions: readonly OwnSession[];
	readonly movements: readonly OtherMovement[];
	readonly entries: readonly PainEntry[];
	readonly answers: readonly Answer[];
	readonly running: RunningSession | null;
	readonly heartbeat: Heartbeat | null;
}

export const isKept = (record: Kept): boolean => record.deletedAt === undefined;
