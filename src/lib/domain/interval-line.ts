// A line such as '5x(1 min run, 2 min walk)' as blocks. Never throws, whatever is typed; what does not fit has a place
// in the line and a reason. Printing back is in interval-text.ts.

import { MOST_BARE_MINUTES, PHASE_OF, SEPARATORS, TIMES, UNIT_OF } from './interval-words.ts';
import { failed, ok, type Result } from './result.ts';
import { secondsOf, unrolledSteps, type Block, type StepPlan } from './session.ts';

/** What a line may hold: little enough to be kept, shared and played. */
export const INTERVAL_LIMITS = { characters: 500, repeats: 60, depth: 2, seconds: 3 * 3600, steps: 500 } as const;

/** What is wrong; a text id. */
export type IntervalFault =
	| 'empty'
	| 'longLine'
	| 'unknownSign'
	| 'unknownWord'
	| 'needsTime'
	| 'needsUnit'
	| 'needsWhat'
	| 'badTime'
	| 'badRepeat'
	| 'tooDeep'
	| 'unclosed'
	| 'unopened'
	| 'overTime'
	| 'manySteps';

/** `at` is where in the line, from 0; `text` what stands there, perhaps nothing. */
export interface IntervalError {
	readonly id: IntervalFault;
	readonly at: number;
	readonly text: string;
}

export type IntervalItem = StepPlan | Block;

interface Token {
	readonly kind: 'number' | 'clock' | 'word' | 'sign';
	readonly text: string;
	readonly at: number;
}

const TOKEN = /\s*(?:(\d+:\d{1,2})|(\d+(?:[.,]\d+)?)|([\p{L}]+(?:-[\p{L}]+)*)|([^\s\d\p{L}]))/uy;
const KNOWN_SIGNS = '()×*,;+"\'′″’”';

function tokensOf(line: string): Result<readonly Token[], IntervalError> {
	const tokens: Token[] = [];
	const pattern = new RegExp(TOKEN);
	for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
		const [whole, clock, number, word, sign] = match;
		const text = clock ?? number ?? word ?? sign ?? '';
		const at = match.index + whole.length - text.length;
		if (sign && !KNOWN_SIGNS.includes(sign)) return failed({ id: 'unknownSign', at, text });
		const kind = clock ? 'clock' : number ? 'number' : word ? 'word' : 'sign';
		tokens.push({ kind, text: text.toLowerCase(), at });
	}
	return ok(tokens);
}

/** Goes through the tokens; the first fault stands. */
class Reader {
	readonly #tokens: readonly Token[];
	readonly #end: number;
	#next = 0;
	error: IntervalError | null = null;

	constructor(tokens: readonly Token[], end: number) {
		this.#tokens = tokens;
		this.#end = end;
	}

	get token(): Token | undefined {
		return this.#tokens[this.#next];
	}

	/** The token after the present one. */
	peek(): Token | undefined {
		return this.#tokens[this.#next + 1];
	}

	step(): void {
		this.#next++;
	}

	/** Steps over the token if it is `text`. */
	take(is: (text: string) => boolean): boolean {
		if (!this.token || !is(this.token.text)) return false;
		this.#next++;
		return true;
	}

