// What the person answered when asked: about signs, readiness, mornings, function, beliefs. Records, never conclusions:
// what follows from them is derived at each reading. Ids of questions belong to the content.

import type { LocalDay } from './local-day.ts';
import type { Kept } from './kept.ts';

/** What the legs say besides a number (evidence.md 1.5, row 'Leg/foot pain'; decisions.md 'Legs'). */
export type LegSign = 'limp' | 'swelling' | 'bonePoint' | 'nightPain';
/** What is new since the session began (evidence.md 1.5, row 'Back pain during'). */
export type NewSign = 'belowKnee' | 'numbness';
/** The five doors of the stop button in the player (issue: stop button with triage). */
export type StopWhy = 'nerve' | 'chest' | 'leg' | 'back' | 'tired';
/** Which weeks the questions about function and beliefs are asked in (evidence.md 6, 8.2). */
export type AskedWeek = 0 | 6 | 12;

export interface Activity {
	/** In the person's own words. */
	readonly name: string;
	/** 0 not possible, 10 as before; `null`: not answered. */
	readonly score: number | null;
}

/** `on`: the day it is about. `at`: when it was answered, epoch milliseconds. */
export type Answer = Kept & { readonly on: LocalDay; readonly at: number } & (
		| /** The checklist of evidence.md 5.2 and 5.4; ids of what was ticked, none is an answer too. */
		  { readonly type: 'warningSigns'; readonly ticked: readonly string[] }
		  /** Own readiness questions (evidence.md 5.3); ids of every yes. */
		| { readonly type: 'readiness'; readonly yes: readonly string[] }
		/** The medical exclusions of evidence.md 1.2; ids of what applies. */
		| { readonly type: 'exclusions'; readonly yes: readonly string[] }
		/** One tick: any of the reasons for the slow track applies (evidence.md 1.5). */
		| { readonly type: 'slowTrack'; readonly applies: boolean }
		/** Advice was taken: lifts the closures that stem from answers given before this moment (decisions.md 'Closures'). */
		| { readonly type: 'adviceTaken' }
		/** Since when it hurts; `null`: for longer than anybody remembers. A new or clearly worse episode is settle mode. */
		| { readonly type: 'episode'; readonly since: LocalDay | null; readonly kind: 'new' | 'worse' | 'lasting' }
		/** Criteria of gate 1 that only the person knows (evidence.md 4.3); `null`: not answered. */
		| {
				readonly type: 'settling';
				readonly walkTenMinutes: 'fine' | 'worse' | 'notYet' | null;
				readonly dailyTasks: boolean | null;
				readonly nights: boolean | null;
				readonly legWorse: boolean | null;
		  }
		/** Before a session: how the back is now. `sessionId`: of the record that followed, once there is one. */
		| { readonly type: 'beforeSession'; readonly backPain: number | null; readonly cannotStand: boolean }
		/** The next morning. `legGone`: leg pain of the session is gone within 24 hours. */
		| {
				readonly type: 'nextMorning';
				readonly sessionId: string;
				readonly backPain: number | null;
				readonly legPain: number | null;
				readonly legGone: boolean | null;
		  }
		/** A session was stopped by a symptom. */
		| {
				readonly type: 'stopped';
				readonly sessionId: string;
				readonly why: StopWhy;
				readonly legSigns: readonly LegSign[];
		  }
		/** A comfortable slow jog after five minutes of walking (evidence.md 1.5 'Which stage to start'). */
		| {
				readonly type: 'jogTest';
				readonly seconds: number;
				readonly talking: boolean;
				readonly morningSame: boolean | null;
		  }
		/** One private tick per day; no rule reads it (decisions.md 'Medicine'). */
		| { readonly type: 'medicine'; readonly taken: boolean }
		| { readonly type: 'activities'; readonly week: AskedWeek; readonly activities: readonly Activity[] }
		/** Roland-Morris: numbers of the statements that apply, 1 to 24. */
		| { readonly type: 'rolandMorris'; readonly week: AskedWeek; readonly ticked: readonly number[] }
		/** 0-10 each. */
		| {
				readonly type: 'beliefs';
				readonly week: AskedWeek;
				readonly runningIsSafe: number | null;
				readonly canDoPlan: number | null;
		  }
		/** One thing that went well in the week of this Monday. */
		| { readonly type: 'weekReview'; readonly monday: LocalDay; readonly wentWell: string }
	);
