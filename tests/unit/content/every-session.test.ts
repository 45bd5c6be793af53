// Every session that can be done, played from its start to its end in fast time, in both languages: at no second is there
// a word, a cue or a picture missing. Numbers against evidence.md, phrases and clips are proven elsewhere.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadLibrary, loadTexts, programmes, type ContentTexts } from '#lib/content/index.ts';
import { longerRunning } from '#lib/content/weeks.ts';
import { cuesBetween, cuesOf, cueShownAt } from '#lib/domain/cue.ts';
import { FREE_WALK_MINUTES, freeWalk } from '#lib/domain/free-walk.ts';
import { summaryOfPlayer } from '#lib/domain/history.ts';
import { continuousRun, stayStages, type LongerWeek } from '#lib/domain/longer-running.ts';
import { paceHintAt } from '#lib/domain/pace.ts';
import { applyEvent, currentStep, endsAt, positionAt, readyPlayer } from '#lib/domain/player.ts';
import { runSession, sessionsOf } from '#lib/domain/programme.ts';
import { sessionSeconds, type Session } from '#lib/domain/session.ts';
import { utterancesOf } from '#lib/domain/spoken.ts';
import { timelineOf, type Step, type Timeline } from '#lib/domain/timeline.ts';
import { figureFor } from '#lib/figure/figure.ts';
import { i18n, type Language } from '#lib/i18n/i18n.svelte.ts';
import { figureOf } from '#lib/state/step-figure.ts';
import { repAt, shortWords, spokenStep, wordsOf } from '#lib/state/step-words.ts';
import { doneWords, sessionWords } from '#lib/state/session-words.ts';
import { manifestFile, type Manifest } from '../../../scripts/voice/settings.mjs';
import { NOON } from '../../support/builders.ts';

/** Where a filled sentence still shows that something was not there. */
const HOLE = /[{}]|undefined|null|NaN|\[object|Infinity/;
const READY_MS = 3000;
const SECOND = 1000;

const longerRuns = (week: LongerWeek): readonly Session[] => [
	continuousRun(week, 'long', week.longMinutes * 60),
	...week.otherMinutes.map((minutes, n) => continuousRun(week, n + 1, minutes * 60))
];

const { sequences } = await loadLibrary('en');
const SESSIONS: readonly Session[] = [
	...sessionsOf({ ...programmes, sequences }),
	...FREE_WALK_MINUTES.map(freeWalk),
	...stayStages(longerRunning).map(runSession),
	...longerRunning.weeks.flatMap(longerRuns)
];

const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;

/** The texts with every exercise, as the app holds them once the library is open. */
async function textsIn(language: Language): Promise<ContentTexts> {
	const [texts, library] = await Promise.all([loadTexts(language), loadLibrary(language)]);
	return { ...texts, exercises: library.texts.exercises };
}

/** What is missing among named sentences: those that are empty or have a hole. */
const missing = (said: Readonly<Record<string, string>>): readonly string[] =>
	Object.entries(said)
		.filter(([, words]) => words.trim() === '' || HOLE.test(words))
		.map(([name, words]) => `${name}: "${words}"`);

/** What the screen says and shows of a step, as far as something is missing. */
function faultsOfStep(texts: ContentTexts, timeline: Timeline, step: Step): readonly string[] {
	const { heading, line, place, side } = wordsOf(texts, step, timeline);
	const shown: Record<string, string> = {
		heading,
		line,
		place,
		short: shortWords(texts, step),
		spoken: spokenStep(texts, step, timeline)
	};
	if (step.side) shown['side'] = side;
	const onMat = timeline.steps.some(({ exerciseId }) => exerciseId !== undefined);
	const figure = onMat ? figureOf(texts, timeline, step) : null;
	if (onMat) shown['figure'] = figure && figureFor(figure.id) ? figure.label : '';
	const exercise = step.exerciseId === undefined ? undefined : texts.exercises[step.exerciseId];
	if (step.exerciseId !== undefined) {
		shown['exercise'] = exercise?.name ?? '';
		shown['movement'] = exercise?.movement ?? '';
		shown['stop'] = exercise?.stop ?? '';
		// A name of its own, not that of its phase, and its own picture.
		if (heading !== exercise?.name) shown['heading'] = '';
		if (figure?.isNext || !figure?.moves) shown['figure'] = '';
	}
	return missing(shown);
}

/** What the pill under the clock says of a cue, as CueLine has it. */
function cueWords(texts: ContentTexts, timeline: Timeline, cue: ReturnType<typeof cuesOf>[number]): string {
	const step = timeline.steps[cue.stepIndex];
	const { word, line } = texts.cues[cue.kind];
	return step && word !== '' ? `${word} ${line}` : '';
}

interface Played {
	readonly faults: readonly string[];
	/** Steps in the order in which they were seen, each once. */
	readonly seen: readonly number[];
	readonly cues: number;
	readonly seconds: number;
	readonly complete: boolean;
	readonly playedMs: number;
	readonly done: string;
}

/** Plays from the tap on Start to the end, one look each second, as the screen does. */
function play(texts: ContentTexts, session: Session): Played {
	const timeline = timelineOf(session);
	const cues = cuesOf(timeline);
	let player = applyEvent(readyPlayer(timeline), { type: 'started', at: NOON, readyMs: READY_MS });
	const end = endsAt(player);
	const faults: string[] = [];
	const seen: number[] = [];
	let [heard, before, seconds] = [0, -1, 0];
	for (let at = NOON; at < end; at += SECOND) {
		const position = positionAt(player, at);
		const step = currentStep(player, at);
		const say = (found: readonly string[]): void => void faults.push(...found.map((each) => `${position} ms: ${each}`));
		if (seen.at(-1) !== step.index) {
			seen.push(step.index);
			say(faultsOfStep(texts, timeline, step));
		}
		if (at >= NOON + READY_MS) {
			seconds += 1;
			const due = cuesBetween(cues, before, position);
			heard += due.length;
			say(due.flatMap((cue) => missing({ [cue.kind]: cueWords(texts, timeline, cue) })));
			before = position;
		}
		const hint = paceHintAt(session, step, position);
		if (hint) say(missing({ pace: texts.paces[hint] }));
		const rep = repAt(step, position - step.startMs);
		if (rep && (rep.n < 1 || rep.n > rep.of || rep.secondsLeft < 0)) say([`repetition ${rep.n} of ${rep.of}`]);
	}
	const last = cuesBetween(cues, before, Infinity);
	heard += last.length;
	faults.push(...last.flatMap((cue) => missing({ [cue.kind]: cueWords(texts, timeline, cue) })));
	if (cueShownAt(cues, timeline.totalMs)?.kind !== 'finish') faults.push('the finish is not shown');
	player = applyEvent(player, { type: 'ended', at: end, reason: 'complete' });
	const summary = summaryOfPlayer(player);
	const done = doneWords(summary);
	return { faults, seen, cues: heard, seconds, complete: summary.complete, playedMs: summary.playedMs, done };
}

test('every session there is: stages, walking weeks, sequences, free walks, run-walk for good, longer running', () => {
	const ids = SESSIONS.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.length).toBe(
		17 + 36 + 13 + 11 + 7 + longerRunning.weeks.reduce((n, week) => n + 1 + week.otherMinutes.length, 0)
	);
});

