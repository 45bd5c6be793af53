import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '#lib/domain/answer.ts';
import { addDays, daysBetween, weekdayOf, type LocalDay } from '#lib/domain/local-day.ts';
import { dueDay, planOf, type Facts, type Plan } from '#lib/domain/plan.ts';
import { proposalOf } from '#lib/domain/proposal.ts';
import { runStageState, stageToTakeUp } from '#lib/domain/run-proposal.ts';
import { runSession, sequenceSession, walkOfWeek, walkSession } from '#lib/domain/programme.ts';
import type { CheckIn, Choice, SessionRecord } from '#lib/domain/record.ts';
import { sessionSeconds, type ProgrammeId } from '#lib/domain/session.ts';
import { checkIn, restDays, weekdays } from '../../support/arbitraries.ts';
import {
	EVERY_DAY,
	MONDAY,
	PROGRAMMES,
	STAGES,
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

const noon = (on: LocalDay): number => Date.parse(`${on}T12:00:00Z`);
const facts = (more: Partial<Facts> = {}): Facts => ({
	choices: [],
	sessions: [],
	checkIns: [],
	entries: [],
	answers: [],
	...more
});
const propose = (plan: Plan, given: Partial<Facts>, today: LocalDay) =>
	proposalOf(plan, facts(given), PROGRAMMES, today);

/** A green run of a stage on a day: the record and the answers to it. */
const greenRun = (stage: number, on: LocalDay): { record: SessionRecord; answers: CheckIn } => ({
	record: aRunRecord({ stage, on }),
	answers: aCheckIn({ sessionId: `session-${on}`, on })
});
const ran = (
	...entries: readonly (readonly [stage: number, on: LocalDay])[]
): Pick<Facts, 'sessions' | 'checkIns' | 'answers'> => {
	const all = entries.map(([stage, on]) => greenRun(stage, on));
	return {
		sessions: all.map((each) => each.record),
		checkIns: all.map((each) => each.answers),
		answers: all.map(({ record }) => aMorning(record))
	};
};
/** The morning after a session is as it was. */
const aMorning = ({ id, on }: SessionRecord): Answer => ({
	id: `morning-${id}`,
	updatedAt: noon(addDays(on, 1)),
	on: addDays(on, 1),
	at: noon(addDays(on, 1)),
	type: 'nextMorning',
	sessionId: id,
	backPain: 0,
	legPain: 0,
	legGone: null
});
const aWalk = (week: number, on: LocalDay, more: Partial<SessionRecord> = {}, minutes = 10): SessionRecord =>
	aRecord({ on, session: walkSession('A', week, minutes), ...more });
const walkPlan = aPlan({ programmeId: 'walk', startStageId: 'A', weekdays: EVERY_DAY });

const choice = (more: Partial<Choice> & { type: Choice['type']; on: LocalDay }): Choice =>
	({ id: `${more.type}-${more.on}`, updatedAt: noon(more.on), ...more }) as Choice;

describe('the plan', () => {
	test('is none before the first start, whatever else was chosen', () => {
		expect(planOf([])).toBeNull();
		expect(
			planOf([choice({ type: 'paused', on: MONDAY }), choice({ type: 'weekdays', on: MONDAY, weekdays: [1] })])
		).toBeNull();
	});

	test('begins with the first start', () => {
		expect(planOf([aBeginning()])).toEqual(aPlan());
	});

	test('takes the latest weekdays', () => {
		const later = choice({ type: 'weekdays', on: day(3), weekdays: [1, 3] });
		expect(planOf([later, aBeginning()])).toEqual(aPlan({ weekdays: [1, 3], since: day(3) }));
	});

	test('is paused until it is taken up', () => {
		const paused = choice({ type: 'paused', on: day(3) });
		const takenUp = choice({ type: 'takenUp', on: day(9) });
		expect(planOf([aBeginning(), paused])).toEqual(aPlan({ pausedOn: day(3) }));
		expect(planOf([takenUp, paused, aBeginning()])).toEqual(aPlan({ since: day(9) }));
		expect(planOf([aBeginning(), paused, takenUp, choice({ type: 'paused', on: day(12) })])).toEqual(
			aPlan({ since: day(9), pausedOn: day(12) })
		);
	});

	test('choices of one day count in the order in which they were made', () => {
		const paused = choice({ type: 'paused', on: day(3), updatedAt: noon(day(3)) + 2 });
		const takenUp = choice({ type: 'takenUp', on: day(3), updatedAt: noon(day(3)) + 1 });
		expect(planOf([aBeginning(), paused, takenUp])?.pausedOn).toBe(day(3));
	});

	test('a later start replaces the earlier one, with its pause and its weekdays', () => {
		const again = aBeginning({ on: day(20), programmeId: 'core', stageId: 'desk-3', weekdays: [5] });
		const choices = [
			again,
			aBeginning(),
			choice({ type: 'weekdays', on: day(1), weekdays: [1] }),
			choice({ type: 'paused', on: day(2) })
		];
		expect(planOf(choices)).toEqual({
			programmeId: 'core',
			startStageId: 'desk-3',
			weekdays: [5],
			begunOn: day(20),
			since: day(20),
			pausedOn: null
		});
	});

	test('a chosen stage changes nothing but the stage', () => {
		expect(planOf([aBeginning(), choice({ type: 'stageChosen', on: day(3), stageId: 'S4' })])).toEqual(aPlan());
	});

	test('a removed choice was never made', () => {
		const paused = { ...choice({ type: 'paused', on: day(3) }), deletedAt: noon(day(4)) };
		expect(planOf([aBeginning(), paused])).toEqual(aPlan());
		expect(planOf([{ ...aBeginning(), deletedAt: noon(day(4)) }])).toBeNull();
	});

	const anyChoice = fc
		.record({
			type: fc.constantFrom(
				'begun' as const,
				'weekdays' as const,
				'paused' as const,
				'takenUp' as const,
				'stageChosen' as const
			),
			on: fc.nat({ max: 5 }).map(day),
			weekdays,
			programmeId: fc.constantFrom<ProgrammeId[]>('run-walk', 'walk', 'core'),
			stageId: fc.constantFrom('S1', 'S5')
		})
		.map(choice);

	law(
		'plan: choices add up to the same plan in whatever order they are stored',
		fc.property(fc.array(anyChoice, { maxLength: 10 }), fc.infiniteStream(fc.nat()), (choices, keys) => {
			// Nobody makes two choices in one millisecond.
			const made = choices.map((each, n) => ({ ...each, id: `choice-${n}`, updatedAt: n }));
			const shuffled = made
				.map((each) => ({ each, key: keys.next().value ?? 0 }))
				.toSorted((a, b) => a.key - b.key)
				.map(({ each }) => each);
			const plan = planOf(made);
			expect(planOf(shuffled)).toEqual(plan);
			const starts = made
				.filter((each) => each.type === 'begun')
				.toSorted((a, b) => a.on.localeCompare(b.on) || a.updatedAt - b.updatedAt);
			expect(plan?.begunOn).toBe(starts.at(-1)?.on);
		})
	);
});

describe('the day on which a session is due', () => {
	test('is today, when today is a chosen day and yesterday was free', () => {
		expect(dueDay(aPlan(), null, MONDAY)).toBe(MONDAY);
		expect(dueDay(aPlan(), day(-2), MONDAY)).toBe(MONDAY);
	});

	test('is the next chosen day otherwise', () => {
		expect(dueDay(aPlan(), null, day(1))).toBe(day(2));
		expect(dueDay(aPlan(), MONDAY, MONDAY)).toBe(day(2));
		expect(dueDay(aPlan(), day(4), day(5))).toBe(day(7));
	});

	test('leaves a day free between runs even if every day was chosen', () => {
		const plan = aPlan({ weekdays: EVERY_DAY });
		expect(dueDay(plan, MONDAY, MONDAY)).toBe(day(2));
		expect(dueDay(plan, MONDAY, day(1))).toBe(day(2));
		expect(dueDay(plan, MONDAY, day(2))).toBe(day(2));
	});

	test('walks and exercises may follow on the next day, not on the same', () => {
		for (const programmeId of ['walk', 'core'] as const) {
			const plan = aPlan({ programmeId, weekdays: EVERY_DAY });
			expect(dueDay(plan, MONDAY, MONDAY)).toBe(day(1));
			expect(dueDay(plan, MONDAY, day(1))).toBe(day(1));
		}
	});

	test('with one weekday that lies on the free day, is a week later', () => {
		expect(dueDay(aPlan({ weekdays: [1] }), MONDAY, MONDAY)).toBe(day(8));
	});

	test('regression with seed -963117814: without any weekday the free day after a run is kept all the same', () => {
		expect(dueDay(aPlan({ weekdays: [] }), MONDAY, day(1))).toBe(day(2));
		expect(dueDay(aPlan({ weekdays: [] }), MONDAY, MONDAY)).toBe(day(2));
		expect(dueDay(aPlan({ weekdays: [] }), null, day(1))).toBe(day(1));
	});

	const lastRun = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });

	law(
		'plan: runs are never due on consecutive days',
		fc.property(
			fc.oneof(weekdays, fc.constant([])),
			fc.integer({ min: 0, max: 60 }),
			fc.nat({ max: 400 }),
			(days, ago, offset) => {
				const today = day(offset);
				const lastOn = addDays(today, -ago);
				const due = dueDay(aPlan({ weekdays: days }), lastOn, today);
				expect(daysBetween(lastOn, due)).toBeGreaterThanOrEqual(2);
				expect(daysBetween(today, due)).toBeGreaterThanOrEqual(0);
			}
		)
	);

	law(
		'plan: the day due is a chosen weekday within two weeks',
		fc.property(
			fc.constantFrom<ProgrammeId[]>('run-walk', 'walk', 'core'),
			weekdays,
			lastRun,
			fc.nat({ max: 400 }),
			(programmeId, days, ago, offset) => {
				const today = day(offset);
				const lastOn = ago === null ? null : addDays(today, -ago);
				const due = dueDay(aPlan({ programmeId, weekdays: days }), lastOn, today);
				expect(days).toContain(weekdayOf(due));
				expect(daysBetween(today, due)).toBeGreaterThanOrEqual(0);
				expect(daysBetween(today, due)).toBeLessThan(14);
				// None was free and chosen before it.
				const free = programmeId === 'run-walk' ? 2 : 1;
				const earlier = Array.from({ length: daysBetween(today, due) }, (_, n) => addDays(today, n));
				const wrong = earlier.filter(
					(d) => days.includes(weekdayOf(d)) && (lastOn === null || daysBetween(lastOn, d) >= free)
				);
				expect(wrong).toEqual([]);
			}
		)
	);
});

