// What every rule of the plan reads, worked out once for a day: lights, diary, settle mode.

import { diaryDays, type DiaryDay } from './diary.ts';
import type { LocalDay } from './local-day.ts';
import type { SessionRecord } from './record.ts';
import { sessionLights, type LightFacts, type SessionLight } from './session-lights.ts';
import { settleOf, type SettleState } from './settle.ts';

export interface Reading {
	readonly lightOf: (record: SessionRecord) => SessionLight;
	/** Days with a number for the back, oldest first. */
	readonly diary: readonly DiaryDay[];
	readonly settle: SettleState;
}

/** Reads the answers and the diary as they stand on `today`. */
export function readingOf(facts: LightFacts, today: LocalDay): Reading {
	const diary = diaryDays(facts.entries);
	const lights = sessionLights(facts, diary);
	const known = new WeakMap<SessionRecord, SessionLight>();
	const lightOf = (record: SessionRecord): SessionLight => {
		const light = known.get(record) ?? lights(record);
		known.set(record, light);
		return light;
	};
	return { lightOf, diary, settle: settleOf(diary, facts.answers, today) };
}
