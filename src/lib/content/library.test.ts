// The library: forty exercises and thirteen sequences, complete, of the right shape, as evidence.md 7 prints them.

import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { sequenceSession, type Sequence } from '#lib/domain/programme.ts';
import { SEQUENCE_PROGRAMMES, sessionSeconds, type Side, type StepPlan } from '#lib/domain/session.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { loadLibrary, programmes, type Exercise } from './index.ts';
import exerciseData from './library/exercises.json';
import sequenceData from './library/sequences.json';
import { exercisesSchema, sequencesSchema, type Frozen } from './schema.ts';
import shelfData from './sequences.json';

const { exercises, sequences } = await loadLibrary('en');
const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));
const stepsOf = (all: readonly Sequence[]): readonly StepPlan[] => all.flatMap((each) => each.steps);

const sequence = (id: string): Sequence => {
	const found = sequences.find((each) => each.id === id);
	if (!found) throw new Error(`no sequence ${id}`);
	return found;
};

describe('the files', () => {
	test.each([
		['library/exercises', exercisesSchema, exerciseData],
		['library/sequences', sequencesSchema, sequenceData],
		['sequences', sequencesSchema, shelfData]
	])('%s has the shape it is used as', (_name, schema, data) => {
		expect(v.safeParse(schema, data).issues ?? []).toEqual([]);
	});

	test('the shapes are the types they are used as', () => {
		expectTypeOf<Frozen<v.InferOutput<typeof sequencesSchema>>>().toEqualTypeOf<Frozen<readonly Sequence[]>>();
		expectTypeOf<Frozen<v.InferOutput<typeof exercisesSchema>>>().toEqualTypeOf<Frozen<readonly Exercise[]>>();
	});

	test('hold no prose: every text in them is an id or a word of the domain', () => {
		const texts = (value: unknown): readonly string[] =>
			typeof value === 'string'
				? [value]
				: value !== null && typeof value === 'object'
					? Object.values(value).flatMap(texts)
					: [];
		const all = texts([exerciseData, sequenceData, shelfData]);
		expect(all.filter((text) => !/^[a-zA-Z0-9-]{1,24}$/.test(text))).toEqual([]);
	});

	test('no id stands twice, and each sequence knows its programme', () => {
		for (const things of [exercises, sequences]) {
			const ids = things.map((thing) => thing.id);
			expect(new Set(ids).size).toBe(ids.length);
		}
		expect(new Set(sequences.map((each) => each.programmeId))).toEqual(new Set(SEQUENCE_PROGRAMMES));
	});

	test('the first screen has the first of the core sequences and no other', () => {
		expect(programmes.sequences.map((each) => each.id)).toEqual(['core-a-10']);
		expect(sequences).toContainEqual(programmes.sequences[0]);
	});
});

/** evidence.md 7.3: total, steps, seconds of work, seconds of rest and moving. */
const TABLE: readonly (readonly [id: string, total: number, steps: number, work: number, other: number])[] = [
	['settle-8', 480, 15, 381, 99],
	['core-a-10', 600, 20, 445, 155],
	['core-b-20', 1200, 39, 850, 350],
	['core-c-30', 1800, 68, 1269, 531],
	['legs-12', 720, 26, 461, 259],
	['pilates-20', 1200, 35, 906, 294],
	['taichi-15', 900, 23, 792, 108],
	['yoga-20', 1200, 42, 929, 271],
	['desk-3', 180, 9, 163, 17],
	['desk-seated-2', 120, 5, 108, 12],
	['relax-10', 600, 7, 558, 42],
	['pmr-15', 900, 9, 844, 56],
	['run-prep-5', 300, 9, 274, 26]
];

const SIDES = { left: ' L', right: ' R', alternate: ' alt' } as const;

/** A step in the short form of evidence.md 7.4. */
function shortForm({ phase, seconds, position, exerciseId, side, dose }: StepPlan): string {
	if (phase === 'move') return `→ ${position} ${seconds}`;
	if (phase === 'rest') return `rest ${seconds}`;
	const pattern = dose ? ` (${dose.reps}×${dose.holdSeconds}+${dose.releaseSeconds})` : '';
	return `${exerciseId}${side ? SIDES[side] : ''} ${seconds}${pattern}`;
}
const printed = (id: string): string => sequence(id).steps.map(shortForm).join(' · ');

