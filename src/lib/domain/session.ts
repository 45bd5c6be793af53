// What is prescribed for one sitting: nested blocks, as people read them. Knows nothing of clocks;
// timeline.ts unrolls it for the player.

/** What the body does in a step. */
export type Phase = 'warmUp' | 'walk' | 'run' | 'coolDown' | 'strength' | 'breathe' | 'rest' | 'move';

export type Side = 'left' | 'right' | 'alternate';

/** The tempo of counted repetitions: each is held, then released. */
export interface Dose {
	readonly reps: number;
	readonly holdSeconds: number;
	readonly releaseSeconds: number;
}

/** One stretch of one thing. `position` names where the body goes (content id) in a `move`. */
export interface StepPlan {
	readonly type: 'step';
	readonly phase: Phase;
	readonly seconds: number;
	readonly exerciseId?: string;
	readonly side?: Side;
	readonly dose?: Dose;
	readonly position?: string;
}

/** A titled part of a session; `repeat` times its items, in order. */
export interface Block {
	readonly type: 'block';
	readonly id: string;
	readonly repeat: number;
	readonly items: readonly (StepPlan | Block)[];
}

/** Programmes whose sessions are sequences of exercises. */
export const SEQUENCE_PROGRAMMES = ['settle', 'core', 'legs', 'pilates', 'tai-chi', 'yoga', 'relax', 'desk'] as const;
/**
 * `running`: longer running after the stages. `own`: put together by the person. Stored in records and choices: one
 * more is a change of a stored shape (storage/migrations.ts).
 */
export const PROGRAMME_IDS = ['walk', 'run-walk', 'running', ...SEQUENCE_PROGRAMMES, 'own'] as const;

export type SequenceProgrammeId = (typeof SEQUENCE_PROGRAMMES)[number];
export type ProgrammeId = (typeof PROGRAMME_IDS)[number];

/** Done outdoors on one's feet, with minutes that count as walking or running. */
export const isOnFoot = (id: ProgrammeId): boolean => id === 'walk' || id === 'run-walk' || id === 'running';

/** Frozen into the record when it is begun, so that a changed programme never rewrites the past. */
export interface Session {
	/** Content id, e.g. `run-walk/S3`, `walk/B/4`, `core/core-a-10`. */
	readonly id: string;
	readonly programmeId: ProgrammeId;
	/** The rung of the programme it belongs to: a stage, a week of a walking plan, a sequence. */
	readonly stageId: string;
	/** What the person called a session of their own: plain text. */
	readonly title?: string;
	readonly blocks: readonly Block[];
}

/** Length of a step, or of a block with its repeats, in seconds. */
export const secondsOf = (item: StepPlan | Block): number =>
	item.type === 'step' ? item.seconds : item.repeat * item.items.reduce((sum, inner) => sum + secondsOf(inner), 0);

/** Length of the whole session in seconds. */
export const sessionSeconds = (session: Session): number =>
	session.blocks.reduce((sum, block) => sum + secondsOf(block), 0);

/** The steps of an item in order, each block once: what it is made of, whatever is repeated. */
export const stepsIn = (item: StepPlan | Block): readonly StepPlan[] =>
	item.type === 'step' ? [item] : item.items.flatMap(stepsIn);

const isRunning = (item: StepPlan | Block): boolean =>
	item.type === 'step' ? item.phase === 'run' && item.seconds > 0 : item.items.some(isRunning);

/** Records that were read together share their blocks; each is looked through once. */
const runningIn = new WeakMap<Session['blocks'], boolean>();

/** True when there is running in it, of whatever programme it is. */
export function hasRun({ blocks }: Session): boolean {
	const runs = runningIn.get(blocks) ?? blocks.some(isRunning);
	runningIn.set(blocks, runs);
	return runs;
}

/** How many steps an item has, repeats counted. */
export const unrolledSteps = (item: StepPlan | Block): number =>
	item.type === 'step' ? 1 : item.repeat * item.items.reduce((sum, inner) => sum + unrolledSteps(inner), 0);
