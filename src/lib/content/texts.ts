// The shape of the sentences, the same in each language. Placeholders stand in braces: `{n}`, `{days}`.

import { assert } from '#lib/domain/assert.ts';
import type { CueKind } from '#lib/domain/cue.ts';
import type { Light } from '#lib/domain/light.ts';
import type { PaceHint } from '#lib/domain/pace.ts';
import type { RunStage } from '#lib/domain/programme.ts';
import type { Hold } from '#lib/domain/hold.ts';
import type { CoreReason } from '#lib/domain/core-level.ts';
import type { StageReason } from '#lib/domain/run-stage.ts';
import type { Phase, ProgrammeId, Side } from '#lib/domain/session.ts';
import type { RuleId } from './reason-rule.ts';
import type { Aim, Equipment, ExerciseSource, ExerciseType, Place } from './exercise.ts';

export interface ProgrammeText {
	readonly name: string;
	readonly oneLine: string;
	readonly what: string;
	readonly whom: string;
	/** What is known about it, with its limits. */
	readonly known: string;
	readonly source: string;
}

export interface ExerciseText {
	readonly name: string;
	/** At most 18 letters, for the next line of the player. */
	readonly short: string;
	/** What works or moves, in a few words. */
	readonly target: string;
	/** Three: how to begin, what to do, what to mind. */
	readonly cues: readonly string[];
	/** What each repetition is, where they differ: the muscle groups of the relaxation. */
	readonly reps?: readonly string[];
	/** What left and right mean, where it is not the leg that works. */
	readonly sides?: For<'left' | 'right', string>;
	readonly easier: string;
	readonly harder: string;
	readonly stop: string;
	/** The movement in words, for those who do not see the figure. */
	readonly movement: string;
}

export interface PhaseText {
	/** The heading of the player. */
	readonly name: string;
	readonly cue: string;
	/** Placeholders `{n}` and `{of}`. */
	readonly ordinal: string;
}

type ById<T> = Readonly<Record<string, T>>;
type For<Id extends string, T> = Readonly<Record<Id, T>>;

export interface ContentTexts {
	readonly programmes: For<ProgrammeId, ProgrammeText>;
	/** Placeholder `{n}`. */
	readonly stageLabel: string;
	readonly standing: For<RunStage['standing'] | 'ourPlan', string>;
	/** The standing texts of evidence.md 9.1. */
	readonly about: For<'whatThisIs' | 'evidenceHonesty' | 'hurtAndHarm' | 'legs', string>;
	readonly walks: ById<{ readonly name: string; readonly whom: string }>;
	/** `use`: when it is meant for. */
	readonly sequences: ById<{ readonly name: string; readonly use: string }>;
	/** Those of the first sequence; the others come with the library. */
	readonly exercises: ById<ExerciseText>;
	readonly positions: ById<{ readonly name: string; readonly instruction: string }>;
	/** Which leg works, in lower case, to follow a name: lying on the left side it is the right one. See `sideText`. */
	readonly sides: For<Side, string>;
	readonly phases: For<Phase, PhaseText>;
	/** How fast to walk, one line at a time. */
	readonly paces: For<PaceHint, string>;
	readonly cues: For<CueKind, { readonly word: string; readonly line: string }>;
	/** Why a run is what it is. Placeholders `{days}`, `{greens}`, `{needed}`. */
	readonly reasons: For<StageReason, string>;
	/** The same for walks and for sequences, which know no lights. */
	readonly walkReasons: For<'start' | 'oneMoreGreen' | 'repeatAmber' | 'stepBackRed' | 'stepBackAfterBreak', string>;
	readonly coreReasons: For<CoreReason, string>;
	/** Why something else is proposed. Placeholders `{pain}`, `{pauseDays}`. */
	readonly holds: For<Hold, string>;
	/** What makes a session green, amber or red. */
	readonly lights: For<Light, { readonly name: string; readonly rule: string }>;
	/** Their numbers come from `ruleNumbers`. */
	readonly rules: For<RuleId, string>;
}

/** The sentences that come with the library: those of the exercises, and the words by which one looks for them. */
export interface LibraryTexts {
	readonly exercises: ById<ExerciseText>;
	/** Printed under an exercise. */
	readonly sources: For<ExerciseSource, string>;
	readonly levels: For<'1' | '2' | '3', string>;
	readonly places: For<Place, string>;
	readonly equipment: For<Equipment, string>;
	readonly aims: For<Aim, string>;
	readonly types: For<ExerciseType, string>;
}

/** The text of a content id. Ids that have none are a bug, which content.test.ts finds first. */
export function textOf<T>(texts: Readonly<Record<string, T>>, id: string): T {
	const text = texts[id];
	assert(text !== undefined, `no text for ${id}`);
	return text;
}

/** Why this session comes next, in the words of its programme; placeholders still open. */
export function reasonText(texts: ContentTexts, programmeId: ProgrammeId, reason: StageReason): string {
	const own: Partial<Record<StageReason, string>> =
		programmeId === 'run-walk' ? {} : programmeId === 'walk' ? texts.walkReasons : texts.coreReasons;
	return own[reason] ?? texts.reasons[reason];
}

/** Which side works, in lower case: 'left leg', of some exercises 'left arm' or 'knees to the left'. */
export function sideText(texts: ContentTexts, exerciseId: string | undefined, side: Side): string {
	const own = exerciseId === undefined ? undefined : texts.exercises[exerciseId]?.sides;
	return (side === 'alternate' ? undefined : own?.[side]) ?? texts.sides[side];
}
