import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { programmes } from '#lib/content/index.ts';
import longer from '#lib/content/longer-running.json';
import { agendaOf, freeDayFor, type Agenda } from '#lib/domain/agenda.ts';
import { daysBetween } from '#lib/domain/local-day.ts';
import type { Answer } from '#lib/domain/answer.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import { stayStages, type LongerRunning } from '#lib/domain/longer-running.ts';
import type { Shelf } from '#lib/domain/next-up.ts';
import type { Facts } from '#lib/domain/plan.ts';
import { plansOf } from '#lib/domain/plans.ts';
import { proposalOf } from '#lib/domain/proposal.ts';
import { runSession, sessionsOf, walkSession, type Programmes, type Sequence } from '#lib/domain/programme.ts';
import type { CheckIn, Choice, SessionRecord } from '#lib/domain/record.ts';
import { hasRun, sessionSeconds } from '#lib/domain/session.ts';
import { usualDays } from '#lib/domain/usual-days.ts';
import { moveChoices } from '#lib/domain/week-moves.ts';
import { weekdays } from '../../support/arbitraries.ts';
import {
	NOON,
	PROGRAMMES,
	aBeginning,
	aCheckIn,
	aPlan,
	aRecord,
	aRunRecord,
	aSession,
	aStep,
	day,
	playedThrough
} from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const LONGER: LongerRunning = longer;
const SHELF: Shelf = { programmes: PROGRAMMES, longer: LONGER };
const choice = (on: number, what: object): Choice =>
	({ id: `${on}-${JSON.stringify(what)}`, updatedAt: NOON + on, on: day(on), ...what }) as Choice;
const begun = (programmeId: string, stageId: string, days: readonly number[], on = 0): Choice =>
	choice(on, { type: 'begun', programmeId, stageId, weekdays: days, beside: true });
const RUN_WALK = aBeginning();
const CORE = begun('core', 'core-a-10', [1, 3]);

const facts = (
	choices: readonly Choice[],
	sessions: readonly SessionRecord[] = [],
	checkIns: readonly CheckIn[] = []
): Facts => ({
	choices,
	sessions,
	checkIns,
	entries: [],
	answers: []
});
const agenda = (known: Facts, today: number, shelf: Shelf = SHELF): Agenda => agendaOf(known, shelf, day(today));
const order = ({ plans }: Agenda): readonly string[] =>
	plans.map(({ proposal }) => `${proposal.session.id} ${daysBetween(day(0), proposal.dueOn)}`);
const planned = ({ week }: Agenda): readonly string[] =>
	week.days.map((each) => each.planned.map(({ session }) => session.id).join());
const run = (on: number, stage = 1): SessionRecord => aRunRecord({ stage, on: day(on) });
const core = (on: number): SessionRecord =>
	aRecord({
		id: `core-${on}`,
		on: day(on),
		session: aSession([aStep('strength', 90)], { id: 'core/core-a-10', programmeId: 'core', stageId: 'core-a-10' })
	});
/** A run of longer running, played through. */
const ran = (on: number, stageId: string, minutes: number): SessionRecord => {
	const session = aSession([aStep('warmUp', 300), aStep('run', minutes * 60), aStep('coolDown', 180)], {
		id: stageId.replace(/^R(\d+)-/, 'running/$1/'),
		programmeId: 'running',
		stageId
	});
	return aRecord({ id: `ran-${on}`, on: day(on), session, log: playedThrough(session, NOON + on * 86_400_000) });
};
const green = (record: SessionRecord): CheckIn => aCheckIn({ sessionId: record.id, on: record.on });