describe('the next run', () => {
	test('is the first stage on the first day', () => {
		const proposal = propose(aPlan(), {}, MONDAY);
		expect(proposal).toEqual({
			session: runSession(STAGES[0] ?? expect.fail('no S1')),
			reason: 'start',
			breakDays: 0,
			dueOn: MONDAY,
			rung: 0,
			greens: 0,
			greensNeeded: 3
		});
	});

	test('is the stage that was begun with', () => {
		expect(propose(aPlan({ startStageId: 'S4' }), {}, MONDAY)).toMatchObject({ rung: 3, session: { stageId: 'S4' } });
	});

	test('of a stage that the programme does not know is the first', () => {
		expect(propose(aPlan({ startStageId: 'S99' }), {}, MONDAY).rung).toBe(0);
	});

	test('goes up after greens, from records and answers', () => {
		const done = ran([1, day(0)], [1, day(2)], [1, day(4)]);
		expect(propose(aPlan(), done, day(5))).toMatchObject({
			rung: 1,
			reason: 'earned',
			greens: 0,
			greensNeeded: 2,
			dueOn: day(7)
		});
	});

	test('stays without answers', () => {
		const { sessions } = ran([1, day(0)], [1, day(2)], [1, day(4)]);
		expect(propose(aPlan(), { sessions }, day(5))).toMatchObject({ rung: 0, reason: 'noAnswers', greens: 0 });
	});

	test('follows a record that was removed and an answer that was changed', () => {
		const { sessions, checkIns } = ran([1, day(0)], [1, day(2)], [1, day(4)]);
		const removed = sessions.map((each, n) => (n === 1 ? { ...each, deletedAt: noon(day(5)) } : each));
		expect(propose(aPlan(), { sessions: removed, checkIns }, day(5))).toMatchObject({ rung: 0, greens: 2 });
		const changed = checkIns.map((each, n) => (n === 2 ? { ...each, backPain: 30 } : each));
		expect(propose(aPlan(), { sessions, checkIns: changed }, day(5))).toMatchObject({ rung: 0, reason: 'repeatAmber' });
	});

	test('takes no notice of walks and exercises', () => {
		const done = ran([1, day(0)], [1, day(2)]);
		const others = [
			aWalk(1, day(3)),
			aRecord({ on: day(4), session: sequenceSession(PROGRAMMES.sequences[0] ?? expect.fail()) })
		];
		expect(propose(aPlan(), { ...done, sessions: [...done.sessions, ...others] }, day(4))).toEqual(
			propose(aPlan(), done, day(4))
		);
	});

	test('is the stage that was chosen, from that day on', () => {
		const done = ran([1, day(0)]);
		const choices = [aBeginning(), choice({ type: 'stageChosen', on: day(1), stageId: 'S3' })];
		expect(propose(aPlan(), { ...done, choices }, day(2))).toMatchObject({ rung: 2, reason: 'chosen' });
		const later = ran([1, day(0)], [3, day(2)]);
		expect(propose(aPlan(), { ...later, choices }, day(3))).toMatchObject({
			rung: 2,
			reason: 'oneMoreGreen',
			greens: 1
		});
	});

	test('a choice and a run on one day count in their order', () => {
		const done = ran([1, day(1)]);
		const chosenAt = (updatedAt: number) => [
			aBeginning(),
			choice({ type: 'stageChosen', on: day(1), stageId: 'S3', updatedAt })
		];
		expect(propose(aPlan(), { ...done, choices: chosenAt(noon(day(1)) + 1) }, day(2)).rung).toBe(2);
		expect(propose(aPlan(), { ...done, choices: chosenAt(noon(day(1)) - 1) }, day(2)).rung).toBe(0);
	});

	test('a stage chosen before the plan was begun, or removed, does not count', () => {
		const before = choice({ type: 'stageChosen', on: day(-3), stageId: 'S9' });
		const removed = { ...choice({ type: 'stageChosen', on: day(1), stageId: 'S9' }), deletedAt: noon(day(2)) };
		expect(propose(aPlan(), { choices: [before, aBeginning(), removed] }, day(2)).rung).toBe(0);
	});

	test('regression: begun again, it is the stage that was begun with, not the one of the old runs', () => {
		const done = ran([8, day(0)], [8, day(2)]);
		const again = aBeginning({ on: day(6), stageId: 'S3' });
		const choices = [aBeginning({ stageId: 'S8' }), again];
		const plan = planOf(choices) ?? expect.fail('no plan');
		expect(propose(plan, { ...done, choices }, day(7))).toMatchObject({ rung: 2, reason: 'start' });
		const since = ran([8, day(0)], [8, day(2)], [3, day(7)], [3, day(9)]);
		expect(propose(plan, { ...since, choices }, day(10))).toMatchObject({ rung: 3, reason: 'earned' });
	});

	test('regression: begun again after a long break, the break has been answered', () => {
		const done = ran([8, day(0)]);
		const choices = [aBeginning({ stageId: 'S8' }), aBeginning({ on: day(50), stageId: 'S2' })];
		const plan = planOf(choices) ?? expect.fail('no plan');
		expect(propose(plan, { ...done, choices }, day(50))).toMatchObject({ rung: 1, reason: 'start', breakDays: 0 });
	});

	test('regression: begun again on the day of a run or of a choice, only what came after it counts', () => {
		const done = ran([8, day(6)]);
		const chosen = choice({ type: 'stageChosen', on: day(6), stageId: 'S9', updatedAt: noon(day(6)) + 1 });
		const again = aBeginning({ on: day(6), stageId: 'S3', updatedAt: noon(day(6)) + 2 });
		const choices = [aBeginning({ stageId: 'S8' }), chosen, again];
		const plan = planOf(choices) ?? expect.fail('no plan');
		expect(propose(plan, { ...done, choices }, day(6)).rung).toBe(2);
	});

	test('begun again the day after a run, the free day between runs is kept', () => {
		const done = ran([8, day(6)]);
		const choices = [aBeginning({ stageId: 'S8' }), aBeginning({ on: day(7), stageId: 'S3', weekdays: EVERY_DAY })];
		const plan = planOf(choices) ?? expect.fail('no plan');
		expect(propose(plan, { ...done, choices }, day(7)).dueOn).toBe(day(8));
	});

	test('after a pause of 20 days is exactly two stages back', () => {
		const done = ran([6, day(0)]);
		const state = runStageState(aPlan({ startStageId: 'S6' }), facts(done), PROGRAMMES, day(20));
		expect(state).toMatchObject({ stage: 3, reason: 'stepBackAfterBreak', breakDays: 20, lastOn: day(0) });
		expect(propose(aPlan({ startStageId: 'S6' }), done, day(20))).toMatchObject({
			rung: 3,
			session: { stageId: 'S4' }
		});
	});
});

