// A player that knows no arithmetic of clocks: it lives through every tenth of a second, one after the other.
// Slow and plain, it says what the real one must say.

import type { Phase } from '#lib/domain/session.ts';

export const TICK_MS = 100;
const ticks = (ms: number): number => ms / TICK_MS;

interface Piece {
	readonly phase: Phase;
	length: number;
	played: number;
	unheard: number;
	pass: number;
	done: boolean;
}

interface State {
	mode: 'ready' | 'playing' | 'paused' | 'finished';
	pieces: Piece[];
	/** How many tenths of the session lie behind. */
	stand: number;
	/** Tenths of the get-ready that are left. */
	getReady: number;
	/** Tenths lived through since the last event, not yet written down. */
	lived: { tenth: number; heard: boolean }[];
}

const copyOf = (state: State): State => ({
	...state,
	pieces: state.pieces.map((piece) => ({ ...piece })),
	lived: [...state.lived]
});

export class SimulatedPlayer {
	#now: State;
	/** What was last known to be safe: the state at the last event or heartbeat. */
	#safe: State;
	/** Tenths of wall time spent in `playing`. */
	wall = 0;

	constructor(steps: readonly { phase: Phase; seconds: number }[]) {
		const pieces = steps.map(({ phase, seconds }) => this.#piece(phase, ticks(seconds * 1000)));
		this.#now = { mode: 'ready', pieces, stand: 0, getReady: 0, lived: [] };
		this.#safe = copyOf(this.#now);
	}

	#piece = (phase: Phase, length: number): Piece => ({ phase, length, played: 0, unheard: 0, pass: 0, done: false });

	get mode() {
		return this.#now.mode;
	}
	get pieces(): readonly Readonly<Piece>[] {
		return this.#now.pieces;
	}
	get positionMs(): number {
		return this.#now.stand * TICK_MS;
	}
	get readyMs(): number {
		return this.#now.getReady * TICK_MS;
	}
	get total(): number {
		let total = 0;
		for (const piece of this.#now.pieces) total += piece.length;
		return total;
	}
	get index(): number {
		return this.#pieceOf(this.#now.stand);
	}
	get isAtEnd(): boolean {
		return this.#now.stand === this.total;
	}

	#startOf(index: number): number {
		let start = 0;
		for (const piece of this.#now.pieces.slice(0, index)) start += piece.length;
		return start;
	}

	#pieceOf(tenth: number): number {
		let end = 0;
		for (const [n, piece] of this.#now.pieces.entries()) {
			end += piece.length;
			if (tenth < end) return n;
		}
		return this.#now.pieces.length - 1;
	}

	/** One tenth of a second passes. */
	tick(heard = true): void {
		const now = this.#now;
		if (now.mode !== 'playing') return;
		this.wall++;
		if (now.getReady > 0) now.getReady--;
		else if (now.stand < this.total) now.lived.push({ tenth: now.stand++, heard });
	}

	/** Writes down what was lived through. A step entered at its first tenth is begun anew. */
	#write(): void {
		for (const { tenth, heard } of this.#now.lived) {
			const index = this.#pieceOf(tenth);
			const piece = this.#now.pieces[index];
			if (!piece) throw new Error('no piece');
			if (tenth === this.#startOf(index)) piece.pass = 0;
			piece.played++;
			piece.pass++;
			if (!heard) piece.unheard++;
			if (piece.pass * 10 >= piece.length * 9) piece.done = true;
		}
		this.#now.lived = [];
	}

	/** Goes to a tenth. What lies ahead has not begun; of the piece entered half-way only the part before it counts. */
	#goTo(tenth: number): void {
		this.#now.stand = tenth;
		for (const [n, piece] of this.#now.pieces.entries())
			piece.pass = Math.min(piece.pass, Math.max(0, tenth - this.#startOf(n)));
	}

	heartbeat(): void {
		this.#safe = copyOf(this.#now);
	}

	start(readyMs: number): void {
		if (this.#now.mode === 'ready') this.#play(readyMs);
		this.heartbeat();
	}

	resume(readyMs: number): void {
		if (this.#now.mode === 'paused') this.#play(readyMs);
		this.heartbeat();
	}

	#play(readyMs: number): void {
		this.#now.mode = 'playing';
		this.#now.getReady = ticks(readyMs);
	}

	pause(): void {
		if (this.#now.mode === 'playing') {
			this.#write();
			this.#now.mode = 'paused';
			this.#now.getReady = 0;
		}
		this.heartbeat();
	}

	#isUnderWay = (): boolean => this.#now.mode === 'playing' || this.#now.mode === 'paused';

	skip(): void {
		if (this.#isUnderWay()) {
			this.#write();
			if (this.#now.getReady > 0) this.#now.getReady = 0;
			else this.#goTo(this.#startOf(this.index + 1));
		}
		this.heartbeat();
	}

	back(): void {
		if (this.#isUnderWay()) {
			this.#write();
			const isLate = this.#now.stand - this.#startOf(this.index) > ticks(2000);
			this.#goTo(this.#startOf(isLate ? this.index : Math.max(0, this.index - 1)));
		}
		this.heartbeat();
	}

	extend(ms: number): void {
		if (this.#isUnderWay()) {
			this.#write();
			const piece = this.#now.pieces[this.index];
			if (piece) piece.length += ticks(ms);
		}
		this.heartbeat();
	}

	/** A second of the piece is left at least. */
	shorten(ms: number): void {
		if (this.#isUnderWay()) {
			this.#write();
			const { index } = this;
			const piece = this.#now.pieces[index];
			const left = this.#startOf(index) + (piece?.length ?? 0) - this.#now.stand;
			const by = Math.min(ticks(ms), left - ticks(1000));
			if (piece && by > 0) piece.length -= by;
		}
		this.heartbeat();
	}

	walkFirst(ms: number): void {
		if (this.#now.mode === 'paused') {
			const { index } = this;
			this.#goTo(this.#startOf(index));
			this.#now.pieces.splice(index, 0, this.#piece('walk', ticks(ms)));
		}
		this.heartbeat();
	}

	/** The page has slept and the person kept going. */
	sleepKept(tenths: number): void {
		for (let n = 0; n < tenths; n++) this.tick(false);
		if (this.#now.mode === 'playing') this.#write();
		this.heartbeat();
	}

	/** The page has slept and the person had stopped. */
	sleepDropped(readyMs: number): void {
		if (this.#now.mode === 'playing') {
			this.#write();
			this.#now.getReady = ticks(readyMs);
		}
		this.heartbeat();
	}

	sync(positionMs: number): void {
		if (this.#now.mode === 'playing') {
			const tenth = Math.max(0, Math.min(this.total, ticks(positionMs)));
			// The other clock knows better: what it has not reached was not played.
			this.#now.lived = this.#now.lived.filter((each) => each.tenth < tenth);
			this.#write();
			this.#now.getReady = 0;
			this.#goTo(tenth);
		}
		this.heartbeat();
	}

	/** The page dies and is opened again: all since the last safe state is lost. */
	killAndReload(): void {
		this.#now = copyOf(this.#safe);
		this.pause();
	}

	end(): void {
		if (this.#isUnderWay()) {
			this.#write();
			this.#now.mode = 'finished';
			this.#now.getReady = 0;
		}
		this.heartbeat();
	}
}
