// The answers after a session, with the minutes of the way home that the clock counted. What is known stays.

import type { CheckIn, SessionRecord } from '#lib/domain/record.ts';
import { wholeMinutes } from '#lib/i18n/time-text.ts';
import type { Clock } from '#lib/platform/clock.ts';

const MOST_MINUTES = 240;

/** From the end of the session to now. */
export function walkedHome(clock: Clock, record: SessionRecord, known: CheckIn | undefined): CheckIn {
	const now = clock.now();
	const minutes = wholeMinutes(now - (record.log.at(-1)?.at ?? now));
	return {
		type: 'afterSession',
		id: clock.newId(),
		sessionId: record.id,
		on: record.on,
		backPain: null,
		legPain: null,
		effort: null,
		stoppedBy: null,
		note: '',
		...known,
		walkHomeMinutes: Math.min(MOST_MINUTES, minutes),
		updatedAt: now
	};
}