describe('the stage at which running would be taken up again', () => {
	test('is none where nobody ever ran', () => {
		const walking = aBeginning({ programmeId: 'walk', stageId: 'A' });
		expect(stageToTakeUp(facts({ choices: [walking] }), PROGRAMMES, day(3))).toBeNull();
	});

	test('is where the running plan stands, also after a time of walking', () => {
		const running = aBeginning({ stageId: 'S5' });
		const walking = aBeginning({ on: day(5), programmeId: 'walk', stageId: 'A' });
		const known = facts({ choices: [running, walking], ...ran([5, day(0)], [5, day(2)], [6, day(4)]) });
		expect(stageToTakeUp(known, PROGRAMMES, day(6))).toBe('S6');
		expect(stageToTakeUp(known, PROGRAMMES, day(24))).toBe('S4');
	});

	test('regression: counts a run of longer running as the stage of its length', () => {
		const session = aSession([aStep('warmUp', 300), aStep('run', 1440)], {
			programmeId: 'running',
			stageId: 'R13-long'
		});
		const long = aRecord({ on: day(30), session, log: playedThrough(session, noon(day(30))) });
		const checkIns = [aCheckIn({ sessionId: long.id, on: day(30) })];
		const known = facts({ choices: [aBeginning({ stageId: 'S11' })], sessions: [long], checkIns });
		expect(stageToTakeUp(known, PROGRAMMES, day(32))).toBe('S17');
		expect(stageToTakeUp(known, PROGRAMMES, day(45))).toBe('S15');
	});

	test('regression: is the documented end after a step of run-walk for good, not the first stage', () => {
		const [first] = ran([11, day(0)]).sessions;
		if (!first) throw new Error('no run');
		const step = { ...first, session: { ...first.session, id: 'run-walk/W3', stageId: 'W3' } };
		const known = facts({ choices: [aBeginning({ stageId: 'S11' })], sessions: [step] });
		expect(stageToTakeUp(known, PROGRAMMES, day(2))).toBe('S11');
		expect(stageToTakeUp(known, PROGRAMMES, day(15))).toBe('S9');
	});
});