describe('an agenda', () => {
	test('proposes what is due first, whichever plan it is of', () => {
		const choices = [RUN_WALK, CORE];
		expect(order(agenda(facts(choices), 0))).toEqual(['run-walk/S1 0', 'core/core-a-10 1']);
		expect(order(agenda(facts(choices, [run(0)]), 0))).toEqual(['core/core-a-10 1', 'run-walk/S1 2']);
		expect(order(agenda(facts(choices, [run(0), core(1)]), 1))).toEqual(['run-walk/S1 2', 'core/core-a-10 3']);
		expect(order(agenda(facts(choices, [run(4), core(3)]), 5))).toEqual(['core/core-a-10 5', 'run-walk/S1 7']);
	});

	test('keeps runs apart and Sunday free, and asks for no more than was wished since the beginning', () => {
		expect(planned(agenda(facts([RUN_WALK, CORE]), 0))).toEqual([
			'run-walk/S1',
			'core/core-a-10',
			'run-walk/S1',
			'core/core-a-10',
			'run-walk/S1',
			'',
			''
		]);
		const late = begun('core', 'core-a-10', [0, 1, 3], 2);
		expect(planned(agenda(facts([late]), 2))).toEqual(['', '', '', 'core/core-a-10', '', '', '']);
		expect(order(agenda(facts([begun('core', 'core-a-10', [0, 1], 2)]), 2))).toEqual(['core/core-a-10 7']);
	});

	test('lets a plan at rest wish nothing and come last', () => {
		const choices = [RUN_WALK, CORE, choice(0, { type: 'paused', programmeId: 'run-walk' })];
		const now = agenda(facts(choices), 0);
		expect(now.plans.map(({ plan }) => [plan.programmeId, plan.pausedOn])).toEqual([
			['core', null],
			['run-walk', day(0)]
		]);
		expect(planned(now).join('')).not.toContain('run-walk');
	});

	test('follows a move and another free day', () => {
		const moved = choice(1, { type: 'moved', programmeId: 'core', from: day(3), to: day(5) });
		expect(planned(agenda(facts([RUN_WALK, CORE, moved], [run(0), core(1)]), 1))[5]).toBe('core/core-a-10');
		const free = choice(1, { type: 'freeDay', weekday: 2 });
		const now = agenda(facts([RUN_WALK, CORE, free], [run(0)]), 1);
		expect(now.week.days[2]).toMatchObject({ isFree: true, planned: [] });
	});

	test('a plan on Sundays moves the free day that nobody chose', () => {
		const sunday = aPlan({ weekdays: [1, 3, 6] });
		expect(freeDayFor([], [sunday])).toBe(5);
		expect(freeDayFor([choice(0, { type: 'freeDay', weekday: 6 })], [sunday])).toBe(6);
		expect(freeDayFor([], [aPlan({ weekdays: [0, 1, 2, 3, 4, 5, 6] })])).toBe(6);
		expect(freeDayFor([], [aPlan({ weekdays: [6], pausedOn: day(0) })])).toBe(6);
	});

	test('a second walk of a day is due on that day, and counts as one of the week', () => {
		const twice = { ...PROGRAMMES, walks: [{ id: 'A', weeks: [{ minutes: 5, times: 2 }] }] };
		const walk = aRecord({ id: 'walk', on: day(0), session: walkSession('A', 1, 5) });
		const known = facts([begun('walk', 'A', [0, 2, 4])], [walk]);
		const once = agenda(known, 0, { ...SHELF, programmes: twice });
		expect(order(once)).toEqual(['walk/A/1 0']);
		const both = facts(known.choices, [walk, { ...walk, id: 'walk again' }]);
		const done = agenda(both, 0, { ...SHELF, programmes: twice });
		expect(order(done)).toEqual(['walk/A/1 2']);
		expect(planned(done).filter(Boolean)).toHaveLength(2);
	});
});

/** A session that was begun and ended after a few seconds. */
const brief = (record: SessionRecord, seconds = 10): SessionRecord => {
	const at = NOON + daysBetween(day(0), record.on) * 86_400_000;
	return {
		...record,
		log: [
			{ type: 'started', at, readyMs: 0 },
			{ type: 'ended', at: at + seconds * 1000, reason: 'early' }
		]
	};
};

