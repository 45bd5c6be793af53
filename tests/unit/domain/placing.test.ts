import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cuesOf } from '#lib/domain/cue.ts';
import {
	AFTER_TONE_MS,
	AWAKE_MS,
	GAP_MS,
	LEAD_MS,
	placeUtterances,
	type Clip,
	type Placed,
	type Placement
} from '#lib/domain/placing.ts';
import { utterancesOf, type Utterance } from '#lib/domain/spoken.ts';
import { extendStep, insertWalk, timelineOf, type Timeline } from '#lib/domain/timeline.ts';
import { timeline } from '../../support/arbitraries.ts';
import { aSession, aStep, aTimeline } from '../../support/builders.ts';
import { law } from '../../support/runs.ts';

const all = (): boolean => true;
const nameOf = (clip: Clip): string => (clip.kind === 'tone' ? clip.tone : clip.id);
const endOf = ({ atMs, lengthMs }: Placed): number => atMs + lengthMs;

/** Tones of 0.3 s, the finish of 2 s, words of 1.2 s. */
const usual = (clip: Clip): number => (clip.kind === 'phrase' ? 1200 : clip.tone === 'finish' ? 2000 : 300);

/** Any lengths, the same for the same clip: tones up to 2 s, words up to 4 s. */
const lengths = fc.integer({ min: 1, max: 1_000_000 }).map((seed) => (clip: Clip): number => {
	let mixed = seed;
	for (const letter of nameOf(clip)) mixed = (mixed * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
	return clip.kind === 'tone' ? 40 + (mixed % 1960) : 300 + (mixed % 3700);
});

/** Sessions as they are played, also with steps made longer and walks put in. */
const played: fc.Arbitrary<Timeline> = fc
	.tuple(timeline, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 90_000 }), fc.boolean()), { maxLength: 3 }))
	.map(([whole, edits]) =>
		edits.reduce((now, [at, ms, isWalk]) => (isWalk ? insertWalk : extendStep)(now, at % now.steps.length, ms), whole)
	);

/** Some phrases are missing, always the same ones. */
const has = fc.constantFrom(
	all,
	(id: string) => id.length % 3 !== 0,
	(id: string) => id.includes('.'),
	() => false
);

const placement = fc.tuple(played, has, lengths).map(([whole, known, lengthMsOf]) => ({
	whole,
	known,
	lengthMsOf,
	result: placeUtterances(utterancesOf(whole, known), lengthMsOf)
}));

/** What was heard, wished for once more. */
const wishedAgain = ({ placed }: Placement): readonly Utterance[] =>
	[...new Set(placed.map(({ utterance }) => utterance))].map((utterance) => {
		const own = placed.filter((each) => each.utterance === utterance).map(({ clip }) => clip);
		return {
			...utterance,
			tone: own.some((clip) => clip.kind === 'tone' && clip.tone === utterance.tone) ? utterance.tone : null,
			phrases: own.flatMap((clip) => (clip.kind === 'phrase' ? clip.id : []))
		};
	});

const plain = (placed: readonly Placed[]) =>
	placed.map(({ atMs, lengthMs, clip }) => `${atMs} ${lengthMs} ${nameOf(clip)}`);

