import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '#lib/domain/answer.ts';
import { closuresOf } from '#lib/domain/closures.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import { freeWalk } from '#lib/domain/free-walk.ts';
import { lightOf, type Around, type Light } from '#lib/domain/light.ts';
import { addDays, daysBetween } from '#lib/domain/local-day.ts';
import { VARIANTS, nextSession, type NextSession } from '#lib/domain/next-session.ts';
import { planOf, type Facts } from '#lib/domain/plan.ts';
import { summaryOf } from '#lib/domain/history.ts';
import type { CheckIn, SessionRecord } from '#lib/domain/record.ts';
import { EXCLUSIONS, READINESS } from '#lib/domain/readiness.ts';
import { hasRun, type ProgrammeId } from '#lib/domain/session.ts';
import { programmes, ruleOf, RULE_IDS } from '#lib/content/index.ts';
import { aBeginning, aCheckIn, aRecord, day, playedThrough } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';
import { runSession, sequenceSession } from '#lib/domain/programme.ts';

const at = (on: number, hour = 8): number => Date.parse(`${day(on)}T${String(hour).padStart(2, '0')}:00:00Z`);
const kept = (id: string, on: number, hour = 8) => ({ id, updatedAt: at(on, hour), on: day(on), at: at(on, hour) });

const entry = (on: number, average: number | null, now: number | null = null): PainEntry => ({
	...kept(`e${on}`, on),
	now: now === null ? null : { back: now, leg: null, elsewhere: null },
	average: average === null ? null : { back: average, leg: null, elsewhere: null },
	worst: null,
	note: ''
});
const signs = (ticked: readonly string[] = [], on = 0): Answer => ({
	...kept(`s${on}`, on, 6),
	type: 'warningSigns',
	ticked
});
const ready = (yes: readonly string[] = []): Answer => ({ ...kept('r', 0, 6), type: 'readiness', yes });
const before = (on: number, backPain: number, cannotStand = false): Answer => ({
	...kept(`b${on}`, on, 9),
	type: 'beforeSession',
	backPain,
	cannotStand
});

const START: Facts = {
	choices: [aBeginning({ programmeId: 'run-walk', stageId: 'S1', on: day(0), updatedAt: at(0, 5) })],
	sessions: [],
	checkIns: [],
	entries: [],
	answers: [signs(), ready()]
};

function next(facts: Facts, on: number): NextSession {
	const plan = planOf(facts.choices);
	if (!plan) throw new Error('no plan');
	return nextSession(plan, facts, programmes, day(on));
}

/** How hard a proposal is: 0 rest to 6 as planned. */
const hardness = ({ variant }: NextSession): number => VARIANTS.length - VARIANTS.indexOf(variant);

const never = (): never => {
	throw new Error('There is one.');
};

const pain = fc.integer({ min: 0, max: 100 });
const maybePain = fc.option(pain, { nil: null });

interface Day {
	readonly average: number | null;
	readonly does: 'nothing' | 'proposed' | 'planned' | 'walk';
	readonly before: number | null;
	readonly peak: number | null;
	readonly leg: number | null;
	readonly effort: number;
	readonly morning: number | null;
	readonly settled: boolean;
	readonly worse: boolean;
}

const oneDay: fc.Arbitrary<Day> = fc.record({
	average: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 45 }) }, { weight: 1, arbitrary: maybePain }),
	does: fc.constantFrom('nothing', 'proposed', 'planned', 'walk'),
	before: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 30 }) }, { weight: 1, arbitrary: maybePain }),
	peak: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 30 }) }, { weight: 1, arbitrary: maybePain }),
	leg: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: maybePain }),
	effort: fc.integer({ min: 0, max: 8 }),
	morning: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 30 }) }, { weight: 1, arbitrary: maybePain }),
	settled: fc.boolean(),
	worse: fc.oneof({ weight: 12, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) })
});
/** Up to four weeks of somebody's life with the app. */
const life = fc.array(oneDay, { minLength: 1, maxLength: 26 });

const checkInOf = (id: string, on: number, each: Day): CheckIn =>
	aCheckIn({
		id: `c-${id}`,
		sessionId: id,
		on: day(on),
		updatedAt: at(on, 20),
		backPain: each.peak,
		legPain: each.leg,
		effort: each.effort
	});

