// A session of one's own as the text of a file or the end of a link, and back. What comes from outside is rebuilt from
// the fields that are known, so that nothing else gets in. Heavy (it brings valibot): to be imported when it is needed.

import * as v from 'valibot';
import { SHARED_FRAGMENT, plainTitle } from '#lib/domain/own-session.ts';
import { OWN_LIMITS, faultOfOwn } from '#lib/domain/played-own.ts';
import type { OwnSession } from '#lib/domain/record.ts';
import { failed, ok, type Result } from '#lib/domain/result.ts';
import { stepsIn, type Block, type Session, type StepPlan } from '#lib/domain/session.ts';
import { APP } from './backup-text.ts';
import { firstUnsafe } from './guard.ts';
import { isPlayable } from './limits.ts';

const KIND = 'session';
const VERSION = 1;
const MOST_CHARACTERS = 200_000;
const MOST_ITEMS = 100;

/** Why nothing came of a text; a text id. */
export type SharedFault = 'long' | 'notJson' | 'notOurs' | 'newer' | 'invalid' | 'empty';

/** What can be taken over, for a preview; an `OwnSession` once it has an id and a time. */
export interface SharedSession {
	readonly title: string;
	readonly blocks: readonly Block[];
	/** Ids of exercises that this library does not have; their steps were left out. */
	readonly unknownExercises: readonly string[];
}

/** What the library has. */
export interface Shelf {
	readonly exercises: ReadonlySet<string>;
	readonly positions: ReadonlySet<string>;
}

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const contentId = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(60));
const seconds = whole(1, OWN_LIMITS.seconds);

const step = v.pipe(
	v.object({
		type: v.literal('step'),
		phase: v.picklist(['warmUp', 'walk', 'run', 'coolDown', 'strength', 'breathe', 'rest', 'move']),
		seconds,
		exerciseId: v.optional(contentId),
		side: v.optional(v.picklist(['left', 'right', 'alternate'])),
		dose: v.optional(v.object({ reps: whole(1, 1000), holdSeconds: whole(0, 3600), releaseSeconds: whole(0, 3600) })),
		position: v.optional(contentId)
	}),
	v.check(({ dose, seconds: all }) => !dose || dose.reps * (dose.holdSeconds + dose.releaseSeconds) <= all)
);
const block: v.GenericSchema<unknown, Block> = v.object({
	type: v.literal('block'),
	id: contentId,
	repeat: whole(1, OWN_LIMITS.repeats),
	items: v.pipe(v.array(v.lazy((): v.GenericSchema<unknown, StepPlan | Block> => item)), v.maxLength(MOST_ITEMS))
});
const item: v.GenericSchema<unknown, StepPlan | Block> = v.lazy((input) => (isBlock(input) ? block : step));
const isBlock = (input: unknown): boolean =>
	typeof input === 'object' && input !== null && 'type' in input && input.type === 'block';

const shared = v.object({ title: v.string(), blocks: v.pipe(v.array(block), v.maxLength(OWN_LIMITS.blocks)) });

const fileOf = ({ title, blocks }: Pick<OwnSession, 'title' | 'blocks'>) => ({
	app: APP,
	kind: KIND,
	version: VERSION,
	title,
	blocks
});

/** A session as the text of a file: readable JSON, without ids and times of the person. */
export const sharedFile = (own: Pick<OwnSession, 'title' | 'blocks'>): string =>
	`${JSON.stringify(fileOf(own), null, '\t')}\n`;

/** The same as the end of a link: `#s=` and base64url. Nothing of it reaches a server. */
export function sharedFragment(own: Pick<OwnSession, 'title' | 'blocks'>): string {
	const bytes = new TextEncoder().encode(JSON.stringify(fileOf(own)));
	const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
	return SHARED_FRAGMENT + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The JSON text in a fragment or a whole link; any other text as it is. Throws when it is not base64url of UTF-8. */
function unwrapped(text: string): string {
	const begins = text.indexOf(SHARED_FRAGMENT);
	if (begins < 0 || text.trimStart().startsWith('{')) return text;
	const code = text.slice(begins + SHARED_FRAGMENT.length).trim();
	const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
	return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (sign) => sign.charCodeAt(0)));
}

function parsed(text: string): Result<unknown, SharedFault> {
	if (text.length > MOST_CHARACTERS) return failed('long');
	try {
		return ok(JSON.parse(unwrapped(text)));
	} catch {
		return failed('notJson');
	}
}

function checked(file: unknown): Result<Pick<SharedSession, 'title' | 'blocks'>, SharedFault> {
	if (typeof file !== 'object' || file === null || !('app' in file && file.app === APP)) return failed('notOurs');
	if (!('kind' in file && file.kind === KIND && 'version' in file)) return failed('notOurs');
	if (typeof file.version === 'number' && file.version > VERSION) return failed('newer');
	if (file.version !== VERSION || firstUnsafe(file) !== null) return failed('invalid');
	const result = v.safeParse(shared, file, { abortEarly: true });
	return result.success ? ok(result.output) : failed('invalid');
}

const isKnown = ({ exerciseId, position }: StepPlan, shelf: Shelf): boolean =>
	(exerciseId === undefined || shelf.exercises.has(exerciseId)) &&
	(position === undefined || shelf.positions.has(position));

/** Without the steps that nobody here could show. */
function known(items: Block['items'], shelf: Shelf): Block['items'] {
	return items.flatMap((each): Block['items'] => {
		if (each.type === 'step') return isKnown(each, shelf) ? [each] : [];
		const inner = known(each.items, shelf);
		return inner.length > 0 ? [{ ...each, id: 'part', items: inner }] : [];
	});
}

const isWork = ({ phase }: StepPlan): boolean => phase !== 'rest' && phase !== 'move';

const playable = (blocks: readonly Block[]): boolean => {
	const session: Session = { id: 'own', programmeId: 'own', stageId: 'own', blocks };
	return isPlayable(session) && faultOfOwn({ blocks }) === null;
};

/**
 * Reads the text of a file, a fragment or a whole link. Never throws. Only known fields are taken over; the title is
 * plain text; steps of exercises that are not on the shelf are left out and named.
 */
export function readShared(text: string, shelf: Shelf): Result<SharedSession, SharedFault> {
	const json = parsed(text);
	if (!json.ok) return json;
	const file = checked(json.value);
	if (!file.ok) return file;
	if (!playable(file.value.blocks)) return failed('invalid');
	const blocks = file.value.blocks
		.flatMap((each) => {
			const left = { ...each, items: known(each.items, shelf) };
			// A rest is a part of its own; what is left of an exercise that is unknown here is none.
			const isWhole = stepsIn(each).every((step) => isKnown(step, shelf));
			return isWhole || stepsIn(left).some(isWork) ? [left] : [];
		})
		.map((each, index) => ({ ...each, id: `b${index + 1}` }));
	const named = file.value.blocks.flatMap(stepsIn).flatMap(({ exerciseId }) => exerciseId ?? []);
	const unknownExercises = [...new Set(named)].filter((id) => !shelf.exercises.has(id));
	const isEmpty = !blocks.flatMap(stepsIn).some(isWork);
	return isEmpty ? failed('empty') : ok({ title: plainTitle(file.value.title), blocks, unknownExercises });
}

/** A shared session as a record of the person who takes it over. */
export const ownOfShared = ({ title, blocks }: SharedSession, id: string, at: number): OwnSession => ({
	id,
	updatedAt: at,
	createdAt: at,
	title,
	blocks
});