describe('what counts in a week', () => {
	const sequence = (programmeId: 'legs' | 'yoga', id: string): Sequence => ({
		id,
		programmeId,
		seconds: 90,
		steps: [aStep('strength', 90)]
	});
	const MORE: Programmes = {
		...PROGRAMMES,
		sequences: [sequence('legs', 'run-prep-5'), sequence('legs', 'legs-12'), sequence('yoga', 'yoga-20')]
	};
	const shelf: Shelf = { ...SHELF, programmes: MORE };
	const did = (id: string, on: number): SessionRecord => {
		const session = sessionsOf(MORE).find((each) => each.id === id) ?? expect.fail(`no session ${id}`);
		return aRecord({ id: `${id}-${on}`, on: day(on), session, log: playedThrough(session, NOON + on * 86_400_000) });
	};
	const LEGS = begun('legs', 'legs-12', [1, 3]);
	const PREP = 'legs/run-prep-5';

	test('the short set before a run takes nothing from the plan of the legs', () => {
		const known = facts([RUN_WALK, LEGS], [did(PREP, 0), run(0), did(PREP, 2), run(2)]);
		expect(planned(agenda(known, 2, shelf))).toEqual(['', '', 'legs/legs-12', 'legs/legs-12', 'run-walk/S1', '', '']);
		expect(order(agenda(facts([LEGS], [did(PREP, 1)]), 1, shelf))).toEqual(['legs/legs-12 1']);
		// On the same day as the whole set it hides nothing.
		expect(order(agenda(facts([LEGS], [did(PREP, 1), did('legs/legs-12', 1)]), 1, shelf))).toEqual(['legs/legs-12 3']);
	});

	test('nor does it say when the legs were done last', () => {
		const plan = aPlan({ programmeId: 'legs', startStageId: 'legs-12', weekdays: [0, 3] });
		const proposal = (record: SessionRecord) => proposalOf(plan, facts([], [record]), MORE, day(0));
		expect(proposal(did(PREP, 0))).toMatchObject({ dueOn: day(0), reason: 'start' });
		expect(proposal(brief(did('legs/legs-12', 0)))).toMatchObject({ dueOn: day(0), reason: 'start' });
		expect(proposal(did('legs/legs-12', 0))).toMatchObject({ dueOn: day(3), reason: 'oneMoreGreen' });
	});

	test('another variant, or a plan begun in mid-week, leaves the rest of the week', () => {
		const walks = [begun('walk', 'B', [0, 2, 4]), begun('walk', 'A', [0, 2, 4], 3)];
		expect(order(agenda(facts(walks, [did('walk/B/1', 0), did('walk/B/1', 2)]), 3))).toEqual(['walk/A/1 4']);
		const tried = [did('yoga/yoga-20', 0), did('yoga/yoga-20', 1)];
		const yoga = agenda(facts([begun('yoga', 'yoga-20', [3, 5], 2)], tried), 2, shelf);
		expect(planned(yoga)).toEqual(['', '', '', 'yoga/yoga-20', '', 'yoga/yoga-20', '']);
	});

	test('a session that was ended after seconds is still due on its day', () => {
		expect(order(agenda(facts([CORE], [brief(core(1))]), 1))).toEqual(['core/core-a-10 1']);
		expect(order(agenda(facts([CORE], [brief(core(1), 45)]), 1))).toEqual(['core/core-a-10 3']);
		expect(order(agenda(facts([RUN_WALK], [brief(run(0))]), 0))).toEqual(['run-walk/S1 0']);
		expect(order(agenda(facts([begun('walk', 'A', [0, 2])], [brief(did('walk/A/1', 0))]), 0))).toEqual(['walk/A/1 0']);
	});

	test('parts of a day stand for it together', () => {
		const seconds = sessionSeconds(core(1).session);
		const parts = (share: number) => ['a', 'b'].map((id) => ({ ...brief(core(1), share * seconds), id }));
		expect(order(agenda(facts([CORE], parts(0.4)), 1))).toEqual(['core/core-a-10 3']);
		expect(order(agenda(facts([CORE], parts(0.2)), 1))).toEqual(['core/core-a-10 1']);
	});

	test('a run that was ended early keeps its distance all the same', () => {
		// A minute of warming up, five seconds of running.
		const known = facts([begun('run-walk', 'S1', [0, 1, 3])], [brief(run(0), 65)]);
		expect(planned(agenda(known, 0))).toEqual(['', '', '', 'run-walk/S1', '', 'run-walk/S1', '']);
	});
});