/** Lives these days; `seen` is told what was proposed on each, before anything is done. */
function lived(days: readonly Day[], seen: (next: NextSession, on: number) => void = () => {}): Facts {
	let facts: Facts = START;
	days.forEach((each, on) => {
		const answers: Answer[] = [...facts.answers];
		if (each.before !== null) answers.push(before(on, each.before));
		if (each.worse) answers.push({ ...kept(`w${on}`, on, 7), type: 'episode', kind: 'worse', since: day(on) });
		if (each.settled)
			answers.push({
				...kept(`t${on}`, on, 9),
				type: 'settling',
				walkTenMinutes: 'fine',
				dailyTasks: true,
				nights: true,
				legWorse: false
			});
		const entries = each.average === null ? facts.entries : [...facts.entries, entry(on, each.average)];
		facts = { ...facts, entries, answers };
		const proposal = next(facts, on);
		seen(proposal, on);
		const session =
			each.does === 'proposed'
				? proposal.session
				: each.does === 'planned'
					? proposal.planned.session
					: each.does === 'walk'
						? freeWalk(30)
						: null;
		if (!session) return;
		const id = `n${on}`;
		const record: SessionRecord = aRecord({ id, on: day(on), session, log: playedThrough(session, at(on, 18)) });
		const morning: readonly Answer[] =
			each.morning === null
				? []
				: [
						{
							...kept(`m${on}`, on + 1, 7),
							type: 'nextMorning',
							sessionId: id,
							backPain: each.morning,
							legPain: null,
							legGone: null
						}
					];
		facts = {
			...facts,
			sessions: [...facts.sessions, record],
			checkIns: [...facts.checkIns, checkInOf(id, on, each)],
			answers: [...facts.answers, ...morning]
		};
	});
	return facts;
}