describe('a week with two walks a day', () => {
	const twice = {
		...PROGRAMMES,
		walks: [
			{
				id: 'A',
				weeks: [
					{ minutes: 5, times: 2 },
					{ minutes: 8, times: 1 }
				]
			}
		]
	};
	const proposed = (sessions: readonly SessionRecord[], today: LocalDay) =>
		proposalOf(walkPlan, facts({ sessions }), twice, today);

	test('has its second walk due on the same day, and then a day later', () => {
		expect(proposed([aWalk(1, day(0))], day(0)).dueOn).toBe(day(0));
		expect(proposed([aWalk(1, day(0)), aWalk(1, day(0), { id: 'second' })], day(0)).dueOn).toBe(day(1));
		expect(proposed([aWalk(1, day(0))], day(1)).dueOn).toBe(day(1));
	});

	test('is over after six walks', () => {
		const walks = [0, 1, 2].flatMap((n) => [aWalk(1, day(n), { id: `a${n}` }), aWalk(1, day(n), { id: `b${n}` })]);
		expect(proposed(walks.slice(0, 5), day(3)).rung).toBe(0);
		expect(proposed(walks, day(3)).rung).toBe(1);
	});
});

describe('the next walk', () => {
	const walks = (count: number, every = 2): readonly SessionRecord[] =>
		Array.from({ length: count }, (_, n) => {
			const week = Math.min(6, 1 + Math.floor(n / 3));
			return aWalk(week, day(every * n), {}, 5 + 5 * week);
		});
	const shown = (sessions: readonly SessionRecord[], today: LocalDay): string => {
		const { session, rung, reason, greens, greensNeeded } = propose(walkPlan, { sessions }, today);
		return `week ${rung + 1} ${reason} ${greens}/${greensNeeded} ${sessionSeconds(session) / 60} min`;
	};

	test('is the first week on the first day', () => {
		expect(propose(walkPlan, {}, MONDAY)).toEqual({
			session: walkSession('A', 1, 10),
			reason: 'start',
			breakDays: 0,
			dueOn: MONDAY,
			rung: 0,
			greens: 0,
			greensNeeded: 3
		});
	});

	test('goes one week further for every three walks', () => {
		expect([1, 2, 3, 4, 6].map((count) => shown(walks(count), day(2 * count)))).toEqual([
			'week 1 oneMoreGreen 1/3 10 min',
			'week 1 oneMoreGreen 2/3 10 min',
			'week 2 oneMoreGreen 0/3 15 min',
			'week 2 oneMoreGreen 1/3 15 min',
			'week 3 oneMoreGreen 0/3 20 min'
		]);
	});

	test('stays in the last week', () => {
		expect(shown(walks(30), day(60))).toMatch(/^week 6 .* 35 min$/);
	});

	test('counts a walk once half of it was walked, however it was ended', () => {
		const at = noon(day(4));
		const walked = (minutes: number): SessionRecord =>
			aWalk(1, day(4), {
				log: [
					{ type: 'started', at, readyMs: 0 },
					{ type: 'ended', at: at + minutes * 60_000, reason: 'early' }
				]
			});
		expect(shown([...walks(2), walked(4.9)], day(5))).toBe('week 1 oneMoreGreen 2/3 10 min');
		expect(shown([...walks(2), walked(5)], day(5))).toBe('week 2 oneMoreGreen 0/3 15 min');
	});

	test('two halves of a day are one walk, a stroll is none, and no day counts twice', () => {
		const before = walks(9);
		const walked = (id: string, on: number, minutes: number) => aWalk(9, day(on), { id }, minutes);
		// Week 4 asks for 25 minutes.
		const after = (...more: readonly SessionRecord[]) => shown([...before, ...more], day(21));
		expect(after(walked('a', 20, 7), walked('b', 20, 6))).toBe('week 4 oneMoreGreen 1/3 25 min');
		// Of two walks of 25 minutes, both given up after seven, it is the day that counts.
		const givenUp = (id: string, minute: number): SessionRecord => {
			const at = noon(day(20)) + minute * 60_000;
			return aWalk(9, day(20), {
				id,
				session: walkSession('A', 9, 25),
				log: [
					{ type: 'started', at, readyMs: 0 },
					{ type: 'ended', at: at + 7 * 60_000, reason: 'early' }
				]
			});
		};
		expect(after(givenUp('a', 0))).toBe('week 4 oneMoreGreen 0/3 25 min');
		expect(after(givenUp('a', 0), givenUp('b', 60))).toBe('week 4 oneMoreGreen 1/3 25 min');
		expect(after(walked('a', 20, 10))).toBe('week 4 oneMoreGreen 0/3 25 min');
		expect(after(walked('a', 19, 10), walked('b', 20, 10))).toBe('week 4 oneMoreGreen 0/3 25 min');
		expect(after(walked('a', 20, 25), walked('b', 20, 25), walked('c', 20, 25))).toBe('week 4 oneMoreGreen 1/3 25 min');
	});

	test('after a red walk is a third shorter, however short that was, until a green one of half its minutes', () => {
		const before = walks(9);
		const answered = (id: string, backPain: number) =>
			aCheckIn({ id: `c-${id}`, sessionId: id, on: day(20), backPain });
		const at = noon(day(18));
		const red = aWalk(4, day(18), {
			id: 'red',
			log: [
				{ type: 'started', at, readyMs: 0 },
				{ type: 'ended', at: at + 60_000, reason: 'early' }
			]
		});
		const after = (minutes: number | null, backPain: number) => {
			const next = minutes === null ? [] : [aWalk(4, day(20), { id: 'next' }, minutes)];
			const checkIns = [answered('red', 80), ...(next.length > 0 ? [answered('next', backPain)] : [])];
			const { session, reason } = propose(walkPlan, { sessions: [...before, red, ...next], checkIns }, day(21));
			return `${session.id} ${reason} ${sessionSeconds(session) / 60} min`;
		};
		expect(after(null, 0)).toBe('walk/A/4/17 stepBackRed 17 min');
		expect(after(17, 0)).toBe('walk/A/4 oneMoreGreen 25 min');
		expect(after(8, 0)).toBe('walk/A/4/17 stepBackRed 17 min');
		expect(after(17, 80)).toBe('walk/A/4/17 stepBackRed 17 min');
	});

	test('a green walk ends that also on a day that counts already', () => {
		const at = (hour: number): number => noon(day(20)) + hour * 3_600_000;
		const walked = (id: string, hour: number) => {
			const session = walkSession('A', 4, 25);
			return aRecord({ id, on: day(20), session, log: playedThrough(session, at(hour)) });
		};
		const sessions = [...walks(9), walked('morning', -3), walked('noon', 0), walked('evening', 5)];
		const checkIns = [
			aCheckIn({ id: 'c-noon', sessionId: 'noon', on: day(20), backPain: 80 }),
			aCheckIn({ id: 'c-evening', sessionId: 'evening', on: day(20), backPain: 0 })
		];
		expect(propose(walkPlan, { sessions, checkIns }, day(21)).session.id).toBe('walk/A/4');
		expect(propose(walkPlan, { sessions: sessions.slice(0, -1), checkIns }, day(21)).session.id).toBe('walk/A/4/17');
	});

	test('does not count a walk that was only skipped through', () => {
		const at = noon(day(4));
		const skipped = aWalk(1, day(4), {
			log: [
				{ type: 'started', at, readyMs: 0 },
				...[1, 2, 3].map((n) => ({ type: 'skipped' as const, at: at + n * 1000 })),
				{ type: 'ended', at: at + 4000, reason: 'complete' }
			]
		});
		expect(shown([...walks(2), skipped], day(5))).toBe('week 1 oneMoreGreen 2/3 10 min');
	});

	test('is of the plan that was begun with, and of the first when that is unknown', () => {
		expect(propose({ ...walkPlan, startStageId: 'B' }, {}, MONDAY).session).toEqual(walkSession('B', 1, 20));
		expect(propose({ ...walkPlan, startStageId: 'X' }, {}, MONDAY).session).toEqual(walkSession('A', 1, 10));
	});

	test('after a break of two weeks is two weeks back, never before the first', () => {
		// Nine walks, the last on day 16: week 4 is next.
		expect(shown(walks(9), day(16 + 13))).toMatch(/^week 4 oneMoreGreen/);
		expect(shown(walks(9), day(16 + 14))).toMatch(/^week 2 stepBackAfterBreak/);
		expect(shown(walks(3), day(4 + 14))).toMatch(/^week 1 stepBackAfterBreak/);
	});

	test('regression: the walk that ends a break does not jump back to the week before it', () => {
		const before = walks(9);
		const back = (count: number): readonly SessionRecord[] =>
			Array.from({ length: count }, (_, n) => aWalk(2, day(36 + 2 * n), {}, 15));
		expect(shown(before, day(36))).toMatch(/^week 2 stepBackAfterBreak 0\/3/);
		expect(shown([...before, ...back(1)], day(37))).toBe('week 2 oneMoreGreen 1/3 15 min');
		expect(shown([...before, ...back(3)], day(41))).toBe('week 3 oneMoreGreen 0/3 20 min');
	});

	test('regression: two weeks back are counted from the last week, however long one stayed there', () => {
		expect(shown(walks(30), day(58 + 14))).toMatch(/^week 4 stepBackAfterBreak/);
		expect(shown([...walks(30), aWalk(4, day(58 + 14), {}, 25)], day(58 + 15))).toMatch(/^week 4 oneMoreGreen 1\/3/);
	});

	test('regression: another walking plan, or the same one anew, begins in its first week', () => {
		const choices = [
			aBeginning({ programmeId: 'walk', stageId: 'A' }),
			aBeginning({ on: day(18), programmeId: 'walk', stageId: 'B', weekdays: EVERY_DAY })
		];
		const plan = planOf(choices) ?? expect.fail('no plan');
		expect(propose(plan, { sessions: walks(9), choices }, day(18))).toMatchObject({
			rung: 0,
			reason: 'start',
			greens: 0
		});
		const since = [...walks(9), aWalk(1, day(19))];
		expect(propose(plan, { sessions: since, choices }, day(19))).toMatchObject({ rung: 0, greens: 1, dueOn: day(20) });
	});

	law(
		'plan: a longer break never yields a longer walk',
		fc.property(fc.array(restDays, { maxLength: 15 }), restDays, fc.nat({ max: 40 }), (rests, wait, more) => {
			let at = 0;
			const sessions = rests.map((rest) => aWalk(1, day((at += rest))));
			const minutes = (today: number): number => sessionSeconds(propose(walkPlan, { sessions }, day(today)).session);
			expect(minutes(at + wait + more)).toBeLessThanOrEqual(minutes(at + wait));
		})
	);
});