describe('days that were over', () => {
	const YOGA = begun('core', 'core-a-10', [1, 3], -7);
	const paused = (on: number): Choice => choice(on, { type: 'paused', programmeId: 'core' });
	const takenUp = (on: number): Choice => choice(on, { type: 'takenUp', programmeId: 'core' });
	const days = (on: number, ...days: readonly number[]): Choice =>
		choice(on, { type: 'weekdays', programmeId: 'core', weekdays: days });
	const on = (known: Facts, today: number): readonly number[] =>
		planned(agenda(known, today)).flatMap((words, at) => (words ? [at] : []));

	test('when a plan was taken up again are not asked for', () => {
		expect(on(facts([YOGA, paused(-2), takenUp(4)]), 4)).toEqual([]);
		expect(order(agenda(facts([YOGA, paused(-2), takenUp(4)]), 4))).toEqual(['core/core-a-10 8']);
		expect(on(facts([YOGA, paused(-2), takenUp(3)]), 3)).toEqual([3]);
	});

	test('unless it was moved ahead, or the rest was of the same day', () => {
		const moved = choice(0, { type: 'moved', programmeId: 'core', from: day(1), to: day(5) });
		expect(on(facts([YOGA, moved]), 2)).toEqual([3, 5]);
		expect(on(facts([YOGA, moved, paused(1), takenUp(2)]), 2)).toEqual([3, 5]);
		expect(on(facts([YOGA, paused(2), takenUp(2)]), 2)).toEqual(on(facts([YOGA]), 2));
	});

	test('nor when it was given other days', () => {
		expect(on(facts([YOGA, days(4, 0, 2, 5)]), 4)).toEqual([5]);
		expect(on(facts([YOGA, days(4, 0, 2)]), 4)).toEqual([]);
	});

	test('but what was done before stands for them, not for those ahead', () => {
		expect(on(facts([YOGA, days(-7, 1, 3, 5), paused(2), takenUp(3)], [core(1)]), 3)).toEqual([3, 5]);
		expect(on(facts([YOGA, days(1, 1, 3, 5)], [core(0)]), 1)).toEqual([3, 5]);
	});
});

describe('two sessions of one day', () => {
	const own = (id: string, on: number, hour: number, phase: 'run' | 'strength'): SessionRecord => {
		const session = aSession([aStep(phase, 1200)], { id: 'own/x', programmeId: 'own', stageId: 'own' });
		return aRecord({
			id,
			on: day(on),
			session,
			log: playedThrough(session, NOON + on * 86_400_000 + hour * 3_600_000)
		});
	};
	const tuesdays = begun('run-walk', 'S1', [1, 3, 5]);

	test('a run in the second of them keeps its distance to the next, whatever came first', () => {
		const both = agenda(facts([tuesdays], [own('mat', 2, -4, 'strength'), own('ran', 2, 6, 'run')]), 2);
		expect(planned(both)[3]).toBe('');
		expect(order(both)).toEqual(['run-walk/S1 5']);
		expect(both.week.days[2]?.done.map(({ id }) => id)).toEqual(['mat', 'ran']);
	});

	test('so does a run after one that was ended while warming up', () => {
		const session = run(2).session;
		const opened = aRecord({
			id: 'opened',
			on: day(2),
			session,
			log: [
				{ type: 'started', at: NOON + 2 * 86_400_000 - 3_600_000, readyMs: 0 },
				{ type: 'ended', at: NOON + 2 * 86_400_000 - 3_540_000, reason: 'early' }
			]
		});
		const ranLater = aRecord({ id: 'ran', on: day(2), session, log: playedThrough(session, NOON + 2 * 86_400_000) });
		expect(planned(agenda(facts([tuesdays], [opened, ranLater]), 2))[3]).toBe('');
	});
});

