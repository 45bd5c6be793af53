// After four and after twelve weeks without a change for the better it is worth asking somebody. A sentence on the screen
// of progress, no alarm. Source: evidence.md 10 row 11 (both checkpoints), 4.1 [S:G4b] (four weeks), 6 (the words).

import { daysBetween, type LocalDay } from './local-day.ts';
import type { DiaryDay } from './diary.ts';
import { firstWeekOn, painChange } from './pain-change.ts';
import { RULES } from './rules.ts';

export type Checkpoint = 'weeks4' | 'weeks12';

const FOUR_WEEKS = 28;
const TWELVE_WEEKS = 84;

/**
 * The checkpoint that was passed without clearly less pain; `null`: none, too few entries to tell, or so little pain now
 * that there is nothing to ask (up to the green of RULES [P]). Weeks count from where the comparison begins. `days` are
 * those of `diaryDays`, oldest first.
 */
export function checkpointOf(days: readonly DiaryDay[], today: LocalDay): Checkpoint | null {
	const firstOn = firstWeekOn(days, today);
	const change = painChange(days, today);
	if (firstOn === null || change.type !== 'compared') return null;
	if (change.word === 'less' || change.now <= RULES.pain.greenUpTo) return null;
	const passed = daysBetween(firstOn, today);
	if (passed >= TWELVE_WEEKS) return 'weeks12';
	return passed >= FOUR_WEEKS ? 'weeks4' : null;
}
