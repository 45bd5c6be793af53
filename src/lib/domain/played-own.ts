// A session of one's own as it is played: how long, whether it can be, and without moves that nobody needs.
// Apart from the building (own-session.ts), because whoever opens a session needs only this.

import { isKept, type OwnSession } from './record.ts';
import {
	secondsOf,
	sessionSeconds,
	stepsIn,
	unrolledSteps,
	type Block,
	type Phase,
	type Session,
	type StepPlan
} from './session.ts';

/** What a session of one's own may hold: enough for an hour on the mat, too little to stop the app. */
export const OWN_LIMITS = { title: 80, blocks: 60, repeats: 60, steps: 500, seconds: 3 * 3600 } as const;

/** Why a session cannot be kept or played yet; a text id. */
export type OwnFault = 'empty' | 'manyBlocks' | 'manySteps' | 'overTime';

type Item = StepPlan | Block;

const ON_FOOT: readonly Phase[] = ['run', 'walk', 'warmUp', 'coolDown'];

/** The position after a stretch; `null` on one's feet or unknown. */
const after = (item: Item, lying: string | null): string | null =>
	stepsIn(item).reduce<string | null>(
		(at, { phase, position }) => (phase === 'move' ? (position ?? null) : ON_FOOT.includes(phase) ? null : at),
		lying
	);

/** In which position each of several begins, the first in `begins`. */
function entriesOf(items: readonly Item[], begins: string | null): readonly (string | null)[] {
	let lying = begins;
	return items.map((item) => {
		const entry = lying;
		lying = after(item, lying);
		return entry;
	});
}

/** A block that begins in `entry`, without moves into where one is. A move that a later repeat needs stays. */
function withoutNeedlessMoves(one: Block, entry: string | null): Block {
	const known = one.repeat === 1 || after(one, entry) === entry ? entry : null;
	const [first] = one.items;
	if (first?.type === 'block') {
		const entries = entriesOf(one.items, known);
		const items = one.items.map((item, n) =>
			item.type === 'block' ? withoutNeedlessMoves(item, entries[n] ?? null) : item
		);
		return { ...one, items };
	}
	const isNeedless = known !== null && first?.phase === 'move' && first.position === known && one.items.length > 1;
	return isNeedless ? { ...one, items: one.items.slice(1) } : one;
}

/** The session that is played: the blocks as they are, without moves into a position in which the body already is. */
export function sessionOfOwn(own: OwnSession): Session {
	const entries = entriesOf(own.blocks, null);
	return {
		id: `own/${own.id}`,
		programmeId: 'own',
		stageId: own.id,
		title: own.title,
		blocks: own.blocks.map((one, n) => withoutNeedlessMoves(one, entries[n] ?? null))
	};
}

/** How long it is, in seconds: what `sessionOfOwn` plays. */
export const ownSeconds = (own: OwnSession): number => sessionSeconds(sessionOfOwn(own));

/** What keeps a session from being played; `null`: nothing. */
export function faultOfOwn({ blocks }: Pick<OwnSession, 'blocks'>): OwnFault | null {
	const steps = blocks.reduce((sum, one) => sum + unrolledSteps(one), 0);
	const seconds = blocks.reduce((sum, one) => sum + secondsOf(one), 0);
	if (seconds === 0) return 'empty';
	if (blocks.length > OWN_LIMITS.blocks) return 'manyBlocks';
	if (steps > OWN_LIMITS.steps) return 'manySteps';
	return seconds > OWN_LIMITS.seconds ? 'overTime' : null;
}

/** Those that were not removed, the one changed last first. */
export const keptOwn = (all: readonly OwnSession[]): readonly OwnSession[] =>
	all.filter(isKept).toSorted((a, b) => b.updatedAt - a.updatedAt || a.id.localeCompare(b.id));