describe('the sequences', () => {
	test('are the thirteen of evidence.md 7.3, to the second', () => {
		const isWork = (step: StepPlan): boolean => step.exerciseId !== undefined;
		const sum = (steps: readonly StepPlan[]): number => steps.reduce((total, step) => total + step.seconds, 0);
		const rows = sequences.map(({ id, seconds, steps }) => [
			id,
			seconds,
			steps.length,
			sum(steps.filter(isWork)),
			sum(steps.filter((step) => !isWork(step)))
		]);
		expect(rows.toSorted()).toEqual(TABLE.toSorted());
	});

	test.each(sequences.map((each) => [each.id, each] as const))('%s lasts as long as it says', (_id, each) => {
		expect(sessionSeconds(sequenceSession(each))).toBe(each.seconds);
		expect(timelineOf(sequenceSession(each)).totalMs).toBe(each.seconds * 1000);
	});

	test('are played step by step as evidence.md 7.4 prints them', () => {
		expect(printed('core-a-10')).toBe(
			'→ lie 20 · core-brace-breath 72 (6×8+4) · rest 15 · core-heel-slide alt 60 (10×4+2) · rest 15 · ' +
				'hip-bridge 64 (8×5+3) · rest 20 · → left-side 15 · hip-clamshell R 40 (10×3+1) · ' +
				'→ right-side 15 · hip-clamshell L 40 (10×3+1) · → hands-knees 15 · core-bird-dog R 32 (4×6+2) · ' +
				'rest 10 · core-bird-dog L 32 (4×6+2) · rest 15 · yoga-cat-cow 40 (5×4+4) · → lie 15 · ' +
				'mob-knee-rolls alt 32 (8×3+1) · core-brace-breath 33'
		);
		expect(printed('settle-8')).toBe(
			'→ lie 20 · rel-legs-up 90 · → feet-down 10 · core-brace-breath 50 (5×6+4) · rest 10 · ' +
				'mob-knee-rolls alt 40 (10×3+1) · rest 10 · mob-knees-to-chest alt 48 (6×6+2) · rest 12 · ' +
				'→ left-side 15 · mob-open-book R 40 (5×5+3) · → right-side 12 · mob-open-book L 40 (5×5+3) · ' +
				'→ stand 10 · desk-march 73'
		);
		expect(printed('taichi-15')).toBe(
			'→ stand 20 · tc-commencing 64 (8×8+0) · rest 6 · tc-weight-shift R 48 (8×6+0) · → other-foot 8 · ' +
				'tc-weight-shift L 48 (8×6+0) · rest 10 · tc-cloud-hands alt 72 (12×6+0) · rest 10 · ' +
				'tc-horse-mane alt 64 (8×8+0) · rest 10 · tc-commencing 64 (8×8+0) · rest 6 · ' +
				'tc-weight-shift R 48 (8×6+0) · → other-foot 8 · tc-weight-shift L 48 (8×6+0) · rest 10 · ' +
				'tc-cloud-hands alt 96 (16×6+0) · rest 10 · tc-horse-mane alt 96 (12×8+0) · rest 10 · ' +
				'tc-commencing 64 (8×8+0) · rel-box-breath 80'
		);
		expect(printed('desk-3')).toBe(
			'→ stand 5 · desk-stand-reach 36 (4×6+3) · rest 4 · leg-sit-to-stand 32 (8×2+2) · rest 6 · ' +
				'desk-march 45 · rest 2 · pil-spine-twist alt 30 (6×4+1) · rel-box-breath 20'
		);
		expect(printed('relax-10')).toBe(
			'→ lie 20 · rel-box-breath 128 (8×16+0) · rest 12 · rel-pmr 210 (7×7+23) · rest 10 · rel-body-scan 180 · ' +
				'rel-legs-up 40'
		);
	});

	test('a dose fills its step exactly', () => {
		for (const step of stepsOf(sequences)) {
			if (!step.dose) continue;
			const { reps, holdSeconds, releaseSeconds } = step.dose;
			expect(reps * (holdSeconds + releaseSeconds), shortForm(step)).toBe(step.seconds);
		}
	});

	test('every exercise in them is on the shelf, and every exercise on the shelf is in one of them', () => {
		const used = stepsOf(sequences).flatMap((step) => step.exerciseId ?? []);
		expect(new Set(used)).toEqual(new Set(exercises.map((exercise) => exercise.id)));
	});

	test('a step works, rests or moves: work has an exercise, a move a position, a rest neither', () => {
		for (const step of stepsOf(sequences)) {
			const works = step.phase === 'strength' || step.phase === 'breathe';
			expect(step.exerciseId !== undefined, shortForm(step)).toBe(works);
			expect(step.position !== undefined, shortForm(step)).toBe(step.phase === 'move');
			expect(works || step.phase === 'rest' || step.phase === 'move').toBe(true);
		}
	});

	test('breathing and lying still are breathing, all else is work', () => {
		const breath = ['core-brace-breath', 'rel-box-breath', 'rel-body-scan', 'rel-legs-up'];
		for (const { phase, exerciseId } of stepsOf(sequences))
			if (exerciseId) expect(phase).toBe(breath.includes(exerciseId) ? 'breathe' : 'strength');
	});
});