describe('what is proposed (evidence 1.5, 4.3; decisions.md)', () => {
	const twoWalks = ([1, 4] as const).map((on) =>
		aRecord({ id: `walk-${on}`, on: day(on), session: freeWalk(30), log: playedThrough(freeWalk(30), at(on, 18)) })
	);
	const OPEN: Facts = {
		...START,
		entries: [0, 1, 2, 3, 4, 5].map((on) => entry(on, 20)),
		sessions: twoWalks,
		checkIns: twoWalks.map(({ id, on }) => aCheckIn({ id: `c-${id}`, sessionId: id, on, backPain: 10 }))
	};

	test('is a run once the gate is open, and a walk before', () => {
		expect(next(OPEN, 5)).toMatchObject({ variant: 'asPlanned', reasons: ['start'], gate: { isOpen: true } });
		expect(next(START, 0)).toMatchObject({
			variant: 'walkInstead',
			session: { id: 'walk/free/30' },
			gate: { isOpen: false }
		});
	});

	test('skipping the checklist or the readiness questions leaves running unproposed', () => {
		for (const answers of [[ready()], [signs()], []])
			expect(next({ ...OPEN, answers }, 5)).toMatchObject({
				variant: 'walkInstead',
				reasons: ['runningNotOpen', 'start']
			});
	});

	test.each([
		['an emergency', signs(['bladderBowel'], 5), 'rest', 'closed'],
		['a doctor today', signs(['fever'], 5), 'rest', 'closed'],
		['pain below the knee', signs(['belowKnee'], 5), 'walkInstead', 'runClosed'],
		['an appointment', signs(['inflammatory'], 5), 'walkInstead', 'runningNotOpen'],
		[
			'a stop for the nerves',
			{ ...kept('x', 5), type: 'stopped', sessionId: 'x', why: 'nerve', legSigns: [] },
			'rest',
			'closed'
		],
		['50 before', before(5, 50), 'asPlanned', 'start'],
		['51 before', before(5, 51), 'gentle', 'painHigh'],
		['70 before', before(5, 70), 'gentle', 'painHigh'],
		['71 before', before(5, 71), 'rest', 'painTooHigh'],
		['not standing', before(5, 0, true), 'rest', 'cannotStand'],
		['a new episode', { ...kept('x', 5), type: 'episode', kind: 'new', since: day(5) }, 'gentle', 'settling'],
		['an old pain', { ...kept('x', 5), type: 'episode', kind: 'lasting', since: null }, 'asPlanned', 'start']
	] as const)('after %s', (_name, answer, variant, reason) => {
		const proposal = next({ ...OPEN, answers: [...OPEN.answers, answer] }, 5);
		expect([proposal.variant, proposal.reasons[0]]).toEqual([variant, reason]);
	});

	test('advice lifts what was answered before it, and nothing after', () => {
		const advice: Answer = { ...kept('a', 6), type: 'adviceTaken' };
		const closed = [...OPEN.answers, signs(['fever'], 5)];
		expect(next({ ...OPEN, answers: [...closed, advice] }, 7).closures.everything).toEqual([]);
		expect(next({ ...OPEN, answers: [...closed, advice, signs(['cancer'], 7)] }, 7).variant).toBe('rest');
	});

	test('a corrected entry changes it at once', () => {
		const much = [...OPEN.entries.slice(0, 5), entry(5, 60)];
		expect(next({ ...OPEN, entries: much }, 5)).toMatchObject({ variant: 'walkInstead', gate: { peak: 60 } });
		expect(next(OPEN, 5).variant).toBe('asPlanned');
	});

	test('what belongs in an appointment keeps running unproposed until advice was taken, and closes nothing', () => {
		const ticked = [...OPEN.answers, signs(['inflammatory'], 5)];
		expect(next({ ...OPEN, answers: ticked }, 5)).toMatchObject({
			variant: 'walkInstead',
			closures: { everything: [], running: [] }
		});
		const advised: Answer[] = [...ticked, { ...kept('a', 6), type: 'adviceTaken' }];
		expect(next({ ...OPEN, answers: advised }, 6).variant).toBe('asPlanned');
	});

	test('a run that was ended in its warm-up opens nothing and asks for no day between', () => {
		const log: SessionRecord['log'] = [
			{ type: 'started', at: at(0), readyMs: 0 },
			{ type: 'ended', at: at(0) + 20_000, reason: 'early' }
		];
		const looked = aRecord({ on: day(0), session: runSession(programmes.runWalk.stages[0] ?? never()), log });
		const after = next({ ...START, sessions: [looked] }, 1);
		expect(after.reasons).not.toContain('dayBetween');
		expect(after.gate).toMatchObject({ isOpen: false, walks: 0 });
	});

	test('said later that it has been so for long, a new episode is none, and costs no stage', () => {
		const said = (kind: 'new' | 'lasting', hour: number): Answer => ({
			...kept(`e${hour}`, 5, hour),
			type: 'episode',
			kind,
			since: kind === 'new' ? day(5) : null
		});
		const of = (...answers: readonly Answer[]) => next({ ...OPEN, answers: [...OPEN.answers, ...answers] }, 5);
		expect(of(said('new', 7)).settling?.cause).toBe('episode');
		expect(of(said('new', 7), said('lasting', 8))).toMatchObject({ settling: null, reasons: ['start'] });
		expect(of(said('lasting', 7), said('new', 8)).settling?.cause).toBe('episode');
	});

	test('settle mode says how far each condition is, and when an appointment is worth it', () => {
		const episode: Answer = { ...kept('x', 0), type: 'episode', kind: 'new', since: day(0) };
		const facts = { ...START, answers: [...START.answers, episode], entries: [0, 1, 2].map((on) => entry(on, 50)) };
		expect(next(facts, 2).settling).toMatchObject({
			advice: 'none',
			conditions: ['leg', 'calmDays', 'walking', 'dailyTasks', 'nights'].map((id) => ({ id, holds: false }))
		});
		expect(next(facts, 13).settling?.advice).toBe('none');
		expect(next(facts, 14).settling?.advice).toBe('appointment');
		expect(next(facts, 28).settling?.advice).toBe('clear');
		// After twelve weeks what asks for calm days and nights is left out.
		expect(next(facts, 84).settling?.conditions.map(({ id }) => id)).toEqual(['leg', 'walking', 'dailyTasks']);
	});

	test('settle mode counts the calm days, and waits for what is not entered yet', () => {
		const episode: Answer = { ...kept('x', 0), type: 'episode', kind: 'new', since: day(0) };
		const after = (pains: readonly number[], today = pains.length - 1) =>
			next(
				{
					...START,
					answers: [...START.answers, episode],
					entries: pains.map((pain, on) => entry(on, pain))
				},
				today
			).settling?.calmDays;
		expect(after([80])).toBe(0);
		expect(after([80, 57])).toBe(0);
		expect(after([80, 56])).toBe(1);
		expect(after([80, 50, 55])).toBe(1);
		expect(after([80, 55, 50])).toBe(2);
		expect(after([80, 55, 50, 50])).toBe(3);
		// The morning after, before anything is entered: the day that is missing is today's.
		expect(after([80, 55], 2)).toBe(1);
		expect(after([80, 55, 50, 50], 4)).toBe(2);
		expect(after([80, 55, 50], 4)).toBe(0);
	});

	test('a flare of exactly 20 points on two days is one, of 19 none', () => {
		const flare = (height: number): Facts => ({
			...OPEN,
			entries: [...Array.from({ length: 8 }, (_, on) => entry(on, 20)), entry(8, height), entry(9, height)]
		});
		expect(next(flare(40), 9).reasons[0]).toBe('settling');
		expect(next(flare(39), 9).reasons).not.toContain('settling');
		// At the latest after a week it is over.
		expect(next(flare(40), 15).settling).not.toBeNull();
		expect(next(flare(40), 16).settling).toBeNull();
	});

	test('core levels are earned by four green sessions', () => {
		const sequence = programmes.sequences.find(({ id }) => id === 'core-a-10') ?? expect.fail();
		const all = { ...programmes, sequences: [sequence, { ...sequence, id: 'core-b-20' }] };
		const done = [0, 2, 4, 6].map((on) => aRecord({ id: `k${on}`, on: day(on), session: sequenceSession(sequence) }));
		const core: Facts = {
			...START,
			choices: [aBeginning({ programmeId: 'core', stageId: 'core-a-10', on: day(0), updatedAt: at(0, 5) })],
			sessions: done,
			checkIns: done.map(({ id, on }) => aCheckIn({ id: `c-${id}`, sessionId: id, on }))
		};
		const plan = planOf(core.choices) ?? expect.fail();
		const level = (facts: Facts, on: number) => nextSession(plan, facts, all, day(on));
		expect(level(core, 7)).toMatchObject({ reasons: ['earned'], session: { stageId: 'core-b-20' } });
		expect(level({ ...core, sessions: done.slice(1) }, 7)).toMatchObject({ planned: { greens: 3, greensNeeded: 4 } });
	});

	law(
		'A1: more pain today never yields a harder proposal',
		fc.property(life, pain, pain, fc.constantFrom('average', 'now', 'before'), (days, a, b, where) => {
			const facts = lived(days);
			const on = days.length;
			const [less, more] = a < b ? [a, b] : [b, a];
			const withPain = (value: number): Facts => {
				if (where === 'before') return { ...facts, answers: [...facts.answers, before(on, value)] };
				const today = where === 'average' ? entry(on, value) : entry(on, null, value);
				return { ...facts, entries: [...facts.entries, today] };
			};
			expect(hardness(next(withPain(more), on))).toBeLessThanOrEqual(hardness(next(withPain(less), on)));
		})
	);

	law(
		'A1: worse answers to the last session never yield a harder proposal or a later stage',
		fc.property(
			life,
			pain,
			pain,
			fc.constantFrom('backPain', 'legPain', 'morning'),
			fc.integer({ min: 1, max: 4 }),
			(days, a, b, where, wait) => {
				const facts = lived(days);
				const last = facts.sessions.at(-1);
				fc.pre(last !== undefined);
				const [less, more] = a < b ? [a, b] : [b, a];
				const on = daysBetween(day(0), last?.on ?? day(0)) + wait;
				fc.pre(on >= days.length);
				const answered = (value: number): Facts => {
					if (where === 'morning') {
						const others = facts.answers.filter(
							(each) => !(each.type === 'nextMorning' && each.sessionId === last?.id)
						);
						const morning: Answer = {
							...kept('last', on),
							type: 'nextMorning',
							sessionId: last?.id ?? '',
							backPain: value,
							legPain: null,
							legGone: null
						};
						return { ...facts, answers: [...others, morning] };
					}
					const checkIns = facts.checkIns.map((each) =>
						each.sessionId === last?.id ? { ...each, [where]: value } : each
					);
					return { ...facts, checkIns };
				};
				const [gentle, hard] = [next(answered(more), on), next(answered(less), on)];
				expect(gentle.planned.rung).toBeLessThanOrEqual(hard.planned.rung);
				const gate = (each: NextSession): boolean => each.variant === 'walkInstead' || hardness(each) <= 2;
				expect(Number(gate(hard))).toBeLessThanOrEqual(Number(gate(gentle)));
			}
		)
	);

	law(
		'A2: a proposal is of the plan, a walk, a gentle session or none, and its stage within the plan',
		fc.property(life, fc.integer({ min: 0, max: 40 }), (days, wait) => {
			const proposal = next(lived(days), days.length + wait);
			const { variant, session, planned, reasons } = proposal;
			expect(planned.rung).toBeGreaterThanOrEqual(0);
			expect(planned.rung).toBeLessThan(programmes.runWalk.stages.length);
			const ids: Readonly<Partial<Record<NextSession['variant'], readonly (string | null)[]>>> = {
				rest: [null],
				gentle: ['walk/gentle/10', 'settle/settle-8'],
				walkInstead: ['walk/free/30', 'walk/gentle/20']
			};
			expect(ids[variant] ?? [planned.session.id]).toContain(session?.id ?? null);
			expect(reasons.at(-1)).toBe(planned.reason);
		})
	);

	law(
		'A2: each proposal has a reason, and each reason a rule that is printed',
		fc.property(life, (days) => {
			const programmeIds: readonly ProgrammeId[] = ['run-walk', 'walk', 'core'];
			lived(days, ({ reasons }) => {
				expect(reasons.length).toBeGreaterThan(0);
				for (const reason of reasons)
					for (const programmeId of programmeIds) expect(RULE_IDS).toContain(ruleOf(reason, programmeId));
			});
		})
	);

	law(
		'A3: the same record twice counts once, and the order of records changes nothing',
		fc.property(life, fc.integer({ min: 0, max: 20 }), (days, wait) => {
			const facts = lived(days);
			const mixed = <T>(items: readonly T[]): readonly T[] => [...items, ...items].toReversed();
			const twice: Facts = {
				choices: facts.choices,
				// Records of sessions are unique by their store; their order is not.
				sessions: facts.sessions.toReversed(),
				checkIns: mixed(facts.checkIns),
				entries: mixed(facts.entries),
				answers: mixed(facts.answers)
			};
			const on = days.length + wait;
			expect(next(twice, on)).toEqual(next(facts, on));
		})
	);

	law(
		'A2: what is proposed is never a run next to the day of another',
		fc.property(life, (days) => {
			const facts = lived(days);
			lived(days, ({ session, planned }, on) => {
				if (!session || !hasRun(session)) return;
				const earlier = facts.sessions.filter((record) => record.on < day(on) && hasRun(record.session));
				for (const record of earlier) expect(daysBetween(record.on, planned.dueOn)).toBeGreaterThan(1);
				expect(earlier.map((record) => record.on)).not.toContain(addDays(day(on), -1));
			});
		})
	);

	law(
		'A2: following every proposal never goes up two stages in a day',
		fc.property(life, (days) => {
			let rung: number | null = null;
			lived(
				days.map((each) => ({ ...each, does: each.does === 'planned' ? 'proposed' : each.does })),
				({ planned }) => {
					if (rung !== null) expect(planned.rung - rung).toBeLessThanOrEqual(1);
					rung = planned.rung;
				}
			);
		})
	);
});

