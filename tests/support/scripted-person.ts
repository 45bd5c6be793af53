// The scripted people of golden-traces.json, lived day by day: what they enter, walk and run, and what is proposed to them.

import { FREE_WALK_MINUTES, freeWalk } from '#lib/domain/free-walk.ts';
import type { Answer } from '#lib/domain/answer.ts';
import type { PainEntry } from '#lib/domain/entry.ts';
import { nextSession, type NextSession } from '#lib/domain/next-session.ts';
import type { Facts } from '#lib/domain/plan.ts';
import { planOf } from '#lib/domain/plan.ts';
import type { Programmes } from '#lib/domain/programme.ts';
import type { CheckIn, SessionRecord } from '#lib/domain/record.ts';
import type { Session } from '#lib/domain/session.ts';
import { addDays } from '#lib/domain/local-day.ts';
import { aBeginning, day, playedThrough } from './builders.ts';

type Run = readonly [
	on: number,
	before: number | null,
	peak: number | null,
	morning: number | null,
	more?: { readonly leg?: number; readonly legSigns?: CheckIn['legSigns'] }
];

export interface Script {
	readonly episode?: readonly [on: number, kind: 'new' | 'worse' | 'lasting', since: number];
	readonly diary: readonly (readonly [from: number, to: number, average: number])[];
	readonly walks: readonly (readonly [on: number, peak: number])[];
	readonly settling?: readonly (readonly [
		on: number,
		walk: 'fine' | 'worse' | 'notYet',
		tasks: boolean,
		nights: boolean,
		legWorse: boolean
	])[];
	readonly before?: readonly (readonly [on: number, pain: number])[];
	readonly jogTests?: readonly (readonly [on: number, seconds: number, talking: boolean, morning: boolean | null])[];
	readonly runs: readonly Run[];
	readonly expected: readonly (readonly [on: number, line: string])[];
}

const atHour = (on: number, hour: number): number => Date.parse(`${day(on)}T${String(hour).padStart(2, '0')}:00:00Z`);
const kept = (id: string, on: number, hour: number) => ({
	id,
	updatedAt: atHour(on, hour),
	on: day(on),
	at: atHour(on, hour)
});

const record = (id: string, session: Session, on: number): SessionRecord => ({
	id,
	updatedAt: atHour(on, 19),
	on: day(on),
	session,
	log: playedThrough(session, atHour(on, 18))
});

const checkIn = (sessionId: string, on: number, backPain: number | null, more: Partial<CheckIn> = {}): CheckIn => ({
	id: `check-in-${sessionId}`,
	type: 'afterSession',
	sessionId,
	updatedAt: atHour(on, 19),
	on: day(on),
	backPain,
	legPain: 0,
	effort: 4,
	stoppedBy: null,
	walkHomeMinutes: 0,
	note: '',
	...more
});

/** Everything but the runs: it does not depend on what is proposed. */
function entered(script: Script): Facts {
	const entries = script.diary.flatMap(([from, to, average]) =>
		Array.from({ length: to - from + 1 }, (_, n): PainEntry => {
			const on = from + n;
			const back = { back: average, leg: null, elsewhere: null };
			return { ...kept(`entry-${on}`, on, 8), now: null, average: back, worst: null, note: '' };
		})
	);
	const answers: readonly Answer[] = [
		{ ...kept('signs', 0, 7), type: 'warningSigns', ticked: [] },
		{ ...kept('ready', 0, 7), type: 'readiness', yes: [] },
		...(script.episode ? [script.episode] : []).map(([on, kind, since]): Answer => ({
			...kept('episode', on, 7),
			type: 'episode',
			kind,
			since: addDays(day(0), since)
		})),
		...(script.settling ?? []).map(([on, walk, dailyTasks, nights, legWorse]): Answer => ({
			...kept(`settling-${on}`, on, 9),
			type: 'settling',
			walkTenMinutes: walk,
			dailyTasks,
			nights,
			legWorse
		})),
		...(script.before ?? []).map(([on, backPain]): Answer => ({
			...kept(`before-${on}`, on, 10),
			type: 'beforeSession',
			backPain,
			cannotStand: false
		})),
		...(script.jogTests ?? []).map(([on, seconds, talking, morningSame]): Answer => ({
			...kept(`jog-${on}`, on, 10),
			type: 'jogTest',
			seconds,
			talking,
			morningSame
		}))
	];
	const walk = freeWalk(FREE_WALK_MINUTES.find((minutes) => minutes === 30) ?? 30);
	return {
		choices: [aBeginning({ programmeId: 'run-walk', stageId: 'S1', on: day(0), updatedAt: atHour(0, 6) })],
		sessions: script.walks.map(([on]) => record(`walk-${on}`, walk, on)),
		checkIns: script.walks.map(([on, peak]) => checkIn(`walk-${on}`, on, peak)),
		entries,
		answers
	};
}

function withRun(facts: Facts, [on, before, peak, morning, more = {}]: Run, session: Session): Facts {
	const id = `run-${on}`;
	const answers: readonly Answer[] = [
		...(before === null
			? []
			: [{ ...kept(`before-${id}`, on, 17), type: 'beforeSession' as const, backPain: before, cannotStand: false }]),
		...(morning === null
			? []
			: [
					{
						...kept(`morning-${id}`, on + 1, 8),
						type: 'nextMorning' as const,
						sessionId: id,
						backPain: morning,
						legPain: null,
						legGone: null
					}
				])
	];
	const { leg = 0, legSigns = [] } = more;
	return {
		...facts,
		sessions: [...facts.sessions, record(id, session, on)],
		checkIns: [...facts.checkIns, checkIn(id, on, peak, { legPain: leg, legSigns })],
		answers: [...facts.answers, ...answers]
	};
}

/** What is known on a day before its run: nothing of later days. */
const known = (facts: Facts, on: number): Facts => {
	const today = day(on);
	const upTo = <T extends { readonly on: string }>(items: readonly T[]): readonly T[] =>
		items.filter((item) => item.on <= today);
	return {
		choices: facts.choices,
		sessions: upTo(facts.sessions),
		checkIns: upTo(facts.checkIns),
		entries: upTo(facts.entries),
		answers: upTo(facts.answers)
	};
};

const proposed = (facts: Facts, programmes: Programmes, on: number): NextSession => {
	const plan = planOf(facts.choices);
	if (!plan) throw new Error('no plan');
	return nextSession(plan, known(facts, on), programmes, day(on));
};

/** 'asPlanned S3 earned': what is proposed on each of the expected days, each run being of the stage proposed then. */
export function lived(script: Script, programmes: Programmes): readonly (readonly [number, string])[] {
	let facts = entered(script);
	const lines: (readonly [number, string])[] = [];
	const last = Math.max(...script.expected.map(([on]) => on));
	for (let on = 0; on <= last; on++) {
		if (script.expected.some(([asked]) => asked === on)) {
			const next = proposed(facts, programmes, on);
			lines.push([on, `${next.variant} ${next.planned.session.stageId} ${next.reasons[0] ?? ''}`]);
		}
		const run = script.runs.find(([day]) => day === on);
		if (run) facts = withRun(facts, run, proposed(facts, programmes, on).planned.session);
	}
	return lines;
}