/** Where one may be, coming from a position, without a move in between: nothing but what a rest or a breath allows. */
const REACHED: Readonly<Record<string, readonly string[]>> = {
	lie: ['lie', 'any'],
	'feet-down': ['lie', 'any'],
	'left-side': ['side'],
	'right-side': ['side'],
	// From hands and knees one just sits back.
	'hands-knees': ['hands-knees', 'kneel', 'any'],
	'face-down': ['face-down'],
	'turn-over': ['face-down'],
	kneel: ['kneel', 'hands-knees'],
	'kneel-up': ['kneel'],
	sit: ['sit', 'any'],
	chair: ['chair', 'sit', 'stand', 'any'],
	// A chair stands ready where one stands up; a break at the desk begins in it.
	stand: ['stand', 'chair', 'sit', 'any'],
	start: ['sit', 'stand', 'chair', 'any']
};
const TURNED = ['other-foot', 'other-side'];

describe('body and sides in a sequence', () => {
	test('the body is where the exercise needs it', () => {
		for (const { id, steps } of sequences) {
			let at = 'start';
			for (const step of steps) {
				if (step.position && !TURNED.includes(step.position)) at = step.position;
				const position = step.exerciseId && byId.get(step.exerciseId)?.position;
				if (position) expect(REACHED[at], `${id}: ${at}, then ${shortForm(step)}`).toContain(position);
			}
		}
	});

	test('lying on one side the other leg works, and in the side plank the lower arm', () => {
		for (const { id, steps } of sequences) {
			let lying: string | undefined;
			for (const step of steps) {
				lying = step.position ?? lying;
				if (!step.exerciseId || byId.get(step.exerciseId)?.position !== 'side') continue;
				const under = step.exerciseId === 'core-side-plank-knees';
				const other = step.side === 'right' ? 'left' : 'right';
				expect(lying, `${id}: ${shortForm(step)}`).toBe(`${under ? step.side : other}-side`);
			}
		}
	});

	test('sides take turns: after the one always the other, with the same dose', () => {
		for (const { id, steps } of sequences) {
			const waiting = new Map<string, StepPlan>();
			for (const step of steps) {
				const exerciseId = step.exerciseId ?? '';
				if (step.side !== 'left' && step.side !== 'right') continue;
				const first = waiting.get(exerciseId);
				if (!first) {
					waiting.set(exerciseId, step);
					continue;
				}
				const other: Side = step.side === 'left' ? 'right' : 'left';
				expect(shortForm({ ...step, side: other }), id).toBe(shortForm(first));
				waiting.delete(exerciseId);
			}
			expect([...waiting.keys()], id).toEqual([]);
		}
	});

	test('who does one side after the other says which; who alternates counts to an even number', () => {
		for (const step of stepsOf(sequences)) {
			const exercise = byId.get(step.exerciseId ?? '');
			if (!exercise) continue;
			const oneSide = step.side === 'left' || step.side === 'right';
			expect(oneSide, shortForm(step)).toBe(exercise.dose.sides === 2);
			if (step.side === 'alternate') expect((step.dose?.reps ?? 0) % 2, shortForm(step)).toBe(0);
		}
	});

	test('another foot or another side comes between the two sides of one exercise', () => {
		for (const { id, steps } of sequences)
			steps.forEach((step, n) => {
				if (!TURNED.includes(step.position ?? '')) return;
				const [before, after] = [steps[n - 1], steps[n + 1]];
				expect(after?.exerciseId, id).toBe(before?.exerciseId);
				expect([before?.side, after?.side].toSorted(), id).toEqual(['left', 'right']);
			});
	});
});