	fail(id: IntervalFault, at: Token | undefined = this.token): null {
		this.error ??= { id, at: at?.at ?? this.#end, text: at?.text ?? '' };
		return null;
	}
}

const isText =
	(text: string) =>
	(other: string): boolean =>
		other === text;

const valueOf = ({ text }: Token): number => Number(text.replace(',', '.'));

const clockSeconds = (text: string): number => {
	const [minutes = 0, seconds = 0] = text.split(':').map(Number);
	return seconds > 59 ? 0 : minutes * 60 + seconds;
};

/** The seconds of '1,5 min', '90 s', '1:30'; whole, and at least one. */
function readSeconds(reader: Reader, first: Token): number | null {
	reader.step();
	const unit = UNIT_OF.get(reader.token?.text ?? '');
	const isBare = reader.token?.text === 'm' && valueOf(first) > MOST_BARE_MINUTES;
	if (first.kind === 'number' && (unit === undefined || isBare)) return reader.fail('needsUnit');
	if (unit !== undefined) reader.step();
	const seconds = first.kind === 'clock' ? clockSeconds(first.text) : Math.round(valueOf(first) * (unit ?? 1));
	if (seconds > INTERVAL_LIMITS.seconds) return reader.fail('overTime', first);
	return seconds >= 1 ? seconds : reader.fail('badTime', first);
}

function readStretch(reader: Reader, first: Token): StepPlan | null {
	const seconds = readSeconds(reader, first);
	if (seconds === null) return null;
	const what = reader.token;
	if (what?.kind !== 'word' || SEPARATORS.has(what.text)) return reader.fail('needsWhat');
	const phase = PHASE_OF.get(what.text);
	if (!phase) return reader.fail('unknownWord');
	reader.step();
	return { type: 'step', phase, seconds };
}

/** What follows '5x': brackets, or one stretch without them. */
function readRepeat(reader: Reader, count: Token, depth: number): Block | null {
	const repeat = valueOf(count);
	if (!Number.isInteger(repeat) || repeat < 1 || repeat > INTERVAL_LIMITS.repeats)
		return reader.fail('badRepeat', count);
	if (depth >= INTERVAL_LIMITS.depth) return reader.fail('tooDeep', count);
	const bracket = reader.token;
	if (!reader.take(isText('('))) {
		const item = readItem(reader, depth + 1);
		return item && { type: 'block', id: 'repeat', repeat, items: [item] };
	}
	const items = readItems(reader, depth + 1);
	if (!items) return null;
	if (!reader.take(isText(')'))) return reader.fail('unclosed', bracket);
	return items.length > 0 ? { type: 'block', id: 'repeat', repeat, items } : reader.fail('needsTime', bracket);
}

function readItem(reader: Reader, depth: number): IntervalItem | null {
	const first = reader.token;
	if (first?.kind === 'word') return reader.fail(PHASE_OF.has(first.text) ? 'needsTime' : 'unknownWord');
	if (!first || first.kind === 'sign') return reader.fail('needsTime');
	if (first.kind === 'clock') return readStretch(reader, first);
	const ahead = reader.peek();
	if (!ahead || !TIMES.has(ahead.text)) return readStretch(reader, first);
	reader.step();
	reader.step();
	return readRepeat(reader, first, depth);
}

/** Stretches and repeats up to a closing bracket or the end. */
function readItems(reader: Reader, depth: number): readonly IntervalItem[] | null {
	const items: IntervalItem[] = [];
	for (;;) {
		while (reader.take((text) => SEPARATORS.has(text)));
		if (!reader.token || reader.token.text === ')') return items;
		const item = readItem(reader, depth);
		if (!item) return null;
		items.push(item);
	}
}

/** What is wrong with intervals of which each part by itself is fine; `null`: nothing. */
export function faultOfIntervals(items: readonly IntervalItem[]): 'empty' | 'overTime' | 'manySteps' | null {
	if (items.length === 0) return 'empty';
	if (items.reduce((sum, item) => sum + secondsOf(item), 0) > INTERVAL_LIMITS.seconds) return 'overTime';
	return items.reduce((sum, item) => sum + unrolledSteps(item), 0) > INTERVAL_LIMITS.steps ? 'manySteps' : null;
}

/**
 * Reads a line of intervals in English or German words: '10 min walk, 5x(1 min run, 2 min walk)',
 * '8x(1 min laufen, 1,5 min gehen)', '30 s', '1:30'. Brackets may hold brackets once. At most 3 hours, 60 repeats, 500
 * steps. Law: `parseIntervals(printIntervals(x, words)) = x`.
 */
export function parseIntervals(line: string): Result<readonly IntervalItem[], IntervalError> {
	if (line.length > INTERVAL_LIMITS.characters)
		return failed({ id: 'longLine', at: INTERVAL_LIMITS.characters, text: '' });
	const tokens = tokensOf(line);
	if (!tokens.ok) return tokens;
	const reader = new Reader(tokens.value, line.length);
	const items = readItems(reader, 0);
	if (items && reader.token) reader.fail('unopened');
	if (reader.error) return failed(reader.error);
	const fault = faultOfIntervals(items ?? []);
	return items && !fault ? ok(items) : failed({ id: fault ?? 'empty', at: 0, text: '' });
}
