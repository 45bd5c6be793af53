// A session of one's own while it is built: each change shows at once and is kept at once. What would go beyond the
// limits is not done, and the reason stands until the next change.

import { inJoint, joinBlock, shiftInJoint, splitJoint, withNames } from '#lib/domain/own-joint.ts';
import {
	addBlock,
	duplicateBlock,
	removeBlock,
	renameOwn,
	repeatBlock,
	replaceBlock,
	setSeconds,
	shiftBlock
} from '#lib/domain/own-session.ts';
import { faultOfOwn, ownSeconds, type OwnFault } from '#lib/domain/played-own.ts';
import type { OwnSession } from '#lib/domain/record.ts';
import type { Block } from '#lib/domain/session.ts';
import type { App } from './app.svelte.ts';

/** Where a block stands: its name, and that of the joint block that holds it, if one does. */
export interface Place {
	readonly id: string;
	readonly jointId?: string;
}

type Build = (own: OwnSession, at: number) => OwnSession;

export class OwnBuilder {
	readonly #app: App;
	#own = $state.raw() as OwnSession;
	#refused = $state<OwnFault | null>(null);
	#before = $state.raw<OwnSession | null>(null);
	#isKept = $state(false);

	constructor(app: App, own: OwnSession) {
		this.#app = app;
		this.#own = withNames(own);
	}

	get own(): OwnSession {
		return this.#own;
	}
	get seconds(): number {
		return ownSeconds(this.#own);
	}
	get fault(): OwnFault | null {
		return faultOfOwn(this.#own);
	}
	/** Why the last change was not done. */
	get refused(): OwnFault | null {
		return this.#refused;
	}
	/** True once there was a change: from then on it stands in the list. */
	get isKept(): boolean {
		return this.#isKept;
	}
	/** A block was taken out last, and can come back. */
	get canUndo(): boolean {
		return this.#before !== null;
	}

	/** True when it was done. */
	#change(build: Build): boolean {
		const next = build(this.#own, this.#app.parts.clock.now());
		const fault = faultOfOwn(next);
		this.#refused = fault !== 'empty' ? fault : null;
		if (this.#refused !== null || next === this.#own) return false;
		this.#before = null;
		this.#own = next;
		this.#isKept = true;
		void this.#app.saveOwnSession(next);
		return true;
	}
	/** The same in a joint block as outside. */
	#changeAt({ jointId }: Place, build: Build): boolean {
		return this.#change((own, at) =>
			jointId === undefined ? build(own, at) : inJoint(own, jointId, at, (inner) => build(inner, at))
		);
	}

	rename(title: string): void {
		this.#change((own, at) => renameOwn(own, title, at));
	}
	add(one: Block): boolean {
		return this.#change((own, at) => addBlock(own, one, at));
	}
	replace(place: Place, one: Block): boolean {
		return this.#changeAt(place, (own, at) => replaceBlock(own, place.id, one, at));
	}
	repeat(place: Place, times: number): boolean {
		return this.#changeAt(place, (own, at) => repeatBlock(own, place.id, times, at));
	}
	setSeconds(place: Place, path: readonly number[], seconds: number): boolean {
		return this.#changeAt(place, (own, at) => setSeconds(own, place.id, path, seconds, at));
	}
	duplicate(place: Place): boolean {
		return this.#changeAt(place, (own, at) => duplicateBlock(own, place.id, at));
	}
	remove(place: Place): boolean {
		const before = this.#own;
		if (!this.#changeAt(place, (own, at) => removeBlock(own, place.id, at))) return false;
		this.#before = before;
		return true;
	}
	undo(): void {
		const before = this.#before;
		if (before) this.#change((_own, at) => ({ ...before, updatedAt: at }));
	}
	/** One place up or down; from the edge of a joint block out of it. */
	shift({ id, jointId }: Place, by: -1 | 1): boolean {
		return this.#change((own, at) =>
			jointId === undefined ? shiftBlock(own, id, by, at) : shiftInJoint(own, jointId, id, by, at)
		);
	}
	/** Repeats a block together with the one before it. */
	join(id: string): boolean {
		return this.#change((own, at) => joinBlock(own, id, at));
	}
	split(id: string): boolean {
		return this.#change((own, at) => splitJoint(own, id, at));
	}
}