describe('closures (decisions.md)', () => {
	const ids = fc.subarray([...READINESS]);
	const excluded = fc.subarray([...EXCLUSIONS]);
	const ticks = fc.subarray(['bladderBowel', 'fever', 'belowKnee', 'inflammatory', 'unheard-of']);

	test('a removed answer closes nothing', () => {
		const removed: Answer = { ...signs(['fever']), updatedAt: at(3), deletedAt: at(3) };
		expect(closuresOf([signs(['fever']), removed])).toEqual({ everything: [], running: [], unproposed: [] });
	});

	law(
		'closures: one more yes never opens anything',
		fc.property(ids, excluded, ticks, fc.constantFrom(...READINESS), (yes, out, ticked, more) => {
			const given = (all: readonly string[]): readonly Answer[] => [
				ready(all),
				signs(ticked),
				{ ...kept('x', 0), type: 'exclusions', yes: out }
			];
			const [few, many] = [closuresOf(given(yes)), closuresOf(given([...new Set([...yes, more])]))];
			expect(many.everything).toEqual(few.everything);
			for (const each of few.running) expect(many.running).toContainEqual(each);
			expect(many.running).toContainEqual({ question: 'readiness', id: more });
		})
	);
});

describe('the light of a session', () => {
	const LIGHTS: readonly Light[] = ['unknown', 'green', 'amber', 'red'];
	const run = aRecord({ session: runSession(programmes.runWalk.stages[0] ?? expect.fail()) });
	const around: Around = { isRun: true, before: 20, usual: 30, morning: null, stopped: null };
	const light = (backPain: number | null, more: Partial<Around> = {}, checkIn: Partial<CheckIn> = {}): Light =>
		lightOf(summaryOf(run), aCheckIn({ backPain, ...checkIn }), { ...around, ...more });

	test.each([
		['up to 20 is green whatever it was before', light(20, { before: 0, usual: 0 }), 'green'],
		['10 above the start is green for who usually has so much', light(30), 'green'],
		['and amber for who has not', light(30, { usual: 10 }), 'amber'],
		['11 above is amber', light(31), 'amber'],
		['20 above is amber, 21 red', light(40), 'amber'],
		['', light(41), 'red'],
		['50 is the ceiling', light(51, { before: 50, usual: 50 }), 'red'],
		['without a start it goes by the fixed numbers', light(50, { before: null }), 'amber'],
		['a walk goes by the usual', light(40, { isRun: false, usual: 30 }), 'green'],
		['and is amber from 11 above it on', light(41, { isRun: false, usual: 30 }), 'amber'],
		['the morning 10 above is green', light(10, { morning: { backPain: 30, legPain: null, legGone: null } }), 'green'],
		['11 above amber', light(10, { morning: { backPain: 31, legPain: null, legGone: null } }), 'amber'],
		['21 above red', light(10, { morning: { backPain: 41, legPain: null, legGone: null } }), 'red'],
		['a limp is red', light(10, {}, { legPain: 5, legSigns: ['limp'] }), 'red'],
		['a leg of 30 is amber', light(10, {}, { legPain: 30 }), 'amber'],
		[
			'and red when it is not gone a day later',
			light(10, { morning: { backPain: 20, legPain: 30, legGone: false } }, { legPain: 30 }),
			'red'
		],
		['new numbness is red', light(10, {}, { newSigns: ['numbness'] }), 'red'],
		['stopped by the body is red', light(10, { stopped: 'red' }), 'red'],
		['stopped out of tiredness is amber', light(10, { stopped: 'amber' }), 'amber']
	])('%s', (_name, found, wanted) => {
		expect(found).toBe(wanted);
	});

	law(
		'light: more pain in any answer never makes a session greener',
		fc.property(
			pain,
			pain,
			fc.boolean(),
			maybePain,
			maybePain,
			fc.constantFrom('back', 'leg', 'morning'),
			(a, b, isRun, start, usual, where) => {
				const [less, more] = a < b ? [a, b] : [b, a];
				const of = (value: number): number => {
					const morning = where === 'morning' ? { backPain: value, legPain: null, legGone: null } : null;
					const answers = { legPain: where === 'leg' ? value : 0 };
					return LIGHTS.indexOf(
						light(where === 'back' ? value : 10, { isRun, before: start, usual, morning }, answers)
					);
				};
				expect(of(more)).toBeGreaterThanOrEqual(of(less));
			}
		)
	);
});
