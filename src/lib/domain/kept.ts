// What every stored record has: an id, the time of its last change and, once removed, of that.

export interface Kept {
	readonly id: string;
	/** Epoch milliseconds. */
	readonly updatedAt: number;
	readonly deletedAt?: number;
}