describe('run-walk for good', () => {
	const stay = choice(0, { type: 'stayed', stageId: 'W2' });

	test('its step comes instead of a stage, until that is taken back', () => {
		const [next] = agenda(facts([RUN_WALK, stay]), 0).plans;
		expect(next?.proposal).toMatchObject({ session: { id: 'run-walk/W2' }, reason: 'chosen' });
		const back = choice(1, { type: 'stayed', stageId: null });
		expect(agenda(facts([RUN_WALK, stay, back]), 1).plans[0]?.proposal.session.id).toBe('run-walk/S1');
	});

	test('its sessions count as the stage they grow out of', () => {
		const step = agenda(facts([RUN_WALK, stay]), 0).plans[0]?.proposal.session;
		const record = aRecord({ id: 'step', on: day(0), ...(step ? { session: step } : {}) });
		const back = choice(1, { type: 'stayed', stageId: null });
		const now = agenda(facts([RUN_WALK, stay, back], [record], [green(record)]), 2);
		expect(now.plans[0]?.proposal).toMatchObject({ session: { id: 'run-walk/S11' }, greens: 1 });
	});
});

describe('run-walk for good follows the rules of the stages', () => {
	const stay = choice(0, { type: 'stayed', stageId: 'W3' });
	const STEPS = stayStages(LONGER);
	const did = (on: number, id: string): SessionRecord => {
		const stage = [...PROGRAMMES.runWalk.stages, ...STEPS].find((each) => each.id === id);
		if (!stage) throw new Error(`no step ${id}`);
		const session = runSession(stage);
		return aRecord({ id: `did-${on}`, on: day(on), session, log: playedThrough(session, NOON + on * 86_400_000) });
	};
	const as = (record: SessionRecord, backPain: number): CheckIn =>
		aCheckIn({ id: `as-${record.id}`, sessionId: record.id, on: record.on, backPain });
	const after = (runs: readonly (readonly [number, string, number])[], today: number, more: Partial<Facts> = {}) => {
		const records = runs.map(([on, id]) => did(on, id));
		const checkIns = records.map((record, n) => as(record, runs[n]?.[2] ?? 0));
		const known = { ...facts([RUN_WALK, stay], records, checkIns), ...more };
		const next = agenda(known, today).plans[0]?.proposal ?? expect.fail('no plan');
		return `${next.session.stageId} ${next.reason} ${next.greens}/${next.greensNeeded}`;
	};

	test('green and unanswered sessions leave the step that was chosen', () => {
		expect(after([[1, 'W3', 0]], 3)).toBe('W3 chosen 0/0');
		expect(
			after(
				[
					[1, 'W3', 0],
					[3, 'W3', 0],
					[5, 'W3', 0]
				],
				7
			)
		).toBe('W3 chosen 0/0');
		expect(after([[1, 'W3', 0]], 3, { checkIns: [] })).toBe('W3 noAnswers 0/0');
	});

	test('a harder step than the chosen, or a later stage, never leads beyond it', () => {
		expect(after([[1, 'W6', 0]], 3)).toBe('W3 chosen 0/0');
		expect(after([[1, 'S17', 0]], 3)).toBe('W1 oneMoreGreen 1/2');
	});

	test('red leads two steps back, below the first into the stages, and greens lead up to the step again', () => {
		expect(after([[1, 'W3', 80]], 4)).toBe('W1 stepBackRed 0/2');
		expect(
			after(
				[
					[1, 'W3', 80],
					[8, 'W1', 80]
				],
				12
			)
		).toBe('S9 stepBackRed 0/2');
	});

	test('a break leads back, and after a month the jog test comes first', () => {
		expect(after([[1, 'W3', 0]], 15)).toBe('W1 stepBackAfterBreak 0/2');
		expect(after([[1, 'W3', 0]], 8)).toBe('W3 repeatAfterBreak 0/0');
		expect(after([[1, 'W3', 0]], 31)).toBe('S1 jogTestDue 0/3');
		expect(after([[1, 'W3', 0]], 200)).toBe('S1 jogTestDue 0/3');
	});

	test('a flare leads two steps back', () => {
		const pain = (on: number, average: number): PainEntry => ({
			id: `pain-${on}`,
			updatedAt: NOON,
			on: day(on),
			at: NOON + on * 86_400_000,
			now: null,
			average: { back: average, leg: null, elsewhere: null },
			worst: null,
			note: ''
		});
		const entries = [
			...[-3, -2, -1, 0, 1].map((on) => pain(on, 10)),
			pain(2, 60),
			pain(3, 60),
			...[4, 5, 6, 7, 8, 9, 10, 11].map((on) => pain(on, 10))
		];
		expect(after([[1, 'W3', 0]], 11, { entries })).toBe('W1 afterFlare 0/2');
	});

	test('the rung that is drawn is a stage of the picture, whatever the step', () => {
		const known = facts([RUN_WALK, choice(0, { type: 'stayed', stageId: 'W7' })]);
		expect(agenda(known, 0).plans[0]?.proposal).toMatchObject({ session: { stageId: 'W7' }, rung: 10 });
	});
});

