// Blocks of one's own session that are repeated together: one block that holds them. Within it they are built on with
// the functions of own-session.ts, as if they were a session by themselves.

import { isJoint } from './own-part.ts';
import { addBlock, removeBlock, shiftBlock } from './own-session.ts';
import type { OwnSession } from './record.ts';
import type { Block } from './session.ts';

const blocksIn = (one: Block): readonly Block[] => one.items.filter((item) => item.type === 'block');

const numbered = (blocks: readonly Block[]): readonly Block[] => blocks.map((one, n) => ({ ...one, id: `b${n + 1}` }));

const jointOf = (blocks: readonly Block[], repeat: number): Block => ({
	type: 'block',
	id: 'joint',
	repeat,
	items: numbered(blocks)
});

/** Gives the blocks within joint ones names that differ; what comes from a file has none. */
export const withNames = (own: OwnSession): OwnSession => ({
	...own,
	blocks: own.blocks.map((one) => (isJoint(one) ? { ...one, items: numbered(blocksIn(one)) } : one))
});

/** The block before this one, if the two can be repeated together. */
export function joinsWith(own: OwnSession, id: string): Block | null {
	const index = own.blocks.findIndex((each) => each.id === id);
	const [above, one] = [own.blocks[index - 1], own.blocks[index]];
	return above && one && !isJoint(one) ? above : null;
}

/** Repeats a block together with the one before it, or with those that are already repeated there. */
export function joinBlock(own: OwnSession, id: string, at: number): OwnSession {
	const above = joinsWith(own, id);
	const one = own.blocks.find((each) => each.id === id);
	if (!above || !one) return own;
	const joint = isJoint(above) ? jointOf([...blocksIn(above), one], above.repeat) : jointOf([above, one], 1);
	const index = own.blocks.indexOf(above);
	return addBlock(removeBlock(removeBlock(own, id, at), above.id, at), joint, at, index);
}

/** Puts the blocks of a joint one side by side again, each once. */
export function splitJoint(own: OwnSession, id: string, at: number): OwnSession {
	const index = own.blocks.findIndex((each) => each.id === id);
	const joint = own.blocks[index];
	if (!joint || !isJoint(joint)) return own;
	return blocksIn(joint).reduce((built, one, n) => addBlock(built, one, at, index + n), removeBlock(own, id, at));
}

/** Builds on within a joint block. When only one is left in it, that one takes its place. */
export function inJoint(own: OwnSession, id: string, at: number, build: (inner: OwnSession) => OwnSession): OwnSession {
	const joint = own.blocks.find((each) => each.id === id);
	if (!joint || !isJoint(joint)) return own;
	const { blocks } = build({ ...own, blocks: blocksIn(joint) });
	if (blocks.length === 0) return removeBlock(own, id, at);
	const [only] = blocks;
	const next = blocks.length === 1 && only ? { ...only, id } : { ...joint, items: blocks };
	return { ...own, updatedAt: at, blocks: own.blocks.map((each) => (each.id === id ? next : each)) };
}

/** One place up or down within a joint block; from its edge out of it. */
export function shiftInJoint(own: OwnSession, jointId: string, id: string, by: -1 | 1, at: number): OwnSession {
	const index = own.blocks.findIndex((each) => each.id === jointId);
	const inner = own.blocks[index] ? blocksIn(own.blocks[index]) : [];
	const place = inner.findIndex((each) => each.id === id);
	const one = inner[place];
	if (!one) return own;
	const isLeaving = by < 0 ? place === 0 : place === inner.length - 1;
	if (!isLeaving) return inJoint(own, jointId, at, (within) => shiftBlock(within, id, by, at));
	const without = inJoint(own, jointId, at, (within) => removeBlock(within, id, at));
	return addBlock(without, one, at, by < 0 ? index : index + 1);
}
