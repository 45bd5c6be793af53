import { describe, expect, test } from 'vitest';
import { applyEvent, playerOf, positionAt } from '#lib/domain/player.ts';
import type { Session } from '#lib/domain/session.ts';
import type { SessionLog } from '#lib/domain/session-log.ts';
import { timelineOf } from '#lib/domain/timeline.ts';

const NOON = Date.UTC(2026, 10, 27, 12);
const session: Session = {
	id: 'core/core-a-10',
	programmeId: 'core',
	stageId: 'core-a-10',
	blocks: [
		{
			type: 'block',
			id: 'sequence',
			repeat: 1,
			items: [
				{ type: 'step', phase: 'strength', seconds: 60, exerciseId: 'hip-bridge' },
				{ type: 'step', phase: 'rest', seconds: 20 }
			]
		}
	]
};
const begun: SessionLog = [{ type: 'started', at: NOON, readyMs: 0 }];
const after = (...events: SessionLog) => playerOf(timelineOf(session), [...begun, ...events]);

describe('an exercise in another way', () => {
	test('is known from then on, the latest tap counts, and no time changes', () => {
		const easier = after({ type: 'varied', at: NOON + 5000, exerciseId: 'hip-bridge', way: 'easier' });
		expect(easier.ways).toEqual({ 'hip-bridge': 'easier' });
		expect(easier.timeline).toEqual(after().timeline);
		expect(positionAt(easier, NOON + 8000)).toBe(8000);
		const usual = applyEvent(easier, { type: 'varied', at: NOON + 9000, exerciseId: 'hip-bridge', way: 'usual' });
		expect(usual.ways).toEqual({ 'hip-bridge': 'usual' });
	});

	test('can be chosen in a pause too', () => {
		const paused = after(
			{ type: 'paused', at: NOON + 4000 },
			{ type: 'varied', at: NOON + 5000, exerciseId: 'hip-bridge', way: 'harder' }
		);
		expect(paused.status).toBe('paused');
		expect(paused.ways).toEqual({ 'hip-bridge': 'harder' });
	});
});

describe('ten seconds less', () => {
	test('end the step ten seconds earlier, and what follows keeps its length', () => {
		const { timeline } = after({ type: 'shortened', at: NOON + 20_000, ms: 10_000 });
		expect(timeline.steps.map(({ endMs }) => endMs)).toEqual([50_000, 70_000]);
	});

	test('leave a second, so that the step ends with its cue', () => {
		const { timeline } = after({ type: 'shortened', at: NOON + 55_000, ms: 10_000 });
		expect(timeline.steps[0]?.endMs).toBe(56_000);
	});

	test('change nothing in the last second', () => {
		const { timeline } = after({ type: 'shortened', at: NOON + 59_500, ms: 10_000 });
		expect(timeline.steps[0]?.endMs).toBe(60_000);
	});
});