describe('a stage of run-walk before longer running goes on', () => {
	const RUNNING = aBeginning({ programmeId: 'running', stageId: 'R13' });
	const stageAfter = (known: Facts, today: number): string => {
		const next = agenda(known, today, { programmes, longer: LONGER }).plans[0] ?? expect.fail('no plan');
		return `${next.proposal.session.id} ${next.proposal.reason} ${next.longRun === null}`;
	};
	const RUN_WALK_AT = (id: string, stageId: string, on: number): Choice => ({
		...aBeginning({ on: day(on), stageId }),
		id
	});

	test('knows the long runs since: who ran two weeks ago has rested two weeks, not five months', () => {
		const known = facts([RUN_WALK_AT('a', 'S17', -150), RUNNING], [ran(0, 'R13-long', 24)]);
		expect(stageAfter(known, 40)).toBe('run-walk/S1 jogTestDue true');
		const short = ran(20, 'R13-long', 24);
		const log = [
			short.log[0] ?? expect.fail(),
			{ type: 'ended' as const, at: (short.log[0]?.at ?? 0) + 600_000, reason: 'early' as const }
		];
		// Five minutes of running: a run of 22 minutes is more than a tenth longer, the stages with walks are their own guard.
		expect(stageAfter(facts(known.choices, [{ ...short, log }]), 24)).toBe('run-walk/S15 noAnswers true');
		expect(stageAfter(facts(known.choices, [{ ...short, log }]), 36)).toBe('run-walk/S15 stepBackAfterBreak true');
	});

	test('is climbed again up to the last, and then longer running goes on', () => {
		const choices = [RUN_WALK_AT('a', 'S4', -1), RUNNING];
		const records: SessionRecord[] = [];
		const told: string[] = [];
		for (let n = 0; n < 40; n++) {
			const checkIns = records.map(green);
			const answers = records.map(({ id, on }): Answer => ({
				id: `m-${id}`,
				updatedAt: NOON,
				on,
				at: NOON,
				type: 'nextMorning',
				sessionId: id,
				backPain: 0,
				legPain: 0,
				legGone: null
			}));
			const known = { ...facts(choices, [...records], checkIns), answers };
			const next = agenda(known, 2 * n, { programmes, longer: LONGER }).plans[0] ?? expect.fail('no plan');
			const { session } = next.proposal;
			if (told.at(-1) !== session.id) told.push(session.id);
			if (session.programmeId === 'running') break;
			records.push(
				aRecord({ id: `n${n}`, on: day(2 * n), session, log: playedThrough(session, NOON + 2 * n * 86_400_000) })
			);
		}
		expect(told.slice(0, 4)).toEqual(['run-walk/S4', 'run-walk/S5', 'run-walk/S6', 'run-walk/S7']);
		expect(told.at(-1)).toMatch(/^running\//);
	});

	test('is the same whichever beginning lies first in the database', () => {
		const choices = [RUN_WALK_AT('b', 'S1', -300), RUN_WALK_AT('a', 'S5', -150), RUNNING];
		expect(stageAfter(facts(choices), 1)).toBe(stageAfter(facts(choices.toReversed()), 1));
		expect(stageAfter(facts(choices), 1)).toBe('run-walk/S5 start true');
	});
});

describe('longer running', () => {
	const RUNNING = begun('running', 'R13', [0, 2, 4]);
	const before = aRecord({
		...ran(-3, 'S17', 22),
		session: { ...ran(-3, 'S17', 22).session, programmeId: 'run-walk' }
	});

	test('has two short runs and a long one, in this order, whichever week they fall in', () => {
		const first = agenda(facts([RUNNING], [before]), 0);
		expect(planned(first)).toEqual(['running/13/1', '', 'running/13/2', '', 'running/13/long', '', '']);
		const one = agenda(facts([RUNNING], [before, ran(0, 'R13-1', 20)]), 1);
		expect(planned(one)).toEqual(['', '', 'running/13/2', '', 'running/13/long', '', '']);
		expect(one.plans[0]?.proposal).toMatchObject({ reason: 'start', rung: 0 });
		const long = ran(7, 'R13-long', 24);
		const two = [before, ran(0, 'R13-1', 20), ran(4, 'R13-2', 20), long];
		expect(agenda(facts([RUNNING], two.slice(0, 3)), 7).plans[0]?.proposal.session.id).toBe('running/13/long');
		const after = agenda(facts([RUNNING], two, [green(long)]), 8);
		expect(planned(after)).toEqual(['', '', 'running/14/1', '', 'running/14/2', '', '']);
	});

	test('without a run to measure by, a stage of run-walk comes first', () => {
		expect(agenda(facts([RUNNING]), 0).plans[0]).toMatchObject({
			plan: { programmeId: 'running' },
			proposal: { session: { id: 'run-walk/S1' } },
			longRun: null
		});
		const short = run(0);
		expect(planned(agenda(facts([RUNNING], [short]), 1))).toEqual(['', '', 'run-walk/S1', '', 'run-walk/S1', '', '']);
	});

	test('is not there before its content is', () => {
		expect(agenda(facts([RUNNING, CORE]), 0, { ...SHELF, longer: null }).plans).toHaveLength(1);
	});
});

describe('moving a day', () => {
	const question = (known: Facts, today: number) => agenda(known, today).question;
	const refusals = (known: Facts, today: number, id: string, from: number) =>
		Object.fromEntries(
			moveChoices(question(known, today), id, day(from)).map(({ to, refusal }) => [daysBetween(day(0), to), refusal])
		);

	test('offers each other day that is left, and says why another will not do', () => {
		expect(refusals(facts([RUN_WALK, CORE]), 0, 'core', 1)).toEqual({
			0: null,
			2: null,
			3: 'dayTaken',
			4: null,
			5: null,
			6: 'onFreeDay'
		});
	});

	test('a run is not moved next to a run that was done', () => {
		expect(refusals(facts([RUN_WALK], [run(0)]), 1, 'run-walk', 2)).toMatchObject({ 1: expect.any(String), 3: null });
	});

	test('after a missed day, a day to which the late one came has one already; beyond it there is room', () => {
		// Tuesday was missed: on Thursday its session stands on Friday, and comes to the day that is left.
		expect(planned(agenda(facts([CORE]), 3))).toEqual(['', '', '', 'core/core-a-10', 'core/core-a-10', '', '']);
		expect(refusals(facts([CORE]), 3, 'core', 3)).toEqual({ 4: 'dayTaken', 5: null, 6: 'onFreeDay' });
	});

	test('a move is followed also when something late comes to the day that was left', () => {
		// Monday was missed: its session stands on Wednesday, and comes to Tuesday when that is left.
		const early = begun('core', 'core-a-10', [0, 1]);
		const moved = choice(1, { type: 'moved', programmeId: 'core', from: day(1), to: day(3) });
		expect(planned(agenda(facts([early]), 1))).toEqual(['', 'core/core-a-10', 'core/core-a-10', '', '', '', '']);
		expect(planned(agenda(facts([early, moved]), 1))).toEqual(['', 'core/core-a-10', '', 'core/core-a-10', '', '', '']);
		expect(refusals(facts([early]), 1, 'core', 1)).toMatchObject({ 2: 'dayTaken', 3: null });
	});

	test('what was late can be moved on', () => {
		// Tuesday went by; the session stands on Wednesday.
		expect(planned(agenda(facts([CORE]), 2))).toEqual(['', '', 'core/core-a-10', 'core/core-a-10', '', '', '']);
		expect(refusals(facts([CORE]), 2, 'core', 2)).toMatchObject({ 4: null, 5: null });
	});
});

describe('the days offered for a plan', () => {
	test('are those of the sample weeks, or lie between what runs already', () => {
		expect(usualDays('core', [], 6)).toEqual([1, 4]);
		expect(usualDays('core', [aPlan()], 6)).toEqual([1, 3]);
		expect(usualDays('run-walk', [aPlan({ programmeId: 'core', weekdays: [1, 4] })], 6)).toEqual([0, 2, 5]);
		expect(usualDays('desk', [], 0)).toHaveLength(5);
		expect(usualDays('desk', [], 0)).not.toContain(0);
	});

	test('are not Sunday and Monday for runs, which the weeks put side by side', () => {
		for (const id of ['run-walk', 'running'] as const)
			for (const freeDay of [0, 1, 2, 3, 4, 5, 6] as const) {
				const days = usualDays(id, [], freeDay);
				expect(days).toHaveLength(3);
				expect(days.includes(0) && days.includes(6)).toBe(false);
			}
		expect(usualDays('run-walk', [], 2)).toEqual([0, 3, 5]);
	});
});

const someChoices: fc.Arbitrary<readonly Choice[]> = fc.array(
	fc
		.record({
			type: fc.constantFrom('begun', 'begun', 'weekdays', 'paused', 'takenUp', 'ended', 'freeDay', 'moved', 'stayed'),
			id: fc.constantFrom('run-walk', 'running', 'walk', 'core'),
			on: fc.integer({ min: -9, max: 6 }),
			days: weekdays,
			from: fc.integer({ min: 0, max: 6 }),
			to: fc.integer({ min: 0, max: 6 })
		})
		.map(({ type, id, on, days, from, to }) =>
			choice(on, {
				type,
				weekdays: days,
				weekday: to,
				from: day(from),
				to: day(to),
				beside: true,
				...(type === 'freeDay' || type === 'stayed' ? {} : { programmeId: id }),
				stageId: type === 'stayed' ? 'W1' : id === 'core' ? 'core-a-10' : 'A'
			})
		),
	{ maxLength: 9 }
);

describe('whatever was chosen', () => {
	law(
		'agenda: each plan is there once with a day from today on, resting ones last, and no run next to another',
		fc.property(someChoices, fc.integer({ min: 0, max: 6 }), fc.boolean(), (choices, today, hasRan) => {
			const sessions = hasRan ? [run(0), ran(-3, 'R13-1', 20)] : [];
			const { plans, week } = agenda(facts(choices, sessions), today);
			expect(plans.map(({ plan }) => plan.programmeId).toSorted()).toEqual(
				plansOf(choices)
					.map(({ programmeId }) => programmeId)
					.toSorted()
			);
			for (const { proposal } of plans) expect(proposal.dueOn >= day(today)).toBe(true);
			const resting = plans.map(({ plan }) => plan.pausedOn !== null);
			expect(resting).toEqual(resting.toSorted((a, b) => Number(a) - Number(b)));
			const runs = week.days.flatMap(({ planned: list }, at) =>
				list.some(({ session }) => hasRun(session)) ? [at] : []
			);
			for (const [n, at] of runs.entries()) expect((runs[n + 1] ?? Infinity) - at).toBeGreaterThan(1);
		})
	);
});
