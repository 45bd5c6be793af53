// The words behind the stop button say what the light makes of it: red for back and leg, whatever is answered afterwards.

import { describe, expect, test } from 'vitest';
import { programmes } from '#lib/content/index.ts';
import type { Phase, Session } from '#lib/domain/session.ts';
import { planAfterStop } from '#lib/state/stop-words.ts';
import { sessionById } from '#lib/state/session-catalogue.ts';

const named = (id: string): Session => {
	const session = sessionById(id, programmes);
	if (!session) throw new Error(`no session ${id}`);
	return session;
};
const own = (phase: Phase): Session => ({
	id: 'own',
	programmeId: 'own',
	stageId: 'own',
	blocks: [{ type: 'block', id: 'main', repeat: 2, items: [{ type: 'step', phase, seconds: 60 }] }]
});
const longer: Session = { ...own('run'), id: 'running/W13-long', programmeId: 'running', stageId: 'W13-long' };

describe('a stop by the back', () => {
	test.each([
		['a stage', named('run-walk/S3'), 'plan.red.run'],
		['a week of longer running', longer, 'plan.red.run'],
		['an own session with runs', own('run'), 'plan.red.ownRun'],
		['a walk', named('walk/B/4'), 'plan.red.walk'],
		['a free walk', named('walk/free/10'), 'plan.red.walk'],
		['a core session', named('core/core-a-10'), 'plan.red.core']
	] as const)('of %s is red, unless one goes on', (_, session, key) =>
		expect(planAfterStop(session, 'back', [])).toEqual(['plan.either', key])
	);

	test.each([
		['another mat session', { ...own('strength'), programmeId: 'yoga' as const }],
		['an own session without runs', own('strength')]
	])('of %s changes no plan', (_, session) => expect(planAfterStop(session, 'back', [])).toEqual(['plan.unchanged']));
});

describe('a stop by the leg', () => {
	test('with a sign of it leaves no way on', () => {
		expect(planAfterStop(named('run-walk/S3'), 'leg', [])).toEqual(['plan.either', 'plan.red.run']);
		expect(planAfterStop(named('run-walk/S3'), 'leg', ['limp'])).toEqual(['plan.red.run']);
		expect(planAfterStop(named('core/core-a-10'), 'leg', ['swelling'])).toEqual(['plan.red.coreLeg']);
	});

	test('holds running after a walk and on the mat, too', () => {
		expect(planAfterStop(named('walk/B/4'), 'leg', ['limp'])).toEqual(['plan.red.walkLeg']);
		expect(planAfterStop(own('strength'), 'leg', ['limp'])).toEqual(['plan.red.ownRun']);
	});
});

test('who is just tired keeps what was done; only runs have stages to speak of', () => {
	expect(planAfterStop(named('run-walk/S3'), 'tired', [])).toEqual(['plan.tired']);
	for (const session of [own('run'), named('walk/B/4'), named('core/core-a-10')])
		expect(planAfterStop(session, 'tired', [])).toEqual(['plan.kept']);
});