describe('the manners of the cues', () => {
	law(
		'V1: nothing sounds over anything else, and words keep their gaps',
		fc.property(placement, ({ result: { placed } }) => {
			for (const [n, each] of placed.entries()) {
				const next = placed[n + 1];
				expect(each.lengthMs).toBeGreaterThan(0);
				expect(each.atMs).toBeGreaterThanOrEqual(0);
				if (!next) continue;
				const gap = each.clip.kind === 'phrase' ? GAP_MS : next.clip.kind === 'phrase' ? AFTER_TONE_MS : 0;
				expect(next.atMs - endOf(each)).toBeGreaterThanOrEqual(gap - 1e-6);
			}
		})
	);

	law(
		'V2: tones of changes, counts and the finish are exactly on time, whatever is said',
		fc.property(placement, ({ whole, result: { placed } }) => {
			const sure = cuesOf(whole).filter(({ kind }) => kind !== 'halfWay');
			const heard = placed.filter(
				({ clip }) => clip.kind === 'tone' && clip.tone !== 'lead' && clip.tone !== 'halfWay'
			);
			expect(heard.map(({ atMs, clip }) => [atMs, nameOf(clip)])).toEqual(sure.map(({ atMs, kind }) => [atMs, kind]));
		})
	);

	law(
		'V3: the finish is never left out, and nothing comes after it',
		fc.property(placement, ({ whole, known, result: { placed } }) => {
			const end = placed.filter(({ atMs }) => atMs >= whole.totalMs);
			expect(end.map(({ clip }) => nameOf(clip))).toEqual(known('finish') ? ['finish', 'finish'] : ['finish']);
			for (const each of placed) if (!end.includes(each)) expect(endOf(each)).toBeLessThanOrEqual(whole.totalMs);
		})
	);

	law(
		'V4: words wait half a second for sleeping headphones, or follow at once what has just sounded',
		fc.property(placement, ({ result: { placed } }) => {
			for (const [n, each] of placed.entries()) {
				if (each.clip.kind !== 'phrase') continue;
				const before = placed[n - 1];
				expect(before).toBeDefined();
				if (!before) continue;
				expect(each.atMs - endOf(before)).toBeLessThan(AWAKE_MS);
				if (before.utterance === each.utterance && before.clip.kind === 'tone')
					expect(each.atMs - before.atMs).toBeGreaterThanOrEqual(LEAD_MS - 1e-6);
			}
		})
	);

	law(
		'V5: placing what was placed changes nothing',
		fc.property(placement, ({ result, lengthMsOf }) => {
			expect(plain(placeUtterances(wishedAgain(result), lengthMsOf).placed)).toEqual(plain(result.placed));
		})
	);

	law(
		'V6: each wish is heard or accounted for, and words stay in their step',
		fc.property(placement, ({ whole, known, result: { placed, leftOut } }) => {
			const wished = utterancesOf(whole, known).flatMap(({ kind, atMs, tone, phrases }) =>
				[...(tone ? [tone] : []), ...phrases].map((name) => `${kind} ${atMs} ${name}`)
			);
			const told = [...placed, ...leftOut]
				.filter(({ clip }) => nameOf(clip) !== 'lead')
				.map(({ clip, utterance }) => `${utterance.kind} ${utterance.atMs} ${nameOf(clip)}`);
			expect(told.toSorted()).toEqual(wished.toSorted());
			for (const each of placed)
				if (each.clip.kind === 'phrase') {
					expect(each.atMs).toBeGreaterThanOrEqual(each.utterance.atMs);
					expect(endOf(each)).toBeLessThanOrEqual(each.utterance.untilMs);
				}
		})
	);

	const heard = (whole: Timeline, lengthMsOf = usual): readonly string[] =>
		placeUtterances(utterancesOf(whole, all), lengthMsOf).placed.map(({ atMs, clip }) => `${atMs} ${nameOf(clip)}`);

	test('of a warm-up and a run of a minute, written out', () => {
		expect(heard(aTimeline(20, 60))).toEqual([
			'0 up',
			'550 warmUp.20',
			'17000 three',
			'18000 two',
			'19000 one',
			'20000 up',
			'20550 run.60',
			'40000 halfWay',
			'40550 half',
			'69450 lead',
			'70000 ten',
			'77000 three',
			'78000 two',
			'79000 one',
			'80000 finish',
			'82250 finish'
		]);
	});

	test('half-way gives way to ten seconds, and follows them with its tone', () => {
		const whole = aTimeline(60, 70, 10);
		const words = heard(whole).filter((each) => / (half|ten|halfWay|lead)$/.test(each));
		expect(words).toEqual(['49450 lead', '50000 ten', '70000 halfWay', '70550 half', '119450 lead', '120000 ten']);
		const half: Utterance = {
			...{ kind: 'halfWay', tone: 'halfWay', atMs: 119_000, stepIndex: 1, phrases: ['half'] },
			...{ priority: 2, mayWaitMs: 15_000, untilMs: 130_000 }
		};
		const ten: Utterance = {
			...{ kind: 'ten', tone: null, atMs: 120_000, stepIndex: 1, phrases: ['ten'] },
			...{ priority: 3, mayWaitMs: 500, untilMs: 130_000 }
		};
		const { placed } = placeUtterances([half, ten], usual);
		expect(placed.map(({ atMs, clip }) => `${atMs} ${nameOf(clip)}`)).toEqual([
			'119450 lead',
			'120000 ten',
			'121600 halfWay',
			'122150 half'
		]);
	});

	test('words that would run into the count become fewer, or are left out', () => {
		const rest = aStep('rest', 10);
		const bridge = aStep('strength', 30, { exerciseId: 'bridge' });
		const bird = aStep('strength', 59, { exerciseId: 'bird-dog', side: 'left' });
		const whole = timelineOf(aSession([bridge, rest, bird]));
		const slow = (clip: Clip): number => (nameOf(clip) === 'next.bird-dog' ? 5000 : usual(clip));
		expect(heard(whole)).toContain('32150 next.bird-dog');
		const { placed, leftOut } = placeUtterances(utterancesOf(whole, all), slow);
		expect(placed.map(({ clip }) => nameOf(clip))).not.toContain('next.bird-dog');
		expect(leftOut.map(({ clip, reason }) => [nameOf(clip), reason])).toEqual([['next.bird-dog', 'noRoom']]);

		const short = timelineOf(aSession([bridge, aStep('rest', 20), { ...bird, seconds: 8 }]));
		const long = (clip: Clip): number => (clip.kind === 'phrase' ? 2500 : 300);
		expect(heard(short, long).filter((each) => / (exercise|side)\./.test(each))).toEqual([
			'550 exercise.bridge',
			'50550 exercise.bird-dog'
		]);
	});

	test('the same words are not said twice within a moment', () => {
		const { placed, leftOut } = placeUtterances(utterancesOf(aTimeline(3, 3, 3, 3, 3), all), (clip) =>
			clip.kind === 'phrase' ? 500 : 100
		);
		const again = placeUtterances(
			placed.flatMap(({ utterance }) => [
				utterance,
				{ ...utterance, tone: null, atMs: utterance.atMs + 1000, untilMs: 1e9 }
			]),
			(clip) => (clip.kind === 'phrase' ? 500 : 100)
		);
		expect(leftOut.filter(({ reason }) => reason === 'double')).toEqual([]);
		expect(again.leftOut.filter(({ reason }) => reason === 'double').length).toBeGreaterThan(0);
	});
});