describe.each(['en', 'de'] as const)('played in %s', (language) => {
	let texts: ContentTexts;
	beforeAll(async () => {
		await i18n.use(language);
		texts = await textsIn(language);
	});

	test.each(SESSIONS.map((session) => [session.id, session] as const))('%s', (_id, session) => {
		const timeline = timelineOf(session);
		const words = sessionWords(texts, session);
		const said = { name: words.name, detail: words.detail, minutes: words.minutes, core: words.core };
		expect(missing(said)).toEqual([]);
		expect(words.parts.length).toBeGreaterThan(0);
		expect(missing(Object.fromEntries(words.parts.map(({ text }, n) => [`part ${n}`, text])))).toEqual([]);

		const played = play(texts, session);
		expect(played.faults).toEqual([]);
		expect(played.seen).toEqual(timeline.steps.map(({ index }) => index));
		expect(played.cues).toBe(cuesOf(timeline).length);
		expect(played).toMatchObject({ complete: true, playedMs: timeline.totalMs });
		expect(missing({ done: played.done })).toEqual([]);

		// Also of a length that no clip names, at least what begins is said.
		const spoken = utterancesOf(timeline, (id) => manifest[language][id] !== undefined);
		const wordless = spoken.filter(
			({ kind, phrases }) => !['three', 'two', 'one'].includes(kind) && phrases.length === 0
		);
		expect(wordless).toEqual([]);

		// What is printed is what was played.
		expect(played.seconds).toBe(sessionSeconds(session));
		expect(words.minutes).toBe(i18n.t('time.min', { n: Math.round(played.seconds / 60) }));
		expect(words.detail).toContain(words.minutes);
	});
});

test('a text or a figure that is missing is found', async () => {
	await i18n.use('en');
	const texts = await textsIn('en');
	const session = SESSIONS.find(({ id }) => id === 'core/core-a-10') ?? expect.fail();
	const { 'hip-bridge': _gone, ...exercises } = texts.exercises;
	expect(play({ ...texts, exercises }, session).faults).not.toEqual([]);
	const cues = { ...texts.cues, halfWay: { word: '', line: '' } };
	expect(play({ ...texts, cues }, session).faults).toEqual([expect.stringContaining('halfWay')]);
	const phases = { ...texts.phases, rest: { ...texts.phases.rest, name: 'Rest of {n}' } };
	expect(play({ ...texts, phases }, session).faults).not.toEqual([]);
});