describe('the next exercises', () => {
	const plan = aPlan({ programmeId: 'core', startStageId: 'core-a-10', weekdays: EVERY_DAY });

	test('are the sequence that was chosen, or the first', () => {
		expect(propose(plan, {}, MONDAY)).toMatchObject({
			session: { id: 'core/core-a-10' },
			reason: 'start',
			dueOn: MONDAY
		});
		expect(propose({ ...plan, startStageId: 'gone' }, {}, MONDAY).session.id).toBe('core/desk-3');
	});

	test('are due again on the next day', () => {
		const sessions = [aRecord({ on: MONDAY, session: sequenceSession(PROGRAMMES.sequences[1] ?? expect.fail()) })];
		expect(propose(plan, { sessions }, MONDAY)).toMatchObject({ reason: 'noAnswers', dueOn: day(1) });
	});
});

describe('any proposal', () => {
	const history = fc.array(
		fc.record({
			rest: restDays,
			kind: fc.integer({ min: 0, max: 2 }),
			stage: fc.integer({ min: 1, max: 17 }),
			answers: checkIn
		}),
		{ maxLength: 12 }
	);

	law(
		'plan: a proposal is always a session of the programme, due today or later',
		fc.property(
			fc.constantFrom<ProgrammeId[]>('run-walk', 'walk', 'core'),
			fc.constantFrom('S1', 'S5', 'A', 'B', 'desk-3', 'gone'),
			weekdays,
			history,
			restDays,
			(programmeId, startStageId, days, entries, wait) => {
				let at = 0;
				const done = entries.map(({ rest, kind, stage, answers }) => {
					const on = day((at += rest));
					const record =
						kind === 0
							? aRunRecord({ stage, on })
							: kind === 1
								? aWalk(1, on)
								: aRecord({ on, session: sequenceSession(PROGRAMMES.sequences[0] ?? expect.fail()) });
					return { record, answers: { ...answers, sessionId: record.id } };
				});
				const today = day(at + wait);
				const given = { sessions: done.map((each) => each.record), checkIns: done.map((each) => each.answers) };
				const plan = aPlan({ programmeId, startStageId, weekdays: days });
				const proposal = propose(plan, given, today);
				const known = [
					...STAGES.map((stage) => runSession(stage)),
					// After a red walk two thirds of the minutes, too.
					...PROGRAMMES.walks.flatMap(({ id, weeks }) =>
						weeks.flatMap(({ minutes }, n) =>
							[minutes, Math.round((minutes * 2) / 3)].map((each) => walkOfWeek({ id, weeks }, n, each))
						)
					),
					...PROGRAMMES.sequences.map(sequenceSession)
				];
				expect(known).toContainEqual(proposal.session);
				expect(proposal.session.programmeId).toBe(programmeId);
				expect(daysBetween(today, proposal.dueOn)).toBeGreaterThanOrEqual(0);
				expect(days).toContain(weekdayOf(proposal.dueOn));
				expect(propose(plan, JSON.parse(JSON.stringify(given)) as Facts, today)).toEqual(proposal);
			}
		)
	);
});
