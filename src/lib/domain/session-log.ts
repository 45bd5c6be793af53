// What happened while a session was done, one event after another, each with the wall time at which it happened.
// Only added to. Everything else (position, what was done, how long) is a fold over it: see player.ts.

interface At {
	/** Epoch milliseconds. */
	readonly at: number;
}

/** Why an exercise was left out. */
export type SkipWhy = 'hurts' | 'cannot' | 'noRoom';
export type ExerciseWay = 'easier' | 'usual' | 'harder';

export type SessionEvent =
	/** The person began; the first step begins `readyMs` later. */
	| (At & { readonly type: 'started'; readonly readyMs: number })
	| (At & { readonly type: 'paused' })
	/** Goes on `readyMs` later (3-2-1). */
	| (At & { readonly type: 'resumed'; readonly readyMs: number })
	/** `why`: of an exercise, if the person said so. */
	| (At & { readonly type: 'skipped'; readonly why?: SkipWhy })
	| (At & { readonly type: 'wentBack' })
	| (At & { readonly type: 'extended'; readonly ms: number })
	/** The present step ends earlier by up to `ms`, but not before now. */
	| (At & { readonly type: 'shortened'; readonly ms: number })
	/** From here on this exercise is done in this way. Changes no time. */
	| (At & { readonly type: 'varied'; readonly exerciseId: string; readonly way: ExerciseWay })
	/** A stretch of walking before the step, which then begins anew. */
	| (At & { readonly type: 'walkInserted'; readonly ms: number })
	/** The page did not run from `sinceAt` to `at`; the person kept going. */
	| (At & { readonly type: 'gapKept'; readonly sinceAt: number })
	/** The same, but the person had stopped: go on where it was, `readyMs` later. */
	| (At & { readonly type: 'gapDropped'; readonly sinceAt: number; readonly readyMs: number })
	/** The page died; `at` is its last heartbeat. A pause that nobody asked for. */
	| (At & { readonly type: 'interrupted' })
	/** A clock other than the wall's (a sound track) says: position P at time T. */
	| (At & { readonly type: 'synced'; readonly positionMs: number })
	/** A clip that was missing or broken was not said; its tone was heard. Changes nothing else. */
	| (At & { readonly type: 'unsaid'; readonly clip: string })
	| (At & { readonly type: 'ended'; readonly reason: 'complete' | 'early' });

export type SessionLog = readonly SessionEvent[];

/** The last sign of life of a running page: one row, overwritten each second. */
export interface Heartbeat {
	readonly at: number;
}