/** evidence.md 7.1: level, sets × reps × (hold + release) × sides, rest. */
const DOSES =
	`core-brace-breath 1: 1×6×(8+4)×1 15 | core-heel-slide 1: 2×10×(4+2)×1 20 | core-dead-bug 2: 2×10×(4+1)×1 20
core-curl-up 2: 2×6×(7+3)×1 20 | core-bird-dog 2: 2×5×(8+2)×2 20 | core-side-plank-knees 2: 2×3×(10+4)×2 20
core-plank 3: 3×3×(12+4)×1 25 | hip-bridge 1: 2×8×(5+3)×1 20 | hip-bridge-single 3: 2×6×(4+2)×2 20
hip-clamshell 1: 2×10×(3+1)×2 15 | hip-side-leg-raise 2: 2×10×(2+2)×2 15 | hip-hinge 1: 2×10×(3+1)×1 20
leg-sit-to-stand 1: 2×10×(2+2)×1 20 | leg-calf-raise 1: 2×12×(2+2)×1 20 | back-prone-lift 2: 2×10×(4+2)×1 20
pil-pelvic-clock 1: 1×8×(6+2)×1 15 | pil-hundred-prep 2: 1×5×(10+4)×1 20 | pil-single-leg-stretch 2: 1×12×(3+1)×1 20
pil-swan-prep 1: 1×6×(5+4)×1 15 | pil-spine-twist 1: 1×10×(4+2)×1 15 | tc-commencing 1: 1×8×(8+0)×1 6
tc-weight-shift 1: 1×8×(6+0)×2 8 | tc-cloud-hands 2: 1×12×(6+0)×1 10 | tc-horse-mane 2: 1×8×(8+0)×1 10
yoga-cat-cow 1: 1×6×(4+4)×1 10 | yoga-child 1: 1×1×(40+0)×1 10 | yoga-sphinx 1: 1×3×(20+8)×1 15
yoga-wall-dog 1: 1×3×(20+5)×1 15 | yoga-low-lunge 2: 1×1×(35+0)×2 10 | yoga-supine-twist 1: 1×1×(40+0)×2 8
mob-knees-to-chest 1: 1×6×(8+2)×1 10 | mob-knee-rolls 1: 1×10×(3+1)×1 10 | mob-open-book 1: 1×5×(5+3)×2 12
rel-box-breath 1: 1×8×(16+0)×1 0 | rel-pmr 1: 1×7×(7+23)×1 0 | rel-body-scan 1: 1×1×(180+0)×1 0
rel-legs-up 1: 1×1×(90+0)×1 0 | desk-stand-reach 1: 1×4×(6+3)×1 4 | desk-seated-tilt 1: 1×8×(3+2)×1 5
desk-march 1: 1×1×(45+0)×1 2`.split(/ \| |\n/);

describe('the exercises', () => {
	test('are the forty of evidence.md 7.1, with their doses', () => {
		const row = ({ id, level, dose }: Exercise): string =>
			`${id} ${level}: ${dose.sets}×${dose.reps}×(${dose.holdSeconds}+${dose.releaseSeconds})×${dose.sides} ${dose.restSeconds}`;
		expect(exercises.map(row)).toEqual(DOSES);
		expect(exercises).toHaveLength(40);
	});

	test('of work hold for at most twelve seconds at a time, so that breathing stays easy', () => {
		for (const { type, dose } of exercises)
			if (type === 'core' || type === 'strength') expect(dose.holdSeconds).toBeLessThanOrEqual(12);
	});

	test('name variants that exist, are not themselves, and go in the right direction', () => {
		for (const { id, level, easierId, harderId } of exercises) {
			expect([easierId, harderId]).not.toContain(id);
			if (easierId) expect(byId.get(easierId)?.level, `${id} → ${easierId}`).toBeLessThanOrEqual(level);
			if (harderId) expect(byId.get(harderId)?.level, `${id} → ${harderId}`).toBeGreaterThanOrEqual(level);
		}
	});

	test('never lead round in a circle of easier ones', () => {
		for (const { id } of exercises) {
			const seen = new Set<string>();
			for (let at: string | undefined = id; at; at = byId.get(at)?.easierId) {
				expect(seen.has(at), `${id} comes back to ${at}`).toBe(false);
				seen.add(at);
			}
		}
	});

	test('on the floor want a mat, at the wall a wall, on the chair a chair', () => {
		for (const { id, places, equipment } of exercises) {
			if (id === 'rel-box-breath') continue;
			expect(equipment.includes('mat'), id).toBe(places.includes('floor'));
			if (places.includes('chair')) expect(equipment, id).toContain('chair');
		}
	});
});
